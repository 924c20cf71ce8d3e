"""What a host answers for an address that leads nowhere: some dress it up as a page of theirs.

It is asked for once a host and run, and only when a page neither has the title of its row nor
title and day of its own. A page that reads just like it is no article, however it is worded.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from newscrawl.extract.notices import Notice, notice_in
from newscrawl.items import Article, Outcome
from newscrawl.spiders.answers import headers_of, verdict_of
from newscrawl.spiders.failures import NO_ANSWER
from newscrawl.spiders.verdict import Verdict
from newscrawl.text.whitespace import squash
from newscrawl.workers import Task, read

if TYPE_CHECKING:
    from newscrawl.extract.article import Reading

_NOBODY = "987654321"
_NUMBER = re.compile(r"\d+")
# The last part of a path that has a number, with what follows it; else the place of one more word.
_LAST = re.compile(r"[^/]*\d[^/]*(?=(?:/[^/\d]*)*$)")
_END = re.compile(r"(?:\.\w{1,5}|/)?$")
# Behind such a path it is the query that names the page: a program's, or that of a folder.
_ASKED = re.compile(
    r"(?:/|\.(?:aspx?|php\d?|jspx?|jhtml|do|action|cfm|cgi|pl|psp))$", re.IGNORECASE
)
_NO_RETRY = 99
_TELLING = 40  # characters; in a page that says less a script may fill in an article


class Canary:
    """Of one run; knows what each host answers for an address that it cannot have."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._answers: dict[str, asyncio.Future[Response | None]] = {}

    async def verdict(self, task: Task, reading: Reading) -> Verdict | None:
        """How a page ended that an address of nothing has as well; None where all is well."""
        if not reading.keep or is_vouched_for(reading):
            return None
        asked = task.page.requested_url or task.page.url
        host = urlsplit(asked).netloc
        if host not in self._answers:
            self._answers[host] = asyncio.ensure_future(self._ask(asked))
        answer = await self._answers[host]
        if answer is None:
            return None
        page = replace(task.page, body=answer.body, headers=headers_of(answer))
        if not _same(reading.article, read(replace(task, page=page)).article):
            return None
        if broken := _broken(reading.article):
            return Outcome.HTTP_5XX, f"error page: {broken}"
        says = len(reading.article.body) >= _TELLING
        outcome = Outcome.SOFT_404 if says else Outcome.EMPTY_BODY
        first = answer.meta.get("redirect_urls", [answer.url])[0]
        return outcome, f"an address that leads nowhere has the same page: {first}"

    async def _ask(self, url: str) -> Response | None:
        """What the host has at an address like `url` that leads nowhere; None: it says so."""
        request = Request(
            nowhere(url),
            meta={"retry_times": _NO_RETRY},
            headers={"Referer": url},
            callback=NO_CALLBACK,
        )
        try:
            answer = await self._crawler.engine.download_async(request)
        except NO_ANSWER:
            return None
        found_out = answer.url == url  # a server that guesses what was meant
        return None if found_out or verdict_of(answer, headers_of(answer)) else answer


def nowhere(url: str) -> str:
    """An address that is built like `url` and that no site has.

    Numbers of a query name the page only where its path does not: servers ignore what they do not
    know, and would give the very page.
    """
    parts = urlsplit(url)
    path, query = parts.path or "/", parts.query
    found = _LAST.search(path)
    if found:
        path = path[: found.start()] + _NUMBER.sub(_NOBODY, path[found.start() :])
    elif _ASKED.search(path) and _NUMBER.search(query):
        query = _NUMBER.sub(_NOBODY, query)
    else:
        path = _END.sub(lambda end: f"-{_NOBODY}{end[0]}", path, count=1)
    return urlunsplit(parts._replace(path=path, query=query, fragment=""))


def is_vouched_for(reading: Reading) -> bool:
    """Whether a page says itself that it is an article: it has its row's title, or title and day.

    Without a row a page has to speak for itself.
    """
    # Loaded by then: an idle check, which has no page, would spend a third of its time on it.
    from newscrawl.extract.article.dating import NOT_PRINTED

    article = reading.article
    row, said = article.listing, article.provenance
    if row is None or not row.title:
        return not reading.detail
    if _prints(said["title"].rule or "", article.title or "", row.title):
        return True
    date = article.date_published
    if not date or said["date_published"].rule in NOT_PRINTED:
        return False
    confirmed = all(one.code != "title_unconfirmed" for one in article.issues)
    return confirmed or date[:10] == (row.date or "")[:10]


def _prints(rule: str, title: str, promised: str) -> bool:
    """Whether the title is the page's own, and its row's.

    What a rule of the site names is a headline; any other line may be a row on a home page.
    """
    cut = squash(promised).rstrip(".…")
    by_site = rule.startswith("site:") and bool(cut) and squash(title).startswith(cut)
    return rule.endswith("+listing") or by_site


def _broken(article: Article) -> str:
    """The words by which a page says that its site is out of order, "" if it does not."""
    found = notice_in([article.title or "", *article.body.split("\n")])
    return found[1] if found and found[0] is Notice.BROKEN else ""


def _same(one: Article, other: Article) -> bool:
    """Whether two records say the same."""
    return one.content_sha256 == other.content_sha256 and one.images == other.images
