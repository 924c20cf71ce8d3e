"""Signs that a list goes on where no rule could follow: a pager under its rows that leads on.

They ask for nothing. What they say is no proof, and the user is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link, squeeze
from newscrawl.extract.listing.ending import elements_behind
from newscrawl.extract.listing.next_words import LONGEST, NEXT
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_back import is_way_back
from newscrawl.extract.listing.paging_links import is_live, names_of
from newscrawl.extract.listing.paging_numbers import (
    current_number,
    numbered,
    printed_number,
)
from newscrawl.extract.listing.rows import is_more
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
# What parts a list by years or months without links: choices, tabs, buttons.
_PARTS = ("option", "li", "button")
_PERIOD = re.compile(r"\s{0,9}((?:19|20)\d\d)(?:[-/.年](\d{1,2}))?[年月]?\s{0,9}", re.ASCII)
_PERIOD_TEXT = 30
_NEAR = 10  # elements behind the last row where a button for more stands
_TYPED = re.compile(r"p|pg|pn|(?:\w{1,20}_)?page\w{0,10}", re.IGNORECASE | re.ASCII)
_CALL = 100  # characters of a script that a link calls


def unfollowed(pager: Pager, last: HtmlElement) -> str:
    """What leads on from a list's first page and could not be followed, as it is called; or ""."""
    stated = pager.declared.page_count
    if stated and stated <= (pager.declared.current or 1):
        return ""
    links = {link.element: link for link in pager.links}
    for box in _pagers(last):
        inside = list(islice(box.iter("*"), _INSIDE + 1))
        if len(inside) > _INSIDE:
            continue
        ways = [links[one] for one in inside if one in links and is_live(links[one])]
        if any(is_way_back(pager, link) for link in ways):
            return ""  # it is understood, and this is its last page
        found = chain(_addresses(pager, ways), _number(pager, inside), _calls(pager, ways))
        if told := next(found, ""):
            return told
    return next(chain(_more(last, links), _fields(pager), _periods(pager)), "")


def _pagers(last: HtmlElement) -> Iterator[HtmlElement]:
    for one in elements_behind(last):
        names = f"{one.get('class') or ''} {one.get('id') or ''} {one.get('aria-label') or ''}"
        if _PAGERS.search(names) and not _SLIDES.search(names):
            yield one


def _addresses(pager: Pager, ways: list[Link]) -> Iterator[str]:
    """Links to what may be other pages of the list, where no number tells which ones they are."""
    for link in () if numbered(pager) else ways:
        url = pager.other(link.href)
        if url and is_sibling(pager.url, url):
            yield next(filter(None, names_of(link)), url)[:_CALL]


def _number(pager: Pager, inside: list[HtmlElement]) -> Iterator[str]:
    """A number behind this page's own that is no link to any address."""
    texts = (one.text for one in inside if one.text and len(one.text) < LONGEST)
    numbers = {int(told[1]) for text in texts if (told := _NUMBER.fullmatch(squeeze(text)))}
    here = printed_number(pager) or current_number(pager) or 1
    if {here, here + 1} <= numbers and not numbered(pager):
        yield str(here + 1)


def _calls(pager: Pager, ways: list[Link]) -> Iterator[str]:
    """Next links that call a script with the number of a later page."""
    for link in ways:
        script = f"{link.href[:_CALL]} {(link.element.get('onclick') or '')[:_CALL]}"
        named = len(link.text) < LONGEST and NEXT.match(link.text)
        if named and not pager.other(link.href) and _LATER.search(script):
            yield link.text


def _more(last: HtmlElement, links: Mapping[HtmlElement, Link]) -> Iterator[str]:
    """A link just behind the rows that says there is more, and has no address."""
    near = (links.get(one) for one in islice(elements_behind(last), _NEAR))
    return (one.text for one in near if one and not one.url and is_more(one))


def _fields(pager: Pager) -> Iterator[str]:
    """Buttons of a form that are called the next page, and fields that a page is typed into."""
    for one in pager.document.root.iter("input", "button"):
        kind, name, value = one.get("type") or "text", one.get("name") or "", one.get("value") or ""
        if kind == "hidden" or one.get("disabled") is not None:
            continue
        if kind in ("text", "number") and value.isdecimal() and _TYPED.fullmatch(name):
            yield name
        names = (one.get("alt"), value, one.get("title"), one.text)
        yield from (told for told in names if told and len(told) < LONGEST and NEXT.match(told))


def _periods(pager: Pager) -> Iterator[str]:
    """A year or month before that of the last row, among others that are no links."""
    boxes: dict[HtmlElement, list[str]] = {}
    for one in pager.document.root.iter(*_PARTS):
        parent = one.getparent()
        if parent is not None and len(one) == 0:
            text = (one.text or "")[:_PERIOD_TEXT]
            boxes.setdefault(parent, []).append("-".join(_period(text)))
    for names in boxes.values():
        own = next((name for name in names if name and pager.last_day.startswith(name)), "")
        earlier = [name for name in names if name < own]
        if own and earlier and all(names):
            yield max(earlier)


def _period(text: str) -> list[str]:
    told = _PERIOD.fullmatch(text)
    return [one.zfill(2) for one in told.groups() if one] if told else []
