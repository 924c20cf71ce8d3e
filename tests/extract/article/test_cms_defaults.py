"""What the default templates of widespread CMSs print round a text, read as what it is."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import (
    BODY,
    MIDDLE,
    OPENING,
    PARAGRAPHS,
    body_of,
    page,
    read,
)

_VOTES = '<div class="newdigg"><div>顶一下</div><div>(3)</div><div>75%</div><div>踩一下</div></div>'
_PAGES = '<ul class="pagenav"><li><a href="44">&lt; 前页</a></li><li><a href="46">后页 &gt;</a></li></ul>'
_TOOLS = "<div>【字号 <a>大</a> <a>中</a> <a>小</a>】 【<a>留言</a>】 【<a>打印</a>】 【<a>关闭</a>】 【Email推荐： <input>】</div>"


@pytest.mark.parametrize("under", [_VOTES, _PAGES])
def test_votes_and_ways_to_the_neighbours_under_a_text_are_none_of_it(under: str) -> None:
    """DedeCMS counts votes in boxes of their own, Joomla says 前页."""
    html = page(f"{PARAGRAPHS}{under}").replace("class='content'", "")
    assert read(html).body == BODY


def test_controls_in_brackets_are_no_text_whatever_one_of_them_holds() -> None:
    """Portals of 2008 print the sizes of the type in one bracket, and a form in another."""
    assert body_of(f"{_TOOLS}{PARAGRAPHS}") == BODY


def test_a_text_about_high_resolution_is_no_foot_of_a_page() -> None:
    """A summary that begins it is told from it, as from any other text."""
    begins = "利用高分辨率遥感影像，课题组重建了近四十年来湖泊面积的变化过程。"
    text = f"{begins}结果表明，湖泊面积在近十年明显扩大，与降水的增加有关。"
    html = page(
        f"<p>{text}</p><p>{OPENING}</p><p>{MIDDLE}</p>", meta=f"时间：2023-02-13</div><div>{begins}"
    )
    assert read(html).body == f"{text}\n\n{OPENING}\n\n{MIDDLE}"


def test_a_worded_label_names_the_source_on_a_line_of_links() -> None:
    """2023-02-13 来源于 某网 评论(0) 打印: all but the date and the word are links."""
    meta = (
        "2023年02月13日 16:40　来源于 <a href='/'>望川网</a><span><a href='#c'>评论(<em>0</em>)</a>"
        "<a href='#p'>打印</a><a href='#f'>字号 A- A A+</a></span>"
    )
    article = read(page(meta=meta))
    assert article.source == "望川网"
    assert article.date_published == "2023-02-13T16:40:00+08:00"


def test_who_submitted_a_text_wrote_it_whatever_order_its_day_is_printed_in() -> None:
    """Drupal in Chinese: the day has the order of its first language."""
    meta = "由 <span>翁怀远</span> 提交于 <span>周五, 07/26/2019 - 11:11</span>"
    article = read(page(meta=meta))
    assert article.authors == ("翁怀远",)
    assert article.date_published == "2019-07-26T11:11:00+08:00"


@pytest.mark.parametrize(
    "meta",
    [
        "<span>望川融媒</span><span>2023-02-13 07:30</span><span>2.3万</span>",
        "<span>2023年02月13日01:26</span> <a>望川晚报</a> <i>翁怀远</i> <a>我要评论(<em>0</em>)</a>",
    ],
)
def test_a_count_or_a_control_beside_a_date_hides_no_source(meta: str) -> None:
    """How often a text was read may be printed as 2.3万."""
    source = read(page(meta=meta)).source
    assert source in ("望川融媒", "望川晚报")


def test_a_name_ends_before_the_word_of_its_date() -> None:
    """Par A Publié le 2 avril: the word has a capital, in an element of its own."""
    html = page(
        "<p>Un couvert végétal, maintenu toute l'année entre les rangs, nourrit le sol.</p>" * 3,
        title="Les vergers gagnent du terrain",
        meta="<span>Par <b>Luc Fabre</b></span> <span>Publié le 02 avril 2021 à 05h45</span>",
    )
    assert read(html).authors == ("Luc Fabre",)


def test_a_moment_declared_in_utc_is_told_in_the_zone_of_the_page() -> None:
    """Of the evening of February 13 a plugin says February 14, 05:12Z."""
    html = page(
        "<p>The council voted late on Tuesday to rezone the yard, after a long hearing.</p>" * 3,
        title="Council backs rezoning",
        head='<meta property="article:published_time" content="2024-02-14T05:12:09+00:00">',
        meta='<time datetime="2024-02-13T23:12:09-06:00">February 13, 2024</time>',
    )
    assert read(html).date_published == "2024-02-13T23:12:09-06:00"
