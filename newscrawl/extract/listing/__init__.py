"""One listing page, feed or sitemap to its rows and the way to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from newscrawl.extract.arguments import refuse_wrong_types
from newscrawl.extract.document import Document
from newscrawl.extract.listing.doors import may_be_door, read_door, unpacked
from newscrawl.extract.listing.model import DOORS, UNSEEN, BadLink, Listing, Looks, NextPage, Row
from newscrawl.extract.listing.reading import read
from newscrawl.sites.model import Site
from newscrawl.text.charset import decode

__all__ = [
    "DOORS",
    "BadLink",
    "Listing",
    "Looks",
    "NextPage",
    "Row",
    "extract_listing",
    "read_listing",
]


def extract_listing(
    html: bytes,
    url: str,
    *,
    content_type: str | None = None,
    site: Site | None = None,
    now: datetime | None = None,
    posted: bytes = b"",
    looks: Looks = UNSEEN,
) -> Listing:
    """The rows of one listing page, as fetched from `url`, whatever the bytes are.

    `now` is the moment that dates without a year count from; None leaves those unread. `posted` is
    the body of the request, where the page had to be asked for by POST; `looks` is what the pages
    before this one of the same list told of it (`Listing.looks`). Raises TypeError for arguments of
    other types, a str in the place of the bytes above all.
    """
    refuse_wrong_types(html=html, url=url, content_type=content_type, site=site, now=now)
    url = _address(url)
    if may_be_door(html, url):
        body, packing = unpacked(html)
        found = read_door(decode(body, content_type).text, url, site)
        if found:
            if packing is None:
                return found
            return replace(found, issues=(*found.issues, packing), unread=True)
    return read(Document.parse(html, url, content_type), site, now, posted, looks)


def _address(url: str) -> str:
    """`url`, or "" for what is no address at all: relative links then lead nowhere."""
    try:
        urlsplit(url)
    except ValueError:
        return ""
    return url


def read_listing(
    document: Document, *, site: Site | None = None, now: datetime | None = None
) -> Listing:
    """As `extract_listing`, for a page that is parsed already."""
    return read_door(document.decoded.text, document.url, site) or read(document, site, now)
