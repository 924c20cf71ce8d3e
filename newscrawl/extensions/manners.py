"""The delay between two requests of a host: ours, the site file's, or robots.txt's Crawl-delay."""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.robotstxt import RobotParser

from newscrawl.extensions.resolver import Lookups, SafeResolver
from newscrawl.spiders import NewsSpider
from newscrawl.text.hosts import is_loopback

MOST_DELAY = 30.0  # seconds; of a longer Crawl-delay so much is kept, which the report tells
_AT_HOME = 10.0  # on the user's own machine, which nobody else is waiting for


class Manners:
    """Sets the delay of every host in scope before the first request."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._told = crawler.settings.get("NEWSCRAWL_DELAY")
        self._lookups: Lookups | None = None
        crawler.signals.connect(self.opened, signals.spider_opened)
        crawler.signals.connect(self.closed, signals.spider_closed)
        crawler.signals.connect(self.robots, signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Manners:
        """Scrapy's constructor."""
        return cls(crawler)

    def opened(self, spider: Spider) -> None:
        """Allow one request at a time, after the delay given, the site file's, or the default."""
        if not isinstance(spider, NewsSpider):
            return
        names = (_name(job.scope.host) for job in spider.jobs)
        own = frozenset(one for name in names for one in (name, f"www.{name}"))
        self._lookups = SafeResolver.begin(own)
        downloader = self._crawler.engine.downloader
        downloader.domain_concurrency = 1
        slots = downloader.per_slot_settings
        for job in spider.jobs:
            asked = job.site.delay if job.site else None
            # Of hosts that no target names, which a domain of its site file may have.
            downloader._delay = self._delay("", asked, downloader._delay)  # noqa: SLF001
            for host in (job.scope.host, *job.scope.domains):
                for name in (_name(host), f"www.{_name(host)}"):
                    least = slots.get(name, {}).get("delay", 0.0)
                    slots[name] = {"concurrency": 1, "delay": self._delay(name, asked, least)}
                    if is_loopback(name):
                        slots[name]["jitter"] = 0

    def closed(self) -> None:
        """Leave the process's resolver to what else runs in it."""
        SafeResolver.end(self._lookups)

    def robots(self, robotparser: RobotParser, request: Request) -> None:
        """Adopt a Crawl-delay that is longer than ours; no pause is shorter than it."""
        asked = float(robotparser.crawl_delay("newscrawl") or 0)
        name = urlsplit(request.url).hostname or ""
        spider = self._crawler.spider
        if asked <= 0 or not isinstance(spider, NewsSpider):
            return
        downloader = self._crawler.engine.downloader
        delay = kept_delay(asked, name)
        spider.hosts.of(request.url).crawl_delay = asked, delay
        settings = downloader.per_slot_settings.setdefault(name, {"concurrency": 1})
        settings["delay"] = max(delay, float(settings.get("delay", downloader._delay)))  # noqa: SLF001
        settings["jitter"] = 0
        slot = downloader.slots.get(name)
        if slot:
            slot.delay, slot.jitter = max(slot.delay, delay), 0.0

    def _delay(self, host: str, asked: float | None, least: float) -> float:
        """The delay that was told, else the site's, the default or what another site asks for."""
        if self._told is not None:
            return float(self._told)
        if asked is None:
            usual = self._crawler.settings.getfloat("DOWNLOAD_DELAY")
            asked = 0.0 if is_loopback(host) else usual
        return max(asked, least)


def kept_delay(asked: float, host: str) -> float:
    """The part of a requested Crawl-delay that is honoured."""
    return min(asked, _AT_HOME if is_loopback(host) else MOST_DELAY)


def _name(host: str) -> str:
    return urlsplit(f"//{host}").hostname or host
