"""What a site file says of a listing overrides what is found without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.extract.document import Document
from newscrawl.extract.listing.anchors import Link, squeeze, text_of
from newscrawl.extract.listing.columns import MAX_ROWS
from newscrawl.extract.listing.main_list import Reader
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.row_dates import read_stamp
from newscrawl.extract.listing.rows import RawRow
from newscrawl.sites.model import ListingRules, Site
from newscrawl.sites.selectors import find
from newscrawl.text.urls import host_of, in_scope

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ROWS_IN_ROWS = 8  # a row and those it stands in, of rules whose rows hold others


def is_own(url: str, here: str, site: Site | None) -> bool:
    """Whether `url` is on the host of the address `here` (with or without www.) or of the site."""
    if host_of(url).removeprefix("www.") == host_of(here).removeprefix("www."):
        return True
    return site is not None and in_scope(url, site.domains)


def rules_for(site: Site | None, url: str) -> ListingRules | None:
    """The site's rules for the listing that `url` is a page of.

    The listing whose address shares the longest beginning with `url`; a site with one listing has
    its rules for every page.
    """
    if site is None or not site.listings:
        return None
    if len(site.listings) == 1:
        return site.listings[0]
    return max(site.listings, key=lambda rules: _shared(_stem(rules.url), url))


def _stem(url: str) -> str:
    bare = url.partition("?")[0]
    return bare.rpartition(".")[0] if "." in bare.rpartition("/")[2] else bare


def _shared(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def ruled_rows(
    document: Document, rules: ListingRules | None, reader: Reader
) -> list[RawRow] | None:
    """The rows that the site's selectors give; None where the site says nothing of rows."""
    if rules is None or not (rules.rows or rules.links):
        return None
    if rules.rows:
        elements = document.select(rules.rows)
    else:
        links = document.select(rules.links or "")[:MAX_ROWS]
        shared = reader.index.shared()
        elements = list(dict.fromkeys(_row_of(one, shared) for one in links))
    rows = reader.rows_of(_little_nested(elements))
    return [_overridden(row, rules, reader) for row in rows]


def _row_of(link: HtmlElement, shared: frozenset[HtmlElement]) -> HtmlElement:
    """The row a link stands in: the highest element that holds no other link."""
    row = link
    parent = link.getparent()
    while parent is not None and parent.tag not in ("body", "html") and parent not in shared:
        row, parent = parent, parent.getparent()
    return row


def _little_nested(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Without those in many others: what stands in so many rows would be read once for each."""
    chosen = set(elements)
    around: dict[HtmlElement | None, int] = {None: 0}  # rows that an element stands in, or is
    for element in elements:
        path, here = [], element
        while here not in around:
            path.append(here)
            here = here.getparent()
        rows = around[here]
        for one in reversed(path):
            around[one] = rows = rows + (one in chosen)
    return [one for one in elements if around[one] <= _ROWS_IN_ROWS]


def _overridden(row: RawRow, rules: ListingRules, reader: Reader) -> RawRow:
    title, stamp, link = row.title, row.stamp, row.link
    chosen = _first_link(row, rules.links, reader) if rules.rows else None
    if chosen is not None:
        link = chosen
    if rules.title:
        title = _value(row.element, rules.title) or title
    if rules.date:
        stamp = read_stamp(_value(row.element, rules.date), reader.reference) or stamp
    return replace(row, link=link, title=title, stamp=stamp)


def _first_link(row: RawRow, selector: str | None, reader: Reader) -> Link | None:
    if not selector:
        return None
    wanted = frozenset(find(selector, row.element))
    inside = reader.index.inside(row.element)
    return next((link for link in inside if link.element in wanted), None)


def _value(element: HtmlElement, selector: str) -> str:
    """The text, or the attribute, that a selector finds inside a row."""
    for one in find(selector, element):
        text = squeeze(one) if isinstance(one, str) else text_of(one)
        if text:
            return text
    return ""


def ruled_next(pager: Pager, rules: ListingRules | None) -> NextPage | None:
    """The address that the site's `next` selector finds."""
    if rules is None or not rules.next:
        return None
    for one in find(rules.next, pager.document.root):
        href = one if isinstance(one, str) else one.get("href")
        url = pager.other(href)
        if url:
            return NextPage(url=url, rule="site file")
    return None
