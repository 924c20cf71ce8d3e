"""From a page's columns to the raw rows of its list, with no rule of the site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link
from newscrawl.extract.listing.columns import MAX_ROWS, Column, Likeness
from newscrawl.extract.listing.row_dates import Reference
from newscrawl.extract.listing.rows import RawRow, main_shape, read_rows
from newscrawl.extract.listing.shapes import shape

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class LinkIndex:
    """The links inside any element, without searching the tree twice."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._by_element = {link.element: link for link in links}

    def inside(self, element: HtmlElement) -> list[Link]:
        """The links in `element`, itself included, in document order."""
        return [self._by_element[one] for one in element.iter() if one in self._by_element]


@dataclass(frozen=True, slots=True)
class Reader:
    """How rows are read: the page's links, what an article's address looks like, the clock."""

    index: LinkIndex
    likeness: Likeness
    reference: Reference

    def rows_of(self, elements: Sequence[HtmlElement]) -> list[RawRow]:
        """One raw row for each element that holds a link."""
        return read_rows(elements[:MAX_ROWS], self.index.inside, self.likeness, self.reference)


def main_rows(columns: Sequence[Column], reader: Reader) -> list[RawRow]:
    """The rows of the best column, [] where the page has none."""
    return reader.rows_of(_row_elements(columns[0])) if columns else []


def _row_elements(column: Column) -> list[HtmlElement]:
    """The column's rows and their siblings of the same tag: a row may be dressed differently."""
    tags = {row.tag for row in column.rows}
    parents: dict[HtmlElement, None] = {}
    for row in column.rows:
        parent = row.getparent()
        if parent is not None:
            parents.setdefault(parent)
    return [child for parent in parents for child in parent if child.tag in tags]


def with_other_lists(rows: list[RawRow], columns: Sequence[Column], reader: Reader) -> list[RawRow]:
    """With further lists of a channel page: same kind of address, as well dated, not much worse."""
    kind = main_shape(rows)
    taken = {row.link.url for row in rows}
    found = list(rows)
    for column in columns[1:]:
        if kind and _is_alike(column, columns[0], kind):
            more = [r for r in reader.rows_of(_row_elements(column)) if r.link.url not in taken]
            found += more
            taken |= {row.link.url for row in more}
    return sorted(found, key=lambda row: row.link.order)


def _is_alike(column: Column, best: Column, kind: str) -> bool:
    same = sum(shape(link.url) == kind for link in column.links)
    return (
        same * 2 > len(column.links)
        and column.score >= best.score / 5
        and column.dated >= min(best.dated, 0.6)
    )
