"""Lists whose newest posts do not stand on their first page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawl.extract.listing.model import Listing
from newscrawl.items import Outcome
from newscrawl.spiders import End, Options, Walk
from newscrawl.spiders.model import Step
from newscrawl.store import Ahead, Target
from tests.spiders.lists import List, numbers, page_of, sighting, walk_over

KNOWN = dict.fromkeys(range(1, 31), 1)  # six pages


def newest_at(number: int) -> Ahead:
    return Ahead("30", page_of(number).url)


def oldest_first(count: int) -> List:
    """Without days: what the ledger knows of the articles' says where the new ones are."""
    return List([*range(1, count + 1)], known=dict(KNOWN), stated=False)


@pytest.mark.parametrize(("new", "asked"), [(0, 2), (3, 3), (12, 5)])
def test_a_walk_goes_on_where_the_newest_stood(new: int, asked: int) -> None:
    """All of a hundred pages were asked for in every run, or none but the first."""
    posts = oldest_first(30 + new)
    walk, met = walk_over(posts, whole=1, ahead=newest_at(6))
    assert met >= set(range(31, 31 + new))
    assert (walk.end, walk.whole, walk.saw_all) == (End.KNOWN, True, False)
    assert posts.asked == asked


@pytest.mark.parametrize("number", [4, 9])
def test_where_they_are_no_more_all_pages_are_asked_for(number: int) -> None:
    walk, met = walk_over(oldest_first(33), whole=1, ahead=newest_at(number))
    assert (walk.end, met) == (End.LAST_PAGE, set(range(1, 34)))


@pytest.mark.parametrize(("stood", "asked"), [(3, 3), (5, 3)])
def test_a_wrong_day_on_a_later_page_reads_no_archive(stood: int, asked: int) -> None:
    """Of a list that begins with its newest all pages behind it were asked for, in every run."""
    posts = List(numbers(60), known=dict.fromkeys(numbers(60), 1), stated=False)
    ahead = Ahead("50", page_of(stood).url, falls=True)  # which stands on the third page
    walk, _ = walk_over(posts, whole=1, ahead=ahead)
    assert (walk.end, posts.asked) == (End.KNOWN, asked)


def test_new_posts_behind_a_page_of_old_ones_are_found_below_it() -> None:
    order = [5, 4, 3, 2, 1, *range(32, 5, -1)]
    posts = List(order, known=dict(KNOWN), stated=False)
    ahead = Ahead("30", page_of(2).url, falls=True)
    walk, met = walk_over(posts, whole=1, ahead=ahead)
    assert (walk.end, met >= {31, 32}) == (End.KNOWN, True)


def test_where_there_is_no_such_page_any_more_all_pages_are_asked_for() -> None:
    walk, listing = begun(oldest_first(33))
    rows = [sighting(n, oldest_first(33), {}, 2) for n in range(1, 6)]
    assert walk.follow(listing, rows, newest_at(9)) == Step(page_of(9, RULE), 2)
    assert walk.missed(Outcome.GONE, "404") == Step(page_of(2), 2)


RULE = "where the newest stood"


def begun(posts: List) -> tuple[Walk, Listing]:
    target = Target(id=1, site="x", url="u", channel=None, walks=2, whole=1, stated=None)
    return Walk(target, 2, Options(), page_of(1)), posts.read(1)[0]


def test_newest_that_were_taken_down_from_the_first_page_stand_nowhere_else() -> None:
    posts = oldest_first(30)
    walk, _ = walk_over(posts, whole=1, ahead=newest_at(1))
    assert (walk.end, posts.asked) == (End.KNOWN, 1)


def test_pages_of_a_form_have_one_address_and_none_is_sought() -> None:
    walk, listing = begun(oldest_first(33))
    rows = [sighting(n, oldest_first(33), {}, 2) for n in range(1, 6)]
    second = replace(page_of(2), method="POST", form=(("page", "2"),))
    assert walk.follow(replace(listing, next_page=second), rows, newest_at(6)) is None
    assert walk.end is End.KNOWN


def test_max_pages_holds_for_it() -> None:
    walk, _ = walk_over(oldest_first(33), Options(max_pages=1), whole=1, ahead=newest_at(6))
    assert walk.end is End.LIMIT
