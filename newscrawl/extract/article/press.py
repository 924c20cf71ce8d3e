"""What newspapers do otherwise than institutes, and how their pages are told."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from newscrawl.extract.article.end_marks import is_related_heading
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.whitespace import squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A paragraph is a sentence; shorter lines at a text's ends are names, dates, agencies.
PARAGRAPH = 80
# How sentences end; those of Thai and Lao with a letter.
ENDS_SENTENCE = re.compile(r"[.!?…:;。！？”“\"»)\]।॥۔؟؛።។၊။։\u0e01-\u0eff]\s*$")
_DATUM = re.compile(r"[\d:：]")  # of a notice's last lines: 10:00, Place: Hall 3
# How letters end: a president's to the members, an open one in a paper.
_CLOSES_LETTER = re.compile(
    r"(?:(?:with\s)?(?:(?:best|kind|warm)(?:est)?\s)?(?:regards|wishes)|yours\s(?:sincerely|faithfully|truly)"
    r"|sincerely(?:\syours)?|mit\s\S+\sgrü(?:ß|ss)en|(?:viele|herzliche|beste)\sgrü(?:ß|ss)e|hochachtungsvoll"
    r"|(?:bien\s)?cordialement|(?:cordiales|atentos)\ssaludos|atentamente|saludos|cordiali\ssaluti"
    r"|met\svriendelijke\sgroeten?|med\s(?:vänlig|venlig|vennlig)\shils(?:en|ning)|z\spoważaniem|с\sуважением)"
    r"(?:\W|$)",
    re.IGNORECASE,
)
_OFTEN, _LONG_ENOUGH = 3, 30
# Characters of a link to another article; how many papers set around a text, where institutes
# abroad have none to four.
_HEADLINE, _HEADLINES = 40, 8
_MENUS = frozenset(("nav", "footer"))
_TWICE, _WORD = 2, 4
_MOSTLY = 0.45  # share of links that makes a last paragraph an offer
_QUIET, _LOUD = frozenset(("em", "i")), frozenset(("b", "strong"))
_WITHIN = frozenset(("a", "br", "u"))
_PICTURE_BOX = re.compile(r"(?:^|[\s_-])(?:image|img|pic|picture|photo|figure)", re.IGNORECASE)
_TEXT_BOX = re.compile(r"(?:^|[\s_-])text(?:$|[\s_-])", re.IGNORECASE)
_PICTURE_DEPTH = 4  # elements around a picture that are looked at
_PICTURE_LINES = 4  # lines that a picture's box has


def has_headlines(page: PageLines, text: HtmlElement) -> bool:
    """Whether a page is full of headlines around a `text` and its box, as newspapers' are.

    It says less than a declaration: institutes set their latest news beside a text, too.
    """
    first, last = page.of(text)
    headlines = {
        line.text
        for line in chain(page.lines[:first], page.lines[last:])
        if line.links >= _HEADLINE and line.links * 5 >= len(line.text) * 4
        if line.noise not in _MENUS
    }
    return len(headlines) >= _HEADLINES


def is_standfirst(line: Line) -> bool:
    """Whether a line is a sentence or two that could stand over a text."""
    return (
        len(line.text) >= PARAGRAPH
        and line.links == 0
        and not line.caption
        and not line.hidden
        and bool(ENDS_SENTENCE.search(line.text))
    )


def said_once(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without what a template puts in place of each video and post that it may not show."""
    told = Counter(page.lines[n].text for n in numbers if page.lines[n].row is None)
    return tuple(
        n
        for n in numbers
        if told[page.lines[n].text] < _OFTEN or len(page.lines[n].text) < _LONG_ENOUGH
    )


def without_refrains(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without the links that stand behind the same word or words each: READ MORE: another story."""
    before = {
        number: squash(line.text[: line.own])
        for number in numbers
        if (line := page.lines[number]).links * 2 >= len(line.text) > 0
    }
    told = Counter(before.values())
    return tuple(
        number
        for number in numbers
        if len(before.get(number, "")) < _WORD or told[before[number]] < _TWICE
    )


def without_afterwords(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without what a newspaper says of itself or of who wrote behind a text: in italics, links."""
    last = len(numbers)
    while last > 1 and _is_afterword(page.lines[numbers[last - 1]]):
        last -= 1
    return numbers[:last]


def _is_afterword(line: Line) -> bool:
    if line.kind != "text" or line.heading or line.item or line.quote or line.row is not None:
        return False
    if line.links >= _MOSTLY * len(line.text):
        return True
    loud = _QUIET | _LOUD if line.links else _QUIET
    return _is_set_in(line.element, loud)


def _is_set_in(element: HtmlElement, tags: frozenset[str]) -> bool:
    """Whether all that an element says, but for links, is set in elements of some tags."""
    kinds = {str(child.tag) for child in element}
    around = (element.text, *(child.tail for child in element))
    told = any(char.isalnum() for text in around if text for char in text)
    return not told and not tags.isdisjoint(kinds) and kinds <= _QUIET | _LOUD | _WITHIN


def without_stubs(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without a newspaper's short lines at both ends: who, when, which agency.

    Who signs a letter stands in such lines, too, and what a notice ends with: they are text.
    """
    texts = [number for number in numbers if page.lines[number].kind == "text"]
    above = takewhile(lambda number: _is_stub(page.lines[number]), texts)
    below = list(takewhile(lambda number: _is_last_stub(page.lines[number]), reversed(texts)))
    ends = (*texts[:1], *texts[-len(below) - 1 :])
    if any(_is_of_letter(page.lines[number]) for number in ends):
        below = []
    stubs = {*above, *below}
    return tuple(number for number in numbers if number not in stubs)


def _is_stub(line: Line) -> bool:
    if line.quote or ((line.item or line.row is not None) and not line.links):
        return False  # of a quotation, a list or a table that the text ends with
    return len(line.text) < PARAGRAPH and not (_greets(line) or ENDS_SENTENCE.search(line.text))


def _greets(line: Line) -> bool:
    """Whether a line begins a letter, or closes it, with a comma: Dear members."""
    return len(line.text) < PARAGRAPH and line.text.endswith((",", "，"))


def _is_of_letter(line: Line) -> bool:
    return _greets(line) or _CLOSES_LETTER.match(line.text) is not None


def _is_last_stub(line: Line) -> bool:
    # What asks for something is no datum: Do you know more? Email: desk@paper.example.
    return _is_stub(line) and ("?" in line.text or not _DATUM.search(line.text))


def is_caption(page: PageLines, line: Line) -> bool:
    """Whether a line is a picture's caption, by its own name or by the box that both stand in."""
    return line.caption or is_in_picture(page, line)


def is_aside(page: PageLines, line: Line) -> bool:
    """Newspapers set captions and "read also" links apart from the text; institutes do not.

    There a caption is part of the text, and a line that is all link is an attachment.
    """
    if is_related_heading(line) or is_caption(page, line):
        return True
    if line.item or line.row is not None:
        return False
    return line.links >= 0.9 * len(line.text) and len(line.text) > 3


def is_in_picture(page: PageLines, line: Line) -> bool:
    """Whether a line stands in the box of a picture: <figure>, div.picture-box; not .text-image."""
    box: HtmlElement | None = line.element
    for _ in range(_PICTURE_DEPTH):
        if box is None:
            return False
        first, last = page.of(box)
        if last - first > _PICTURE_LINES:
            return False
        name, lines = box.get("class") or "", page.lines[first:last]
        named = box.tag == "figure" or (_PICTURE_BOX.search(name) and not _TEXT_BOX.search(name))
        if named and any(one.kind == "image" for one in lines):
            return sum(map(is_standfirst, lines)) < _TWICE
        box = box.getparent()
    return False
