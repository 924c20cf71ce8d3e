"""Leaves out what Scrapy does for every request without any effect: log records, unheard signals.

Each costs more than it looks: a log record is made for a level that no handler takes; a signal
without receivers is looked up in four tables, or waits a turn of the loop for nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager
from twisted.python.failure import Failure

from newscrawl.extensions.straight import Engine


class QuietLog(LogFormatter):
    """Scrapy's, without the lines for every response and item unless the level is DEBUG."""

    def __init__(self, *, debug: bool) -> None:
        super().__init__()
        self._debug = debug

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(debug=crawler.settings["LOG_LEVEL"] == "DEBUG")

    def crawled(  # type: ignore[override]
        self, request: Request, response: Response, spider: Spider
    ) -> LogFormatterResult | None:
        """None: Scrapy logs nothing."""
        return super().crawled(request, response, spider) if self._debug else None

    def scraped(  # type: ignore[override]
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult | None:
        """None: Scrapy logs nothing."""
        return super().scraped(item, response, spider) if self._debug else None


class HeardSignals(SignalManager):
    """Scrapy's signal manager, which sends only signals that have a receiver."""

    def __init__(self, sender: Any) -> None:
        super().__init__(sender)
        self._heard: Counter[Any] = Counter()

    def connect(self, receiver: Any, signal: Any, **kwargs: Any) -> None:
        """As Scrapy has it."""
        super().connect(receiver, signal, **kwargs)
        self._heard[signal] += 1

    def disconnect(self, receiver: Any, signal: Any, **kwargs: Any) -> None:
        """As Scrapy has it."""
        super().disconnect(receiver, signal, **kwargs)
        self._heard[signal] -= 1

    def send_catch_log(self, signal: Any, **kwargs: Any) -> list[tuple[Any, Any]]:
        """What the receivers gave back."""
        return super().send_catch_log(signal, **kwargs) if self._heard[signal] else []

    async def send_catch_log_async(self, signal: Any, **kwargs: Any) -> list[tuple[Any, Any]]:
        """What the receivers gave back."""
        return await super().send_catch_log_async(signal, **kwargs) if self._heard[signal] else []


class QuietCrawler(Crawler):
    """Scrapy's crawler with `HeardSignals` and a task for each request."""

    def __init__(self, spidercls: type[Spider], settings: Settings) -> None:
        super().__init__(spidercls, settings)
        self.signals = HeardSignals(self)

    def _create_engine(self) -> Engine:
        return Engine(self, lambda _: self.stop_async())
