"""A selector of a site file finds what CSS says it does, whatever XPath it is made into."""

from __future__ import annotations

import pytest
from cssselect import HTMLTranslator
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newscrawl.sites.selectors import check_selector, compile_selector, find

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
    assert compile_selector(selector, inside=True)(PAGE) == plain


@pytest.mark.parametrize(
    "selector", [".text .title", "div p", "#all li b", "ul > li", "h1 + div p"]
)
def test_a_page_is_walked_once_however_many_steps_a_selector_has(selector: str) -> None:
    """From every A down to its B's took seconds where A's are nested by the hundred."""
    path = compile_selector(selector).path
    assert path.count("descendant") == 1
    assert "/.." not in path


@pytest.mark.parametrize("selector", ["p:nth-of-type(3)", "li:first-child", "p:last-of-type"])
def test_the_nth_is_found_without_counting_those_before_it(selector: str) -> None:
    """Sixty thousand paragraphs took a minute."""
    assert "count(" not in compile_selector(selector).path


@pytest.mark.parametrize("selector", ["p ~ p", ".title ~ p ~ .text", "p ~ p ~ p a"])
def test_what_follows_a_sibling_is_asked_of_the_first_one_only(selector: str) -> None:
    """Of five thousand rows `li ~ li` took twenty seconds."""
    steps = compile_selector(selector).path.split("/following-sibling::")[1:]
    assert all("[1]" in step for step in steps[:-1])
    assert "not(preceding-sibling::" in compile_selector(selector).path


_COMPOUNDS = st.sampled_from(
    (
        *("*", "p", "div", "li", ".title", ".text", "#lead", "p.text", ".text.main", "[class]"),
        *("p:nth-of-type(2)", "li:first-child", "*:last-child", "p:nth-child(2n)"),
        "div:not(.text)",
    )
)
_STEPS = st.lists(
    st.tuples(st.sampled_from((" ", " > ", " + ", " ~ ")), _COMPOUNDS), max_size=3
).map(lambda steps: "".join(f"{by}{one}" for by, one in steps))
_SELECTORS = st.lists(st.builds(str.__add__, _COMPOUNDS, _STEPS), min_size=1, max_size=3)


@given(_SELECTORS)
def test_any_selector_finds_what_it_finds_by_the_paths_of_its_parser(several: list[str]) -> None:
    selector = ", ".join(several)
    path = HTMLTranslator().css_to_xpath(selector)
    row = PAGE.cssselect(".subtext")[0]
    assert find(selector, PAGE) == PAGE.xpath(path)
    assert find(selector, row) == row.xpath(path)


def test_inside_of_a_row_all_of_a_selector_stands_in_the_row() -> None:
    row = PAGE.find(".//ul")
    assert not find(".subtext .title", row)
    assert find(".subtext .title", PAGE) == PAGE.findall(".//li/b")


def test_a_name_is_looked_for_among_the_elements_that_have_one() -> None:
    assert compile_selector(".title").path.startswith("descendant-or-self::*/@class[")


@pytest.mark.parametrize(
    ("selector", "why"),
    [
        ("xpath:contains(//a)", "arguments"),
        ("xpath://p/a[lang(1, 2)]", "arguments"),
        ("xpath://svg:a", "namespace prefix"),
        ("xpath:count('a')", "type"),
        ("xpath:count(//a)", "a number"),
        ("div " * 2000, "recursion"),
    ],
)
def test_what_no_page_can_answer_is_refused_in_a_short_line(selector: str, why: str) -> None:
    """Before, the file was taken, and the crawl ended with a traceback at its first page."""
    with pytest.raises(ValueError, match=why) as refused:
        check_selector(selector)
    assert len(str(refused.value)) < 400


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
