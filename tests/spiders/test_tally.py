"""When a list was walked short of what it states. Without it a complete crawl ends with 1."""

from __future__ import annotations

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
        ([10, 10, 10, 1], None, 4, False),
        ([10, 10, 10, 1], None, None, False),
    ],
)
def test_a_list_is_short_where_far_fewer_entries_or_pages_were_met_than_it_states(
    lengths: list[int], items: int | None, pages: int | None, lacks: bool
) -> None:
    assert walked(lengths, items=items, pages=pages).lacks is lacks
