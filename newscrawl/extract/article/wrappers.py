"""Names of side boxes on what is round a whole article: WebPlus calls that `infobox`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extract.lines import Line, PageLines
from newscrawl.extract.noise import OUTER

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def free_wrapped(page: PageLines) -> None:
    """Take a side box's name from the lines of the box that holds the page's only first heading.

    A side box may have a heading of its own; where it has the only one, it is round the article.
    """
    tops = [line for line in page.lines if line.heading == 1 and line.kind == "text"]
    reasons = {line.noise for line in tops}
    if len(reasons) != 1 or (reason := reasons.pop()) not in OUTER:
        return
    first, last = page.of(_box(page, tops[0]))
    for line in page.lines[first:last]:
        line.noise = None if line.noise == reason else line.noise


def _box(page: PageLines, line: Line) -> HtmlElement:
    """The outermost element round a line in which no line is without a reason.

    In an <article> they are without one whatever is round it.
    """
    box: HtmlElement = line.element
    while (parent := box.getparent()) is not None and parent in page.spans:
        first, last = page.of(parent)
        free = (one for one in page.lines[first:last] if one.noise is None)
        if any(not _in_article(one) for one in free):
            break
        box = parent
    return box


def _in_article(line: Line) -> bool:
    return any(one.tag in ("article", "main") for one in line.element.iterancestors())
