"""The pass over a page's tree that makes its lines: linear in its size, no recursion.

Every element is visited once and costs a few lookups: this loop is what reading a page takes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from lxml import etree

from newscrawl.extract.handed import TELLING, Given, handed_by_tag, handed_down, hides, names_of
from newscrawl.extract.lines import Line, PageLines, tidy
from newscrawl.extract.menus import MENUS, menu_begins
from newscrawl.extract.tags import BLOCKS, CHANGING, INLINE, SKIPPED
from newscrawl.extract.written import written_by
from newscrawl.text.labels import BOUNDARY

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.extract.document import Document

_SCRIPT_LIMIT = 3000  # characters of an inline script that may write text
_BEHIND_SCOPE = 10  # lines behind the part that holds the article
# A page is read up to here, in well under a second; the longest real ones stay far below.
MAX_LINES = 10_000
MAX_ELEMENTS = 75_000
MAX_CHARACTERS = 2_000_000
_PASSED, _BREAK, _IMAGE, _BLOCK, _INLINE = range(1, 6)
_KIND = {
    **dict.fromkeys(BLOCKS, _BLOCK),
    **dict.fromkeys(INLINE, _INLINE),
    **dict.fromkeys(SKIPPED, _PASSED),
    **dict.fromkeys((etree.Comment, etree.PI, etree.Entity), _PASSED),
    "br": _BREAK,
    "img": _IMAGE,
}
# What holds running text: a site's own element in one of these is a part of its line.
_RUNNING = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd"))
_DECLARING = frozenset(("itemprop", "pdfsrc"))
_ASKED = TELLING | _DECLARING
# How the attributes of most elements are: one that says something, and which.
_STYLE_ALONE, _CLASS_ALONE = ["style"], ["class"]

# An element that is being read: itself, its children still to come, the block that its text
# belongs to, what it hands down, and its first line.
_Frame = tuple[Any, Iterator[Any], Any, Given, int]


def read_lines(
    document: Document,
    *,
    scope: HtmlElement | None = None,
    alone: bool = False,
    skip: Collection[HtmlElement] = frozenset(),
    trusted: Collection[HtmlElement] = frozenset(),
    asked: Collection[HtmlElement] = frozenset(),
    close: bool = False,
) -> PageLines:
    """Flatten a page; where asked to `close` menus, one line stands for each large one.

    What is `asked` for, elements that rules name and those around them, is no menu.

    With a `scope` few lines behind that element are read, all of them, and, where it is read
    `alone`, nothing before it. Elements in `skip` are passed over as if they were not there. The
    `trusted` ones are known to hold the text: their own names, and those of what stands around
    them, make no noise of it and do not hide it.
    """
    path = _path_to(scope) if alone else {}
    return _Pass(scope, path, skip, trusted, asked, close=close).over(document.root)


class _Pass:
    """The line that is being gathered, and how far the page may still be read."""

    def __init__(
        self,
        scope: HtmlElement | None,
        path: dict[HtmlElement, HtmlElement],
        skip: Collection[HtmlElement],
        trusted: Collection[HtmlElement],
        asked: Collection[HtmlElement],
        *,
        close: bool,
    ) -> None:
        self.lines: list[Line] = []
        self.spans: dict[HtmlElement, tuple[int, int]] = {}
        self.pieces: list[str] = []
        self.links = 0
        self.bold = 0
        self.last = MAX_LINES
        self.characters = MAX_CHARACTERS
        self.cut = False
        self.full = False
        self.scope = scope
        self.skip = skip
        self.path = path
        self.trusted = frozenset(trusted)
        self.asked = asked
        self.close = close
        self.closed = False
        self.scripts: list[str] = []
        self.declared: list[HtmlElement] = []

    def over(self, root: HtmlElement) -> PageLines:
        """Read everything under `root`."""
        given, pieces, enter = Given(), self.pieces, self._enter
        self._add(root.text, given)
        here: _Frame = root, iter(self._children(root)), root, given, 0
        around: list[_Frame] = []
        left = MAX_ELEMENTS
        while True:
            element, children, block, given, first = here
            for child in children:
                left -= 1
                if self.full or left < 0:
                    self.cut = self.cut or left < 0
                    return self._cut_short([*around, here])
                if inner := enter(child, block, given):
                    around.append(here)
                    here = inner
                    break
                if (tail := child.tail) and (pieces or not tail.isspace()):
                    pieces.append(tail)
                    if given.counts:
                        self._count(tail, given)
            else:
                self._close(element, block, given, first)
                if not around:
                    return self._page()
                here = around.pop()
                if tail := element.tail:
                    self._add(tail, here[3])

    def _enter(self, child: HtmlElement, block: HtmlElement, given: Given) -> _Frame | None:
        """Begin an element; None where it has been read, as nothing stands in it but text."""
        tag = child.tag
        kind = _KIND.get(tag) or self._kind_of_own(child, block)
        if kind < _BLOCK or (self.skip and child in self.skip):
            self._pass(child, kind, block, given)
            return None
        handed = self._handed(given, child, tag)
        text, pieces = child.text, self.pieces
        if kind == _BLOCK:
            if pieces:
                self._flush(block, given)
            if self.close and handed is not given and self._shut(child, given, handed):
                return None
            block = child
        elif tag == "span" and not text and _is_break(child):
            self._flush(block, given)
            return None
        else:
            pieces.append(BOUNDARY)
            if handed.hidden and not given.hidden and _is_unseen(child):
                return None
        start = len(self.lines)
        if text and (pieces or not text.isspace()):
            pieces.append(text)
            if handed.counts:
                self._count(text, handed)
        # All of them at once: a third less than to ask how many and then for each.
        if inside := self._children(child) if self.path else child[:]:
            return child, iter(inside), block, handed, start
        self._close(child, block, handed, start)
        return None

    def _shut(self, menu: HtmlElement, given: Given, handed: Given) -> bool:
        """Whether an element is a menu, left closed: one line stands for it, none for an empty."""
        noise = handed.noise is not None and given.noise is None and handed.noise in MENUS
        begins = menu_begins(menu) if noise and menu not in self.asked else None
        if begins is None:
            return False
        self.closed = True
        if text := tidy(begins):
            self.spans[menu] = (len(self.lines), len(self.lines) + 1)
            self._put(_line(text, text, menu, handed, len(text), bold=False))
        return True

    def _handed(self, given: Given, child: HtmlElement, tag: str) -> Given:
        """What an element hands down to what stands in it."""
        keys = child.keys()
        if keys and not _ASKED.isdisjoint(keys):
            handed = self._told(given, child, tag, keys)
        else:
            handed = handed_by_tag(given, child, tag) if tag in CHANGING else given
        if self.trusted and child in self.trusted:
            handed = replace(handed, noise=None, hidden=False, below={})
        return handed

    def _told(self, given: Given, child: HtmlElement, tag: str, keys: list[str]) -> Given:
        """The same of one that has attributes which may say something."""
        if keys == _CLASS_ALONE:
            return handed_down(given, child, (tag, child.get("class"), None, None, False))
        if keys == _STYLE_ALONE and not hides(child.get("style") or ""):
            return handed_by_tag(given, child, tag) if tag in CHANGING else given
        if not _DECLARING.isdisjoint(keys):
            self.declared.append(child)
        # One call for all of them: to ask for each by its name takes as long as all do.
        return handed_down(given, child, names_of(tag, dict(child.items())))

    def _children(self, element: HtmlElement) -> list[HtmlElement]:
        """Its children; of an element around the scope only the step there, and what follows."""
        step = self.path.pop(element, None)  # behind the last step nobody is asked for one
        return element[:] if step is None else [step, *step.itersiblings()]

    def _kind_of_own(self, child: HtmlElement, block: HtmlElement) -> int:
        """What a site's own element is (`app-title`): a block, unless it is a part of a line."""
        tail = child.tail
        part = "-" not in child.tag or (tail and not tail.isspace()) or block.tag in _RUNNING
        return _INLINE if part or not all(map(_is_blank, self.pieces)) else _BLOCK

    def _cut_short(self, open_: list[_Frame]) -> PageLines:
        """End everything that is open: no more is read."""
        while open_:
            element, _, block, given, first = open_.pop()
            self._close(element, block, given, first)
            if open_:
                self._add(element.tail, open_[-1][3])
        return self._page()

    def _page(self) -> PageLines:
        count, spans = len(self.lines), self.spans
        cut = self.cut or count > MAX_LINES or self.characters <= 0
        # A blank line that was being gathered when the last elements ended has become none.
        last = takewhile(lambda element: spans[element][1] >= count, reversed(spans))
        for element in list(last):
            first, _ = spans[element]
            if first < count:
                spans[element] = (first, count)
            else:
                del spans[element]
        return PageLines(self.lines, cut, spans, self.scripts, self.declared, self.closed)

    def _pass(self, child: HtmlElement, kind: int, block: HtmlElement, given: Given) -> None:
        """An element that holds no text: a line break, an image, or one to be passed over."""
        if child in self.skip or kind == _PASSED:
            if child.tag == "script":
                self._script(child.text, given)
            return
        self._flush(block, given)
        if kind == _IMAGE:
            line = _line("", "", block, given, 0, bold=False)
            line.kind, line.node = "image", child
            self._put(line)

    def _script(self, text: str | None, given: Given) -> None:
        """A short inline script: what it writes is text, and others want to look at it."""
        if text and len(text) <= _SCRIPT_LIMIT:
            self.scripts.append(text)
            self._add(written_by(text), given)

    def _close(self, element: HtmlElement, block: HtmlElement, given: Given, first: int) -> None:
        """Note which lines an element holds, now that it ends."""
        if element is self.scope:
            self.last = min(MAX_LINES, len(self.lines) + _BEHIND_SCOPE)
            self.close = False
        if block is element:
            if self.pieces:
                self._flush(block, given)
            last = len(self.lines)
        else:
            self.pieces.append(BOUNDARY)
            last = len(self.lines) + 1  # the line that is being gathered
        if last > first:
            self.spans[element] = (first, last)

    def _add(self, text: str | None, given: Given) -> None:
        if not text or (not self.pieces and text.isspace()):
            return
        self.pieces.append(text)
        if given.counts:
            self._count(text, given)

    def _count(self, text: str, given: Given) -> None:
        """Count the characters of a link, and bold ones."""
        size = len(text.strip())
        if given.in_link:
            self.links += size
        if given.bold:
            self.bold += size

    def _flush(self, block: HtmlElement, given: Given) -> None:
        """End the line that is being gathered, if there is one."""
        pieces = self.pieces
        if not pieces:
            return
        raw = "".join(pieces)
        links, bold = self.links, self.bold
        pieces.clear()
        self.links = self.bold = 0
        if len(raw) > self.characters:
            raw, self.cut = raw[: self.characters], True
        self.characters -= len(raw)
        self.full = self.full or self.characters <= 0
        text = raw.replace(BOUNDARY, "")
        if not text or text.isspace() or not (text := tidy(text)):
            return
        size = len(text)
        self._put(_line(text, raw, block, given, min(links, size), bold=bold * 10 >= size * 8))

    def _put(self, line: Line) -> None:
        self.lines.append(line)
        self.full = self.full or len(self.lines) > self.last


def _line(text: str, raw: str, block: HtmlElement, given: Given, links: int, *, bold: bool) -> Line:
    return Line(
        text,
        raw,
        block,
        links,
        "text",
        given.heading,
        given.item,
        given.quote,
        given.caption,
        bold,
        given.noise,
        given.hidden,
        given.row,
        given.table,
    )


def _path_to(scope: HtmlElement | None) -> dict[HtmlElement, HtmlElement]:
    """Each element around `scope` with its child on the way there."""
    path: dict[HtmlElement, HtmlElement] = {}
    while scope is not None and (parent := scope.getparent()) is not None:
        path[parent] = scope
        scope = parent
    return path


def _is_break(span: HtmlElement) -> bool:
    """Whether an empty element calls itself a line break: <span class="br"></span>."""
    name = span.get("class")
    return name is not None and len(span) == 0 and "br" in name.split()


def _is_blank(piece: str) -> bool:
    return piece == BOUNDARY or piece.isspace()


def _is_unseen(inline: HtmlElement) -> bool:
    """Whether a piece of a line is hidden: unlike a hidden block it can be no line of its own."""
    style = inline.get("style")
    if not (style and hides(style)) and inline.get("hidden") is None:
        return False
    return not any(_KIND.get(one.tag, _INLINE) == _BLOCK for one in inline.iter())
