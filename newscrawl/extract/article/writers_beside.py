"""Who is named in the fields beside a date, in languages with letters, by his name alone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.extract.article.days_in_lines import date_in, day_in
from newscrawl.extract.article.named_elements import (
    SIGNED_LENGTH,
    leads_to_author,
    leads_to_somebody,
    leads_to_topic,
)
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.bylines import begins_by, names_alone, read_by
from newscrawl.text.labels import BOUNDARY

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PIECES = re.compile(rf"{BOUNDARY}|\s[·•|]\s")
_AMONG = 120  # characters of a line of fields
_HEAD = 40  # lines in which a page says whose it is
_ALONE = 60  # characters of a name on a line of its own, and what its owner is
# How long ago: 2 hours ago, vor 3 Stunden, il y a 2 jours; how long a text is read says no day.
_AGO = re.compile(
    r"\b\d{1,3}\s[^\W\d_]{1,9}\.?\s(?:ago|fa|geleden|siden|sedan|temu|назад|тому)\b"
    r"|\b(?:vor|il y a|hace|há)\s\d{1,3}\s[^\W\d_]{3}",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{3,}")


def named_in_fields(page: PageLines, index: int, *, near: bool) -> list[str]:
    """Who is named on a line of fields: DATE SECTION By A, or A DATE, each in its own element.

    `near` the title a name is believed as well that stands alone beside such a line.
    """
    line = page.lines[index]
    if line.caption or len(line.text) > _AMONG:
        return []
    dated = date_in(line.text) is not None
    pieces = _pieces_of(line) if dated else []
    if dated:
        found = [by.names for piece in pieces if begins_by(piece) and (by := read_by(piece))]
        known = (piece.removeprefix("de ").rstrip(".") for piece in pieces)
        if found or (found := [one for one in known if names_alone(one) and _may_write(line, one)]):
            return found
    if not near or line.heading or line.noise or line.quote:
        return []
    if dated or _AGO.search(line.text):
        pieces = pieces or _pieces_of(line)
        labelled = {name for label, name in pairwise(pieces) if label.endswith((":", "："))}
        return [one for one in pieces if one not in labelled and _is_name(line, one)]
    first = next(iter(_pieces_of(line)), "") if len(line.text) <= _ALONE else ""
    first = _without_house(page, first)
    named = _is_beside_date(page, index) if names_alone(first, signed=True) else False
    return [first] if named and _is_name(line, first) else []


def names_apart(line: Line, names: str) -> str:
    """Those of a byline's names that have an element of their own, where what is beside is a word.

    ``By <a>Anna Keller</a> <a>Twitter</a>``; "" where the names are not set apart.
    """
    if BOUNDARY not in line.marked:
        return ""
    within = [one for piece in line.marked.split(BOUNDARY) if (one := piece.strip()) in names]
    apart = [one for one in within if names_alone(one, signed=True)]
    others = [one for one in within if one and one not in apart]
    return ", ".join(apart) if len(others) == 1 and _WORDS.fullmatch(others[0]) else ""


def _pieces_of(line: Line) -> list[str]:
    """The fields of a line; a word that only says "by" is one with the name behind it."""
    pieces = [one for piece in _PIECES.split(line.marked) if (one := piece.strip(" \xa0,;/–—-"))]
    for at in range(len(pieces) - 2, -1, -1):
        both = f"{pieces[at]} {pieces[at + 1]}"
        if begins_by(both) and not (begins_by(pieces[at]) and read_by(pieces[at])):
            pieces[at : at + 2] = [both]
    return pieces


def _without_house(page: PageLines, text: str) -> str:
    """A name without the paper's behind it, as the page's head has it: `Anna Keller, Post`."""
    name, _, house = text.rpartition(", ")
    return name if name and any(one.text == house for one in page.lines[:_HEAD]) else text


def _is_beside_date(page: PageLines, index: int) -> bool:
    """Whether the line over or under a line in one box with it says when."""
    line = page.lines[index]
    box = line.element.getparent()
    for other in page.lines[max(0, index - 1) : index + 2]:
        if other is line or other.kind != "text" or len(other.text) > SIGNED_LENGTH:
            continue
        within = other.element.getparent()
        near = box is within or (within is not None and box is within.getparent())
        near = near or (box is not None and box.getparent() is within)
        if near and (day_in(other.text) is not None or _AGO.search(other.text)):
            return True
    return False


def _may_write(line: Line, text: str) -> bool:
    """Whether a field with somebody's name is no link to what is written about him."""
    return not any(leads_to_topic(link) for link in _links_of(line, text))


def _links_of(line: Line, text: str) -> list[HtmlElement]:
    return [one for one in line.anchors if text in " ".join(one.itertext())]


def _is_name(line: Line, text: str) -> bool:
    """Whether a field is a person's name, no topic's, and no link that leads elsewhere.

    A place or a topic is of two capitals as well, Los Angeles, Real Estate: without a known given
    name only a link to the writer's page, or <address>, tells that somebody is meant.
    """
    if not names_alone(text, signed=True):
        return False  # which most fields say, and the links need not be looked at
    links = _links_of(line, text)
    if not all(map(leads_to_somebody, links)):
        return False
    by_link = any(map(leads_to_author, links))
    return bool(names_alone(text, signed=by_link or line.element.tag == "address"))
