"""Lines of Chinese media pages: who made a text, what its template offers, when it was printed."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import (
    BODY,
    CLOSING,
    MIDDLE,
    OPENING,
    PARAGRAPHS,
    TITLE,
    body_of,
    codes,
    page,
    read,
)

A, B, C, DATED = "翁怀远", "许知微", "韩越", "发布时间：2023-02-13"
LINES = (
    f"文字编辑丨{A}",
    f"初审编辑：{A}",
    f"图片编辑：{A}",
    f"值班主编｜{A}",
    f"文稿：{A}　视频：{B}　责编：{C}　审核：{B}",
    "▼往期回顾",
    "【评论】【收藏此页】【大 中 小】【多种方式看新闻】【打印】【关闭】",
    "阅读原文",
    "请继续往下阅读...",
    "點擊播報本文，約",
    "海右财经广告合作，请点击这里",
    "此内容为海右财经原创，著作权归海右财经所有。未经书面授权不得转载。",
)


@pytest.mark.parametrize("line", LINES)
def test_what_a_house_sets_under_a_text_is_none_of_it(line: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{line}</p>") == BODY


@pytest.mark.parametrize(
    "text",
    [
        "图片编辑：这门手艺正在消失，老人说，年轻人不愿意坐在暗房里等一个下午。",
        "文字：一个人的坚守。编辑：一座山的回响。",
    ],
)
def test_a_paragraph_with_such_words_is_text(text: str) -> None:
    html = f"<p>{OPENING}</p><p>{text}{MIDDLE}</p><p>{CLOSING}</p>"
    assert body_of(html) == f"{OPENING}\n\n{text}{MIDDLE}\n\n{CLOSING}"


def test_a_summary_in_brackets_over_a_text_is_none_of_it() -> None:
    assert body_of(f"<p><b>[摘要]</b>本文要点，供读者速览。</p>{PARAGRAPHS}") == BODY


def test_the_minute_over_a_text_is_its_byline_in_the_text_s_own_box_too() -> None:
    assert body_of(f"<span>2018-06-14 05:30</span>{PARAGRAPHS}", meta="") == BODY


@pytest.mark.parametrize("name", ["keywords", "article-tags", "tag-list"])
def test_what_a_box_of_keywords_holds_is_no_text(name: str) -> None:
    links = "<a href='/t/1'>落石</a> · <a href='/t/2'>锋面</a>"
    assert body_of(f"{PARAGRAPHS}<div class='{name}'>{links}</div>") == BODY


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (f"{A} ▪ {B}", (A, B)),
        (f"{A} 通讯员 {C}　我要评论(0)", (A, C)),
        ("大工報記者 盧 靜怡", ("盧靜怡",)),
        (f"材料学院2018级 {A}　学生记者 {B}", (A, B)),
        (f"特约评论员 {A}", (A,)),
    ],
)
def test_the_names_of_a_label_are_told_from_what_stands_round_them(
    value: str, names: tuple[str, ...]
) -> None:
    assert read(page(meta=f"{DATED} 作者：{value}")).authors == names


def test_the_short_name_of_a_paper_before_its_reporter_is_nobody() -> None:
    tail = f"{PARAGRAPHS}<p>采写：南都记者 {A}</p>"
    assert read(page(tail, meta=DATED)).authors == (A,)


def test_who_took_part_is_an_author_beside_the_reporter_under_the_title() -> None:
    tail = f"{PARAGRAPHS}<p>（参与采写：{B}、{C}）</p>"
    assert read(page(tail, meta=f"记者 {A} 2023-02-13")).authors == (A, B, C)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("<i>原创</i> <i>2023-02-13 09:11</i> <i>·</i> <a href='/u/1'>海右融媒</a>", "海右融媒"),
        (f"2023-02-13 10:11 <span>聯和報／ <a>記者{A}</a>／台中即時報導</span>", "聯和報"),
    ],
)
def test_a_house_beside_the_date_is_the_source(line: str, source: str) -> None:
    assert read(page(meta=line)).source == source


META_DAY = "<meta name='publishdate' content='2022-05-04'/>"


def test_the_minute_printed_under_a_title_is_believed_before_a_declared_other_day() -> None:
    article = read(page(meta="2022年09月02日16:40 | 来源：海右网", head=META_DAY))
    assert article.date_published == "2022-09-02T16:40:00+08:00"
    assert "date_conflict" in codes(article)


def test_a_day_alone_is_not_believed_before_a_declared_one() -> None:
    article = read(page(meta="2022年09月02日 | 来源：海右网", head=META_DAY))
    assert article.date_published == "2022-05-04"


def test_a_large_line_is_the_title_of_a_page_that_declares_its_paper() -> None:
    html = page(meta="", head="").replace(f"<title>{TITLE}-海右院", "<title>海右日報電子版")
    html = html.replace(
        f"<h1>{TITLE}</h1>",
        f"<table><tr><td><strong style='font-size:23px'>{TITLE}</strong></td></tr></table>",
    )
    html = html.replace("<body>", "<body><table><tr><td>2023年2月13日 星期一</td></tr></table>")
    assert read(html).title == TITLE
