"""What each page of a walk contributed: new rows, older rows, or only repeats."""

from __future__ import annotations

from collections.abc import Sequence

from newscrawl.spiders.ends import days_of
from newscrawl.store import Sighting

# Without --max-pages: pages that may follow each other without a row beyond all before in time.
STALE_PAGES = 200
MOST_PAGES = 5000
_TELLING = 3  # titles of a page that make it known again


class Progress:
    """`barren` counts the pages without anything new up to now, `fewest` the rows of their least.

    `repeats`: the last page was one from before, under other addresses.
    """

    def __init__(self, today: str | None = None) -> None:
        self.today = today
        self.barren = self.fewest = 0
        self.repeats = False
        self._stale = 0
        self._oldest: str | None = None
        self._newest = ""
        self._prints: set[tuple[tuple[str | None, str | None], ...]] = set()

    def note(self, seen: Sequence[Sighting]) -> None:
        """Take one more page."""
        self.repeats = self.is_repeated(seen)
        if self.repeats or all(one.seen for one in seen):
            self.barren += 1
            self.fewest = min(self.fewest or len(seen), len(seen))
        else:
            self.barren = self.fewest = 0
        self._stale = 0 if self._goes_on(sorted(filter(None, days_of(seen)))) else self._stale + 1

    def _goes_on(self, days: Sequence[str]) -> bool:
        """Whether a page of such days has one beyond all before: older, or newer up to today."""
        if not days:
            return False
        oldest, newest = days[0], days[-1]
        older = self._oldest is None or oldest < self._oldest
        newer = self._newest < newest <= (self.today or newest)
        self._oldest = oldest if older else self._oldest
        self._newest = max(self._newest, newest)
        return older or newer

    def is_repeated(self, seen: Sequence[Sighting]) -> bool:
        """Whether a page of other addresses has the titles and dates of one before, row by row.

        Addresses that differ at every visit (a session in the path) are new for ever.
        """
        told = tuple((one.row.listed.title, one.row.listed.date) for one in seen)
        if len({title for title, _ in told}) < _TELLING:
            return False
        known = told in self._prints
        self._prints.add(told)
        return known and not any(one.seen for one in seen)

    def is_trap(self, pages: int, stated: int | None) -> bool:
        """Whether `pages` pages are too many without progress, given what the list states."""
        return self._stale >= max(STALE_PAGES, stated or 0) or pages >= MOST_PAGES
