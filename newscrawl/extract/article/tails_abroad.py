"""What press offices abroad set under a text: whom to ask, the way back, a row to share it."""

from __future__ import annotations

import re

from newscrawl.extract.article.days_in_lines import without_dates
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.phrases import Phrases
from newscrawl.text.tail_words import BACK, CONTACT, OFFERED

_SHORT = 60  # characters of a row, and of what stands over contacts
_LINKED = 0.7  # share of such a row that is links
_MOST, _LONGEST = 10, 160  # lines of a block of contacts, and characters of one
# An address, or a number that counts nothing: +49 30 123, (030) 123 45, 030/12 34 56.
_REACHED = re.compile(
    r"\S@\S|\[at\]|\(at\)|\+\d[\d\s()/.–-]{5,}\d|\(0\d+\)|\b0\d[\d\s()/.–-]{5,}\d"
    r"|\b(?!\d{1,3}(?:[ .]\d{3})+\b)\d{2,4}[ .–-]\d{2,4}[ .–-]\d{2,4}\b"
)
_SENTENCE = re.compile(r"[.!…。।]\s*$")


def without_tails(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without the rows under a text that are the site's, and the block that says whom to ask."""
    last = len(numbers)
    while last > 1 and _is_row(page.lines[numbers[last - 1]]):
        last -= 1
    return numbers[: _before_contacts(page, numbers[:last])]


def _is_row(line: Line) -> bool:
    if line.kind != "text" or len(line.text) > _SHORT:
        return False
    if line.links >= _LINKED * len(line.text) and BACK.end(line.text) is not None:
        return True
    end = OFFERED.end(line.text)
    if end is None or line.row is not None or _SENTENCE.search(line.text):
        return False
    return len(line.text) - end <= line.links + 1 or line.text[end - 1] in ":：?؟"


def _before_contacts(page: PageLines, numbers: tuple[int, ...]) -> int:
    """How many of a text's lines stand before a last block of contacts, if there is one."""
    reached = False
    for at in range(len(numbers) - 1, max(0, len(numbers) - _MOST), -1):
        line = page.lines[numbers[at]]
        if len(line.text) > _LONGEST or line.row is not None or _is_sentence(line):
            break
        reached = reached or _REACHED.search(without_dates(line.text)) is not None
        if reached and _announces(line, CONTACT):
            over = at > 1 and _announces(page.lines[numbers[at - 1]], CONTACT)
            return at - over
    return len(numbers)


def _is_sentence(line: Line) -> bool:
    """Whether a line tells something: words, and nobody to reach behind them, up to a full stop."""
    return bool(_SENTENCE.search(line.text)) and _REACHED.search(line.text) is None


def _announces(line: Line, phrases: Phrases) -> bool:
    """Whether a line is such words, or they stand with a colon before the rest of it."""
    end = phrases.end(line.text) if line.kind == "text" else None
    if end is None:
        return False
    return len(line.text) - end <= 1 or line.text[end - 1] in ":："
