"""What a response says: its headers, its listing, and its outcome where HTTP alone decides it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from itertools import takewhile

from scrapy import Request
from scrapy.http import Response

from newscrawl.extract.listing import Listing, Looks, extract_listing
from newscrawl.extract.listing.model import UNSEEN
from newscrawl.items import Outcome
from newscrawl.spiders.model import Job
from newscrawl.spiders.revisits import is_conditional
from newscrawl.spiders.verdict import Verdict, judge_response

_PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
# A flag that `extensions.unpack` sets.
DAMAGED = "damaged"


def headers_of(response: Response) -> dict[str, str]:
    """The response's headers by lower-case name; repeated ones joined by commas."""
    return {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        # `Headers.items` looks each name up again.
        for name, values in dict.items(response.headers)
    }


def moved_to(response: Response, asked: str) -> str:
    """Where the asked address has moved for good: as far as its redirects were permanent ones."""
    meta = response.request.meta if response.request else {}
    reasons = meta.get("redirect_reasons", ())
    permanent = [*takewhile(lambda reason: reason in _PERMANENT, reasons)]
    addresses: list[str] = [asked, *meta.get("redirect_urls", ())[1:], response.url]
    return addresses[len(permanent)]


def with_tries(detail: str, request: Request | None) -> str:
    """The detail of an outcome, with the number of requests if there was more than one."""
    again = request.meta.get("retry_times", 0) if request else 0
    return f"{detail}, asked {again + 1} times" if again else detail


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def _asked(response: Response) -> str:
    """The requested address with its fragment, which Scrapy leaves out: scripts read it."""
    asked = response.request.url if response.request else response.url
    return asked if asked.partition("#")[0] == response.url else response.url


def listing_of(response: Response, job: Job, looks: Looks = UNSEEN) -> Listing:
    """The response read as a listing page."""
    return extract_listing(
        response.body,
        _asked(response),
        content_type=_header(response, "Content-Type"),
        site=job.site,
        now=datetime.now(UTC),
        posted=response.request.body if response.request else b"",
        looks=looks,
    )


def verdict_of(
    response: Response, headers: Mapping[str, str], *, listing: bool = False
) -> Verdict | None:
    """The outcome of a response, with its reason; None where the page itself has to tell."""
    if DAMAGED in response.flags:
        return Outcome.TRUNCATED, "the packed body is damaged"
    if response.status == 304 and is_conditional(response.request):
        return Outcome.UNCHANGED, "the server says so"
    # "partial" is Scrapy's flag for a body that ends where the connection does.
    return judge_response(
        response.status,
        headers,
        response.body,
        close_delimited="partial" in response.flags,
        listing=listing,
    )
