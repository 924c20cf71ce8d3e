"""Redirects as Scrapy has them, but those that lead nowhere end sooner.

The row's page stays the Referer: a site's own list, in scope.
"""

from __future__ import annotations

import re

from scrapy import Request
from scrapy.downloadermiddlewares import redirect
from scrapy.http import Response

from newscrawl.items import Outcome
from newscrawl.spiders import Refused

# A wall of cookies sends back to the same address once or twice; more than that is a loop.
_MOST_ROUNDS = 3
_SCHEME = re.compile(rb"([A-Za-z][A-Za-z0-9+.\-]*):")


class RedirectMiddleware(redirect.RedirectMiddleware):
    """Scrapy's, without its RefererMiddleware: that runs for every request, this for redirects."""

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """The request that the answer leads to, or the answer itself where that is no web page."""
        location = _as_browsers_read(response.headers.get("Location") or b"")
        scheme = _SCHEME.match(location)
        if not location or (scheme and scheme[1].lower() not in (b"http", b"https")):
            return response
        response.headers["Location"] = location
        leads = super().process_response(request, response)
        before = [*request.meta.get("redirect_urls", ()), request.url]
        if isinstance(leads, Request) and before.count(leads.url) > _MOST_ROUNDS:
            raise Refused(Outcome.NETWORK, f"redirects go round: {leads.url}"[:300])
        return leads

    def handle_referer(self, request: Request, response: Response) -> None:
        """Keep the Referer, but not from https to http."""
        if response.url.startswith("https:") and request.url.startswith("http:"):
            request.headers.pop("Referer", None)

    def _engine_started(self) -> None:
        """Nothing: Scrapy would log at every start that its RefererMiddleware is missing."""


def _as_browsers_read(location: bytes) -> bytes:
    r"""Blanks at its ends gone, and slashes where Windows servers write \ before the query."""
    place, mark, query = location.strip().partition(b"?")
    return place.replace(b"\\", b"/") + mark + query
