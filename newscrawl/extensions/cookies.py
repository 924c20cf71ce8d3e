"""Cookies, for the sites that set some: until one does nothing of it is loaded.

The list of public suffixes, by which cookies are judged, comes with a network client of its own: a
twentieth of the start of a crawl.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

if TYPE_CHECKING:
    from newscrawl.extensions.jars import CookieJars


class CookieMiddleware:
    """Replaces Scrapy's, and hands requests to it once there is a cookie."""

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("COOKIES_ENABLED"):
            raise NotConfigured
        self._crawler = crawler
        self._jars: CookieJars | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CookieMiddleware:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> Request | Response | None:
        """Send the host's cookies."""
        return self._loaded().process_request(request) if self._jars or request.cookies else None

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Store the cookies that are set."""
        if "Set-Cookie" not in response.headers:
            return response
        return self._loaded().process_response(request, response)

    def _loaded(self) -> CookieJars:
        from newscrawl.extensions.jars import CookieJars

        self._jars = self._jars or CookieJars.from_crawler(self._crawler)
        return self._jars
