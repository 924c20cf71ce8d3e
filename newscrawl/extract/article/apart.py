"""Lines that stand apart from title and text: whether they speak of the article, or of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from newscrawl.extract.article.boilerplate import is_footer
from newscrawl.extract.article.days_in_lines import date_in, without_dates
from newscrawl.extract.article.end_marks import ends_article, heads_replies
from newscrawl.extract.article.meta_line import has_meta
from newscrawl.extract.lines import Line, PageLines
from newscrawl.extract.notices import width
from newscrawl.text.labels import BOUNDARY, role_of

_SIGNS = re.compile("[由A-Za-z가-힣記]")
_WIDE = frozenset(("html", "body", "main", "article"))
# How blogs end a post, between links to its writer and its comments.
SIGNED_OFF = re.compile(
    r"(?:posted|published)\s*(?:on\b|@|at\b|by\b)|(?:发表|发布|张贴)[于在]", re.IGNORECASE
)
_HEADLINE = 20  # width of a headline: ten characters of Chinese, and longer than a name
_COMES_AGAIN = 40  # characters of a line that may be a template's, on each of a site's pages
_ROWS = 2  # of neighbours that make a list
_ROW = 13  # columns of a neighbour's title; Facebook, 附件1 have fewer
_TODAY = re.compile(r"今天|今日|现在|当前|Today")


def is_neighbours(page: PageLines, index: int, end: int) -> bool:
    """Whether a time behind the text, which ends at a line, is another's: in a link, or a list."""
    line = page.lines[index]
    noise = line.noise and not _is_own_footer(page, line, end)
    return line.item or bool(noise) or line.links * 10 > len(line.text) * 8


def _is_own_footer(page: PageLines, line: Line, end: int) -> bool:
    """Whether a line is in the <footer> of the <article> that holds the text: cards have theirs."""
    if line.noise != "footer" or is_footer(line):
        return False
    article = next(line.element.iterancestors("article"), None)
    return article is not None and page.of(article)[0] < end


def is_elsewhere(page: PageLines, index: int) -> bool:
    """Whether a date on a line apart from title and text is a footer's, a neighbour's, today's."""
    line, above = page.lines[index], page.lines[max(0, index - 1)]
    # The link beside it may be that of a column: 14.03.2024 News.
    linked = line.links * 2 > len(line.text) and not SIGNED_OFF.match(line.text)
    # An element called "foot" may be the article's own, where it says who wrote it or where from.
    own = has_meta(line) and line.noise in (None, "footer")
    noise, linked = line.noise and not own, linked and not own
    if not own and is_dated_row(line):
        return True
    if noise or linked or is_footer(line) or _TODAY.search(line.text):
        return True
    # Nothing but a date under a link is that link's; "Datum 28.04.2023" there may be the article's.
    alone = not re.search(r"\w", without_dates(line.text))
    below_link = above.kind == "text" and above.links * 10 > len(above.text) * 8
    below_link = below_link and above.noise != "nav"  # a path to the page, over its date
    return alone and below_link and _are_near(line, above)


def is_dated_row(line: Line) -> bool:
    """Whether an item is a link and its date, and nothing else: a row of a list, however short."""
    if not (line.item and line.links and date_in(line.text) is not None):
        return False
    rest = re.sub(r"\W", "", without_dates(line.text))
    return len(rest) <= line.links


def is_signed_row(line: Line) -> bool:
    """Whether an item begins with the link to another article: its title, its date, its writer."""
    if not (line.item and line.links) or date_in(line.text) is None:
        return False
    first = next(filter(None, map(str.strip, line.marked.split(BOUNDARY))), "")
    return width(first) >= _HEADLINE and line.links >= len("".join(first.split()))


def _are_near(line: Line, above: Line) -> bool:
    """Whether two lines stand side by side, or in one thing that is not the page's own box."""
    if line.element.getparent() is above.element.getparent():
        return True
    around = [line.element, *islice(line.element.iterancestors(), 2)]
    beside = [above.element, *islice(above.element.iterancestors(), 2)]
    return any(one in beside and one.tag not in _WIDE for one in around)


def others_begin(lines: Sequence[Line]) -> int:
    """How many lines behind a text may speak of it: to the heading behind rows of neighbours.

    热门排行, its rows, 作者专栏: what the second heading heads is a column's, not the article's.
    """
    rows = 0
    for at, line in enumerate(lines):
        rows += line.item and line.links > 0 and width(line.text) >= _ROW
        if line.heading and rows >= _ROWS and not (line.links or line.labels):
            return at
    return len(lines)


def is_over(line: Line) -> bool:
    """Whether the article is over with a line behind its text: what follows are other things."""
    return ends_article(line) or heads_replies(line) or is_footer(line)


def is_silent(line: Line) -> bool:
    """Whether a line has neither a label nor a date, nor a word that a signature takes."""
    says_nothing = _says_nothing_once if len(line.text) <= _COMES_AGAIN else _says_nothing
    return not line.labels and says_nothing(line.text)


def _says_nothing(text: str) -> bool:
    """The same of a text that has no label with a colon."""
    return not _SIGNS.search(text) and date_in(text) is None and role_of(text) is None


_says_nothing_once = lru_cache(maxsize=4096)(_says_nothing)
