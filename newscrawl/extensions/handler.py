"""The last look before a request leaves: it may have waited its turn while its host was given up.

Scrapy's middlewares see a request before it queues for its host, not after.
"""

from __future__ import annotations

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response

from newscrawl.extensions.scope import ROBOTS
from newscrawl.items import Outcome
from newscrawl.spiders import NewsSpider, Refused


class LastLookHandler(HTTP11DownloadHandler):
    """Scrapy's own handler; raises Refused when the run was stopped or the host is left alone."""

    async def download_request(self, request: Request) -> Response:
        """The response, as Scrapy has it."""
        spider = self.crawler.spider
        if isinstance(spider, NewsSpider):
            if spider.session.stopping:
                raise Refused(Outcome.GIVEN_UP, f"stopped by {spider.session.stopping}")
            left_alone = spider.hosts.of(request.url).left_alone
            if left_alone and not request.meta.get(ROBOTS):
                raise Refused(*left_alone)
        return await super().download_request(request)
