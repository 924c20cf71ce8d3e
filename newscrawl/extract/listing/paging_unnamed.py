"""The way on where no word and no number names it: told by where the pager's links lead.

`下10页`, dots or a double arrow lead from one group of numbers to the next; an arrow may be a
picture without a name. What such a link leads to is the page whose number follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extract.listing.anchors import Link
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.next_words import NEWER
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_links import is_live
from newscrawl.extract.listing.paging_numbers import current_number, numbered
from newscrawl.extract.listing.paging_totals import proven_pattern
from newscrawl.extract.listing.shapes import is_sibling
from newscrawl.text.numbers import as_number

_NUMBER = re.compile(r"\d+", re.ASCII)
# What a page's address calls it, in the languages of pagers.
_PAGE = r"(?:page|seite|pagina|p[aá]gina|strana|strona|sida|side|sivu|oldal|stranica|sayfa|trang)"
_PAGE_FOLDER = re.compile(rf"(?P<stays>/){_PAGE}[/_-]?(?P<number>\d{{1,4}})/?$", re.IGNORECASE)
_PAGE_FIELD = re.compile(
    rf"(?P<stays>[?&]){_PAGE}=(?P<number>\d{{1,4}})(?:&|$)", re.IGNORECASE | re.ASCII
)


def unnamed_link(pager: Pager) -> NextPage | None:
    """A link to the page after this one, told by its address alone."""
    current = current_number(pager)
    url = None
    if current is not None:
        url = _behind_the_numbers(pager, current) or _behind_a_picture(pager, current)
    url = url or _spelt_as_page(pager)
    return NextPage(url=url, rule="link by its number") if url else None


def _spelt_as_page(pager: Pager) -> str | None:
    """The link whose address is this page's own and calls itself the page after it.

    `/news/page/3/` from `/news/page/2/`, `?seite=2` from the page without a number: whatever the
    link is called, in a language that nobody listed.
    """
    here = _page_of(pager.url)
    found: dict[int, str] = {}
    for link, url in _ways(pager):
        there = _page_of(url)
        if there and there[0] == (here[0] if here else pager.url) and not NEWER.search(link.text):
            found.setdefault(there[1], url)
    if here:
        return found.get(here[1] + 1)
    # Counted from zero, the second page is number one, and no other is linked.
    from_zero = len(found) == 1 and "?" in found.get(1, "")
    return found.get(2) or (found[1] if from_zero else None)


def _page_of(url: str) -> tuple[str, int] | None:
    """An address without what calls it a page, and the number of that page."""
    told = _PAGE_FOLDER.search(url) or _PAGE_FIELD.search(url)
    if told is None:
        return None
    bare = f"{url[: told.start()]}{told['stays'] or ''}{url[told.end() :]}"
    return bare.rstrip("?&"), as_number(told["number"])


def _behind_the_numbers(pager: Pager, current: int) -> str | None:
    """The link that goes on where the numbers which the pager links end."""
    pages = {**numbered(pager), current: pager.url}
    if len(pages) > 2:
        pages.pop(1, None)  # page one may bear no number
    pattern = proven_pattern(pages) if len(pages) > 1 else None
    wanted = pattern.url(current + 1) if pattern else None
    return wanted if any(url == wanted for _, url in _ways(pager)) else None


def _behind_a_picture(pager: Pager, current: int) -> str | None:
    """The link without a text whose address bears the next number, where there is said to be one.

    Counted from zero, the second page has the number of the first.
    """
    if current >= (pager.declared.page_count or 0):
        return None
    found = {
        as_number(numbers[-1]): url
        for link, url in _ways(pager)
        if not link.text and (numbers := _NUMBER.findall(url))
    }
    own = _NUMBER.findall(pager.url)
    from_zero = current == 1 or (own and as_number(own[-1]) == current - 1)
    return found.get(current + 1) or (found.get(current) if from_zero else None)


def _ways(pager: Pager) -> Iterator[tuple[Link, str]]:
    for link in pager.links:
        url = pager.other(link.href) if is_live(link) else None
        if url and is_sibling(pager.url, url):
            yield link, url
