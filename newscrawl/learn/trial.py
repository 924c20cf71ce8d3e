"""Rules tried on the pages they were learnt from: what a record may lose, and what not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from newscrawl.extract.article.read import read_document
from newscrawl.items import Article
from newscrawl.learn.study import Study
from newscrawl.sites.model import ArticleRules, Site

_BYLINE_LENGTH = 120  # characters that the learnt rules may leave out: a byline's
_PRINTED = ("authors", "source", "date_published", "breadcrumbs", "view_count")
_READ = (*_PRINTED, "credits", "attachments", "images")


@dataclass(frozen=True, slots=True)
class Trial:
    """The pages that every change of a site's rules is held against."""

    studies: Sequence[Study]
    site: Site

    def first_right(self, rules: ArticleRules, changed: Iterable[ArticleRules]) -> ArticleRules:
        """The first of the changed rules under which no page says less than without any.

        Title and body are free to change: they are what the change is about.
        """
        for ruled in changed:
            read = ((study.article, self.read(study, ruled)) for study in self.studies)
            if all(_says_as_much(old, new) for old, new in read):
                return ruled
        return rules

    def if_better(self, rules: ArticleRules, name: str, selectors: Iterable[str]) -> ArticleRules:
        """The rules with the first selector for `name` that loses nothing on any page."""
        before = [self.read(study, rules) for study in self.studies]
        for selector in selectors:
            change: dict[str, Any] = {name: selector}
            changed = replace(rules, **change)
            after = [self.read(study, changed) for study in self.studies]
            if all(_holds(old, new) for old, new in zip(before, after, strict=True)):
                return changed
        return rules

    def read(self, study: Study, rules: ArticleRules) -> Article:
        """The record that a page gives under the rules."""
        learnt = replace(self.site, articles=(rules,))
        return read_document(study.document, site=learnt, listed=study.page.listed)


def _says_as_much(old: Article, new: Article) -> bool:
    """Whether no field but title and body says less than before, or another thing."""
    said = ((getattr(old, name), getattr(new, name)) for name in _PRINTED)
    return all(a == b or a in (None, ()) for a, b in said)


def _holds(old: Article, new: Article) -> bool:
    """Whether a record still says all that it said; its body may lose short lines of the head."""
    said = ((getattr(old, name), getattr(new, name)) for name in _READ)
    kept = all(before == after or before in (None, ()) for before, after in said)
    lost = Counter(old.body.splitlines()) - Counter(new.body.splitlines())
    more = Counter(new.body.splitlines()) - Counter(old.body.splitlines())
    short = sum(map(len, lost)) <= _BYLINE_LENGTH
    return kept and new.title == old.title and not more and short
