"""A list laid out side by side: columns in boxes of their own, each going on where one ends.

Boxes of one path of names are one column already. Where each has a name of its own (left and
right halves of a table, Chinese institutes' home-made list pages), the days tell: two lists beside
each other both begin with their newest, halves of one go on from each other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.columns import Column, heading_before
from newscrawl.extract.listing.main_list import Reader, row_elements
from newscrawl.extract.listing.rows import RawRow, main_shape
from newscrawl.extract.listing.shapes import shape

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATED = 0.8  # share of a half's rows that bear a day
_STEPS = 4  # from the parent of a half's rows up to what holds all halves
_NAMES = re.compile(r"\.[^/]*")


@dataclass(frozen=True, slots=True)
class _Half:
    column: Column
    rows: list[RawRow]

    @property
    def days(self) -> tuple[str, str] | None:
        """The first row's day and the last one's; None where a row has none."""
        days = [row.stamp.read.iso[:10] for row in self.rows if row.stamp and row.stamp.read]
        return (days[0], days[-1]) if days and len(days) == len(self.rows) else None


def whole_list(
    columns: Sequence[Column], reader: Reader, places: Collection[str]
) -> tuple[list[RawRow], tuple[str, ...]]:
    """The rows of the best column and of those that go on from it, and where they all stand.

    `places` is where the rows of the pages before stood.
    """
    if not columns:
        return [], ()
    halves = [
        _Half(column, reader.rows_of(row_elements(column)))
        for column in _of_one_layout(columns, places)
    ]
    at = next(n for n, half in enumerate(halves) if half.column is columns[0])
    run = [halves[at]]
    for half in halves[at + 1 :]:
        if half.column.place in places or _goes_on(run[-1], half):
            run.append(half)
    for half in halves[:at][::-1]:
        if half.column.place in places or _goes_on(half, run[0]):
            run.insert(0, half)
    return [row for half in run for row in half.rows], tuple(half.column.place for half in run)


def _of_one_layout(columns: Sequence[Column], places: Collection[str]) -> Iterator[Column]:
    """The best column and those whose links stand as deep, in the same tags, in the page's order.

    More speaks against none of them than against the best.
    """
    best = columns[0]
    for column in sorted(columns, key=lambda one: one.links[0].order):
        known = best.place in places and column.place in places
        if column is best or known or (_are_alike(best, column) and _are_near(best, column)):
            yield column


def _are_alike(best: Column, column: Column) -> bool:
    return (
        column.place != best.place
        and _NAMES.sub("", column.place) == _NAMES.sub("", best.place)
        and shape(column.links[0].url) == shape(best.links[0].url)
        and column.dated >= _DATED <= best.dated
        and column.against <= best.against
    )


def _are_near(one: Column, other: Column) -> bool:
    """Whether one box holds both, a few steps up, and no heading parts them."""
    above = dict.fromkeys(_boxes(one.rows[0]))
    for box in _boxes(other.rows[0]):
        if box.getparent() in above:
            return not heading_before(box)
        if heading_before(box):
            return False
    return False


def _boxes(row: HtmlElement) -> Iterator[HtmlElement]:
    return islice(row.iterancestors(), _STEPS)


def _goes_on(one: _Half, other: _Half) -> bool:
    """Whether the days of `other` go on where those of `one` end, and it has no more rows."""
    if not one.days or not other.days or not (kind := main_shape(one.rows)):
        return False
    newest, oldest = one.days
    first, last = other.days
    descends = newest >= oldest >= first >= last and newest > last
    fills = len(other.rows) <= len(one.rows)  # a box is filled before the next
    return descends and fills and main_shape(other.rows) == kind
