"""The walk: listing -> articles, next page; every URL that is found ends in one outcome."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.errors import StorageError
from newscrawl.extract.listing import DOORS, Listing, NextPage
from newscrawl.extract.listing.model import START, Instead
from newscrawl.extract.walls import REFUSALS
from newscrawl.items import ListingRef, Outcome, Page
from newscrawl.sites.families import Family, article_key, family_named
from newscrawl.spiders.answers import headers_of, listing_of, moved_to, verdict_of, with_tries
from newscrawl.spiders.cross_check import CrossCheck, Door
from newscrawl.spiders.desk import Desk
from newscrawl.spiders.failures import Refused, outcome_of
from newscrawl.spiders.hosts import Hosts
from newscrawl.spiders.model import Job, Options, Step
from newscrawl.spiders.neighbours import Neighbours
from newscrawl.spiders.reader import Reader
from newscrawl.spiders.reading import rows_of
from newscrawl.spiders.revisits import Revisits, conditions
from newscrawl.spiders.verdict import Verdict, judge_login, judge_redirect, judge_sent_home
from newscrawl.spiders.walk import Walk
from newscrawl.store import Pending, Row, Session, Sighting

_RETRIES_AT_ONCE = 100  # addresses of a listing that are taken up at once
# Rows of a page that wait as requests; the others of a sitemap wait as what they are.
_ROWS_AT_ONCE = 6000
# What scrapy-playwright takes for a request; without the extra nobody reads it.
_IN_BROWSER = {"playwright": True, "playwright_page_goto_kwargs": {"wait_until": "networkidle"}}
# Articles of a page come before the next page: the queue never holds more than a page of them.
_ARTICLE, _LISTING = 10, 0


class NewsSpider(Spider):
    """Walks the listings of `jobs` and fetches what `session` does not hold."""

    name = "news"

    def __init__(
        self, *, jobs: Sequence[Job] = (), session: Session, options: Options | None = None
    ) -> None:
        super().__init__()
        self.jobs = tuple(jobs)
        self.session = session
        self.options = options or Options()
        self.desk = Desk()
        self.hosts = Hosts()
        self.reader = Reader(self.jobs)
        self.walks: list[tuple[Job, Walk]] = []
        wanted, since = self.options.cross_check, self.options.since
        self.cross_check = CrossCheck(session, wanted=wanted, since=since)
        self.neighbours = Neighbours(session)
        self.revisits = Revisits(session, self.options)
        self.listings = {job.url for job in self.jobs}
        self._asked: dict[int, Walk] = {}  # by the number of the article's address
        session.on_settled = self._settled

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> NewsSpider:
        """`scrapy crawl news -a target=URL` gives strings, `newscrawl crawl` finished objects."""
        if "session" not in kwargs:
            from newscrawl.spiders.plan import from_arguments

            kwargs = from_arguments(crawler.settings, kwargs)
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.on_idle, signals.spider_idle)
        crawler.signals.connect(spider.cross_check.robots, signals.robots_parsed)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The first page of each listing."""
        for job in self.jobs:
            target = self.session.target(job.site_id, job.url, job.channel)
            moved = None if self.options.full else target.moved
            first = NextPage(url=moved or job.url, rule=START)
            number, today = self.session.begin_walk(target), f"{datetime.now(UTC):%Y-%m-%d}"
            walk = Walk(target, number, self.options, first, today=today)
            self.walks.append((job, walk))
            yield self._listing_request(job, walk, Step(first, 1))

    # listing pages

    def _listing_request(self, job: Job, walk: Walk, step: Step) -> Request:
        page = step.page
        posted = page.method == "POST"
        headers = dict(page.headers)
        if posted:
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        if step.number > 1:
            headers.setdefault("Referer", job.url)
        return Request(
            page.url,
            method=page.method,
            body=page.content or urlencode(page.form) if posted else "",
            headers=headers,
            callback=self.parse_listing,
            errback=self.listing_failed,
            priority=_LISTING,
            dont_filter=True,
            meta=dict(_IN_BROWSER) if walk.in_browser and not posted else {},
            cb_kwargs={
                "job": job,
                "walk": walk,
                "number": step.number,
                "asked": page.url,
            },
        )

    def parse_listing(
        self, response: Response, job: Job, walk: Walk, number: int, asked: str
    ) -> Iterator[Request]:
        """A listing page: requests for what is not held, then for the page to read next."""
        verdict = (
            judge_login(response.url, job.url)
            or judge_sent_home(response.url, asked)
            or verdict_of(response, headers_of(response), listing=True)
        )
        self._note(response, verdict)
        if verdict:
            yield from self._next(job, walk, walk.missed(*verdict))
            return
        walk.led_to(response.url, moved_to(response, asked))
        if number == 1:
            self.listings.add(response.url)
        listing = listing_of(response, job, walk.looks)
        walk.looks = walk.looks.or_else(listing.looks)
        if listing.instead is Instead.DRAWN and self.options.js and not walk.in_browser:
            walk.in_browser = True
            again = NextPage(url=response.url, rule="in a browser")
            yield self._listing_request(job, walk, Step(again, number))
            return
        self.session.counts["pages"] += 1
        first = walk.from_first(listing)
        if first:
            yield self._listing_request(job, walk, first)
            return
        rows = self._rows(job, walk, listing, response.url, number)
        walk.backlog.extend(rows[_ROWS_AT_ONCE:])
        seen = self.session.sight(walk.target, walk.number, rows[:_ROWS_AT_ONCE])
        self.cross_check.note(walk, listing, rows)
        self.neighbours.note_rows(walk, rows)
        before = walk.pages
        ahead = self.session.ahead(walk.target, seen) if walk.is_known(seen) else None
        following = walk.follow(listing, seen, ahead)
        self.session.counts["pages read"] += walk.pages - before  # once each, however often asked
        yield from self._articles(job, walk, seen)
        yield from self._next(job, walk, following)

    def _rows(self, job: Job, walk: Walk, listing: Listing, url: str, number: int) -> list[Row]:
        """The rows of a listing page, as many as are taken of one."""
        rows, left_out = rows_of(
            listing,
            url=url,
            page=number,
            scope=job.scope,
            family=self._family(job, walk, listing),
            since=self.options.since,
        )
        walk.unread = walk.unread or listing.unread or left_out > 0
        if left_out:
            self.session.counts["rows left out"] += left_out
        return rows

    def _family(self, job: Job, walk: Walk, listing: Listing) -> Family | None:
        """The family that spells this listing's keys: the site file's, else the first one seen.

        A feed or sitemap shows no marks of a CMS: what the site's listings showed holds for it.
        """
        told = self.session.family_of(job.site_id) if listing.family in DOORS else None
        seen = told or listing.spelling
        if walk.family is None and (seen or job.site):
            walk.family = (job.site.family if job.site else None) or seen
            if walk.family:
                self.session.set_family(walk.target, walk.family)
        return family_named(walk.family)

    def _articles(self, job: Job, walk: Walk, seen: Sequence[Sighting]) -> Iterator[Request]:
        settled: list[tuple[int, Outcome, str]] = []
        for one in seen:
            if one.decided or one.row.left_out:
                continue
            ended = walk.wanted(one)
            request = (
                None
                if ended
                else self._article_request(
                    Pending(one.url_id, one.row.url, one.row.listed), job, walk
                )
            )
            if request:
                yield request
            elif ended and ended[0] is Outcome.DUPLICATE:
                self.session.settle(one.url_id, *ended)
            else:
                settled.append((one.url_id, *(ended or (Outcome.OUT_OF_SCOPE, "not an address"))))
        self.session.settle_rows(settled)

    def _next(self, job: Job, walk: Walk, following: Step | None) -> Iterator[Request]:
        if following is None:
            yield from self._end(job, walk)
            return
        try:
            yield self._listing_request(job, walk, following)
        except ValueError:
            told = f"the next page has no usable address: {following.page.url}"
            yield from self._next(job, walk, walk.missed(Outcome.RULE_ERROR, told))

    def _end(self, job: Job, walk: Walk) -> Iterator[Request]:
        self.session.end_walk(
            walk.target, walk.number, whole=walk.whole, stated=walk.stated, moved=walk.moved_to
        )
        for door in self.cross_check.doors(job, walk):
            yield from self._door_request(door, NextPage(url=door.url, rule="door"))

    def listing_failed(self, failure: Failure) -> Iterator[Request]:
        """A listing page that gave no answer."""
        told = failure.request.cb_kwargs  # type: ignore[attr-defined]
        walk: Walk = told["walk"]
        return self._next(told["job"], walk, walk.missed(*self._failed(failure)))

    # other doors of the same list

    def _door_request(self, door: Door, page: NextPage | None) -> Iterator[Request]:
        if page:
            yield Request(
                page.url,
                callback=self.parse_door,
                errback=self.door_failed,
                priority=_LISTING,
                dont_filter=True,
                headers={"Referer": door.job.url},
                cb_kwargs={"door": door, "asked": page.url},
            )

    def parse_door(self, response: Response, door: Door, asked: str) -> Iterator[Request]:
        """A feed or sitemap beside a listing: requests for what the listing never showed."""
        verdict = verdict_of(response, headers_of(response), listing=True)
        self.hosts.ended(response.url, verdict and verdict[0])
        if verdict:
            following = self.cross_check.failed(door, *verdict)
        else:
            listing = listing_of(response, door.job)
            seen, following = self.cross_check.take(door, listing, asked)
            yield from self._articles(door.job, door.walk, seen)
        yield from self._door_request(door, following)

    def door_failed(self, failure: Failure) -> Iterator[Request]:
        """A feed or sitemap that gave no answer."""
        door: Door = failure.request.cb_kwargs["door"]  # type: ignore[attr-defined]
        return self._door_request(door, self.cross_check.failed(door, *self._failed(failure)))

    # article pages

    def _article_request(self, one: Pending, job: Job, walk: Walk) -> Request | None:
        told = {"url_id": one.url_id, "listed": one.listed, "job": job, "walk": walk}
        try:
            request = Request(
                one.url,
                callback=self.parse_article,
                errback=self.article_failed,
                priority=_ARTICLE,
                dont_filter=True,
                headers={"Referer": one.listed.url, **conditions(one, job.rules)},
                cb_kwargs={**told, "asked": one.url},
            )
        except ValueError:
            return None
        self._asked[one.url_id] = walk
        return request

    def _settled(self, url_id: int, outcome: Outcome) -> None:
        """An address that was asked for has its outcome."""
        walk = self._asked.pop(url_id, None)
        if walk:
            walk.harvest.note(outcome)

    def parse_article(
        self,
        response: Response,
        url_id: int,
        listed: ListingRef,
        job: Job,
        walk: Walk,
        asked: str,
    ) -> Iterator[Page]:
        """An article page: handed on whole, unless HTTP already says how it ended."""
        headers = headers_of(response)
        verdict = judge_redirect(response.url, asked, self.listings) or verdict_of(
            response, headers
        )
        self._note(response, verdict)
        if verdict:
            outcome, detail = verdict
            told = with_tries(detail, response.request)
            self.session.settle(url_id, outcome, told, status=response.status)
            return
        self.desk.expect(asked, url_id)
        usage = self.hosts.of(response.url).content_usage
        if usage:  # what robots.txt says holds where the page says nothing
            headers.setdefault("content-usage", usage)
        key = article_key(asked, family_named(walk.family))
        self.neighbours.note_article(walk, key, response.url, response.body)
        yield Page(
            url=response.url,
            body=response.body,
            status=response.status,
            headers=headers,
            fetched_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            requested_url=asked,
            site=job.site_id,
            channel=job.channel or job.url,
            listed=listed,
            key=key,
        )

    def article_failed(self, failure: Failure) -> None:
        """An article page that gave no answer."""
        request: Request = failure.request  # type: ignore[attr-defined]
        outcome, detail = self._failed(failure)
        url_id = request.cb_kwargs["url_id"]
        self.session.settle(url_id, outcome, with_tries(detail, request))

    def _note(self, response: Response, verdict: Verdict | None) -> None:
        """Tell the host's record; refusals by status are in it before they get here."""
        if response.status not in REFUSALS:
            self.hosts.ended(response.url, verdict and verdict[0])

    def _failed(self, failure: Failure) -> Verdict:
        error = failure.value or RuntimeError("no error")
        verdict = outcome_of(error)
        if not isinstance(error, Refused):
            self.hosts.ended(failure.request.url, verdict[0])  # type: ignore[attr-defined]
        return verdict

    def on_idle(self) -> None:
        """All walks are over: take up what is left of them, and what earlier runs could not get.

        Then what slipped past them, and at last what is held is looked at.
        """
        if self.session.failure or self.session.stopping:
            return
        try:
            requests = [one for job, walk in self.walks for one in self._left(job, walk)]
        except StorageError:
            return
        for request in requests:
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def _left(self, job: Job, walk: Walk) -> list[Request]:
        """What is to be asked for next; [] when nothing of a target is left."""
        while walk.backlog:
            rows = [walk.backlog.popleft() for _ in range(min(len(walk.backlog), _ROWS_AT_ONCE))]
            sighted = self.session.sight(walk.target, walk.number, rows)
            if requests := [*self._articles(job, walk, sighted)]:
                return requests
        if walk.harvest.over:
            return []
        if missed := self.neighbours.missed(walk, job.scope):
            seen = self.session.sight(walk.target, walk.number, missed, by_door=True)
            if requests := [*self._articles(job, walk, seen)]:
                return requests
        while found := self._unfinished(walk) or self.revisits.due(walk, job.rules):
            made = (self._article_request(one, job, walk) for one in found)
            if requests := [one for one in made if one]:
                return requests
        return []

    def _unfinished(self, walk: Walk) -> list[Pending]:
        return self.session.unfinished(
            walk.target,
            limit=_RETRIES_AT_ONCE,
            since=self.options.since,
            all_tries=self.options.full,
        )
