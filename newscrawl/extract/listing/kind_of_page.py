"""Whether a page is a listing at all, and if not, what it is: one line for the user."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.document import Document
from newscrawl.extract.listing.anchors import chunks_of, squeeze
from newscrawl.extract.listing.emptiness import says_gone, why_empty
from newscrawl.extract.listing.model import Instead, Row
from newscrawl.extract.listing.rows import RawRow
from newscrawl.sites.families import Family
from newscrawl.text.labels import BOUNDARY, split_labels

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BYLINE_WITHIN = 20_000  # characters of the page's text
_BESIDE_DATE = frozenset(("source", "author", "editor", "views"))
_DATE = re.compile(r"\W{0,4}(?:19|20)\d\d\s?[-/.年]\s?\d")
_BESIDE = 160  # characters of a byline before and behind its date
_DATES_READ = 6  # dates of a page that are looked at for a byline's
_PROSE = 40  # characters from which a text node is a sentence rather than a label
_MUCH_PROSE = 400  # characters of a page that is no shell
_SOME_PROSE = 250  # from here undated links beside it are related ones
_BODY = 900  # and from here even dated ones; a cookie notice is shorter
_DATED = 0.8  # share of dated rows that makes a list
_LIKELY = 0.7  # likeness from which on an address is an article's, 0 to 1
_FEW_ROWS = 8  # an article's page lists fewer related ones than this
_NO_PROSE = frozenset(("a", "footer", "head", "title"))
# How servers call a folder that they list themselves, where its own page is missing. The days of
# such a list are those of the files, their names are no titles.
_FOLDER = re.compile(
    r"(?:index of|directory(?: listing for|:)?) /\S*"  # Apache, nginx, lighttpd; Python, Jetty
    r"|directory listing for \[/\S*\]|[\w.:-]+ - /(?:\S*/)?",  # Tomcat; IIS
    re.IGNORECASE | re.ASCII,
)
_META_TITLE = re.compile(r"^articletitle$", re.IGNORECASE)


def why_no_listing(
    document: Document, family: Family | None, rows: Sequence[RawRow]
) -> Instead | None:
    """What the page is in a listing's place, None where it is one."""
    if _is_article(document, family, rows):
        return Instead.ARTICLE
    if rows:  # hot ones below the sentence that what was asked for is gone
        return Instead.GONE if says_gone(document) else None
    return why_empty(document)


def shows_folder(document: Document) -> bool:
    """Whether the page is a server's own list of the files in a folder."""
    return _FOLDER.fullmatch(squeeze(document.title)) is not None


def is_article_with_list(
    document: Document, rows: Sequence[RawRow], likeness: Callable[[str], float], *, behind: bool
) -> bool:
    """Whether the rows of a page without a pager are those beside an article.

    It has a byline of its own, or an article's address and rows without dates. `behind` other pages
    of a list, with rows like theirs, the address says nothing: `more.php?sort=2&p=4`.
    """
    dated = sum(row.stamp is not None for row in rows)
    addressed = not behind and dated * 2 < len(rows) and likeness(document.url) > _LIKELY
    return addressed or has_byline(document, rows)


def are_files(items: Sequence[Row]) -> bool:
    """Whether rows are an article's attachments, or downloads: files alone, not each with a day."""
    files = all(row.kind == "attachment" for row in items)
    return files and any(row.date is None for row in items)


def _is_article(document: Document, family: Family | None, rows: Sequence[RawRow]) -> bool:
    if any(
        _META_TITLE.match(meta.get("name") or "") and (meta.get("content") or "").strip()
        for meta in document.root.iter("meta")
    ):
        return True
    if family is not None and family.is_article(document.url) and len(rows) < _FEW_ROWS:
        return True
    if not (rows and any(row.stamp for row in rows)) and has_byline(document, rows):
        return True
    dated = bool(rows) and sum(row.stamp is not None for row in rows) >= _DATED * len(rows)
    if dated and len(rows) >= _FEW_ROWS:
        return prose_of(document, rows) > _BODY
    return prose_of(document, rows) > (_MUCH_PROSE if dated else _SOME_PROSE)


def has_byline(document: Document, rows: Sequence[RawRow]) -> bool:
    """Whether a dated label and another one of a byline stand outside the rows."""
    closed = frozenset(row.element for row in rows)
    outside = (text for _, text in chunks_of(document.root, closed) if text)
    text = BOUNDARY.join(outside)[:_BYLINE_WITHIN]
    # Labels are dear to read: those beside dates are enough.
    near, read = [], 0
    for one in islice(_DATE.finditer(text), _DATES_READ):
        near.append(text[max(read, one.start() - _BESIDE) : one.end() + _BESIDE])
        read = one.end() + _BESIDE
    labels = split_labels(BOUNDARY.join(near))
    dated = [one for one in labels if one.role == "published" and _DATE.match(one.value)]
    return len(dated) == 1 and any(one.role in _BESIDE_DATE for one in labels)


def prose_of(document: Document, rows: Sequence[RawRow]) -> int:
    """Characters of the longest running text that no row and no link interrupts.

    Summaries stand between rows; an article's body stands in one piece.
    """
    closed = frozenset(row.element for row in rows)
    longest = run = 0
    for where, text in chunks_of(document.root, closed):
        if where in closed:
            run = 0
            continue
        lean = squeeze(text) if len(text) >= _PROSE else ""
        if len(lean) >= _PROSE and not _is_outside_text(where):
            run += len(lean)
            longest = max(longest, run)
    return longest


def _is_outside_text(element: HtmlElement) -> bool:
    return any(one.tag in _NO_PROSE for one in (element, *element.iterancestors()))
