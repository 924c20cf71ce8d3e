"""When a list was walked short of what it states. Without it a complete crawl ends with 1."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawl.extract.listing.model import Listing, Row
from newscrawl.spiders.tally import Tally


def walked(lengths: list[int], *, items: int | None, pages: int | None) -> Tally:
    """The tally of a walk over pages with so many rows each."""
    tally, url = Tally(), "http://www.example.ac.cn/"
    for number, length in enumerate(lengths, 1):
        rows = tuple(Row(url=f"{url}{number}/{n}", title="t") for n in range(length))
        found = Listing(url=url, items=rows, number=number, total_items=items, total_pages=pages)
        tally.note(found)
    return tally


@pytest.mark.parametrize(
    ("lengths", "items", "pages", "lacks"),
    [
        ([10, 10, 10, 1], 31, 4, False),
        ([10, 9, 9, 1], 40, 4, False),  # pages times rows, counted for a last page that is full
        ([10, 1], 31, 4, True),
        ([10, 10], 40, 4, True),
        ([10, 10, 10, 1], 60, 4, True),
        ([10, 10], None, 4, True),
        ([10, 10, 10], None, 4, True),
        ([10, 10, 10], 32, None, True),  # a full page ends it: another one has room for the rest
        ([10, 10, 10, 4], 38, 4, False),  # what was deleted is counted, the last page is short
        ([10, 10, 10, 4, 0], 38, None, False),
        ([10, 10, 7, 10, 4], 44, 5, True),  # three rows of a page were not read
        ([10, 9, 10, 10, 4], 49, 5, False),
        ([10], 12, None, True),
        ([10, 10, 10], 32, 3, False),  # it has three pages, and they were read
        ([36, 18], 54, 5, False),  # three of its pages at once
        ([10, 10, 10, 1], None, 4, False),
        ([10, 10, 10, 1], None, None, False),
    ],
)
def test_a_list_is_short_where_far_fewer_entries_or_pages_were_met_than_it_states(
    lengths: list[int], items: int | None, pages: int | None, lacks: bool
) -> None:
    assert walked(lengths, items=items, pages=pages).lacks is lacks


def test_rows_that_every_page_repeats_explain_what_is_stated_of_more() -> None:
    tally, url = Tally(), "http://www.example.ac.cn/"
    pinned = Row(url=f"{url}pinned", title="t")
    for number in range(3):
        rows = (pinned, *(Row(url=f"{url}{number}/{n}", title="t") for n in range(5)))
        tally.note(Listing(url=url, items=rows, total_items=18))
    assert not tally.lacks


def test_a_page_that_is_read_over_again_explains_nothing() -> None:
    tally, url = Tally(), "http://www.example.ac.cn/"
    rows = tuple(Row(url=f"{url}{n}", title="t") for n in range(6))
    for _ in range(2):
        tally.note(Listing(url=url, items=rows, total_items=12))
    assert tally.lacks


@pytest.mark.parametrize("last", [{"says_end": True}, {"items": (), "total_items": 11}])
def test_a_full_last_page_is_the_last_where_the_list_says_so(last: dict[str, Any]) -> None:
    tally, url = Tally(), "http://www.example.ac.cn/"
    for number in range(3):
        rows = tuple(Row(url=f"{url}{number}/{n}", title="t") for n in range(5))
        told = last if number == 2 else {}
        tally.note(Listing(**{"url": url, "items": rows, "total_items": 16, **told}))
    assert not tally.lacks


def test_pinned_rows_on_the_first_page_make_no_hole_of_the_second() -> None:
    tally, url = Tally(), "http://www.example.ac.cn/"
    pages = [[*range(30, 32), *range(20)], [*range(20, 40)], [40, 41]]
    for numbers in pages:
        rows = tuple(Row(url=f"{url}{n}", title="t") for n in numbers)
        tally.note(Listing(url=url, items=rows, total_items=45))
    assert (tally.met, tally.has_holes, tally.lacks) == (42, False, False)
