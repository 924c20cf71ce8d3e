"""Sitemaps named by a sitemap index: each is read once, two levels deep, up to a limit."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from newscrawl.extract.listing.model import NextPage

MOST_NESTED = 1000
# sitemaps.org allows an index of sitemaps and no index within; sites do it all the same.
MOST_DEPTH = 2


class Nested:
    """The sitemaps still to be read; `left_out` counts those that will not be."""

    def __init__(self, start: str, most: int = MOST_NESTED) -> None:
        self.left_out = 0
        self._most = most
        self._depth = {start: 0}
        self._waiting: deque[NextPage] = deque()

    def add(self, found_on: str, pages: Iterable[NextPage]) -> None:
        """Add `pages`, which the sitemap at `found_on` names."""
        depth = self._depth.get(found_on, 0) + 1
        for page in pages:
            if page.url in self._depth:
                continue
            if depth > MOST_DEPTH or len(self._depth) > self._most:
                self.left_out += 1
                continue
            self._depth[page.url] = depth
            self._waiting.append(page)

    def take(self) -> NextPage | None:
        """The next sitemap; None when all were read."""
        return self._waiting.popleft() if self._waiting else None
