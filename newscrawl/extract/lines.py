"""A page as its lines: one pass over the tree, one `Line` for each run of text between blocks.

Everything about an article is decided on lines (title, byline, where the body starts and ends), so
nested tables, ``<br>``-separated text and custom elements are read like paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Literal

from newscrawl.extract.noise import OUTER, noise_of
from newscrawl.extract.tags import BLOCKS, CHANGING, HEADINGS, SKIPPED
from newscrawl.text.labels import BOUNDARY, LABEL_AHEAD, Labelled, paired_labels, split_labels
from newscrawl.text.whitespace import drop_unseen

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LineKind = Literal["text", "image"]

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
_SOFT_BREAK = re.compile(rf"(?<={_CJK})[ \t\r\f]*\n\s*(?={_CJK})(?!{LABEL_AHEAD})", re.IGNORECASE)
# The reason of a line that the site's rules say is never text: unlike the others, it is sure.
BOILERPLATE = "boilerplate"
_MARKED_LIMIT = 600
_WRITES = re.compile(
    r"""document\.write(?:ln)?\(\s*("[^"\n]*"|'[^'\n]*')?\s*([A-Za-z_$][\w$]*)?\s*\)"""
)
_TAGS = re.compile(r"<[^>]*>")
_SCRIPT_LIMIT = 3000
_WRITTEN_LIMIT = 120
_BEHIND_SCOPE = 16
# A page is read up to here, in well under a second; the longest real ones stay far below.
MAX_LINES = 12_000
MAX_ELEMENTS = 100_000
MAX_CHARACTERS = 2_000_000
_CHILDLESS: Iterator[HtmlElement] = iter(())
# Attributes that change what an element hands down.
_TELLING = frozenset(("class", "id", "role", "style", "hidden", "aria-hidden"))


@dataclass(slots=True)
class Line:
    """One run of text (or one image) and where it stands.

    `links` counts the characters inside <a>; `marked` is the text with `BOUNDARY` where an inline
    element begins or ends (short lines only); `row` and `table` are set inside tables.
    """

    text: str
    marked: str
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
    _labels: tuple[Labelled, ...] | None = None

    @property
    def labels(self) -> tuple[Labelled, ...]:
        """The byline labels printed in the line (short lines only), read once."""
        if self._labels is None:
            short = len(self.text) <= _MARKED_LIMIT
            self._labels = paired_labels(self.marked) or split_labels(self.marked) if short else ()
        return self._labels

    @property
    def own(self) -> int:
        """Characters outside links."""
        return len(self.text) - self.links


@dataclass(slots=True)
class PageLines:
    """The lines of a page and, for each element that matters, the range of lines it holds.

    `cut` says that the page was too long to be read to its end.
    """

    lines: list[Line] = field(default_factory=list)
    cut: bool = False
    spans: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)

    def of(self, element: HtmlElement) -> tuple[int, int]:
        """The half-open range of line numbers inside an element."""
        return self.spans.get(element, (0, 0))


@dataclass(slots=True)
class _Given:
    """What an element hands down to everything inside it. Shared: never changed once made."""

    in_link: bool = False
    heading: int = 0
    item: bool = False
    quote: bool = False
    caption: bool = False
    bold: bool = False
    noise: str | None = None
    hidden: bool = False
    row: HtmlElement | None = None
    table: HtmlElement | None = None


@dataclass(slots=True)
class _Frame:
    """An element that is being read: its children still to come, the block its text belongs to."""

    element: HtmlElement
    children: Iterator[HtmlElement]
    block: HtmlElement
    given: _Given
    first: int = 0


def tidy(text: str) -> str:
    """One line of text: a source line break between Chinese characters is no blank.

    Before a label it is one: ``来源：某报`` and ``作者：某人`` on two source lines are two fields.
    """
    if "\n" in text:
        text = _SOFT_BREAK.sub("", text)
    return " ".join((text if text.isascii() else drop_unseen(text)).split())


def written_by(script: str | None) -> str | None:
    """What a small inline script writes into the page: `var d='2023-02-13'; document.write(d)`.

    Only string literals, directly or through one variable of the same script; nothing is run.
    """
    if not script or len(script) > _SCRIPT_LIMIT or "document.write" not in script:
        return None
    texts = []
    for literal, name in _WRITES.findall(script):
        value = literal[1:-1] if literal else None
        if name:
            known = re.search(rf"\b{re.escape(name)}\s*=\s*(\"[^\"\n]*\"|'[^'\n]*')", script)
            value = known[1][1:-1] if known else None
        if value and len(value) <= _WRITTEN_LIMIT:
            texts.append(_TAGS.sub(" ", value))
    return " ".join(dict.fromkeys(texts)) or None


class _Builder:
    def __init__(self) -> None:
        self.page = PageLines()
        self.pieces: list[str] = []
        self.links = 0
        self.bold = 0
        self.last = MAX_LINES
        self.elements = MAX_ELEMENTS
        self.characters = MAX_CHARACTERS

    @property
    def full(self) -> bool:
        """Whether the page has been read as far as it is going to be."""
        return len(self.page.lines) > self.last or self.elements <= 0 or self.characters <= 0

    def add(self, text: str | None, frame: _Frame) -> None:
        if text:
            self.pieces.append(text)
            if frame.given.in_link:
                self.links += len(text.strip())
            if frame.given.bold:
                self.bold += len(text.strip())

    def flush(self, frame: _Frame) -> None:
        if not self.pieces:
            return
        marked = "".join(self.pieces)
        links, bold = self.links, self.bold
        self.pieces.clear()
        self.links = self.bold = 0
        if len(marked) > self.characters:
            marked, self.page.cut = marked[: self.characters], True
        self.characters -= len(marked)
        parted = BOUNDARY in marked
        text = marked.replace(BOUNDARY, "") if parted else marked
        if not text or text.isspace() or not (text := tidy(text)):
            return
        short = tidy(marked) if parted and len(text) <= _MARKED_LIMIT else text
        line = _line(text, short, frame)
        line.links = min(links, len(text))
        line.bold = bold * 10 >= len(text) * 8
        self.page.lines.append(line)

    def image(self, element: HtmlElement, frame: _Frame) -> None:
        """Place an image behind the text before it; text goes on in a new line."""
        self.flush(frame)
        line = _line("", "", frame)
        line.kind, line.node = "image", element
        self.page.lines.append(line)


def _line(text: str, marked: str, frame: _Frame) -> Line:
    given = frame.given
    return Line(
        text,
        marked,
        frame.block,
        heading=given.heading,
        item=given.item,
        quote=given.quote,
        caption=given.caption,
        noise=given.noise,
        hidden=given.hidden,
        row=given.row,
        table=given.table,
    )


def read_lines(
    root: HtmlElement,
    *,
    scope: HtmlElement | None = None,
    skip: Collection[HtmlElement] = frozenset(),
) -> PageLines:
    """Flatten a page. Linear in its size, no recursion.

    With a `scope` nothing before that element is read, and few lines behind it. Elements in `skip`
    are passed over as if they were not there.
    """
    builder = _Builder()
    page = builder.page
    path = _path_to(scope)
    stack = [_Frame(root, _children(root, path), root, _Given())]
    builder.add(root.text, stack[0])
    while stack:
        frame = stack[-1]
        child = None if builder.full else next(frame.children, None)
        if child is None:
            if frame.element is scope:
                builder.last = min(MAX_LINES, len(page.lines) + _BEHIND_SCOPE)
            _leave(builder, stack)
            continue
        builder.elements -= 1
        tag = child.tag
        if not isinstance(tag, str) or tag in SKIPPED or child in skip:
            if tag == "script":
                builder.add(written_by(child.text), frame)
            builder.add(child.tail, frame)
        elif tag == "br":
            builder.flush(frame)
            builder.add(child.tail, frame)
        elif tag == "img":
            builder.image(child, frame)
            builder.add(child.tail, frame)
        else:
            below = _enter(builder, frame, child, tag)
            if child in path:
                below.children = _children(child, path)
            stack.append(below)
            builder.add(child.text, below)
    count = len(page.lines)
    page.cut |= count > MAX_LINES or builder.elements <= 0 or builder.characters <= 0
    page.spans = {
        e: (first, min(last, count)) for e, (first, last) in page.spans.items() if first < count
    }
    return page


def _path_to(scope: HtmlElement | None) -> dict[HtmlElement, HtmlElement]:
    """Each element around `scope` with its child on the way there."""
    path: dict[HtmlElement, HtmlElement] = {}
    while scope is not None and (parent := scope.getparent()) is not None:
        path[parent] = scope
        scope = parent
    return path


def _children(
    element: HtmlElement, path: Mapping[HtmlElement, HtmlElement]
) -> Iterator[HtmlElement]:
    step = path.get(element)
    return iter(element) if step is None else chain((step,), step.itersiblings())


def _enter(builder: _Builder, frame: _Frame, child: HtmlElement, tag: str) -> _Frame:
    block = tag in BLOCKS
    if block:
        builder.flush(frame)
    else:
        builder.pieces.append(BOUNDARY)
    return _Frame(
        child,
        iter(child) if len(child) else _CHILDLESS,
        child if block else frame.block,
        _given(frame.given, child, tag),
        len(builder.page.lines),
    )


def _given(above: _Given, child: HtmlElement, tag: str) -> _Given:
    """What `child` hands down: mostly what was handed to it, so that is shared, not copied."""
    told = not _TELLING.isdisjoint(child.keys())
    if not told and tag not in CHANGING:
        return above
    noise, hidden = above.noise, above.hidden
    caption = above.caption or tag == "figcaption"
    if tag in ("article", "main") and noise in OUTER:
        noise = None
    else:
        noise = noise or noise_of(tag, child.get("class"), child.get("id"), child.get("role"))
    if told and not caption:
        caption = "caption" in (child.get("class") or "").lower()
    if told and not hidden:
        style = child.get("style")
        hidden = (
            child.get("hidden") is not None
            or child.get("aria-hidden") == "true"
            or bool(style and _HIDDEN.search(style))
        )
    if (
        tag not in CHANGING
        and noise == above.noise
        and hidden == above.hidden
        and caption == above.caption
    ):
        return above
    return _Given(
        above.in_link or tag == "a",
        HEADINGS.get(tag, above.heading),
        above.item or tag in ("li", "dd"),
        above.quote or tag == "blockquote",
        caption,
        above.bold or tag in ("b", "strong", "h1", "h2", "h3", "h4"),
        noise,
        hidden,
        child if tag == "tr" else above.row,
        child if tag == "table" else above.table,
    )


def _leave(builder: _Builder, stack: list[_Frame]) -> None:
    frame = stack.pop()
    element = frame.element
    if frame.block is element:
        builder.flush(frame)
        last = len(builder.page.lines)
    else:
        builder.pieces.append(BOUNDARY)
        last = len(builder.page.lines) + 1  # the line that is being gathered
    if last > frame.first:
        builder.page.spans[element] = (frame.first, last)
    if stack:
        builder.add(element.tail, stack[-1])
