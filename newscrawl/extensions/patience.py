"""Retries with growing waits: answers that may be better later, connections that broke."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Mapping
from datetime import UTC, datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    DownloadConnectionRefusedError,
    DownloadFailedError,
    ResponseDataLossError,
)
from scrapy.http import Response

from newscrawl.extensions.pace import LONGEST_WAIT, TOO_MANY, retry_after
from newscrawl.items import Outcome
from newscrawl.spiders import DAMAGED, TIRED, NewsSpider, is_conditional, outcome_of

# How often each status is asked again. 304: where nothing of ours was conditional.
AGAIN: Mapping[int, int] = {
    304: 1,
    408: 2,
    425: 2,
    TOO_MANY: 6,
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
_NOT_BEFORE = "newscrawl_not_before"


class PatienceMiddleware:
    """Replaces Scrapy's RetryMiddleware, which retries at once."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PatienceMiddleware:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> Awaitable[None] | None:
        """Wait until this retry is due."""
        due = request.meta.get(_NOT_BEFORE)
        return asyncio.sleep(max(0.0, due - time.monotonic())) if due else None

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Retry where the answer may be better next time."""
        times = AGAIN.get(response.status, _ERRORS_AGAIN if DAMAGED in response.flags else 0)
        if not times or (response.status == 304 and is_conditional(request)):
            return response
        asked = response.headers.get("Retry-After")
        told = retry_after(asked, datetime.now(UTC)) if asked else None
        what = "the packed body is damaged" if DAMAGED in response.flags else ""
        if told:
            what = f"{what}, told to wait {told:.0f} s".lstrip(", ")
        again = self._again(request, times, told, (response.status, what))
        spider = self._crawler.spider
        if again is None and response.status == TOO_MANY and isinstance(spider, NewsSpider):
            spider.hosts.ended(response.url, Outcome.BLOCKED)
        return again or response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Retry where the connection broke."""
        if not isinstance(exception, _ERRORS):
            return None
        return self._again(request, _ERRORS_AGAIN, None, (None, outcome_of(exception)[1]))

    def _again(
        self, request: Request, times: int, told: float | None, ended: tuple[int | None, str]
    ) -> Request | None:
        done = request.meta.get("retry_times", 0)
        if done >= times or self._is_tired(request) or (told or 0) > LONGEST_WAIT:
            return None
        self._note(request, *ended)
        wait = max(told or 0.0, _FIRST_WAIT * 2**done)
        meta = {**request.meta, "retry_times": done + 1, _NOT_BEFORE: time.monotonic() + wait}
        return request.replace(meta=meta, dont_filter=True)

    def _note(self, request: Request, status: int | None, detail: str) -> None:
        """Record the failed try of an article, for `newscrawl why`."""
        spider, url_id = self._crawler.spider, request.cb_kwargs.get("url_id")
        if isinstance(spider, NewsSpider) and url_id is not None:
            spider.session.tried(url_id, status, detail)

    def _is_tired(self, request: Request) -> bool:
        spider = self._crawler.spider
        return isinstance(spider, NewsSpider) and spider.hosts.of(request.url).failures >= TIRED
