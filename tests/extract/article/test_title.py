"""The title is the line that the page, or its listing, means; whole, and nothing else."""

from __future__ import annotations

import pytest

from newscrawl.items import ListingRef
from tests.extract.article.pages import META, MIDDLE, OPENING, PARAGRAPHS, TITLE, codes, page, read


def around(heading: str, page_title: str = TITLE, meta: str = META, head: str = "") -> str:
    return (
        f"<html><head><title>{page_title}</title>{head}</head><body>{heading}"
        f"<div class='info'>{meta}</div><div class='content'>{PARAGRAPHS}</div></body></html>"
    )


LONG = "海右院与临江市共建先进材料联合实验室签约仪式在临江举行"


@pytest.mark.parametrize(
    ("heading", "page_title"),
    [
        (f"<h1>{TITLE}</h1>", TITLE),
        (f"<h1>{TITLE}</h1>", f"{TITLE}-海右院"),
        (f"<h1>{TITLE}</h1>", f"{TITLE}_新闻中心_海右院"),
        (f"<h1>{TITLE}</h1>", "海右院"),
        (f"<h1>{TITLE}</h1>", ""),
        (f"<h1><a href='/'>海右院官方网站</a></h1><h2>{TITLE}</h2>", f"{TITLE} | 海右院"),
        (f"<h1>海右院</h1><h1>图片新闻</h1><h1>{TITLE}</h1>", f"{TITLE}-海右院"),
        (f"<div class='title'>{TITLE}</div>", "海右院"),
        (f"<p align='center'><b>{TITLE}</b></p>", f"{TITLE}-海右院"),
        (f"<table><tr><td>2023-02-13</td></tr><tr><td><b>{TITLE}</b></td></tr></table>", "海右院"),
        (f"<div>2023-02-13</div><div class='bt'>{TITLE}</div>", "海右院之窗"),
        (f"<table><tr><td class='titlestyle'>{TITLE}</td></tr></table>", f"{TITLE}-海右院"),
        (f"<h1>{TITLE}</h1>", f"{TITLE[:8]}..."),
        (f"<h2>{TITLE} <small>（2023年02月13日）</small></h2>", TITLE),
    ],
)
def test_the_heading_of_the_article_is_the_title(heading: str, page_title: str) -> None:
    assert read(around(heading, page_title)).title == TITLE


@pytest.mark.parametrize("cut", [11, 12, 15])
def test_a_title_on_two_lines_is_whole(cut: int) -> None:
    heading = f"<h1>{LONG[:cut]}<br>{LONG[cut:]}</h1>"
    title = read(around(heading, f"{LONG}-海右院")).title
    assert (title or "").replace(" ", "") == LONG


def test_a_listing_title_that_is_cut_is_completed() -> None:
    listed = ListingRef(url="http://www.haiyou.example/", title=f"{LONG[:14]}…")
    assert read(around(f"<div>{LONG}</div>", "海右院"), listed=listed).title == LONG


def test_a_listing_title_confirms_a_line_that_nobody_else_does() -> None:
    listed = ListingRef(url="http://www.haiyou.example/", title=TITLE)
    article = read(around(f"<div>{TITLE}</div>", "海右院"), listed=listed)
    assert article.title == TITLE
    assert "title_unconfirmed" not in codes(article)


@pytest.mark.parametrize(
    "head",
    [
        f"<meta name='ArticleTitle' content='{TITLE}'>",
        f"<meta property='og:title' content='{TITLE}'>",
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}"}}</script>',
        f'<script type="application/ld+json">{{"@graph":[{{"@type":["Article"],"headline":"{TITLE}"}}]}}</script>',
    ],
)
def test_a_declared_title_stands_in_where_no_line_is_one(head: str) -> None:
    article = read(around("", "海右院", head=head))
    assert article.title == TITLE


@pytest.mark.parametrize(
    "printed", ["2023–2024学年工作要点", "“十四五”规划：开局之年", "关于A-B类课题的通知"]
)
def test_marks_inside_a_title_are_kept(printed: str) -> None:
    assert read(around(f"<h1>{printed}</h1>", f"{printed}-海右院")).title == printed


def test_a_page_without_any_title_has_none_and_says_so() -> None:
    article = read("<p>短</p>")
    assert article.title is None
    assert article.provenance["title"].status == "absent"
    assert "no_title" in codes(article)


def test_a_title_that_only_one_line_gives_is_flagged() -> None:
    assert "title_unconfirmed" in codes(read(around(f"<div>{TITLE}</div>", "海右院", meta="")))


@pytest.mark.parametrize(
    "under",
    [
        "<h3>——海右院召开年中工作会</h3>",
        "<p align='center'>——海右院召开年中工作会</p>",
        "<div style='text-align:center'>——海右院召开年中工作会</div>",
    ],
)
def test_a_line_under_the_title_is_its_subtitle(under: str) -> None:
    article = read(around(f"<h1>{TITLE}</h1>{under}", f"{TITLE}-海右院"))
    assert (article.title, article.subtitles) == (TITLE, ("——海右院召开年中工作会",))


def test_the_title_printed_again_over_the_text_is_no_paragraph() -> None:
    article = read(page(f"<h2>{TITLE}</h2>{PARAGRAPHS}"))
    assert TITLE not in article.body


@pytest.mark.parametrize("label", ["主题：", "标题: ", "文章标题："])
def test_a_label_before_the_title_is_none_of_it(label: str) -> None:
    html = page().replace(f"<h1>{TITLE}</h1>", f"<div>{label}{TITLE}</div>")
    assert read(html.replace(f"<title>{TITLE}-海右院</title>", "")).title == TITLE


@pytest.mark.parametrize("badge", ["原创", "置顶", "图文"])
def test_a_badge_before_the_title_is_none_of_it(badge: str) -> None:
    html = page().replace(f"<h1>{TITLE}", f"<h1><span>{badge}</span>{TITLE}")
    assert read(html.replace("-海右院</title>", "</title>")).title == TITLE


def test_the_sites_name_is_a_segment_of_its_title_and_no_title() -> None:
    meta = "海右院综合信息网 2023-02-13"
    html = page(meta=meta).replace(f"<h1>{TITLE}</h1>", "<h2>海右院综合信息网</h2>")
    assert read(html.replace("-海右院</title>", "-海右院综合信息网</title>")).title == TITLE


def test_a_first_word_of_the_title_is_not_the_title() -> None:
    title = "Hayou has opened its doors: what the new laboratory needs to do now"
    html = page(title=title, meta="13 February 2023", above="<h4>Hayou</h4>")
    assert read(html.replace("-海右院</title>", " | Paper</title>")).title == title


def test_a_title_may_stand_far_above_the_text() -> None:
    between = "".join(f"<div>Share {n}</div>" for n in range(60))
    html = page(
        title="海右院部署下半年重点任务的会议", meta=f"2023-02-13{between}<h2>一句话的摘要</h2>"
    )
    assert read(html).title == "海右院部署下半年重点任务的会议"


def test_a_link_to_the_page_itself_is_its_title() -> None:
    html = page(meta="").replace(
        f"<h1>{TITLE}</h1>", f"<div><a href='/b/255509.html'>{TITLE}</a></div>"
    )
    html = html.replace(f"<title>{TITLE}-海右院</title>", "")
    assert read(html, url="http://blog.example/b/255509.aspx").title == TITLE


@pytest.mark.parametrize(
    ("heading", "page_title", "title"),
    [
        ("<div>公示</div>", "公示-海右院", "公示"),
        (f"<div>{TITLE}</div><div>——以实干开新局</div>", "海右院", TITLE),
        (f"<div>注册 | 登录 | 帮助</div><div>{TITLE}</div>", "海右院", TITLE),
        (f"<div>{TITLE}</div><div><b>13</b><i>2023-02</i></div>", "海右院", TITLE),
    ],
)
def test_a_menu_a_subtitle_and_a_date_in_boxes_are_no_title(
    heading: str, page_title: str, title: str
) -> None:
    assert read(around(heading, page_title, meta="来源：综合处")).title == title


def test_the_sites_name_declared_as_every_pages_title_is_none() -> None:
    head = (
        "<meta property='og:title' content='海右精密仪器研究院'>"
        "<meta property='og:site_name' content='海右精密仪器研究院'>"
    )
    assert read(around(f"<div>{TITLE}</div>", "海右精密仪器研究院", head=head)).title == TITLE


SHORT, FULL = "Lab opens hall", "Northern lab opens a hall for frost tests after two years"


@pytest.mark.parametrize(("printed", "title"), [("", FULL), (f"<p>{SHORT}</p>", SHORT)])
def test_of_declared_titles_that_are_not_printed_the_one_with_most_witnesses_is_taken(
    printed: str, title: str
) -> None:
    head = (
        f"<meta property='og:title' content='{SHORT}'><script type='application/ld+json'>"
        f'{{"@type":"NewsArticle","headline":"{FULL}"}}</script>'
    )
    text = "".join(f"<p>The hall was tested in winter {n}, and it went well.</p>" for n in range(5))
    html = (
        f"<html><head><title>{FULL} | The North</title>{head}</head><body><h1>A hall of ice</h1>{printed}"
        f"<div>{text}</div></body></html>"
    )
    assert read(html).title == title


MENU = (
    "<ul class='nav'>"
    + "".join(f"<li>{one}</li>" for one in ("首页", "概况", "新闻", "党建"))
    + "</ul>"
)


@pytest.mark.parametrize("page_title", ["海右材料研究所", "新闻详情", "海右材料研究所 - 新闻中心"])
def test_the_institutes_name_over_the_menu_is_no_title(page_title: str) -> None:
    heading = f"<h1>海右材料研究所</h1>{MENU}<div>{TITLE}</div>"
    assert read(around(heading, page_title)).title == TITLE


def test_a_heading_that_calls_itself_a_logo_is_no_title() -> None:
    heading = f"<h1 class='logo'>海右人的院</h1><div>{TITLE}</div>"
    assert read(around(heading, "新闻详情")).title == TITLE


@pytest.mark.parametrize("short", ["讣告", "简讯", "停水通知"])
def test_a_title_may_be_of_two_letters_where_a_title_stands(short: str) -> None:
    assert read(around(f"{MENU}<p class='a1'>{short}</p>", "海右材料研究所")).title == short


def test_a_short_title_behind_a_papers_longer_name_is_the_title() -> None:
    heading = f"{MENU}<p>全市新建站台六十座</p><h1>小站台 大民生</h1>"
    title = read(around(heading, "海右日报数字报-小站台 大民生", meta="2023-02-13")).title
    assert title == "小站台 大民生"


@pytest.mark.parametrize(
    "between",
    [
        "<div>2023年02月13日 09:05 海右在线 我有话说(13人参与)</div>",
        "<div>海右院门户网站 www.haiyou.example</div>",
        "<div>By Anna Keller</div>",
        "<div>https://www.haiyou.example/</div>",
        "<center>[ 回复本文 ] [ 跟从题目 ] [ 刷新 ]</center>",
        "<div>页面功能 【我来说两句】【推荐】【字体：大 中 小】【打印】</div>",
    ],
)
def test_what_stands_between_title_and_text_is_no_title_where_only_the_site_is_named(
    between: str,
) -> None:
    html = around(f"<div>{TITLE}</div>{between}", "海右院官方网站")
    assert read(html).title == TITLE


def test_a_heading_that_the_breadcrumb_below_it_names_is_the_column() -> None:
    heading = (
        "<h1>硕士研究生</h1><div>当前位置：<a href='/'>首页</a> &gt;&gt; <a href='/zs'>招生信息</a> &gt;&gt; "
        f"<a href='/zs/ss'>硕士研究生</a> &gt;&gt; 正文</div><div class='title'>{TITLE}</div>"
    )
    assert (
        read(around(heading, "海右院官方网站", meta="2022-03-25 作者： 浏览次数：")).title == TITLE
    )


def test_a_plain_line_is_the_title_where_the_page_declares_a_body_s_name_alone() -> None:
    heading = f"<div>{TITLE}</div><div>某图</div><div>另一图</div>"
    assert read(around(heading, "海右院官方网站", meta="")).title == TITLE


def test_the_issuer_on_the_first_line_of_a_title_is_a_part_of_it() -> None:
    heading = "<h1>海右市人民政府<br>关于公布清理结果的公告</h1>"
    title = read(around(heading, "关于公布清理结果的公告")).title
    assert title == "海右市人民政府关于公布清理结果的公告"


@pytest.mark.parametrize(
    "between",
    [
        "<p>索引号：A01-2022-3　发布机构：综合处　生成日期：2023-02-13</p>",
        "<p>（通讯员 翁怀远 摄影 夏知秋）</p>",
        "<p>翁怀远　夏知秋</p>",
        "<p>院士、校长　翁怀远</p>",
        "<p>海政公〔2022〕3号</p>",
    ],
)
def test_a_number_or_who_wrote_between_title_and_date_is_no_title(between: str) -> None:
    html = around(f"<p>{TITLE}</p>{between}", "海右院官方网站", meta="2023-02-13")
    assert read(html).title == TITLE


def test_a_text_under_its_only_dated_byline_is_read_before_a_column_s() -> None:
    column = (
        "<div class='l'><p>海右院成立于一九九八年，坐落于湖畔，以基础研究和应用基础研究为主，是一所综合性的科研机构，"
        f"现有职工五百余人，设有七个研究中心和三个公共技术平台，与二十余所大学有合作。</p><p>{MIDDLE}</p></div>"
    )
    html = (
        f"<html><head><title>新闻中心</title></head><body><div>{column}<div class='r'><div>{TITLE}</div>"
        f"<div>2023-02-13 来源：综合处</div><div><p>{OPENING}</p></div></div></div></body></html>"
    )
    article = read(html)
    assert (article.title, article.body) == (TITLE, OPENING)


@pytest.mark.parametrize(
    "headline",
    [
        "Von der Mühle bleibt nur das Wasserrad",
        "By the numbers: how the ferry fared",
        "Por qué sube el río en verano",
        "Par amour du fromage, un village se lève",
        "Autor zieht sein Stück zurück",
        "Garten / Keller / Dach: was ein altes Haus kostet",
        "图片：渡口的清晨",
        "编辑：一个远去的行当",
    ],
)
@pytest.mark.parametrize("said", ["Musterblatt", "Was der Sommer dem Musterland gebracht hat"])
def test_a_first_heading_may_begin_like_a_byline_or_a_label(headline: str, said: str) -> None:
    assert read(around(f"<h1>{headline}</h1>", said, meta="2023-02-13")).title == headline


def test_a_plain_line_that_begins_like_a_byline_and_goes_on_is_a_title() -> None:
    heading = "<div>Von der Mühle bleibt nur das Wasserrad</div>"
    title = read(around(heading, "Musterblatt", meta="2023-02-13")).title
    assert title == "Von der Mühle bleibt nur das Wasserrad"


@pytest.mark.parametrize("subtitle", ["（经第三届理事会审议后修订）", "——记年度工作座谈会"])
def test_a_subtitle_below_a_columns_name_is_not_the_title(subtitle: str) -> None:
    assert read(around(f"<h1>工作动态</h1><p>{subtitle}</p>", "工作动态")).title == "工作动态"


@pytest.mark.parametrize("column", ["通知公告", "科研进展", "所内新闻"])
@pytest.mark.parametrize("tail", ["", "-海右院"])
def test_a_column_as_heading_and_as_page_title_is_not_the_title(column: str, tail: str) -> None:
    heading = f"<h1>{column}</h1><div>{TITLE}</div>"
    assert read(around(heading, column + tail)).title == TITLE


@pytest.mark.parametrize("line", ["2023年2月13日 09:05 海右在线", "全文共三页", "作者：翁怀远"])
def test_what_stands_between_such_a_heading_and_the_byline_is_no_title(line: str) -> None:
    article = read(around(f"<h1>通知公告</h1><div>{line}</div>", "通知公告"))
    assert article.title == "通知公告"


@pytest.mark.parametrize("declared", ["海右省林业局-青石县林业局", "新闻动态--海右学会官网"])
@pytest.mark.parametrize(
    "meta",
    [
        "<div>海右日报</div><div>2023-02-13</div>",
        "<p>记者：翁怀远</p><p>审核：许知微</p><p>日期：2023-02-13</p>",
    ],
)
def test_a_page_title_of_bodies_and_columns_only_is_none_however_far_the_date_stands(
    declared: str, meta: str
) -> None:
    html = page(meta=meta).replace(f"<title>{TITLE}-海右院</title>", f"<title>{declared}</title>")
    assert read(html.replace("h1>", "div>")).title == TITLE
