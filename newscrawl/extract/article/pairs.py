"""Labels that stand alone, and the value in the cell or the half of a pair beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.label_tables import LabelRole
from newscrawl.text.labels import BOUNDARY, role_of
from newscrawl.text.people import looks_like_body, looks_like_person

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PAIR = 2  # things that a label and its value are
_AROUND = " ()（）[]【】\u3000" + BOUNDARY
# A sentence's: names are parted by commas too.
_STOPS = re.compile(r"[。！？]|[，；][^，；]{8}")
# What the element of a text is called, and none of a value.
_TEXTS = re.compile(r"content|article|detail|editor|zoom|body|neirong|zhengwen", re.IGNORECASE)


def lone_role(line: Line) -> LabelRole | None:
    """The role of a label that is all its cell, term or half of a pair holds."""
    role = role_of(line.text) if line.kind == "text" else None
    return role if role is not None and (line.row is not None or _in_pair(line)) else None


def _in_pair(line: Line) -> bool:
    """Whether the line's element is a <dt>, or the first of the two things its parent holds."""
    element = line.element
    parent = element.getparent()
    return element.tag == "dt" or (
        parent is not None and len(parent) == _PAIR and element is parent[0] and not line.links
    )


def beside(page: PageLines, index: int) -> str:
    """The value that stands in the next cell or item of a label that stands alone."""
    if index + 1 >= len(page.lines):
        return ""
    line, below = page.lines[index], page.lines[past_colon(page, index + 1)]
    if below.kind != "text" or len(below.text) > 60 or below.labels or role_of(below.text):
        return ""
    before = line.marked[: line.labels[0].start] if line.labels else ""
    if before.strip(_AROUND):
        return ""  # behind another field: an empty one
    return below.marked if _are_pair(line, below) else ""


def past_colon(page: PageLines, index: int) -> int:
    """The line behind a colon that has a cell of its own, between a label and its value."""
    lines = page.lines
    colon = index + 1 < len(lines) and lines[index].text in ("：", ":")
    return index + 1 if colon and lines[index].row is lines[index + 1].row else index


def _are_pair(line: Line, below: Line) -> bool:
    """Whether a label's line and the next one are cells of a row, or two halves of one thing."""
    if line.element is below.element:
        return False
    if line.row is not None and line.row is below.row and _cell(line) is not _cell(below):
        return True
    parent = line.element.getparent()
    if parent is None or parent is not below.element.getparent():
        return False
    if line.element.tag == "dt":
        return True
    return not _begins_text(below) and (len(parent) == _PAIR or _are_told_apart(line, below))


def _cell(line: Line) -> HtmlElement | None:
    """The cell of a table that a line stands in: a whole article may, where tables lay it out."""
    around = (line.element, *line.element.iterancestors("td", "th"))
    return next((one for one in around if one.tag in ("td", "th")), None)


def _begins_text(line: Line) -> bool:
    """Whether a line behind an empty label is the text's first one: a salutation, a sentence."""
    names = (line.element.get("class"), line.element.get("id"))
    named = any(_TEXTS.search(name) for name in names if name)
    return named or line.text.endswith(("：", ":")) or _is_sentence(line.text)


def _is_sentence(text: str) -> bool:
    """Whether stops part a text into anything but names: 甲；乙 and 人事处，教务处 are values."""
    parts = [part.strip() for part in _STOPS.split(text)]
    return len(parts) > 1 and not all(
        looks_like_person(one) or looks_like_body(one) for one in parts
    )


def _are_told_apart(line: Line, below: Line) -> bool:
    """Whether a label and its value have names of their own, and no text runs on behind it."""
    name, value = line.element.get("class"), below.element.get("class")
    after = below.element.getnext()
    runs_on = after is not None and (after.tag, after.get("class")) == (below.element.tag, value)
    return bool(name and value) and name != value and not runs_on
