"""What goes into the ledger and comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from newscrawl.items import ListingRef, Outcome

# Tried again by a later run: the article may be there, this run could not get it.
OPEN = frozenset(
    {
        Outcome.ROBOTS,
        Outcome.BLOCKED,
        Outcome.TRUNCATED,
        Outcome.TIMEOUT,
        Outcome.HTTP_4XX,
        Outcome.HTTP_5XX,
        Outcome.NETWORK,
        Outcome.GIVEN_UP,
    }
)
# The corpus has the article.
HELD = frozenset({Outcome.NEW, Outcome.KNOWN, Outcome.UNCHANGED, Outcome.EDITED})
# Rows of a listing that are no article of this site.
NO_ARTICLE = frozenset({Outcome.EXTERNAL, Outcome.ATTACHMENT, Outcome.OUT_OF_SCOPE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One listing of one site; `whole` is its last walk that came to a natural end (0 = none)."""

    id: int
    site: str
    url: str
    channel: str | None
    walks: int
    whole: int
    stated: int | None
    family: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry of a listing page as the walk hands it over; `settled` needs no request."""

    key: str
    url: str
    listed: ListingRef
    pinned: bool = False
    settled: Outcome | None = None
    detail: str = ""


class Sighting(NamedTuple):
    """What the ledger knows of a row, in the order of the rows.

    `standing` is "pending", "held" or the outcome it last ended with; `first` is the walk of this
    target that listed it first, `seen` whether this walk met it before, `decided` whether this run
    already took it up.
    """

    url_id: int
    row: Row
    standing: str
    open: bool
    first: int
    seen: bool
    decided: bool


class Pending(NamedTuple):
    """A URL that earlier runs found and could not get."""

    url_id: int
    url: str
    listed: ListingRef


class Judgement(NamedTuple):
    """What an extracted article is to the corpus: `n` its revision, `of` the record it repeats."""

    outcome: Outcome
    n: int
    first_seen: str
    of: str | None = None
    before: str | None = None
