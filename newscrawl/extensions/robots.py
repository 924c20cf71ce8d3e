"""robots.txt as RFC 9309 has it: 4xx allows, 5xx and silence forbid, 500 KiB are read.

Scrapy's own middleware allows everything when the file cannot be had, and reads all of it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    StopDownload,
)
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.extensions.scope import ROBOTS
from newscrawl.items import Outcome
from newscrawl.spiders import NO_ANSWER, NewsSpider, PrivateHostError, Refused, outcome_of
from newscrawl.text.robots import FOR_NOW, comparable, content_usage, for_agent, lines_of

MOST_BYTES = 512 * 1024  # RFC 9309 2.5: at least 500 KiB
_DAY = 24 * 3600.0  # RFC 9309 2.4: seconds after which a file is asked for again
_REDIRECTS = 5  # RFC 9309 2.3.1.2
_AGENT = "newscrawl"
_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one host; `refusal` (outcome and reason) forbids everything."""

    parser: Protego | None = None
    content_usage: str | None = None
    refusal: tuple[Outcome, str] | None = None

    def allow(self, url: str) -> bool:
        """Whether the rules allow `url`; a refusal is told apart."""
        return self.parser is None or self.parser.can_fetch(comparable(url), _AGENT)

    def check(self, url: str) -> None:
        """Raise Refused where `url` may not be asked for."""
        if self.refusal:
            raise Refused(*self.refusal)
        if not self.allow(url):
            raise Refused(Outcome.ROBOTS, "robots.txt does not allow it")


class RobotsMiddleware:
    """Fetches each host's robots.txt before anything else of it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._is_obeyed = crawler.settings.getbool("ROBOTSTXT_OBEY")
        self._rules: dict[str, tuple[float, asyncio.Future[Rules]]] = {}
        self._received: dict[int, int] = {}
        self._asking = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> Awaitable[None] | None:
        """Raise Refused for what the host does not want asked for."""
        if request.meta.get(ROBOTS) or not self._is_obeyed:
            return None
        rules = self._of(request)
        if not rules.done():
            return self._wait(rules, request)
        rules.result().check(request.url)
        return None

    async def _wait(self, rules: asyncio.Future[Rules], request: Request) -> None:
        (await rules).check(request.url)

    def _of(self, request: Request) -> asyncio.Future[Rules]:
        parts = urlparse_cached(request)
        origin = f"{parts.scheme}://{parts.netloc}"
        asked, rules = self._rules.get(origin, (0.0, None))
        if rules is None or time.monotonic() - asked > _DAY:
            rules = asyncio.ensure_future(self._fetch(origin, request))
            self._rules[origin] = time.monotonic(), rules
        return rules

    async def _fetch(self, origin: str, asked: Request) -> Rules:
        request = Request(
            f"{origin}/robots.txt",
            priority=1000,
            meta={ROBOTS: True, "redirect_ttl": _REDIRECTS},
            callback=NO_CALLBACK,
        )
        self._listen(1)
        try:
            response = await self._crawler.engine.download_async(request)
        except NO_ANSWER as error:
            return Rules(refusal=_silence(error, urlsplit(origin).hostname))
        finally:
            self._listen(-1)
            self._received.pop(id(request), None)
        rules = read(response.status, response.body)
        spider = self._crawler.spider
        if isinstance(spider, NewsSpider):
            spider.hosts.of(origin).content_usage = rules.content_usage
        if rules.parser:
            self._crawler.signals.send_catch_log(
                signal=signals.robots_parsed, robotparser=rules.parser, request=asked
            )
        return rules

    def _listen(self, more: int) -> None:
        """Receive chunks only while a robots.txt is under way: the signal comes for every chunk."""
        before, self._asking = self._asking, self._asking + more
        if not before:
            self._crawler.signals.connect(self._cut, signals.bytes_received)
        elif not self._asking:
            self._crawler.signals.disconnect(self._cut, signals.bytes_received)

    def _cut(self, data: bytes, request: Request) -> None:
        """Stop the download of a robots.txt that is long enough."""
        if not request.meta.get(ROBOTS):
            return
        received = self._received.get(id(request), 0) + len(data)
        self._received[id(request)] = received
        if received >= MOST_BYTES:
            raise StopDownload(fail=False)


def read(status: int, body: bytes) -> Rules:
    """The rules that an answer to the request for robots.txt stands for."""
    if status == _TOO_MANY or status >= 500:
        why = f"robots.txt answered {status}: {FOR_NOW}"
        return Rules(refusal=(Outcome.ROBOTS, why))
    if status != 200:
        return Rules()
    text = lines_of(body, MOST_BYTES)
    if text.lstrip()[:1] == "<":  # a page where the file should be: 200 for everything
        return Rules()
    text = for_agent(text, _AGENT)
    return Rules(parser=Protego.parse(text), content_usage=content_usage(text, _AGENT))


def _silence(error: Exception, host: str | None) -> tuple[Outcome, str]:
    """What no answer means: the host is not there at all, or its robots.txt cannot be had."""
    outcome, detail = outcome_of(error)
    led_away = isinstance(error, PrivateHostError) and error.host != host
    missing = isinstance(error, CannotResolveHostError | DownloadConnectionRefusedError)
    if outcome in {Outcome.GIVEN_UP, Outcome.BLOCKED} or (missing and not led_away):
        return outcome, detail
    return Outcome.ROBOTS, f"robots.txt cannot be had ({detail}): {FOR_NOW}"
