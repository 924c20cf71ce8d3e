"""Drops long pictures embedded in a page (base64) while it arrives.

Such a page would exceed the size limit though its text is short.
"""

from __future__ import annotations

import re

_MARK = b";base64,"
_PICTURE = re.compile(rb"[A-Za-z0-9+/=%\s]*+")
# A picture within a page is kept up to here: what is longer is no text, and nobody's evidence.
LONGEST_PICTURE = 1 << 20
# Behind this many bytes nothing is dropped any more, and the limit of a page ends it.
MOST_WITH_PICTURES = 64 << 20


class Pictures:
    """Cuts long base64 pictures short, however the page is split into chunks."""

    def __init__(self) -> None:
        self._received = 0
        self._inside = False
        self._length = 0  # of the picture so far
        self._tail = b""  # of what came last: the mark may stand on both sides of a border

    def without(self, data: bytes) -> bytes:
        """`data`, the next chunk of the page, without the excess of its pictures."""
        self._received += len(data)
        if self._received > MOST_WITH_PICTURES:
            return data
        kept: list[bytes] = []
        at = 0
        while at < len(data):
            if self._inside:
                end = self._picture_end(data, at)
                room = max(0, LONGEST_PICTURE - self._length)
                kept.append(data[at : min(end, at + room)])
                self._length += end - at
                self._inside = end == len(data)
            else:
                start = self._mark_end(data, at)
                end = len(data) if start < 0 else start
                kept.append(data[at:end])
                self._inside, self._length = start >= 0, 0
            at = end
        self._tail = b"" if self._inside else (self._tail + data)[1 - len(_MARK) :]
        return kept[0] if len(kept) == 1 else b"".join(kept)

    def _picture_end(self, data: bytes, at: int) -> int:
        found = _PICTURE.match(data, at)
        return found.end() if found else at

    def _mark_end(self, data: bytes, at: int) -> int:
        if at == 0:
            border = (self._tail + data[: len(_MARK) - 1]).find(_MARK)
            if border >= 0:
                return border + len(_MARK) - len(self._tail)
        found = data.find(_MARK, at)
        return found + len(_MARK) if found >= 0 else -1


def may_have_pictures(kind: bytes) -> bool:
    """Whether a Content-Type is that of an HTML page, or missing."""
    return not kind or b"html" in kind.lower()
