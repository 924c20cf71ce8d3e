"""Rechecks of held articles: which are due, and conditional requests for them.

A page that says the same is read again all the same where its site file says something else now.
"""

from __future__ import annotations

from collections.abc import Mapping

from scrapy import Request

from newscrawl.spiders.model import Options
from newscrawl.spiders.walk import Walk
from newscrawl.store import Pending, Session

_AT_ONCE = 100  # articles of a listing that are taken up at once
_CONDITIONS = ("If-None-Match", "If-Modified-Since")


class Revisits:
    """What a run does with a target's held articles once nothing is left to fetch."""

    def __init__(self, session: Session, options: Options) -> None:
        self._session = session
        self._options = options
        self._left: dict[Walk, int] = {}

    def due(self, walk: Walk, rules: str | None) -> list[Pending]:
        """The next articles to recheck; [] when the budget is spent.

        A full run looks at all that were read by others than the `rules` of their site file today.
        """
        if walk not in self._left:
            self._left[walk] = self._options.recheck
            if walk.saw_all and not self._session.counts["rows left out"]:
                self._session.compare(walk.target, walk.number)
        if self._options.full and rules:
            since = self._options.since
            if found := self._session.due(walk.target, limit=_AT_ONCE, since=since, rules=rules):
                return found
        limit = min(self._left[walk], _AT_ONCE)
        if not limit:
            return []
        found = self._session.due(walk.target, limit=limit, since=self._options.since)
        self._left[walk] -= limit
        return found


def conditions(one: Pending, rules: str | None) -> Mapping[str, str]:
    """Headers of a conditional request (If-None-Match, If-Modified-Since).

    None where the site file's `rules` are others than those by which the held page was read.
    """
    if rules and one.rules != rules:
        return {}
    values = (one.etag, one.last_modified)
    return {name: value for name, value in zip(_CONDITIONS, values, strict=True) if value}


def is_conditional(request: Request | None) -> bool:
    """Whether a 304 to this request means that the held page is still current."""
    return request is not None and any(name in request.headers for name in _CONDITIONS)
