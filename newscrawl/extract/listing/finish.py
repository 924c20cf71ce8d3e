"""Raw rows to rows: dates settled, kinds decided, each article once, strangers left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from newscrawl.extract.document import Document
from newscrawl.extract.listing.anchors import Link
from newscrawl.extract.listing.model import BadLink, Row, RowKind
from newscrawl.extract.listing.row_dates import Reference, proven_order, settle
from newscrawl.extract.listing.rows import RawRow, is_more, is_pager, main_shape
from newscrawl.extract.listing.shapes import shape
from newscrawl.extract.listing.site_rules import is_own
from newscrawl.sites.families import Family
from newscrawl.sites.model import Site
from newscrawl.text.urls import host_of, is_attachment

_SCHEME = len("https://")
_ROW_AND_LINK = 2
_LOOKED_AT = 20  # elements of a row
_DATED_LIST = 0.8  # share of dated rows from which an undated stranger is no row


@dataclass(frozen=True, slots=True)
class Finisher:
    """What rows are finished with: the page, and what is known of its site."""

    document: Document
    family: Family | None
    site: Site | None
    reference: Reference

    def finish(self, raw: Sequence[RawRow]) -> tuple[tuple[Row, ...], tuple[BadLink, ...]]:
        """The rows, each article once, and those that lead nowhere."""
        told = self.site.date_order if self.site else None
        order = proven_order(row.stamp for row in raw) or told
        strangers = self._strangers(raw)
        listings = self.site.listings if self.site else ()
        lists = {self.document.url, *(one.url for one in listings)}
        items: dict[str, Row] = {}
        bad: list[BadLink] = []
        for row in raw:
            link = row.link
            if is_pager(link) or (is_more(link) and not row.beside) or not row.title:
                continue
            if not link.url:
                bad.append(BadLink(href=link.href[:200], title=row.title, reason=link.reason))
            elif link.url not in lists and id(row) not in strangers:
                made = Row(
                    url=link.url,
                    title=row.title,
                    date=settle(row.stamp, order, self.reference),
                    kind=self._kind(link),
                    pinned=row.pinned,
                    position=len(items) + 1,
                )
                _keep(items, self._key(link.url), made)
        return tuple(items.values()), tuple(bad)

    def _strangers(self, raw: Sequence[RawRow]) -> frozenset[int]:
        """Rows that are none of the list's: in a dated list an undated stranger is a heading.

        Not where it has an element for its date, as the rows have, and nothing in it.
        """
        major = main_shape(raw)
        majority = [row for row in raw if shape(row.link.url) == major] or raw
        dated = sum(row.stamp is not None for row in majority)
        if not majority or dated < _DATED_LIST * len(majority):
            return frozenset()
        other = [row for row in raw if row.stamp is None and shape(row.link.url) != major]
        dresses = {_dress(row) for row in majority if other and row.stamp is not None}
        return frozenset(
            id(row)
            for row in other
            if not (len(dress := _dress(row)) > _ROW_AND_LINK and dress in dresses)
            and self._kind(row.link) == "article"
            and not (self.family and self.family.is_article(row.link.url))
        )

    def _kind(self, link: Link) -> RowKind:
        if is_attachment(link.url):
            return "attachment"
        here = self.document.url
        # As nearly always, and quick: the same up to the slash behind the host.
        slash = here.find("/", _SCHEME)
        own = slash > 0 and link.url.startswith(here[: slash + 1])
        return "article" if own or is_own(link.url, here, self.site) else "external"

    def _key(self, url: str) -> str:
        key = self.family.key_of(url) if self.family else None
        return f"{host_of(url)} {key}" if key else url


def _dress(row: RawRow) -> tuple[tuple[str, str], ...]:
    """The elements of a row by tag and class, as far as one looks."""
    inside = islice(row.element.iter("*"), _LOOKED_AT)
    return tuple((str(one.tag), one.get("class") or "") for one in inside)


def _keep(items: dict[str, Row], key: str, row: Row) -> None:
    """The first row of an article stands; a later one may give the date it lacked."""
    held = items.get(key)
    if held is None:
        items[key] = row
    elif held.date is None and row.date:
        items[key] = Row(
            url=held.url,
            title=held.title,
            date=row.date,
            kind=held.kind,
            pinned=held.pinned or row.pinned,
            position=held.position,
        )
