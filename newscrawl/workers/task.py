"""One page to be read: all that its record hangs on, so that any process reads it alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newscrawl.items import Page
from newscrawl.sites.model import Site

if TYPE_CHECKING:
    from newscrawl.extract.article import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """`site` are the rules to read by, None: generically. Where `learnt` rules fail, so too.

    `held` is the content of the record that the corpus has: rules that were learnt since do not
    make an edited article of it.
    """

    page: Page
    site: Site | None
    learnt: bool
    now: datetime
    held: str | None = None


def read(task: Task) -> Reading:
    """The page's record and how it ended."""
    # Tables of patterns take as long to load as Scrapy's engine: an idle check has no page.
    from newscrawl.extract.article import read_page

    if task.site:
        reading = read_page(task.page, task.site, now=task.now)
        same = task.held in {None, reading.article.content_sha256}
        if not task.learnt or (same and is_sound(reading)):
            return reading
    return read_page(task.page, None, now=task.now)


def is_sound(reading: Reading) -> bool:
    """Whether every rule of a site answered on the page, and it is an article."""
    return reading.keep and not any(one.code == "rule_missed" for one in reading.article.issues)
