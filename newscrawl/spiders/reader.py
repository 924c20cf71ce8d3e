"""Chooses the rules for a page: its site file's, those learnt from the first articles, or none."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from newscrawl.items import Held, Page
from newscrawl.sites.model import Site
from newscrawl.spiders.model import Job
from newscrawl.workers import LEADING, Task, is_hollow, missed, read

if TYPE_CHECKING:
    from newscrawl.extract.article import Reading
    from newscrawl.learn import Learner


# Articles from which rules that found nothing on any of them are those of another layout; and the
# rules that are told then. Not every article has a byline: its rule alone tells nothing.
_ENOUGH = 3
_TOLD = ("title", "byline", "body")
Place = tuple[str, str | None]  # a site and its channel


class Reader:
    """Reads the pages of one run.

    A listing without a site file is learnt in memory, each by itself: from its first articles, in
    the order of the list. A page that learnt rules do not answer on is read as if there were none.
    """

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._sites = {job.site_id: job.site for job in jobs}
        self._learners: dict[Place, Learner] = {}
        # Articles read by a site file, by the rule that they speak for or against.
        self._ruled: Counter[tuple[Place, str]] = Counter()
        self._missed: Counter[tuple[Place, str]] = Counter()

    def learnt(self, job: Job) -> Site | None:
        """The rules learnt for a listing, None where there are none."""
        learner = self._learners.get((job.site_id, job.channel or job.url))
        return learner.site if learner else None

    def rules(self, site_id: str) -> str | None:
        """The hash of a site's file, None where it has none."""
        site = self._sites.get(site_id)
        return site.rules_sha256 if site else None

    def read(self, page: Page, now: datetime, held: Held | None = None) -> Reading:
        """The page's record and how it ended; see `Task` for `held`."""
        task = self.task(page, now, held)
        return self.take(task, read(task))

    def task(self, page: Page, now: datetime, held: Held | None = None) -> Task:
        """The page with the rules known for it so far."""
        site = self._sites.get(page.site or "")
        learnt = site is None
        rules = self._learner(page).site if learnt else site
        return Task(page=page, site=rules, learnt=learnt, now=now, held=held)

    def take(self, task: Task, reading: Reading) -> Reading:
        """The reading of a finished task, in the order of the pages, as `read` would have given it.

        Rules may have been learnt from the pages before it while it was read elsewhere.
        """
        if not task.learnt:
            self._note(task.page, reading)
            return reading
        learner = self._learner(task.page)
        if learner.site is not task.site:
            return self.read(task.page, task.now, task.held)
        if reading.keep and reading.article.extractor.site_rules is None:
            learner.feed(task.page)
        return reading

    def dead_rules(self, job: Job, newest: Callable[[int], Sequence[str]]) -> tuple[str, ...]:
        """The fields whose rule in the site file was of no use on any new article of a listing.

        `newest` gives so many of its records, the last one first: where a run brings one post or
        two, those of the runs before it must say the same of the same rules.
        """
        place = job.site_id, job.channel or job.url
        read = {name: self._ruled[place, name] for name in _TOLD}
        dead = _if_leading(n for n in _TOLD if read[n] and self._missed[place, n] == read[n])
        few = [name for name in dead if read[name] < _ENOUGH]
        records = [json.loads(line) for line in newest(_ENOUGH)] if few else []
        told = len(records) == _ENOUGH
        return _if_leading(
            name
            for name in dead
            if name not in few or (told and all(_misses(one, name, job.rules) for one in records))
        )

    def _note(self, page: Page, reading: Reading) -> None:
        if not reading.keep:
            return
        place = page.site or "", page.channel
        # Nothing in the text's place tells nothing of its rule: a film, a file to be loaded.
        silent = {"body"} if is_hollow(reading.article) else set()
        self._ruled.update((place, name) for name in _TOLD if name not in silent)
        self._missed.update((place, name) for name in missed(reading.article))

    def _learner(self, page: Page) -> Learner:
        from newscrawl.learn import Learner

        key = page.site or "", page.channel
        if key not in self._learners:
            self._learners[key] = Learner(Site(id=key[0]))
        return self._learners[key]


def _if_leading(names: Iterable[str]) -> tuple[str, ...]:
    """The names, if one is that of a field that every article has."""
    told = tuple(names)
    return told if LEADING.intersection(told) else ()


def _misses(record: Mapping[str, Any], name: str, rules: str | None) -> bool:
    """Whether a rule of the site file, as it is today, found nothing on a record's page."""
    told = ((one["code"], one["field"]) for one in record["issues"])
    return record["extractor"]["site_rules"] == rules and ("rule_missed", name) in told
