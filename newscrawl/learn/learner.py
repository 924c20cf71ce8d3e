"""Learning while a crawl runs: fed its first pages, it gives rules once they are sure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from newscrawl.items import Page
from newscrawl.learn.learning import learn_studies
from newscrawl.learn.proof import check_page, expected_of, record_of
from newscrawl.learn.study import Study
from newscrawl.sites.model import Site
from newscrawl.sites.writer import site_to_toml

# It learns at so many articles, and gives up after the last: the site has no one layout.
_TRIES = (4, 7)


class Learner:
    """Fed pages one by one; `site` is `base` with article rules from the moment they are sure.

    Until then, and for ever where the pages agree on too little, it is None: read generically.
    Only articles count; whatever else is fed is passed over. Rules that `base` has are kept.
    """

    def __init__(self, base: Site) -> None:
        self.base = base
        self.site: Site | None = None
        self.done = bool(base.articles)
        self._studies: list[Study] = []

    def feed(self, page: Page) -> Site | None:
        """Take one fetched page; the learnt site, or None while there is none. Never raises."""
        if self.done:
            return self.site
        study = Study.of(page)
        if not study.is_article:
            return None
        self._studies.append(study)
        if len(self._studies) in _TRIES:
            self.site = self._learnt()
            self.done = self.site is not None or len(self._studies) == _TRIES[-1]
        if self.done:
            self._studies.clear()
        return self.site

    def _learnt(self) -> Site | None:
        found = learn_studies(self._studies, id=self.base.id)
        site = replace(
            self.base,
            family=self.base.family or found.family,
            date_order=self.base.date_order or found.date_order,
            articles=found.articles,
        )
        if not _is_sure(site, self._studies):
            return None
        rules = hashlib.sha256(site_to_toml(site).encode()).hexdigest()
        return replace(site, rules_sha256=rules)


def _is_sure(site: Site, studies: list[Study]) -> bool:
    """Whether title and body have rules, every rule answers on every page, and none changes it.

    Rules that read the pages they come from otherwise than they were read are no better known than
    the generic ones: what a record says must not hang on how many pages were fetched before it.
    """
    if not any(rules.title and rules.body for rules in site.articles):
        return False
    read = [(study, expected_of(study.page, site, listing=False, now=None)) for study in studies]
    if any(said[name] != value for study, said in read for name, value in _said_by(study)):
        return False
    return all(
        check.status in ("ok", "empty")
        for study, said in read
        for check in check_page(study.page, site, {**said, "missed": ()}, now=None)
    )


def _said_by(study: Study) -> Iterable[tuple[str, Any]]:
    """What a page says without rules, as evidence keeps it."""
    return record_of(study.article).items()
