"""Compares the length that a list states with what a walk met."""

from __future__ import annotations

from collections import Counter

from newscrawl.extract.listing.model import Listing

_FAR = 0.8  # of what it states; with fewer met a list is doubted, whatever its pages show
_FEW = 5  # missing entries that are no sign of that, on however short a page


class Tally:
    """The entries of one walk; `items` and `pages` are what its listing states last.

    `start` is the number that the first page gives itself, where it has one; `ended` whether the
    last page that was read says that none follows, or brought nothing new.
    """

    def __init__(self) -> None:
        self.items: int | None = None
        self.pages: int | None = None
        self.start: int | None = None
        self.ended = False
        self._met: set[int] = set()  # hashes of addresses: a list may have a million
        # Rows of each page that had a new one, those without a link too.
        self._lengths: list[int] = []
        self._twice = self._read = 0

    @property
    def met(self) -> int:
        """How many different entries were met, dead links included."""
        return len(self._met)

    @property
    def idle(self) -> int:
        """How many pages brought nothing new: shells of a list, its first page over again."""
        return self._read - len(self._lengths)

    def grew(self, before: int | None, listed: int) -> int:
        """How many entries more the list states than `before`; 0 where that is no count of its own.

        What was more than it ever `listed` counts other things: all columns, drafts, deleted posts.
        """
        if before is None or before > listed or not self._counts:
            return 0
        return (self.items or 0) - before

    @property
    def lacks(self) -> bool:
        """Whether pages, or rows of the pages that were read, must be missing."""
        if not self._counts:
            return self.upto < (self.pages or 0)
        if self._unread <= 0:
            return False
        # What says itself that it ends there does so with a full last page as well.
        left = self.upto < self.pages if self.pages else self._ends_full and not self.ended
        return left or self.has_holes or self._is_far

    def promises(self, number: int) -> bool:
        """Whether a page of this number is to be there, by all that the list states."""
        made = -(-(self.items or 0) // max(self._usual, 1)) if self._counts else 0
        return number <= (self.pages or made)

    @property
    def has_holes(self) -> bool:
        """Whether pages before the last have fewer rows than the others, by all that is missing."""
        holes = sum(max(self._usual - one, 0) for one in self._lengths[:-1])
        return 0 < self._unread <= holes

    @property
    def _counts(self) -> bool:
        """Whether it states its entries: what its pages could hold if all were full is no count."""
        room = (self.pages or 0) * max(self._lengths, default=0)
        return self.items is not None and self.items != room

    @property
    def _unread(self) -> int:
        """The stated entries that were not met, beside those that its pages show twice."""
        return (self.items or 0) - self.met - self._twice if self._counts else 0

    @property
    def _ends_full(self) -> bool:
        """Whether the last page has no fewer rows than others: there may be one more."""
        return not self._lengths or self._lengths[-1] >= self._usual

    @property
    def _is_far(self) -> bool:
        enough = max(self._lengths, default=0), _FEW
        return self.met < _FAR * (self.items or 0) and self._unread >= max(enough)

    @property
    def seems_over(self) -> bool:
        """Whether the last page is short, or all that is stated was met: the pager leads astray."""
        return not self._ends_full or (self.items is not None and self._unread <= 0)

    @property
    def _usual(self) -> int:
        """How many rows most pages before the last have; pinned ones may stand on the first."""
        common = Counter(self._lengths[1:-1] or self._lengths[:-1] or self._lengths).most_common(1)
        return common[0][0] if common else 0

    @property
    def began_later(self) -> bool:
        """Whether the first page that was read says it is a later one."""
        return bool(self.start and 1 < self.start <= (self.pages or 0))

    @property
    def upto(self) -> int:
        """The number of the last page that was read."""
        return (self.start or 1) - 1 + self._read

    def note(self, listing: Listing) -> None:
        """Take one more page."""
        if not self._read:
            self.start = listing.number
        self._read += 1
        self.items = listing.total_items or self.items
        self.pages = listing.total_pages or self.pages
        before, rows = self.met, len(listing.items) + len(listing.bad_links)
        self.met_on(listing)
        fresh = self.met - before
        self.ended = listing.says_end or not fresh
        if fresh:  # a whole page over again is the walk's doing, single rows are the list's
            self._lengths.append(rows)
            self._twice += rows - fresh

    def met_on(self, listing: Listing) -> None:
        """Count the entries of a page, which may have been read before."""
        self._met.update(hash(row.url) for row in listing.items)
        self._met.update(hash(link.href) for link in listing.bad_links)
