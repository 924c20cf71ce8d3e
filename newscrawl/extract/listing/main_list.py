"""From a page's links to the raw rows of its list, with no rule of the site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link
from newscrawl.extract.listing.columns import MAX_ROWS, Column, Likeness, find_columns
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


def find_rows(
    links: Sequence[Link], likeness: Likeness, reference: Reference, *, several: bool
) -> list[RawRow]:
    """The rows of the main list; of all lists like it where the page is a channel (`several`)."""
    columns = find_columns(links, likeness)
    if not columns:
        return []
    index = LinkIndex(links)
    rows = _column_rows(columns[0], index, likeness, reference)
    if several:
        rows = _with_other_lists(rows, columns, index, likeness, reference)
    return rows[:MAX_ROWS]


def _column_rows(
    column: Column, index: LinkIndex, likeness: Likeness, reference: Reference
) -> list[RawRow]:
    return read_rows(_row_elements(column), index.inside, likeness, reference)


def _row_elements(column: Column) -> list[HtmlElement]:
    """The column's rows and their siblings of the same tag: a row may be dressed differently."""
    tags = {row.tag for row in column.rows}
    parents: dict[HtmlElement, None] = {}
    for row in column.rows:
        parent = row.getparent()
        if parent is not None:
            parents.setdefault(parent)
    return [child for parent in parents for child in parent if child.tag in tags]


def _with_other_lists(
    rows: list[RawRow],
    columns: Sequence[Column],
    index: LinkIndex,
    likeness: Likeness,
    reference: Reference,
) -> list[RawRow]:
    """Further lists of a channel page: same kind of address, as well dated, not much worse."""
    best, kind = columns[0], main_shape(rows)
    taken = {row.link.url for row in rows}
    for column in columns[1:]:
        alike = kind and sum(shape(link.url) == kind for link in column.links) * 2 > len(
            column.links
        )
        if not alike or column.score < best.score / 5 or column.dated < min(best.dated, 0.6):
            continue
        more = _column_rows(column, index, likeness, reference)
        rows = rows + [row for row in more if row.link.url not in taken]
        taken |= {row.link.url for row in more}
    return sorted(rows, key=lambda row: row.link.order)
