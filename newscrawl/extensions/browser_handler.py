"""The handler of `--js`; only imported where the extra `js` is installed."""

from __future__ import annotations

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from newscrawl.extensions.handler import BoundedHandler
from newscrawl.extensions.last_look import LastLook


class _Either(BoundedHandler):
    """Requests with `playwright` in their meta go through the browser."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._browser = ScrapyPlaywrightDownloadHandler(crawler)

    async def download_request(self, request: Request) -> Response:
        """The response, of whichever was asked."""
        if not request.meta.get("playwright"):
            return await super().download_request(request)
        response: Response = await self._browser.download_request(request)
        return response

    async def close(self) -> None:
        """The crawl is over."""
        await super().close()
        await self._browser.close()


class BrowserHandler(LastLook, _Either):
    """Either of them, behind the last look."""
