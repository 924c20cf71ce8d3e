"""Articles that are held: whether the list still shows them, and which are looked at again."""

from __future__ import annotations

from collections.abc import Mapping

from scrapy import Request

from newscrawl.spiders.model import Options
from newscrawl.spiders.walk import Walk
from newscrawl.store import Pending, Session

_AT_ONCE = 100
_CONDITIONS = ("If-None-Match", "If-Modified-Since")


class Revisits:
    """What a run does with held articles of a target, once nothing is left to fetch of it."""

    def __init__(self, session: Session, options: Options) -> None:
        self._session = session
        self._options = options
        self._left: dict[Walk, int] = {}

    def due(self, walk: Walk) -> list[Pending]:
        """The next articles to be looked at again; [] when the budget is spent."""
        if walk not in self._left:
            self._left[walk] = self._options.recheck
            if walk.saw_all and not self._session.counts["rows left out"]:
                self._session.compare(walk.target, walk.number)
        limit = min(self._left[walk], _AT_ONCE)
        if not limit:
            return []
        found = self._session.due(walk.target, limit=limit, since=self._options.since)
        self._left[walk] -= limit
        return found


def conditions(one: Pending) -> Mapping[str, str]:
    """Headers with which a server need not send a page that it did not change."""
    values = (one.etag, one.last_modified)
    return {name: value for name, value in zip(_CONDITIONS, values, strict=True) if value}


def is_conditional(request: Request | None) -> bool:
    """Whether an answer 304 means that our page is still the server's."""
    return request is not None and any(name in request.headers for name in _CONDITIONS)
