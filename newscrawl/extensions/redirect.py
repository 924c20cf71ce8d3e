"""Redirects as Scrapy has them. The row's page stays the Referer: a site's own list, in scope."""

from __future__ import annotations

from scrapy import Request
from scrapy.downloadermiddlewares import redirect
from scrapy.http import Response


class RedirectMiddleware(redirect.RedirectMiddleware):
    """Scrapy's, without its RefererMiddleware: that runs for every request, this for redirects."""

    def handle_referer(self, request: Request, response: Response) -> None:
        """Keep the Referer, but not from https to http."""
        if response.url.startswith("https:") and request.url.startswith("http:"):
            request.headers.pop("Referer", None)
