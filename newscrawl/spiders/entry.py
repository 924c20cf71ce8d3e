"""Finds the first page of a list, whichever of its pages was given, and where it moved to."""

from __future__ import annotations

from newscrawl.extract.listing.model import Listing, NextPage

_MOST = 30  # pages that are gone back one by one


class Entry:
    """The way from the page that is asked for up to the first; `lost`: that was not reached.

    `given` is the listing's own address, where another is asked for that it once led to.
    """

    def __init__(self, start: NextPage, given: NextPage | None = None) -> None:
        self.lost = False
        self._tried = [start]
        self._given = given

    @property
    def left(self) -> bool:
        """Whether there is a page to fall back on."""
        return len(self._tried) > 1 or self._given is not None

    def above(self, listing: Listing) -> NextPage | None:
        """The page to go up to from this one; None: the walk begins here."""
        if self._given and not (listing.items or listing.next_page):
            return self.give_up()
        self._given = None
        up = listing.first_page
        if self.lost or up is None or any(one.url == up.url for one in self._tried):
            return None
        if len(self._tried) > _MOST:
            self.lost = True
            return None
        self._tried.append(up)
        return up

    def give_up(self) -> NextPage:
        """The page asked for is none of the list: begin at the one before it."""
        if self._given:
            self._tried, self._given = [self._given], None
            return self._tried[-1]
        self.lost = True
        self._tried.pop()
        return self._tried[-1]
