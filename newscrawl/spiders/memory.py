"""Remembers the rows of each page, to tell whether rows moved between pages during the walk.

Rows that move down are met again; rows that move up, across the border that was read last, are
missed. Reading a page again reveals that: it then shows rows from below, or rows never met.
"""

from __future__ import annotations

from collections.abc import Sequence


class Memory:
    """Rows by key, pages by number (0 = the first); pinned rows are left out."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._shown: dict[int, tuple[str, ...]] = {}
        self._strays: dict[str, int] = {}  # rows that stood on a page before, and their new one
        self._grown: dict[int, None] = {}  # pages from which rows were pushed down
        self._order: dict[str, int] = {}  # rows in the order in which they were met first
        self._row = 0  # the number of the row that is due next
        self._pushes: list[int] = []  # at the border of each two pages
        self._waiting: list[int] = []

    @property
    def pushed(self) -> int:
        """How many rows were added above the page that is being read.

        Rows that every page repeats belong to the pager and do not count.
        """
        return sum(self._pushes) - len(self._pushes) * min(self._pushes, default=0)

    def note(self, page: int, keys: Sequence[str]) -> None:
        """Take the rows of a page that is read for the first time, after all before it.

        The last rows of the previous page that appear here again were pushed down by new posts.
        Another row from above has moved: its old place, and its new one, are worth a second look.
        """
        pushed = self._note_order(keys)
        for at, key in enumerate(keys):
            place = self._places.setdefault(key, page)
            if place == page:
                continue
            if at < pushed:
                self._grown[place] = None
            else:
                self._strays[key] = page
        self._shown[page] = tuple(keys)

    def _note_order(self, keys: Sequence[str]) -> int:
        """How many rows on top of the page are those that were read last, in their order.

        Pages without anything new say so only where new rows follow: an end may be repeated.
        """
        known = len(self._order)
        begin = self._order.get(keys[0], known) if keys else known
        for key in keys:
            self._order.setdefault(key, len(self._order))
        repeated = keys[: known - begin]
        goes_on = all(self._order[key] == begin + n for n, key in enumerate(repeated))
        if self._shown:
            again = max(self._row - begin, 0) if goes_on else 0
            # The page by which one enters is the first of its script's pages as well: that shows
            # all its rows once more, or all but the pinned ones and none else.
            twice = len(self._shown) == 1 and known in (again, len(self._order))
            self._waiting.append(0 if twice else again)
        self._row = min(begin + len(keys), len(self._order)) if goes_on else len(self._order)
        if len(self._order) > known:
            self._pushes += self._waiting
            self._waiting.clear()
        return len(repeated) if goes_on else 0

    def doubtful(self, most: int, pushed: int) -> list[int]:
        """At most `most` pages to read again after the first: doubtful ones, then a spread.

        A row that was pulled up over a border is visible on any page between its old place and the
        page that was being read then, so a spread of pages sees most of them.
        """
        last = max((page for page, keys in self._shown.items() if keys), default=0)
        spread = (last * part // (most + 1) for part in range(1, most + 1))
        strays = [page for key in self._strays for page in self._homes(key, pushed)]
        some = [*strays, *self._grown, *spread, *range(1, last + 1)]
        return [page for page in dict.fromkeys(some) if 0 < page <= last][:most]

    def _homes(self, stray: str, pushed: int) -> tuple[int, int]:
        """Where a row is now that stands on two pages, if it does: `pushed` rows came on top."""
        place = self._places[stray]
        shown = self._shown[place]
        down = (shown.index(stray) + pushed) // len(shown) if stray in shown else 0
        return place + down, self._strays[stray]

    def has_moved(self, page: int, keys: Sequence[str], seen: Sequence[bool], pushed: int) -> bool:
        """Whether a page that is read again gives away that rows moved up.

        It shows rows from below, rows that were never met, or has lost one from between others or
        from where it should be; or rows from above where none were `pushed` down by new ones. New
        posts on top of the first page are none of these.
        """
        before, top = self._shown.get(page, ()), page == 0
        for key, met in zip(keys, seen, strict=True):
            top = top and not met
            place = self._places.get(key, page)
            above = place < page and not pushed and key not in before
            if not top and (not met or place > page or above):
                return True
        kept = [key in keys for key in before]
        for _ in range(pushed):  # down onto the next page
            if kept and not kept[-1]:
                kept.pop()
        away = (key for key in self._strays if page == self._homes(key, pushed)[0])
        return not all(kept) or any(key not in keys for key in away)

    def renew(self, page: int, keys: Sequence[str]) -> bool:
        """Take the rows of a page that was read again; whether they are the same as before."""
        same = self._shown.get(page) == tuple(keys)
        self._shown[page] = tuple(keys)
        self._places.update(dict.fromkeys(keys, page))
        return same
