"""A walk over a list that moves while it is read misses nothing, and reads little twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.listing.model import Listing
from newscrawl.extract.listing.model import Row as ListingRow
from newscrawl.spiders import End
from tests.spiders.lists import (
    SIZE,
    List,
    new_walk,
    numbers,
    page_of,
    row_with,
    walk_over,
)


def test_a_burst_of_posts_that_makes_two_pages_without_anything_new_does_not_end_the_list() -> None:
    def burst(posts: List, asked: int) -> None:
        if asked == 2:
            posts.posts = [*numbers(posts.posts[0] + 2 * SIZE)]

    posts = List(numbers(30), change=burst, stated=False)
    walk, met = walk_over(posts)
    assert (walk.end, met) == (End.LAST_PAGE, set(range(1, 41)))


@pytest.mark.parametrize("stated", [True, False])
@pytest.mark.parametrize("count", [1, 4, 5, 6, 23, 25])
def test_a_list_that_stands_still_is_read_once_and_a_few_pages_again(
    count: int, *, stated: bool
) -> None:
    posts = List(numbers(count), stated=stated)
    walk, met = walk_over(posts)
    pages = -(-count // SIZE)
    assert (walk.end, len(met)) == (End.LAST_PAGE, count)
    assert pages <= posts.asked <= pages + 4, "page 1 and at most three others"


def test_posts_put_on_top_at_every_request_are_all_met() -> None:
    def grow(one: List, asked: int) -> None:
        one.posts.insert(0, 100 + asked)

    posts = List(numbers(30), change=grow)
    _, met = walk_over(posts)
    assert met >= set(numbers(30))


def test_posts_taken_from_the_top_at_every_request_hide_no_other() -> None:
    def shrink(one: List, asked: int) -> None:
        if asked:
            one.posts.pop(0)

    posts = List(numbers(40), change=shrink)
    _, met = walk_over(posts)
    assert met >= set(posts.posts)


def test_a_row_that_was_away_and_is_put_back_is_met() -> None:
    """Taken from page 5 before that is read, and put back behind the reader; one comes on top."""

    def away_and_back(one: List, asked: int) -> None:
        if asked == 2:
            one.posts.remove(178)
        elif asked == 20:
            one.posts.insert(0, 300)
        elif asked == 35:
            one.posts.insert(one.posts.index(179) + 1, 178)

    posts = List(numbers(200), change=away_and_back, stated=False)
    assert walk_over(posts)[1] == {300, *numbers(200)}


def test_one_new_post_while_the_walk_lasts_costs_no_second_reading() -> None:
    def grow(one: List, asked: int) -> None:
        if asked == 4:
            one.posts.insert(0, 100)

    posts = List(numbers(50), change=grow, stated=False)
    walk, met = walk_over(posts)
    assert met == {100, *numbers(50)}
    assert (posts.asked, walk.moved) == (11 + 4, (1, 0))


class Overlapping(List):
    """Every page begins with the last row of the one before."""

    def read(self, number: int) -> tuple[Listing, list[int]]:
        listing, there = super().read(number)
        before = self.posts[(number - 1) * SIZE - 1 : (number - 1) * SIZE]
        return listing, [*before, *there]


class BehindEntry(List):
    """The first page is there twice: as the page one enters by, and as the first of a script's."""

    def read(self, number: int) -> tuple[Listing, list[int]]:
        listing, posts = super().read(max(number - 1, 1))
        following = page_of(number + 1) if number * SIZE <= len(self.posts) else None
        return replace(listing, url=page_of(number).url, next_page=following), posts


class BehindPins(BehindEntry):
    """The page one enters by has the pinned posts on top; its script's pages have them below."""

    def read(self, number: int) -> tuple[Listing, list[int]]:
        listing, posts = super().read(number)
        return listing, [*self.pinned, *posts] if number == 1 else posts


def test_a_first_page_that_the_next_one_has_whole_is_no_sign_that_the_list_moved() -> None:
    plain = BehindEntry(numbers(50), stated=False)
    pinned = BehindPins(numbers(50), stated=False, pinned=frozenset({7, 12}))
    for posts in (plain, pinned):
        walk, met = walk_over(posts)
        assert (met, walk.moved[1]) == (set(numbers(50)), 0)
        assert posts.asked <= 1 + 50 // SIZE + 4


def test_rows_that_a_list_shows_twice_at_all_times_are_no_sign_that_it_moved() -> None:
    """Row 44 stands on page 2 and on page 7; elsewhere all pages overlap."""
    order = numbers(50)
    order.insert(32, 44)
    for posts in (List(order, stated=False), Overlapping(numbers(50), stated=False)):
        walk, met = walk_over(posts)
        assert (met, walk.moved[1]) == (set(numbers(50)), 0)
        assert posts.asked <= -(-len(posts.posts) // SIZE) + 4


@settings(max_examples=200)
@given(
    count=st.integers(6, 40),
    taken=st.lists(st.tuples(st.integers(1, 8), st.integers(0, 4)), max_size=3),
)
def test_posts_taken_down_while_the_walk_lasts_hide_no_other(
    count: int, taken: list[tuple[int, int]]
) -> None:
    """Taken from page 1, where the second look at page 1 shows it."""
    when = dict(taken)

    def shrink(one: List, asked: int) -> None:
        if asked in when and when[asked] < len(one.posts):
            del one.posts[when[asked]]

    posts = List(numbers(count), change=shrink)
    _, met = walk_over(posts)
    assert met >= set(posts.posts)


def test_a_page_that_was_sent_on_is_read_again_where_it_was_sent_to() -> None:
    """Each look at page one would cost two requests."""
    walk = new_walk()
    walk.led_to("http://x/final", page_of(1).url)
    rows = (ListingRow(url="http://x/9", title="9"),)
    top = Listing(url="http://x/final", items=rows, next_page=page_of(2))
    walk.follow(top, [row_with(None)])
    again = walk.follow(Listing(url=page_of(2).url, items=rows), [row_with(None)])
    assert again is not None
    assert again.page.url == "http://x/final"
