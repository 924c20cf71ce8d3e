"""A list that moves in every way while it is walked hides no post that was there throughout."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import cast

import pytest

from newscrawl.extract.listing.model import Listing, NextPage
from newscrawl.extract.listing.model import Row as ListingRow
from newscrawl.items import ListingRef
from newscrawl.spiders import Options, Walk
from newscrawl.spiders.model import Step
from newscrawl.spiders.neighbours import Neighbours
from newscrawl.spiders.scope import Scope
from newscrawl.store import Row, Session, Sighting, Target

HISTORIES = 400
SITE = "http://institute.example"
URL, ARTICLE = f"{SITE}/list?page=", f"{SITE}/n/"


@dataclass
class Board:
    """A list, newest first, whose pins stand on top of page 1; `marked`: the page says so.

    `plan` holds the changes by the request before which they happen.
    """

    posts: list[int]
    size: int
    stated: bool
    marked: bool
    pins: list[int] = field(default_factory=list)
    plan: dict[int, list[str]] = field(default_factory=dict)
    random: random.Random = field(default_factory=random.Random)
    asked: int = 0
    newest: int = 1000
    gone: set[int] = field(default_factory=set)

    def page(self, number: int) -> tuple[Listing, list[Row]]:
        for change in self.plan.get(self.asked, ()):
            getattr(self, change)()
        self.asked += 1
        shown = [*((one, self.marked) for one in self.pins)] if number == 1 else []
        at = slice((number - 1) * self.size, number * self.size)
        shown += [(one, False) for one in self.posts[at]]
        rows = [
            Row(key=ARTICLE + str(one), url=ARTICLE + str(one), pinned=pin,
                listed=ListingRef(url=URL, title=str(one)))
            for one, pin in shown
        ]  # fmt: skip
        more = number * self.size < len(self.posts)
        listing = Listing(
            url=f"{URL}{number}",
            items=tuple(ListingRow(url=row.url, title=row.url) for row in rows),
            next_page=NextPage(url=f"{URL}{number + 1}", rule="test") if more else None,
            total_items=len(self.posts) + len(self.pins) if self.stated else None,
        )
        return listing, rows

    def insert(self) -> None:
        self.newest += 1
        self.posts.insert(0, self.newest)

    def delete(self) -> None:
        if len(self.posts) > 1:
            self.gone.add(self.posts.pop(self.random.randrange(len(self.posts))))

    def pin(self) -> None:
        if len(self.posts) > 1:
            self.pins.insert(0, self.posts.pop(self.random.randrange(len(self.posts))))

    def unpin(self) -> None:
        if self.pins:
            one = self.pins.pop()
            self.posts.append(one)
            self.posts.sort(reverse=True)

    def reorder(self) -> None:
        if len(self.posts) > 1:
            one = self.posts.pop(self.random.randrange(len(self.posts)))
            self.posts.insert(self.random.randrange(len(self.posts) + 1), one)

    def swap(self) -> None:
        if len(self.posts) > 1:
            a, b = self.random.sample(range(len(self.posts)), 2)
            self.posts[a], self.posts[b] = self.posts[b], self.posts[a]


def number(key: str) -> int:
    """Of the post with that key."""
    return int(key.removeprefix(ARTICLE))


CHANGES = ("insert", "delete", "pin", "unpin", "reorder", "swap")


def history(seed: int, *, stated: bool, pages: int, changes: tuple[str, ...] = CHANGES) -> Board:
    """Up to five moments with up to three changes each, anywhere in the walk."""
    chance = random.Random(seed)
    size = chance.randint(3, 10)
    count = chance.randint(2, size * pages)
    board = Board(
        posts=list(range(count, 0, -1)), size=size, stated=stated, marked=chance.random() < 0.5,
        random=chance,
    )  # fmt: skip
    for _ in range(chance.randint(0, 2)):
        board.pin()
    for _ in range(chance.randint(1, 5)):
        when = chance.randint(1, -(-count // size) + 2)
        board.plan.setdefault(when, []).extend(chance.choices(changes, k=chance.randint(1, 3)))
    return board


class Names:
    """The articles as they are when a page that lists them is read: each names its neighbours."""

    def __init__(self, board: Board, met: set[str]) -> None:
        self.board = board
        self.met = met
        self.neighbours = Neighbours(cast("Session", self))

    def listed(self, target: Target, keys: list[str]) -> set[str]:
        """As the session tells it."""
        del target
        return self.met.intersection(keys)

    def read(self, walk: Walk, rows: list[Row]) -> None:
        """The articles of these rows are fetched."""
        posts = self.board.posts
        for row in rows:
            at = posts.index(number(row.key)) if number(row.key) in posts else 0
            beside = [posts[n] for n in (at - 1, at + 1) if at and n < len(posts)]
            links = "".join(f'<p>上一篇：<a href="/n/{one}">某文</a></p>' for one in beside)
            self.neighbours.note_article(walk, row.key, row.key, links.encode())

    def chase(self, walk: Walk) -> None:
        """What slipped past is fetched, and what it names."""
        while found := self.neighbours.missed(walk, Scope.of(SITE)):
            self.met.update(row.key for row in found)
            self.read(walk, found)


def walk_over(board: Board, *, by_name: bool = False) -> set[int]:
    target = Target(id=1, site="x", url="u", channel=None, walks=0, whole=0, stated=None)
    start = NextPage(url=f"{URL}1", rule="start")
    walk = Walk(target, 1, Options(), start)
    met: set[str] = set()
    names = Names(board, met)
    step: Step | None = Step(start, 1)
    while step is not None:
        listing, rows = board.page(int(step.page.url.removeprefix(URL)))
        seen = [
            Sighting(number(row.key), row, "pending", open=True, first=1, seen=row.key in met,
                     decided=row.key in met)
            for row in rows
        ]  # fmt: skip
        if by_name:
            names.neighbours.note_rows(walk, rows)
            names.read(walk, [one.row for one in seen if not one.seen])
        met.update(row.key for row in rows)
        step = walk.follow(listing, seen)
        assert board.asked < 200, "the walk does not end"
    if by_name:
        names.chase(walk)
    return {number(key) for key in met}


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_no_post_that_was_there_throughout_is_missed(seed: int) -> None:
    board = history(seed, stated=seed % 2 == 0, pages=9 if seed % 2 == 0 else 4)
    there = {*board.posts, *board.pins}
    met = walk_over(board)
    assert there - board.gone <= met


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_in_a_long_list_without_a_total_the_articles_name_what_was_missed(seed: int) -> None:
    board = history(seed, stated=False, pages=30, changes=("insert", "delete"))
    there = {*board.posts, *board.pins}
    met = walk_over(board, by_name=True)
    assert there - board.gone <= met


@pytest.mark.parametrize("seed", [266, 302, 528, 600, 625, 716, 879])
@pytest.mark.parametrize("pages", [9, 40])
def test_what_was_pinned_or_moved_and_put_back_while_others_came_is_not_missed(
    seed: int, pages: int
) -> None:
    """Histories that once hid a post: as many were put back as were new on top."""
    for changes in (CHANGES, CHANGES[:4], CHANGES[:5]):
        board = history(seed, stated=False, pages=pages, changes=changes)
        there = {*board.posts, *board.pins}
        met = walk_over(board, by_name=True)
        assert there - board.gone <= met
