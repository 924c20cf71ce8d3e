"""The numbers of a page's pager: those it links, the page's own, the one after it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link, chunks_of, squeeze
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_forms import scripted
from newscrawl.extract.listing.shapes import is_page_name, is_sibling, page_parameter
from newscrawl.text.numbers import as_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A call that ends with a page's number: __doPostBack('grid','Page$2'), page(2). Days of a calendar
# are called otherwise than they are printed.
_CALLED = re.compile(r"(?<!\d)(\d{1,5})['\"]?\s*\)")
_DOTS = frozenset(("...", "…", "……", "......"))
_YEARS = range(1950, 2100)
_AROUND = "[]()（）【】. "  # what stands around a pager's numbers


def numbered(pager: Pager) -> dict[int, str]:
    """Page number to address, for the pager's links whose text is a number."""
    return dict(pager.answer(_numbered))


def _numbered(pager: Pager) -> dict[int, str]:
    found: dict[int, str] = {}
    for link in pager.links:
        text = link.text.strip(_AROUND)
        if text.isascii() and text.isdigit() and len(text) <= 5:
            url = pager.other(link.href)
            if url and is_sibling(pager.url, url):
                found.setdefault(int(text), url)
    return {} if _are_years(found) else found


# Where a pager prints which page this is, and how it calls the place: looked for in Python, since
# XPath asks each of many elements for its names again and again.
_NUMBER_TAGS = ("span", "em", "b", "strong", "li", "a", "font")
_CURRENT_NAMES = ("cur", "active", "thisclass", "p_no_d", "on", "select", "s2")
_NUMBER_LENGTH, _NUMBER_PIECES = 6, 20
_BOXES = 3  # from the one linked number up to where the page's own is printed


def is_current(element: HtmlElement) -> bool:
    """Whether what an element stands for is called the one that is shown."""
    names = element.get("class")
    named = names and any(map(names.__contains__, _CURRENT_NAMES))
    return bool(named) or element.get("aria-current") is not None


def current_number(pager: Pager) -> int | None:
    """Which page this is, by the pager's unlinked number, the declared one, or the address."""
    return pager.answer(_current_number)


def _current_number(pager: Pager) -> int | None:
    for element in pager.document.root.iter(*_NUMBER_TAGS):
        if not is_current(element):
            continue
        text = squeeze("".join(map(str, islice(element.itertext(), _NUMBER_PIECES))))
        number = text.strip("[]")
        if len(text) < _NUMBER_LENGTH and number.isdigit() and number.isascii():
            return int(number)
    printed = _printed_number(pager.links, numbered(pager))
    if printed:
        return printed
    if pager.declared.current:
        return pager.declared.current
    found = page_parameter(pager.url.partition("?")[2])
    return None if found is None or not found[1] else as_number(found[1])


def held_number(pager: Pager) -> int | None:
    """Which page this is by the variable that the pager's script holds it in."""
    held = pager.scripts.variables.items()
    numbers = (value for name, value in held if is_page_name(name) and isinstance(value, int))
    return next(numbers, None)


def _printed_number(candidates: Iterable[Link], pages: Collection[int]) -> int | None:
    """The one number that stands among the pager's linked ones without being a link itself."""
    texts = set(map(str, pages))
    links = [link.element for link in candidates if link.text.strip(_AROUND) in texts]
    if not links:
        return None
    around = frozenset(links[-1].iterancestors())
    box = links[0].getparent()
    while box is not None and box not in around:
        box = box.getparent()
    inside = {one for link in links for one in link.iter()}
    for _ in range(_BOXES):  # cells of a table, where one number alone is linked
        if box is None or box.tag in ("body", "html"):
            return None
        printed = _numbers_in(box, inside).difference(pages)
        apart = {one for one in printed if one - 1 in pages or one + 1 in pages}
        if apart or len(links) > 1:
            return apart.pop() if len(apart) == 1 else None
        box = box.getparent()
    return None


def _numbers_in(box: HtmlElement, links: Collection[HtmlElement]) -> set[int]:
    """The numbers that a box prints in elements of their own, those of its links left out."""
    texts = (squeeze(chunk).strip(_AROUND) for where, chunk in chunks_of(box) if where not in links)
    return {int(one) for one in texts if one.isascii() and one.isdigit() and len(one) <= 5}


def next_number(pager: Pager) -> NextPage | None:
    """The link of the number after this page's."""
    links = numbered(pager)
    if not links:
        return None
    current = current_number(pager)
    if current is None or current in links:  # a page does not link to itself: it is another
        current = 1 if _is_unnumbered_first(pager, links) else _gap(links)
    url = links.get(current + 1)
    return NextPage(url=url, rule="numbered link") if url else None


def _are_years(links: dict[int, str]) -> bool:
    """Whether the numbers are the years of an archive, which go back: see `paging_days`."""
    return all(
        number in _YEARS and not page_parameter(url.partition("?")[2])
        for number, url in links.items()
    )


def next_scripted_number(pager: Pager) -> NextPage | None:
    """What the link of the number after this page's does, where numbers are calls of a script."""
    callers = (*pager.links, *pager.buttons)
    numbers, beyond = _scripted_numbers(callers)
    current = _printed_number(callers, numbers) if numbers else None
    if current is None:
        return None
    link = numbers.get(current + 1) or beyond.get(current + 1)
    found = scripted(pager, _script_of(link)) if link else None
    return found and replace(found, rule="numbered script")


def printed_number(pager: Pager) -> int | None:
    """The one number that a pager prints among those that call a script."""
    callers = (*pager.links, *pager.buttons)
    return _printed_number(callers, _scripted_numbers(callers)[0])


def _scripted_numbers(callers: Iterable[Link]) -> tuple[dict[int, Link], dict[int, Link]]:
    """The links that call a script with the number they print; those that print dots for it."""
    numbers: dict[int, Link] = {}
    beyond: dict[int, Link] = {}
    for link in callers:
        called = None if link.url else _CALLED.search(_script_of(link))
        text = link.text.strip(_AROUND)
        if called and text == called[1]:
            numbers.setdefault(int(text), link)
        elif called and link.text in _DOTS:
            beyond[int(called[1])] = link
    return numbers, beyond


def _script_of(link: Link) -> str:
    return f"{link.href}\n{link.element.get('onclick') or ''}"


def _is_unnumbered_first(pager: Pager, links: dict[int, str]) -> bool:
    """Whether the pager links every page by a parameter that this one's own address lacks."""
    first = page_parameter(links.get(1, "").partition("?")[2])
    here = page_parameter(pager.url.partition("?")[2])
    return first is not None and here is None and len(links) == max(links)


def _gap(links: dict[int, str]) -> int:
    """The number the pager leaves unlinked between linked ones: the current page's."""
    for number in range(1, max(links)):
        if number not in links and number + 1 in links and (number == 1 or number - 1 in links):
            return number
    return max(links)
