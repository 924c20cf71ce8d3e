"""One page to be read, with all that its record depends on: any process reads it alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from newscrawl.items import Held, Page
from newscrawl.sites.model import Site
from newscrawl.workers.drift import (
    LEADING,
    is_doubtful,
    is_elsewhere,
    missed,
    with_misses,
    wrong,
)

if TYPE_CHECKING:
    from newscrawl.extract.article import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A page and the rules to read it by.

    `site` holds the rules, None for the generic ones. Where `learnt` rules fail, and where those of
    a site file are another layout's, the generic ones are used. `held` is what the corpus has of
    it: neither rules learnt since then nor a row that is older than the page must make another
    article of it.
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

    if task.site and not task.learnt:
        return _by_file(task, task.site)
    if task.site:
        reading = read_page(task.page, task.site, now=task.now)
        if (task.held is None or _is_held(task, reading)) and is_sound(reading):
            return reading
    return read_page(task.page, None, now=task.now)


def _by_file(task: Task, site: Site) -> Reading:
    """What a site file reads, without its rules where they are those of another layout.

    Where its title is not found, its text may be another thing; and no page on which title or text
    is not found changes what is held. A film in the text's place has no text beside it.
    """
    from newscrawl.extract.article import has_player, read_page

    ruled = read_page(task.page, site, now=task.now)
    drifted = bool(missed(ruled.article) & (LEADING if task.held else {"title"}))
    if _is_held(task, ruled) or not (drifted or is_doubtful(ruled.article)):
        return ruled
    free = read_page(task.page, replace(site, articles=()), now=task.now)
    useless = wrong(ruled.article, free.article)
    if "body" in useless and has_player(task.page, site):
        useless -= {"body"}
    if drifted and not task.held:
        drifted = is_elsewhere(ruled.article, free.article)
    if not (drifted or useless):
        return ruled
    chosen = free if free.keep or task.held else ruled
    return with_misses(chosen, useless | missed(ruled.article), site)


def _is_held(task: Task, reading: Reading) -> bool:
    """Whether a reading is what the corpus has of the page."""
    return task.held is not None and task.held.content == reading.article.content_sha256


def is_sound(reading: Reading) -> bool:
    """Whether every rule of a site matched on the page, and the page is an article."""
    return reading.keep and not any(one.code == "rule_missed" for one in reading.article.issues)
