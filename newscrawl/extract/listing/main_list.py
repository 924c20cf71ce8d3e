"""From a page's columns to the raw rows of its list, with no rule of the site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link, text_of
from newscrawl.extract.listing.columns import MAX_ROWS, Column, Likeness
from newscrawl.extract.listing.flat_rows import YearHeadings
from newscrawl.extract.listing.row_dates import Reference, looks_dated
from newscrawl.extract.listing.rows import RawRow, main_shape, read_rows
from newscrawl.extract.listing.shapes import shape

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_LEAD_STEPS = 3  # from a row up to where the box of a lead may stand
_LEAD_TEXT = 600  # characters of it


class LinkIndex:
    """The links inside any element, without searching the tree twice."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._by_element = {link.element: link for link in links}

    def inside(self, element: HtmlElement) -> list[Link]:
        """The links in `element`, itself included, in document order."""
        return [self._by_element[one] for one in element.iter() if one in self._by_element]

    def shared(self) -> frozenset[HtmlElement]:
        """The elements that hold links to more than one address."""
        first: dict[HtmlElement, str | None] = {}
        shared: set[HtmlElement] = set()
        for element, link in self._by_element.items():
            here = element
            while here is not None and here not in shared:
                if here not in first:
                    first[here] = link.url
                elif first[here] == link.url:
                    break  # and so is all that is around it
                else:
                    shared.add(here)
                here = here.getparent()
        return frozenset(shared)


@dataclass(frozen=True, slots=True)
class Reader:
    """How rows are read: the page's links, what an article's address looks like, the clock."""

    index: LinkIndex
    likeness: Likeness
    reference: Reference
    years: YearHeadings = field(default_factory=YearHeadings)

    def rows_of(self, elements: Sequence[HtmlElement]) -> list[RawRow]:
        """One raw row for each element that holds a link."""
        inside, years = self.index.inside, self.years
        return read_rows(elements[:MAX_ROWS], inside, self.likeness, self.reference, years)


def row_elements(column: Column) -> list[HtmlElement]:
    """The column's rows and their siblings of the same tag: a row may be dressed differently."""
    tags = {row.tag for row in column.rows}
    parents: dict[HtmlElement, None] = {}
    for row in column.rows:
        parent = row.getparent()
        if parent is not None:
            parents.setdefault(parent)
    return [child for parent in parents for child in parent if child.tag in tags]


def with_lead(rows: list[RawRow], reader: Reader) -> list[RawRow]:
    """With the article that stands over the list in a dress of its own: large, with a picture.

    It is the only one in a dated box beside the list, and its address is like the rows' own.
    """
    kind = main_shape(rows)
    if not kind:
        return rows
    first = rows[0].element
    at = first
    for _ in range(_LEAD_STEPS):
        parent = at.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        for box in parent:
            if box is at:
                break
            links = [link for link in reader.index.inside(box) if shape(link.url) == kind]
            if len({link.url for link in links}) == 1 and looks_dated(text_of(box)[:_LEAD_TEXT]):
                lead = reader.rows_of([box])
                if len(lead) == 1 and lead[0].stamp and shape(lead[0].link.url) == kind:
                    return [*lead, *rows]
        at = parent
    return rows


def with_other_lists(rows: list[RawRow], columns: Sequence[Column], reader: Reader) -> list[RawRow]:
    """With further lists of a channel page: same kind of address, as well dated, not much worse.

    A box that is named or headed as one beside a list (hot, related) is none of them.
    """
    kind = main_shape(rows)
    taken = {row.link.url for row in rows}
    found, read = list(rows), set(row_elements(columns[0]))
    for column in columns[1:]:
        if kind and _is_alike(column, columns[0], kind):
            elements = row_elements(column)
            if read.issuperset(elements):  # rows of one list, each dressed in its own way
                continue
            more = [r for r in reader.rows_of(elements) if r.link.url not in taken]
            found += more
            taken |= {row.link.url for row in more}
            read.update(elements)
    return sorted(found, key=lambda row: row.link.order)


def _is_alike(column: Column, best: Column, kind: str) -> bool:
    same = sum(shape(link.url) == kind for link in column.links)
    return (
        same * 2 > len(column.links)
        and column.score >= best.score / 5
        and column.dated >= min(best.dated, 0.6)
        and column.against <= best.against
    )
