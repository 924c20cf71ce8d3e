"""What templates nobody wrote rules for print around an article, and what of it is the article's."""

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

NEIGHBOURS = "".join(
    f"<a href='/n/{n}.html'><h5>海右院第{n}研究室完成年度验收</h5><time>2016-05-{n}</time></a>"
    for n in (20, 21, 22)
)
SCRIPTED = """<html><head><meta charset='utf-8'><meta property='og:title' content='{title}'>
<meta name='author' content='{author}'></head><body><h1 class='rich_media_title'>{title}</h1>
<div class='rich_media_meta_list'><span>{author}</span><a id='js_name'>{account}</a>
<div style='display:none'><strong class='profile_nickname'>{account}</strong>
<p>功能介绍发布院里的消息，答复大家的来信。</p></div><em id='publish_time'></em></div>
<div class='rich_media_content' id='js_content' style='visibility:hidden'>{body}</div>
<script>{script}</script></body></html>"""


def test_a_time_in_the_link_to_another_article_dates_none() -> None:
    html = page(meta="来源：综合处", below=f"<div class='rec'>{NEIGHBOURS}</div>")
    assert read(html).date_published is None


def test_a_date_in_boxes_over_the_title_is_the_articles() -> None:
    html = page(meta="", below=f"<div class='rec'>{NEIGHBOURS}</div>").replace(
        "<h1>", "<div><strong>13</strong><em>2023.02</em></div><h1>"
    )
    assert read(html).date_published == "2023-02-13"


def test_a_title_between_its_date_and_its_byline_is_read_where_the_page_names_the_site_only() -> (
    None
):
    html = (
        "<html><head><title>海右能源集团有限公司 新闻详情</title></head><body><section>"
        f"<div><strong>13</strong><em>2023.02</em></div><h3 class='title'>{TITLE}</h3>"
        f"<p>来源：综合处　阅读：12</p><div>{PARAGRAPHS}</div></section></body></html>"
    )
    article = read(html)
    assert (article.title, article.date_published) == (TITLE, "2023-02-13")


def test_the_box_of_a_side_column_that_holds_the_only_first_heading_is_the_articles() -> None:
    files = "<p><a href='/upload/pszb.pdf'>评审结果.pdf</a></p>"
    html = page(files, meta="发布者：王海 发布时间：2023-02-13")
    html = html.replace("<h1>", "<div class='infobox'><h1>").replace("</body>", "</div></body>")
    article = read(html)
    assert article.date_published == "2023-02-13"
    assert [one.title for one in article.attachments] == ["评审结果.pdf"]


@pytest.mark.parametrize(
    ("script", "moment"),
    [
        ('var ct="1676254985";', "2023-02-13T10:23:05+08:00"),
        ("var createTime = '2023-02-13 10:23';", "2023-02-13T10:23:00+08:00"),
        ("var other = '1676254985';", None),
    ],
)
def test_the_moment_that_a_script_prints_when_it_runs_is_the_date(
    script: str, moment: str | None
) -> None:
    html = SCRIPTED.format(
        title=TITLE, author="翁怀远", account="海右院", body=PARAGRAPHS, script=script
    )
    assert read(html).date_published == moment


def test_an_account_is_the_source_and_who_is_declared_and_printed_beside_it_the_author() -> None:
    html = SCRIPTED.format(
        title=TITLE, author="翁怀远", account="海右院事", body=PARAGRAPHS, script=""
    )
    article = read(html)
    assert (article.authors, article.source, article.body) == (("翁怀远",), "海右院事", BODY)


def test_an_account_that_names_nobody_wrote_nothing_itself() -> None:
    html = SCRIPTED.format(title=TITLE, author="", account="海右院事", body=PARAGRAPHS, script="")
    assert read(html).authors == ()


def test_the_line_of_an_edition_is_a_byline_under_whose_title_stands_who_wrote() -> None:
    html = page(
        title="老屋旧事记",
        meta="<p>秦暮云</p><p>《 海右日报 》( 2023年02月13日 第 02 版 )</p>",
        above="<div>2023年02月13日 星期一 往期回顾 返回目录</div>",
    ).replace("h1>", "b>")
    article = read(html)
    assert (article.title, article.authors, article.source) == (
        "老屋旧事记",
        ("秦暮云",),
        "《海右日报》",
    )
    assert (article.body, article.subtitles) == (BODY, ())


@pytest.mark.parametrize(
    "over",
    [
        f"<div><strong>摘要</strong>: {OPENING[:24]} ...</div>",
        "<b>简介：</b>",
        "<div>∙ 江西</div>",
        "<div>来自江西</div>",
    ],
)
def test_what_a_template_sets_over_a_text_is_none_of_it(over: str) -> None:
    html = page().replace("<div class='content'>", f"{over}<div class='content'>")
    assert read(html).body == BODY


@pytest.mark.parametrize(
    "under",
    [
        "<p><a href='/1'>« 海右院召开年度工作会议</a></p><p><a href='/2'>综合处组织安全检查 »</a></p>",
        "<p>投稿邮箱：tougao@haiyou.example　新闻热线：0531-88888888</p>",
    ],
)
def test_arrows_to_the_posts_beside_and_addresses_of_an_editors_desk_are_no_text(
    under: str,
) -> None:
    assert body_of(PARAGRAPHS + under) == BODY


@pytest.mark.parametrize(
    "under",
    [
        "<p>下一条 海右院举行运动会，全体职工踊跃参加了两天的比赛！</p>",
        "<p>凡标注来源为望川报的作品均来自其他媒体，其目的在于传递更多信息。</p>",
    ],
)
def test_what_names_the_next_post_or_says_whose_texts_are_is_none(under: str) -> None:
    assert body_of(PARAGRAPHS + under) == BODY


@pytest.mark.parametrize(
    "link",
    ["查看报名入口→", "To the project website »", "« Die Insel im Winter", "海右院年度报告全文›"],
)
def test_a_link_of_the_text_with_an_arrow_is_text(link: str) -> None:
    line = f"<p><a href='/b'>{link}</a></p>"
    assert link in body_of(PARAGRAPHS.replace("</p>", f"</p>{line}", 1))


_BACK = "<p><a href='/a'>« 海右院召开年度工作会议</a></p>"
_ON = "<p><a href='/b'>综合处组织春季安全检查 »</a></p>"


@pytest.mark.parametrize("under", [_BACK, _ON + _BACK, _BACK + _ON + "<p>院办电话 0123</p>"])
def test_links_to_the_posts_beside_are_no_text_in_whatever_order(under: str) -> None:
    body = body_of(PARAGRAPHS + under)
    assert body.removesuffix("\n\n院办电话 0123") == BODY


def test_a_quoted_name_beside_a_link_with_an_arrow_is_text() -> None:
    under = "<p><a href='/a'>«海右志»编纂方案</a></p><p><a href='/b'>海右志报名表 »</a></p>"
    assert body_of(PARAGRAPHS + under).endswith("«海右志»编纂方案\n\n海右志报名表 »")


def test_one_link_with_an_arrow_under_a_text_is_text() -> None:
    line = "<p><a href='/b'>Register for the summer meeting »</a></p>"
    assert body_of(PARAGRAPHS + line).endswith("meeting »")


def test_files_and_ways_to_share_are_no_list_of_neighbours() -> None:
    html = page().replace("</body>", f"{_SHARED}</body>")
    assert read(html).authors == ("翁怀远",)


_SHARED = """<ul><li><a href='https://a.example'>Facebook</a></li><li><a href='https://b.example'>Twitter</a></li>
</ul><h4>稿件信息</h4><p>作者：翁怀远</p>"""


@pytest.mark.parametrize("title", ["李明当选望川学会", "校领导走访海右集团", "何院士做客海右大学"])
def test_a_page_title_in_which_something_happens_is_no_name_of_bodies(title: str) -> None:
    html = f"<html><head><title>{title}-海右研究所</title></head><body><p>——记年度工作会议侧记</p>{PARAGRAPHS}</body></html>"
    assert read(html).title == title


def test_a_linked_quotation_in_the_marks_of_french_is_text() -> None:
    assert body_of(PARAGRAPHS + "<p><a href='/1'>« Le pont »</a></p>").endswith("« Le pont »")


@pytest.mark.parametrize(
    "under",
    [
        "<div><a>顶一下</a>(0) 0%</div><div><a>踩一下</a></div>",
        "<div><a>收藏</a><a>分享</a><a>邀请</a></div>",
        pytest.param(f"<div><a>收藏</a>{'<i></i>' * 20_000}<a>分享</a></div>", id="empty ones"),
        "<div><span>0</span>顶<span>0</span>踩</div>",
        "<div class='sharedaddy'><h3>共享此文章：</h3><a>点击分享到某处（在新窗口中打开）</a></div>",
    ],
)
def test_votes_and_share_links_without_blanks_between_them_are_no_text(under: str) -> None:
    assert body_of(PARAGRAPHS + under) == BODY


def test_a_hidden_label_of_files_is_no_text_of_a_post_that_is_a_picture() -> None:
    html = page("<p><img src='/a.jpg'></p><p style='display:none'>文件下载：</p>")
    assert read(html).body == ""


def test_who_is_printed_with_the_labelled_writer_wrote_with_him() -> None:
    article = read(page(PARAGRAPHS + "<p>（本报记者 翁怀远 佟小满）</p>"))
    assert article.authors == ("翁怀远", "佟小满")


def test_the_writers_of_a_caption_are_none_where_a_department_is_labelled() -> None:
    meta = "作者：综合处 发布时间：2023-02-13"
    article = read(page(f"{PARAGRAPHS}<p>（综合处 文/图 佟小满）</p>", meta=meta))
    assert article.authors == ("综合处",)


@pytest.mark.parametrize(
    ("heading", "subtitles"),
    [
        (f"<h3>上半年任务全部完成</h3><h1>{TITLE}</h1>", ("上半年任务全部完成",)),
        (f"<h3>新闻中心</h3><h1>{TITLE}</h1>", ()),
        (
            f"<h1>{TITLE}</h1><p class='sub-title'>二十三项任务落实到人</p>",
            ("二十三项任务落实到人",),
        ),
        (f"<h1>{TITLE}</h1><center>本报记者 翁怀远</center>", ()),
    ],
)
def test_what_belongs_to_a_title_stands_over_or_under_it(
    heading: str, subtitles: tuple[str, ...]
) -> None:
    html = page().replace(f"<h1>{TITLE}</h1>", heading)
    assert read(html).subtitles == subtitles


@pytest.mark.parametrize(
    "opening",
    ["院长 翁怀远", "（2023年2月13日）", "海右办发〔2023〕18号", "2020年第6号", "第 87 号"],
)
def test_who_speaks_and_when_and_a_documents_number_are_no_subtitles(opening: str) -> None:
    article = read(page(f"<p align='center'>{opening}</p>{PARAGRAPHS}"))
    assert article.subtitles == ()
    assert MIDDLE in article.body


def test_a_byline_behind_an_address_names_the_source_and_who_wrote_for_it() -> None:
    meta = (
        "NEWS.HAIYOU.EXAMPLE.COM　2023年2月13日09:05　　来源：[ <a href='#'>海右晚报</a> ] 翁怀远"
    )
    article = read(page(meta=meta))
    assert (article.source, article.authors) == ("海右晚报", ("翁怀远",))


def test_the_name_of_a_blog_over_a_title_that_links_to_itself_is_no_title() -> None:
    url = "http://blog.haiyou.example/wen/archive/2005/08/12/1.html"
    html = (
        f"<html><head><title>某人的BLOG - {TITLE}</title></head><body>"
        "<h1><a href='/wen/'>某人的小屋</a></h1><h3>统计</h3><p>访问：10282</p>"
        f"<h2><a href='/archive/2005/08/12/1.html'>{TITLE}</a></h2><div>2005年8月12日 星期五</div>"
        f"<div class='post'>{PARAGRAPHS}</div></body></html>"
    )
    article = read(html, url=url)
    assert (article.title, article.date_published) == (TITLE, "2005-08-12")


def test_the_number_of_an_index_table_is_no_title() -> None:
    cells = "<td>索引号：</td><td>K1234567-8/2020-07</td><td>发布日期：</td><td>2020年11月2日</td>"
    html = (
        f"<html><head><title>信息详细页面</title></head><body><table><tr>{cells}</tr></table>"
        f"<table><tr><td align='center'><b>{TITLE}</b></td></tr><tr><td>{PARAGRAPHS}</td></tr>"
        "</table></body></html>"
    )
    assert read(html).title == TITLE


def test_the_next_post_of_a_board_begins_with_a_byline_like_the_first_ones() -> None:
    html = (
        f"<html><head><title>{TITLE} - 海右社区</title></head><body>"
        f"<div class='post'><p class='who'>翁怀远 2005-8-12 21:09</p><h3>{TITLE}</h3>{OPENING}<br>"
        f"{MIDDLE}</div><div class='post'><p class='who'>月下独酌 2005-8-12 23:50</p>好，顶楼主，收藏了。"
        "</div></body></html>"
    )
    article = read(html)
    assert (article.authors, article.body) == (("翁怀远",), f"{OPENING}\n\n{MIDDLE}")


def test_a_link_to_more_under_the_last_line_is_no_text() -> None:
    assert body_of(f"{PARAGRAPHS}<p><a href='/x'>更多海右新聞報道</a></p>") == BODY


def test_verses_are_running_text_however_short_and_a_box_with_a_link_to_more_is_none() -> None:
    verses = "潮落沙洲白，<br>灯明渡口船。<br>更深人不寐，<br>听雨到春前。"
    note = "注：这一首写于海右院驻渡口的水文站，那年汛期比往年晚了十来天，站里只有两个人。"
    html = page(
        f"<div class='poem'>{verses}</div><div class='zhu'><p>{note}</p></div>"
        "<div><h4>诗人简介<a href='/x'> more&gt;</a></h4><p>记录生活。</p></div>",
        title="渡口夜雨",
    )
    lines = ("潮落沙洲白，", "灯明渡口船。", "更深人不寐，", "听雨到春前。", note)
    assert read(html).body == "\n\n".join(lines)


def test_a_promotion_between_byline_and_the_editors_element_is_no_text() -> None:
    promotion = (
        "“潮起海右”年度人物评选火热进行中，一张榜单看尽这一年的大事与小事！【<a href='/v'>投票</a>】"
        "选出您心目中的那一位，参与者有机会得到纪念品！"
    )
    html = page(
        f"<div class='promo'><p>{promotion}</p></div><div id='artibody'>{PARAGRAPHS}</div>"
    ).replace("class='content'", "class='article-content'")
    assert read(html).body == BODY


def test_a_title_set_like_one_right_over_its_byline_needs_nobody_else_to_say_so() -> None:
    html = page(meta="发布时间：2023-02-13").replace(f"<title>{TITLE}-海右院", "<title>海右院")
    assert "title_unconfirmed" not in codes(read(html))


def test_a_title_shorter_than_its_boards_name_is_the_title() -> None:
    html = page(title="春汛三日").replace(
        "<title>春汛三日-海右院", "<title>渡口边的读书论坛 - 春汛三日"
    )
    assert read(html).title == "春汛三日"


@pytest.mark.parametrize(
    "paragraph",
    [
        "凡注明“来源：海右在线”的所有作品，均为本网合法拥有版权的作品，未经授权不得转载。",
        "凡来源非海右在线的作品，均转载自其它媒体，转载目的在于传递更多信息。",
    ],
)
def test_the_paragraph_about_whose_works_these_are_ends_a_text(paragraph: str) -> None:
    article = read(page(f"{PARAGRAPHS}<p>{paragraph}</p>", meta="发布时间：2023-02-13"))
    assert (article.body, article.source) == (BODY, None)
