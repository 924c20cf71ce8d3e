"""Lists of made-up posts, and the walk over them as the spider does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from newscrawl.extract.listing.model import Listing, NextPage
from newscrawl.extract.listing.model import Row as ListingRow
from newscrawl.items import ListingRef, Outcome
from newscrawl.spiders import Options, Walk
from newscrawl.spiders.model import Step
from newscrawl.spiders.progress import STALE_PAGES
from newscrawl.store import Ahead, Row, Sighting, Target

SIZE = 5


def page_of(number: int, rule: str = "test") -> NextPage:
    return NextPage(url=f"http://institute.example/list?page={number}", rule=rule)


@dataclass
class List:
    """A list of posts, newest first, that `change` may alter before each request."""

    posts: list[int]
    change: Callable[[List, int], None] = lambda _list, _asked: None
    stated: bool = True
    endless: bool = False
    entries: int | None = None
    pinned: frozenset[int] = frozenset()
    days: Callable[[int], str | None] = lambda _post: None
    rule: str = "test"
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
                next_page=page_of(number + 1, self.rule) if more else None,
                total_pages=pages if self.stated else None,
                total_items=self.entries,
            ),
            posts,
        )


def walk_over(
    posts: List,
    options: Options | None = None,
    *,
    whole: int = 0,
    stated: int | None = None,
    ahead: Ahead | None = None,
) -> tuple[Walk, set[int]]:
    """Walk as the spider does; the posts that the walk met. `ahead`: what the ledger says."""
    number = whole + 1
    target = Target(
        id=1,
        site="x",
        url="u",
        channel=None,
        walks=number,
        whole=whole,
        stated=stated,
        listed=len(posts.known),
    )
    walk = Walk(target, number, options or Options(), page_of(1))
    met: dict[int, int] = {}
    step: Step | None = Step(page_of(1), 1)
    while step is not None:
        listing, there = posts.read(int(step.page.url.rpartition("=")[2]))
        seen = [sighting(n, posts, met, number) for n in there]
        met.update(dict.fromkeys(there, number))
        step = walk.follow(listing, seen, ahead if walk.is_known(seen) else None)
        assert posts.asked < 3 * STALE_PAGES, "the walk does not end"
    return walk, set(met)


def sighting(post: int, posts: List, met: dict[int, int], walk: int) -> Sighting:
    row = Row(
        key=str(post),
        url=f"http://x/{post}",
        listed=ListingRef(url="u", date=posts.days(post)),
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


def row_with(date: str | None, *, settled: Outcome | None = None) -> Sighting:
    row = Row(key="k", url="http://x/k", listed=ListingRef(url="u", date=date), settled=settled)
    return Sighting(1, row, "pending", open=True, first=1, seen=False, decided=False)


def new_walk(today: str | None = None) -> Walk:
    target = Target(id=1, site="x", url="u", channel=None, walks=1, whole=0, stated=None)
    return Walk(target, 1, Options(), page_of(1), today=today)
