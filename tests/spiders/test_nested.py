"""Sitemaps of sitemaps: each once. Without this an index names indexes for ever."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing.model import Listing, NextPage
from newscrawl.extract.listing.model import Row as ListingRow
from newscrawl.items import Outcome
from newscrawl.spiders.nested import Nested
from newscrawl.spiders.reading import rows_of
from newscrawl.spiders.scope import Scope

BASE = "http://institute.example/"


def page(name: str) -> NextPage:
    return NextPage(url=BASE + name, rule="test")


def test_each_is_taken_once_and_the_first_never() -> None:
    nested = Nested(BASE)
    nested.add(BASE, [page("a"), page(""), page("b"), page("a")])
    assert [nested.take(), nested.take(), nested.take()] == [page("a"), page("b"), None]
    assert nested.left_out == 0


def test_what_lies_deeper_than_two_indexes_is_left_out() -> None:
    nested = Nested(BASE)
    for name in ("a", "b", "c"):
        nested.add(BASE if name == "a" else BASE + chr(ord(name) - 1), [page(name)])
    assert [nested.take(), nested.take(), nested.take()] == [page("a"), page("b"), None]
    assert nested.left_out == 1


def test_no_more_than_the_limit_are_taken() -> None:
    nested = Nested(BASE, most=3)
    nested.add(BASE, [page(str(n)) for n in range(9)])
    assert nested.left_out == 6


def test_last_changed_before_since_is_published_before_it() -> None:
    rows = [
        ListingRow(url=f"{BASE}{n}.html", title="", date=date, modified=True)
        for n, date in enumerate(("2023-12-31", "2024-01-01"))
    ]
    listing = Listing(url=BASE, items=tuple(rows), family="sitemap")
    made, _ = rows_of(
        listing, url=BASE, page=1, scope=Scope.of(BASE), family=None, since="2024-01-01"
    )
    assert [row.settled for row in made] == [Outcome.OUT_OF_SCOPE, None]
    assert [(row.listed.title, row.listed.date) for row in made] == [(None, None)] * 2


@pytest.mark.parametrize(
    ("date", "left_out"),
    [("2024-01-31", False), ("2024-01-30T09:00:00+08:00", True), (None, False)],
)
def test_rows_older_than_since_are_left_out(date: str | None, left_out: bool) -> None:
    listing = Listing(url=BASE, items=(ListingRow(url=f"{BASE}1.html", title="t", date=date),))
    (row,), _ = rows_of(
        listing, url=BASE, page=1, scope=Scope.of(BASE), family=None, since="2024-01-31"
    )
    assert (row.left_out, row.settled) == (left_out, None)
