"""Lists that a page brings along for its script to draw, and lists that stand elsewhere.

`data: {list: [{"title": ..., "url": ...}]}` in a script, the JSON state of a framework, a frame
whose page is the list, or a page that does nothing but send its reader on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from newscrawl.extract.document import Document
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.row_address import row_address
from newscrawl.extract.listing.scripts import Scripts, block, members
from newscrawl.extract.listing.wrapped import INLINE, Wrapped, listed_in
from newscrawl.text.urls import host_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARRAY = re.compile(r"\[\s{0,9}\{")
_MOST_ARRAYS = 40  # arrays of a script that are looked at
_MOST_READ = 2 << 20  # characters of all of them; one may stand in another
_LONGEST = 1 << 20  # characters of an array, and of a framework's state
_LEAST_ROWS = 3  # fewer are a banner's pictures
_MOST_ROWS = 2_000  # rows of one of them
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
# A script that does nothing else: one that asks first on what the page is read has more to say.
_SENT_ON = re.compile(
    r"\s*+(?:<!--)?+\s*+(?:window\.|self\.|top\.|document\.)?location(?:\.href)?\s*+"
    r"(?:=|\.(?:replace|assign)\()\s*+['\"]([^'\"]+)['\"]\s*+\)?+\s*+;?+\s*+(?://)?+(?:-->)?+\s*+$"
)
_MAIN = re.compile(r"main|content|list|right|news|body|info", re.IGNORECASE)
_ASIDE = re.compile(
    r"top|head|foot|left|menu|nav|banner|login|search|weather|tianqi|count|map|video|player|share",
    re.IGNORECASE,
)


def embedded(document: Document, scripts: Scripts) -> Wrapped | None:
    """The longest list of titles and addresses that stands in the page's scripts."""
    address = row_address(document)
    found = [
        wrapped
        for value in _values(document, scripts)
        if (wrapped := listed_in(value, INLINE, least=_LEAST_ROWS, address=address))
    ]
    return max(found, key=lambda one: len(one.fragment), default=None)


def _values(document: Document, scripts: Scripts) -> Iterator[Any]:
    for script in document.root.iter("script"):
        text = (script.text or "").strip()
        if "json" in (script.get("type") or "") and text[:1] in ("{", "[") and len(text) < _LONGEST:
            try:
                yield json.loads(text)
            except (ValueError, RecursionError):
                continue
    left = _MOST_READ
    for found in islice(_ARRAY.finditer(scripts.text), _MOST_ARRAYS):
        inner = block(scripts.text, found.start() + 1, "[", "]", min(left, _LONGEST))
        left -= len(inner)
        yield _array(inner, scripts)


def _array(inner: str, scripts: Scripts) -> list[Any]:
    try:
        found = json.loads(f"[{inner}]")
    except (ValueError, RecursionError):
        return list(islice(_objects(inner, scripts), _MOST_ROWS))
    return found if isinstance(found, list) else []


def _objects(inner: str, scripts: Scripts) -> Iterator[dict[str, Any]]:
    """The objects of an array whose keys have no quotes."""
    at = inner.find("{")
    while at >= 0:
        text = block(inner, at + 1, "{", "}")
        yield {key: value for key, value in members(text, scripts.variables).items() if value}
        at = inner.find("{", at + len(text) + 2)


def framed(document: Document) -> NextPage | None:
    """The page in the frame that looks most like the main one, None where there is no frame."""
    best: tuple[int, str] | None = None
    for frame in document.root.iter("iframe", "frame"):
        url = document.absolute(frame.get("src") or "")
        if not url or host_of(url) != host_of(document.url) or url == document.url:
            continue
        weight = _weight(frame)
        if weight >= 0 and (best is None or weight > best[0]):
            best = weight, url
    return NextPage(url=best[1], rule="frame") if best else None


def moved(document: Document) -> NextPage | None:
    """The page of the same host to which an empty page sends its reader, by a tag or a script."""
    refreshes = (
        found[1]
        for meta in document.root.iter("meta")
        if (meta.get("http-equiv") or "").lower() == "refresh"
        and (found := _REFRESH.search(meta.get("content") or ""))
    )
    scripts = (
        found[1]
        for script in document.root.iter("script")
        if (found := _SENT_ON.match(script.text or ""))
    )
    for address in (*refreshes, *scripts):
        url = document.absolute(address.strip())
        if url and host_of(url) == host_of(document.url) and url != document.url:
            return NextPage(url=url, rule="sent on")
    return None


def _weight(frame: HtmlElement) -> int:
    names = " ".join(filter(None, map(frame.get, ("name", "id", "class", "src"))))
    hidden = any((frame.get(name) or "").rstrip("px") in ("0", "1") for name in ("width", "height"))
    return -1 if hidden else 1 + 2 * bool(_MAIN.search(names)) - 2 * bool(_ASIDE.search(names))
