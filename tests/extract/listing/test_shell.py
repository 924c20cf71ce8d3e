"""Pages that a script fills: the address it asks for is followed, or one line says what to do."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing import Listing, extract_listing

URL = "http://www.example.org/news/"


def shell(script: str, attributes: str = "") -> Listing:
    page = f"<html><head><title>新闻</title></head><body><div id='app' {attributes}></div><script>{script}</script></body></html>"
    return extract_listing(page.encode(), URL)


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ("fetch('/api/news/list?page=1').then(draw)", "/api/news/list?page=1"),
        ("$.getJSON('list.json', draw)", "/news/list.json"),
        ("$.ajax({type: 'get', url: \"/rest/articles\", success: draw})", "/rest/articles"),
        ("axios.get('/api/menu'); axios.get('/api/article/page')", "/api/article/page"),
    ],
)
def test_the_json_that_the_script_asks_for_is_the_next_page(script: str, address: str) -> None:
    listing = shell(script)
    assert listing.next_page is not None
    assert listing.next_page.url == "http://www.example.org" + address


def test_the_address_may_stand_in_an_attribute() -> None:
    listing = shell("draw()", "data-url='/api/posts'")
    assert listing.next_page is not None
    assert listing.next_page.url == "http://www.example.org/api/posts"


@pytest.mark.parametrize(
    "script",
    [
        *("draw()", "fetch('http://other.example/api/list')", "var a = {url: '/js/list.js'}"),
        *("fetch('/api/news/' + id)", "fetch('/static/manifest.json')"),
    ],
)
def test_without_one_the_line_says_what_it_is_and_what_to_do(script: str) -> None:
    listing = shell(script)
    assert listing.next_page is None
    (issue,) = listing.issues
    assert "a script draws them" in issue
    assert "--js" in issue


def test_a_page_with_rows_asks_no_script() -> None:
    rows = "".join(
        f"<li><a href='/a/100{n}.html'>一条不短的新闻标题{n}</a>2023-01-01</li>" for n in range(9)
    )
    page = f"<html><body><ul>{rows}</ul><script>fetch('/api/news/list')</script></body></html>"
    assert extract_listing(page.encode(), URL).next_page is None
