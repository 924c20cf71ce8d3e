"""What a walk over one listing knows, and what it tells of it: how it ended, whether all was seen.

The decisions from page to page are those of `walk`.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from newscrawl.extract.listing.model import UNSEEN, Instead, NextPage
from newscrawl.extract.listing.months import month_of
from newscrawl.items import Outcome
from newscrawl.spiders.ends import BARREN, QUIET, QUIET_MONTHS, WHOLE, End
from newscrawl.spiders.entry import Entry
from newscrawl.spiders.gaps import Gaps
from newscrawl.spiders.harvest import Harvest
from newscrawl.spiders.later import Later
from newscrawl.spiders.memory import Memory
from newscrawl.spiders.model import Options
from newscrawl.spiders.nested import Nested
from newscrawl.spiders.progress import Progress
from newscrawl.spiders.second_look import SecondLook, Top
from newscrawl.spiders.tally import Tally
from newscrawl.store import Row, Target


class Account:
    """One walk of one target, as far as it got. `end` is None until the forward walk is over."""

    def __init__(
        self,
        target: Target,
        number: int,
        options: Options,
        start: NextPage,
        *,
        today: str | None = None,
    ) -> None:
        self.target = target
        self.number = number
        self.options = options
        self.pages = 0
        self.end: End | None = None
        self.detail = ""
        self.outcome: Outcome | None = None
        self.instead: Instead | None = None
        self.family = target.family
        self.tally = Tally()
        self.visited: list[NextPage] = [start]
        given = replace(start, url=target.url) if start.url == target.moved else None
        self._entry = Entry(start, given)
        self._moved: str | None = None
        self.nested = Nested(start.url)
        self.harvest = Harvest()
        self.backlog: deque[Row] = deque()  # rows of a long page that wait for their turn
        self.of_sitemaps = False
        self.in_browser = False
        self.unread = False  # a page went on behind what was read of it
        self.looks = UNSEEN  # what the pages before told of the next ones
        self._of_feed = False  # which only ever shows the latest
        self._asked = {fingerprint(start)}
        self._memory = Memory()
        self._second: SecondLook | None = None
        self._reading = 0  # the page (0 = the first with rows) that is read again
        self._first = Top()
        self._top = -1  # the place in `visited` of the first page that has rows
        self._progress = Progress(today)
        self._new = self._sent_on = self.again = 0
        self._behind: NextPage | None = None  # what would follow pages without anything new
        self._gaps = Gaps(self.tally)
        self._last = start  # as it was asked for
        self._rowless = False  # the last page
        # What the last page's pager calls a way on, and the year or month that is chosen there.
        self._unfollowed = self._earlier = ""
        self._led_back = False  # that led to a page that was asked for before
        self._later = Later(start)
        self._days: list[str] = []  # of the page before
        self._ran_out = self._by_days = self._by_months = self._backwards = False
        self._fresh_pages = 0  # of posts that came while the walk lasted

    @property
    def whole(self) -> bool:
        """Whether the walk saw all that the list has (beyond what earlier walks saw)."""
        return self.end in WHOLE and not (self.unread or self.short)

    @property
    def stated(self) -> int | None:
        """How many entries the list says it has: now, or earlier where not all of it was read."""
        seems_all = self.end in {End.LAST_PAGE, End.NOTHING_NEW}
        told = self.tally.items is not None or seems_all
        return self.tally.items if told else self.target.stated

    @property
    def short(self) -> bool:
        """Whether the list states far more entries than were met up to what seemed its end."""
        seems_all = self.end in {End.LAST_PAGE, End.NOTHING_NEW}
        lacks = self.tally.lacks or self.began_later
        return seems_all and lacks and not self.options.since

    @property
    def moved_to(self) -> str | None:
        """Where the listing's address leads for good, if it is a list that stands there."""
        return self._moved if self._top >= 0 else None

    @property
    def began_later(self) -> bool:
        """Whether the walk began at a later page than the list's first, which was not found."""
        return self._entry.lost or self.tally.began_later

    @property
    def saw_all(self) -> bool:
        """Whether the walk read every page there is: what it did not meet is not listed."""
        return self.end in {End.LAST_PAGE, End.NOTHING_NEW} and not (
            self._of_feed or self.backlog or self.unread or self.short
        )

    @property
    def doubt(self) -> str:
        """Why what seemed the end of the list may be none, in words; "" where nothing says so."""
        ended = self.saw_all or self.end is End.KNOWN
        if self._unfollowed and ended and not self.tally.seems_over:
            return f"its pager leads on by “{self._unfollowed}”, which could not be followed"
        if not self.saw_all:
            return ""
        if self._earlier:
            return (
                f"its rows are of one year or month, and “{self._earlier}” could not be asked for"
            )
        return self._months() or self._gaps.doubt()

    @property
    def _most_barren(self) -> int:
        """How many pages without anything new end a list that is none of days."""
        if self._by_months:
            return QUIET_MONTHS
        return QUIET if self._backwards and self._rowless else BARREN

    def _months(self) -> str:
        """What is to be said of a list of months at its seeming end."""
        reached, today = month_of(self._last.url), self._progress.today
        # A column may have a number like one: /col/202712/.
        led_there = reached != month_of(self.target.url)
        if reached and today and led_there and reached > (int(today[:4]), int(today[5:7])):
            return "its way on leads to months to come, and none to those before was found"
        if self._by_months and self._rowless and self.end is End.NOTHING_NEW:
            return f"after {QUIET_MONTHS} months without a post no earlier one was asked for"
        return ""

    @property
    def moved(self) -> tuple[int, int]:
        """Posts that came on top while the walk lasted; how often all was read again for others."""
        return (self._second.fresh, self._second.sweeps) if self._second else (0, 0)

    def fail(self, outcome: Outcome, detail: str) -> None:
        """A listing page could not be read; `outcome` says how it ended."""
        if self.end is None or self.end in WHOLE:
            self.end, self.outcome, self.detail = End.FAILED, outcome, detail


def fingerprint(page: NextPage) -> tuple[object, ...]:
    """What makes a request for a page the same as another."""
    return page.method, page.url, page.form, page.content
