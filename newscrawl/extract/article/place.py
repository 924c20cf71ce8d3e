"""Where the text of a page stands: in what the site's rules name, or where it is found without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.extract.article.anchor import Anchor, find_anchor
from newscrawl.extract.article.container import find_container, is_editors
from newscrawl.extract.article.meta_line import is_byline
from newscrawl.extract.article.metadata import Claim
from newscrawl.extract.article.site_rules import Ruled
from newscrawl.extract.article.title import Title
from newscrawl.extract.article.weights import Weights, is_prose
from newscrawl.extract.lines import PageLines

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Place:
    """The element that holds the text, and the rule that gave it.

    The text begins at line `first` or behind it. `ruled` says that a rule named the element, so
    that nothing outside of it is text; `before` is the line before which the text is over, None
    where the text itself says so. `titled` is the line that is, to the letter, the declared title,
    -1 where none is.
    """

    container: HtmlElement
    rule: str
    weights: Weights
    first: int
    before: int | None = None
    ruled: bool = False
    titled: int = -1

    @property
    def named(self) -> bool:
        """Whether it was found by its name or by a rule, so that it is whole."""
        start, _ = self.weights.page.of(self.container)
        return self.rule.startswith("container:") or (self.ruled and self.first == start)

    @property
    def is_editors(self) -> bool:
        """Whether it is the element of a CMS's own editor, which holds text only."""
        return is_editors(self.container)


def place_by_rules(
    page: PageLines, ruled: Ruled, title: Title | None, printed: Sequence[range]
) -> Place | None:
    """What the body rule names, None where there is none; nothing else of the page is weighed."""
    container = ruled.container_on(page, title, printed)
    if container is None:
        return None
    weights = Weights(page, range(*page.of(container)))
    first = ruled.text_starts(page, container, title, printed)
    return Place(container, ruled.rule("body"), weights, first, ruled=True)


def find_place(page: PageLines, root: HtmlElement, claims: Sequence[Claim]) -> Place:
    """Where running text stands behind the title and its byline, by names and by weight."""
    anchor = find_anchor(page, claims, is_byline, is_prose)
    weights = Weights(page, headed=anchor is not None and anchor.titled)
    found = find_container(page, root, weights, anchor)
    first, last = page.of(found.element)
    if anchor is not None and first <= anchor.title and not _is_foot(anchor, weights, first, last):
        # The container holds the whole article, head and all: the text starts under its title.
        first = anchor.title + 1
    known = anchor is not None and (anchor.titled or anchor.sure)
    titled = anchor.title if anchor is not None and known else -1
    return Place(found.element, found.rule, weights, first, found.end, titled=titled)


def _is_foot(anchor: Anchor, weights: Weights, first: int, last: int) -> bool:
    """Whether a byline under no declared title stands under the text: most of it is above."""
    above = weights.between(first, anchor.line)
    return not anchor.titled and above > weights.between(anchor.line, last)
