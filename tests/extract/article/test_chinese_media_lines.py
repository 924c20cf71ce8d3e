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

META_LINE = "2015-10-25 07:11 来源：海右新闻"
A, B, C, DATED = "翁怀远", "许知微", "韩越", "发布时间：2023-02-13"
LINES = (
    f"文字编辑丨{A}",
    f"初审编辑：{A}",
    f"图片编辑：{A}",
    f"值班主编｜{A}",
    f"文稿：{A}　视频：{B}　责编：{C}　审核：{B}",
    f"编辑 {A}",
    f"编辑 {A} 校对 {B}",
    f"编　　辑丨{A}",
    "看更多影片",
    "以上内容版权归原作者所有，如有侵权请联系我们删除。",
    "1/6",
    "点击阅读往期报道",
    "本文版权归海右网所有，转载请联系后台",
    "广告声明：文内含有的对外链接用于传递更多信息，结果仅供参考。",
    "点击可以复制本篇文章的标题和链接",
    "【本文结束】如需转载请务必注明出处：海右科技",
    "APP内免费看财经资讯>>",
    "点击上方“海右发布”关注我们",
    f"责　　编：{A}",
    "▼往期回顾",
    "▼▼▼點擊下圖放大▼▼▼",
    "分享到",
    "分享成功",
    "影片載入中",
    "廣告",
    "海右早报官方账号",
    "<a href='/b'>►甲所举办开放日</a>",
    "<a href='/b'>★甲所举办开放日</a>",
    "正在改变世界的人，都在海右APP",
    "本内容未经允许不得转载。授权事宜请联系编辑部。",
    "本文来自投稿，不代表海右圈立场，如若转载，请注明出处。",
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


@pytest.mark.parametrize("name", ["keywords", "tags", "article__tags", "tag-list"])
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
        (f"记者 {A} 实习生 {B}/北京报道", (A, B)),
        (f"{A} {B} 阅读 3.1万", (A, B)),
        (f"特约记者 {A}（悉尼） 阅读 123 条评论 4", (A,)),
    ],
)
def test_the_names_of_a_label_are_told_from_what_stands_round_them(
    value: str, names: tuple[str, ...]
) -> None:
    assert read(page(meta=f"{DATED} 作者：{value}")).authors == names


def test_the_short_name_of_a_paper_before_its_reporter_is_nobody() -> None:
    tail = f"{PARAGRAPHS}<p>采写：南都记者 {A}</p>"
    assert read(page(tail, meta=DATED)).authors == (A,)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"海右记者：{A}    海右编辑：{B}", (A,)),
        (f"记者 {A} 摄影 {B} 報導 / 責任編輯 {C} 報導", (A,)),
        (f"记者 {A} 编辑 {B}", (A,)),
        (f"【文/海右网专栏作者 {A}】", (A,)),
        (f"编者按：本文来自微信公众号“海右观察”（ID：hygc），作者：{A}，海右网经授权发布。", (A,)),
    ],
)
def test_the_writer_is_told_from_who_else_is_named_on_a_line(
    line: str, names: tuple[str, ...]
) -> None:
    assert read(page(f"<p>{line}</p>{PARAGRAPHS}", meta=DATED)).authors == names
    assert read(page(f"{PARAGRAPHS}<p>{line}</p>", meta=DATED)).authors == names


def test_a_correspondent_on_the_line_under_a_reporter_wrote_too() -> None:
    lines = f"<p>海右新闻记者 {A}</p><p>通讯员 {B} 雁翎 程远</p>"
    assert read(page(f"{lines}{PARAGRAPHS}", meta=DATED)).authors == (A, B, "雁翎", "程远")


def test_who_took_part_is_an_author_beside_the_reporter_under_the_title() -> None:
    tail = f"{PARAGRAPHS}<p>（参与采写：{B}、{C}）</p>"
    assert read(page(tail, meta=f"记者 {A} 2023-02-13")).authors == (A, B, C)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("<i>原创</i> <i>2023-02-13 09:11</i> <i>·</i> <a href='/u/1'>海右融媒</a>", "海右融媒"),
        (
            f"海右报客户端记者 {A} 实习生 {B} 《 海右报 》（ 2023年02月13日&nbsp; 07 版）",
            "《海右报》",
        ),
        (
            f"<i>2023年02月13日 05:00</i> <i>海右经济报道</i> <i>{A} , 实习生 {B}</i>",
            "海右经济报道",
        ),
        (
            "<div class='row'><div class='who'>海右全媒</div><div class='tm'>2023-02-13 11:28</div></div>",
            "海右全媒",
        ),
        (
            "海右网　www.haiyou.com.cn　2023年02月13日　来源：海右晚报　网友评论 <a>3</a> 条",
            "海右晚报",
        ),
        ("来源：海右卫视 播放：2301次 2023-02-13", "海右卫视"),
        (f"2023-02-13 10:11 <span>聯和報／ <a>記者{A}</a>／台中即時報導</span>", "聯和報"),
    ],
)
def test_a_house_beside_the_date_is_the_source(line: str, source: str) -> None:
    assert read(page(meta=line)).source == source


@pytest.mark.parametrize(
    "line",
    [
        f"海右报客户端记者 {A} 实习生 {B} 《 海右报 》（ 2023年02月13日&nbsp; 07 版）",
        f"2023-02-13 09:12&nbsp;&nbsp;海右晚报　记者 {A} {B} 文/摄　<font>[进入论坛]</font>",
        f"記者<a>{A}</a>、{B}／洛杉磯報導 2023-02-13 02:00 ET",
    ],
)
def test_reporters_beside_a_date_are_told_from_their_house_and_controls(line: str) -> None:
    assert read(page(meta=line)).authors == (A, B)


def test_a_long_line_of_reporters_and_editors_with_a_date_is_the_byline() -> None:
    names = f"<em>新都报</em> <em>记者 {A} {B} 实习生 {C}</em> <em>编辑 安然 校对 赵三</em>"
    html = page(meta=f"<span>{names}</span><span>2023-02-13 09:20</span>")
    assert read(html).body == BODY


def test_where_a_reader_writes_from_is_no_source() -> None:
    meta = f"<p>作者：{A}</p><p><i>2023-02-13 18:03</i> <i>来自内蒙古自治区</i></p>"
    assert read(page(meta=meta)).source is None


def test_the_names_of_the_writers_right_under_a_title_are_none_of_the_text() -> None:
    article = read(page(f"<p>{A}、{B}</p>{PARAGRAPHS}", meta=""))
    assert (article.authors, article.body) == ((A, B), BODY)


def test_a_link_in_a_box_of_its_own_between_paragraphs_ends_nothing() -> None:
    link = "<div class='teads'><div><a href='/b'>相關文章：甲所举办开放日</a></div></div>"
    assert body_of(f"<p>{OPENING}</p><p>{MIDDLE}</p>{link}<p>{CLOSING}</p>") == BODY


def test_a_summary_set_otherwise_than_the_text_is_none_of_it() -> None:
    assert body_of(f"<p class='zy'>摘要：三件事要在月底前办完。</p>{PARAGRAPHS}") == BODY


def test_a_summary_under_its_own_heading_is_none_of_the_text() -> None:
    box = "<div class='abs'><h4>摘要：</h4>三件事要在月底前办完。</div>"
    assert body_of(f"{box}{PARAGRAPHS}") == BODY


def test_who_reports_in_the_box_of_the_date_is_no_text() -> None:
    meta = f"<span>发布时间：2023-02-13 18:11</span><div>{A} {B} / 海右报导</div>"
    article = read(page(meta=meta))
    assert (article.authors, article.body) == ((A, B), BODY)


def test_an_abstract_set_like_the_text_is_text() -> None:
    assert body_of(f"<p>摘要：三件事要在月底前办完。</p>{PARAGRAPHS}").startswith("摘要：")


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


def test_who_wrote_and_when_under_a_standfirst_is_the_byline() -> None:
    lead = "<p class='lead'>三件事要在月底前办完，综合处牵头。</p>"
    by = f"<div class='by'><span>文</span><a>{A}</a><span>攝影</span><a>{B}</a><span>2021-06-20</span></div>"
    html = f"<article><header><h1>{TITLE}</h1>{lead}{by}</header><section>{PARAGRAPHS}</section></article>"
    article = read(f"<html><head><title>{TITLE}｜海右雜誌</title></head><body>{html}</body></html>")
    assert article.body.endswith(BODY)
    assert article.authors == (A,)


def test_the_path_to_a_page_between_byline_and_text_is_no_text() -> None:
    path = "<div class='where'><a href='/'>海右新闻</a> &gt; <a href='/rj/'>人间</a></div>"
    html = f"<div class='newscontent'><h1>{TITLE}</h1><p>{META_LINE}</p>{path}{PARAGRAPHS}</div>"
    article = read(f"<html><head><title>{TITLE}_海右新闻</title></head><body>{html}</body></html>")
    assert article.body == BODY


def test_an_accounts_number_is_no_part_of_a_source() -> None:
    tail = f"{PARAGRAPHS}<p>来源：海右观察（ID：haiyougc）</p>"
    assert read(page(tail, meta="2023-02-13 09:00")).source == "海右观察"
