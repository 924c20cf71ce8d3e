"""The body: which lines of the container are the article, and those lines as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from newscrawl.extract.article.boilerplate import ends_article, is_never_text
from newscrawl.extract.article.byline import byline_end, in_byline, is_bare_date
from newscrawl.extract.article.container import Weights
from newscrawl.extract.article.title import Title
from newscrawl.extract.lines import BOILERPLATE, Line, PageLines
from newscrawl.items import Block
from newscrawl.text.language import is_chinese
from newscrawl.text.whitespace import squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COUNTER = re.compile(
    r"\s*(?:已?下载\s*[:：]?\s*\d*\s*次|下载次数\s*[:：]\s*\d*|\(?点击\s*\d+\s*次\)?)"
)
_INLINE_BYLINE_ROOM = 14
_GROW = 6
_HIDDEN = "hidden"
_LEAD_ROOM = 16
_LEAD_LENGTH = 30
_TAIL_SHARE = 0.42
_PROSE = 40
_LONG_LINE = 120
_CAPTION = re.compile(r"^(?:[▲△↑▼]|图[为：:]|图\s?\d+[\s：:.]|图片说明|资料图|摄影[:：])")
_CAPTION_LENGTH = 80


@dataclass(frozen=True, slots=True)
class BodyLines:
    """The numbers of the lines that are the body, and the range they were taken from."""

    numbers: tuple[int, ...]
    first: int
    last: int
    chinese: bool


def select_body(
    page: PageLines,
    container: HtmlElement,
    weights: Weights,
    title: Title | None,
    summary: str | None,
    *,
    named: bool,
    press: bool,
    after: int | None = None,
) -> BodyLines:
    """Cut the container to the article: behind title and byline, before the first end mark.

    A container found by weight (not `named`) may be too small: short lines right above it, up to
    the byline, and right below it, up to an end mark, belong to the text. One that the site's
    rules name is not; the text in it begins at line `after` at the earliest.
    """
    first, last = page.of(container)
    start = _start(page, weights, max(first, after or 0), last, title, named=named)
    end = _end(page, weights, start, last, press=press)
    if not named and after is None:
        start = _grow_up(page, start, first)
        end = _grow_down(page, container, end, last)
    muted = _muted(page, start, end)
    chinese = _is_chinese(page, weights, start, end)
    press = press and not chinese
    numbers = tuple(
        i
        for i in range(start, end)
        if _is_text(page.lines[i], muted, title, i - start, press=press)
    )
    lead = _lead(page, title, start, summary) if not chinese else ()
    return BodyLines((*lead, *numbers), start, end, chinese)


def _is_chinese(page: PageLines, weights: Weights, first: int, last: int) -> bool:
    text = "".join(page.lines[i].text[:300] for i in range(first, last) if weights.each[i] > 0)
    if not text:
        text = "".join(line.text for line in page.lines[:200] if line.kind == "text")
    return is_chinese(text)


def _lead(page: PageLines, title: Title | None, start: int, summary: str | None) -> tuple[int, ...]:
    """The standfirst between title and text, where the page declares it as its summary."""
    if title is None or not title.last or not summary:
        return ()
    key = squash(summary)
    for index in range(title.last, min(start, title.last + _LEAD_ROOM)):
        line = page.lines[index]
        if line.kind == "text" and len(line.text) >= _LEAD_LENGTH and not line.noise:
            mine = squash(line.text)
            if mine and (
                key.startswith(mine[:_LEAD_LENGTH]) or mine.startswith(key[:_LEAD_LENGTH])
            ):
                return (index,)
    return ()


def _start(
    page: PageLines, weights: Weights, first: int, last: int, title: Title | None, *, named: bool
) -> int:
    start = first
    # A named container holds text only: a title in it is printed there by the author.
    if title is not None and title.last and first <= title.first < last and not named:
        start = title.last
    head = _first_text(weights, start, last)
    for index in range(start, min(head + 1, start + _INLINE_BYLINE_ROOM, last)):
        line = page.lines[index]
        end = None if weights.each[index] else byline_end(page, index)
        # In a container of the CMS's own a bare date is the first line of a speech or a notice.
        if end is not None and not (named and is_bare_date(line)):
            start = max(start, end)
    return start


def _first_text(weights: Weights, first: int, last: int) -> int:
    return next((index for index in range(first, last) if weights.each[index] > 0), first)


def _end(page: PageLines, weights: Weights, start: int, last: int, *, press: bool) -> int:
    total = weights.between(start, last)
    head = _first_text(weights, start, last)
    for index in range(head + (1 if total else 0), last):
        line = page.lines[index]
        if not ends_article(line) or weights.each[index] >= _LONG_LINE:
            continue
        little_left = weights.between(index + 1, last) <= _TAIL_SHARE * total
        if little_left or not (press or _goes_on(page, weights, head, index + 1, last)):
            return index
    return last


def _goes_on(page: PageLines, weights: Weights, head: int, first: int, last: int) -> bool:
    """Whether paragraphs beside the first one stand behind an end mark: then it was none."""
    parent = page.lines[head].element.getparent()
    return any(
        weights.each[index] > 0 and page.lines[index].element.getparent() is parent
        for index in range(first, last)
    )


def _grow_up(page: PageLines, start: int, first: int) -> int:
    """Lines between the byline and the container, if nothing but text stands there."""
    if start != first:
        return start
    for index in range(start - 1, max(-1, start - _GROW - 1), -1):
        line = page.lines[index]
        if in_byline(page, index):
            return index + 1
        if not _may_join(line):
            break
    return start


def _grow_down(page: PageLines, container: HtmlElement, end: int, last: int) -> int:
    parent = container.getparent()
    if end != last or parent is None:
        return end
    limit = min(page.of(parent)[1], end + _GROW)
    for index in range(end, limit):
        line = page.lines[index]
        if ends_article(line) or not _may_join(line) or _is_meta(line):
            return index
    return limit if limit == page.of(parent)[1] else end


def _is_meta(line: Line) -> bool:
    """Labels, or a date with a time: a sign-off has the day alone."""
    return bool(line.labels) or (is_bare_date(line) and ":" in line.text)


def _may_join(line: Line) -> bool:
    if line.noise or line.hidden or line.heading:
        return False
    return line.kind == "image" or (
        line.links * 2 <= len(line.text) and len(line.text) <= _CAPTION_LENGTH
    )


def _muted(page: PageLines, start: int, end: int) -> set[str | None]:
    """Reasons that nearly all of the body shares are none: they are the container's own."""
    lines = [line for line in page.lines[start:end] if line.kind == "text"]
    size = sum(len(line.text) for line in lines) or 1
    reasons: set[str | None] = set()
    for reason in {line.noise for line in lines} - {None, BOILERPLATE}:
        if sum(len(line.text) for line in lines if line.noise == reason) > 0.7 * size:
            reasons.add(reason)
    if sum(len(line.text) for line in lines if line.hidden) > 0.7 * size:
        reasons.add(_HIDDEN)
    return reasons


def _is_press_aside(line: Line) -> bool:
    """Newspapers set captions and "read also" links apart from the text; institutes do not.

    There a caption is part of the text, and a line that is all link is an attachment.
    """
    return line.caption or (
        line.links >= 0.9 * len(line.text) and not line.item and len(line.text) > 3
    )


def _is_text(
    line: Line, muted: set[str | None], title: Title | None, offset: int, *, press: bool
) -> bool:
    if (line.noise and line.noise not in muted) or (line.hidden and _HIDDEN not in muted):
        return False
    if line.kind == "image":
        return True
    if is_never_text(line) or (press and _is_press_aside(line)):
        return False
    # The title repeated over the text by the template is not its first paragraph.
    return not (
        offset < 2
        and title is not None
        and line.heading
        and squash(line.text) == squash(title.text)
    )


def to_blocks(page: PageLines, body: BodyLines, container: HtmlElement) -> tuple[Block, ...]:
    """The body's lines as blocks; images have no text and no address yet (see `images`)."""
    lines = [page.lines[number] for number in body.numbers]
    first, last = page.of(container)
    blocks: list[Block] = []
    for table, group in groupby(lines, key=lambda line: _data_table(page, line, first, last)):
        if table is not None:
            blocks.extend(_table_blocks(list(group)))
        else:
            blocks.extend(_text_blocks(group))
    return tuple(blocks)


def _data_table(page: PageLines, line: Line, first: int, last: int) -> HtmlElement | None:
    """The innermost table a line stands in, if that table lies inside the container."""
    table = line.table
    if table is None:
        return None
    start, end = page.of(table)
    return table if first <= start and end <= last and (start, end) != (first, last) else None


def _table_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    texts = [line for line in lines if line.kind == "text"]
    cells = [list(group) for _, group in groupby(texts, key=_cell)]
    if any(len(cell) > 1 and max(len(line.text) for line in cell) >= _PROSE for cell in cells):
        # Paragraphs in a cell: the table lays the page out, its text is no table.
        yield from _text_blocks(iter(lines))
        return
    rows = [
        tuple(" ".join(line.text for line in cell) for cell in row)
        for _, row in groupby(cells, key=lambda cell: cell[0].row)
    ]
    if len(rows) == 1 and len(rows[0]) == 1:
        yield Block(type="paragraph", text=_clean(rows[0][0]))
    elif rows:
        yield Block(type="table", text="\n".join("\t".join(row) for row in rows), rows=tuple(rows))


def _cell(line: Line) -> HtmlElement:
    element = line.element
    while element.tag not in ("td", "th", "caption", "table"):
        parent = element.getparent()
        if parent is None:
            return element
        element = parent
    return element


def _text_blocks(lines: Iterator[Line]) -> Iterator[Block]:
    for is_item, group in groupby(lines, key=lambda line: line.item and line.kind == "text"):
        if is_item:
            yield Block(type="list", text="\n".join(_clean(line.text) for line in group))
            continue
        for line in group:
            block = _block(line)
            if block is not None:
                yield block


def _block(line: Line) -> Block | None:
    if line.kind == "image":
        return None
    text = _clean(line.text)
    if not text:
        return None
    if line.heading:
        return Block(type="heading", text=text, level=line.heading)
    if line.caption or (len(text) <= _CAPTION_LENGTH and _CAPTION.match(text)):
        return Block(type="caption", text=text)
    return Block(type="quote" if line.quote else "paragraph", text=text)


def _clean(text: str) -> str:
    return _COUNTER.sub("", text).strip()


def body_text(blocks: Sequence[Block]) -> str:
    """Paragraphs joined by a blank line, tables and lists row by row."""
    return "\n\n".join(block.text for block in blocks if block.text and block.type != "image")
