"""The title as its element prints it, without the byline that some templates put in there too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extract.article.days_in_lines import day_in, without_dates
from newscrawl.extract.article.meta_line import is_byline
from newscrawl.extract.lines import Line, PageLines, tidy
from newscrawl.text.labels import BOUNDARY, BYLINE_ROLES, split_labels

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AROUND = " ()（）[]【】\u3000"


def title_in(page: PageLines, element: HtmlElement) -> tuple[str, int, int]:
    """The text of an element up to a byline in it, and the lines it stands on; "" without any.

    The byline stands on a line of its own or behind: ``<h2>title <small>2023-02-13</small></h2>``.
    """
    first, last = page.of(element)
    kept: list[Line] = []
    end = first
    for number in range(first, last):
        line = page.lines[number]
        if line.kind != "text":
            continue
        if kept and is_byline(line):
            break
        kept.append(line)
        end = number + 1
    if not kept:
        return "", first, last
    return " ".join([*(line.text for line in kept[:-1]), without_fields(kept[-1])]), first, end


def without_fields(line: Line) -> str:
    """A line's text without last inline elements that hold nothing but a byline's fields."""
    return tidy(line.marked[: fields_start(line)].replace(BOUNDARY, "")) or line.text


def fields_start(line: Line) -> int:
    """Where, in the marked text, the last inline elements begin that hold but a byline's fields."""
    pieces = line.marked.split(BOUNDARY)
    while len(pieces) > 1 and (not pieces[-1].strip() or _is_field(pieces[-1])):
        pieces.pop()
    return len(BOUNDARY.join(pieces))


def _is_field(text: str) -> bool:
    labels = split_labels(text)
    if labels and labels[0].role in BYLINE_ROLES:
        return not text[: labels[0].start].strip()
    if day_in(text) is None:
        return False
    return not without_dates(text).strip(_AROUND)
