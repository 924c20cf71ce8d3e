"""Asks again, later each time, and waits where a host says so (Retry-After, 429, 503)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    DownloadConnectionRefusedError,
    DownloadFailedError,
    ResponseDataLossError,
)
from scrapy.http import Response

from newscrawl.extract.walls import REFUSALS
from newscrawl.items import Outcome
from newscrawl.spiders import DAMAGED, TIRED, Host, NewsSpider, is_conditional

# How often each status is asked again. 304: where nothing of ours was conditional.
AGAIN: Mapping[int, int] = {
    304: 1,
    408: 2,
    425: 2,
    429: 6,
    500: 2,
    502: 3,
    503: 5,
    504: 3,
    520: 2,
    522: 2,
    523: 2,
    524: 1,
}
_ERRORS = (DownloadConnectionRefusedError, DownloadFailedError, ResponseDataLossError)
_ERRORS_AGAIN = 2
_FIRST_WAIT = 0.5  # seconds, doubled each time
LONGEST_WAIT = 120.0  # a host that asks for more is asked in the next run
_SLOWER = 0.25  # the least delay after a 429, seconds
_SLOWEST = 10.0
_NOT_BEFORE = "newscrawl_not_before"


class PatienceMiddleware:
    """In the place of Scrapy's own retries, which come at once."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PatienceMiddleware:
        """Scrapy's constructor."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Wait until the host may be asked, and until this request may be repeated."""
        host = self._host(request)
        while True:
            wait = max(host.resume, request.meta.get(_NOT_BEFORE, 0.0)) - time.monotonic()
            if wait <= 0:
                return
            await asyncio.sleep(wait)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """The same request again for an answer that may be better next time."""
        times = AGAIN.get(response.status, _ERRORS_AGAIN if DAMAGED in response.flags else 0)
        if not times or (response.status == 304 and is_conditional(request)):
            return self._final(response)
        told = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
        if told is not None or response.status == 429:
            self._slow_down(request, told or 0.0, response.status)
        return self._again(request, times, told) or self._final(response)

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """The same request again after a connection that broke."""
        return self._again(request, _ERRORS_AGAIN, None) if isinstance(exception, _ERRORS) else None

    def _final(self, response: Response) -> Response:
        """Count a refusal at once: by the time the spider sees it more of them may be under way."""
        spider = self._crawler.spider
        if response.status in REFUSALS and isinstance(spider, NewsSpider):
            spider.hosts.ended(response.url, Outcome.BLOCKED)
        return response

    def _again(self, request: Request, times: int, told: float | None) -> Request | None:
        done = request.meta.get("retry_times", 0)
        tired = self._host(request).failures >= TIRED
        if done >= times or tired or (told or 0) > LONGEST_WAIT:
            return None
        wait = max(told or 0.0, _FIRST_WAIT * 2**done)
        meta = {**request.meta, "retry_times": done + 1, _NOT_BEFORE: time.monotonic() + wait}
        return request.replace(meta=meta, dont_filter=True)

    def _slow_down(self, request: Request, wait: float, status: int) -> None:
        host = self._host(request)
        host.resume = max(host.resume, time.monotonic() + min(wait, LONGEST_WAIT))
        slot = self._crawler.engine.downloader.slots.get(request.meta.get("download_slot", ""))
        if slot and status == 429:
            slot.delay = min(_SLOWEST, max(_SLOWER, 2 * slot.delay))

    def _host(self, request: Request) -> Host:
        spider = self._crawler.spider
        return spider.hosts.of(request.url) if isinstance(spider, NewsSpider) else Host()


def retry_after(value: bytes | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for: a number or a date; None for junk."""
    text = (value or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit() and len(text) < 9:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
