"""Pages of a list that cannot be read, or show something else, are gaps that are told."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from newscrawl.extract.listing.model import PIECE, TYPED, Instead, Listing
from newscrawl.extract.listing.model import Row as ListingRow
from newscrawl.items import Outcome
from newscrawl.spiders import End, Options, Walk
from newscrawl.spiders.model import Step
from newscrawl.store import Target
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


@dataclass
class Broken(List):
    """A list some of whose pages show an article; `total` pages are stated."""

    holes: frozenset[int] = frozenset()

    def read(self, number: int) -> tuple[Listing, list[int]]:
        listing, there = super().read(number)
        if number not in self.holes:
            return listing, there
        return replace(listing, items=(), instead=Instead.ARTICLE), []


def test_a_page_that_is_no_listing_leaves_a_gap_that_is_said_and_passed_over() -> None:
    posts = Broken(numbers(40), holes=frozenset({3}))
    walk, met = walk_over(posts)
    assert walk.end is End.FAILED
    assert "listing page 3" in walk.detail
    assert met == {*range(31, 41), *range(1, 26)}


def fail_at(
    posts: List, *failing: int, outcome: Outcome = Outcome.HTTP_5XX
) -> tuple[Walk, set[int]]:
    """Walk with pages that cannot be had."""
    target = Target(id=1, site="x", url="u", channel=None, walks=0, whole=0, stated=None)
    walk = Walk(target, 1, Options(), page_of(1))
    met: dict[int, int] = {}
    step: Step | None = Step(page_of(1), 1)
    while step is not None:
        number = int(step.page.url.rpartition("=")[2])
        if number in failing:
            step = walk.missed(outcome, "500")
            continue
        listing, there = posts.read(number)
        seen = [sighting(n, posts, met, 1) for n in there]
        met.update(dict.fromkeys(there, 1))
        step = walk.follow(listing, seen)
    return walk, set(met)


def test_behind_a_page_that_cannot_be_read_the_walk_goes_on_where_addresses_count() -> None:
    walk, met = fail_at(List(numbers(40)), 4)
    assert (walk.end, walk.detail) == (End.FAILED, "listing page 4: 500")
    assert met == {*range(26, 41), *range(1, 21)}


def test_three_pages_in_a_row_that_cannot_be_read_end_the_walk() -> None:
    walk, met = fail_at(List(numbers(60)), 4, 5, 6)
    assert (walk.end, len(met)) == (End.FAILED, 15)


def test_a_wall_is_not_walked_around() -> None:
    posts = List(numbers(60))
    walk, met = fail_at(posts, 4, outcome=Outcome.BLOCKED)
    assert (walk.end, len(met), posts.asked) == (End.FAILED, 15, 3)


def test_pages_without_a_single_row_are_no_list_however_many_they_are() -> None:
    walk = new_walk()
    for number in range(1, 9):
        empty = Listing(url=page_of(number).url, items=(), next_page=page_of(number + 1))
        if walk.follow(empty, []) is None:
            break
    assert walk.end is End.NO_LISTING
    assert not walk.whole


def test_a_first_page_that_cannot_be_read_is_told_and_the_walk_goes_on_below_it() -> None:
    walk = new_walk()
    rows = (ListingRow(url="http://x/9", title="9"),)
    walk.from_first(Listing(url="http://x/l", items=rows, first_page=page_of(0)))
    assert walk.missed(Outcome.GONE, "404") == Step(page_of(1), 1)
    walk.follow(Listing(url="http://x/l", items=rows), [row_with(None)])
    assert (walk.end, walk.short) == (End.LAST_PAGE, True)


@pytest.mark.parametrize(("rule", "end"), [(PIECE, End.LAST_PAGE), ("link text", None)])
def test_an_empty_answer_ends_a_list_of_pieces_and_is_a_gap_in_every_other(
    rule: str, end: End | None
) -> None:
    target = Target(id=1, site="x", url="u", channel=None, walks=0, whole=0, stated=None)
    walk = Walk(target, 1, Options(), page_of(1))
    posts = List(numbers(10))
    listing, there = posts.read(1)
    listing = replace(listing, next_page=replace(page_of(2), rule=rule), total_pages=None)
    assert walk.follow(listing, [sighting(n, posts, {}, 1) for n in there])
    walk.missed(Outcome.EMPTY_BODY, "an answer without a body")
    assert walk.end is end


@pytest.mark.parametrize(
    ("posts", "entries", "told"),
    [
        (13, None, (End.LAST_PAGE, True)),  # the last page is short: the pager links one too many
        (15, None, (End.FAILED, False)),  # it is full, as those before it: who knows
        (5, None, (End.FAILED, False)),
        (15, 15, (End.LAST_PAGE, True)),
    ],
)
def test_a_page_that_is_not_there_ends_a_list_that_seems_over(
    posts: int, entries: int | None, told: tuple[End, bool]
) -> None:
    behind = -(-posts // SIZE) + 1
    onward = _Onward(numbers(posts), entries=entries)
    walk, met = fail_at(onward, behind, behind + 1, outcome=Outcome.GONE)
    assert met == set(numbers(posts))
    assert (walk.end, walk.whole) == told


class _Onward(List):
    """A list whose every page links a next one, whether there is one or not."""

    def read(self, number: int) -> tuple[Listing, list[int]]:
        listing, there = super().read(number)
        return replace(listing, next_page=page_of(number + 1), total_pages=None), there


def test_a_page_without_rows_that_leads_to_nothing_is_no_list() -> None:
    """It was an empty list, read to its end."""
    walk = new_walk()
    shell = Listing(
        url="u", next_page=page_of(2), instead=Instead.DRAWN, issues=(str(Instead.DRAWN),)
    )
    assert walk.follow(shell, []) == Step(page_of(2), 2)
    assert walk.missed(Outcome.GONE, "404") is None
    assert (walk.end, walk.instead) == (End.NO_LISTING, Instead.DRAWN)
    assert walk.detail == f"{page_of(2).url}, to which it leads: 404; {Instead.DRAWN}"


def test_what_a_shell_leads_to_says_what_it_is() -> None:
    walk = new_walk()
    shell = Listing(url="u", next_page=page_of(2), instead=Instead.DRAWN)
    walk.follow(shell, [])
    walk.follow(Listing(url="v", instead=Instead.NO_ENTRIES), [])
    assert walk.end is End.EMPTY


@dataclass
class Lacking(List):
    """A list without a stated length, one of whose pages, 3, is not what its link promises.

    `instead`: it shows this; `way_on`: what it shows has the list's pager.
    """

    stated: bool = False
    instead: Instead | None = None
    way_on: bool = False

    def read(self, number: int) -> tuple[Listing, list[int]]:
        listing, there = super().read(number)
        if listing.next_page:
            listing = replace(listing, next_page=replace(listing.next_page, rule="link text"))
        if number != 3:
            return listing, there
        return replace(
            listing,
            items=(),
            instead=self.instead,
            next_page=listing.next_page if self.way_on else None,
        ), []


def test_a_page_without_rows_is_a_gap_that_the_walk_passes_over() -> None:
    """It was taken for a page like any other, with exit code 0."""
    lacking = Lacking(numbers(40), instead=Instead.OTHER, way_on=True)
    walk, met = walk_over(lacking)
    assert walk.end is End.FAILED
    assert "listing page 3: no rows, and more on later" in walk.detail
    assert met >= {*range(31, 41), *range(1, 26)}


@pytest.mark.parametrize("instead", [Instead.BLANK, Instead.OTHER])
def test_a_page_without_rows_behind_a_short_one_is_the_lists_end(instead: Instead) -> None:
    """Here the third page is the one behind the last: nothing was to come."""
    walk, met = walk_over(Led(numbers(2 * SIZE - 1), instead=instead))
    assert (walk.end, met) == (End.LAST_PAGE, set(numbers(2 * SIZE - 1)))


@dataclass
class Led(Lacking):
    """One whose pager leads one page too far."""

    def read(self, number: int) -> tuple[Listing, list[int]]:
        listing, there = super().read(number)
        further = replace(page_of(number + 1), rule="link text") if number < 3 else None
        return replace(listing, next_page=further), there


@pytest.mark.parametrize("instead", [Instead.BLANK, Instead.OTHER, Instead.NO_ENTRIES])
def test_a_page_without_rows_that_leads_nowhere_is_no_end_where_the_page_behind_it_has_some(
    instead: Instead,
) -> None:
    """All behind it was lost for good: the next runs ended at the first page, known."""
    walk, met = walk_over(Lacking(numbers(40), instead=instead))
    assert (walk.end, walk.whole) == (End.FAILED, False)
    assert walk.detail == "listing page 3: no rows, and more on later pages"
    assert met == {*range(31, 41), *range(1, 26)}


@dataclass
class Astray(Lacking):
    """A list in the place of whose third page the first one comes."""

    def read(self, number: int) -> tuple[Listing, list[int]]:
        return super().read(1 if number == 3 else number)


def test_the_first_page_in_the_place_of_a_later_one_is_a_gap() -> None:
    walk, met = walk_over(Astray(numbers(40)))
    assert "listing page 3: the rows of an earlier page" in walk.detail
    assert met == {*range(31, 41), *range(1, 26)}


@pytest.mark.parametrize(
    ("behind", "end"),
    [
        (Outcome.GONE, End.LAST_PAGE),
        (Outcome.EMPTY_BODY, End.LAST_PAGE),
        (Outcome.HTTP_5XX, End.FAILED),
    ],
)
def test_a_page_without_rows_is_the_end_where_none_is_behind_it(behind: Outcome, end: End) -> None:
    assert fail_at(Beyond(numbers(2 * SIZE)), 4, 5, outcome=behind)[0].end is end


@pytest.mark.parametrize(("rule", "ended"), [(TYPED, True), ("link text", False)])
def test_a_page_that_is_gone_is_the_end_where_nothing_promised_it(
    rule: str, *, ended: bool
) -> None:
    walk, there = new_walk(), List(numbers(SIZE), stated=False)
    listing, shown = there.read(1)
    seen = [sighting(n, there, {}, 1) for n in shown]
    walk.follow(replace(listing, next_page=page_of(2, rule)), seen)
    walk.missed(Outcome.GONE, "404")
    assert (walk.end is End.LAST_PAGE) is ended


@dataclass
class Beyond(Lacking):
    """A list whose pager leads to a third page that is empty."""

    def read(self, number: int) -> tuple[Listing, list[int]]:
        listing, there = super().read(number)
        led = replace(page_of(3), rule="link text") if number == 2 else None
        return replace(listing, next_page=led or listing.next_page), there


def test_behind_the_last_page_that_is_stated_none_is_asked_for() -> None:
    posts = Stating(numbers(2 * SIZE))
    assert walk_over(posts)[0].end is End.LAST_PAGE
    assert posts.asked == 3 + 2


@dataclass
class Stating(Beyond):
    """One that says it has two pages."""

    def read(self, number: int) -> tuple[Listing, list[int]]:
        listing, there = super().read(number)
        return replace(listing, total_pages=2), there


@pytest.mark.parametrize(
    ("closed", "ending", "whole"),
    [(True, "反馈", True), (False, "All rights", True), (False, "反馈", False)],
)
def test_a_page_that_breaks_off_is_a_gap(closed: bool, ending: str, whole: bool) -> None:
    """One that is never closed and ends as the others do has its template's fault."""

    @dataclass
    class Cut(List):
        def read(self, number: int) -> tuple[Listing, list[int]]:
            listing, there = super().read(number)
            if number != 3:
                return replace(listing, ending="All rights"), there
            kept = replace(listing, items=listing.items[:2], closed=closed, ending=ending)
            return replace(kept, next_page=None if not whole else listing.next_page), there[:2]

    walk, met = walk_over(Cut(numbers(40), stated=False, rule="link text"))
    assert walk.whole is whole
    assert met >= {*range(29, 41), *range(1, 26)}
    assert ("listing page 3: it breaks off" in walk.detail) is not whole


def test_a_template_that_leaves_pages_open_breaks_none_off() -> None:
    """With the seconds that each took at its end; such a list was told as broken in every run."""

    @dataclass
    class Open(List):
        def read(self, number: int) -> tuple[Listing, list[int]]:
            listing, there = super().read(number)
            return replace(listing, closed=number == 1, ending=f"in 0.0{number}1 s"), there

    assert walk_over(Open(numbers(40), stated=False, rule="link text"))[0].whole


@pytest.mark.parametrize(
    ("behind", "whole"), [("All rights reserved, in 0.021 s", True), ("a box", False)]
)
def test_a_last_page_that_is_left_open_behind_the_lists_foot_breaks_nothing_off(
    behind: str, whole: bool
) -> None:
    """A list of two pages whose second has a line more at its end was told as broken."""

    @dataclass
    class Open(List):
        def read(self, number: int) -> tuple[Listing, list[int]]:
            listing, there = super().read(number)
            foot = replace(listing, ending="rights" if number == 1 else "0.021 s")
            return replace(foot, closed=number == 1, behind=behind if number == 2 else ""), there

    posts = Open(numbers(2 * SIZE - 1), stated=False, rule="link text")
    assert walk_over(posts)[0].whole is whole
