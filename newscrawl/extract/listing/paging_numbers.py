"""The numbers of a page's pager: those it links, the page's own, the one after it."""

from __future__ import annotations

from itertools import islice

from newscrawl.extract.listing.anchors import chunks_of, squeeze
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.shapes import is_sibling, page_parameter

_AROUND = "[]()（）【】. "  # what stands around a pager's numbers


def numbered(pager: Pager) -> dict[int, str]:
    """Page number to address, for the pager's links whose text is a number."""
    found: dict[int, str] = {}
    for link in pager.links:
        text = link.text.strip(_AROUND)
        if text.isascii() and text.isdigit() and len(text) <= 5:
            url = pager.other(link.href)
            if url and is_sibling(pager.url, url):
                found.setdefault(int(text), url)
    return found


# Where a pager prints which page this is, and how it calls the place: looked for in Python, since
# XPath asks each of many elements for its names again and again.
_NUMBER_TAGS = ("span", "em", "b", "strong", "li", "a", "font")
_CURRENT_NAMES = ("cur", "active", "thisclass", "p_no_d", "on", "select", "s2")
_NUMBER_LENGTH, _NUMBER_PIECES = 6, 20


def current_number(pager: Pager) -> int | None:
    """Which page this is, by the pager's unlinked number, the declared one, or the address."""
    for element in pager.document.root.iter(*_NUMBER_TAGS):
        names = element.get("class") or ""
        if "aria-current" not in element.attrib and not any(
            map(names.__contains__, _CURRENT_NAMES)
        ):
            continue
        text = squeeze("".join(map(str, islice(element.itertext(), _NUMBER_PIECES))))
        number = text.strip("[]")
        if len(text) < _NUMBER_LENGTH and number.isdigit() and number.isascii():
            return int(number)
    printed = _printed_number(pager)
    if printed:
        return printed
    if pager.declared.current:
        return pager.declared.current
    found = page_parameter(pager.url.partition("?")[2])
    return None if found is None or not found[1] else int(found[1])


def _printed_number(pager: Pager) -> int | None:
    """The one number that stands among the pager's linked ones without being a link itself."""
    pages = numbered(pager)
    texts = set(map(str, pages))
    links = [link.element for link in pager.links if link.text.strip(_AROUND) in texts]
    if not links:
        return None
    box = links[0].getparent()
    while box is not None and links[-1] not in box.iterdescendants():
        box = box.getparent()
    if box is None or box.tag in ("body", "html"):
        return None
    inside = {one for link in links for one in link.iter()}
    printed = {
        int(text)
        for where, chunk in chunks_of(box)
        if where not in inside
        and (text := squeeze(chunk).strip(_AROUND)).isascii()
        and text.isdigit()
        and len(text) <= 5
    }
    apart = {number for number in printed - pages.keys() if {number - 1, number + 1} & pages.keys()}
    return apart.pop() if len(apart) == 1 else None


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
