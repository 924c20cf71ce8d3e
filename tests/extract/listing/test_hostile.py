"""Pages made to hurt: every one ends, with no exception and a bounded answer.

How long such pages take is measured by `python -m benchmarks.worst`.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.listing import extract_listing

URL = "http://www.example.org/news/"
ROW = '<li><a href="/a/{n}.html">some long enough title number {n}</a><span>2023-01-01</span></li>'
PAGES = {
    "thirty thousand rows": "".join(ROW.format(n=n) for n in range(30_000)),
    "thirty thousand bare links": "".join(
        f'<a href="/a/{n}.html">some long enough title {n}</a>' for n in range(30_000)
    ),
    "a name of its own for every row": "".join(
        f'<div class="{chr(97 + n % 26) * (n // 26 + 1)}"><a href="/a/{10000 + n}.html">a long enough title</a></div>'
        for n in range(2_000)
    ),
    "records that never close": "<record>" * 100_000,
    "nested without end": "<div>" * 20_000 + '<a href="/a/1001.html">title</a>' * 5,
    "json nested without end": "[" * 50_000,
    "wide blanks alone": "\u3000" * 50_000,
    "blanks behind a call": f"f([]){' ' * 100_000}x",
    "calls that never close": f"<script>{'createPageHTML(' * 30_000}</script>",
    "blanks": f"<p>{' ' * 1_000_000}</p>",
}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_answer_is_bounded(name: str) -> None:
    listing = extract_listing(PAGES[name].encode(), URL)
    assert len(listing.items) <= 6_000


def test_links_beyond_the_cap_are_told() -> None:
    listing = extract_listing(PAGES["thirty thousand rows"].encode(), URL)
    assert len(listing.items) == 6_000
    assert any("links beyond the first 6000" in issue for issue in listing.issues)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_exception(body: bytes) -> None:
    extract_listing(body, URL)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_href_and_title_are_read_without_an_exception(href: str, title: str) -> None:
    quoted = href.replace('"', "%22")
    rows = f'<li><a href="{quoted}" title="x">{title}</a><span>2023-01-01</span></li>'
    more = "".join(ROW.format(n=n) for n in range(3))
    page = f"<ul>{rows}{more}</ul><a href='{quoted}'>Next</a>"
    listing = extract_listing(page.encode("utf-8", "replace"), URL)
    assert all(item.url.startswith(("http://", "https://")) for item in listing.items)


@pytest.mark.parametrize("url", ["", "::bad", "http://[::1", "//[", "http://[x]/", "http://a:b/"])
def test_an_address_that_is_none_is_no_reason_to_fail(url: str) -> None:
    rows = "".join(f"<li><a href='/info/1/{n}.htm'>{n}号通知全文</a></li>" for n in range(9))
    for body in (f"<ul>{rows}</ul>", "", "<urlset></urlset>"):
        assert extract_listing(body.encode(), url).next_page is None
