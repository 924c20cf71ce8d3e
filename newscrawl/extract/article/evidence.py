"""What the fetch says of a page: when, how, which bytes, and which wishes came with them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from newscrawl.items import Fetch, Page, Policy

if TYPE_CHECKING:
    from newscrawl.extract.article.metadata import Metadata
    from newscrawl.text.charset import Decoded


def fetch_of(decoded: Decoded, page: Page | None) -> Fetch:
    """How the page was read and, where it was fetched, how it came."""
    if page is None:
        return Fetch(encoding=decoded.encoding, encoding_by=decoded.by)
    said = page.headers.get
    return Fetch(
        at=page.fetched_at,
        status=page.status,
        etag=said("etag"),
        last_modified=said("last-modified"),
        encoding=decoded.encoding,
        encoding_by=decoded.by,
        sha256=hashlib.sha256(page.body).hexdigest(),
    )


def policy_of(metadata: Metadata, page: Page | None) -> Policy:
    """The wishes that the page declares and those in its headers."""
    robots, tdm = metadata.value("robots"), metadata.value("tdm_reservation")
    if page is None:
        return Policy(robots=robots, tdm_reservation=tdm)
    said = page.headers.get
    return Policy(
        robots=robots,
        x_robots_tag=said("x-robots-tag"),
        tdm_reservation=_tdm(said("tdm-reservation"), said("tdm-policy")) or tdm,
        content_usage=said("content-usage"),
    )


def _tdm(reservation: str | None, policy: str | None) -> str | None:
    """TDMRep: whether mining is reserved, and where the terms stand."""
    return f"{reservation}, tdm-policy: {policy}" if reservation and policy else reservation
