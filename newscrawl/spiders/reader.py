"""By which rules a page is read: its site file's, those learnt from the first articles, or none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from newscrawl.items import Page
from newscrawl.sites.model import Site
from newscrawl.spiders.model import Job

if TYPE_CHECKING:
    from newscrawl.extract.article import Reading
    from newscrawl.learn import Learner


class Reader:
    """Reads the pages of one run.

    A listing without a site file is learnt in memory, each by itself: from its first articles, in
    the order of the list. A page that learnt rules do not answer on is read as if there were none.
    """

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._sites = {job.site_id: job.site for job in jobs}
        self._learners: dict[tuple[str, str | None], Learner] = {}

    def learnt(self, job: Job) -> Site | None:
        """The rules that were learnt for a listing, None where there are none."""
        learner = self._learners.get((job.site_id, job.channel or job.url))
        return learner.site if learner else None

    def read(self, page: Page, now: datetime, held: str | None = None) -> Reading:
        """The page's record and how it ended.

        `held` is the content of the record that the corpus has: rules that were learnt since do not
        make an edited article of it.
        """
        # Tables of patterns take as long to load as Scrapy's engine: an idle check has no page.
        from newscrawl.extract.article import read_page

        site = self._sites.get(page.site or "")
        if site is not None:
            return read_page(page, site, now=now)
        learner = self._learner(page)
        if learner.site:
            reading = read_page(page, learner.site, now=now)
            if is_sound(reading) and held in {None, reading.article.content_sha256}:
                return reading
        reading = read_page(page, None, now=now)
        if reading.keep:
            learner.feed(page)
        return reading

    def _learner(self, page: Page) -> Learner:
        from newscrawl.learn import Learner

        key = page.site or "", page.channel
        if key not in self._learners:
            self._learners[key] = Learner(Site(id=key[0]))
        return self._learners[key]


def is_sound(reading: Reading) -> bool:
    """Whether every rule of a site answered on the page, and it is an article."""
    return reading.keep and not any(one.code == "rule_missed" for one in reading.article.issues)
