"""What a site file says of an article overrides the generic rules, field by field, and says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from newscrawl.extract.article import extract_article
from newscrawl.items import Article
from newscrawl.sites.model import ArticleRules, Site

URL = "https://www.example.ac.cn/xwzx/202302/t20230213_1.html"
TEXT = "研究所召开了年度工作会议，总结了过去一年的工作，部署了新一年的任务。"
MORE = "会议还表彰了先进集体，并对安全工作提出了要求，大家作了交流。"
SIDE = (
    "<p>侧栏里有一段很长很长的文字，它比正文还要长，说的是别的事情，而且标点很多，很像正文。</p>"
    * 6
)
PAGE = f"""<html><head><title>某研究所</title><meta name="ArticleTitle" content="年度会议">
</head><body>
<div class="way"><a href="/">首页</a><i>&gt;</i><a href="/xwzx/">新闻中心</a></div>
<div class="side">{SIDE}</div>
<div class="main"><div class="headline">我所召开年度工作会议</div>
<div class="info"><span class="when">2023-02-13</span><span class="who">张三</span>
<span class="from">科研处</span></div>
<div class="slogan">求实创新</div>
<div class="text"><p>{TEXT}</p><p class="ad">点我看广告，真的很好，快来看吧，不要错过。</p>
<p>长期有效的口号写在每一篇的后面。</p><p>{MORE}</p></div></div>
</body></html>"""
RULES = ArticleRules(
    title=".headline",
    byline=".info",
    author=".who",
    source=".from",
    date=".when",
    body=".text",
    breadcrumb=".way",
    drop=(".ad",),
    boilerplate=("长期有效的口号…",),
)


def read(rules: ArticleRules, page: str = PAGE, url: str = URL) -> Article:
    return extract_article(page.encode(), url, site=Site(id="x", articles=(rules,)))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "我所召开年度工作会议"),
        ("authors", ("张三",)),
        ("source", "科研处"),
        ("date_published", "2023-02-13"),
        ("breadcrumbs", ("首页", "新闻中心")),
        ("body", f"{TEXT}\n\n{MORE}"),
        ("issues", ()),
    ],
)
def test_each_rule_gives_its_field(field: str, value: object) -> None:
    assert getattr(read(RULES), field) == value


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("title", "site:title"),
        ("authors", "site:author"),
        ("source", "site:source"),
        ("date_published", "site:date"),
        ("body", "site:body"),
    ],
)
def test_provenance_names_the_rule(field: str, rule: str) -> None:
    assert read(RULES).provenance[field].rule == rule


@pytest.mark.parametrize("field", ["title", "byline", "author", "source", "date", "body"])
def test_a_rule_that_matches_nothing_is_an_issue_and_the_page_is_still_read(field: str) -> None:
    gone: dict[str, Any] = {field: ".gone"}
    article = read(replace(RULES, **gone))
    missed = [one for one in article.issues if one.code == "rule_missed"]
    assert [(one.field, one.text) for one in missed] == [(field, ".gone")]
    assert TEXT in article.body or field == "body"


def test_a_title_in_the_head_of_the_page_counts_too() -> None:
    assert read(replace(RULES, title="meta[name=ArticleTitle]")).title == "年度会议"


def test_xpath_gives_strings() -> None:
    rules = replace(RULES, author="xpath://span[@class='who']/text()")
    assert read(rules).authors == ("张三",)


def test_an_xpath_that_cannot_be_evaluated_matches_nothing() -> None:
    # The name beside the date, which no label announces, is taken then, and doubted.
    article = read(replace(RULES, author="xpath:count('no nodes')"))
    assert [one.field for one in article.issues] == ["author", "authors"]
    assert article.authors == ("张三",)


def test_a_label_before_the_value_is_no_part_of_it() -> None:
    page = PAGE.replace(">科研处<", ">来源：科研处 <").replace(">张三<", ">作者：张三 李四<")
    article = read(RULES, page)
    assert (article.source, article.authors) == ("科研处", ("张三", "李四"))


def test_an_author_element_without_a_name_is_empty_not_absent() -> None:
    article = read(RULES, PAGE.replace(">张三<", "><"))
    assert (article.authors, article.provenance["authors"].status) == ((), "empty")


def test_a_body_rule_may_name_every_paragraph() -> None:
    article = read(replace(RULES, body=".text p:not(.ad)", drop=()))
    assert article.body == f"{TEXT}\n\n{MORE}"


def test_a_body_rule_may_hold_title_and_byline() -> None:
    article = read(replace(RULES, body=".main", boilerplate=("求实创新", "长期有效…")))
    assert article.body == f"{TEXT}\n\n{MORE}"


def test_a_byline_rule_that_finds_rows_of_a_table_in_the_text_too_takes_nothing_from_it() -> None:
    byline = "<table><tr><td>作者：张三</td><td>日期：2023-02-13</td></tr></table>"
    table = "<table><tr><td>序号</td><td>单位</td></tr><tr><td>1</td><td>科研处</td></tr></table>"
    page = f"""<div class="main"><h1>我所召开年度工作会议</h1>{byline}
        <div class="text"><p>{TEXT}</p>{table}<p>{MORE}</p></div></div>"""
    article = read(ArticleRules(title="h1", byline=".main tr", body=".text"), page)
    assert article.body == f"{TEXT}\n\n序号\t单位\n1\t科研处\n\n{MORE}"
    assert (article.authors, article.date_published) == (("张三",), "2023-02-13")


@pytest.mark.parametrize(
    "head",
    [
        "<h1>我所召开年度工作会议<br><span>2023-02-13 11:10 来源：科研处 作者：张三</span></h1>",
        "<h1>我所召开年度工作会议<small>2023年02月13日</small></h1>来源：科研处 作者：张三",
        "<h1>我所召开年度工作会议 <small>（2023-02-13）</small></h1>来源：科研处 作者：张三",
        "<h1>我所召开年度工作会议<p>作者：张三 来源：科研处 时间：2023-02-13</p></h1>",
    ],
)
def test_a_title_rule_may_hold_the_byline_too(head: str) -> None:
    page = f"<div class='main'>{head}<div class='text'><p>{TEXT}</p><p>{MORE}</p></div></div>"
    for rules in (ArticleRules(title="h1", body=".text"), ArticleRules(body=".text")):
        article = read(rules, page)
        assert article.title == "我所召开年度工作会议"
        assert (article.authors, article.source) == (("张三",), "科研处")
        assert (article.date_published or "")[:10] == "2023-02-13"


def test_an_empty_body_element_means_an_empty_body() -> None:
    start, end = PAGE.index("<p>" + TEXT), PAGE.index("</div></div>\n</body>")
    article = read(RULES, PAGE[:start] + PAGE[end:])
    assert (article.body, article.title) == ("", "我所召开年度工作会议")


def test_the_layout_that_fits_the_page_is_taken() -> None:
    old = ArticleRules(until=date(2020, 1, 1), title=".old-title", body=".old-text")
    site = Site(id="x", articles=(old, RULES))
    page = PAGE.replace("headline", "old-title").replace('"text"', '"old-text"')
    article = extract_article(page.encode(), URL, site=site)
    assert article.title == "我所召开年度工作会议"
    assert [one for one in article.issues if one.field == "title"] == []


@pytest.mark.parametrize(
    ("year", "title"), [("2019", "旧版标题"), ("2023", "我所召开年度工作会议")]
)
def test_among_layouts_that_fit_the_day_decides(year: str, title: str) -> None:
    old = replace(RULES, until=date(2020, 1, 1), title=".slogan")
    site = Site(id="x", articles=(old, RULES))
    page = PAGE.replace("求实创新", "旧版标题")
    url = URL.replace("2023", year)
    assert extract_article(page.encode(), url, site=site).title == title


def test_a_family_names_the_byline_where_the_site_does_not() -> None:
    page = PAGE.replace('class="slogan">求实创新', 'class="arti_metas">来源：宣传部')
    article = extract_article(page.encode(), URL, site=Site(id="x", family="webplus"))
    assert article.source == "宣传部"


def test_a_page_without_breadcrumb_reads_the_same_with_and_without_its_menu() -> None:
    rules = replace(RULES, breadcrumb=None)
    bare = PAGE.replace("首页</a><i>&gt;</i>", "新闻</a>")
    with_menu = bare.replace("</body>", "<p>主办：某研究所，地址：某路一号。</p></body>")
    assert read(rules, with_menu).body == read(rules, bare).body


def test_the_heading_of_a_column_over_the_breadcrumb_in_its_box_is_no_step_of_it() -> None:
    """So no rule for the breadcrumb was learnt, and all that stands over an article was read."""
    way = '<div class="way"><h2>通知公告</h2><span>当前位置：</span><a href="/">网站首页</a> -> <a href="/tz/">通知公告</a></div>'
    page = f"{way}<h1>某地举行报告会</h1><div class='text'><p>{TEXT}</p></div>"
    article = read(ArticleRules(title="h1", body=".text", breadcrumb=".way"), page)
    assert article.breadcrumbs == ("网站首页", "通知公告")


def test_a_title_rule_that_names_half_of_a_page_gives_the_first_with_text() -> None:
    headings = "<h1>" * 900 + "<h1></h1>" * 42_000
    page = f"<div class='text'><h1>某地举行报告会</h1><p>{TEXT}</p></div>{headings}"
    assert read(ArticleRules(title="h1", body=".text"), page).title == "某地举行报告会"


def test_a_byline_rule_that_finds_elements_in_elements_gives_each_line_once() -> None:
    """Two thousand of them, each within the last, took minutes."""
    page = (
        f"<h1>某地举行报告会</h1><div class='info'><div class='info'>摄影：翁怀远 发布时间：2023-02-13</div></div>"
        f"<div class='text'><p>{TEXT}</p></div>"
    )
    article = read(ArticleRules(title="h1", byline=".info", body=".text"), page)
    assert [credit.name for credit in article.credits] == ["翁怀远"]
    assert article.date_published == "2023-02-13"


def test_a_text_that_a_byline_rule_takes_along_is_no_byline() -> None:
    """It was read as one, however long; a text of a page without blanks took ten seconds."""
    text = TEXT * (1_000 // len(TEXT) + 1)
    page = f"<h1>某地举行报告会</h1><div class='info'>{text}2019-08-07</div>"
    article = read(ArticleRules(title="h1", byline=".info"), page)
    assert article.provenance["date_published"].rule == "url"
