"""Pipeline 100: read a fetched `Page` as an `Article`, or settle why it is none."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl.items import Article, Outcome, Page
from newscrawl.spiders import Canary, NewsSpider
from newscrawl.workers import Handful, ReadingRoom


class NoArticle(DropItem):
    """A page that is no article; its outcome is in the ledger already."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail, log_level="DEBUG")


class ExtractPipeline:
    """Reads pages; other items, and those of other spiders, pass through unchanged."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._room = ReadingRoom(crawler.settings.getint("NEWSCRAWL_WORKERS"))
        self._handful = Handful()
        self._canary = Canary(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ExtractPipeline:
        """Scrapy's constructor."""
        return cls(crawler)

    def close_spider(self) -> None:
        """The last page was read."""
        self._room.close()

    def process_item(self, item: Any) -> Any:
        """The article of a page; raises NoArticle for a page that is none."""
        spider = self._crawler.spider
        if not isinstance(item, Page) or not isinstance(spider, NewsSpider):
            return item
        return self._article_of(item, spider)

    async def _article_of(self, page: Page, spider: NewsSpider) -> Article:
        if not self._room.has_workers:
            await self._handful.turn(len(page.body))
        url_id = spider.desk.collect(page.requested_url or page.url)
        again = spider.options.recheck or spider.options.full
        held = spider.session.held(url_id) if url_id and again else None
        task = spider.reader.task(page, datetime.now(UTC), held)
        reading = await self._room.read(task)
        if url_id is not None and (verdict := await self._canary.verdict(task, reading)):
            outcome, detail = verdict
            spider.hosts.read(page.url, outcome)
            spider.session.settle(url_id, outcome, detail, page.status)
            raise NoArticle(detail)
        reading = spider.reader.take(task, reading)
        spider.hosts.read(page.url, Outcome.NEW if reading.keep else reading.outcome)
        await asyncio.sleep(0)  # the others of the handful are read before the first is stored
        # From here to the ledger nothing waits: records are kept in the order of their pages.
        if url_id is None:
            return reading.article
        if not reading.keep:
            spider.session.settle(url_id, reading.outcome, reading.detail, page.status)
            raise NoArticle(reading.detail)
        spider.desk.expect(reading.article.id, url_id)
        return reading.article
