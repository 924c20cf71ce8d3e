"""What `extract_listing` gives: the rows of one listing page and the way to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

FEED, SITEMAP = "feed", "sitemap"
DOORS = frozenset((FEED, SITEMAP))
# The rule of a way on in a list whose pages are days: some have no rows, and none is the last.
DAY_BEFORE = "day before"
MONTH_BEFORE = "month before"
YEAR_BEFORE = "year before"
# Ways from one page to an older one, in whatever order each has its rows.
BACKWARDS = frozenset((DAY_BEFORE, MONTH_BEFORE, YEAR_BEFORE))
# And of one that a script puts together from pieces: behind the last there is nothing at all.
PIECE = "piece by its number"
# And of one that is asked for by a number that nothing says there is: behind the last is no page.
TYPED = "typed number"
# Of the page that a walk begins with.
START = "start"
RowKind = Literal["article", "external", "attachment"]


class Instead(StrEnum):
    """What a page is in a list's place, said to the user."""

    ARTICLE = "this is an article, not a listing"
    FILES = "the page has files alone and no list of articles, it may be an article"
    FOLDER = "the server shows a folder of files, no list of articles"
    LOGIN = "this is a login page, not a listing"
    CAMPUS = "the page is for the institute's own network"
    CHALLENGE = "a protection wall stands before the page"
    GONE = "the page says that it does not exist"
    BROKEN = "the site says that it is out of order"
    ERROR = "the interface answers with an error"
    DRAWN = (
        "the page has no rows of its own, a script draws them: give the address of the JSON that "
        "it asks for (a browser's developer tools show it), or crawl with --js"
    )
    BLANK = "the page is empty"
    NO_ENTRIES = "the list has no entries"
    NO_DOOR = "no feed or sitemap stands at this address but a page"
    OTHER = "no list of articles was found on the page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry of the list. `url` is absolute; `date` is ISO 8601, as precise as printed.

    `modified`: the date is the day of the last change (a sitemap's lastmod), no witness of the day
    of publication.
    """

    url: str
    title: str
    date: str | None = None
    kind: RowKind = "article"
    pinned: bool = False
    position: int = 0
    modified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLink:
    """A row whose link cannot be followed: the href as printed and why."""

    href: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPage:
    """The request that gives the following page; `rule` says how it was found.

    A POST sends `form`, or `content` where that is no form.
    """

    url: str
    rule: str
    method: Literal["GET", "POST"] = "GET"
    form: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    content: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """What pages of a list told of the next ones: rows' addresses, CMS family, places of the rows.

    One address with `{id}` in it is how all are spelt.
    """

    addresses: tuple[str, ...] = ()
    family: str | None = None
    places: tuple[str, ...] = ()

    def or_else(self, other: Looks) -> Looks:
        """These, and what `other` tells beside."""
        return Looks(
            self.addresses or other.addresses,
            self.family or other.family,
            self.places or other.places,
        )


UNSEEN = Looks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One listing page, read.

    `number` is the one that the page's own pager gives it, the first being 1; on a later one
    `first_page` is the way back to that.
    `family` is the page's CMS family, or "feed" or "sitemap"; `spelt_by` is then the family that
    spells the articles' addresses. `further` are sitemaps that a sitemap names, to be read too;
    `feeds` the feeds that an HTML page declares as its own; `instead` is what a page without rows
    is in a list's place. `unread`: the page goes on behind what was read of it. `row_address` is
    how a page without rows spells the addresses of those that its next page brings: `/news/{id}`.
    `places` is where the rows stand in the page's tree. `says_end`: the page says that none
    follows, by a next link switched off or as all that an interface has. `closed`: it does not
    break off within <html>, as far as that shows; `ending` are its last words,
    `behind` are those behind the rows of a page that is left open and leads nowhere. `numbered`
    are the numbers that its pager links, with their addresses; `unfollowed` is what it
    calls a way on that could not be followed, on a page without a next one; `earlier` the year or
    month before that of its rows, which is a choice beside them that could not be.
    """

    url: str
    items: tuple[Row, ...] = ()
    next_page: NextPage | None = None
    first_page: NextPage | None = None
    number: int | None = None
    total_pages: int | None = None
    total_items: int | None = None
    family: str | None = None
    bad_links: tuple[BadLink, ...] = ()
    issues: tuple[str, ...] = field(default=())
    spelt_by: str | None = None
    further: tuple[NextPage, ...] = ()
    feeds: tuple[str, ...] = ()
    instead: Instead | None = None
    unread: bool = False
    row_address: str | None = None
    places: tuple[str, ...] = ()
    says_end: bool = False
    closed: bool = True
    ending: str = ""
    behind: str = ""
    numbered: frozenset[tuple[int, str]] = frozenset()
    unfollowed: str = ""
    earlier: str = ""

    @property
    def spelling(self) -> str | None:
        """The CMS family whose spelling of article addresses holds on this page."""
        return self.spelt_by if self.family in DOORS else self.family

    @property
    def looks(self) -> Looks:
        """What the next pages of the list look like, for `extract_listing`."""
        rows = tuple(row.url for row in self.items if row.kind == "article")
        addresses = (self.row_address,) if self.row_address else rows
        return Looks(addresses, self.family, self.places)

    def to_plain(self) -> dict[str, Any]:
        """What `newscrawl listing` prints."""
        following = self.next_page or next(iter(self.further), None)
        return {
            "items": [{"url": r.url, "title": r.title, "date": r.date} for r in self.items],
            "next": following.url if following else None,
            "total_pages": self.total_pages,
            "total_items": self.total_items,
            "family": self.family,
        }
