"""The pictures of a text: their addresses, and the captions printed under them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl.extract.lines import Line, PageLines
from newscrawl.items import Image
from newscrawl.text.urls import media_type_of
from newscrawl.text.whitespace import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ICON = re.compile(
    r"(?:^data:|/icon[_s]?|icon_|/ico/|\.gif\?|spacer|blank\.|pixel|qr_?code|erweima|ewm|/themes/default/images/|loading|print\.|logo\.)",
    re.IGNORECASE,
)
_FULL_SOURCES = (
    "orisrc",
    "original-src",
    "data-original",
    "data-src",
    "data-lazy-src",
    "_src",
    "src",
)
_LONGEST_NAME = 500  # characters of an attribute that are kept
_MOST_PICTURES = 500
_CAPTION_LENGTH = 80  # characters of a line under a picture that may be its caption
CAPTION_MARK = re.compile(r"^(?:[▲△↑▼]|图[为：:]|图\s?\d+[\s：:.]|图片说明|资料图|摄影[:：])")
_CAPTION_END = re.compile(r"(?:摄|供图|制图|摄影报道)\s*[)）]?。?$")
_CAPTION_NAME = re.compile(
    r"(?:img|pic|photo|image|tu)[-_]?(?:desc|text|title|info|txt|note|name)", re.IGNORECASE
)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
# A table that holds a picture and its caption, not data: so few lines.
_FRAME = 4


def images_of(
    page: PageLines, numbers: Sequence[int], absolute: Callable[[str], str | None]
) -> tuple[Image, ...]:
    """The images among the body's lines, each with the caption under it or its group."""
    images: dict[str, Image] = {}
    for number, caption in _with_captions(page, numbers):
        if len(images) >= _MOST_PICTURES:
            break
        node = page.lines[number].node
        address = address_of(node, absolute) if node is not None else None
        if node is None or address is None or address in images:
            continue
        images[address] = Image(
            url=address,
            title=_attribute(node, "title"),
            alt=_attribute(node, "alt"),
            media_type=media_type_of(address),
            caption=page.lines[caption].text if caption is not None else None,
        )
    return tuple(images.values())


def captions_of(page: PageLines, numbers: Sequence[int]) -> frozenset[int]:
    """The numbers of the lines that are captions of pictures of the body."""
    return frozenset(caption for _, caption in _with_captions(page, numbers) if caption is not None)


def address_of(node: HtmlElement, absolute: Callable[[str], str | None]) -> str | None:
    """Where a picture is, at its largest; None for an icon."""
    for name in _FULL_SOURCES:
        source = (node.get(name) or "").strip()
        if source and not _ICON.search(source):
            address = absolute(source)
            return address if address and address.startswith(("http://", "https://")) else None
    return None


def is_centred(line: Line) -> bool:
    """Whether a line is set in the middle by its own markup."""
    element: HtmlElement | None = line.element
    for _ in range(2):
        if element is None:
            return False
        if element.tag == "center" or (element.get("align") or "").lower() == "center":
            return True
        if _CENTRED.search(element.get("style") or ""):
            return True
        if element.tag not in ("p", "span", "font", "strong"):
            return False
        element = element.getparent()
    return False


def _attribute(node: HtmlElement, name: str) -> str | None:
    return clean_line((node.get(name) or "")[:_LONGEST_NAME]) or None


def _with_captions(page: PageLines, numbers: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """Each picture's line with that of the caption under it; pictures in a row share theirs."""
    lines, behind = page.lines, len(page.lines)
    group: list[int] = []
    for number, following in zip(numbers, (*numbers[1:], behind), strict=False):
        if lines[number].kind != "image":
            continue
        group.append(number)
        caption = _caption_under(page, number, following)
        if caption is not None or following == behind or lines[following].kind != "image":
            yield from ((one, caption) for one in group)
            group.clear()


def _caption_under(page: PageLines, picture: int, following: int) -> int | None:
    """The number of a picture's caption; newspapers set theirs apart from the body's lines."""
    line = page.lines[picture + 1] if picture + 1 < len(page.lines) else None
    if line is None or line.kind == "image":
        return None
    if picture + 1 != following and (not line.caption or line.noise):
        return None
    return picture + 1 if _is_caption(page, line, page.lines[picture]) else None


def _is_caption(page: PageLines, line: Line, picture: Line) -> bool:
    """Whether a line under a picture says what it shows."""
    if line.caption:
        return True
    if line.heading or len(line.text) > _CAPTION_LENGTH:
        return False
    if is_centred(line) or CAPTION_MARK.match(line.text) or _CAPTION_END.search(line.text):
        return True
    if any(_CAPTION_NAME.search(one.get("class") or "") for one in _two_around(line)):
        return True
    if line.table is None or line.table is not picture.table:
        return False
    first, last = page.of(line.table)
    return last - first <= _FRAME and line.row is not picture.row


def _two_around(line: Line) -> Iterator[HtmlElement]:
    yield line.element
    yield from line.element.iterchildren("span", "em", "i")
