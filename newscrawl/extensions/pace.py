"""Adapts the pace of each host to its answers: Retry-After, and slowing down after 429 and 503.

It is told of each answer while no other request of the host is under way: Scrapy's middlewares see
an answer when several more may have left.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.extensions.scope import ROBOTS
from newscrawl.extract.walls import REFUSALS
from newscrawl.items import Outcome
from newscrawl.spiders import Host, NewsSpider, Refused

TOO_MANY = 429
_BUSY = frozenset({TOO_MANY, 503})  # where a Retry-After has a meaning
LONGEST_WAIT = 120.0  # a host that asks for more is left alone until the next run
_PAUSE = 1.0  # after a 429 that does not say how long
_BREATH, _BREATHS = 0.5, 3  # after a 503 that does not: doubled each time in a row, so often
_SLOWER = 0.25  # the least delay after a 429, seconds
_SLOWEST = 10.0
_GOOD = 8  # answers in a row after which a slowed host is asked a little faster again
_FASTER = 0.8
_LOOK = 1.0  # seconds until somebody who waits sees that the run was stopped


@dataclass(slots=True)
class _Slowed:
    """The delay of a host before it asked for less, and the answers it has given since."""

    usual: float
    good: int = 0


class Pace:
    """The pace of every host of a crawl."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._slowed: dict[str, _Slowed] = {}

    async def turn(self, request: Request) -> None:
        """Wait until the host may be asked; raises Refused when it may not be asked any more."""
        spider = self._crawler.spider
        if not isinstance(spider, NewsSpider):
            return
        host, waited = spider.hosts.of(request.url), False
        while True:
            if spider.session.stopping:
                raise Refused(Outcome.GIVEN_UP, f"stopped by {spider.session.stopping}")
            if host.left_alone and not request.meta.get(ROBOTS):
                raise Refused(*host.left_alone)
            wait = host.resume - time.monotonic()
            if wait <= 0:
                break
            waited = True
            await asyncio.sleep(min(wait, _LOOK))
        slot = self._slot_of(request) if waited else None
        if slot:  # it goes only now: the next one has to keep its distance from it
            slot.lastseen = time.monotonic()

    def answered(self, request: Request, response: Response) -> None:
        """Take an answer into account: what it says about asking again."""
        spider = self._crawler.spider
        if not isinstance(spider, NewsSpider):
            return
        status = response.status
        spider.hosts.answered(request.url, too_often=status == TOO_MANY)
        asked = response.headers.get("Retry-After")
        told = retry_after(asked, datetime.now(UTC)) if asked else None
        host = spider.hosts.of(request.url)
        if status in _BUSY:
            usual = _PAUSE if status == TOO_MANY else _BREATH * 2 ** min(host.busy, _BREATHS)
            _pause(host, usual if told is None else told, status)
        host.busy = host.busy + 1 if status in _BUSY else 0
        slot = self._slot_of(request)
        if status == TOO_MANY and slot:
            self._slower(request.meta["download_slot"], slot)
        elif status in REFUSALS and not request.meta.get(ROBOTS):
            spider.hosts.ended(request.url, Outcome.BLOCKED)
        elif status < 400 and self._slowed and slot:
            self._faster(request.meta["download_slot"], slot)

    def _slot_of(self, request: Request) -> Slot | None:
        slots: dict[str, Slot] = self._crawler.engine.downloader.slots
        return slots.get(request.meta.get("download_slot", ""))

    def _slower(self, name: str, slot: Slot) -> None:
        self._slowed.setdefault(name, _Slowed(slot.delay)).good = 0
        slot.delay = min(_SLOWEST, max(_SLOWER, 2 * slot.delay))

    def _faster(self, name: str, slot: Slot) -> None:
        """Shorten the delay, down to the usual one, a step after every `_GOOD` answers in a row."""
        slowed = self._slowed.get(name)
        if slowed and slot.delay > slowed.usual:
            slowed.good += 1
            if slowed.good % _GOOD == 0:
                slot.delay = max(slowed.usual, _FASTER * slot.delay)


def _pause(host: Host, seconds: float, status: int) -> None:
    if seconds <= LONGEST_WAIT:
        host.resume = max(host.resume, time.monotonic() + seconds)
    elif host.left_alone is None:
        why = f"the host is left alone: {status}, ask again in {seconds:.0f} seconds"
        host.left_alone = Outcome.BLOCKED, why


def retry_after(value: bytes | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for: a number or a date; None for junk."""
    if not value:  # as nearly always
        return None
    text = value.decode("latin-1").strip()
    if text.isascii() and text.isdigit() and len(text) < 9:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # the second: a year of eleven digits
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
