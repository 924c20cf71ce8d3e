"""What a template sets among a text's paragraphs: offers, polls, quotations, who the writer is.

The paragraphs of a text are laid out alike and stand in one element. A box beside them that holds
none of that layout is no part of the text; what is said in it stands there for another purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from newscrawl.extract.article.body_head import layout_of
from newscrawl.extract.article.press import ENDS_SENTENCE, PARAGRAPH
from newscrawl.extract.article.weights import Weights
from newscrawl.extract.lines import Line, PageLines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST = 0.6  # of the text that is laid out alike, for its layout to say anything
_PARAGRAPHS = 3  # paragraphs of one make that a text has at least
_LARGE = 0.25  # of the text that no insert is
_CONTROLS = frozenset(("form", "input", "button", "select", "textarea"))
# What an author sets among paragraphs, whatever its names are.
_PLAIN = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "table"))


@dataclass(frozen=True, slots=True)
class _Column:
    """How the paragraphs of a text are laid out, and the elements they stand in."""

    layout: tuple[str | None, ...]
    around: frozenset[HtmlElement]
    kinds: frozenset[tuple[str, str | None]]


def without_inserts(
    page: PageLines, weights: Weights, numbers: Sequence[int], *, press: bool
) -> tuple[int, ...]:
    """The lines of a body without those in boxes that stand among its paragraphs."""
    column = _column(page, weights, numbers)
    if column is None:
        return tuple(numbers)
    boxes: dict[HtmlElement, list[int]] = {}
    out: set[int] = set()
    over = True
    for number in numbers:
        line = page.lines[number]
        box = _box(line, column)
        over = over and box is not None
        if box is None:
            continue
        if not over:
            boxes.setdefault(box, []).append(number)
        elif line.kind == "text" and _is_no_summary(line, box, press=press):
            out.add(number)
    total = sum(weights.each[number] for number in numbers)
    for box, inside in boxes.items():
        if sum(weights.each[number] for number in inside) > _LARGE * total:
            continue
        lines = [page.lines[number] for number in inside]
        if _has_controls(box) or (press and _is_foreign(box, lines, column)):
            out.update(inside)
    return tuple(number for number in numbers if number not in out)


def _column(page: PageLines, weights: Weights, numbers: Sequence[int]) -> _Column | None:
    """The layout that most of the text has; None where there is none."""
    sums: dict[tuple[str | None, ...], float] = {}
    for number in numbers:
        if weights.each[number]:
            layout = layout_of(page.lines[number])
            sums[layout] = sums.get(layout, 0.0) + weights.each[number]
    if not sums:
        return None
    layout = max(sums, key=lambda one: sums[one])
    alike = [n for n in numbers if weights.each[n] and layout_of(page.lines[n]) == layout]
    if sums[layout] < _MOST * sum(sums.values()) or len(alike) < _PARAGRAPHS:
        return None
    around: set[HtmlElement] = set()
    for number in alike:
        for element in page.lines[number].element.iterancestors():
            if element in around:
                break
            around.add(element)
    kinds = {(str(one.tag), one.get("class")) for one in around}
    return _Column(layout, frozenset(around), frozenset(kinds))


def _box(line: Line, column: _Column) -> HtmlElement | None:
    """The element beside the paragraphs that a line stands in; None for one that is among them."""
    box: HtmlElement | None = None
    here: HtmlElement | None = line.element
    while here is not None and here not in column.around:
        box, here = here, here.getparent()
    return (
        None if box is None or (box is line.element and layout_of(line) == column.layout) else box
    )


def _is_no_summary(line: Line, box: HtmlElement, *, press: bool) -> bool:
    """Whether a line over the first paragraph is an offer's or a stub: a summary is a sentence."""
    if press and len(line.text) < PARAGRAPH and not ENDS_SENTENCE.search(line.text):
        return not line.heading
    around = (line.element, *line.element.iterancestors())
    return any(one.tag == "form" for one in takewhile(lambda one: one is not box, around))


def _has_controls(box: HtmlElement) -> bool:
    return any(one.tag in _CONTROLS for one in box.iter())


def _is_foreign(box: HtmlElement, lines: Sequence[Line], column: _Column) -> bool:
    """Whether a box is made otherwise than the column, and holds more than a heading or a table."""
    if box.tag in _PLAIN:
        return False
    texts = [line for line in lines if line.kind == "text"]
    if all(line.heading for line in texts) or any(line.row is not None for line in texts):
        return False
    if any(layout_of(line)[:2] == column.layout[:2] for line in texts):
        return False
    return any(kind not in column.kinds for line in texts for kind in _wrappers(line, box))


def _wrappers(line: Line, box: HtmlElement) -> Iterator[tuple[str, str | None]]:
    """The elements with names from a line up to its box that are no author's."""
    for element in (line.element, *line.element.iterancestors()):
        if element.tag not in _PLAIN and element.tag != "li" and element.get("class"):
            yield str(element.tag), element.get("class")
        if element is box:
            return
