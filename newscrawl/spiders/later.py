"""Lists whose new posts do not stand on their first page: those that begin with their oldest.

A walk that meets nothing but known articles there goes on where the newest of them stood: its new
ones stand behind it. Where that is not to be found any more, the walk passes all pages in their
turn.
"""

from __future__ import annotations

from collections.abc import Sequence

from newscrawl.extract.listing.model import NextPage
from newscrawl.store import Sighting


class Later:
    """`on`: known articles say nothing of those behind them. `arrived`: pages were left out."""

    def __init__(self, start: NextPage) -> None:
        self.on = self.arrived = False
        self._sought: str | None = None
        self._second = start

    def seek(self, key: str, second: NextPage) -> None:
        """The page that has this row is asked for before the list's `second`."""
        self.on, self._sought, self._second = True, key, second

    @property
    def waits(self) -> bool:
        """Whether the page that was leapt to is to come."""
        return self._sought is not None

    def misses(self, seen: Sequence[Sighting]) -> bool:
        """Whether this is the page that was leapt to, and the row is not there."""
        if self._sought is None:
            return False
        self.arrived = any(one.row.key == self._sought for one in seen)
        self._sought = None
        return not self.arrived

    def in_turn(self) -> NextPage:
        """The page that was put off."""
        self._sought = None
        return self._second
