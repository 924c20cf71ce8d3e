"""A page as its lines: what a `Line` is, and which lines each element holds.

Everything about an article is decided on lines (title, byline, where the body starts and ends), so
nested tables, ``<br>``-separated text and custom elements are read like paragraphs. The pass over
the tree that makes them is `newscrawl.extract.flatten`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from newscrawl.text.bare_labels import paired_labels
from newscrawl.text.labels import (
    BOUNDARY,
    Labelled,
    begins_label,
    may_hold_labels,
    split_labels,
)
from newscrawl.text.traditional import simplified
from newscrawl.text.whitespace import tidy_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LineKind = Literal["text", "image"]
Answer = TypeVar("Answer")

_CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
_SOFT_BREAK = re.compile(rf"(?<={_CJK})[ \t\r\f]*\n\s*(?={_CJK})")
# The same where no blank stands before a break, as nearly always: looked for by the break itself.
_BARE_BREAK = re.compile(rf"\n(?<={_CJK}\n)\s*(?={_CJK})")
_BLANK_BREAKS = (" \n", "\t\n", "\r\n", "\f\n")
# The reason of a line that the site's rules say is never text: unlike the others, it is sure.
BOILERPLATE = "boilerplate"
BEGINNING = 400  # characters of a line that tables of words are held against
_MARKED_LIMIT = 600  # characters of a line that may hold labels
_EXAMINED = 2_000  # lines of a sort that are asked what else they may be; real pages have 1,100
_LAST = 100  # lines of a page that may name its writers below the text
_ANCHORS = 500
_BREAKS_ASKED = 2_000  # source line breaks within a line that a label may follow


@dataclass(slots=True)
class Line:
    """One run of text (or one image) and where it stands.

    `links` counts the characters inside <a>; `row` and `table` are set inside tables; `raw` is the
    text as it was gathered. A `plain` line is one too many to be asked what else it may be: it is
    text, and nothing but text.
    """

    text: str
    raw: str
    element: HtmlElement
    links: int = 0
    kind: LineKind = "text"
    heading: int = 0
    item: bool = False
    quote: bool = False
    caption: bool = False
    bold: bool = False
    noise: str | None = None
    hidden: bool = False
    row: HtmlElement | None = None
    table: HtmlElement | None = None
    node: HtmlElement | None = None
    plain: bool = False
    _beginning: str | None = None
    _pieces: str | None = None
    _labels: tuple[Labelled, ...] | None = None
    _answers: dict[Callable[[Line], Any], Any] | None = None

    def answer(self, question: Callable[[Line], Answer]) -> Answer:
        """The answer to a question about what never changes in a line; it is asked once."""
        known = self._answers
        if known is None:
            known = self._answers = {}
        elif question in known:
            kept: Answer = known[question]
            return kept
        known[question] = answer = question(self)
        return answer

    @property
    def beginning(self) -> str:
        """The text's first characters, traditional ones as simplified ones; looked through once."""
        if self._beginning is None:
            self._beginning = simplified(self.text[:BEGINNING])
        return self._beginning

    @property
    def marked(self) -> str:
        """The text with `BOUNDARY` where an inline element begins or ends (short lines only)."""
        if self._pieces is None:
            short = len(self.text) <= _MARKED_LIMIT
            self._pieces = _marked(self.text, self.raw) if short else self.text
        return self._pieces

    @property
    def labels(self) -> tuple[Labelled, ...]:
        """The byline labels printed in the line (short lines only), read once."""
        if self._labels is None:
            self._labels = ()
            if not self.plain and len(self.text) <= _MARKED_LIMIT:
                # The lines of a template come again on each of a site's pages.
                read = _labels_once if len(self.raw) <= _MARKED_LIMIT else _labels_in
                self._labels, marked = read(self.text, self.raw)
                self._pieces = self._pieces or marked
        return self._labels

    @property
    def is_row(self) -> bool:
        """Whether most of it is a link."""
        return self.links * 2 > len(self.text)

    @property
    def anchors(self) -> list[HtmlElement]:
        """The first links in the line's element, which a <br> may part into thousands of lines."""
        return list(islice(self.element.iter("a"), _ANCHORS))

    @property
    def own(self) -> int:
        """Characters outside links."""
        return len(self.text) - self.links


@dataclass(slots=True)
class PageLines:
    """The lines of a page and, for each element that matters, the range of lines it holds.

    `cut` says that the page was too long to be read to its end; `scripts` are the texts of its
    short inline scripts, `declared` the elements with microdata or a player's attributes, `closed`
    says that one line stands for a large menu, `plain` that some lines were not looked at closely.
    """

    lines: list[Line] = field(default_factory=list)
    cut: bool = False
    spans: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    declared: list[HtmlElement] = field(default_factory=list)
    closed: bool = False
    plain: bool = False

    def of(self, element: HtmlElement) -> tuple[int, int]:
        """The half-open range of line numbers inside an element."""
        return self.spans.get(element, (0, 0))


def leave_plain(page: PageLines, ruled: Iterable[range]) -> None:
    """Spare the lines of an endless page beyond so many: whether one is a byline is dear to say.

    Rows of links and cells are counted apart, so that no menu and no table uses up what a text may
    need; the page's last lines, and what a site's rules name, are looked at wherever they stand.
    """
    if len(page.lines) <= _EXAMINED:
        return
    counts: Counter[tuple[bool, bool]] = Counter()
    for line in page.lines[:-_LAST]:
        if line.kind == "text":
            sort = line.is_row, line.row is not None
            counts[sort] += 1
            if counts[sort] > _EXAMINED:
                line.plain = page.plain = True
    for numbers in ruled:
        for line in page.lines[numbers.start : numbers.stop]:
            line.plain = False


def _marked(text: str, raw: str) -> str:
    return tidy(raw) if BOUNDARY in raw else text


def _labels_in(text: str, raw: str) -> tuple[tuple[Labelled, ...], str | None]:
    """The labels, and the text with its borders where it was looked at for them."""
    if not may_hold_labels(text, raw):
        return (), None
    marked = _marked(text, raw)
    return paired_labels(marked) or split_labels(marked), marked


_labels_once = lru_cache(maxsize=4096)(_labels_in)


def tidy(text: str) -> str:
    """One line of text: a source line break between Chinese characters is no blank.

    Before a label it is one: ``来源：某报`` and ``作者：某人`` on two source lines are two fields.
    """
    if text.isascii():
        return " ".join(text.split())
    # Most breaks stand round a text, where nothing is joined.
    if "\n" in text and "\n" in (text := text.strip()):
        text = text.replace("\r\n", "\n")
        soft = _SOFT_BREAK if any(one in text for one in _BLANK_BREAKS) else _BARE_BREAK
        text, breaks = soft.subn(_joined, text, _BREAKS_ASKED)
        text = soft.sub("", text) if breaks == _BREAKS_ASKED else text
    return tidy_line(text)


def _joined(found: re.Match[str]) -> str:
    return " " if begins_label(found.string, found.end()) else ""
