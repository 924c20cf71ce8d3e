"""Requests by Twisted, Scrapy's own way."""

from __future__ import annotations

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler

from newscrawl.extensions.last_look import LastLook
from newscrawl.extensions.wire import BoundedFactory


class LastLookHandler(LastLook, HTTP11DownloadHandler):
    """Scrapy's HTTP handler behind the last look, on bounded connections."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory  # noqa: SLF001 - Scrapy itself sets its own there
