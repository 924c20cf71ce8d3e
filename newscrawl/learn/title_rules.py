"""The title of a site's articles: a selector, and headings that are the template's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.article.title_lines import title_in
from newscrawl.learn.selectors import only_match
from newscrawl.learn.siblings import Siblings, up
from newscrawl.learn.study import Study
from newscrawl.sites.model import ArticleRules
from newscrawl.text.whitespace import squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST = 0.75  # share of the pages on which a selector must give their title
_INSIDE = 8  # elements of a title's line that may hold the title alone


def retitled(studies: Sequence[Study]) -> Sequence[Study]:
    """The pages, those read again where a heading of the template stood for several titles.

    Two articles may well have one title. But where each of them has another line of its own at one
    and the same place that can be a title, the line that they share is the column's or the site's.
    """
    counts = Counter(study.article.title for study in studies if study.article.title)
    shared = [title for title, count in counts.items() if count > 1]
    if not shared:
        return studies
    again = [study.without(shared) if study.article.title in shared else study for study in studies]
    changed = [new for new, old in zip(again, studies, strict=True) if new is not old]
    places = {_place(study) for study in changed}
    own = {study.article.title for study in changed} - {None, *shared}
    agreed = len(places) == 1 and None not in places and len(own) == len(changed)
    return again if agreed else studies


def _place(study: Study) -> str | None:
    """Where the title is printed, which must be above the text."""
    title, body = study.parts.title, study.parts.body
    if title is None or not title.last or title.first in body.numbers:
        return None
    return study.keys[title.first][1]


def titles(siblings: Siblings, rules: ArticleRules) -> Iterator[ArticleRules]:
    """Rules with a selector that gives nearly every page its title, and none anything else."""
    if len({study.article.title for study in siblings.studies}) < 2:
        return
    elements = [one for study in siblings.studies for one in _elements(study)]
    for selector in siblings.stable(elements):
        told = [_gives_title(siblings, study, selector) for study in siblings.studies]
        if None not in told and told.count(True) >= max(2, _MOST * len(told)):
            yield replace(rules, title=selector)


def _elements(study: Study) -> Iterator[HtmlElement]:
    """What holds the title, the smallest first: part of its line, its block, what is around it.

    Where the title is not a whole line, the line that begins with it holds the byline as well.
    """
    title, wanted = study.parts.title, squash(study.article.title or "")
    if title is not None and title.last:
        line = study.lines[title.first]
    else:
        begun = (one for one in study.lines if squash(one.text).startswith(wanted))
        found = next(begun, None) if wanted else None
        if found is None:
            return
        line = found
    inside = (one for one in line.element.iterdescendants() if isinstance(one.tag, str))
    for one in islice(inside, _INSIDE):
        if squash("".join(map(str, one.itertext()))) == wanted:
            yield one
    yield from up(line.element, 1)


def _gives_title(siblings: Siblings, study: Study, selector: str) -> bool | None:
    """Whether a selector gives what the generic rules take for the title; None: it cannot be one.

    Where it matches nothing it is not wrong.
    """
    element = only_match(study.document, selector)
    if element is None:
        return True
    text, first, last = title_in(study.parts.page, element)
    if text and squash(text) == squash(study.article.title or ""):
        return True
    shared = any(key in siblings.template for key in study.keys[first:last])
    return None if shared or not text else False
