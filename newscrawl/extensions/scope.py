"""First of the downloader middlewares: what is out of scope, or too late, is not asked for.

It sees redirects too: each is a request of its own.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.items import Outcome
from newscrawl.spiders import NewsSpider, Refused
from newscrawl.text.hosts import is_ip_address, is_loopback, is_public

# Set in the meta of a request for robots.txt: its redirects may lead to other hosts (RFC 9309).
ROBOTS = "newscrawl_robots"


class ScopeMiddleware:
    """Lets out only requests for the hosts of the crawl's jobs."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ScopeMiddleware:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise Refused with the outcome of what may not be asked for."""
        spider = self._crawler.spider
        if not isinstance(spider, NewsSpider):
            return
        if spider.session.stopping:
            raise Refused(Outcome.GIVEN_UP, f"stopped by {spider.session.stopping}")
        url = request.url
        if request.meta.get(ROBOTS):
            scopes = [job.scope for job in spider.jobs]
            if not any(url in scope for scope in scopes) and is_inner(urlsplit(url).hostname or ""):
                raise Refused(Outcome.OUT_OF_SCOPE, "robots.txt leads to a private address")
            return
        for job in spider.jobs:
            if job.scope.refusal(url) is None:
                break
        else:
            outcome, detail = _refusal(spider, url)
            raise Refused(outcome, f"sent {detail}" if "redirect_urls" in request.meta else detail)
        left_alone = spider.hosts.of(url).left_alone
        if left_alone:
            raise Refused(*left_alone)
        if "url_id" in request.cb_kwargs and request.cb_kwargs["walk"].harvest.over:
            raise Refused(Outcome.GIVEN_UP, request.cb_kwargs["walk"].harvest.why)


def _refusal(spider: NewsSpider, url: str) -> tuple[Outcome, str]:
    """Why no job's scope has an address: the one says it on whose host it stands."""
    scopes = [job.scope for job in spider.jobs]
    nearest = next((one for one in scopes if url in one), scopes[0] if scopes else None)
    return (nearest and nearest.refusal(url)) or (Outcome.OUT_OF_SCOPE, "no target")


def is_inner(host: str) -> bool:
    """Whether a host is this machine, or written as an address that is not of the open internet."""
    return is_loopback(host) or (is_ip_address(host) and not is_public(host.strip("[]")))
