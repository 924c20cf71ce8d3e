"""One listing page to its rows and the way to the next."""

from __future__ import annotations

from datetime import datetime

from newscrawl.extract.document import Document
from newscrawl.extract.listing.model import BadLink, Listing, NextPage, Row
from newscrawl.extract.listing.reading import read
from newscrawl.sites.model import Site

__all__ = ["BadLink", "Listing", "NextPage", "Row", "extract_listing", "read_listing"]


def extract_listing(
    html: bytes,
    url: str,
    *,
    content_type: str | None = None,
    site: Site | None = None,
    now: datetime | None = None,
) -> Listing:
    """The rows of one listing page, as fetched from `url`; never raises, whatever the bytes are.

    `now` is the moment that dates without a year count from; None leaves those unread.
    """
    return read_listing(Document.parse(html, url, content_type), site=site, now=now)


def read_listing(
    document: Document, *, site: Site | None = None, now: datetime | None = None
) -> Listing:
    """As `extract_listing`, for a page that is parsed already."""
    return read(document, site, now)
