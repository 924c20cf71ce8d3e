"""One parsed listing page to a `Listing`: rows, totals, next page, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, lru_cache

from newscrawl.extract.document import Document
from newscrawl.extract.listing.anchors import Link, collect_links
from newscrawl.extract.listing.columns import (
    MAX_ROWS,
    Before,
    Column,
    Likeness,
    find_columns,
)
from newscrawl.extract.listing.doors import declared_feeds
from newscrawl.extract.listing.embedded import embedded, framed, moved
from newscrawl.extract.listing.ending import ending_of, words_behind
from newscrawl.extract.listing.finish import Finisher
from newscrawl.extract.listing.halves import whole_list
from newscrawl.extract.listing.kind_of_page import (
    are_files,
    has_byline,
    is_article_with_list,
    shows_folder,
    why_no_listing,
)
from newscrawl.extract.listing.lone_row import stands_alone
from newscrawl.extract.listing.main_list import (
    LinkIndex,
    Reader,
    with_lead,
    with_other_lists,
)
from newscrawl.extract.listing.model import UNSEEN, Instead, Listing, Looks, NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging import find_next
from newscrawl.extract.listing.paging_back import first_page
from newscrawl.extract.listing.paging_days import hides_day_before, is_of_days
from newscrawl.extract.listing.paging_links import declares_end
from newscrawl.extract.listing.paging_more import hides_more
from newscrawl.extract.listing.paging_numbers import numbered
from newscrawl.extract.listing.paging_periods import unfollowed_period
from newscrawl.extract.listing.paging_script import unpacked
from newscrawl.extract.listing.paging_unread import unfollowed
from newscrawl.extract.listing.row_address import address_among, row_address
from newscrawl.extract.listing.row_dates import Reference
from newscrawl.extract.listing.rows import RawRow, main_shape, main_shape_of
from newscrawl.extract.listing.scripts import Scripts
from newscrawl.extract.listing.shapes import article_likeness, mould, own_name, shape
from newscrawl.extract.listing.shell import endpoint
from newscrawl.extract.listing.site_rules import ruled_next, ruled_rows, rules_for
from newscrawl.extract.listing.wrapped import Wrapped, as_document, unwrap
from newscrawl.extract.zones import may_be_chinese, zone_of
from newscrawl.sites.families import Family, family_named, recognise
from newscrawl.sites.model import Site

# What a page without rows may still be: drawn by its script, or a frame around the list.
_MAY_HIDE = frozenset((Instead.DRAWN, Instead.OTHER, Instead.BLANK, Instead.NO_ENTRIES))
# A page drawn by its script may have menus and a footer of its own.
_MAY_ASK = frozenset((Instead.DRAWN, Instead.OTHER))
_NOT_OURS = 0.6  # how much of an article an address may look that the family spells otherwise


def read(
    document: Document,
    site: Site | None,
    now: datetime | None,
    posted: bytes = b"",
    looks: Looks = UNSEEN,
) -> Listing:
    """Everything a listing page tells; never raises, whatever the page is."""
    known = family_named((site and site.family) or looks.family)
    reading = _Reading(document, site, now, posted, looks, known)
    listing = reading.listing()
    if listing.instead not in _MAY_HIDE:
        return listing
    brought = embedded(document, reading.scripts)
    if brought:
        reading.take(brought)
        return reading.listing()
    if listing.next_page is None:
        return replace(listing, next_page=moved(document) or framed(document))
    return listing


class _Reading:
    """What is known while one page is read."""

    def __init__(
        self,
        document: Document,
        site: Site | None,
        now: datetime | None,
        posted: bytes,
        looks: Looks,
        known: Family | None,
    ) -> None:
        self.document = document
        like = looks.addresses
        address = address_among(like)
        self.places = looks.places
        self.before = "" if address else main_shape_of(like)
        self.shapes = frozenset(map(shape, () if address else like))
        self.moulds = frozenset(map(mould, () if address else like))
        self.posted = posted
        self.rules = rules_for(site, document.url)
        self.family = known or recognise(document.url, document.decoded.text)
        self.scripts = Scripts(document)
        chinese = may_be_chinese(document.root.get("lang"), document.title)
        self.reference = Reference(now, zone_of(site, document.url, chinese=chinese))
        self.finisher = Finisher(document, self.family, site, self.reference)
        self.take(unwrap(document, address))

    def take(self, wrapped: Wrapped | None) -> None:
        """Read a list found outside the tree; None: the tree itself."""
        self.wrapped = wrapped
        self.inner = as_document(self.document, wrapped.fragment) if wrapped else self.document
        self.links, self.beyond = collect_links(self.inner, self.scripts)
        likeness = _likeness(self.family.name if self.family else "")
        self.reader = Reader(LinkIndex(self.links), likeness, self.reference)
        self.columns: Sequence[Column] = ()
        self.own_places: tuple[str, ...] = ()
        self.reason: Instead | None = None

    def listing(self) -> Listing:
        rows = self._rows()
        items, bad = self.finisher.finish(rows)
        own = frozenset(row.url for row in items)
        days = tuple(row.date or "" for row in items)
        pager = Pager(self.document, self._pager_links(), self.scripts, own, self.posted, days)
        following = self._next(pager, len(items))
        if not rows and following and has_byline(self.document, ()):  # an article in parts
            self.reason, following = Instead.ARTICLE, None
        if following is None and self._is_beside_article(rows) and not is_of_days(pager):
            self.reason, items, bad, self.columns = Instead.ARTICLE, (), (), ()
        if following is None and not self.shapes and are_files(items):
            self.reason, items, bad, self.columns = Instead.FILES, (), (), ()
        # Behind a page of the list nobody asks for the way to its first one.
        is_entry = bool(items) and self.wrapped is None and not self.shapes
        back = first_page(pager) if is_entry else None
        if following is None and back is None and self._may_be_channel(pager):
            items, bad = self.finisher.finish(with_other_lists(rows, self.columns, self.reader))
        if following is None and not items and self.reason is None:
            self.reason = why_no_listing(self.document, self.family, ())
            following = self._endpoint() if self.reason in _MAY_ASK else None
        wrapped, hidden = self.wrapped, "" if following else _hidden_way(pager, rows)
        closed, ending = ending_of(self.document.decoded.text)
        return Listing(
            url=self.document.url,
            items=items,
            next_page=following,
            first_page=back,
            number=pager.declared.current,
            total_pages=(wrapped and wrapped.pages) or pager.declared.page_count,
            total_items=(wrapped and wrapped.items) or pager.declared.items,
            family=self.family.name if self.family else None,
            bad_links=bad,
            issues=self._issues(len(rows), hidden),
            unread=bool(hidden or self.beyond) or len(rows) >= MAX_ROWS,
            feeds=declared_feeds(self.document),
            instead=self.reason,
            row_address=row_address(self.document) if not items and following else None,
            says_end=following is None and (wrapped is not None or pager.answer(declares_end)),
            places=self.own_places if items and self.columns and not self.wrapped else (),
            closed=closed,
            ending=ending,
            behind="" if closed or following or not rows else words_behind(rows[-1].element),
            numbered=frozenset(numbered(pager).items()),
            unfollowed=self._unfollowed(pager, rows) if following is None and items else "",
            earlier=self._earlier(pager, rows) if following is None and items else "",
        )

    def _rows(self) -> list[RawRow]:
        ruled = ruled_rows(self.inner, self.rules, self.reader)
        if ruled or (self.family and self.family.draws(self.document.url)):
            return ruled or []
        if self.wrapped is None and shows_folder(self.document):
            self.reason = Instead.FOLDER
            return []
        # A selector of two steps asks each row for all that it stands in.
        hinted = self.family.rows if self.family and not self.inner.is_deep else ()
        elements = frozenset(one for css in hinted for one in self.inner.select(css))
        name = own_name(self.document.url)
        places = self.places if self.wrapped is None else ()
        columns = find_columns(
            self.links, self.reader.likeness, elements, name, Before(self.shapes, places)
        )
        rows, self.own_places = whole_list(columns, self.reader, places)
        rows = with_lead(rows, self.reader)
        in_place = bool(columns) and columns[0].place in self.places
        as_before = bool(rows) and (in_place or self._is_as_before(rows))
        if len(rows) == 1 and not as_before and not self._stands_alone(rows[0]):
            self.reason = Instead.ARTICLE if rows[0].stamp and self.wrapped is None else None
            rows = []
        known = self.family is not None and self.family.is_article(self.document.url)
        if self.reason is None and self.wrapped is None and (rows or known) and not as_before:
            self.reason = why_no_listing(self.document, self.family, rows)
        if self.reason:
            return []
        self.columns = columns
        return rows

    def _may_be_channel(self, pager: Pager) -> bool:
        """Whether the page can be one of several lists: it is the only one of its pages."""
        return bool(self.columns) and not self.shapes and (pager.declared.page_count or 1) == 1

    def _is_as_before(self, rows: list[RawRow]) -> bool:
        """Whether rows look like those of the pages before; names in words have no shape."""
        if self.before and main_shape(rows) == self.before:
            return True
        return bool(self.moulds) and all(mould(row.link.url) in self.moulds for row in rows)

    def _stands_alone(self, row: RawRow) -> bool:
        pager = Pager(self.inner, self.links, self.scripts, frozenset((row.link.url,)))
        return stands_alone(row, pager, self.family, self.reader.likeness)

    def _is_beside_article(self, rows: list[RawRow]) -> bool:
        ours = self.rules is None and self.wrapped is None and bool(rows)
        likeness, behind = self.reader.likeness, bool(rows) and self._is_as_before(rows)
        return ours and is_article_with_list(self.document, rows, likeness, behind=behind)

    def _next(self, pager: Pager, rows: int) -> NextPage | None:
        if self.reason:
            return None
        return ruled_next(pager, self.rules) or find_next(pager, self.wrapped, rows, self.family)

    def _unfollowed(self, pager: Pager, rows: list[RawRow]) -> str:
        """Not where a site file says how its pages follow each other, nor in rows of a script."""
        if self.wrapped is not None:
            return self.wrapped.more if self.wrapped.kind == "json" else ""
        if self._is_told() or pager.answer(declares_end):
            return ""
        return unfollowed(pager, rows[-1].element)

    def _earlier(self, pager: Pager, rows: list[RawRow]) -> str:
        if self.wrapped is not None or self._is_told():
            return ""
        return unfollowed_period(pager, rows[0].element)

    def _is_told(self) -> bool:
        """Whether a site file says how the pages follow each other."""
        return self.rules is not None and bool(self.rules.next)

    def _endpoint(self) -> NextPage | None:
        return endpoint(self.document, self.scripts, self.family)

    def _pager_links(self) -> list[Link]:
        """The page's links, and those of a pager that it ships packed."""
        fragment = unpacked(self.document.decoded.text)
        if fragment is None:
            return self.links
        return [*self.links, *collect_links(as_document(self.document, fragment), self.scripts)[0]]

    def _issues(self, rows: int, hidden: str) -> tuple[str, ...]:
        issues = [str(one) for one in (self.reason, hidden) if one]
        if self.beyond:
            issues.append(f"links beyond the first {len(self.links)} were not read")
        if rows >= MAX_ROWS:
            issues.append(f"rows beyond the first {MAX_ROWS} were not read")
        if self.document.cut:
            issues.append("the page is too long or too deep to be read to its end")
        return tuple(issues)


def _hidden_way(pager: Pager, rows: Sequence[RawRow]) -> str:
    """What leads on that cannot be followed, in words; "" where nothing does."""
    if hides_day_before(pager):
        return "a script leads to the day before, and where it goes cannot be told"
    if rows and hides_more(pager, rows):
        return "a button adds more rows, and where its script gets them cannot be told"
    return ""


@cache  # menus come again on each page, and families are few
def _likeness(family_name: str) -> Likeness:
    """How much an address looks like an article's, the family's own spelling counting most."""
    family = family_named(family_name)
    if family is None or not family.article_urls:
        return article_likeness

    @lru_cache(maxsize=8192)
    def likeness(url: str) -> float:
        return 1.0 if family.is_article(url) else min(article_likeness(url), _NOT_OURS)

    return likeness
