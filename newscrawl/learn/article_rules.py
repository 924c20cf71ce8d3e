"""The rules of a site's article pages: selectors that give on every page what all of them agree on.

The judge of a selector is twofold: what the generic rules found on most pages, and the text that
the pages do not share with each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl.extract.article.meta_line import is_byline
from newscrawl.extract.article.site_rules import common_ancestor
from newscrawl.extract.article.surroundings import breadcrumbs_in
from newscrawl.learn.body_rules import bodies
from newscrawl.learn.related_rules import related
from newscrawl.learn.selectors import only_match
from newscrawl.learn.siblings import Siblings, up
from newscrawl.learn.study import Study
from newscrawl.learn.talk_rules import without_talk
from newscrawl.learn.title_rules import retitled, titles
from newscrawl.learn.trial import Trial
from newscrawl.sites.model import ArticleRules, Site
from newscrawl.text.whitespace import squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AROUND = 3  # elements around a byline's line that may be its own


def learn_articles(studies: Sequence[Study], site: Site) -> ArticleRules:
    """Rules for today's layout, every one of them held against all the pages."""
    studies, rules = without_talk(studies)
    siblings = Siblings.of(retitled(studies))
    trial = Trial(siblings.studies, site)
    rules = trial.first_right(rules, titles(siblings, rules))
    rules = trial.first_right(rules, bodies(siblings, rules))
    rules = trial.first_right(rules, related(siblings, site, rules))
    rules = trial.if_better(rules, "byline", _bylines(siblings, rules))
    return trial.if_better(rules, "breadcrumb", _breadcrumbs(siblings))


def _bylines(siblings: Siblings, rules: ArticleRules) -> Iterator[str]:
    """Selectors for the meta lines: one element round all of them, or each line's own."""
    groups = [_byline_elements(study, rules) for study in siblings.studies]
    groups = [group for group in groups if group]
    whole = [one for group in groups for one in up(common_ancestor(group), 1)]
    tail = [element for group in groups for element in group]
    yield from siblings.stable(whole)
    singles = [paths[0] for one in tail if (paths := siblings.stable([one]))]
    if singles:
        yield ", ".join(dict.fromkeys(singles))


def _byline_elements(study: Study, rules: ArticleRules) -> list[HtmlElement]:
    """The elements of the lines between title and text that say when, who and where from."""
    parts = study.parts
    start, end = parts.head, parts.body.numbers[0] if parts.body.numbers else parts.body.first
    if rules.body and (element := only_match(study.document, rules.body)) is not None:
        end = max(parts.page.of(element)[0], parts.head)
    numbers = range(max(0, start - 4), min(len(study.lines), max(end, start) + 4, start + 40))
    title = range(parts.title.first, parts.title.last) if parts.title else range(0)
    lines = [study.lines[n] for n in numbers if n not in title]
    found = [line.element for line in lines if is_byline(line)]
    if found:
        return found
    # No line that any page would call a byline: the line that gave the date must do.
    raw = squash(study.article.provenance["date_published"].raw or "")
    texts = ((n, squash(line.text)) for n, line in enumerate(study.lines[start:], start))
    return [study.lines[n].element for n, text in texts if raw and text == raw][:1]


def _breadcrumbs(siblings: Siblings) -> Iterator[str]:
    elements = []
    for study in siblings.studies:
        crumbs, title = study.article.breadcrumbs, study.article.title
        lines = study.lines[: study.parts.head] if crumbs else ()
        near = [line for line in lines if breadcrumbs_in([line], title)[-1:] == crumbs[-1:]]
        near = [line for line in near if squash(crumbs[0]) in squash(line.text)] or near
        elements += [one for line in near[-1:] for one in up(line.element, _AROUND)]
    yield from siblings.stable(elements)
