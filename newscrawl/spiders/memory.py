"""What the pages of a list showed when they were read, and whether rows have moved since.

Rows that move down are met again; rows that move up, over the border that was read last, are not.
A page that is read again gives it away: it then shows rows from below, or rows never met.
"""

from __future__ import annotations

from collections.abc import Sequence


class Memory:
    """Rows by key, pages by number (0 = the first); pinned rows are no part of it."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._shown: dict[int, tuple[str, ...]] = {}
        self._odd: dict[int, None] = {}

    def note(self, page: int, keys: Sequence[str]) -> None:
        """A page was read for the first time, after all before it.

        A row of an earlier page on it has been pushed down by new ones, or has changed places with
        one that is now up there: that page is worth a second look. The first page gets one anyway.
        """
        for key in keys:
            place = self._places.setdefault(key, page)
            if 0 < place < page:
                self._odd[place] = None
        self._shown[page] = tuple(keys)

    def doubtful(self, most: int) -> list[int]:
        """At most `most` pages to look at again after the first: those in doubt, then inner ones.

        What is pulled up over the border of two pages is seen on any page between the one it left
        a hole on and the one that was read last then: pages spread over the list see most of it.
        """
        last = max((page for page, keys in self._shown.items() if keys), default=0)
        spread = (last * part // (most + 1) for part in range(1, most + 1))
        some = [*self._odd, *spread, *range(1, last + 1)]
        return [page for page in dict.fromkeys(some) if page][:most]

    def has_moved(
        self, page: int, keys: Sequence[str], seen: Sequence[bool], *, pushed: bool
    ) -> bool:
        """Whether a page that is read again gives away that rows moved up.

        It shows rows from below, rows that were never met, or has lost one from between others; or
        rows from above where none were `pushed` down by new ones. New posts on top of the first
        page are none of these.
        """
        before, top = self._shown.get(page, ()), page == 0
        for key, met in zip(keys, seen, strict=True):
            top = top and not met
            place = self._places.get(key, page)
            above = place < page and not pushed and key not in before
            if not top and (not met or place > page or above):
                return True
        kept = [key in keys for key in before]
        while kept and not kept[-1]:  # pushed down onto the next page
            kept.pop()
        return not all(kept)

    def renew(self, page: int, keys: Sequence[str]) -> bool:
        """A page was read again; whether it shows what it showed last."""
        same = self._shown.get(page) == tuple(keys)
        self._shown[page] = tuple(keys)
        self._places.update(dict.fromkeys(keys, page))
        return same
