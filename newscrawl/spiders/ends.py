"""How the walk over a listing ends, and which failures it survives."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from newscrawl.extract.listing.model import Instead
from newscrawl.items import Outcome
from newscrawl.store import Sighting


class End(StrEnum):
    """Why a walk ended; the first group saw the whole list."""

    LAST_PAGE = "the last page"
    NOTHING_NEW = "pages with nothing new"
    QUIET = "days without posts"
    KNOWN = "a page of known articles"
    SINCE = "older than --since"
    LIMIT = "the limit of pages"
    TRAP = "pages without end"
    FAILED = "a page that could not be read"
    NO_LISTING = "no list of articles"
    EMPTY = "a list without entries"


BARREN = 2  # pages without anything new that end a list: one may be a hiccup, or new posts' work
QUIET = 3  # days, or years, without posts that end a list of them: a weekend is none
QUIET_MONTHS = 12  # months without posts that end a list of them
WHOLE = frozenset({End.LAST_PAGE, End.NOTHING_NEW, End.QUIET, End.KNOWN})
# Pages in place of a list that others may read, or that is read another day; what they mean.
SHUT = {
    Instead.LOGIN: Outcome.RESTRICTED,
    Instead.CAMPUS: Outcome.RESTRICTED,
    Instead.CHALLENGE: Outcome.BLOCKED,
    Instead.BROKEN: Outcome.HTTP_5XX,
}
# What a page is that only leads to a list, or to nothing: what it leads to tells more.
MUTE = frozenset({Instead.DRAWN, Instead.OTHER, Instead.BLANK})
# Failures of one page that say nothing of the next: the walk goes on behind it.
PASSING = frozenset(
    {Outcome.TIMEOUT, Outcome.HTTP_5XX, Outcome.HTTP_4XX, Outcome.NETWORK, Outcome.TRUNCATED}
    | {Outcome.GONE, Outcome.EMPTY_BODY, Outcome.TOO_BIG, Outcome.NOT_HTML, Outcome.RULE_ERROR}
    | {Outcome.NOT_ARTICLE}
)


def days_of(seen: Sequence[Sighting]) -> list[str]:
    """The days of a page's rows in their order, "" for a row without; pinned ones say nothing."""
    return [(one.row.listed.date or "")[:10] for one in seen if not one.row.pinned]


def rise(days: Sequence[str]) -> bool:
    """Whether the days of a page or two go up, as where a list begins with its oldest posts.

    Its new ones stand at its end: pages of known or old ones say nothing of those behind.
    """
    return len({*days}) > 1 and "" not in days and [*days] == sorted(days)


def are_known(seen: Sequence[Sighting], whole: int) -> bool:
    """Whether a page has only rows that a walk up to the `whole` one listed; pinned say nothing."""
    loose = [one for one in seen if not one.row.pinned]
    return bool(loose) and all(one.first <= whole for one in loose)


def are_older(seen: Sequence[Sighting], since: str | None) -> bool:
    """Whether a page has only rows of days before `since`; pinned ones say nothing."""
    dates = [one.row.listed.date for one in seen if not one.row.pinned]
    if not since or not dates:
        return False
    return all(date and date[: len(since)] < since for date in dates)
