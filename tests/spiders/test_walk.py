"""The walk alone, against a list that moves while it is read. Without it posts are lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.listing.model import PIECE, Instead, Listing, NextPage
from newscrawl.extract.listing.model import Row as ListingRow
from newscrawl.items import ListingRef, Outcome
from newscrawl.spiders import End, Options, Walk
from newscrawl.spiders.model import Step
from newscrawl.spiders.progress import STALE_PAGES
from newscrawl.store import Row, Sighting, Target

SIZE = 5


def page_of(number: int) -> NextPage:
    return NextPage(url=f"http://institute.example/list?page={number}", rule="test")


@dataclass
class List:
    """A list of posts, newest first, that `change` may alter before each request."""

    posts: list[int]
    change: Callable[[List, int], None] = lambda _list, _asked: None
    stated: bool = True
    endless: bool = False
    entries: int | None = None
    pinned: frozenset[int] = frozenset()
    asked: int = 0
    known: dict[int, int] = field(default_factory=dict)

    def read(self, number: int) -> tuple[Listing, list[int]]:
        self.change(self, self.asked)
        self.asked += 1
        if self.endless:
            posts = [1_000_000 - number * SIZE - n for n in range(SIZE)]
        else:
            posts = self.posts[(number - 1) * SIZE : number * SIZE]
        pages = -(-len(self.posts) // SIZE)
        more = self.endless or number < pages
        return (
            Listing(
                url=page_of(number).url,
                items=tuple(ListingRow(url=f"http://x/{n}", title=str(n)) for n in posts),
                next_page=page_of(number + 1) if more else None,
                total_pages=pages if self.stated else None,
                total_items=self.entries,
            ),
            posts,
        )


def walk_over(
    posts: List, options: Options | None = None, *, whole: int = 0, stated: int | None = None
) -> tuple[Walk, set[int]]:
    """Walk as the spider does; the posts that the walk met."""
    number = whole + 1
    target = Target(id=1, site="x", url="u", channel=None, walks=number, whole=whole, stated=stated)
    walk = Walk(target, number, options or Options(), page_of(1))
    met: dict[int, int] = {}
    step: Step | None = Step(page_of(1), 1)
    while step is not None:
        listing, there = posts.read(int(step.page.url.rpartition("=")[2]))
        seen = [sighting(n, posts, met, number) for n in there]
        met.update(dict.fromkeys(there, number))
        step = walk.follow(listing, seen)
        assert posts.asked < 3 * STALE_PAGES, "the walk does not end"
    return walk, set(met)


def sighting(post: int, posts: List, met: dict[int, int], walk: int) -> Sighting:
    row = Row(
        key=str(post),
        url=f"http://x/{post}",
        listed=ListingRef(url="u"),
        pinned=post in posts.pinned,
    )
    return Sighting(
        url_id=post,
        row=row,
        standing="held" if post in posts.known else "pending",
        open=post not in posts.known,
        first=posts.known.get(post, walk),
        seen=post in met,
        decided=post in met,
    )


def numbers(count: int) -> list[int]:
    return list(range(count, 0, -1))


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


def test_what_a_list_stated_once_holds_until_all_of_it_was_read_without() -> None:
    known = List(numbers(30), known=dict.fromkeys(numbers(30), 1))
    assert walk_over(known, whole=1, stated=30)[0].stated == 30
    assert walk_over(known, Options(full=True), whole=1, stated=30)[0].stated is None


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


@settings(deadline=None, max_examples=200)
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


@pytest.mark.parametrize(("new", "most"), [(0, 1), (3, 3), (5, 3), (7, 4)])
def test_a_second_walk_ends_at_a_page_of_known_posts(new: int, most: int) -> None:
    posts = List(numbers(100 + new), known=dict.fromkeys(range(1, 101), 1))
    walk, met = walk_over(posts, whole=1)
    assert walk.end is End.KNOWN
    assert met >= set(range(101, 101 + new))
    assert posts.asked <= most


def test_pinned_posts_do_not_end_a_second_walk() -> None:
    order = [1, 2, *range(40, 2, -1)]
    posts = List(order, pinned=frozenset({1, 2}), known=dict.fromkeys(range(1, 31), 1))
    _, met = walk_over(posts, whole=1)
    assert met >= set(range(31, 41))


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


def test_pages_without_a_single_row_are_no_list_however_many_they_are() -> None:
    walk = new_walk()
    for number in range(1, 9):
        empty = Listing(url=page_of(number).url, items=(), next_page=page_of(number + 1))
        if walk.follow(empty, []) is None:
            break
    assert walk.end is End.NO_LISTING
    assert not walk.whole


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


def test_a_first_page_that_cannot_be_read_is_told_and_the_walk_goes_on_below_it() -> None:
    walk = new_walk()
    rows = (ListingRow(url="http://x/9", title="9"),)
    walk.from_first(Listing(url="http://x/l", items=rows, first_page=page_of(0)))
    assert walk.missed(Outcome.GONE, "404") == Step(page_of(1), 1)
    walk.follow(Listing(url="http://x/l", items=rows), [row_with(None)])
    assert (walk.end, walk.short) == (End.LAST_PAGE, True)


def test_a_walk_that_cannot_tell_the_first_page_of_a_list_is_short() -> None:
    walk = new_walk()
    rows = tuple(ListingRow(url=f"http://x/{n}", title=str(n)) for n in range(SIZE))
    page = Listing(url="http://x/l", items=rows, number=2, total_pages=2, total_items=6)
    walk.follow(page, [row_with(None)])
    assert (walk.end, walk.short) == (End.LAST_PAGE, True)


def test_known_articles_end_a_walk_that_is_not_short() -> None:
    walk, _ = walk_over(List(numbers(40), known=dict.fromkeys(range(41), 1), entries=40), whole=1)
    assert (walk.end, walk.short, walk.whole) == (End.KNOWN, False, True)


def row_with(date: str | None, *, settled: Outcome | None = None) -> Sighting:
    row = Row(key="k", url="http://x/k", listed=ListingRef(url="u", date=date), settled=settled)
    return Sighting(1, row, "pending", open=True, first=1, seen=False, decided=False)


def test_a_row_that_is_settled_needs_no_request() -> None:
    assert standings(new_walk(), [row_with(None, settled=Outcome.EXTERNAL)]) == [Outcome.EXTERNAL]


def new_walk() -> Walk:
    target = Target(id=1, site="x", url="u", channel=None, walks=1, whole=0, stated=None)
    return Walk(target, 1, Options(), page_of(1))


def standings(walk: Walk, some: Sequence[Sighting]) -> list[Outcome | None]:
    return [ended[0] if (ended := walk.wanted(one)) else None for one in some]


def test_what_is_held_or_final_is_not_fetched_again() -> None:
    some = [
        row_with(None)._replace(standing=standing, open=is_open)
        for standing, is_open in (("held", False), ("gone", False), ("timeout", True))
    ]
    assert standings(new_walk(), some) == [Outcome.KNOWN, Outcome.GONE, None]


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
