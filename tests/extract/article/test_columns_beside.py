"""Articles beside columns that have a text of their own: what the house says of itself."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import BODY, CLOSING, OPENING, PARAGRAPHS, TITLE, page, read

ABOUT = (
    "<div class='left'><div class='lt'>院况简介</div><p>海右院成立于1998年，坐落于海右湖畔，是一所以基础研究为主"
    "的科研机构，现有职工五百余人，设有七个研究中心，三个公共技术平台，以及两个野外观测站。</p>"
    "<div class='lt'>联系我们</div><p>海右院综合处</p><p>电话：0888-1234567</p></div>"
)
FOOT = "<div class='btm'><p>版权所有：海右院</p><p>地址：海右市湖滨路66号</p></div>"
SHORT = "<p>兹定于2月15日下午召开职工大会，请准时参加。</p>"


def _beside(inner: str, title: str = "海右院") -> str:
    return (
        f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><div class='mid'>"
        f"{ABOUT}<div class='artc'>{inner}</div></div>{FOOT}</body></html>"
    )


@pytest.mark.parametrize(
    "head",
    [
        f"<h1>{TITLE}</h1><div>2023年02月13日 10:20 来源： 海右日报 作者： 文 静</div>",
        f"<h4>{TITLE}</h4><p class='tim'>2023-02-13</p>",
        f"<div class='bt2'>{TITLE}</div><div>[2023-02-13] 来源：材料室</div>",
        f"<table><tr><td class='bt3'><b>{TITLE}</b> (2023-02-13)</td></tr></table>",
    ],
)
def test_a_short_text_under_its_heading_and_byline_is_the_article_beside_a_longer_one(
    head: str,
) -> None:
    article = read(_beside(f"{head}<div>{SHORT}</div>"))
    said = (article.title, (article.date_published or "")[:10], article.body)
    assert said == (TITLE, "2023-02-13", SHORT[3:-4])


def test_a_text_without_a_byline_stands_under_the_only_heading_of_the_first_rank() -> None:
    article = read(_beside(f"<h1>{TITLE}</h1><div><p>{OPENING}</p></div>", title="部署会"))
    assert (article.title, article.body) == (TITLE, OPENING)


def test_a_column_with_the_houses_short_name_is_no_title() -> None:
    html = (
        "<html><head><meta charset='utf-8'><title>海右院－新闻</title></head><body><table><tr>"
        "<td align=center><font size=5>海右院新闻</font></td></tr></table><table><tr><td>"
        f"<p align=center><font size=4>{TITLE}</font></p><p align=center>(海右院办公室　2003年10月8日)</p>"
        f"{PARAGRAPHS}</td></tr></table></body></html>"
    )
    assert read(html).title == TITLE


def test_rows_of_other_articles_at_the_end_of_a_text_are_none_of_it() -> None:
    rows = "<ul><li><a href='/1'>平台开工</a> 2022-03-01</li><li><a href='/2'>平台招标</a> 2021-12-01</li></ul>"
    assert read(page(PARAGRAPHS + rows)).body == BODY


def test_a_file_and_its_day_at_the_end_of_a_text_stay() -> None:
    rows = "<ul><li><a href='/f/1.pdf'>任务书</a> 2023-02-10</li></ul>"
    assert read(page(PARAGRAPHS + rows)).body.endswith("任务书 2023-02-10")


def test_a_hint_that_a_text_was_taken_from_others_is_no_text() -> None:
    hint = "<p>特别提示：本文转载自其他媒体，仅代表作者观点，与本网无关。</p>"
    assert read(page(PARAGRAPHS + hint)).body == BODY


@pytest.mark.parametrize(
    ("meta", "source"),
    [
        ("《海右日报》记者 闻捷 通讯员 马骁 2023-02-13", "海右日报"),
        ("安全处　二〇二三年二月十三日", "安全处"),
        ("党委办公室｜2023.02.13｜责编 白露", "党委办公室"),
        ("2023.2.13 / 展览部 / 撰文 芮城 / 摄影 荀彧", "展览部"),
    ],
)
def test_the_house_beside_a_date_is_the_source_whoever_signs_there(meta: str, source: str) -> None:
    assert read(page(meta=meta)).source == source


def test_who_stands_before_the_word_for_contributing_wrote() -> None:
    assert read(page(meta="团委 供稿 / 2023年2月13日")).authors == ("团委",)


def test_a_title_that_a_column_or_a_house_may_have_is_doubted() -> None:
    html = page(title="海右院综合处", meta="2023-02-13").replace("-海右院</title>", "</title>")
    assert "title_unconfirmed" in {issue.code for issue in read(html).issues}


def test_what_stands_behind_an_end_mark_raises_no_doubt_about_the_text() -> None:
    others = "".join(f"<p>{CLOSING}{number}</p>" for number in range(6))
    html = page(below=f"<div><h3>相关文章</h3>{others}</div>")
    assert "body_uncertain" not in {issue.code for issue in read(html).issues}


def test_a_paragraph_that_opens_with_its_source_in_brackets_is_text() -> None:
    opening = "（来源：海右日报）海右县地处三省交界，山高路远，过去出山难，自从修通了产业路，销路一下子打开了。"
    article = read(page(f"<p>{opening}</p>{PARAGRAPHS}", meta="2023-02-13"))
    assert article.body.startswith(opening)


def test_a_department_of_two_characters_beside_the_date_is_the_source() -> None:
    assert read(page(meta="2023/2/13 8:08:08　团委")).source == "团委"


def test_a_department_that_a_slash_parts_from_its_person_wrote_nothing() -> None:
    meta = "<span>2023-02-13</span><span>马院/柏 杨 文</span><span>宣传部/石 破 图</span>"
    assert read(page(meta=meta)).authors == ("柏杨",)


def test_an_editor_of_one_character_is_one() -> None:
    article = read(page(meta="文|陶 然&nbsp;&nbsp;图|谷 雨&nbsp;&nbsp;编|成 蹊　2023-02-13"))
    assert [(one.role, one.name) for one in article.credits] == [
        ("author", "陶然"), ("photographer", "谷雨"), ("editor", "成蹊"),
    ]  # fmt: skip


def test_a_sentence_that_says_when_it_was_published_dates_the_article() -> None:
    meta = "本文发布于2023年2月13日，已被浏览210次。"
    assert read(page(meta=meta)).date_published == "2023-02-13"


def test_who_speaks_is_named_behind_the_post_with_a_blank_in_the_name() -> None:
    html = page(meta="发布时间：2023-02-13").replace("</h1>", "</h1><p>校长　王 朔</p>")
    assert read(html).authors == ("王朔",)


def test_names_of_single_characters_are_doubted() -> None:
    article = read(page(meta="作者：申 纪 兰　　关 平　　王 海　2023-02-13"))
    assert "weak_witness" in {issue.code for issue in article.issues}


BEHIND = (
    "<div class='sidebox'><h3>最新公告</h3><ul><li><a href='/n1'>关于出让的公告</a><em>2023-03-01</em></li>"
    "<li><a href='/n2'>关于登记的通告</a><em>2023-02-20</em></li></ul><h3>主要职责</h3><p>贯彻执行法律法规，负责调查、"
    "监测、评价、登记、有偿使用和规划等工作，管理湖泊，保护湿地，治理水土，监督开发利用，承办上级交办的其他事项。</p></div>"
)


def test_a_column_behind_a_short_text_is_none_of_it() -> None:
    text = (
        f"<div class='nt'>{TITLE}</div><div><font>日期：2023-02-13</font></div><div>{SHORT}</div>"
    )
    text = f"<div class='lef'>{text}</div>"
    html = (
        "<html><head><meta charset='utf-8'><title>海右市资源局</title></head><body><div id='wrap'>"
        f"{text}{BEHIND}</div></body></html>"
    )
    assert read(html).body == SHORT[3:-4]


def test_files_that_go_with_a_text_are_announced_behind_it() -> None:
    below = "<div class='gl'><b>相关文件：</b><a href='/w'>海右市湿地保护办法</a></div>"
    assert read(page(below=below)).body == BODY


def test_a_name_of_one_character_stands_behind_a_surname_of_two() -> None:
    assert read(page(meta="撰稿人：端木 赐 2023-02-13")).authors == ("端木赐",)


def test_a_count_behind_a_department_is_none_of_its_name() -> None:
    meta = "<i>人事科</i> <i>2023.02.13</i> <i>已浏览 66 次</i>"
    assert read(page(meta=meta)).source == "人事科"
