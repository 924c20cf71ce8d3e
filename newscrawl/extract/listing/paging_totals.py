"""Arithmetic of page numbers: a pattern that the page's own links prove.

A declared total alone proves nothing; a total and a pattern do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager, with_parameter
from newscrawl.extract.listing.paging_numbers import current_number, numbered
from newscrawl.extract.listing.shapes import page_parameter
from newscrawl.text.numbers import as_number

_LAST = re.compile(
    r"^[\s\[]*(?:尾\s*页|末\s*页|最后一?页|last(?:\s+page)?)[\s\]»>|]*$", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pattern:
    """An address in which page p's number is `sign` * p + `offset`."""

    before: str
    after: str
    sign: int
    offset: int

    def url(self, page: int) -> str | None:
        """Page `page`'s address, None where its number would be negative."""
        number = self.sign * page + self.offset
        return f"{self.before}{number}{self.after}" if number >= 0 else None

    def page(self, url: str) -> int | None:
        """Which page has that address, None where it is none of the pattern."""
        number = url[len(self.before) : len(url) - len(self.after)]
        if not number.isdecimal() or url != f"{self.before}{number}{self.after}":
            return None
        return self.sign * (as_number(number) - self.offset)


def proven_pattern(pages: Mapping[int, str]) -> Pattern | None:
    """The pattern that all numbered addresses follow; one link proves only number = page.

    The first page may have an address without a number, which says nothing of the others.
    """
    if not pages:
        return None
    items = sorted(pages.items())
    if len(items) > 1 and items[0][0] == 1 and not _is_alike(items[0][1], items[1][1]):
        items = items[1:]
    (page, url), rest = items[-1], items[:-1]
    for found in reversed(list(_NUMBER.finditer(url))):
        before, after, number = url[: found.start()], url[found.end() :], as_number(found[0])
        same = [
            (n, as_number(other[len(before) : len(other) - len(after)]))
            for n, other in rest
            if other.startswith(before)
            and other.endswith(after)
            and other[len(before) : len(other) - len(after)].isdecimal()
        ]
        if not same:
            if not rest and number in (page, page - 1):
                return Pattern(before, after, 1, number - page)
            continue
        n, value = same[0]
        if value - n == number - page:
            return Pattern(before, after, 1, number - page)
        if value + n == number + page:
            return Pattern(before, after, -1, number + page)
    return None


def _is_alike(one: str, other: str) -> bool:
    return _NUMBER.sub("", one) == _NUMBER.sub("", other)


def by_total(pager: Pager) -> NextPage | None:
    """The next page by the declared total and a pattern that the pager's links prove."""
    pages = numbered(pager)
    total = pager.declared.pages
    if total:
        for link in pager.links:
            url = pager.other(link.href) if _LAST.match(link.text) else None
            if url:
                pages.setdefault(total, url)
    pattern = proven_pattern(pages)
    if pattern is None:
        return None
    current = current_number(pager) or pattern.page(pager.url)
    if current is None or current >= (total or max(pages)):
        return None
    url = pages.get(current + 1) or pattern.url(current + 1)
    return NextPage(url=url, rule="total with proven pattern") if url and pager.other(url) else None


def by_query(pager: Pager) -> NextPage | None:
    """The page number in the page's own address, where a declared total says there is more."""
    found = page_parameter(urlsplit(pager.url).query)
    total, current = pager.declared.pages, pager.declared.current
    if not found or not found[1] or not total or not current or current >= total:
        return None
    number = as_number(found[1])
    if number not in (current, current - 1):
        return None
    url = with_parameter(pager.url, found[0].lstrip("&").partition("=")[0], str(number + 1))
    return NextPage(url=url, rule="query parameter")
