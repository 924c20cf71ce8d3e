"""Signs that a list goes on where no rule could follow: a pager under its rows that leads on.

They ask for nothing. What they say is no proof, and the user is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link, squeeze
from newscrawl.extract.listing.ending import elements_behind
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.next_words import LONGEST, NEXT
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_back import is_way_back
from newscrawl.extract.listing.paging_links import is_live, names_of
from newscrawl.extract.listing.paging_numbers import current_number, numbered
from newscrawl.extract.listing.shapes import is_sibling

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What a pager is named. Slides of pictures have one too, and half of all pages a `page-content`.
_PAGERS = re.compile(
    r"(?:^|[\s_-])(?:pag(?:er|ing|ination|inator)|pages|page(?:[_-]?(?:nav|list|num|bar|box|link))\w*"
    r"|fanye|fenye|pagebar)(?:$|[\s_-])",
    re.IGNORECASE | re.ASCII,
)
_SLIDES = re.compile(r"swip|slid|carousel|banner|focus|gallery", re.IGNORECASE)
_NUMBER = re.compile(r"[\[(（【]?\s*(\d{1,4})\s*[\])）】]?", re.ASCII)
_LATER = re.compile(r"\(.*?\b(?:[2-9]|[1-9]\d{1,3})\b", re.ASCII)  # a call with a page's number
_INSIDE = 200  # of a pager
_CALL = 100  # characters of a script that a link calls


def unfollowed(pager: Pager, last: HtmlElement) -> tuple[NextPage, ...]:
    """What leads on behind the last row and could not be followed, by the page's names for it."""
    stated = pager.declared.page_count
    if stated and stated <= (pager.declared.current or 1):
        return ()
    links = {link.element: link for link in pager.links}
    for box in _pagers(last):
        inside = list(islice(box.iter("*"), _INSIDE + 1))
        if len(inside) > _INSIDE:
            continue
        ways = [links[one] for one in inside if one in links and is_live(links[one])]
        if any(is_way_back(pager, link) for link in ways):
            return ()  # it is understood, and this is its last page
        found = (*_addresses(pager, ways), *_number(pager, inside), *_calls(pager, ways))
        if found:
            return found
    return ()


def _pagers(last: HtmlElement) -> Iterator[HtmlElement]:
    for one in elements_behind(last):
        names = f"{one.get('class') or ''} {one.get('id') or ''} {one.get('aria-label') or ''}"
        if _PAGERS.search(names) and not _SLIDES.search(names):
            yield one


def _addresses(pager: Pager, ways: list[Link]) -> Iterator[NextPage]:
    """Links to what may be other pages of the list, where no number tells which ones they are."""
    for link in () if numbered(pager) else ways:
        url = pager.other(link.href)
        if url and is_sibling(pager.url, url):
            yield NextPage(url=url, rule=next(filter(None, names_of(link)), url)[:_CALL])


def _number(pager: Pager, inside: list[HtmlElement]) -> Iterator[NextPage]:
    """A number behind this page's own that is no link to any address."""
    texts = (one.text for one in inside if one.text and len(one.text) < LONGEST)
    numbers = {int(told[1]) for text in texts if (told := _NUMBER.fullmatch(squeeze(text)))}
    here = current_number(pager) or 1
    if {here, here + 1} <= numbers and not numbered(pager):
        yield NextPage(url="", rule=str(here + 1))


def _calls(pager: Pager, ways: list[Link]) -> Iterator[NextPage]:
    """Next links that call a script with the number of a later page."""
    for link in ways:
        script = f"{link.href[:_CALL]} {(link.element.get('onclick') or '')[:_CALL]}"
        named = len(link.text) < LONGEST and NEXT.match(link.text)
        if named and not pager.other(link.href) and _LATER.search(script):
            yield NextPage(url="", rule=link.text)
