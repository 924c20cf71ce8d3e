"""The body's lines as blocks (paragraph, heading, list, table, caption, quote), and as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from newscrawl.extract.article.body import BodyLines
from newscrawl.extract.lines import Line, PageLines
from newscrawl.items import Block

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COUNTER = re.compile(
    r"\s*(?:已?下载\s*[:：]?\s*\d*\s*次|下载次数\s*[:：]\s*\d*|\(?点击\s*\d+\s*次\)?)"
)
_PROSE = 40
_CAPTION = re.compile(r"^(?:[▲△↑▼]|图[为：:]|图\s?\d+[\s：:.]|图片说明|资料图|摄影[:：])")
_CAPTION_LENGTH = 80


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
    if all(len(row) == 1 for row in rows):
        # One column is a frame round the text.
        yield from _text_blocks(iter(lines))
    else:
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
    return (_COUNTER.sub("", text) if "次" in text else text).strip()


def body_text(blocks: Sequence[Block]) -> str:
    """Paragraphs joined by a blank line, tables and lists row by row."""
    return "\n\n".join(block.text for block in blocks if block.text and block.type != "image")
