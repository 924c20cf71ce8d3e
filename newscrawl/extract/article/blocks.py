"""The body's lines as blocks (paragraph, heading, list, table, caption, quote), and as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from newscrawl.extract.article.body import BodyLines
from newscrawl.extract.article.pictures import CAPTION_MARK, address_of, captions_of
from newscrawl.extract.lines import Line, PageLines
from newscrawl.items import Block
from newscrawl.text.whitespace import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COUNTER = re.compile(
    r"\s*(?:已?下载\s*[:：]?\s*\d*\s*次|下载次数\s*[:：]\s*\d*|\(?点击\s*\d+\s*次\)?)"
)
# (责任编辑：某人), glued to the last paragraph.
_EDITED = re.compile(
    r"\s*[（(【\[［]\s*(?:责任|网络|本文|值班|文字|实习)?(?:编辑|责编|编缉)\s*[:：][^（()）\[\]【】［］]{0,40}[)）】\]］]$"
)
_EDITED_ROOM = 50  # characters at a line's end that may name its editor
_PROSE = 40  # characters of a cell that is text: the table is there for the layout
_CAPTION_LENGTH = 80  # characters of a line under a picture that may be its caption
_ALT = 500  # characters of a picture's alternative text

Resolve = Callable[[str], str | None]


def to_blocks(
    page: PageLines, body: BodyLines, container: HtmlElement, absolute: Resolve
) -> tuple[Block, ...]:
    """The body's lines as blocks, its pictures among them."""
    captions = captions_of(page, body.numbers)
    lines = [
        replace(page.lines[n], caption=True) if n in captions else page.lines[n]
        for n in body.numbers
    ]
    first, last = page.of(container)
    blocks: list[Block] = []
    for table, group in groupby(lines, key=lambda line: _data_table(page, line, first, last)):
        if table is not None:
            blocks.extend(_table_blocks(list(group), absolute))
        else:
            blocks.extend(_text_blocks(group, absolute))
    return tuple(blocks)


def _data_table(page: PageLines, line: Line, first: int, last: int) -> HtmlElement | None:
    """The innermost table a line stands in, if that table lies inside the container."""
    table = line.table
    if table is None:
        return None
    start, end = page.of(table)
    return table if first <= start and end <= last and (start, end) != (first, last) else None


def _table_blocks(lines: Sequence[Line], absolute: Resolve) -> Iterator[Block]:
    texts = [line for line in lines if line.kind == "text"]
    cells = [list(group) for _, group in groupby(texts, key=_cell)]
    if any(len(cell) > 1 and max(len(line.text) for line in cell) >= _PROSE for cell in cells):
        # Paragraphs in a cell: the table lays the page out, its text is no table.
        yield from _text_blocks(iter(lines), absolute)
        return
    rows = [
        tuple(" ".join(line.text for line in cell) for cell in row)
        for _, row in groupby(cells, key=lambda cell: cell[0].row)
    ]
    if all(len(row) == 1 for row in rows):
        # One column is a frame round the text.
        yield from _text_blocks(iter(lines), absolute)
    else:
        yield from filter(None, (_picture(line, absolute) for line in lines))
        yield Block(type="table", text="\n".join("\t".join(row) for row in rows), rows=tuple(rows))


def _cell(line: Line) -> HtmlElement:
    element = line.element
    while element.tag not in ("td", "th", "caption", "table"):
        parent = element.getparent()
        if parent is None:
            return element
        element = parent
    return element


def _text_blocks(lines: Iterator[Line], absolute: Resolve) -> Iterator[Block]:
    for is_item, group in groupby(lines, key=lambda line: line.item and line.kind == "text"):
        if is_item:
            yield Block(type="list", text="\n".join(_clean(line.text) for line in group))
            continue
        for line in group:
            block = _picture(line, absolute) if line.kind == "image" else _block(line)
            if block is not None:
                yield block


def _picture(line: Line, absolute: Resolve) -> Block | None:
    address = address_of(line.node, absolute) if line.node is not None else None
    if line.node is None or address is None:
        return None
    return Block(type="image", text=clean_line((line.node.get("alt") or "")[:_ALT]), url=address)


def _block(line: Line) -> Block | None:
    text = _clean(line.text)
    if not text:
        return None
    if line.heading:
        return Block(type="heading", text=text, level=line.heading)
    if line.caption or (len(text) <= _CAPTION_LENGTH and CAPTION_MARK.match(text)):
        return Block(type="caption", text=text)
    return Block(type="quote" if line.quote else "paragraph", text=text)


def _clean(text: str) -> str:
    text = _COUNTER.sub("", text) if "次" in text else text
    return (_EDITED.sub("", text) if "编" in text[-_EDITED_ROOM:] else text).strip()


def body_text(blocks: Sequence[Block]) -> str:
    """Paragraphs joined by a blank line, tables and lists row by row."""
    return "\n\n".join(block.text for block in blocks if block.text and block.type != "image")
