"""The walk alone: which pages it asks for, where it ends, what it says of that."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newscrawl.extract.listing.model import MONTH_BEFORE, Listing
from newscrawl.extract.listing.model import Row as ListingRow
from newscrawl.items import Outcome
from newscrawl.spiders import End, Options, Walk
from newscrawl.spiders.model import Step
from newscrawl.spiders.progress import STALE_PAGES, Progress
from newscrawl.store import Sighting, Target
from tests.spiders.lists import (
    SIZE,
    List,
    new_walk,
    numbers,
    page_of,
    row_with,
    sighting,
    walk_over,
)


def test_what_a_list_stated_once_holds_until_all_of_it_was_read_without() -> None:
    known = List(numbers(30), known=dict.fromkeys(numbers(30), 1))
    assert walk_over(known, whole=1, stated=30)[0].stated == 30
    assert walk_over(known, Options(full=True), whole=1, stated=30)[0].stated is None


@pytest.mark.parametrize(("new", "most"), [(0, 1), (3, 3), (5, 3), (7, 4)])
def test_a_second_walk_ends_at_a_page_of_known_posts(new: int, most: int) -> None:
    posts = List(numbers(100 + new), known=dict.fromkeys(range(1, 101), 1))
    walk, met = walk_over(posts, whole=1)
    assert walk.end is End.KNOWN
    assert met >= set(range(101, 101 + new))
    assert posts.asked <= most


@pytest.mark.parametrize(("stated", "asked"), [(39, 3), (40, 1), (41, 1), (None, 1)])
def test_a_list_that_grew_by_more_than_was_met_is_read_on(stated: int | None, asked: int) -> None:
    """A post with an earlier day stands on a later page: it was never seen, with exit code 0."""
    known = dict.fromkeys({*range(1, 41)} - ({32} if stated == 39 else set()), 1)
    posts = List(numbers(40), known=known, entries=40, stated=False)
    walk, met = walk_over(posts, whole=1, stated=stated)
    assert (walk.end, posts.asked) == (End.KNOWN, asked)
    assert 32 in met or stated != 39


def test_a_total_of_other_things_that_grew_reads_no_archive() -> None:
    """All columns' posts, or drafts: it was read to its end in every run, and told as short."""
    posts = List(numbers(40), known=dict.fromkeys(numbers(40), 1), entries=43, stated=False)
    walk, _ = walk_over(posts, whole=1, stated=42)
    assert (walk.end, walk.short, posts.asked) == (End.KNOWN, False, 1)


def test_pinned_posts_do_not_end_a_second_walk() -> None:
    order = [1, 2, *range(40, 2, -1)]
    posts = List(order, pinned=frozenset({1, 2}), known=dict.fromkeys(range(1, 31), 1))
    _, met = walk_over(posts, whole=1)
    assert met >= set(range(31, 41))


def _day(post: int) -> str:
    return f"2024-{1 + post // 28:02d}-{1 + post % 28:02d}"


def test_a_list_that_begins_with_its_oldest_posts_is_walked_to_its_newest() -> None:
    known = dict.fromkeys(range(1, 31), 1)
    posts = List(list(range(1, 34)), known=known, days=_day)
    walk, met = walk_over(posts, whole=1)
    assert walk.end is End.LAST_PAGE
    assert met == set(range(1, 34))


@pytest.mark.parametrize("a_day", [1, 3, 20])
def test_where_the_oldest_come_first_what_is_older_than_since_ends_no_walk(a_day: int) -> None:
    """Up to three pages of one day say nothing of the way that the list goes."""
    posts = List(list(range(1, 34)), days=lambda post: _day((post - 1) // a_day))
    _, met = walk_over(posts, Options(since=_day(32 // a_day)))
    assert 33 in met


def test_pages_older_than_since_end_a_walk_where_the_newest_come_first() -> None:
    posts = List(numbers(100), days=lambda post: _day(post // 3))
    assert walk_over(posts, Options(since=_day(30)))[0].end is End.SINCE
    assert posts.asked <= 5


def test_a_long_list_that_begins_with_its_oldest_posts_has_an_end() -> None:
    """It was taken for a trap in every run, behind two hundred pages."""
    posts = List(list(range(1, SIZE * (STALE_PAGES + 9))), days=lambda post: f"{1000 + post}-01-01")
    walk, _ = walk_over(posts)
    assert walk.end is End.LAST_PAGE


def test_pages_of_days_to_come_are_a_trap() -> None:
    progress = Progress("2026-01-01")
    for n in range(STALE_PAGES + 1):
        progress.note([row_with(f"{2026 + n}-01-02")])
    assert progress.is_trap(1, None)


def test_pages_of_months_whose_days_rise_are_known_all_the_same() -> None:
    known = dict.fromkeys(range(1, 31), 1)
    posts = List(list(range(1, 31)), known=known, days=_day, rule=MONTH_BEFORE)
    assert walk_over(posts, whole=1)[0].end is End.KNOWN


def test_days_that_do_not_rise_throughout_say_nothing_of_where_new_posts_stand() -> None:
    known = dict.fromkeys(range(1, 31), 1)
    for days in (lambda _post: "2024-01-01", lambda post: _day(post) if post != 29 else _day(40)):
        posts = List(numbers(30), known=known, days=days)
        assert walk_over(posts, whole=1)[0].end is End.KNOWN


def test_what_a_broken_walk_listed_does_not_end_the_next() -> None:
    """Walk 1 was whole; walk 2 met 41 … 36 and died; walk 3 must find 35 … 31."""
    known = dict.fromkeys(range(1, 31), 1) | dict.fromkeys(range(36, 41), 2)
    posts = List(numbers(40), known=known)
    target = Target(id=1, site="x", url="u", channel=None, walks=3, whole=1, stated=None)
    walk = Walk(target, 3, Options(), page_of(1))
    listing, there = posts.read(1)
    assert there == [40, 39, 38, 37, 36]
    assert walk.follow(listing, [sighting(n, posts, {}, 3) for n in there])


def test_a_full_walk_passes_known_posts() -> None:
    posts = List(numbers(30), known=dict.fromkeys(range(1, 31), 1))
    walk, met = walk_over(posts, Options(full=True), whole=1)
    assert (walk.end, len(met)) == (End.LAST_PAGE, 30)


def test_the_last_page_served_for_ever_ends_the_walk() -> None:
    class Repeats(List):
        def read(self, number: int) -> tuple[Listing, list[int]]:
            listing, there = super().read(min(number, 4))
            return (
                Listing(url=listing.url, items=listing.items, next_page=page_of(number + 1)),
                there,
            )

    posts = Repeats(numbers(20))
    walk, met = walk_over(posts)
    assert (walk.end, len(met)) == (End.NOTHING_NEW, 20)
    assert posts.asked <= 4 + 3


def test_pages_without_end_are_left_at_the_limit() -> None:
    posts = List([1], endless=True, stated=False)
    walk, _ = walk_over(posts)
    assert walk.end is End.TRAP
    assert posts.asked <= STALE_PAGES + 1


def test_max_pages_ends_the_walk_only_if_there_is_more() -> None:
    assert walk_over(List(numbers(20)), Options(max_pages=2))[0].end is End.LIMIT
    assert walk_over(List(numbers(20)), Options(max_pages=4))[0].end is End.LAST_PAGE


@pytest.mark.parametrize(
    ("posts", "entries", "options", "short"),
    [
        (10, 40, Options(), True),
        (10, 12, Options(), False),  # it says that it has two pages
        (9, 12, Options(), False),
        (10, 10, Options(), False),
        (10, 40, Options(since="2020-01-01"), False),
        (10, 40, Options(max_pages=1), False),
        (10, None, Options(), False),
    ],
)
def test_a_list_that_states_far_more_than_it_showed_was_not_walked_to_its_end(
    posts: int, entries: int | None, options: Options, *, short: bool
) -> None:
    walk, _ = walk_over(List(numbers(posts), entries=entries), options)
    assert walk.short is short
    assert not (short and (walk.whole or walk.saw_all))


@pytest.mark.parametrize(("pages", "short"), [(4, True), (1, False), (None, False)])
def test_a_list_that_states_more_pages_than_were_read_was_not_walked_to_its_end(
    pages: int | None, *, short: bool
) -> None:
    walk = new_walk()
    rows = tuple(ListingRow(url=f"http://x/{n}", title=str(n)) for n in range(SIZE))
    walk.follow(Listing(url=page_of(1).url, items=rows, total_pages=pages), [row_with(None)])
    assert (walk.end, walk.short) == (End.LAST_PAGE, short)


def test_a_walk_that_was_given_a_later_page_begins_at_the_first() -> None:
    """And the page that was given is read in its turn."""
    walk = new_walk()
    rows = (ListingRow(url="http://x/9", title="9"),)
    later = Listing(url="http://x/l", items=rows, number=3, first_page=page_of(0))
    step = walk.from_first(later)
    assert step == Step(page_of(0), 1)
    assert walk.from_first(later) is None
    top = Listing(url="http://x/t", items=rows, next_page=page_of(1))
    assert walk.follow(top, [row_with(None)]) == Step(page_of(1), 2)


def test_a_walk_that_cannot_tell_the_first_page_of_a_list_is_short() -> None:
    walk = new_walk()
    rows = tuple(ListingRow(url=f"http://x/{n}", title=str(n)) for n in range(SIZE))
    page = Listing(url="http://x/l", items=rows, number=2, total_pages=2, total_items=6)
    walk.follow(page, [row_with(None)])
    assert (walk.end, walk.short) == (End.LAST_PAGE, True)


def test_known_articles_end_a_walk_that_is_not_short() -> None:
    walk, _ = walk_over(List(numbers(40), known=dict.fromkeys(range(41), 1), entries=40), whole=1)
    assert (walk.end, walk.short, walk.whole) == (End.KNOWN, False, True)


def test_a_row_that_is_settled_needs_no_request() -> None:
    assert standings(new_walk(), [row_with(None, settled=Outcome.EXTERNAL)]) == [Outcome.EXTERNAL]


def standings(walk: Walk, some: Sequence[Sighting]) -> list[Outcome | None]:
    return [ended[0] if (ended := walk.wanted(one)) else None for one in some]


def test_what_is_held_or_final_is_not_fetched_again() -> None:
    some = [
        row_with(None)._replace(standing=standing, open=is_open)
        for standing, is_open in (("held", False), ("gone", False), ("timeout", True))
    ]
    assert standings(new_walk(), some) == [Outcome.KNOWN, Outcome.GONE, None]
