"""What goes into the ledger and comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from newscrawl.items import ListingRef, Outcome, RevisionStatus

# Failures that a later run tries again: the article may well exist.
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
    """One listing of one site; `whole` is its last walk that came to a natural end (0 = none).

    `moved` is the address that its own led to for good when it was walked last, `listed` how many
    addresses it ever listed.
    """

    id: int
    site: str
    url: str
    channel: str | None
    walks: int
    whole: int
    stated: int | None
    family: str | None = None
    moved: str | None = None
    listed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry of a listing page, as the walk hands it to the ledger.

    `settled` is its outcome where no request is needed to know it. `left_out` entries (older than
    --since) are registered, but count in no run.
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

    `standing` is "pending", "held", or the outcome of the last try; `first` is the first walk of
    this target that listed the row; `seen` says that this walk listed it before, `decided` that
    this run has already settled it.
    """

    url_id: int
    row: Row
    standing: str
    open: bool
    first: int
    seen: bool
    decided: bool


class Pending(NamedTuple):
    """An address of an earlier run to be fetched: it failed then, or its article is rechecked.

    `etag` and `last_modified` are those of the page that is held, for a conditional request, and
    `rules` the site file's by which it was last read; `met` says that this run listed the address
    as well.
    """

    url_id: int
    url: str
    listed: ListingRef
    etag: str | None = None
    last_modified: str | None = None
    rules: str | None = None
    met: bool = False


class Ahead(NamedTuple):
    """A row that is newer than all on its list's first page, and the page where it stood last.

    `falls`: the first page's days go down, as where the newest come first and one has a wrong day.
    """

    key: str
    page: str
    falls: bool = False


class Record(NamedTuple):
    """One revision of an article: `content` is its content hash, `line` its JSON line, UTF-8."""

    id: str
    site: str
    content: str
    line: bytes
    n: int = 1
    status: RevisionStatus = "live"


class Judgement(NamedTuple):
    """How an extracted article relates to the records that are held.

    `n` is its revision number. `of` is the id of the record it belongs to: the one it duplicates,
    or, where an article was edited and moved at once, the one that it continues. `status` is the
    `revision.status` of the line to be written, None where none is to be written; `before` is the
    line of the revision that is held.
    """

    outcome: Outcome
    n: int
    status: RevisionStatus | None = None
    of: str | None = None
    before: str | None = None


def checksum(line: str | bytes) -> int:
    """The checksum that is stored with a record's line, to detect damage."""
    return crc32(line.encode() if isinstance(line, str) else line)


def listed_at(row: Sequence[object]) -> ListingRef:
    """The listing reference of a record, from the columns of the ledger."""
    url, page, position, title, date = row
    return ListingRef(
        url=str(url),
        page=page if isinstance(page, int) else None,
        position=position if isinstance(position, int) else None,
        title=None if title is None else str(title),
        date=None if date is None else str(date),
    )
