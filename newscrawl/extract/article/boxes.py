"""Boxes of links inside the body's container: hot lists, related news, banners; never the text.

A box is told by what it holds, not by its name: an element without running text in which nearly
everything is a link to a page. Files are no such links: a notice may end in a list of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.article.weights import Weights, is_row
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.urls import is_attachment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST_LINKS = 3  # lines with a link that make a box one of links
_ALL_LINK = 0.8  # share of a line that is link where it is nothing else
_MOSTLY = 0.6  # share of a box that is link where it is a box of links
_FEW = 8  # links of one line that are asked whether they lead to a file
_DEEP = 12  # elements from a line up to its box
# A box's lines are teasers: a line of text as long as this belongs to a paragraph of links.
_TEASER = 200


def is_link_line(line: Line) -> bool:
    """Whether a line is a link to a page and hardly anything else."""
    return (
        line.kind == "text"
        and line.links >= _ALL_LINK * len(line.text)
        and not any(is_attachment(link.get("href") or "") for link in islice(_links(line), _FEW))
    )


def _links(line: Line) -> Iterator[HtmlElement]:
    yield from line.element.iter("a")
    yield from line.element.iterancestors("a")


def link_boxes(
    page: PageLines, weights: Weights, container: HtmlElement, first: int, last: int
) -> frozenset[int]:
    """The numbers of the lines first..last-1 that stand in a box of links."""
    start, end = page.of(container)
    found: set[int] = set()
    judged: set[HtmlElement] = set()
    for number in range(first, last):
        line = page.lines[number]
        if number in found or weights.each[number] or not line.links:
            continue
        for box in reversed(_textless(page, weights, line.element, range(start, end))):
            low, high = page.of(box)
            if box in judged:
                continue
            judged.add(box)
            if _is_box(page.lines[low:high]):
                found.update(range(low, high))
                break
    return frozenset(found)


def _textless(
    page: PageLines, weights: Weights, element: HtmlElement, inside: range
) -> list[HtmlElement]:
    """The elements around a line that hold no running text, smaller than the container."""
    around: list[HtmlElement] = []
    here: HtmlElement | None = element
    while here is not None and len(around) < _DEEP:
        low, high = page.of(here)
        whole = low <= inside.start and high >= inside.stop
        if low < inside.start or high > inside.stop or whole or weights.of(here):
            break
        around.append(here)
        here = here.getparent()
    return around


def _is_box(lines: list[Line]) -> bool:
    texts = [line for line in lines if line.kind == "text"]
    size = sum(len(line.text) for line in texts)
    linked = sum(line.links for line in texts)
    if linked < _MOSTLY * size or any(len(line.text) > _TEASER for line in texts):
        return False
    return sum(is_link_line(line) or _is_reply(line) for line in texts) >= _LEAST_LINKS


def _is_reply(line: Line) -> bool:
    return is_row(line) and line.links < _ALL_LINK * len(line.text)
