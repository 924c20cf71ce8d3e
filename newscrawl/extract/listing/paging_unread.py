"""Signs that a list goes on where no rule could follow: a pager under its rows that leads on.

They ask for nothing. What they say is no proof, and the user is told of it in every run: only what
stands right behind the rows counts, not what other boxes of the page have to turn over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link, squeeze, text_of
from newscrawl.extract.listing.around import LONGEST_NAME, is_another_box, names_told
from newscrawl.extract.listing.ending import elements_behind
from newscrawl.extract.listing.next_words import LONGEST, NEXT
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_back import is_way_back
from newscrawl.extract.listing.paging_forms import TYPED_PAGE
from newscrawl.extract.listing.paging_links import is_live, is_off, names_of
from newscrawl.extract.listing.paging_numbers import (
    current_number,
    numbered,
    printed_number,
)
from newscrawl.extract.listing.rows import is_more
from newscrawl.extract.listing.shapes import is_sibling
from newscrawl.text.numbers import as_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What a pager is named. Half of all pages have a `page-content`.
_PAGERS = re.compile(
    r"(?:^|[\s_-])(?:pag(?:er|ing|ination|inator)|pages|page(?:[_-]?(?:nav|list|num|bar|box|link))\w*"
    r"|fanye|fenye|pagebar)(?:$|[\s_-])",
    re.IGNORECASE | re.ASCII,
)
_ENDS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "footer", "aside", "header"))
_BOXES = 10  # pagers behind one list
_INSIDE = 200  # elements of one
_NUMBER = re.compile(r"[\[(（【]?\s*(\d{1,4})\s*[\])）】]?", re.ASCII)
_WORD = re.compile(r"\w")
_SECOND = re.compile(r"\([^()]*\b2\b", re.ASCII)  # a call with the number of the page behind this
_NUMBERS = re.compile(r"\d+", re.ASCII)
_MOST_PAGES = 1000  # greater numbers are years and the ids of columns
# index_b.htm behind index.htm
_LETTERED = re.compile(r"[_-]\w{1,2}", re.ASCII)
_HIDDEN = re.compile(r"display\s*:\s*none|(?:^|\s)(?:d-none|hidden|hide)(?:$|\s)", re.IGNORECASE)
_NEAR = 10  # elements behind the last row where a button for more stands
_OFTEN = 2  # such buttons on a page, one of a menu: each row may have one of its own
# data-cursor, data-next, data-feed-next-url: what is loaded as the reader scrolls.
_MARK = re.compile(
    r"data-(?:[\w-]{1,30}-)?(?:cursor|next(?:-(?:url|page|href|link|token|cursor))?)", re.ASCII
)
_NO_MARK = frozenset(("", "0", "-1", "false", "none", "null", "undefined"))
_CALL = 100  # characters of a script that a link calls


def unfollowed(pager: Pager, last: HtmlElement) -> str:
    """What leads on from a list's first page and could not be followed, as it is called; or "".

    `last` is its last row.
    """
    stated = pager.declared.page_count
    if stated and stated <= (pager.declared.current or 1):
        return ""
    links = {link.element: link for link in pager.links}
    foot = list(_foot(last))
    for box in islice((one for one in foot if _PAGERS.search(names_told(one))), _BOXES):
        inside = list(islice(box.iter("*"), _INSIDE + 1))
        if len(inside) > _INSIDE:
            continue
        ways = [links[one] for one in inside if one in links and is_live(links[one])]
        if any(is_way_back(pager, link) for link in ways):
            return ""  # it is understood, and this is its last page
        found = chain(_addresses(pager, ways), _number(pager, inside), _calls(pager, ways))
        if told := next(found, ""):
            return told
    return next(chain(_more(foot, links), _fields(foot), _marks(foot)), "")


def _foot(last: HtmlElement) -> Iterator[HtmlElement]:
    """What stands behind the rows, up to where something else begins."""
    ours: set[HtmlElement] = set()  # a pager may have a heading for those who cannot see it
    for one in elements_behind(last):
        names = names_told(one)
        if is_another_box(one) or (one.tag in _ENDS and one not in ours):
            return
        if _PAGERS.search(names):
            ours.update(islice(one.iter("*"), _INSIDE))
        yield one


def _addresses(pager: Pager, ways: list[Link]) -> Iterator[str]:
    """Links to what may be other pages of the list, where no number tells which ones they are."""
    for link in () if numbered(pager) else ways:
        url = pager.other(link.href)
        if url and is_sibling(pager.url, url) and _is_further(pager.url, url):
            yield next(filter(None, names_of(link)), url)[:_CALL]


def _is_further(here: str, there: str) -> bool:
    """Whether an address has a page's number that this one lacks, or a letter in its place."""
    numbers = {*_NUMBERS.findall(there)}.difference(_NUMBERS.findall(here))
    if any(1 < as_number(one) < _MOST_PAGES for one in numbers):
        return True
    stem, _, ending = here.rpartition(".")
    middle = there.removeprefix(stem).removesuffix(f".{ending}")
    return bool(_LETTERED.fullmatch(middle)) or _is_next_letter(here, there)


def _is_next_letter(here: str, there: str) -> bool:
    """Whether one letter alone was counted up: b.htm behind a.htm."""
    if len(here) != len(there):
        return False
    changed = [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]]
    return (
        len(changed) == 1
        and changed[0][0].isalpha()
        and ord(changed[0][1]) == ord(changed[0][0]) + 1
    )


def _number(pager: Pager, inside: list[HtmlElement]) -> Iterator[str]:
    """A number behind this page's own that is no link to any address."""
    shown = (one for one in inside if one.text and not _WORD.search(one.tail or ""))
    texts = (squeeze(one.text) for one in shown if len(one.text or "") < LONGEST)
    numbers = {int(told[1]) for text in texts if (told := _NUMBER.fullmatch(text))}
    here = printed_number(pager) or current_number(pager) or 1
    if {here, here + 1} <= numbers and not numbered(pager):
        yield str(here + 1)


def _calls(pager: Pager, ways: list[Link]) -> Iterator[str]:
    """Next links that call a script with the number of the second page."""
    for link in ways:
        script = f"{link.href[:_CALL]} {(link.element.get('onclick') or '')[:_CALL]}"
        named = len(link.text) < LONGEST and NEXT.match(link.text)
        if named and not pager.other(link.href) and _SECOND.search(script):
            yield link.text


def _more(foot: list[HtmlElement], links: Mapping[HtmlElement, Link]) -> Iterator[str]:
    """A link just behind the rows that says there is more, and has no address."""
    texts = Counter(link.text for link in links.values() if not link.url)
    near = (links.get(one) for one in foot[:_NEAR] if _is_open(one))
    found = (one for one in near if one and not one.url and is_more(one))
    return (one.text for one in found if texts[one.text] <= _OFTEN)


def _fields(foot: list[HtmlElement]) -> Iterator[str]:
    """Buttons of a form that are called the next page, and fields that a page is typed into."""
    for one in foot:
        kind, name, value = one.get("type") or "text", one.get("name") or "", one.get("value") or ""
        if one.tag not in ("input", "button") or kind == "hidden" or not _is_open(one):
            continue
        if kind in ("text", "number") and value in ("0", "1") and TYPED_PAGE.fullmatch(name):
            yield name
        names = (one.get("alt"), value, one.get("title"), one.text)
        yield from (told for told in names if told and len(told) < LONGEST and NEXT.match(told))


def _marks(foot: list[HtmlElement]) -> Iterator[str]:
    """Where the rows to come begin, kept for a script in what shows nothing just behind these."""
    for one in foot[:_NEAR]:
        told = [name for name, value in one.items() if _MARK.fullmatch(name) and _is_mark(value)]
        if told and not squeeze(text_of(one)):
            yield told[0]


def _is_mark(value: str) -> bool:
    return value.strip().lower() not in _NO_MARK


def _is_open(element: HtmlElement) -> bool:
    """Whether something to press is shown, and not switched off."""
    seen = not _HIDDEN.search(
        f"{(element.get('style') or '')[:LONGEST_NAME]} {names_told(element)}"
    )
    off = is_off(element) or element.get("aria-disabled") == "true"
    return seen and not off and element.get("hidden") is None
