"""The `createPageHTML` call of a page: one name, two dialects, two bases."""

from __future__ import annotations

import re
from typing import NamedTuple

from newscrawl.text.numbers import as_number

_NAME = r"""['"]([\w./-]+)['"]"""
# TRS: (pages, current from 0, name, ending), on ministries and CAS institutes.
_ZERO = re.compile(
    rf"createPageHTML\w{{0,40}}\(\s*(\d+)\s*,\s*(\d+)\s*,\s*{_NAME}\s*,\s*['\"](\w+)['\"]"
)
# UCAP and others: (box, pages, current from 1, name, ending, rows).
_ONE = re.compile(
    rf"createPageHTML\w{{0,40}}\(\s*['\"][\w-]+['\"]\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*{_NAME}"
    r"\s*,\s*['\"](\w+)['\"](?:\s*,\s*(\d+))?"
)


class PagerCall(NamedTuple):
    """What the call says; page p (from 1) is `name`, `name_{p - 1 + base}` from the second on."""

    pages: int
    current: int
    name: str
    ending: str
    base: int
    items: int | None = None

    @property
    def page(self) -> int:
        """Which page this is, counted from one."""
        return self.current - self.base + 1


def parse_call(html: str, url: str) -> PagerCall | None:
    """The page's pager call, None where it has none.

    The dialect without a box is zero-based, unless it calls a page whose address bears no number
    the second one: then it counts from one.
    """
    if "createPageHTML" not in html:
        return None
    found = _ONE.search(html)
    if found:
        items = as_number(found[5]) if found[5] else None
        base = 1 if as_number(found[2]) >= 1 else 0
        return PagerCall(as_number(found[1]), as_number(found[2]), found[3], found[4], base, items)
    found = _ZERO.search(html)
    if found is None:
        return None
    pages, current = as_number(found[1]), as_number(found[2])
    unnumbered = not re.search(rf"_{current}\.\w+$", url.partition("?")[0])
    return PagerCall(pages, current, found[3], found[4], int(current == 1 and unnumbered))
