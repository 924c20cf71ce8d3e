"""The last check before a request leaves: its host may have been given up meanwhile.

Scrapy's middlewares see a request before it queues for its host, not after. The headers that every
request carries are set here as well: three middlewares would cost ten times as much.
"""

from __future__ import annotations

from scrapy import Request
from scrapy.core.downloader.handlers._base_http import BaseHttpDownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Headers, Response
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.extensions.pace import Pace
from newscrawl.extensions.resolver import SafeResolver
from newscrawl.extensions.unpack import ENCODINGS
from newscrawl.spiders import PrivateHostError


class LastLook(BaseHttpDownloadHandler):
    """Mixin for one of Scrapy's download handlers; raises Refused for what is not to be sent."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
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
        # Abstract in the base: what it means is the handler that this stands before.
        try:
            response = await super().download_request(request)  # type: ignore[safe-super]
        except CannotResolveHostError as error:
            host = urlparse_cached(request).hostname or ""
            private = SafeResolver.crawl.refused.get(host)
            if private is None:
                raise
            raise PrivateHostError(host, private) from error
        self._pace.answered(request, response)
        return response
