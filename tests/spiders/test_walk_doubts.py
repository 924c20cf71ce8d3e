"""What may be no end of a list: pages that lead back to earlier ones, or on to nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawl.extract.listing.model import MONTH_BEFORE, YEAR_BEFORE, Listing, NextPage
from newscrawl.items import Outcome
from newscrawl.spiders import End, Walk
from newscrawl.spiders.model import Step
from tests.spiders.lists import SIZE, List, new_walk, numbers, page_of, sighting, walk_over


def walk_led_back(
    posts: int,
    *leading_back: int,
    linked: int = 0,
    always_next: bool = False,
    entries: int | None = None,
    pages: int | None = None,
) -> tuple[Walk, set[int]]:
    """Walk with pages `leading_back` answered by the first; numbers up to `linked` are linked."""
    there = List(numbers(posts))
    walk, met = new_walk(), dict[int, int]()
    numbered = frozenset((n, page_of(n).url) for n in range(1, linked + 1))
    step: Step | None = Step(page_of(1), 1)
    while step is not None:
        number = int(step.page.url.rpartition("=")[2])
        number = 1 if number in leading_back else number
        walk.led_to(page_of(number).url, page_of(number).url)
        listing, shown = there.read(number)
        following: NextPage | None = page_of(number + 1, "link text")
        if not always_next and not listing.next_page:
            following = None
        listing = replace(
            listing,
            next_page=following,
            total_pages=pages,
            total_items=entries,
            numbered=numbered - {(number, page_of(number).url)},
        )
        seen = [sighting(n, there, met, 1) for n in shown]
        met.update(dict.fromkeys(shown, 1))
        step = walk.follow(listing, seen)
    return walk, set(met)


@pytest.mark.parametrize(
    ("leading_back", "told"),
    [
        ((3, 4, 5, 6), {"linked": 6}),
        ((6, 7), {"linked": 6}),
        ((2, 3, 4, 5, 6), {"linked": 6}),
        ((3, 4, 5, 6), {"pages": 6}),
        ((6, 7), {"pages": 6}),
        ((6, 7), {"entries": 6 * SIZE}),
    ],
)
def test_a_page_that_the_list_promises_and_that_leads_back_is_lost(
    leading_back: tuple[int, ...], told: dict[str, int]
) -> None:
    """Such a list was told as walked to its end, with exit code 0."""
    walk, _ = walk_led_back(6 * SIZE, *leading_back, **told)  # type: ignore[arg-type]
    assert (walk.end, walk.whole) == (End.FAILED, False)
    assert walk.detail == f"listing page {leading_back[0]}: the rows of an earlier page"


def test_behind_a_page_that_leads_back_the_walk_goes_on_and_tells_of_it() -> None:
    walk, met = walk_led_back(6 * SIZE, 3, linked=6)
    assert met == {*numbers(6 * SIZE)} - {*range(3 * SIZE + 1, 4 * SIZE + 1)}
    assert walk.detail == "listing page 3: the rows of an earlier page, and more on later pages"


@pytest.mark.parametrize("short", [0, 2])
@pytest.mark.parametrize("linked", [0, 6])
def test_a_page_behind_the_last_that_leads_back_is_the_lists_end(short: int, linked: int) -> None:
    walk, met = walk_led_back(6 * SIZE - short, 7, 8, linked=linked, always_next=True)
    assert walk.whole
    assert met == {*numbers(6 * SIZE - short)}


def test_one_number_too_many_behind_a_short_page_is_the_pagers_fault() -> None:
    assert walk_led_back(6 * SIZE - 2, 7, 8, linked=7, always_next=True)[0].whole


def test_the_same_ten_numbers_on_each_page_promise_no_pages_behind_a_short_one() -> None:
    """Such a list ended with exit code 1, and was read again as a whole, in every run."""
    behind = (7, 8, 9, 10)
    walk, _ = walk_led_back(6 * SIZE - 2, *behind, linked=10, always_next=True)
    assert walk.whole


@pytest.mark.parametrize(
    ("posts", "linked", "doubted"),
    [(6 * SIZE, 0, True), (6 * SIZE - 2, 0, False), (6 * SIZE, 6, False)],
)
def test_a_link_behind_a_full_last_page_that_leads_back_is_doubted(
    posts: int, linked: int, doubted: bool
) -> None:
    """Not behind a short page, nor behind the last that the pager has a number for."""
    walk, _ = walk_led_back(posts, 7, 8, always_next=True, linked=linked)
    assert bool(walk.doubt) is doubted


def test_a_last_page_whose_next_link_names_the_first_is_the_lists_end() -> None:
    walk, there = new_walk(), List(numbers(3 * SIZE), stated=False)
    met: dict[int, int] = {}
    for number in (1, 2, 3, 1):
        listing, shown = there.read(number)
        round_about = NextPage(url="http://institute.example/list?page=1&all=", rule="link text")
        following = page_of(number + 1, "link text") if number < 3 else round_about
        seen = [sighting(n, there, met, 1) for n in shown]
        met.update(dict.fromkeys(shown, 1))
        walk.follow(replace(listing, next_page=following), seen)
    assert (walk.whole, walk.doubt) == (True, "")


@pytest.mark.parametrize("whole", [0, 1])
def test_a_pager_that_could_not_be_followed_is_doubted_in_every_run(whole: int) -> None:
    class Unread(List):
        def read(self, number: int) -> tuple[Listing, list[int]]:
            listing, there = super().read(number)
            return replace(listing, unfollowed="B"), there

    known = dict.fromkeys(numbers(SIZE), 1) if whole else {}
    walk, _ = walk_over(Unread(numbers(SIZE), stated=False, known=known), whole=whole)
    assert walk.whole
    assert walk.doubt == "its pager leads on by “B”, which could not be followed"


def test_a_pager_that_could_not_be_followed_is_nothing_where_all_that_is_stated_was_met() -> None:
    walk, there = new_walk(), List(numbers(SIZE))
    listing, shown = there.read(1)
    listing = replace(listing, unfollowed="page", total_items=SIZE)
    walk.follow(listing, [sighting(n, there, {}, 1) for n in shown])
    assert (walk.whole, walk.doubt) == (True, "")


def test_a_year_that_could_not_be_chosen_is_doubted_behind_a_short_page_too() -> None:
    class OfYear(List):
        def read(self, number: int) -> tuple[Listing, list[int]]:
            listing, there = super().read(number)
            return replace(listing, earlier="" if listing.next_page else "2025"), there

    walk, _ = walk_over(OfYear(numbers(2 * SIZE + 1), stated=False))
    assert walk.whole
    assert walk.doubt == "its rows are of one year or month, and “2025” could not be asked for"


@pytest.mark.parametrize(("empty", "whole"), [(1, True), (2, True), (3, False)])
def test_up_to_two_years_without_posts_end_no_list_of_years(empty: int, *, whole: bool) -> None:
    walk, there = new_walk(), List(numbers(2 * SIZE), stated=False, rule=YEAR_BEFORE)
    met: dict[int, int] = {}
    step: Step | None = Step(page_of(1), 1)
    while step is not None and len(walk.visited) <= empty + 2:
        year = len(walk.visited)
        listing, shown = there.read(1 if year == 1 else 2)
        if 1 < year < empty + 2:
            listing, shown = replace(listing, items=()), []
        following = page_of(year + 1, YEAR_BEFORE) if year < empty + 2 else None
        seen = [sighting(n, there, met, 1) for n in shown]
        met.update(dict.fromkeys(shown, 1))
        step = walk.follow(replace(listing, next_page=following), seen)
        if following is None:
            break
    assert (len(met) == 2 * SIZE) is whole


@pytest.mark.parametrize(
    ("rule", "end"),
    [("link arrow", End.LAST_PAGE), (YEAR_BEFORE, End.FAILED), (MONTH_BEFORE, End.FAILED)],
)
def test_a_year_that_is_not_there_is_a_gap_behind_one_of_few_posts_too(rule: str, end: End) -> None:
    """A short page ends a list that is counted, and says nothing of the years before its own."""
    walk, there = new_walk(), List(numbers(2 * SIZE + 2), stated=False, rule=rule)
    met: dict[int, int] = {}
    for number in (1, 2, 3):
        listing, shown = there.read(number)
        seen = [sighting(n, there, met, 1) for n in shown]
        met.update(dict.fromkeys(shown, 1))
        walk.follow(replace(listing, next_page=page_of(number + 1, rule)), seen)
    while walk.missed(Outcome.GONE, "404"):
        pass
    assert walk.end is end


def test_a_year_beside_the_list_that_shows_its_first_page_is_no_page_of_that_number() -> None:
    """A box of years was counted among the pages."""
    walk = new_walk()
    there = List(numbers(2 * SIZE), stated=False, rule="numbered link")
    met: dict[int, int] = {}
    for number in (1, 2, 1):
        listing, shown = there.read(number)
        years = frozenset({(2026, page_of(2026).url)})
        further = page_of(2026, "numbered link") if len(walk.visited) == 2 else listing.next_page
        seen = [sighting(n, there, met, 1) for n in shown]
        met.update(dict.fromkeys(shown, 1))
        walk.follow(replace(listing, numbered=years, next_page=further), seen)
    assert walk.end is not End.FAILED


@pytest.mark.parametrize(
    ("page", "doubted"),
    [
        (replace(page_of(2), rule="numbered script", method="POST"), True),
        (page_of(2, "link text"), True),
        (page_of(1, "link text"), False),  # the first one by another address
        (NextPage(url="http://institute.example/list?page=1&col=12", rule="link text"), False),
        (NextPage(url="http://institute.example/list?seite=1&col=12", rule="link text"), False),
        (page_of(2, "json page"), False),  # what was tried
    ],
)
def test_a_second_page_that_shows_the_first_is_doubted_where_it_was_asked_for(
    page: NextPage, doubted: bool
) -> None:
    walk, there = new_walk(), List(numbers(SIZE), stated=False)
    walk.visited[0] = replace(page_of(1), url="http://institute.example/list")
    listing, shown = there.read(1)
    listing = replace(listing, next_page=page)
    walk._asked.clear()
    walk.follow(listing, [sighting(n, there, {}, 1) for n in shown])
    walk.follow(listing, [sighting(n, there, dict.fromkeys(shown, 1), 1) for n in shown])
    assert bool(walk.doubt) is doubted


def test_a_columns_number_that_looks_like_a_month_to_come_is_none() -> None:
    walk, there = new_walk("2026-11-27"), List(numbers(SIZE), stated=False)
    url = "http://institute.example/col/202712/"
    walk.target = replace(walk.target, url=url)
    walk._last = replace(walk._last, url=f"{url}index_2.html")
    listing, shown = there.read(1)
    walk.follow(replace(listing, next_page=None), [sighting(n, there, {}, 1) for n in shown])
    assert (walk.whole, walk.doubt) == (True, "")


def test_an_empty_month_before_which_no_archive_stands_ends_no_year_of_silence() -> None:
    walk, there = new_walk("2026-11-27"), List(numbers(SIZE), stated=False)
    listing, shown = there.read(1)
    further = NextPage(url="http://institute.example/list?month=2026-10", rule=MONTH_BEFORE)
    walk.follow(replace(listing, next_page=further), [sighting(n, there, {}, 1) for n in shown])
    walk.follow(Listing(url="u"), [])
    assert (walk.end, walk.doubt) == (End.LAST_PAGE, "")


@pytest.mark.parametrize(
    ("month", "rule", "doubt"),
    [
        ("2026-12", "link arrow", "its way on leads to months to come"),
        ("2026-10", "link arrow", ""),
        ("2026-10", MONTH_BEFORE, "after 12 months without a post"),
    ],
)
def test_months_that_end_a_list_are_doubted(month: str, rule: str, doubt: str) -> None:
    """An arrow to the next month was all that was followed; a year of silence ended a list."""
    walk, there = new_walk("2026-11-27"), List(numbers(SIZE), stated=False)
    listing, shown = there.read(1)
    further = NextPage(url=f"http://institute.example/list?month={month}", rule=rule)
    walk.follow(replace(listing, next_page=further), [sighting(n, there, {}, 1) for n in shown])
    for n in range(14):
        further = NextPage(url=f"http://institute.example/{n}?month={month}", rule=rule)
        if walk.follow(Listing(url="u", next_page=further), []) is None:
            break
    assert walk.doubt.startswith(doubt)
    assert bool(walk.doubt) is bool(doubt)
