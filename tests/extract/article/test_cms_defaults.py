"""What the default templates of widespread CMSs print round a text, read as what it is."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import (
    BODY,
    MIDDLE,
    OPENING,
    PARAGRAPHS,
    TITLE,
    body_of,
    codes,
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


def test_paragraphs_behind_a_box_of_further_reading_are_text_however_few() -> None:
    """Chinese papers abroad set 延伸阅读 between two paragraphs."""
    box = "<section class='related'><h3>延伸阅读</h3><a href='/b'>大学学费明年起调整</a></section>"
    closing = "申请将于下个月开放，详情可浏览各大学网站。"
    text = f"<p>{OPENING}</p><p>{MIDDLE}</p>"
    assert body_of(f"{text}{box}<p>{closing}</p>") == f"{OPENING}\n\n{MIDDLE}\n\n{closing}"


@pytest.mark.parametrize(
    "under",
    [
        "该文观点仅代表作者本人，本平台仅提供信息存储空间服务。",
        "新闻热线：0535-0000000 报料有奖",
        "Facebook'ta Paylaş Twitter'da Paylaş",
    ],
)
def test_what_houses_print_under_a_text_is_none_of_it(under: str) -> None:
    """Platforms answer for nothing, papers ask for news, and a share link has a case ending."""
    assert body_of(f"{PARAGRAPHS}<div>{under}</div>") == BODY


_DANISH = "<p>Forskere har kortlagt ålegræsset i fjorden og fundet dobbelt så store bede.</p>" * 3


def test_a_day_over_the_title_goes_before_a_change_told_under_the_text() -> None:
    """Universities print the day over the headline, and at the foot when the page was changed."""
    html = page(
        _DANISH,
        title="Dobbelt så meget ålegræs",
        meta="Af Jonas Hald",
        above="<div>22.09.2023</div>",
        below="<p>Sidst opdateret: 25.09.2023</p>",
    )
    assert read(html).date_published == "2023-09-22"


def test_the_day_a_site_was_changed_is_not_the_articles() -> None:
    """地址：某路66号 最后更新：2026-11-20 is the site's foot, with no other word of one."""
    foot = "<div>地址：某市学府大道66号　最后更新：2026-11-20</div>"
    assert read(page(meta="点击数：<script>show(1)</script>", below=foot)).date_published is None


def test_a_picture_of_somebodys_was_not_written_by_his_house() -> None:
    """A credit under a picture may have the class that the byline has."""
    picture = (
        "<ul><li><a>Facebook</a></li><li><a>Twitter</a></li><li><a>Email</a></li></ul>"
        "<figure><img src='a.jpg'><figcaption><p>The landing last week.</p><ul><li>"
        "<span class='tnt-byline'>ROSA DELMONT/HARBOR WEEKLY</span></li></ul></figcaption></figure>"
    )
    html = page(
        "<p>The ferry will make its last crossing on the final Sunday of September.</p>" * 3,
        title="Last ferry to cross in September",
        meta=f"<p>BY ROSA DELMONT | STAFF WRITER</p><time>Aug 30, 2022</time></div>{picture}<div>",
    )
    assert read(html).authors == ("ROSA DELMONT",)


def test_a_day_behind_the_word_of_its_weekday_begins_a_byline() -> None:
    """Thứ năm, 20/07/2023, 08:30 (GMT+7) | Lượt xem: 412, as Vietnam's templates print it."""
    html = page(
        "<p>Bản đồ được lập từ hơn hai nghìn ảnh chụp dưới nước trong ba năm qua.</p>" * 3,
        title="Công bố bản đồ rạn san hô mới",
        meta="Thứ năm, 20/07/2023, 08:30 (GMT+7) | Lượt xem: 412",
    )
    article = read(html.replace("<html>", "<html lang='vi'>"))
    assert article.date_published == "2023-07-20T08:30:00+07:00"
    assert "412" not in article.body


def test_on_a_board_the_label_of_a_day_ends_a_name_and_who_replies_has_not_written() -> None:
    """作者：A　提交日期：…, and under the post 作者：B　回复日期：…."""
    post = "<font>作者：<a>高原的风</a>　提交日期：2008-1-12 21:05:00　<a>访问：</a>45120</font>"
    reply = "<font>作者：<a>海边人</a>　回复日期：2008-1-12 21:33:10　</font><p>顶楼主，好人一生平安。</p>"
    article = read(page(meta=post, below=reply))
    assert article.authors == ("高原的风",)
    assert article.date_published == "2008-01-12T21:05:00+08:00"


def test_the_link_to_a_post_itself_has_not_written_it() -> None:
    """发表于 2006-11-08 22:41 | 固定链接 | 引用通告(0): spaces and blogs print it under a post."""
    below = "<div>发表于 2006-11-08 22:41 | <a>固定链接</a> | <a>引用通告(0)</a></div>"
    assert read(page(meta="", below=below)).authors == ()


def test_the_sites_name_under_a_title_is_no_second_line_of_it() -> None:
    """MediaWiki prints under the title what its <title> has behind it."""
    html = page(title="望舒天文台", meta="")
    html = html.replace("望舒天文台-海右院", "望舒天文台 - 海右百科，自由的百科全书")
    html = html.replace("<div class='info'></div>", "<div>海右百科，自由的百科全书</div>")
    assert read(html).title == "望舒天文台"


_QUAY = (
    "<p>The council met on Monday to weigh a plan for the quay, and heard forty residents.</p>"
    "<p>Several of them asked for a longer study of the traffic, which is promised for spring.</p>"
)


def test_a_sentence_that_begins_with_a_day_is_text_whatever_label_stands_behind_it() -> None:
    """On 14 March 2024 the council … Photo: was taken for a byline, and cut from the text."""
    told = "On 14 March 2024 the council opened the new quay to walkers. Photo: Jane Roe"
    html = page(f"<p>{told}</p>{_QUAY}", title="Council weighs plan", meta="12 May 2024")
    article = read(html)
    assert article.body.startswith(told)
    assert article.date_published == "2024-05-12"


@pytest.mark.parametrize("row", ["转自 望川日报 的一封信", "作者 与 读者 的对话"])
def test_words_in_the_title_of_a_row_name_no_source_and_no_writer(row: str) -> None:
    """A row of a list is a link and a date as well, but its words are those of a title."""
    rows = f"<div><a href='/1'>{row}</a> <span>2023-01-04</span></div>"
    article = read(page(meta="2023-02-13", below=rows))
    assert article.source is None
    assert not article.authors


@pytest.mark.parametrize("told", ["2026年11月27日 星期五", "2026-11-27"])
def test_a_day_over_the_title_that_is_later_than_the_last_change_is_the_calendars(
    told: str,
) -> None:
    """The head of a site prints what day it is."""
    html = page(meta="", above=f"<div>{told}</div>", below="<div>更新时间：2023-02-13</div>")
    assert read(html).date_published == "2023-02-13"


@pytest.mark.parametrize(
    "said", ["请使用1024×768以上分辨率", "屏幕分辨率1280*800以上效果最佳", "未经许可不得摘编"]
)
def test_what_a_site_asks_of_its_readers_is_its_foot(said: str) -> None:
    """And so a change told beside it is the site's."""
    html = page(meta="2023-02-13", below=f"<div>{said}<br>最后更新：2026-11-20</div>")
    assert read(html).date_modified is None


def test_one_moment_in_two_zones_is_neither_a_conflict_nor_a_change_before_the_text() -> None:
    """Where it is the 14th for the readers the plugins' UTC says the 13th, of the change as well."""
    said = "2024-02-13T17:00:00Z"
    head = "".join(
        f'<meta property="{name}" content="{said}">'
        for name in ("article:published_time", "article:modified_time", "og:published_time")
    )
    html = page(
        head=f'{head}<script type="application/ld+json">{{"@type":"NewsArticle",'
        f'"headline":"{TITLE}","datePublished":"{said}"}}</script>',
        meta='<time datetime="2024-02-14T01:00:00+08:00">2024-02-14</time>',
    )
    article = read(html)
    assert article.date_published == "2024-02-14T01:00:00+08:00"
    assert "date_conflict" not in codes(article)


def test_what_plain_paragraphs_say_under_related_news_is_none_of_the_text() -> None:
    """The summary of another article, set like the text: the words end the text all the same."""
    under = "<p>相关新闻</p><p><a href='/1'>部署会侧记一则</a></p><p>侧记写了会上的讨论，并配有三张照片。</p>"
    assert body_of(f"{PARAGRAPHS}{under}") == BODY


def test_who_put_a_page_in_letters_in_is_not_its_writer() -> None:
    """Chinese houses declare on their pages in English the editor, in Chinese."""
    html = page(
        "<p>Coral reefs off the coast have begun to recover, researchers said on Monday.</p>" * 3,
        title="Reefs recover after fishing ban",
        head="<meta name='author' content='石磊'>",
        meta="By LI NA in Nanyu | Haiyou Daily | Updated: 2021-05-24 09:11",
    )
    assert read(html).authors == ("LI NA",)


def test_the_time_in_the_foot_of_an_article_is_its_own() -> None:
    """<article> … <footer><time>: what a page's foot would be is here the text's byline."""
    foot = "<footer><time>2021年12月3日</time> 发布 · 阅读 1,204</footer>"
    html = page(f"{PARAGRAPHS}{foot}", meta="").replace("div class='content'", "article")
    assert read(html).date_published == "2021-12-03"


def test_a_house_that_calls_a_text_its_own_and_forbids_its_use_ends_it() -> None:
    """某网原创文章，未经授权禁止转载: a statement about rights, whoever it names first."""
    rights = "<p>海右网原创文章，未经授权禁止转载。详情见转载须知。</p>"
    assert body_of(f"{PARAGRAPHS}{rights}") == BODY


def test_a_name_ends_before_the_word_of_a_day_in_any_language() -> None:
    """Text: A Publicerad 14 juni: one element each, with no blank for a bar."""
    html = page(
        "<p>Regionen satsar tre miljoner kronor på att återställa våtmarker längs ån.</p>" * 3,
        title="Våtmarker återställs",
        meta="<span>Text: <a>Oskar Lind</a></span> <span>Publicerad 14 juni 2022 kl 06.00</span>",
    )
    assert read(html).authors == ("Oskar Lind",)


def test_a_way_back_and_recent_news_in_romanian_are_no_text() -> None:
    """« Înapoi, Știri recente and a link stand under a text in no box of their own."""
    under = "<p><a href='/'>« Înapoi</a></p><h3>Știri recente</h3><a href='/b'>Conferință</a>"
    assert body_of(f"{PARAGRAPHS}{under}") == BODY


def test_ways_to_share_and_what_members_may_read_are_no_japanese_text() -> None:
    """Papers print both among the paragraphs, with no box of their own."""
    text = "市は八日、老朽化が進む図書館を駅前に移転する方針を明らかにした。"
    offer = "<p>有料会員になると会員限定の有料記事もお読みいただけます。</p>"
    html = page(
        f"<ul><li>シェア</li><li>ツイート</li></ul><p>{text}</p><p>{text}</p>{offer}",
        title="図書館、駅前へ移転",
        meta="2023年3月9日 5時00分",
    )
    assert read(html).body == f"{text}\n\n{text}"
