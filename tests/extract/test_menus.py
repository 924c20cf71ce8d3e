"""Large menus are left closed: they cost no reading, and hide nothing that belongs to an article."""

from __future__ import annotations

import pytest

from newscrawl.extract.article.parts import take_apart
from newscrawl.extract.article.site_rules import Ruled
from newscrawl.extract.document import Document
from newscrawl.extract.flatten import read_lines
from newscrawl.extract.lines import PageLines
from newscrawl.sites.model import ArticleRules, Site
from tests.extract.article.pages import BODY, PARAGRAPHS, TITLE, page, read

LINKS = "".join(f"<li><a href='/c{n}/'>栏目{n}</a></li>" for n in range(20))
MENU = f"<div class='nav'><h2>导航</h2><ul>{LINKS}</ul></div>"


def lines_of(html: str, *, close: bool = True) -> PageLines:
    document = Document.parse(html.encode(), "http://www.haiyou.example/a.htm")
    return read_lines(document, close=close)


def texts_of(html: str) -> list[str]:
    return [line.text for line in lines_of(html).lines]


def test_one_line_stands_for_a_large_menu_and_says_how_it_begins() -> None:
    read_so = lines_of(f"<p>上文。</p>{MENU}<p>下文。</p>")
    assert [(line.text, line.noise) for line in read_so.lines] == [
        ("上文。", None),
        ("导航", "nav"),
        ("下文。", None),
    ]
    assert read_so.closed


def test_menus_are_read_where_nobody_asks_to_close_them() -> None:
    assert len(lines_of(MENU, close=False).lines) == 21


@pytest.mark.parametrize(
    "inside",
    [
        f"<p>{'各处室要按时报送材料，' * 10}</p>",
        "<h1>关于报送材料的通知</h1>",
        "<div class='breadcrumb'><a href='/'>首页</a></div>",
    ],
)
def test_a_box_with_a_text_a_title_or_a_breadcrumb_in_it_is_no_menu(inside: str) -> None:
    assert not lines_of(f"<div class='nav'><ul>{LINKS}</ul>{inside}</div>").closed


def test_a_menu_that_rules_name_something_in_is_read() -> None:
    document = Document.parse(MENU.encode(), "http://www.haiyou.example/a.htm")
    named = Ruled({"breadcrumb": tuple(document.select("h2"))})
    assert not read_lines(document, asked=named.asked, close=True).closed


def test_all_that_is_read_behind_the_article_is_read_as_it_is() -> None:
    document = Document.parse(f"{MENU}<main></main>{MENU}".encode(), "http://www.haiyou.example/a")
    (scope,) = document.select("main")
    assert [line.text for line in read_lines(document, scope=scope, close=True).lines[:3]] == [
        "导航",
        "导航",
        "栏目0",
    ]


@pytest.mark.parametrize("rules", [ArticleRules(title="h1"), ArticleRules(body=".content")])
def test_rules_that_do_not_say_where_all_of_an_article_is_leave_menus_closed(
    rules: ArticleRules,
) -> None:
    document = Document.parse(page(above=MENU).encode(), "http://www.haiyou.example/a.htm")
    assert take_apart(document, None, Site(id="haiyou", articles=(rules,))).page.closed


def test_a_small_box_is_read() -> None:
    assert "来源：综合处" in texts_of("<div class='footer'><p>来源：综合处</p></div>")


def test_a_record_is_the_same_with_menus_around_it() -> None:
    article, alone = read(page(above=MENU, below=MENU)), read(page())
    assert article.body == BODY
    assert (article.title, article.source, article.date_published) == (
        alone.title,
        alone.source,
        alone.date_published,
    )


def test_an_article_that_stands_in_a_menu_is_found() -> None:
    inside = f"<div class='title'>{TITLE}</div>{PARAGRAPHS}{LINKS}"
    html = f"<html><head><title>{TITLE}</title></head><body><div class='nav'>{inside}</div></body>"
    assert read(html).body.startswith(BODY)


def test_a_box_under_the_text_that_says_who_edited_it_is_read() -> None:
    below = f"<div class='bottom'><p>分享</p><p>责任编辑：翁怀远</p><ul>{LINKS}</ul></div>"
    assert [one.name for one in read(page(below=below)).credits if one.role == "editor"] == [
        "翁怀远"
    ]
