"""One page to be read, with all that its record depends on: any process reads it alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from newscrawl.items import Held, Page
from newscrawl.sites.model import Site

if TYPE_CHECKING:
    from newscrawl.extract.article import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A page and the rules to read it by.

    `site` holds the rules, None for the generic ones. Where `learnt` rules fail, the generic ones
    are used. `held` is what the corpus has of it: neither rules learnt since then nor a row that is
    older than the page must make another article of it.
    """

    page: Page
    site: Site | None
    learnt: bool
    now: datetime
    held: Held | None = None


def read(task: Task) -> Reading:
    """The page's record and how it ended."""
    reading, listed = _read(task), task.page.listed
    own = bool(task.held and task.held.own_title)
    if not (own and listed and reading.article.provenance["title"].rule == "listing"):
        return reading
    # The page said its title by itself, and says another one now than its old row.
    without = _read(replace(task, page=replace(task.page, listed=replace(listed, title=None))))
    return replace(without, article=replace(without.article, listing=listed))


def _read(task: Task) -> Reading:
    # Tables of patterns take as long to load as Scrapy's engine: an idle check has no page.
    from newscrawl.extract.article import read_page

    if task.site:
        reading = read_page(task.page, task.site, now=task.now)
        same = task.held is None or task.held.content == reading.article.content_sha256
        if not task.learnt or (same and is_sound(reading)):
            return reading
    return read_page(task.page, None, now=task.now)


def is_sound(reading: Reading) -> bool:
    """Whether every rule of a site matched on the page, and the page is an article."""
    return reading.keep and not any(one.code == "rule_missed" for one in reading.article.issues)
