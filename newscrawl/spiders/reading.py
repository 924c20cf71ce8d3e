"""Turns a listing page into rows for the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from newscrawl.extract.listing.model import DOORS, BadLink, Listing
from newscrawl.items import ListingRef, Outcome
from newscrawl.sites.families import Family, article_key
from newscrawl.spiders.scope import Scope
from newscrawl.store import Row

MOST_ROWS = 6000  # of one page, as Heritrix caps it
_TITLE = 2000
_BY_KIND = {"external": Outcome.EXTERNAL, "attachment": Outcome.ATTACHMENT}


def rows_of(
    listing: Listing,
    *,
    url: str,
    page: int,
    scope: Scope,
    family: Family | None,
    since: str | None = None,
) -> tuple[list[Row], int]:
    """The rows of a listing page, each key once, and how many were left out for the cap.

    What is older than `since` is left out. What a sitemap says was last changed before it was
    published before it.
    """
    rows: list[Row] = []
    most = len(listing.items) if listing.family in DOORS else MOST_ROWS
    for item in listing.items[:most]:
        title = item.title[:_TITLE] or None
        # The day of the last change is no witness of the day of publication.
        date = None if item.modified else item.date
        ref = ListingRef(url=url, page=page, position=item.position, title=title, date=date)
        settled = scope.refusal(item.url)
        older = bool(since and item.date) and str(item.date)[: len(since or "")] < str(since)
        if older and item.modified:
            settled = settled or (Outcome.OUT_OF_SCOPE, f"older than {since}")
        if settled is None and item.kind in _BY_KIND:
            settled = _BY_KIND[item.kind], ""
        rows.append(
            Row(
                key=article_key(item.url, family) if settled is None else item.url[:_TITLE],
                url=item.url[:_TITLE] if settled else item.url,
                listed=ref,
                pinned=item.pinned,
                settled=settled[0] if settled else None,
                detail=settled[1] if settled else "",
                left_out=older,
            )
        )
    rows += [_bad(one, url, page) for one in listing.bad_links[:MOST_ROWS]]
    return _unique(rows), max(0, len(listing.items) - most)


def _bad(link: BadLink, url: str, page: int) -> Row:
    mark = hashlib.sha256(f"{link.href}\n{link.title}".encode("utf-8", "replace")).hexdigest()[:16]
    return Row(
        key=f"href:{mark}",
        url=link.href[:_TITLE],
        listed=ListingRef(url=url, page=page, title=link.title[:_TITLE]),
        settled=Outcome.OUT_OF_SCOPE,
        detail=link.reason[:200],
    )


def _unique(rows: Sequence[Row]) -> list[Row]:
    """The rows without later ones of the same key; a pinned copy counts as not pinned."""
    kept: dict[str, Row] = {}
    for row in rows:
        old = kept.get(row.key)
        if old is None or (old.pinned and not row.pinned):
            kept[row.key] = row
    return list(kept.values())
