"""Checks a walk against the previous/next links of its articles.

A row that is pulled up over the border of two pages during the walk is seen on neither. The
articles on both sides of that border name it. Sites whose links run through all their lists are
recognised by the many names, anywhere, that the list does not show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from newscrawl.extract.listing.shapes import mould
from newscrawl.extract.neighbours import neighbours
from newscrawl.items import ListingRef
from newscrawl.sites.families import article_key, family_named
from newscrawl.spiders.scope import Scope
from newscrawl.spiders.walk import Walk
from newscrawl.store import Row, Session

_ENOUGH = 10  # names that must be on the list before one that is not says anything
_STRANGE = 100  # names on the list for each that is neither on it nor beyond a border
_MOST = 50  # articles that may have slipped past one walk
_TAIL = 5  # articles that may be missing where the last row of the list names one
# Of so many articles inside a page one tells of what kind the site's names are: of fewer once many
# have told.
_SAMPLE, _MANY, _SAMPLE_OF_MANY = 4, 100, 16
_WAITING = 2000  # names that are held against the ledger together


@dataclass(slots=True)
class _Name:
    """A neighbour that an article names: its address, the page that names it, and the border."""

    url: str
    page: str
    beyond: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Names:
    """Of one walk: names not yet held against the list, by key; `agreed` counts those on it.

    `inner` has the rows at the borders of pages, in their order, each with the row beside it on its
    own page; `articles` counts those that were fetched.
    """

    inner: dict[str, str] = field(default_factory=dict)
    articles: int = 0
    slipped: set[str] = field(default_factory=set)
    waiting: dict[str, _Name] = field(default_factory=dict)
    agreed: int = 0


class Neighbours:
    """The neighbours named by each walk's articles, compared with what its list shows."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names: dict[Walk, _Names] = defaultdict(_Names)

    def note_rows(self, walk: Walk, rows: Sequence[Row]) -> None:
        """Take a page of the list: its first and last rows stand at borders."""
        loose = [row.key for row in rows if not row.pinned and row.settled is None]
        if len(loose) > 1 and walk.end is None:
            self._names[walk].inner |= {loose[0]: loose[1], loose[-1]: loose[-2]}

    def note_article(self, walk: Walk, key: str, url: str, body: bytes) -> None:
        """Take an article that was fetched."""
        names, family = self._names[walk], family_named(walk.family)
        names.articles += 1
        sample = _SAMPLE if names.articles < _MANY else _SAMPLE_OF_MANY
        if names.articles % sample and key not in names.inner and key not in names.slipped:
            return
        named = {
            article_key(one, family): one
            for one in neighbours(body, url)
            if mould(one) == mould(url)
        }
        beyond = key in names.slipped or names.inner.get(key) in named
        if beyond and key == next(iter(names.inner), ""):
            return  # what is newer than the first row came later
        for other, address in named.items():
            name = names.waiting.setdefault(other, _Name(address, url))
            if beyond:
                name.beyond.add(key)
        if len(names.waiting) > _WAITING:
            self._settle(walk, names)

    def missed(self, walk: Walk, scope: Scope) -> list[Row]:
        """The articles that must have slipped past the walk, as rows for the ledger."""
        names = self._names[walk]
        if not walk.whole:
            return []
        self._settle(walk, names)
        # What the last row names may be of another list, or one row too few on its last page.
        end = set([*names.inner][-1:])
        there = {key: one for key, one in names.waiting.items() if one.beyond - end}
        last = {key: one for key, one in names.waiting.items() if one.beyond == end}
        strange = len(names.waiting) - len(there) - len(last)
        if not strange and len(last) == 1 and len(names.slipped) < _TAIL:
            there |= last
        believed = names.agreed >= _ENOUGH and strange <= names.agreed // _STRANGE
        if not believed or len(names.slipped) + len(there) > _MOST:
            return []
        names.slipped |= there.keys()
        for key in there:
            del names.waiting[key]
        return [
            Row(key=key, url=one.url, listed=ListingRef(url=one.page))
            for key, one in there.items()
            if scope.refusal(one.url) is None
        ]

    def report(self, walk: Walk) -> dict[str, Any]:
        """How many neighbours the list shows, how many it does not, and how many were fetched."""
        names = self._names[walk]
        return {
            "listed": names.agreed,
            "not_listed": len(names.waiting),
            "slipped_past": len(names.slipped),
        }

    def _settle(self, walk: Walk, names: _Names) -> None:
        on_list = self._session.listed(walk.target, list(names.waiting))
        for key in on_list:
            del names.waiting[key]
        names.agreed += len(on_list)
