"""Addresses of later pages that lead back to earlier ones: a list's end, or pages that are lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawl.extract.listing.model import NextPage
from newscrawl.spiders import End, Walk
from newscrawl.spiders.model import Step
from tests.spiders.lists import SIZE, List, new_walk, numbers, page_of, sighting


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
    numbered = frozenset(page_of(n).url for n in range(1, linked + 1))
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
            numbered=numbered - {page_of(number).url},
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
    walk, met = walk_led_back(6 * SIZE, 3)
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
