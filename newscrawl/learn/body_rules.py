"""The body of a site's articles: a selector, and the lines in it that are the template's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from math import ceil
from statistics import fmean
from typing import TYPE_CHECKING

from newscrawl.extract.article.blocks import body_text, to_blocks
from newscrawl.extract.article.body import BodyLines, select_body
from newscrawl.extract.article.meta_line import is_bare_date
from newscrawl.extract.article.place import Place
from newscrawl.extract.article.weights import Weights
from newscrawl.learn.selectors import only_match
from newscrawl.learn.siblings import Siblings, up
from newscrawl.learn.study import Key, Study
from newscrawl.sites.model import ArticleRules
from newscrawl.text.whitespace import squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AROUND = 3  # elements around a body that may be its own
_GENERIC_SHARE = 0.85  # how much the body that the generic rules read counts in a score
_LIKE = 0.01  # differences in likeness below this are no reason to take the longer selector
_MANY = 3  # pages that tell a template's text
_FAIR = 0.5  # score below which no selector is tried
_SAME = 0.97  # likeness of two bodies that are one
_TRIES = 5  # selectors that are tried
_MOST_BODIES = 0.75  # share of the pages on which a selector must give their body
# What a letter opens and ends with: its own text, however often an office writes it.
_FORMULA = re.compile(r"[:：]$|^(?:特此|此致|敬礼|专此|妥否|以上)")


def bodies(siblings: Siblings, rules: ArticleRules) -> Iterator[ArticleRules]:
    """Rules with a selector for the body, the most readable of the best first."""
    containers = [study.parts.place.container for study in siblings.studies]
    around = [one for container in containers for one in up(container, _AROUND)]
    scored = [(_body_score(siblings, path), path) for path in siblings.stable(around)]
    best = max((score for score, _ in scored), default=0.0)
    paths = [path for score, path in scored if score >= best - _LIKE and score > _FAIR]
    for path in paths[:_TRIES]:
        yield replace(rules, body=path, boilerplate=_boilerplate(siblings, path))


def _body_score(siblings: Siblings, selector: str) -> float:
    """How like the text under a selector is to the generic body and to the page's own text.

    0 where it is another text than the generic rules' on more than a few pages: those are then
    wrong about the selector, not about the pages.
    """
    scores, alike = [], 0
    for study in siblings.studies:
        element = only_match(study.document, selector)
        if element is None:
            continue
        text = _text_under(study, element)
        generic = max(_likeness(text, body) for body in _generic_bodies(study))
        own = _likeness(text, siblings.own_text(study))
        alike += generic >= _SAME
        scores.append(_GENERIC_SHARE * generic + (1 - _GENERIC_SHARE) * own)
    return fmean(scores) if alike >= max(2, _MOST_BODIES * len(scores)) else 0.0


def _generic_bodies(study: Study) -> Iterator[str]:
    """The text that the generic rules find, and what is left of it without a last bare date.

    Some templates print the day of publication there, in an element behind the text's.
    """
    yield study.article.body
    last = study.lines[study.parts.body.numbers[-1]] if study.parts.body.numbers else None
    if last is not None and is_bare_date(last):
        yield study.article.body.removesuffix(last.text).rstrip()


def _text_under(study: Study, element: HtmlElement) -> str:
    """The text that the cleaning rules leave of an element."""
    body = _lines_of(study, element)
    return body_text(to_blocks(study.parts.page, body, element, study.document.absolute))


def _lines_of(study: Study, element: HtmlElement) -> BodyLines:
    """The lines that the cleaning rules leave of an element."""
    page, title = study.parts.page, study.parts.title
    first, last = page.of(element)
    inside = title is not None and title.last and first < title.last <= last
    after = title.last if title is not None and inside else first
    weights = Weights(page, range(first, last))
    place = Place(element, "", weights, after, ruled=True)
    return select_body(page, place, title, None, press=study.parts.metadata.is_article)


def _likeness(one: str, other: str) -> float:
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


def _boilerplate(siblings: Siblings, selector: str) -> tuple[str, ...]:
    """Lines that most bodies open or end with, the same text at the same place: no text.

    What stands in every body between lines that do not is text: the heading of a form's part. So
    are the cells of a table, of which the heads and many a value are the same everywhere.
    """
    found = [
        (study, element)
        for study in siblings.studies
        if (element := only_match(study.document, selector)) is not None
    ]
    printed = [(study, _printed(study, element)) for study, element in found]
    texts = {study.keys[n]: study.lines[n].text for study, numbers in printed for n in numbers}
    keys = [[study.keys[n] for n in numbers] for study, numbers in printed]
    least = max(2, ceil(_MOST_BODIES * len(keys)))
    cells = {key for study, element in found for key in _cells(study, element)}
    counts = Counter(key for body in keys for key in set(body))
    shared = {
        key
        for key, text in texts.items()
        if counts[key] >= least and key not in cells and not _FORMULA.search(text)
    }
    edges = Counter(key for body in keys for key in _edges(body, shared))
    # Two notices may well end in the same phrase: there a place of its own must tell, too.
    few = len(keys) < _MANY
    prose = {key[1] for body in keys for key in body if few and key not in siblings.template}
    return tuple(text for key, text in texts.items() if edges[key] >= least and key[1] not in prose)


def _printed(study: Study, element: HtmlElement) -> list[int]:
    """The numbers of a body's lines in which something can be read."""
    return [n for n in _lines_of(study, element).numbers if study.keys[n][0]]


def _cells(study: Study, element: HtmlElement) -> Iterator[Key]:
    """The lines of the tables inside an element."""
    for key, line in zip(study.keys, study.lines, strict=True):
        if line.table is not None and element in line.table.iterancestors():
            yield key


def _edges(body: Sequence[Key], shared: set[Key]) -> set[Key]:
    """The shared lines that a body opens and ends with; none where it has no others."""
    if shared.issuperset(body):
        return set()
    ends = takewhile(shared.__contains__, reversed(body))
    return {*takewhile(shared.__contains__, body), *ends}
