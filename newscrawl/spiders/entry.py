"""Finds the first page of a list, whichever of its pages was given."""

from __future__ import annotations

from newscrawl.extract.listing.model import Listing, NextPage

_MOST = 30  # pages that are gone back one by one


class Entry:
    """The way from the given page up to the first; `lost`: the first was not reached."""

    def __init__(self, given: NextPage) -> None:
        self.lost = False
        self._tried = [given]

    @property
    def left(self) -> bool:
        """Whether the walk has left the page that was given."""
        return len(self._tried) > 1

    def above(self, listing: Listing) -> NextPage | None:
        """The page to go up to from this one; None: the walk begins here."""
        up = listing.first_page
        if self.lost or up is None or any(one.url == up.url for one in self._tried):
            return None
        if len(self._tried) > _MOST:
            self.lost = True
            return None
        self._tried.append(up)
        return up

    def give_up(self) -> NextPage:
        """The page above could not be read: begin at the one below it."""
        self.lost = True
        self._tried.pop()
        return self._tried[-1]
