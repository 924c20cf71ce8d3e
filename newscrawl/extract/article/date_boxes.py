"""Dates that a design cuts into boxes: a day, a month with its year, a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extract.lines import PageLines
from newscrawl.text.labels import BOUNDARY

_BOX = re.compile(
    r"\d{1,2}日?|\d{1,2}\s*[-./月]\s*\d{1,2}日?|(?:19|20)\d\d年?|(?:19|20)\d\d\s*[-./年]\s*\d{1,2}月?"
    r"|\d{1,2}\s*(?:月\s*[/,]?|[/.])\s*(?:19|20)\d\d年?"
    r"|[A-Z][a-z]{2,8}\.?(?:\s*,?\s*(?:19|20)\d\d)?"
)
_DAY_OF_YEAR = re.compile(r"\d{1,2}月\d{1,2}日(?:19|20)\d\d年?")  # 10月08日 over 2024
_BETWEEN = " \t\n\u3000\xa0/|·-"  # what a design sets between boxes
_BOXES = 3  # boxes that a date may be cut into
_BOX_LENGTH = 14  # characters of such a box


def split_dates(page: PageLines, numbers: range) -> Iterator[str]:
    """Neighbouring pieces that make one date: elements of one line, or lines of their own."""
    run: list[str] = []
    for index in numbers:
        line = page.lines[index]
        if line.kind == "text" and not line.hidden and len(line.text) <= _BOX_LENGTH:
            pieces = [
                one for piece in line.marked.split(BOUNDARY) if (one := piece.strip(_BETWEEN))
            ]
            if _DAY_OF_YEAR.fullmatch(glued := "".join(pieces)):
                yield glued
            elif all(map(_BOX.fullmatch, pieces)):
                run += pieces
                continue
        yield from _joined(run)
        run = []
    yield from _joined(run)


def _joined(run: list[str]) -> Iterator[str]:
    if 1 < len(run) <= _BOXES:
        yield " ".join(run)
