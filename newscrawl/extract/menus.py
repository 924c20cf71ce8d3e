"""Boxes around an article that are left closed: large, by their names no text, and none in them.

Half of a newspaper's page is menus. One line stands for each, instead of one for each of its links.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, cast

from lxml import etree

from newscrawl.text.labels import holds_byline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Reasons (`newscrawl.extract.noise`) of boxes that are no part of an article, however it is set.
# Boxes of other reasons stand among its paragraphs: they may hold its byline, or a caption.
MENUS = frozenset(("nav", "footer", "comment", "form"))
_SMALL = 24  # elements up to which a box may be a breadcrumb, or a line of credits
_PARAGRAPH = 100  # characters of a piece of text that no menu has
_LOOKED_AT = 4000  # characters of a box in which a byline is looked for
_MORE = ("article", "main", "h1")
_HAS_CRUMBS = etree.XPath(
    "boolean(descendant-or-self::*/@class[contains(., 'crumb')]"
    " or descendant-or-self::*/@id[contains(., 'crumb')])"
)
_TEXTS = etree.XPath(
    "descendant::text()[normalize-space()][not(parent::script or parent::style)]",
    smart_strings=False,
)


def menu_begins(box: HtmlElement) -> str | None:
    """What a menu begins with, which may tell what it is (相关阅读); None for what is no menu.

    A menu is large, and holds no page's heading, no breadcrumb, no byline and no paragraph.
    """
    if next(islice(box.iter(), _SMALL, None), None) is None:
        return None
    # Asked first: where boxes stand in each other a thousand deep, each has one near its beginning.
    if next(box.iter(*_MORE), None) is not None or _HAS_CRUMBS(box):
        return None
    texts = cast("list[str]", _TEXTS(box))
    if any(len(text) > _PARAGRAPH and len(text.strip()) > _PARAGRAPH for text in texts):
        return None
    if holds_byline(" ".join(texts)[:_LOOKED_AT]):
        return None
    return texts[0] if texts else ""
