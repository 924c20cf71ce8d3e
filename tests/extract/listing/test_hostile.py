"""Pages made to hurt: every one ends, with no exception and a bounded answer.

How long such pages take is measured by `python -m benchmarks.worst`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.listing import extract_listing
from newscrawl.extract.listing.row_dates import Reference, stamp_of, undated
from tests.effort import calls

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


def test_rows_of_one_list_are_read_once_however_many_names_they_bear() -> None:
    page = PAGES["a name of its own for every row"]
    assert calls(lambda: extract_listing(page.encode(), URL)) < 2_500 * page.count("<a ")


def test_links_beyond_the_cap_are_told() -> None:
    listing = extract_listing(PAGES["thirty thousand rows"].encode(), URL)
    assert len(listing.items) == 6_000
    assert any("links beyond the first 6000" in issue for issue in listing.issues)


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_exception(body: bytes) -> None:
    extract_listing(body, URL)


@settings(max_examples=60)
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


NUMBER = re.compile(rb"\d+")
LISTINGS = sorted((Path(__file__).parents[3] / "fixtures").glob("*/listing-*/page.html"))


def _longer(text: bytes, wanted: Container[int]) -> bytes:
    """A text in which the wanted numbers, counted from its end, have 5,000 digits."""
    runs = list(NUMBER.finditer(text))
    for at in reversed([at for at in range(len(runs)) if len(runs) - at in wanted]):
        text = text[: runs[at].start()] + b"7" * 5_000 + text[runs[at].end() :]
    return text


@pytest.mark.parametrize("page", LISTINGS, ids=lambda page: "/".join(page.parts[-3:-1]))
def test_a_number_of_five_thousand_digits_is_read_over(page: Path) -> None:
    """Python reads none of over 4,300: whatever counted pages or entries raised ValueError."""
    html, url = page.read_bytes(), json.loads(page.with_name("page.json").read_text())["url"]
    for at in (1, 2, 3, 8):  # pagers stand at the end
        extract_listing(_longer(html, range(1, at + 1)), url)
        extract_listing(_longer(html, (at,)), url)
        extract_listing(html, _longer(url.encode(), (at,)).decode())


@pytest.mark.parametrize("total", [f'"{"9" * 5_000}"', "9" * 4_300, "1e999", "NaN", "-1"])
@pytest.mark.parametrize("page", ["1", "9" * 4_300, "9" * 5_000, "%C2%B2", "1e999"])
def test_an_answer_that_counts_beyond_all_bounds_is_read(total: str, page: str) -> None:
    rows = ",".join(
        f'{{"title": "{n}号通知全文如下", "url": "/info/1/{n}.htm", "date": "2023-01-0{n + 1}"}}'
        for n in range(9)
    )
    answer = f'{{"total": {total}, "pages": {total}, "rows": [{rows}]}}'
    unit = f'{{"data": {{"html": "<ul><li><a href=/a/1.htm>一号通知全文</a></ul>", "n": {total}}}}}'
    for url in (f"{URL}?page={page}", f'{URL}?paramJson={{"pageNo":{page},"pageSize":{page}}}'):
        assert len(extract_listing(answer.encode(), url).items) == 9
        extract_listing(unit.encode(), url)


def test_a_page_number_that_is_a_power_is_none() -> None:
    """A raised two is a digit to Python, and no number."""
    rows = "".join(f"<li><a href='/info/1/{n}.htm'>{n}号通知全文如下</a></li>" for n in range(9))
    page = f"<ul>{rows}</ul><meta name=generator content=WordPress><p>共52条 1/11 页</p>"
    for url in ("http://a.example/list.aspx?page=%C2%B2", "http://a.example/?paged=%C2%B2"):
        extract_listing(page.encode(), url)


def test_of_thousands_of_functions_each_row_calls_its_own() -> None:
    functions = "".join(f"function f{n}(a){{location.href='/a{n}/'+a}}" for n in range(9_000))
    rows = "".join(f"<li onclick='f{n}({n})'>第{n}次报告会 2023-01-02</li>" for n in range(9_000))
    found = extract_listing(f"<script>{functions}</script><ul>{rows}</ul>".encode(), URL)
    assert [one.url for one in found.items[:2_000]] == [
        f"http://www.example.org/a{n}/{n}" for n in range(2_000)
    ]


LINK = "学术报告会在本所举行"
NESTED = {
    "links in links": "".join(f"<div><a href=/a/{n}.html>{LINK}" for n in range(900)),
    "rows in rows": "".join(f"<ul><li><a href=/a/{n}.html>{LINK}</a>" for n in range(900)),
    "calls in calls": "".join(
        f"<div onclick=\"location='/a/{n}.html'\">{LINK}" for n in range(1_800)
    ),
    "headings in rows": "".join(
        f"<ul class=c{n}><li><h3><a href=/a/{n}.html>{LINK}</a></h3><script></script>"
        for n in range(600)
    ),
}


@pytest.mark.parametrize("name", NESTED)
def test_what_stands_in_one_another_is_not_read_again_for_each(name: str) -> None:
    """Each row held all below it: a page of 600 KB took 14 to 80 s."""
    page = f"{NESTED[name]}{'<i>甲</i>' * 30_000}".encode()
    assert calls(lambda: extract_listing(page, URL)) < 100 * 30_000


def test_a_list_below_hundreds_of_open_elements_is_read() -> None:
    """Home-made pages open a font or a div for each of their lines, and close none."""
    rows = "".join(
        f"<li><a href=/info/1/{n}.htm>{n}号通知全文</a>2023-01-02</li>" for n in range(99)
    )
    page = f"<body>{'<div><font>' * 300}<ul>{rows}</ul>{' ' * 70_000}"
    assert len(extract_listing(page.encode(), URL).items) == 99


@pytest.mark.parametrize("box", ["{}", "Room {}"])
def test_numbers_beside_each_other_are_joined_to_no_date_for_each_of_them(box: str) -> None:
    """Six thousand rows of a dozen numbers took two seconds."""
    boxes = [box.format(place) for place in range(400)]
    assert stamp_of(boxes, Reference()) is None
    assert calls(lambda: stamp_of(boxes, Reference())) < 100 * len(boxes)


def test_a_title_of_a_thousand_dates_is_read_at_its_ends() -> None:
    """Eight hundred such rows took eight seconds."""
    dates = "2023-02-13 " * 900
    title = f"{dates}第一次通知 {dates}"
    assert undated(title).startswith("2023-02-13 ")
    assert calls(lambda: undated(title)) < 1_000
