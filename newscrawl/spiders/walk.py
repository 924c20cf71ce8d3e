"""The walk over one listing: which rows are fetched, when it ends, what is read a second time.

Pure decisions: the spider does the asking. A list moves while it is walked. Posts added push rows
down, so a page repeats rows and nothing is lost; posts taken away pull rows up, past the border
just read. So page 1 is read again at the end: new rows on top are walked, and if rows went missing
the pages are read once more backwards, the way along which rows pulled up are met.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from enum import StrEnum

from newscrawl.extract.listing.model import FEED, SITEMAP, Instead, Listing, NextPage
from newscrawl.items import Outcome
from newscrawl.spiders.model import Options
from newscrawl.spiders.nested import Nested
from newscrawl.store import NO_ARTICLE, Row, Sighting, Target

# Without --max-pages: pages that may follow each other without a row older than all before.
STALE_PAGES = 200
MOST_PAGES = 5000
# What stands in place of a list that others may read.
_SHUT = {
    Instead.LOGIN: Outcome.RESTRICTED,
    Instead.CAMPUS: Outcome.RESTRICTED,
    Instead.CHALLENGE: Outcome.BLOCKED,
}
_LEADING = 3  # pages without rows that may stand before the first that has some


class End(StrEnum):
    """Why a walk ended; the first group saw the whole list."""

    LAST_PAGE = "the last page"
    NOTHING_NEW = "pages with nothing new"
    KNOWN = "a page of known articles"
    SINCE = "older than --since"
    LIMIT = "the limit of pages"
    FAILED = "a page that could not be read"
    NO_LISTING = "no list of articles"
    EMPTY = "a list without entries"


WHOLE = frozenset({End.LAST_PAGE, End.NOTHING_NEW, End.KNOWN})


class Mode(StrEnum):
    """Which way the walk goes: on, over page 1 again, backwards."""

    ON = "on"
    AGAIN = "again"
    BACK = "back"


class Walk:
    """One walk of one target. `end` is None until the forward walk is over."""

    def __init__(self, target: Target, number: int, options: Options, start: NextPage) -> None:
        self.target = target
        self.number = number
        self.options = options
        self.pages = 0
        self.end: End | None = None
        self.detail = ""
        self.outcome: Outcome | None = None
        self.instead: Instead | None = None
        self.family = target.family
        self.stated_items: int | None = None
        self.stated_pages: int | None = None
        self.visited: list[NextPage] = [start]
        self.nested = Nested(start.url)
        self.backlog: deque[Row] = deque()  # rows of a long page that wait for their turn
        self.of_sitemaps = False
        self.in_browser = False
        self._of_feed = False  # which only ever shows the latest
        self._asked = {_fingerprint(start)}
        self._first: list[str] = []
        self._top = 0  # the place in `visited` of the first page that has rows
        self._barren = 0
        self._stale = 0
        self._oldest: str | None = None
        self._back: list[NextPage] = []
        self._again_pages = 0

    @property
    def whole(self) -> bool:
        """Whether the walk saw all that the list has (beyond what earlier walks saw)."""
        return self.end in WHOLE

    @property
    def saw_all(self) -> bool:
        """Whether the walk read every page there is: what it did not meet is not listed."""
        return (
            self.end in {End.LAST_PAGE, End.NOTHING_NEW} and not self._of_feed and not self.backlog
        )

    def fail(self, outcome: Outcome, detail: str) -> None:
        """A listing page could not be read; `outcome` says how it ended."""
        if self.end is None or self.whole:
            self.end, self.outcome, self.detail = End.FAILED, outcome, detail

    def wanted(self, one: Sighting) -> tuple[Outcome, str] | None:
        """How a row that this run did not decide yet ends without a request; None: fetch it."""
        if one.row.settled:
            return one.row.settled, one.row.detail
        if one.standing in {"held", Outcome.DUPLICATE}:
            return Outcome.KNOWN, ""
        date, since = one.row.listed.date, self.options.since
        if since and date and date[: len(since)] < since:
            return Outcome.OUT_OF_SCOPE, f"older than {since}"
        final = not one.open and one.standing not in NO_ARTICLE
        if final and not self.options.full:
            return Outcome(one.standing), "as before"
        return None

    def follow(self, listing: Listing, seen: Sequence[Sighting], mode: Mode) -> NextPage | None:
        """The page to read after this one, or None: the walk is over."""
        if mode is Mode.BACK:
            return self._back.pop() if self._back else None
        if mode is Mode.AGAIN:
            return self._again(listing, seen)
        self.pages += 1
        self._of_feed = self._of_feed or listing.family == FEED
        self._note(listing, seen)
        if self.of_sitemaps or listing.family == SITEMAP:
            return self._next_sitemap(listing)
        self.end = self._ending(listing, seen)
        if self.end is None and listing.next_page:
            self._asked.add(_fingerprint(listing.next_page))
            self.visited.append(listing.next_page)
            return listing.next_page
        return None

    def _next_sitemap(self, listing: Listing) -> NextPage | None:
        """Sitemaps have no order: each that is named is read, whatever stands in the others."""
        self.of_sitemaps = True
        self.nested.add(self.visited[-1].url, listing.further)
        if listing.family != SITEMAP or not (listing.items or listing.further):
            told = "; ".join(listing.issues) or "no sitemap"
            self.fail(Outcome.NOT_ARTICLE, f"{listing.url}: {told}")
        return self.next_nested()

    def next_nested(self) -> NextPage | None:
        """The sitemap to read next; None, and the walk is over, after the last."""
        following = self.nested.take()
        limit = self.options.max_pages
        if following is None or (limit is not None and self.pages >= limit):
            self.end = self.end or (
                End.LIMIT if following or self.nested.left_out else End.LAST_PAGE
            )
            return None
        self.visited.append(following)
        return following

    def check(self) -> NextPage | None:
        """Page 1 to be read again, where rows may have moved while the walk lasted."""
        if self.of_sitemaps:
            return None
        read = self.pages - self._top
        return self.visited[self._top] if self.whole and read > 1 else None

    def _note(self, listing: Listing, seen: Sequence[Sighting]) -> None:
        self.stated_items = listing.total_items or self.stated_items
        self.stated_pages = listing.total_pages or self.stated_pages
        if not self._first:
            self._top = self.pages - 1
            self._first = [one.row.key for one in seen if not one.row.pinned]
        self._barren = self._barren + 1 if all(one.seen for one in seen) else 0
        dates = [one.row.listed.date for one in seen if one.row.listed.date and not one.row.pinned]
        oldest = min(dates, default=None)
        if oldest and (self._oldest is None or oldest < self._oldest):
            self._oldest, self._stale = oldest, 0
        else:
            self._stale += 1

    def _ending(self, listing: Listing, seen: Sequence[Sighting]) -> End | None:
        if not self._first and not listing.items and self.pages <= _LEADING:
            # Where rows come from an interface, page 1 may be nothing but the way to it.
            self.detail = self.detail or "; ".join(listing.issues)
            self.instead = self.instead or listing.instead
            return None if listing.next_page else self._no_list()
        if not listing.items and self._is_gap(listing):
            self.outcome = _SHUT.get(listing.instead or Instead.OTHER, Outcome.NOT_ARTICLE)
            self.detail = f"listing page {self.pages}: {'; '.join(listing.issues) or 'no rows'}"
            return End.FAILED
        return self._end_of_rows(seen) or self._end_of_pages(listing)

    def _no_list(self) -> End:
        """How a walk ends that met no row at all."""
        shut = _SHUT.get(self.instead or Instead.OTHER)
        if shut:
            self.outcome = shut
            return End.FAILED
        return End.EMPTY if self.instead is Instead.NO_ENTRIES else End.NO_LISTING

    def _end_of_rows(self, seen: Sequence[Sighting]) -> End | None:
        if self._all_known(seen):
            return End.KNOWN
        last = self.stated_pages is None or self.pages >= self.stated_pages
        if self._barren > 1 or (self._barren and last):
            return End.NOTHING_NEW
        return End.SINCE if self._all_older(seen) else None

    def _end_of_pages(self, listing: Listing) -> End | None:
        following = listing.next_page
        if following is None or _fingerprint(following) in self._asked:
            return End.LAST_PAGE
        return End.LIMIT if self._spent() else None

    def _is_gap(self, listing: Listing) -> bool:
        """Whether a page without rows is a hole in the list rather than its end."""
        other = listing.instead is Instead.ARTICLE or listing.instead in _SHUT
        return other or (self.stated_pages is not None and self.pages <= self.stated_pages)

    def _all_known(self, seen: Sequence[Sighting]) -> bool:
        """Only what an earlier, whole walk listed; pinned rows say nothing."""
        loose = [one for one in seen if not one.row.pinned]
        return (
            not self.options.full
            and bool(loose)
            and all(one.first <= self.target.whole for one in loose)
        )

    def _all_older(self, seen: Sequence[Sighting]) -> bool:
        since = self.options.since
        dates = [one.row.listed.date for one in seen if not one.row.pinned]
        return bool(since and dates) and all(d and since and d[: len(since)] < since for d in dates)

    def _spent(self) -> bool:
        if self.options.max_pages is not None:
            return self.pages >= self.options.max_pages
        stale = max(STALE_PAGES, self.stated_pages or 0)
        return self._stale >= stale or self.pages >= MOST_PAGES

    def _again(self, listing: Listing, seen: Sequence[Sighting]) -> NextPage | None:
        loose = [one for one in seen if not one.row.pinned]
        following = listing.next_page
        self._again_pages += 1
        if following and loose and not any(one.seen for one in loose):
            # A whole page of posts that came while the walk lasted.
            return following if self._again_pages < STALE_PAGES else None
        if taken_away(self._first, [one.row.key for one in loose if one.seen]):
            self._back = self.visited[self._top : -1]
            return self.visited[-1]
        return None


def taken_away(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether rows seen before page 1 is read again were pulled up over its border.

    `before` is page 1 as it was, `after` the rows of it now that the walk had met.
    """
    return bool(set(after) - set(before)) or (
        bool(after) and list(before[: len(after)]) != list(after)
    )


def unique(rows: Sequence[Row]) -> list[Row]:
    """The rows without later ones of the same key; a pinned copy counts as not pinned."""
    kept: dict[str, Row] = {}
    for row in rows:
        old = kept.get(row.key)
        if old is None or (old.pinned and not row.pinned):
            kept[row.key] = row
    return list(kept.values())


def _fingerprint(page: NextPage) -> tuple[object, ...]:
    return page.method, page.url, page.form, page.content
