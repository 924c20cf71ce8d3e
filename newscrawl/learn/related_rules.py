"""Boxes of other articles in the middle of a site's texts: where all siblings have one, it goes.

On a page alone a title that is a link with a few sentences behind it may be the text itself: a
week's digest. Siblings tell: each of them ends so, and each has a text of its own before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.learn.selectors import only_match
from newscrawl.learn.siblings import Siblings
from newscrawl.learn.study import Study
from newscrawl.sites.model import ArticleRules, Site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST = 2  # records in a box


def related(siblings: Siblings, site: Site, rules: ArticleRules) -> Iterator[ArticleRules]:
    """Rules that drop such a box; the site tells articles by their addresses."""
    if site.article_url is None or rules.body is None:
        return
    boxes = [box for study in siblings.studies for box in _boxes(study, rules.body, site)]
    for path in siblings.stable(boxes):
        found = ((study, only_match(study.document, path)) for study in siblings.studies)
        if all(box is None or _is_box(study, box, site) for study, box in found):
            yield replace(rules, drop=(*rules.drop, path))


def _boxes(study: Study, body: str, site: Site) -> Iterator[HtmlElement]:
    """The elements at the end of the text that hold nothing but records of other articles."""
    numbers = study.parts.body.numbers
    container = only_match(study.document, body)
    if container is None or not numbers:
        return
    element: HtmlElement | None = study.lines[numbers[-1]].element
    while element is not None and element is not container:
        first, _ = study.parts.page.of(element)
        if first > numbers[0] and _is_box(study, element, site):
            yield element
        element = element.getparent()


def _is_box(study: Study, element: HtmlElement, site: Site) -> bool:
    """Whether each child with a text has a link to an article other than the page itself."""
    children = element.iterchildren("*")  # a template's comments are no records
    records = [one for one in children if "".join(map(str, one.itertext())).strip()]
    return len(records) >= _LEAST and all(_links_on(study, one, site) for one in records)


def _links_on(study: Study, record: HtmlElement, site: Site) -> bool:
    links = [record] if record.tag == "a" else record.iter("a")
    urls = (study.document.absolute(link.get("href") or "") for link in links)
    return any(url and url != study.page.url and site.is_article(url) for url in urls)
