"""A page may hold anything: what comes out is bounded, and what was cut is said.

How long such pages take is measured by `python -m benchmarks.worst`.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from newscrawl.extract.article.outlets import names_in, outlet_in
from newscrawl.items import to_json
from newscrawl.text.labels import BOUNDARY
from tests.effort import calls
from tests.extract.article.pages import BODY, MIDDLE, OPENING, PARAGRAPHS, TITLE, codes, page, read

ENDLESS: dict[str, Callable[[], str]] = {
    "lines": lambda: page(f"<p>{OPENING}</p>" * 40_000),
    "line breaks": lambda: page(f"{PARAGRAPHS}{'<br>' * 300_000}"),
    "cells": lambda: page("<table>" + "<tr><td>甲</td><td>乙</td></tr>" * 60_000 + "</table>"),
    "links behind": lambda: page(below="<li><a href=/b.htm>另一条新闻的题目</a></li>" * 60_000),
    "links in one line": lambda: page("<a href=/b.pdf>附件</a>" * 80_000),
    "files": lambda: page("".join(f"<p><a href=/{n}.pdf>附件</a></p>" for n in range(30_000))),
    "pictures": lambda: page("".join(f"<img src=/{n}.jpg>" for n in range(40_000))),
    "one text": lambda: page(f"<p>{'字' * 5_000_000}</p>"),
    "title": lambda: page(title="标题_" * 100_000),
    "title of dashes": lambda: page(title="甲 - " * 100_000),
    "author claims": lambda: page(head="<meta name=author content='某人'>" * 30_000),
    "title claims": lambda: page(head="<meta name=title content='甲乙'>" * 30_000),
    "microdata": lambda: page("<span itemprop=author>" * 60_000),
    "meta content": lambda: '<meta content="aaaaaaaaaaaaaaaaaaaaaaaaa" ' * 30_000,
    "attributes": lambda: page("<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">"),
    "quoted attributes": lambda: page("<p " + " ".join(f"a{n}='>'" for n in range(60_000)) + ">"),
    "an attribute": lambda: page(f"<p class='{'a ' * 1_000_000}'>{OPENING}"),
    "blanks": lambda: page(meta=f"来源：{' ' * 200_000}某处{'　' * 200_000}作者：某人"),
    "labels": lambda: page(meta="<div>作者：作者：来源：时间：</div>" * 20_000),
    "brackets": lambda: page(f"<p>{'（' * 300_000}</p>"),
    "crumbs": lambda: page(above=f"<div>您的位置：{'首页>' * 100_000}</div>"),
    "scripts": lambda: page(f"<script>{'showVsbpdfIframe( ' * 100_000}</script>"),
    "deep JSON": lambda: page(head=f"<script type=application/ld+json>{'[' * 99_999}</script>"),
    "named lists": lambda: page(f"<ul><li>{OPENING}" * 30_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ENDLESS)
def test_nothing_without_end_makes_a_record_without_end(name: str) -> None:
    assert len(to_json(read(ENDLESS[name]()))) < 8_000_000


def test_a_name_is_looked_for_once_behind_empty_elements() -> None:
    """Sixty thousand of them took two thirds of a second, and as many more the square of it."""
    assert outlet_in(f"某报{BOUNDARY * 3_000_000}某网") is None


@pytest.mark.slow
@pytest.mark.parametrize("name", ["lines", "cells", "links behind", "one text", "named lists"])
def test_a_page_that_was_not_read_to_its_end_says_so(name: str) -> None:
    assert "page_cut" in codes(read(ENDLESS[name]()))


def test_an_ordinary_page_is_read_to_its_end() -> None:
    assert "page_cut" not in codes(read(page()))


@pytest.mark.parametrize("name", ["attributes", "quoted attributes", "author claims", "crumbs"])
def test_the_article_beside_it_is_read(name: str) -> None:
    assert read(ENDLESS[name]()).title == TITLE


def test_a_title_without_end_is_cut_and_flagged() -> None:
    article = read(ENDLESS["title"]())
    assert len(article.title or "") <= 600
    assert "title_cut" in codes(article)
    assert (article.authors, article.body) == (("翁怀远",), BODY)


def test_of_a_title_of_sentences_without_end_no_more_is_read_than_a_title_can_have() -> None:
    few, many = (page(title="学术报告会！" * sentences) for sentences in (10_000, 100_000))
    assert calls(lambda: read(many)) < 2 * calls(lambda: read(few))


@pytest.mark.parametrize("tag", ["div", "span", "div class=content", "font"])
def test_a_hundred_thousand_nested_elements_are_flattened(tag: str) -> None:
    article = read(page(above=f"<{tag}>" * 100_000))
    assert (article.title, article.body) == (TITLE, BODY)


def test_elements_closed_as_often_as_they_were_opened_are_flattened_too() -> None:
    article = read(page(above="<div>" * 50_000, below="</div>" * 50_000))
    assert (article.title, article.body) == (TITLE, BODY)


def test_text_in_every_one_of_too_many_nested_elements_is_cut_and_flagged() -> None:
    article = read(page(f"<div>{MIDDLE}" * 5_000))
    assert "page_cut" in codes(article)
    assert MIDDLE in article.body


def test_an_inline_picture_of_megabytes_is_no_text() -> None:
    article = read(page(f"{PARAGRAPHS}<img src='data:image/png;base64,{'A' * 3_000_000}'>"))
    assert (article.body, article.images) == (BODY, ())


def test_the_alternative_text_of_a_picture_is_bounded() -> None:
    (image,) = read(page(f"<img src=/p.jpg alt='{'甲' * 100_000}'>{PARAGRAPHS}")).images
    assert len(image.alt or "") == 500


UNSEEN = ("\u202e", "\u200b", "\ufeff", "\u00ad", "\u2066", "\u0007", "\u0000", "\ufffe")


@pytest.mark.parametrize("mark", UNSEEN)
def test_what_nobody_sees_is_in_no_field(mark: str) -> None:
    html = page(
        f"<p>{mark}{OPENING[:9]}{mark}{OPENING[9:]}</p><p>{MIDDLE}</p>",
        title=f"海右院{mark}部署{mark}",
        meta=f"来源：综合{mark}处 作者：翁{mark}怀远 发布时间：2023-02-13",
    )
    article = read(html)
    assert (article.title, article.source, article.authors) == ("海右院部署", "综合处", ("翁怀远",))
    assert article.body == f"{OPENING}\n\n{MIDDLE}"


@pytest.mark.parametrize("reference", ["&#0;", "&#1;", "&#x1b;", "&#x7;", "&#8;", "&#x202e;"])
def test_references_to_what_nobody_sees_are_dropped(reference: str) -> None:
    assert read(page(title=f"海右院{reference}部署")).title == "海右院部署"


@pytest.mark.parametrize("reference", ["&#xD800;", "&#x110000;", "&#xFFFFFFFFFF;", "&bogus;", "&"])
def test_references_to_nothing_leave_a_strict_line(reference: str) -> None:
    line = to_json(read(page(title=f"海右院{reference}部署")))
    assert json.loads(line.encode("utf-8").decode())["title"].startswith("海右院")


@pytest.mark.parametrize("reference", ["&#13;", "&#9;", "&#x2028;", "&#x3000;"])
def test_references_to_blanks_are_blanks(reference: str) -> None:
    assert read(page(title=f"部署会{reference}综述")).title == "部署会 综述"


def test_a_record_is_one_line_whatever_the_title_breaks_into() -> None:
    html = page(title="部署会\r\n2023-02-13 ERROR 假的一行\u2028又一行\x85再一行")
    assert len(to_json(read(html)).splitlines()) == 1


def test_a_post_of_two_short_lines_is_what_stands_in_the_element_with_a_bodys_name() -> None:
    rules = "<p>余额可以按照一比一的比例抵扣费用。</p><p>余额不能退回，请您谅解。</p>" * 2
    html = (
        f"<html><body><div><h1>{TITLE}</h1><div>发布时间：2023-02-13 09:05</div><div>点赞数</div></div>"
        "<div class='article_content'><p>求购旧书一批</p><p>电话 5550142</p></div>"
        f"<div>相关推荐</div><div>{rules}</div></body></html>"
    )
    assert read(html).body == "求购旧书一批\n\n电话 5550142"


@pytest.mark.parametrize("run", ["字" * 60_000, "7" * 60_000, f"某版{' ' * 60_000}字"])
def test_a_byline_without_end_is_looked_through_once(run: str) -> None:
    """Found by `benchmarks.fuzz ruled`: a run of 19 KB beside a date took seconds; it ends now."""
    assert names_in(run) == ()
