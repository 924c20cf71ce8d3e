"""Ties a crawl to its session: flushes, settles what broke, stops when the storage fails."""

from __future__ import annotations

import asyncio
from typing import Any

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.asyncio import create_looping_call
from twisted.python.failure import Failure

from newscrawl.errors import StorageError
from newscrawl.extensions.report import close_books
from newscrawl.items import Outcome
from newscrawl.spiders import NewsSpider

_TICK = 0.5


class Books:
    """Connects a crawl to its session."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._loop: Any = None
        self._stopper: asyncio.Future[None] | None = None
        crawler.signals.connect(self.opened, signals.spider_opened)
        crawler.signals.connect(self.closed, signals.spider_closed)
        crawler.signals.connect(self.item_broke, signals.item_error)
        crawler.signals.connect(self.callback_broke, signals.spider_error)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Books:
        """Scrapy's constructor."""
        return cls(crawler)

    def opened(self, spider: Spider) -> None:
        """Start flushing by time."""
        if isinstance(spider, NewsSpider):
            spider.session.on_failure = self._stop
            self._loop = create_looping_call(self._tick, spider)
            self._loop.start(_TICK, now=False)

    def closed(self, spider: Spider) -> None:
        """Write the report, however the crawl ended."""
        if self._loop and self._loop.running:
            self._loop.stop()
        if isinstance(spider, NewsSpider):
            close_books(spider)

    def item_broke(self, response: Response | None, failure: Failure) -> None:
        """A pipeline raised: the address ends as rule_error."""
        self._settle(response, failure)

    def callback_broke(self, response: Response, failure: Failure) -> None:
        """A callback raised: an article ends as rule_error, a listing's walk as failed."""
        self._settle(response, failure)

    def _settle(self, response: Response | None, failure: Failure) -> None:
        request = response.request if response else None
        spider = self._crawler.spider
        if request is None or not isinstance(spider, NewsSpider) or spider.session.failure:
            return
        detail = f"{type(failure.value).__name__}: {failure.value}"[:300]
        told = request.cb_kwargs
        if "url_id" in told:
            spider.session.settle(told["url_id"], Outcome.RULE_ERROR, detail)
        elif "door" in told:
            told["door"].problem = detail
        elif "walk" in told:
            told["walk"].fail(Outcome.RULE_ERROR, detail)

    def _tick(self, spider: NewsSpider) -> None:
        try:
            spider.session.tick()
        except StorageError:
            return  # the session called `_stop` already

    def _stop(self) -> None:
        spider = self._crawler.spider
        if isinstance(spider, NewsSpider):
            spider.session.stopping = "storage"
            self._stopper = asyncio.ensure_future(
                self._crawler.engine.close_spider_async(reason="storage")
            )
