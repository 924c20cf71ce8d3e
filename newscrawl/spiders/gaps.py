"""Gaps in a list: pages that lack what they should have, and the page after one that failed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newscrawl.extract.listing.model import Listing, NextPage
from newscrawl.extract.listing.shapes import page_parameter
from newscrawl.items import Outcome
from newscrawl.spiders.ends import PASSING
from newscrawl.spiders.tally import Tally
from newscrawl.store import Sighting
from newscrawl.text.numbers import as_number

# The page's own links to later pages. What other rules put together may well lead behind the end,
# and days, months and years without posts are none of its faults.
COUNTED_ON = "counted on"
_LINKED = ("link", "numbered", COUNTED_ON)
_IN_A_ROW = 2  # pages that cannot be read
_LATER = 3  # a second page that shows the first's rows may be that under another address
Gap = tuple[Outcome, str]
_BACK = "the rows of an earlier page"

_NUMBERS = re.compile(r"\d+", re.ASCII)
_TOKEN = re.compile(r"\d+|\D+", re.ASCII)


class Gaps:
    """What one walk could not read; `first` is told at its end."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self.first: Gap | None = None
        self._in_a_row = 0
        self._hollow: list[Gap] = []  # pages without anything of theirs, up to now
        self._top: frozenset[str] = frozenset()
        self._ending = ""
        self._back: list[tuple[int, str]] = []  # pages in whose place earlier ones came, up to now
        self._numbered: set[tuple[int, str]] = set()
        self._first_again: int | None = None  # the page that a link leads to, and that is the first

    @property
    def doubts(self) -> bool:
        """Whether the last page had nothing of its own."""
        return bool(self._hollow)

    def tell(self, outcome: Outcome, detail: str) -> Gap:
        """Note a gap; the first of all."""
        self.first = self.first or (outcome, detail)
        return self.first

    def note(
        self,
        page: NextPage,
        number: int,
        listing: Listing,
        seen: Sequence[Sighting],
        *,
        back: bool = False,
    ) -> None:
        """Take page `number`, which was answered; `back`: by an address asked for before."""
        self._numbered |= listing.numbered
        if listing.items:
            self._in_a_row = 0
        if not all(one.seen for one in seen):
            self._take_rows(number, listing, seen)
            return
        first = self._is_first_again(listing, seen)
        linked = page.rule.startswith(_LINKED) and page.rule != COUNTED_ON
        if first and linked and (back or _is_later(page, number)):
            self._first_again = number
        again = number >= _LATER and first
        if back or again:
            self._back.append((number, page.url))
        # What is behind a redirect is asked for only where something is to be there.
        fault = self._is_promised(number, page.url) if back else again or not listing.items
        if page.rule.startswith(_LINKED) and fault:
            what = _BACK if listing.items else "no rows"
            told = f"listing page {number}: {what}, and more on later pages"
            self._hollow.append((Outcome.NOT_ARTICLE, told))

    def _is_promised(self, number: int, url: str) -> bool:
        return (number, url) in self._numbered or self._tally.promises(number)

    def led_back(self) -> Gap | None:
        """The first page that was to be there by its number, and in whose place another came.

        Not where the one before it is short: the pager links more pages than there are, as those
        do that show the same ten numbers on each.
        """
        lost = [number for number, url in self._back if self._is_promised(number, url)]
        if not lost or self._tally.seems_over:
            return None
        return self.tell(Outcome.NOT_ARTICLE, f"listing page {lost[0]}: {_BACK}")

    def doubt(self) -> str:
        """Why a seeming end may be none: its last page leads on, and to the first; or ""."""
        number = self._first_again
        if number is None or self._tally.seems_over:
            return ""
        last = max((one for one, _ in self._numbered), default=number)
        if min(last, self._tally.pages or last) < number:
            return ""  # nothing was to be there
        return f"the way on to page {number} leads back: the list ends there, or it is lost"

    def _take_rows(self, number: int, listing: Listing, seen: Sequence[Sighting]) -> None:
        """A page with rows of its own: those without any before it were no end of the list."""
        for told in self._hollow[:1]:
            self.tell(*told)
        self._hollow.clear()
        self._back.clear()
        self._first_again = None
        if not self._top:
            self._top = frozenset(one.row.key for one in seen)
            self._ending = listing.ending if listing.closed else ""
        elif not listing.closed and listing.next_page:
            self._ending = ""  # its template leaves out the tag: what breaks off has no pager
        elif self.breaks_off(listing):
            self.tell(Outcome.TRUNCATED, f"listing page {number}: it breaks off")

    def _is_first_again(self, listing: Listing, seen: Sequence[Sighting]) -> bool:
        return bool(listing.items) and all(one.row.key in self._top for one in seen)

    def doubted(self, visited: Sequence[NextPage], stated: int | None) -> NextPage | None:
        """The page behind a seeming last one that has nothing of its own: a fault, if that has.

        Not behind the last of the pages that the list states, and not behind two such pages.
        """
        if len(self._hollow) != 1 or len(visited) <= 1 or len(visited) > (stated or len(visited)):
            return None
        return page_behind(*visited[-2:])

    def breaks_off(self, listing: Listing) -> bool:
        """Whether a page that leads nowhere is left open, without the first one's last words."""
        open_here = bool(self._ending) and not (listing.closed or listing.next_page)
        return open_here and self._ending not in f"{listing.behind}\n{listing.ending}"

    def behind(self, visited: Sequence[NextPage], outcome: Outcome) -> NextPage | None:
        """The page to go on with behind one that ended so; None: the walk cannot go on."""
        self._in_a_row += 1
        may_pass = outcome in PASSING and self._in_a_row <= _IN_A_ROW and len(visited) > 1
        return page_behind(*visited[-2:]) if may_pass else None


def _is_later(page: NextPage, number: int) -> bool:
    """Whether a page is asked for as a later one: list.htm?page=1&col=12 is the first again."""
    if page.method == "POST":
        return True
    bare, _, query = page.url.partition("?")
    told = page_parameter(query)
    numbers = [told[1] or "1"] if told else _NUMBERS.findall(query) or _NUMBERS.findall(bare)[-1:]
    return min(map(as_number, numbers)) > 1 if numbers else number >= _LATER


def page_behind(before: NextPage, failed: NextPage) -> NextPage | None:
    """The page that follows `failed` as `failed` follows `before`; None where it cannot be told."""
    parts = [
        _counted_on(old, new) for old, new in zip(_texts(before), _texts(failed), strict=False)
    ]
    told = [part for part in parts if part is not None]
    alike = len(_texts(before)) == len(_texts(failed)) == len(told)
    if not alike or told == _texts(failed):
        return None
    values = iter(told[2:])
    form = tuple((name, next(values)) for name, _ in failed.form)
    return replace(failed, url=told[0], content=told[1], form=form, rule=COUNTED_ON)


def _texts(page: NextPage) -> list[str]:
    return [page.url, page.content, *(value for _, value in page.form)]


def _counted_on(old: str, new: str) -> str | None:
    """`new` with each number that changed since `old` advanced by the same step."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) != len(after):
        return None
    made = []
    for one, other in zip(before, after, strict=True):
        if one == other:
            made.append(other)
        elif one[0].isdigit() and other[0].isdigit() and 2 * int(other) >= int(one):
            made.append(str(2 * int(other) - int(one)).zfill(len(other) if other[0] == "0" else 1))
        else:
            return None
    return "".join(made)
