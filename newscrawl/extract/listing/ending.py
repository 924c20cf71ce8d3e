"""How a page ends, to tell one that broke off from one whose template leaves out the last tag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPENED = re.compile("<html", re.IGNORECASE)
_CLOSED = re.compile("</html", re.IGNORECASE)
_HEAD, _TAIL = 4096, 2000
_NO_TEXT = re.compile(r"<script\b.*?(?:</script[^<>]*>|$)|<[^<>]*>?", re.IGNORECASE | re.DOTALL)
_BEHIND = 3_000  # elements behind a list: its pager and the page's foot
_LAST = 200  # characters of a text there
_TELLING = 6  # characters: pages of one template end in the same words, which may be few


def ending_of(source: str) -> tuple[bool, str]:
    """Whether a page closes the <html> that it opens, and the last words before that."""
    closed = _CLOSED.search(source)
    end = closed.start() if closed else len(source)
    text = squeeze(_NO_TEXT.sub(" ", source[max(0, end - _TAIL) : end]))
    return bool(closed) or not _OPENED.search(source, 0, _HEAD), text[-_TELLING:]


def elements_behind(element: HtmlElement) -> Iterator[HtmlElement]:
    """The first elements behind one, in the page's order."""
    around = (element, *element.iterancestors())
    behind = (sibling for one in around for sibling in one.itersiblings("*"))
    return islice((inside for one in behind for inside in one.iter("*")), _BEHIND)


def words_behind(element: HtmlElement) -> str:
    """What stands behind an element, each text apart: the foot of a page whose list is whole."""
    texts = (text for one in elements_behind(element) for text in (one.text, one.tail) if text)
    return squeeze(" ".join(text[-_LAST:] for text in texts))
