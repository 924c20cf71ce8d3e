"""A selector of a site file finds what CSS says it does, whatever XPath it is made into."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import html
from parsel.csstranslator import HTMLTranslator

from newscrawl.extract.parsing import parse
from newscrawl.sites.selectors import check_selector, compile_selector, find
from tests.effort import calls

PAGE = html.document_fromstring("""
    <div id="all" class="page wide"><h1 class="title">A</h1>
    <div class="text main"><p class="title">B</p><p id="lead" class="text">C</p><p>D</p></div>
    <div class="subtext"><p class="text
    main">E</p><ul><li><b class="title">F</b></li><li id="lead">G</li></ul></div></div>
""")


@pytest.mark.parametrize(
    "selector",
    [
        *(".title", ".text", "#lead", "#all", ".missing", "p.title", "p#lead", ".text.main"),
        *(".text .title", ".text > p", "#all .text", ".text .text", ".page > .text", "li#lead"),
        *(".title + .text", ".title ~ p", "p ~ .text", ".title:first-child", ".text:not(.main)"),
        *("li:has(.title)", "div:not(.text) > .text", ".title, #lead", "ul > li:nth-child(2)"),
        *(".text:nth-child(2)", ".text p:last-child", "*", "[class='text']", "[id]"),
        *(".page .title, .text .text", "#all > .text, ul > li", ".title + .text, h1 + div"),
        *(
            ".page * > p",
            ".text * + p",
            "div * li",
            ".text > *",
            "div:nth-child(2) * + p",
            "p ~ p + p",
            ".text.main * + p:nth-of-type(2)",
        ),
    ],
)
def test_css_gives_the_elements_that_it_names_in_their_order(selector: str) -> None:
    plain = PAGE.xpath(HTMLTranslator().css_to_xpath(selector))
    assert compile_selector(selector)(PAGE) == plain


_OPEN = '<div class="pagers b">'
_HURTING = {
    "nested a thousand deep": _OPEN * 1_000 + "<a class=pager>" * 20_000 + "<p>" * 20_000,
    "one long class": f'<div class="pagers {"b " * 20_000}">' + "<a>" * 40_000,
    "rows of one another": "<div><p><a class=pager></a></p>" * 200 + "<li>" * 40_000,
}


@pytest.mark.parametrize("page", _HURTING.values(), ids=_HURTING)
@pytest.mark.parametrize(
    "selector",
    [
        *(
            ".pager a",
            ".pager a + a",
            "body div p",
            ".a, .pager a",
            ".pager ~ p",
            "a ~ a",
            "li ~ li",
        ),
        *("div > .pager", "div ~ a ~ p", "li:nth-of-type(3)", "a:first-child", ".pager::text"),
        *("* > ::text", ".b ::text, a::text, a ::attr(class)"),
        *("a:nth-child(2n)", "li:nth-last-of-type(3n+1)", "p:nth-of-type(n+2)"),
    ],
)
def test_a_selector_walks_a_page_a_few_times_whatever_stands_in_what(
    selector: str, page: str
) -> None:
    """Climbing from each of 18,000 links to the root took three seconds."""
    root = parse(page)[0]
    elements = sum(1 for _ in root.iter())
    assert calls(lambda: find(selector, root)) < 10 * elements


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("li > b::text", ["F"]),
        (".text p::text", ["B", "C", "D"]),
        ("li::attr(id)", ["lead"]),
        (".text + div > p::attr(class)", ["text main"]),
        ("li ::text", ["F", "G"]),
        ("b::text, h1::text, .title::text, h1", ["", "A", "B", "F"]),
        ("li ::attr(id)", ["lead"]),  # parsel asks the li as well
    ],
)
def test_texts_and_attributes_are_those_of_what_is_found(selector: str, texts: list[str]) -> None:
    found = find(selector, PAGE)
    assert [" ".join(one.split()) if isinstance(one, str) else "" for one in found] == texts


@pytest.mark.parametrize(
    "selector", ["div > div::text", "* > ::text", "i::text, div::text", "div::text, i"]
)
def test_texts_come_as_they_are_read(selector: str) -> None:
    """What follows a box inside of another one came before the text of that box."""
    page = html.document_fromstring("<div>a<div>b<div>c</div>d<!-- --><i>e</i>f</div>g</div>")
    texts = [one for one in find(selector, page) if isinstance(one, str)]
    assert texts == sorted(texts)
    assert len(texts) >= 4


_COMPOUNDS = st.sampled_from(
    (
        *("*", "p", "div", "li", ".title", ".text", "#lead", "p.text", ".text.main", "[class]"),
        *("p:nth-of-type(2)", "li:first-child", "*:last-child", "p:nth-child(2n)"),
        *("p:nth-last-child(2n+1)", "div:nth-of-type(-n+2)", "p:nth-last-of-type(n+2)"),
        "div:not(.text)",
    )
)
_STEPS = st.lists(
    st.tuples(st.sampled_from((" ", " > ", " + ", " ~ ")), _COMPOUNDS), max_size=3
).map(lambda steps: "".join(f"{by}{one}" for by, one in steps))
_TOLD = st.sampled_from(("", "", "::text", " ::text", " > ::text", "::attr(class)", " ::attr(id)"))
_ONE = st.tuples(_COMPOUNDS, _STEPS, _TOLD).map("".join)
_SELECTORS = st.lists(_ONE, min_size=1, max_size=3)


@given(_SELECTORS)
def test_any_selector_finds_what_it_finds_by_the_paths_of_its_parser(several: list[str]) -> None:
    selector = ", ".join(several)
    assume(
        "* > ::text" not in selector
    )  # parsel looks for the texts of * itself, not of what it holds
    path = HTMLTranslator().css_to_xpath(selector)
    row = PAGE.cssselect(".subtext")[0]
    assert find(selector, PAGE) == PAGE.xpath(path)
    assert find(selector, row) == row.xpath(path)


def test_inside_of_a_row_all_of_a_selector_stands_in_the_row() -> None:
    row = PAGE.find(".//ul")
    assert not find(".subtext .title", row)
    assert find(".subtext .title", PAGE) == PAGE.findall(".//li/b")


@pytest.mark.parametrize(
    ("selector", "why"),
    [
        ("xpath:contains(//a)", "arguments"),
        ("xpath://p/a[lang(1, 2)]", "arguments"),
        ("xpath://svg:a", "namespace prefix"),
        (".row > svg|a", "namespace prefix"),
        ("xpath:count('a')", "type"),
        ("xpath:count(//a)", "a number"),
        ("div " * 2000, "more than 50 steps"),
    ],
)
def test_what_no_page_can_answer_is_refused_in_a_short_line(selector: str, why: str) -> None:
    """Before, the file was taken, and the crawl ended with a traceback at its first page."""
    with pytest.raises(ValueError, match=why) as refused:
        check_selector(selector)
    assert len(str(refused.value)) < 400


def test_a_word_without_end_is_looked_through_once() -> None:
    """It does not end otherwise: the word was begun anew at each of its letters."""
    with pytest.raises(ValueError, match="not a selector"):
        check_selector(f"xpath://a[{'b' * 3_000_000}<")


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("xpath:normalize-space(//h1)", ["A"]),
        ("xpath://li/@id", ["lead"]),
        ("xpath://p[@id]/text()", ["C"]),
        ("xpath:string(//missing)", []),
        ("xpath://h1/namespace::*", []),
        ("xpath://comment()", []),
        ("xpath://b[count(1)]", []),
    ],
)
def test_texts_are_found_as_elements_are(selector: str, found: list[str]) -> None:
    """XPath's own kind of string ended in a record that could not be written."""
    assert find(selector, PAGE) == found
    assert {type(one) for one in find(selector, PAGE)} <= {str}
