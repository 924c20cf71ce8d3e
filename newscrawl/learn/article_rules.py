"""The rules of a site's article pages: selectors that give on every page what all of them agree on.

The judge of a selector is twofold: what the generic rules found on most pages, and the text that
the pages do not share with each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from statistics import fmean
from typing import TYPE_CHECKING, Any

from newscrawl.extract.article.blocks import body_text, to_blocks
from newscrawl.extract.article.body import BodyLines, select_body
from newscrawl.extract.article.meta_line import is_byline
from newscrawl.extract.article.place import Place
from newscrawl.extract.article.read import read_document
from newscrawl.extract.article.site_rules import common_ancestor
from newscrawl.extract.article.weights import Weights
from newscrawl.items import Article
from newscrawl.learn.selectors import only_match, stable_selectors
from newscrawl.learn.study import Study, template_of
from newscrawl.sites.model import ArticleRules, Site
from newscrawl.text.dates import find_dates
from newscrawl.text.whitespace import squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_PAGES = 0.6
_AROUND = 3
_GENERIC_SHARE = 0.85
_LIKE = 0.01  # differences in likeness below this are no reason to take the longer selector
_HEAD_ROOM = 12
_MANY = 3
_FAIR = 0.5
_SAME = 0.97
_TRIES = 5
_PRINTED = 5
_MOST_BODIES = 0.75
_BYLINE_LENGTH = 120
_READ = (
    "authors",
    "source",
    "date_published",
    "breadcrumbs",
    "view_count",
    "credits",
    "attachments",
    "images",
)


@dataclass(frozen=True)
class Sample:
    """The article pages of one site, and what they share."""

    studies: Sequence[Study]
    template: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, studies: Sequence[Study]) -> Sample:
        """The pages with their template."""
        return cls(studies, template_of(studies))

    @property
    def least(self) -> int:
        """On how many pages a selector must match."""
        return max(2, round(_MOST_PAGES * len(self.studies)))

    def stable(self, elements: Iterable[HtmlElement]) -> list[str]:
        """Selectors of any of the elements that hold on most pages."""
        documents = [study.document for study in self.studies]
        return stable_selectors(elements, documents, self.least)

    def own_text(self, study: Study) -> str:
        """The page's running text that no sibling shares."""
        weights = Weights(study.parts.page).each
        lines = zip(study.lines, study.keys, weights, strict=True)
        return "\n".join(
            line.text for line, key, weight in lines if weight > 0 and key not in self.template
        )


def learn_articles(studies: Sequence[Study], site: Site) -> ArticleRules:
    """Rules for today's layout, every one of them held against all the pages."""
    sample = Sample.of(studies)
    rules = _first_right(sample, site, ArticleRules(), _titles(sample))
    rules = _first_right(sample, site, rules, _bodies(sample, rules))
    rules = _if_better(sample, site, rules, "byline", _bylines(sample, rules))
    return _if_better(sample, site, rules, "breadcrumb", _breadcrumbs(sample))


def _first_right(
    sample: Sample, site: Site, rules: ArticleRules, changed: Iterable[ArticleRules]
) -> ArticleRules:
    """The first of the changed rules under which no page says less than it says without any."""
    for ruled in changed:
        read = ((study.article, _read(study, site, ruled)) for study in sample.studies)
        if all(_says_as_much(old, new) for old, new in read):
            return ruled
    return rules


def _bodies(sample: Sample, rules: ArticleRules) -> Iterator[ArticleRules]:
    """Rules with a selector for the body, the most readable of the best first."""
    containers = [study.parts.place.container for study in sample.studies]
    around = [one for container in containers for one in _up(container, _AROUND)]
    scored = [(_body_score(sample, path), path) for path in sample.stable(around)]
    best = max((score for score, _ in scored), default=0.0)
    paths = [path for score, path in scored if score >= best - _LIKE and score > _FAIR]
    for path in paths[:_TRIES]:
        yield replace(rules, body=path, boilerplate=_boilerplate(sample, path))


def _up(element: HtmlElement, steps: int) -> list[HtmlElement]:
    chain = [element, *element.iterancestors()][: steps + 1]
    return [one for one in chain if one.tag not in ("html", "body")]


def _body_score(sample: Sample, selector: str) -> float:
    """How like the text under a selector is to the generic body and to the page's own text.

    0 where it is another text than the generic rules' on more than a few pages: those are then
    wrong about the selector, not about the pages.
    """
    scores, alike = [], 0
    for study in sample.studies:
        element = only_match(study.document, selector)
        if element is None:
            continue
        text = body_under(study, element)
        generic, own = likeness(text, study.article.body), likeness(text, sample.own_text(study))
        alike += generic >= _SAME
        scores.append(_GENERIC_SHARE * generic + (1 - _GENERIC_SHARE) * own)
    return fmean(scores) if alike >= max(2, _MOST_BODIES * len(scores)) else 0.0


def body_under(study: Study, element: HtmlElement) -> str:
    """The text that the cleaning rules leave of an element."""
    body = body_lines(study, element)
    return body_text(to_blocks(study.parts.page, body, element, study.document.absolute))


def body_lines(study: Study, element: HtmlElement) -> BodyLines:
    """The lines that the cleaning rules leave of an element."""
    page, title = study.parts.page, study.parts.title
    first, last = page.of(element)
    inside = title is not None and title.last and first < title.last <= last
    after = title.last if title is not None and inside else first
    weights = Weights(page, range(first, last))
    place = Place(element, "", weights, after, ruled=True)
    return select_body(page, place, title, None, press=study.parts.metadata.is_article_ld)


def likeness(one: str, other: str) -> float:
    """0 to 1: how much of two texts is the same, by lines, a long line counting more."""
    left, right = _weighed(one), _weighed(other)
    total = sum(left.values()) + sum(right.values())
    return 2 * sum((left & right).values()) / total if total else 1.0


def _weighed(text: str) -> Counter[str]:
    weighed: Counter[str] = Counter()
    for line in text.splitlines():
        key = squash(line)
        weighed[key] += len(key)
    return weighed


def _titles(sample: Sample) -> Iterator[ArticleRules]:
    """Rules with a selector that gives nearly every page its title, and none anything else."""
    if len({study.article.title for study in sample.studies}) < 2:
        return
    elements = [
        one
        for study in sample.studies
        if (title := study.parts.title) is not None and title.last
        for one in _up(study.lines[title.first].element, 1)
    ]
    for selector in sample.stable(elements):
        told = [_gives_title(sample, study, selector) for study in sample.studies]
        if None not in told and told.count(True) >= max(2, _MOST_BODIES * len(told)):
            yield ArticleRules(title=selector)


def _gives_title(sample: Sample, study: Study, selector: str) -> bool | None:
    """Whether a selector gives what the generic rules take for the title; None: it cannot be one.

    Where it matches nothing it is not wrong.
    """
    element = only_match(study.document, selector)
    if element is None:
        return True
    first, last = study.parts.page.of(element)
    text = " ".join(line.text for line in study.lines[first:last] if line.kind == "text")
    if text and squash(text) == squash(study.article.title or ""):
        return True
    shared = any(key in sample.template for key in study.keys[first:last])
    return None if shared or not text else False


def _bylines(sample: Sample, rules: ArticleRules) -> Iterator[str]:
    """Selectors for the meta lines: one element round all of them, or each line's own."""
    groups = [_byline_elements(sample, study, rules) for study in sample.studies]
    groups = [group for group in groups if group]
    whole = [one for group in groups for one in _up(common_ancestor(group), 1)]
    tail = [element for group in groups for element in group]
    yield from sample.stable(whole)
    singles = [paths[0] for one in tail if (paths := sample.stable([one]))]
    if singles:
        yield ", ".join(dict.fromkeys(singles))


def _byline_elements(sample: Sample, study: Study, rules: ArticleRules) -> list[HtmlElement]:
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
    # No line that any page would call a byline: here a date in a place of its own must do.
    numbers = range(start, min(len(study.lines), start + _HEAD_ROOM))
    return [
        study.lines[n].element
        for n in numbers
        if study.lines[n].kind == "text"
        and len(study.lines[n].text) <= 60
        and find_dates(study.lines[n].text)
        and study.keys[n] not in sample.template
    ][:1]


def _breadcrumbs(sample: Sample) -> Iterator[str]:
    elements = []
    for study in sample.studies:
        wanted = [squash(crumb) for crumb in study.article.breadcrumbs]
        lines = study.lines[: study.parts.head]
        near = [line for line in lines if wanted and squash(line.text).endswith(wanted[-1])]
        near = [line for line in near if squash(wanted[0]) in squash(line.text)] or near
        elements += [one for line in near[-1:] for one in _up(line.element, _AROUND)]
    yield from sample.stable(elements)


def _if_better(
    sample: Sample, site: Site, rules: ArticleRules, name: str, selectors: Iterable[str]
) -> ArticleRules:
    """The rules with the first selector for `name` that loses nothing on any page."""
    before = [_read(study, site, rules) for study in sample.studies]
    for selector in selectors:
        change: dict[str, Any] = {name: selector}
        changed = replace(rules, **change)
        after = [_read(study, site, changed) for study in sample.studies]
        if all(_holds(old, new) for old, new in zip(before, after, strict=True)):
            return changed
    return rules


def _read(study: Study, site: Site, rules: ArticleRules) -> Article:
    learnt = replace(site, articles=(rules,))
    return read_document(study.document, site=learnt, listed=study.page.listed)


def _says_as_much(old: Article, new: Article) -> bool:
    """Whether no field but title and body says less than before, or another thing."""
    said = ((getattr(old, name), getattr(new, name)) for name in _READ[:_PRINTED])
    return all(a == b or a in (None, ()) for a, b in said)


def _holds(old: Article, new: Article) -> bool:
    """Whether a record still says all that it said; its body may lose short lines of the head."""
    said = ((getattr(old, name), getattr(new, name)) for name in _READ)
    kept = all(before == after or before in (None, ()) for before, after in said)
    lost = Counter(old.body.splitlines()) - Counter(new.body.splitlines())
    more = Counter(new.body.splitlines()) - Counter(old.body.splitlines())
    short = sum(map(len, lost)) <= _BYLINE_LENGTH
    return kept and new.title == old.title and not more and short


def _boilerplate(sample: Sample, body: str) -> tuple[str, ...]:
    """Lines that most bodies print, with the same text at the same place: template, no text."""
    seen: Counter[tuple[str, str]] = Counter()
    texts: dict[tuple[str, str], str] = {}
    prose: set[str] = set()
    pages = 0
    for study in sample.studies:
        element = only_match(study.document, body)
        if element is None:
            continue
        pages += 1
        numbers = [n for n in body_lines(study, element).numbers if study.keys[n][0]]
        texts |= {study.keys[n]: study.lines[n].text for n in numbers}
        seen.update({study.keys[n] for n in numbers})
        prose |= {study.keys[n][1] for n in numbers if study.keys[n] not in sample.template}
    few = pages < _MANY
    least = max(2, ceil(_MOST_BODIES * pages))
    # Two notices may well end in the same phrase: there a place of its own must tell, too.
    return tuple(
        text for key, text in texts.items() if seen[key] >= least and not (few and key[1] in prose)
    )
