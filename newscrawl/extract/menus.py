"""Boxes around an article that are left closed: large, by their names no text, and none in them.

Half of a newspaper's page is menus. One line stands for each, instead of one for each of its links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.extract.tags import SKIPPED

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Reasons (`newscrawl.extract.noise`) of boxes that are no part of an article, however it is set.
# Boxes of other reasons stand among its paragraphs: they may hold its byline, or a caption.
MENUS = frozenset(("nav", "footer", "comment", "form"))
# Asked in C, of few elements a page. What is smaller may be a breadcrumb or a line of credits.
_IS_MENU = etree.XPath(
    "count(.//*) > 23 and not(.//h1 | .//main | .//article"
    " | descendant-or-self::*[contains(@class, 'crumb') or contains(@id, 'crumb')]"
    " | .//text()[string-length(.) > 100][not(parent::script or parent::style)])"
)


def is_menu(box: HtmlElement) -> bool:
    """Whether a box is large, and holds no page's heading, no breadcrumb and no paragraph."""
    return bool(_IS_MENU(box))


def first_words(box: HtmlElement) -> str:
    """What a box begins with, which may tell what it is: 相关阅读."""
    for one in box.iter():
        inside = one.text if one.tag not in SKIPPED and isinstance(one.tag, str) else None
        for text in (inside, one.tail if one is not box else None):
            if text and not text.isspace():
                return str(text)
    return ""
