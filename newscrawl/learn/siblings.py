"""The article pages of one site side by side: what they share, and what each has for itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.extract.article.weights import Weights
from newscrawl.learn.selectors import stable_selectors
from newscrawl.learn.study import Key, Study, template_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_PAGES = 0.6  # share of the pages on which a box must stand to be the template's


@dataclass(frozen=True)
class Siblings:
    """The article pages of one site, and what they share."""

    studies: Sequence[Study]
    template: frozenset[Key]

    @classmethod
    def of(cls, studies: Sequence[Study]) -> Siblings:
        """The pages with what they share."""
        return cls(studies, template_of(studies))

    @property
    def least(self) -> int:
        """On how many pages a selector must match."""
        return max(2, round(_MOST_PAGES * len(self.studies)))

    def stable(self, elements: Iterable[HtmlElement]) -> list[str]:
        """Selectors of any of the elements that hold on most pages."""
        documents = [study.document for study in self.studies]
        return stable_selectors(elements, documents, self.least)

    def own_text(self, study: Study) -> str:
        """The page's running text that no sibling shares."""
        weights = Weights(study.parts.page).each
        lines = zip(study.lines, study.keys, weights, strict=True)
        return "\n".join(
            line.text for line, key, weight in lines if weight > 0 and key not in self.template
        )


def up(element: HtmlElement, steps: int) -> list[HtmlElement]:
    """An element and so many around it, the page itself not among them."""
    chain = [element, *element.iterancestors()][: steps + 1]
    return [one for one in chain if one.tag not in ("html", "body")]
