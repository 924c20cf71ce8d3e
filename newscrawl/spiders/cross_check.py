"""Compares a walked listing with its "doors", the site's feed and sitemaps, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from scrapy import Request

from newscrawl.extract.listing import DOORS, Listing
from newscrawl.extract.listing.model import FEED, NextPage
from newscrawl.extract.listing.shapes import mould
from newscrawl.items import Outcome
from newscrawl.sites.families import family_named
from newscrawl.spiders.model import Job
from newscrawl.spiders.nested import Nested
from newscrawl.spiders.reading import rows_of
from newscrawl.spiders.walk import Walk
from newscrawl.store import Row, Session, Sighting
from newscrawl.text.urls import host_of

_MOST_SITEMAPS = 3  # of those that a robots.txt names
_USUAL_SITEMAP = "/sitemap.xml"  # where one lies that no robots.txt names
_MOST_PAGES = 20  # of one door
_EXAMPLES = 20  # addresses that a report names


@dataclass(slots=True)
class Listed:
    """What a listing showed: addresses by key in its order, their patterns, the feeds it names."""

    articles: dict[str, str] = field(default_factory=dict)
    moulds: set[str] = field(default_factory=set)
    feeds: tuple[str, ...] = ()
    is_door: bool = False


@dataclass(slots=True)
class Door:
    """One feed or sitemap beside a listing.

    `missing` are addresses of the listing's own kind that the listing never showed; `elsewhere`
    counts entries of the site's other lists.
    """

    url: str
    job: Job
    walk: Walk
    nested: Nested
    kind: str | None = None
    pages: int = 0
    elsewhere: int = 0
    keys: set[str] = field(default_factory=set)
    missing: list[str] = field(default_factory=list)
    problem: str = ""

    def to_plain(self, listed: Listed) -> dict[str, Any]:
        """What the report says of it."""
        lacking = _lacking(self, listed) if not self.problem else []
        return {
            "url": self.url,
            "kind": self.kind,
            "pages": self.pages,
            "entries": len(self.keys),
            "elsewhere": self.elsewhere,
            "not_listed": len(self.missing),
            "not_listed_examples": self.missing[:_EXAMPLES],
            "not_in_door": len(lacking),
            "not_in_door_examples": lacking[:_EXAMPLES],
            "problem": self.problem,
        }


class CrossCheck:
    """The doors of each walk and what they showed; does nothing unless `wanted`."""

    def __init__(self, session: Session, *, wanted: bool, since: str | None = None) -> None:
        self._session = session
        self._wanted = wanted
        self._since = since
        self._listed: dict[Walk, Listed] = defaultdict(Listed)
        self._sitemaps: dict[str, list[str]] = {}
        self._doors: dict[Walk, list[Door]] = defaultdict(list)

    def robots(self, robotparser: Any, request: Request) -> None:
        """Note the sitemaps that a robots.txt names."""
        if self._wanted:
            self._sitemaps[host_of(request.url)] = list(robotparser.sitemaps)[:_MOST_SITEMAPS]

    def note(self, walk: Walk, listing: Listing, rows: Sequence[Row]) -> None:
        """Note a page of the listing."""
        if not self._wanted:
            return
        listed = self._listed[walk]
        listed.is_door = listed.is_door or listing.family in DOORS
        listed.feeds = listed.feeds or listing.feeds
        for row in rows:
            if row.settled is None:
                listed.moulds.add(mould(row.url))
                if not row.pinned:
                    listed.articles.setdefault(row.key, row.url)

    def doors(self, job: Job, walk: Walk) -> list[Door]:
        """The doors to fetch once the listing was walked; none where it was not read completely."""
        listed = self._listed.get(walk)
        if listed is None or listed.is_door or not walk.whole or self._doors[walk]:
            return []
        announced = self._sitemaps.get(host_of(job.url)) or [urljoin(job.url, _USUAL_SITEMAP)]
        urls = [*listed.feeds[:1], *announced]
        self._doors[walk] = [Door(url, job, walk, Nested(url)) for url in dict.fromkeys(urls)]
        return self._doors[walk]

    def take(
        self, door: Door, listing: Listing, asked: str
    ) -> tuple[list[Sighting], NextPage | None]:
        """Take a page of `door`: its articles as seen by the ledger, and its next page."""
        if listing.family not in DOORS:
            door.problem = f"{asked}: no feed or sitemap"
            return [], self.following(door)
        door.kind, door.pages = door.kind or listing.family, door.pages + 1
        rows, _ = rows_of(
            listing,
            url=listing.url,
            page=door.pages,
            scope=door.job.scope,
            family=family_named(door.walk.family),
            since=self._since,
        )
        mine = self._of_the_listing(door.walk, rows)
        fresh_keys = {row.key for row in mine} - door.keys
        door.elsewhere += len(rows) - len(mine)
        door.keys |= fresh_keys
        seen = self._session.sight(door.walk.target, door.walk.number, mine, by_door=True)
        door.missing += [one.row.url for one in seen if _never_listed(one, door.walk)]
        more = [listing.next_page] if listing.next_page and fresh_keys else []
        door.nested.add(asked, [*listing.further, *more])
        return seen, self.following(door)

    def _of_the_listing(self, walk: Walk, rows: Sequence[Row]) -> list[Row]:
        """Those of a door's rows that are the listing's: by pattern, or because it showed them.

        A run that reads no more than its first page meets only some of the patterns.
        """
        articles = [row for row in rows if row.settled is None]
        shown = self._session.listed(walk.target, [row.key for row in articles])
        moulds = self._listed[walk].moulds
        return [row for row in articles if row.key in shown or mould(row.url) in moulds]

    def failed(self, door: Door, outcome: Outcome, detail: str) -> NextPage | None:
        """Note that a page of `door` could not be read."""
        door.problem = f"{outcome}: {detail}"
        return self.following(door)

    def following(self, door: Door) -> NextPage | None:
        """The next page of `door`, None at its end or at the limit."""
        page = door.nested.take()
        if page is None or door.pages < _MOST_PAGES:
            return page
        door.problem = door.problem or f"only {door.pages} pages of it were read"
        return None

    def report(self, walk: Walk) -> list[dict[str, Any]]:
        """The comparison of a walk with every door."""
        return [door.to_plain(self._listed[walk]) for door in self._doors.get(walk, ())]


def _never_listed(one: Sighting, walk: Walk) -> bool:
    return one.first == walk.number and not one.seen


def _lacking(door: Door, listed: Listed) -> list[str]:
    """Articles of the listing that the door lacks; those older than a feed's last are left out."""
    keys = list(listed.articles)
    if door.kind == FEED:
        shared = [at for at, key in enumerate(keys) if key in door.keys]
        keys = keys[: shared[-1] + 1] if shared else []
    return [listed.articles[key] for key in keys if key not in door.keys]
