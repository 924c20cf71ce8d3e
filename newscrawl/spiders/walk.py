"""The walk over one listing: which rows are fetched, when it ends, what is read a second time.

Pure decisions: the spider does the asking. A list is left at its last page, at two pages without
anything new in a row, at a page of known articles unless the newest stand on later ones (`later`).
A page that cannot be read leaves a gap, which is told; where the addresses count, the walk goes on
behind it (`gaps`). What moved while the walk lasted is the business of `second_look`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newscrawl.extract.listing.model import (
    BACKWARDS,
    DAY_BEFORE,
    FEED,
    MONTH_BEFORE,
    PIECE,
    SITEMAP,
    START,
    TYPED,
    YEAR_BEFORE,
    Instead,
    Listing,
    NextPage,
)
from newscrawl.items import Outcome
from newscrawl.spiders.account import Account, fingerprint
from newscrawl.spiders.ends import (
    MUTE,
    QUIET,
    SHUT,
    WHOLE,
    End,
    are_known,
    are_older,
    days_of,
    rise,
)
from newscrawl.spiders.gaps import Gap
from newscrawl.spiders.model import Step
from newscrawl.spiders.progress import STALE_PAGES
from newscrawl.spiders.second_look import SecondLook, Top
from newscrawl.store import NO_ARTICLE, Ahead, Sighting

_NO_PAGE = frozenset((Outcome.GONE, Outcome.HTTP_4XX))
_PERIODS = frozenset((MONTH_BEFORE, YEAR_BEFORE))
_LOOKS = 3  # pages that are looked at again after the first
_CHEAP_ROWS = 20  # new rows that a page more may be read for
_LEADING = 3  # pages without rows that may stand before the first that has some


class Walk(Account):
    """One walk of one target, decided page by page."""

    def wanted(self, one: Sighting) -> tuple[Outcome, str] | None:
        """How a row that this run did not decide yet ends without a request; None: fetch it."""
        if one.row.settled:
            return one.row.settled, one.row.detail
        if one.standing in {"held", Outcome.DUPLICATE}:
            return Outcome.KNOWN, ""
        if self.harvest.over:
            return Outcome.GIVEN_UP, self.harvest.why
        if self._progress.repeats:
            return Outcome.DUPLICATE, "the whole page was listed before, under other addresses"
        final = not one.open and one.standing not in NO_ARTICLE
        if final and not self.options.full:
            return Outcome(one.standing), "as before"
        return None

    def led_to(self, url: str, for_good: str) -> None:
        """The page asked for last was answered at `url`: it is asked for there again.

        Up to `for_good` it has moved there permanently.
        """
        page = self.visited[-1]
        self._led_back = False
        if self._second or page.method != "GET":
            return
        if page.rule == START:
            self._moved = None if self.target.url in {for_good, url} else for_good
        if page.url != url:
            self._sent_on += 1
            self.visited[-1] = replace(page, url=url)
            self._led_back = fingerprint(self.visited[-1]) in self._asked
            self._asked.add(fingerprint(self.visited[-1]))

    def from_first(self, listing: Listing) -> Step | None:
        """The page above the one that was given, where that is not the list's first."""
        above = None if self.pages else self._entry.above(listing)
        self.again += above is not None
        return self._begin_at(above) if above else None

    def _begin_at(self, page: NextPage) -> Step:
        self.visited.clear()
        self._asked.clear()  # the page that was given is read again in its turn
        return self._go(page)

    def is_known(self, seen: Sequence[Sighting]) -> bool:
        """Whether the first page has nothing new for a walk that asks for no more than that."""
        return not (self.pages or self.options.full) and are_known(seen, self.target.whole)

    def follow(
        self, listing: Listing, seen: Sequence[Sighting], ahead: Ahead | None = None
    ) -> Step | None:
        """The page to read after this one, or None: the walk is over.

        `ahead` is what the ledger knows to stand behind a first page that is known.
        """
        if self._second:
            self.again += 1
            self.tally.met_on(listing)
            return self._read_again(self._second, listing, seen)
        if self._later.misses(seen):
            self.again += 1
            return self._go_in_turn()
        self.pages += 1
        self._of_feed = self._of_feed or listing.family == FEED
        self._note(listing, seen)
        if self.of_sitemaps or listing.family == SITEMAP:
            return self._next_sitemap(listing)
        return self._onward(listing, seen, ahead)

    def _onward(
        self, listing: Listing, seen: Sequence[Sighting], ahead: Ahead | None
    ) -> Step | None:
        following = listing.next_page
        if following:
            self._by_days |= following.rule == DAY_BEFORE
            self._by_months |= following.rule == MONTH_BEFORE
            self._backwards |= following.rule in BACKWARDS
        gap = self._gap_here(listing)
        if gap and following is None:
            return self._pass_over(*gap)
        page = self._leap(ahead, following) if ahead and following else None
        if page is None:
            self.end = self._ending(listing, seen)
            page = following if self.end is None else self._doubted()
        if page:
            return self._go(page)
        if self.end is End.NOTHING_NEW and self._progress.fewest:
            self._behind = following
        return self._look_again()

    def _leap(self, ahead: Ahead, following: NextPage) -> NextPage | None:
        """Where the newest rows stood, if they are not where a list has them; None: no such page.

        A form's pages have one address, and where the first page had them they were taken down.
        """
        page = NextPage(url=ahead.page, rule="where the newest stood")
        if following.method != "GET" or fingerprint(page) in self._asked:
            return None
        self._later.seek(ahead, following)
        return None if self._spent() else page

    def _doubted(self) -> NextPage | None:
        """The page behind a last one that had nothing of its own: there the list may go on."""
        if self.end is not End.LAST_PAGE:
            return None
        behind = self._gaps.doubted([*self.visited[:-1], self._last], self.tally.pages)
        if behind is None or not self._may_ask(behind):
            return None
        self.end = None
        return behind

    def missed(self, outcome: Outcome, detail: str) -> Step | None:
        """The page asked for last could not be read; the page to read in its place."""
        if self._later.waits:
            return self._go_in_turn()
        if not self.pages and self._entry.left:
            return self._begin_at(self._entry.give_up())
        return self._missed(outcome, detail)

    def _missed(self, outcome: Outcome, detail: str) -> Step | None:
        number = len(self.visited)
        if self._second:
            if outcome is not Outcome.GONE:  # a list that grew shorter
                self.fail(outcome, f"listing page {self._reading + 1}, read again: {detail}")
                return None
            return self._step_again(self._second)
        if self.of_sitemaps:
            self.fail(outcome, f"listing page {number}: {detail}")
            return self.next_nested()
        if end := self._end_behind(outcome, detail):
            self.end = end
            return self._look_again()
        return self._pass_over(
            outcome, f"listing page {number}: {detail}" if self.pages else detail
        )

    def _end_behind(self, outcome: Outcome, detail: str) -> End | None:
        """How the walk ends where what it asked for is none of the list; None: a gap."""
        if self.pages and self._top < 0 and outcome in _NO_PAGE:
            self.instead = self.instead or Instead.OTHER
            page = f"{self.visited[-1].url}, to which it leads: {detail}"
            self.detail = f"{page}; {self.detail or self.instead}"
            return self._no_list()
        if len(self.visited) > 1 and self._is_behind_end(outcome):
            self.tally.ended = True
            return End.LAST_PAGE
        return None

    def _is_behind_end(self, outcome: Outcome) -> bool:
        """Whether the page is none of the list's: the pager links one too many, pieces end so."""
        rule = self.visited[-1].rule
        doubted = self._gaps.doubts or rule == TYPED
        if doubted and outcome in _NO_PAGE | {Outcome.EMPTY_BODY}:
            return True
        if outcome is Outcome.EMPTY_BODY:
            return rule == PIECE
        if rule in _PERIODS:  # that one has few posts says nothing of those before it
            return False
        stated = self.tally.pages
        beyond = self.tally.seems_over if stated is None else len(self.visited) > stated
        return outcome is Outcome.GONE and beyond

    def _pass_over(self, outcome: Outcome, detail: str) -> Step | None:
        first = self._gaps.tell(outcome, detail)
        behind = self._gaps.behind(self.visited, outcome)
        if behind is None or not self._may_ask(behind):
            self.fail(*first)
            return None
        return self._go(behind)

    def _go_in_turn(self) -> Step | None:
        """The newest do not stand where they did: the pages are asked for in their turn."""
        self.visited.pop()
        self._asked = {*map(fingerprint, self.visited)}
        return self._go(self._later.in_turn())

    def _may_ask(self, page: NextPage) -> bool:
        return fingerprint(page) not in self._asked and not self._spent()

    def _go(self, page: NextPage) -> Step:
        self._asked.add(fingerprint(page))
        self.visited.append(page)
        self._last = page
        return Step(page, len(self.visited))

    def _look_again(self) -> Step | None:
        """The end was reached: page 1 again, where rows may have moved while the walk lasted."""
        if self._later.arrived and self.end in WHOLE:
            self.end = End.KNOWN  # what stands before it was listed by earlier walks
        gap = self._gaps.first or self._gaps.led_back()
        if gap and self.end in WHOLE:
            self.fail(*gap)
        read = len(self.visited) - max(self._top, 0)
        # What is posted meanwhile stands on the day that was read first, or on none of these.
        ended = (self.end in WHOLE - {End.QUIET} and not self.unread) or self.end is End.SINCE
        if not ended or read < 2 or self._later.arrived or self._is_dear():
            return None
        # A list that goes round or repeats its end is left soon; page 1 alone tells what is new.
        # Rows of a list of days stay on theirs.
        looks = max(0, _LOOKS - self.tally.idle - self._sent_on)
        looks = looks if self._ran_out and not self._by_days else 0
        self._second = SecondLook(self._memory, read, first=self._first, most=looks)
        return self._step_again(self._second)

    def _is_dear(self) -> bool:
        """Whether page 1 is not worth another request: a look for what is new is to stay cheap.

        A walk that ends at known articles is over in seconds, and the next one reads page 1 too.
        """
        return self.end is End.KNOWN and self.pages > 1 + -(-self._new // _CHEAP_ROWS)

    def _step_again(self, second: SecondLook) -> Step | None:
        page = second.following()
        if page is None:
            return None
        self._reading = page
        return Step(self.visited[self._top + page], self._top + page + 1)

    def _read_again(
        self, second: SecondLook, listing: Listing, seen: Sequence[Sighting]
    ) -> Step | None:
        self._progress.repeats = self._progress.is_repeated(seen)
        if self._progress.repeats:
            return None  # where addresses never stand still there is nothing to compare
        loose = [one for one in seen if not one.row.pinned]
        keys, met = [one.row.key for one in loose], [one.seen for one in loose]
        following = listing.next_page
        if self._reading == 0 and following and loose and not any(met):
            # A whole page of posts that came while the walk lasted.
            self._fresh_pages += 1
            second.fresh += len(loose)
            if self._fresh_pages < STALE_PAGES:
                return Step(following, self._fresh_pages + 1)
            return None
        second.take(self._reading, keys, met, _top_of(listing, seen))
        if self._behind and second.fresh >= self._progress.fewest:
            # So many new posts that they alone may have made pages without anything new.
            page, self._behind, self._second = self._behind, None, None
            self.end, self._progress.barren = None, 0
            return self._go(page)
        grown = self._reading == second.last and following and loose
        if grown and following and fingerprint(following) not in self._asked:
            self._reading = second.longer()
            return self._go(following)
        return self._step_again(second)

    def _next_sitemap(self, listing: Listing) -> Step | None:
        """Sitemaps have no order: each that is named is read, whatever stands in the others."""
        self.of_sitemaps = True
        self.nested.add(self.visited[-1].url, listing.further)
        if listing.family != SITEMAP or not (listing.items or listing.further):
            told = "; ".join(listing.issues) or "no sitemap"
            self.fail(Outcome.NOT_ARTICLE, f"{listing.url}: {told}")
        return self.next_nested()

    def next_nested(self) -> Step | None:
        """The sitemap to read next; None, and the walk is over, after the last."""
        following = None if self.harvest.over else self.nested.take()
        limit = self.options.max_pages
        if following is None or (limit is not None and self.pages >= limit):
            left = following or self.nested.left_out or self.harvest.over
            self.end = self.end or (End.LIMIT if left else End.LAST_PAGE)
            return None
        self.visited.append(following)
        return Step(following, len(self.visited))

    def _note(self, listing: Listing, seen: Sequence[Sighting]) -> None:
        self.tally.note(listing)
        self._rowless = not listing.items
        # Where one page led to the next, a page that does not is the last.
        self._unfollowed = listing.unfollowed if self._top < 0 else ""
        self._earlier = listing.earlier
        loose = [one.row for one in seen if not one.row.pinned]
        if self._top < 0 and loose:
            self._top, self._first = len(self.visited) - 1, _top_of(listing, seen)
        if self._top >= 0:
            self._memory.note(len(self.visited) - 1 - self._top, [row.key for row in loose])
            self._gaps.note(self._last, len(self.visited), listing, seen, back=self._led_back)
        self._new += sum(not one.seen and one.first == self.number for one in seen)
        self._progress.note(seen)

    def _ending(self, listing: Listing, seen: Sequence[Sighting]) -> End | None:
        if self._top < 0 and not listing.items:
            # Where rows come from an interface, page 1 may be nothing but the way to it.
            if self.instead is None or listing.instead not in MUTE | {None}:
                self.detail = "; ".join(listing.issues)
                self.instead = listing.instead
            may_follow = listing.next_page and self.pages <= _LEADING
            return None if may_follow else self._no_list()
        ended = self._end_of_rows(seen)
        if ended is End.NOTHING_NEW and not listing.next_page:
            ended = None  # that there is no further page is the better reason
        return ended or self._end_of_pages(listing)

    def _no_list(self) -> End:
        """How a walk ends that met no row at all."""
        shut = SHUT.get(self.instead or Instead.OTHER)
        if shut:
            self.outcome = shut
            return End.FAILED
        return End.EMPTY if self.instead is Instead.NO_ENTRIES else End.NO_LISTING

    def _end_of_rows(self, seen: Sequence[Sighting]) -> End | None:
        days, before = days_of(seen), self._days
        self._days = days
        onward = self._later.on or (rise([*before, *days]) and not self._backwards)
        onward = onward or self._lacks_new()
        if not (self.options.full or onward) and are_known(seen, self.target.whole):
            return End.KNOWN
        if self._by_days:  # days without posts have no end: who sets one goes on up to it
            if self._progress.barren >= QUIET and self.options.max_pages is None:
                return End.QUIET
        elif self._progress.barren >= self._most_barren:
            return End.NOTHING_NEW
        # Pages of one day do not say which way the list goes.
        onward = onward or len({*before, *days}) == 1
        return End.SINCE if not onward and are_older(seen, self.options.since) else None

    def _lacks_new(self) -> bool:
        """Whether the list states more new entries than the walk met: below known ones."""
        return self.tally.grew(self.target.stated, self.target.listed) > self._new

    def _end_of_pages(self, listing: Listing) -> End | None:
        following = listing.next_page
        self._ran_out = following is None
        if following is None or fingerprint(following) in self._asked:
            return End.LAST_PAGE
        return self._spent()

    def _gap_here(self, listing: Listing) -> Gap | None:
        """Why a page is a hole in the list rather than its end, None if it is none."""
        if self._gaps.breaks_off(listing):
            return Outcome.TRUNCATED, f"listing page {len(self.visited)}: it breaks off"
        shut = listing.instead is Instead.ARTICLE or listing.instead in SHUT
        stated = self.tally.pages is not None and self.pages <= self.tally.pages
        if listing.items or self._top < 0 or not (shut or stated):
            return None
        outcome = SHUT.get(listing.instead or Instead.OTHER, Outcome.NOT_ARTICLE)
        told = "; ".join(listing.issues) or "no rows"
        return self._gaps.tell(outcome, f"listing page {len(self.visited)}: {told}")

    def _spent(self) -> End | None:
        if self.options.max_pages is not None and not self.harvest.over:
            return End.LIMIT if self.pages >= self.options.max_pages else None
        led_on = self.harvest.over or self._progress.is_trap(self.pages, self.tally.pages)
        return End.TRAP if led_on else None


def _top_of(listing: Listing, seen: Sequence[Sighting]) -> Top:
    pinned = frozenset(one.row.key for one in seen if one.row.pinned)
    return Top(listing.total_items, pinned)
