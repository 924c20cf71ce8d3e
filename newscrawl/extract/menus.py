"""Boxes around an article that are left closed: large, by their names no text, and none in them.

Half of a newspaper's page is menus. One line stands for each, instead of one for each of its links.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.extract.tags import SKIPPED

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Reasons (`newscrawl.extract.noise`) of boxes that are no part of an article, however it is set.
# Boxes of other reasons stand among its paragraphs: they may hold its byline, or a caption.
MENUS = frozenset(("nav", "footer", "comment", "form"))
_SMALL = 24  # elements up to which a box may be a breadcrumb, or a line of credits
# A page's heading, a breadcrumb, a paragraph.
_HOLDS_MORE = etree.XPath(
    "boolean(descendant::h1 or descendant::main or descendant::article"
    " or descendant-or-self::*/@class[contains(., 'crumb')]"
    " or descendant-or-self::*/@id[contains(., 'crumb')]"
    " or descendant::text()[string-length() > 100][not(parent::script or parent::style)])"
)


def is_menu(box: HtmlElement) -> bool:
    """Whether a box is large, and holds no page's heading, no breadcrumb and no paragraph."""
    is_large = next(islice(box.iter(), _SMALL, None), None) is not None
    return is_large and not _HOLDS_MORE(box)


def first_words(box: HtmlElement) -> str:
    """What a box begins with, which may tell what it is: 相关阅读."""
    for one in box.iter():
        inside = one.text if one.tag not in SKIPPED and isinstance(one.tag, str) else None
        for text in (inside, one.tail if one is not box else None):
            if text and not text.isspace():
                return str(text)
    return ""
