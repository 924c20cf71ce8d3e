"""What a list states of its length, and how much of it a walk met."""

from __future__ import annotations

from newscrawl.extract.listing.model import Listing

# Lists count pinned entries twice, and entries that stand elsewhere: only far fewer are too few.
_ENOUGH = 0.8
_FEW = 5  # missing entries that are no sign, on however short a page


class Tally:
    """The entries of one walk; `items` and `pages` are what its listing states last.

    `start` is the number that the first page gives itself, where it has one.
    """

    def __init__(self) -> None:
        self.items: int | None = None
        self.pages: int | None = None
        self.start: int | None = None
        self._met: set[int] = set()  # hashes of addresses: a list may have a million
        self._longest = self._read = 0

    @property
    def met(self) -> int:
        """How many different entries were met, those that lead nowhere included."""
        return len(self._met)

    @property
    def lacks(self) -> bool:
        """Whether so many of what it states was not met that pages must be missing."""
        if self.items is None or self._is_room:
            return self.upto < _ENOUGH * (self.pages or 0)
        missing = self.items - self.met
        return self.met < _ENOUGH * self.items and missing >= max(self._longest, _FEW)

    @property
    def _is_room(self) -> bool:
        """Whether the stated entries are what its pages could hold, the last one full as well."""
        return self.items == (self.pages or 0) * self._longest

    @property
    def began_later(self) -> bool:
        """Whether the first page that was read says it is a later one."""
        return bool(self.start and 1 < self.start <= (self.pages or 0))

    @property
    def upto(self) -> int:
        """The number of the last page that was read."""
        return (self.start or 1) - 1 + self._read

    def note(self, listing: Listing) -> None:
        """One more page was read."""
        if not self._read:
            self.start = listing.number
        self._read += 1
        self.items = listing.total_items or self.items
        self.pages = listing.total_pages or self.pages
        self.met_on(listing)

    def met_on(self, listing: Listing) -> None:
        """The entries of a page, which may have been read before."""
        self._met.update(hash(row.url) for row in listing.items)
        self._met.update(hash(link.href) for link in listing.bad_links)
        self._longest = max(self._longest, len(listing.items))
