"""What stands around a list: which boxes of a page have numbers, arrows and fields of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What stands behind a list and has numbers, arrows and fields of its own: slides of pictures by the
# names that their scripts give them, calendars, forms. `focus:ring` is how a button looks.
_OTHERS = re.compile(
    r"swip|slid|carousel|slick|splide|glide|flickity|owl-|bx-(?:pager|wrapper|controls)|flex-control"
    r"|banner|focus(?!:|-visible)|gallery|calend|kalend|rili|datepicker|newsletter|subscri"
    r"|(?<!re)search|login|share|bds_",
    re.IGNORECASE | re.ASCII,
)
LONGEST_NAME = 200  # characters of an element's names


def names_told(element: HtmlElement) -> str:
    """What an element is called, and a form leads to."""
    told = map(element.get, ("class", "id", "aria-label", "action"))
    return " ".join(one[:LONGEST_NAME] for one in told if one)


def is_another_box(element: HtmlElement) -> bool:
    """Whether what stands beside a list is by its names none of the list's."""
    return bool(_OTHERS.search(names_told(element)))
