"""What goes into the ledger and comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from newscrawl.items import ListingRef, Outcome, RevisionStatus

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
# The page is gone from its site.
TAKEN_DOWN = frozenset({Outcome.GONE, Outcome.SOFT_404})
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
    """One entry of a listing page as the walk hands it over; `settled` needs no request.

    `left_out`: nobody asked for it; it is known, and counts as found in no run.
    """

    key: str
    url: str
    listed: ListingRef
    pinned: bool = False
    settled: Outcome | None = None
    detail: str = ""
    left_out: bool = False


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
    """A URL of earlier runs to be fetched: they could not get it, or it is to be looked at again.

    `etag` and `last_modified` came with the page that is held; `met`: this run found it too.
    """

    url_id: int
    url: str
    listed: ListingRef
    etag: str | None = None
    last_modified: str | None = None
    met: bool = False


class Record(NamedTuple):
    """One revision of a record: `content` is the hash of what it says, `line` its JSON."""

    id: str
    site: str
    content: str
    line: str
    n: int = 1
    status: RevisionStatus = "live"


class Judgement(NamedTuple):
    """What an extracted article is to the corpus: `n` its revision, `of` the record it repeats.

    Where it is edited at another address than before, `of` is the record that goes on there.
    `status` is what its line is to say, None where none is to be written; `before` is the line of
    the revision that is held.
    """

    outcome: Outcome
    n: int
    status: RevisionStatus | None = None
    of: str | None = None
    before: str | None = None


def checksum(line: str | bytes) -> int:
    """By which a record's line in the ledger proves that it is as it was entered."""
    return crc32(line.encode() if isinstance(line, str) else line)


def listed_at(row: Sequence[object]) -> ListingRef:
    """Where an article was found, from the ledger's listing, page, position, title and date."""
    url, page, position, title, date = row
    return ListingRef(
        url=str(url),
        page=page if isinstance(page, int) else None,
        position=position if isinstance(position, int) else None,
        title=None if title is None else str(title),
        date=None if date is None else str(date),
    )
