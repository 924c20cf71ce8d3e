"""Gives a list up after hundreds of addresses in a row that led to no article.

A trap makes up addresses; an outdated sitemap names pages that were taken down since. The rest is
reported as not reached, and a later run goes on behind what this one tried.
"""

from __future__ import annotations

from collections.abc import Mapping

from newscrawl.items import Outcome
from newscrawl.store import HELD

# In a row: 200 dead addresses, 1,000 pages that are no articles (a sitemap may name all the pages
# of a site before its news), or more than there were articles up to then.
_DEAD, _OTHER = 5, 1
_PATIENCE = 1000
_WEIGHT: Mapping[Outcome, int] = {
    Outcome.GONE: _DEAD,
    Outcome.SOFT_404: _DEAD,
    Outcome.HTTP_4XX: _DEAD,
    Outcome.NOT_ARTICLE: _OTHER,
    Outcome.EMPTY_BODY: _OTHER,
}
_ARTICLES = HELD | {Outcome.DUPLICATE}


class Harvest:
    """The yield of one walk; `in_vain` counts the addresses in a row that led to no article."""

    def __init__(self) -> None:
        self.in_vain = 0
        self._had = self._weight = 0

    @property
    def over(self) -> bool:
        """Whether the list is given up."""
        return self._weight >= max(_PATIENCE, _DEAD * self._had)

    @property
    def why(self) -> str:
        """The reason in words."""
        return f"the list is left: {self.in_vain} addresses in a row led to no article"

    def note(self, outcome: Outcome) -> None:
        """Count an outcome. Server faults and walls are not counted: they concern the host."""
        if self.over:
            return
        if outcome in _ARTICLES:
            self._had += 1
            self.in_vain = self._weight = 0
        elif outcome in _WEIGHT:
            self.in_vain += 1
            self._weight += _WEIGHT[outcome]
