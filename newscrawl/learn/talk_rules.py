"""Lists of what readers say behind a site's texts: where siblings have one, it goes.

On a page alone a list of comments longer than the text may be taken for it, or for its end.
Siblings tell: at one place behind their texts stand records made alike, each with a time of its
own. A chronicle has days and no times, an agenda is a table: both are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl.extract.article.days_in_lines import day_in
from newscrawl.extract.article.weights import is_prose
from newscrawl.learn.siblings import Siblings
from newscrawl.learn.study import Study
from newscrawl.sites.model import ArticleRules

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST = 2  # records in a list
_ROWS = frozenset(("table", "tbody"))
_CLOCK = re.compile(r"\d[:：]\d\d")
_NOTE = 60  # characters of the line that says who spoke and when


def without_talk(studies: Sequence[Study]) -> tuple[Sequence[Study], ArticleRules]:
    """The pages read without such lists, and the rule that drops them; as they were without any."""
    siblings = Siblings.of(studies)
    lists = [found for study in studies for found in _lists(study)]
    for path in siblings.stable(lists):
        rules = ArticleRules(drop=(path,))
        again = [study.ruled(rules) for study in studies]
        if all(_is_whole(old, new) for old, new in zip(studies, again, strict=True)):
            return again, rules
    return studies, ArticleRules()


def _lists(study: Study) -> Iterator[HtmlElement]:
    """The elements behind the first paragraph that hold nothing but such records."""
    title = study.parts.title
    behind = range(title.last if title else 0, len(study.lines))
    first = next((n for n in behind if is_prose(study.lines[n])), len(study.lines))
    for element, (start, _) in study.parts.page.spans.items():
        if (
            start > first
            and element.tag not in _ROWS
            and len(element) >= _LEAST
            and _is_talk(study, element)
        ):
            yield element


def _is_talk(study: Study, element: HtmlElement) -> bool:
    """Whether all that is in an element are records made alike, each with a time and a text."""
    records = [one for one in element if one in study.parts.page.spans]
    kinds = {(one.tag, one.get("class")) for one in records}
    return len(records) >= _LEAST and len(kinds) == 1 and all(_says(study, one) for one in records)


def _says(study: Study, record: HtmlElement) -> bool:
    """Whether a record has a line that says when, and another one that is a text."""
    first, last = study.parts.page.of(record)
    lines = study.lines[first:last]
    notes = [line for line in lines if len(line.text) <= _NOTE and day_in(line.text) is not None]
    timed = any(_CLOCK.search(line.text) for line in notes)
    return timed and any(is_prose(line) and line not in notes for line in lines)


def _is_whole(old: Study, new: Study) -> bool:
    """Whether a page keeps its title, and has a text of its own without the list."""
    texts = (new.lines[number] for number in new.parts.body.numbers)
    return old.article.title == new.article.title and any(map(is_prose, texts))
