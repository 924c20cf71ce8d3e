"""Dates of rows that have no element of their own: what lies between one link and the next.

`<a>title</a> 2023-02-13<br>` and `<h4><a>title</a></h4><p>2023-02-13</p>`: the date stands behind
its link or before it, and one list does it one way. And dates without a year under a heading that
gives it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import squeeze, text_of, texts_of
from newscrawl.extract.listing.row_dates import Reference, Stamp, looks_dated, row_stamp, stamp_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TEXTS = 6  # text nodes of what lies between two links that are looked at
_CHARACTERS = 300  # characters around a link that may be its row's
_YEAR = re.compile(r"^\D{0,6}((?:19|20)\d{2})\s*年?(?:度|份)?\D{0,4}$", re.ASCII)
_PRINTS_YEAR = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_LEVELS = 4  # from a row up to where its year's heading stands
_HEADING = 20  # characters of a heading


@dataclass(frozen=True, slots=True)
class _Around:
    """What the list prints before and behind one of its rows."""

    before: Stamp | None
    after: Stamp | None


def flat_stamps(elements: Sequence[HtmlElement], reference: Reference) -> list[Stamp | None]:
    """The dates that stand beside the rows, all on the side where more of them are."""
    rows = frozenset(elements)
    found = [
        _Around(_read(_before(one, rows), reference), _read(_after(one, rows), reference))
        for one in elements
    ]
    before = sum(one.before is not None for one in found)
    after = sum(one.after is not None for one in found)
    return [one.before if before > after else one.after for one in found]


def _after(row: HtmlElement, rows: frozenset[HtmlElement]) -> list[str]:
    texts = [squeeze(row.tail)]
    for one in takewhile(lambda one: one not in rows, row.itersiblings()):
        texts += _texts(one)
        texts.append(squeeze(one.tail))
        if len(texts) > _TEXTS * 2:
            break
    return [text for text in texts if text][:_TEXTS]


def _before(row: HtmlElement, rows: frozenset[HtmlElement]) -> list[str]:
    texts: list[str] = []
    for one in row.itersiblings(preceding=True):
        texts = (
            [*_texts(one), squeeze(one.tail), *texts]
            if one not in rows
            else [squeeze(one.tail), *texts]
        )
        if one in rows or len(texts) > _TEXTS * 2:
            break
    else:
        parent = row.getparent()
        texts = [squeeze(parent.text if parent is not None else ""), *texts]
    return [text for text in texts if text][-_TEXTS:]


def _texts(element: HtmlElement) -> list[str]:
    if not isinstance(element.tag, str) or len(element) > _TEXTS:
        return []
    return [squeeze(text) for text in texts_of(element)]


def _read(texts: list[str], reference: Reference) -> Stamp | None:
    if sum(map(len, texts)) > _CHARACTERS * 2 or not any(map(looks_dated, texts)):
        return None
    return stamp_of(texts, reference)


class YearHeadings:
    """The years that a list prints above its rows, each neighbour read once for all of them."""

    def __init__(self) -> None:
        self._known: dict[HtmlElement, str | None] = {}

    def above(self, row: HtmlElement) -> str | None:
        """The year that stands alone in an element before the row, the nearest one."""
        at: HtmlElement | None = row
        for _ in range(_LEVELS):
            if at is None or at.tag in ("body", "html"):
                return None
            if year := self._before(at):
                return year
            at = at.getparent()
        return None

    def _before(self, element: HtmlElement) -> str | None:
        passed: list[HtmlElement] = []
        year: str | None = None
        for one in element.itersiblings(preceding=True):
            if one in self._known:
                year = self._known[one]
                break
            passed.append(one)
            if printed := _YEAR.match(_heading(one)):
                year = printed[1]
                break
        self._known.update(dict.fromkeys(passed, year))
        return year


def stamp_under_heading(
    row: HtmlElement, title: str, stamp: Stamp | None, reference: Reference, years: YearHeadings
) -> Stamp | None:
    """A date without a year in the year of the heading that its row stands under."""
    if stamp and _PRINTS_YEAR.search(stamp.raw):
        return stamp
    if stamp is None and not looks_dated(text_of(row)):
        return None
    year = years.above(row)
    if year is None:
        return stamp
    end = datetime(int(year), 12, 31, 23, tzinfo=UTC)
    return row_stamp(row, title, reference._replace(now=end)) or stamp


def _heading(element: HtmlElement) -> str:
    if not isinstance(element.tag, str) or len(element) > 2:
        return ""
    text = squeeze("".join(texts_of(element)))
    return text if len(text) <= _HEADING else ""
