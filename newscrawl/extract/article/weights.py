"""How much each line of a page looks like running text, and what only looks like it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, groupby
from typing import TYPE_CHECKING

from newscrawl.extract.article.boilerplate import is_footer, is_never_text
from newscrawl.extract.article.end_marks import ends_article, is_statement
from newscrawl.extract.article.meta_line import is_byline
from newscrawl.extract.handed import hidden_box
from newscrawl.extract.lines import BOILERPLATE, Line, PageLines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Those that are met most come first: to count one takes a fortieth of what looking for a set does.
_PUNCTUATION = "，。、,.“”：；？！（）;!?"
_SENTENCE = "，。；！？"
_LOOKED_AT = 500  # characters of a line in which marks are counted, up to as many
_MARKS = 4  # marks of punctuation from which on a line is prose
_SENTENCES = 2  # marks of a sentence that no byline has
_SEEN_SHARE = 0.25  # share of the page's weight below which hidden lines, or noise, are text
_LENGTHY = frozenset(("comment", "related", "aside", "footer", "form"))
_POST = 60.0  # weight of a text beside which lengthy noise stays noise
_ROW = 60  # characters of an item of a list that is no prose
_ROW_SHARE = 0.67  # share of such an item that is no link
_LONG = 40  # characters from which on a line without a mark is prose
_SHORT = 12  # characters below which a line weighs nothing
_VERSES, _VERSE_ENDS = 3, frozenset("，。！？；")  # lines of a verse, how they end
# A teaser's box: how large it may be, how short its title.
_CARD_DEPTH = 5
_CARD_LINES = 6  # lines of a card that leads elsewhere
_CARD_TITLE = 5  # characters of its title


def weigh(line: Line) -> float:
    """How much a line looks like running text: its characters outside links, 0 for the rest."""
    return line.answer(_weight)


def _weight(line: Line) -> float:
    if line.kind != "text":
        return 0.0
    own, size = line.own, len(line.text)
    if own < _SHORT or own * 2 < size or (line.item and is_row(line)):
        return 0.0
    marks = _count(line.text[:_LOOKED_AT], _PUNCTUATION, _MARKS)
    if not marks and own < _LONG:
        return 0.0
    if own < 3 * _LONG and (
        is_never_text(line)
        or (ends_article(line) and (own < _LONG or is_statement(line)))
        or _is_meta(line)
    ):
        return 0.0
    if own < 5 * _LONG and is_footer(line):
        return 0.0
    return own * min(1.0, 0.4 + 0.15 * marks)


def _count(text: str, marks: str, most: int) -> int:
    """How many of some marks stand in a text, counted up to `most`."""
    seen = 0
    for mark in marks:
        seen += text.count(mark)
        if seen >= most:
            return most
    return seen


def _weigh_verses(lines: Sequence[Line], each: list[float]) -> None:
    """Give the lines of a verse their weight: each is too short for one, three in a row are text.

    They are parted by line breaks within one element, and end like a sentence or its part.
    """
    short = [
        number
        for number, line in enumerate(lines)
        if len(line.text) < _SHORT and line.text[-1:] in _VERSE_ENDS and not line.links
    ]
    if len(short) < _VERSES:
        return
    # Neighbours of one element are as far apart in the page as in this list.
    runs = groupby(enumerate(short), lambda pair: (pair[1] - pair[0], id(lines[pair[1]].element)))
    for _, run in runs:
        verses = [number for _, number in run]
        for number in verses if len(verses) >= _VERSES else ():
            each[number] = each[number] or float(len(lines[number].text))


def is_row(line: Line) -> bool:
    """Whether a line is a row of a list of links: a title, and who and when."""
    return line.item and line.own < _ROW_SHARE * len(line.text) and line.own < _ROW


def is_prose(line: Line) -> bool:
    """Whether a line looks like running text."""
    return weigh(line) > 0


def _is_meta(line: Line) -> bool:
    return _count(line.text, _SENTENCE, _SENTENCES) < _SENTENCES and is_byline(line)


def _mistrust(page: PageLines, each: Sequence[float], *, headed: bool) -> None:
    """Take back "hidden" and "noise" where they would leave hardly any text.

    A page may hide itself until its script runs, or stand whole in an element of a wrong name
    (everything inside `div.breadcrumb`). What is longer than many a post stays noise (comments,
    digests of other articles) where there is a post, or it is `headed`: its title is no noise.
    """
    weighty = [(weight, line) for weight, line in zip(each, page.lines, strict=True) if weight]
    if not any(line.noise or line.hidden for _, line in weighty):
        return
    pairs = [(weight, line) for weight, line in weighty if line.noise != BOILERPLATE]
    total = sum(weight for weight, _ in pairs)
    if sum(weight for weight, line in pairs if not line.hidden) < _SEEN_SHARE * total:
        _show(page, each, _SEEN_SHARE * total)
    rest = sum(weight for weight, line in pairs if not line.noise)
    if rest < _SEEN_SHARE * total:
        heavy: dict[str, float] = {}
        for weight, line in pairs:
            if line.noise and not (line.noise in _LENGTHY and (headed or rest >= _POST)):
                heavy[line.noise] = heavy.get(line.noise, 0.0) + weight
        worst = max(heavy, key=lambda reason: heavy[reason], default=None)
        for line in page.lines:
            line.noise = None if line.noise == worst else line.noise


def _show(page: PageLines, each: Sequence[float], least: float) -> None:
    """Take back "hidden" from the hidden elements that hold much of the text, and whole."""
    boxes: dict[HtmlElement, float] = {}
    for weight, line in zip(each, page.lines, strict=True):
        if weight and line.hidden and (box := hidden_box(line.element)) is not None:
            boxes[box] = boxes.get(box, 0.0) + weight
    for box, weight in boxes.items():
        if weight >= least:
            for line in page.lines[slice(*page.of(box))]:
                line.hidden = False


def cards(page: PageLines, each: Sequence[float]) -> frozenset[int]:
    """The lines of boxes that tell what neighbours are about: a link and its first sentences.

    One such box may be an article's own; two of one layout are a list.
    """
    found: dict[tuple[str | None, ...], set[HtmlElement]] = {}
    for number, weight in enumerate(each):
        box = _card(page, number) if weight and number else None
        if box is not None:
            found.setdefault(_layout(box), set()).add(box)
    lists = (boxes for boxes in found.values() if len(boxes) > 1)
    return frozenset(number for box in chain(*lists) for number in range(*page.of(box)))


def _layout(element: HtmlElement) -> tuple[str | None, ...]:
    parent = element.getparent()
    above = parent.get("class") if parent is not None else None
    return (str(element.tag), element.get("class"), above)


def _card(page: PageLines, number: int) -> HtmlElement | None:
    """The small element that holds a line and, above it, the link to what it is about."""
    box: HtmlElement | None = page.lines[number].element
    for _ in range(_CARD_DEPTH):
        if box is None:
            return None
        first, last = page.of(box)
        if last - first > _CARD_LINES:
            return None
        if first < number:
            head = page.lines[first:number]
            titles = [line for line in head if line.kind == "text"]
            linked = titles and titles[0].links * 10 >= len(titles[0].text) * 8
            return box if linked and len(titles[0].text) >= _CARD_TITLE else None
        box = box.getparent()
    return None


class Weights:
    """Prefix sums of line weights: the weight of any element in constant time.

    Where the body's lines are known, only those `within` have a weight. `headed` says that title
    and byline stand outside of all noise. `prose` says of each line whether it looks like running
    text, wherever it stands, `sums` what all lines before one weigh.
    """

    def __init__(
        self, page: PageLines, within: range | None = None, *, headed: bool = False
    ) -> None:
        self.page = page
        each = [
            weigh(line) if within is None or number in within else 0.0
            for number, line in enumerate(page.lines)
        ]
        _weigh_verses(page.lines, each)
        self.prose = [weight > 0 for weight in each]
        _mistrust(page, each, headed=headed)
        self.cards = cards(page, each) if within is None else frozenset[int]()
        for number in self.cards:
            each[number] = 0.0
        self.each = [
            0.0 if line.hidden or line.noise else weight
            for weight, line in zip(each, page.lines, strict=True)
        ]
        self.sums = [0.0, *accumulate(self.each)]

    @property
    def total(self) -> float:
        """Weight of the page."""
        return self.sums[-1]

    def between(self, first: int, last: int) -> float:
        """Weight of the lines first..last-1."""
        return self.sums[last] - self.sums[first]

    def of(self, element: HtmlElement) -> float:
        """Weight of an element."""
        first, last = self.page.of(element)
        return self.between(first, last)
