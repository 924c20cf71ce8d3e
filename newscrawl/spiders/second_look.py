"""What is read again once the end of a list was reached, until no row can have slipped past.

Posts put on top push rows down: a page repeats rows, and none is lost. What is taken away, unpinned
or moved pulls rows up, over the border that was read last. So page 1 is read again, and a page or
two in doubt; where one shows that rows moved up, all pages are read once more backwards, the way
along which rows pulled up are met. That is done again where rows moved the other way meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newscrawl.spiders.memory import Memory

_MOST_SWEEPS = 3
_PLAIN = 1  # new rows that may be all that happened
_MOST_PAGES = 600  # read in all sweeps but the first


@dataclass(frozen=True, slots=True)
class Top:
    """What the first page says of the list beside its rows: how many it has, which are pinned."""

    total: int | None = None
    pinned: frozenset[str] = frozenset()


class SecondLook:
    """Gives the pages (0 = the first) to read again, one after the other.

    `first` is what the first page told at first; at most `most` pages are looked at after it.
    `fresh` counts the posts that are new on top, `sweeps` how often all was read again.
    """

    def __init__(self, memory: Memory, pages: int, *, first: Top, most: int) -> None:
        self.fresh = 0
        self._memory = memory
        self._pages = pages
        self._first = first
        self._most = most
        self._plan = [0]
        self.sweeps = 0
        self._swept: set[str] = set()
        self._mixed = False

    def following(self) -> int | None:
        """The next page to read, None when all is done."""
        return self._plan.pop() if self._plan else None

    def longer(self) -> int:
        """The list has a page more than it had: it is read first. Its number."""
        self._plan.append(self._pages - 1)
        self._pages += 1
        return self._pages - 1

    @property
    def last(self) -> int:
        """The last page of the list."""
        return self._pages - 1

    def take(self, page: int, keys: Sequence[str], seen: Sequence[bool], top: Top) -> None:
        """Take the rows of a page that was read again; `seen`: which of them the walk had met."""
        if self.sweeps:
            self._take_in_sweep(page, keys, top)
            return
        if page == 0:
            self.fresh += _leading(seen)
            self._plan = self._memory.doubtful(self._most, self.fresh)[::-1]
        moved = self._memory.has_moved(page, keys, seen, self.fresh)
        moved = moved or (page == 0 and (self._differs(top) or self._is_pushed()))
        self._first = top if page == 0 else self._first
        self._memory.renew(page, keys)
        if moved:
            self._begin_sweep()

    def _differs(self, top: Top) -> bool:
        """Whether other rows are pinned, or the list counts otherwise than by its new posts."""
        counted = None not in (self._first.total, top.total)
        miscounts = counted and top.total != (self._first.total or 0) + self.fresh
        return miscounts or top.pinned != self._first.pinned

    def _is_pushed(self) -> bool:
        """Whether more rows came in above than are new: some were put back, or moved up.

        More than one may be of both kinds, and others may have gone at the same time.
        """
        return self._memory.pushed > min(self.fresh, _PLAIN)

    def _begin_sweep(self) -> None:
        self.sweeps += 1
        self._swept.clear()
        self._mixed = False
        self._plan = list(range(self._pages))

    def _take_in_sweep(self, page: int, keys: Sequence[str], top: Top) -> None:
        self._mixed = self._mixed or not self._swept.isdisjoint(keys)
        self._swept.update(keys)
        same = self._memory.renew(page, keys)
        if page:
            return
        same = same and top == self._first
        self._first = top
        if same and not self._mixed:
            return
        if self.sweeps < _MOST_SWEEPS and self.sweeps * self._pages < _MOST_PAGES:
            self._begin_sweep()


def _leading(seen: Sequence[bool]) -> int:
    return next((n for n, met in enumerate(seen) if met), len(seen))
