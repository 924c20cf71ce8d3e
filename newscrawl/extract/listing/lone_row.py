"""Whether the only row of a page is a list of one: a day with one post, a column just opened."""

from __future__ import annotations

import re
from collections.abc import Callable

from newscrawl.extract.listing.anchors import text_of
from newscrawl.extract.listing.emptiness import says_empty
from newscrawl.extract.listing.kind_of_page import prose_of
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_days import is_of_days
from newscrawl.extract.listing.paging_links import by_words
from newscrawl.extract.listing.rows import RawRow
from newscrawl.sites.families import Family

_LIKELY = 0.7  # how much of an article's an address must look
_BESIDE = 40  # characters of a row beside its title that are no summary yet
_TITLE = 14  # from so many columns on a link's text is a title; a CJK character has two
_NUMBER = re.compile(r"\d", re.ASCII)
_PAGER = re.compile(
    r"^[\W_]*(?:(?:上|下|前|后)\s*一?\s*[页頁]|[尾末]\s*[页頁]|(?:previous|next|first|last)\s+page)[\W_]*$",
    re.IGNORECASE,
)


def stands_alone(
    row: RawRow, pager: Pager, family: Family | None, likeness: Callable[[str], float]
) -> bool:
    """Whether the row is a list: short, with a day of its own or a pager that is a list's.

    Its link must look like an article's, by the address or, where nothing else is told, the title.
    """
    document = pager.document
    if row.stamp is None and (says_empty(document) or not _is_paged(pager, likeness)):
        return False
    known = family is not None and family.is_article(row.link.url)
    if known or likeness(row.link.url) > _LIKELY:
        return len(row.title) * 4 > len(text_of(row.element)) - _BESIDE
    numbered = _NUMBER.search(row.link.url.rstrip("/").rpartition("/")[2])
    return bool(numbered) and _width(row.title) >= _TITLE and not prose_of(document, [row])


def _is_paged(pager: Pager, likeness: Callable[[str], float]) -> bool:
    """Whether the page is one of a list's; an article in parts has a pager too, and its address."""
    if is_of_days(pager):
        return True
    stated = pager.declared
    paged = stated.pages or stated.items or any(True for _ in by_words(pager, _PAGER))
    return bool(paged) and likeness(pager.url) <= _LIKELY


def _width(text: str) -> int:
    return sum(2 if character > "\u2e7f" else 1 for character in text)
