"""How a page ends, to tell one that broke off from one whose template leaves out the last tag."""

from __future__ import annotations

import re

from newscrawl.extract.listing.anchors import squeeze

_OPENED = re.compile("<html", re.IGNORECASE)
_CLOSED = re.compile("</html", re.IGNORECASE)
_HEAD, _TAIL = 4096, 2000
_NO_TEXT = re.compile(r"<script\b.*?(?:</script[^<>]*>|$)|<[^<>]*>?", re.IGNORECASE | re.DOTALL)
_TELLING = 6  # characters: pages of one template end in the same words, which may be few


def ending_of(source: str) -> tuple[bool, str]:
    """Whether a page closes the <html> that it opens, and the last words before that."""
    closed = _CLOSED.search(source)
    end = closed.start() if closed else len(source)
    text = squeeze(_NO_TEXT.sub(" ", source[max(0, end - _TAIL) : end]))
    return bool(closed) or not _OPENED.search(source, 0, _HEAD), text[-_TELLING:]
