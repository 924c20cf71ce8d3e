"""One parsed listing page to a `Listing`: rows, totals, next page, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from newscrawl.extract.document import Document
from newscrawl.extract.listing.anchors import Link, collect_links
from newscrawl.extract.listing.columns import MAX_ROWS
from newscrawl.extract.listing.main_list import find_rows
from newscrawl.extract.listing.model import BadLink, Listing, NextPage, Row, RowKind
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging import find_next
from newscrawl.extract.listing.row_dates import Reference, proven_order, settle
from newscrawl.extract.listing.rows import RawRow, is_pager_or_more, main_shape
from newscrawl.extract.listing.shapes import article_likeness, is_attachment, shape
from newscrawl.extract.listing.wrapped import Wrapped, as_document, unwrap
from newscrawl.sites.model import Site
from newscrawl.text.urls import host_of

_DATED_LIST = 0.8  # share of dated rows from which an undated stranger is no row


def read(document: Document, site: Site | None, now: datetime | None) -> Listing:
    """Everything a listing page tells; never raises, whatever the page is."""
    reference = Reference(now, site.zone if site else "+08:00")
    wrapped = unwrap(document)
    inner = as_document(document, wrapped.fragment) if wrapped else document
    links, beyond = collect_links(inner)
    raw = find_rows(links, article_likeness, reference, several=True)
    items, bad = _finished(document, raw, site, reference)
    pager = Pager(document, links, frozenset(row.url for row in items))
    return Listing(
        url=document.url,
        items=items,
        next_page=_next(pager, wrapped, len(items)),
        total_pages=(wrapped and wrapped.pages) or pager.declared.pages,
        total_items=(wrapped and wrapped.items) or pager.declared.items,
        bad_links=bad,
        issues=_issues(beyond, raw),
    )


def _next(pager: Pager, wrapped: Wrapped | None, rows: int) -> NextPage | None:
    return find_next(pager, wrapped, rows)


def _issues(beyond: int, raw: Sequence[RawRow]) -> tuple[str, ...]:
    issues = []
    if beyond:
        issues.append(f"{beyond} links beyond the cap were not read")
    if len(raw) >= MAX_ROWS:
        issues.append(f"rows beyond {MAX_ROWS} were not read")
    return tuple(issues)


def _finished(
    document: Document, raw: Sequence[RawRow], site: Site | None, reference: Reference
) -> tuple[tuple[Row, ...], tuple[BadLink, ...]]:
    """Rows with settled dates and kinds, each address once; and the rows that lead nowhere."""
    order = proven_order(row.stamp for row in raw) or (site.date_order if site else None)
    here = host_of(document.url)
    wanted = _belongs(raw, here)
    items: dict[str, Row] = {}
    bad: list[BadLink] = []
    for row in raw:
        link = row.link
        if is_pager_or_more(link) or not row.title:
            continue
        if not link.url:
            bad.append(BadLink(href=link.href[:200], title=row.title, reason=link.reason))
        elif wanted(row) and link.url != document.url:
            kind = _kind(link, here)
            date = settle(row.stamp, order, reference)
            held = items.get(link.url)
            position = held.position if held else len(items) + 1
            if held is None or (held.date is None and date):
                items[link.url] = Row(
                    url=link.url,
                    title=row.title,
                    date=date,
                    kind=kind,
                    pinned=row.pinned,
                    position=position,
                )
    return tuple(items.values()), tuple(bad)


def _belongs(raw: Sequence[RawRow], here: str) -> Callable[[RawRow], bool]:
    """Whether a row is one of the list's: in a dated list an undated stranger is a heading."""
    major = main_shape(raw)
    majority = [row for row in raw if shape(row.link.url) == major] or raw
    strict = sum(row.stamp is not None for row in majority) >= _DATED_LIST * max(len(majority), 1)

    def belongs(row: RawRow) -> bool:
        return (
            not strict
            or row.stamp is not None
            or shape(row.link.url) == major
            or _kind(row.link, here) != "article"
        )

    return belongs


def _kind(link: Link, here: str) -> RowKind:
    if is_attachment(link.url):
        return "attachment"
    return "article" if host_of(link.url) == here else "external"
