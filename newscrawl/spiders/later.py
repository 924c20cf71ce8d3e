"""Lists whose new posts do not stand on their first page: those that begin with their oldest.

A walk that meets nothing but known articles there goes on where the newest of them stood: its new
ones stand behind it. Where that is not to be found any more, the walk passes all pages in their
turn. Lists whose first page goes down have it there by its pinned posts, or their newest elsewhere
by a wrong day: there no more than that page is passed.
"""

from __future__ import annotations

from collections.abc import Sequence

from newscrawl.extract.listing.model import NextPage
from newscrawl.store import Ahead, Sighting


class Later:
    """`on`: known articles say nothing of those behind them. `arrived`: pages were left out."""

    def __init__(self, start: NextPage) -> None:
        self.on = self.arrived = False
        self._sought: str | None = None
        self._falls = False
        self._second = start

    def seek(self, ahead: Ahead, second: NextPage) -> None:
        """The page that has this row is asked for before the list's `second`."""
        self.on, self._sought, self._second = True, ahead.key, second
        self._falls = ahead.falls

    @property
    def waits(self) -> bool:
        """Whether the page that was leapt to is to come."""
        return self._sought is not None

    def misses(self, seen: Sequence[Sighting]) -> bool:
        """Whether this is the page that was leapt to, and the row is not there."""
        if self._sought is None:
            self.on = self.on and not self._falls
            return False
        self.arrived = any(one.row.key == self._sought for one in seen)
        self._sought = None
        return not self.arrived

    def in_turn(self) -> NextPage:
        """The page that was put off."""
        self.on, self._sought = not self._falls, None
        return self._second
