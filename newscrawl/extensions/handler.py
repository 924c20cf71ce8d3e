"""The last look before a request leaves: it may have waited its turn while its host was given up.

Scrapy's middlewares see a request before it queues for its host, not after. And what every request
carries is put on here: as middlewares, three of them, it costs ten times as much.
"""

from __future__ import annotations

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from newscrawl.extensions.pace import Pace
from newscrawl.extensions.unpack import ENCODINGS
from newscrawl.extensions.wire import BoundedFactory


class LastLookHandler(HTTP11DownloadHandler):
    """Scrapy's own handler; raises Refused when the run was stopped or the host is left alone."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory  # noqa: SLF001 - Scrapy itself sets its own there
        self._pace = Pace(crawler)
        settings = crawler.settings
        self._timeout = settings.getfloat("DOWNLOAD_TIMEOUT")
        always = {"User-Agent": settings["USER_AGENT"], "Accept-Encoding": ENCODINGS}
        headers = Headers({**settings.getdict("DEFAULT_REQUEST_HEADERS"), **always})
        self._headers = tuple(dict.items(headers))

    async def download_request(self, request: Request) -> Response:
        """The response, as Scrapy has it."""
        request.meta.setdefault("download_timeout", self._timeout)
        for name, values in self._headers:
            # Both are as `Headers` keeps them already: its own method would make them so again.
            dict.setdefault(request.headers, name, [*values])
        await self._pace.turn(request)
        response = await super().download_request(request)
        self._pace.answered(request, response)
        return response
