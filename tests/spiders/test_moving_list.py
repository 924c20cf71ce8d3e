"""A list that moves in every way while it is walked hides no post that was there throughout."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

from newscrawl.extract.listing.model import Listing, NextPage
from newscrawl.extract.listing.model import Row as ListingRow
from newscrawl.items import ListingRef
from newscrawl.spiders import Options, Walk
from newscrawl.spiders.walk import Step
from newscrawl.store import Row, Sighting, Target

HISTORIES = 400
URL = "http://institute.example/list?page="


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
            Row(key=str(one), url=str(one), listed=ListingRef(url=URL, title=str(one)), pinned=pin)
            for one, pin in shown
        ]
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


def walk_over(board: Board) -> set[int]:
    target = Target(id=1, site="x", url="u", channel=None, walks=0, whole=0, stated=None)
    start = NextPage(url=f"{URL}1", rule="start")
    walk = Walk(target, 1, Options(), start)
    met: set[str] = set()
    step: Step | None = Step(start, 1)
    while step is not None:
        listing, rows = board.page(int(step.page.url.removeprefix(URL)))
        seen = [
            Sighting(int(row.key), row, "pending", open=True, first=1, seen=row.key in met,
                     decided=row.key in met)
            for row in rows
        ]  # fmt: skip
        met.update(row.key for row in rows)
        step = walk.follow(listing, seen)
        assert board.asked < 100, "the walk does not end"
    return {int(key) for key in met}


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_no_post_that_was_there_throughout_is_missed(seed: int) -> None:
    board = history(seed, stated=seed % 2 == 0, pages=9 if seed % 2 == 0 else 4)
    there = {*board.posts, *board.pins}
    met = walk_over(board)
    assert there - board.gone <= met
