"""What the rules of a site file give on a page of another layout, told by what is found without.

A rule may find an element and be dead all the same: the class is a sidebar's now.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from newscrawl.items import Article, Issue
from newscrawl.sites.model import Site
from newscrawl.text.whitespace import squash

if TYPE_CHECKING:
    from newscrawl.extract.article import Reading

# The fields that every article has: without one of their rules the others are not believed.
LEADING = frozenset(("title", "body"))
_TELLING = 4  # letters of a row's title that are held against the page's
_TEXT = 30  # characters of a body; a page without a text has a few stray ones
_COMPARED = 200  # characters of titles that are held against each other


def missed(article: Article) -> frozenset[str]:
    """The fields whose rule found nothing on the page."""
    return frozenset(one.field for one in article.issues if one.code == "rule_missed" and one.field)


def is_doubtful(article: Article) -> bool:
    """Whether a rule gave a title that the row does not have, or no text: worth a second look."""
    return bool(_strays(article) or is_hollow(article))


def wrong(ruled: Article, free: Article) -> frozenset[str]:
    """The fields whose rule gave what cannot be it, by the reading `free` of the site's rules.

    A title is so where page and row agree on another; no text is where there is one.
    """
    found = set()
    printed = free.provenance["title"].rule != "listing"
    if _strays(ruled) and printed and _is_of_row(free):
        found.add("title")
    if is_hollow(ruled) and len(free.body) >= _TEXT:
        found.add("body")
    return frozenset(found)


def is_elsewhere(ruled: Article, free: Article) -> bool:
    """Whether a rule's text has no paragraph of the one that is found without."""
    return set(ruled.body.split("\n\n")).isdisjoint(free.body.split("\n\n"))


def is_hollow(article: Article) -> bool:
    """Whether the element that the body rule found has neither text nor pictures."""
    said = article.provenance["blocks"]
    return said.rule == "site:body" and said.status == "empty"


def with_misses(reading: Reading, names: frozenset[str], site: Site) -> Reading:
    """The reading with an issue for each rule that is of no use on its page."""
    issues = [
        Issue(code="rule_missed", field=name, text=_selector(site, name))
        for name in sorted(names - missed(reading.article))
    ]
    article = reading.article
    return replace(reading, article=replace(article, issues=(*article.issues, *issues)))


def _strays(article: Article) -> bool:
    """Whether the title that a rule gave is another than its row's."""
    by_site = article.provenance["title"].rule == "site:title"
    return by_site and len(_promised(article)) >= _TELLING and not _is_of_row(article)


def _is_of_row(article: Article) -> bool:
    """Whether title and row are one, or one is more or less of the other: cut, with its column."""
    title, promised = squash(article.title or "")[:_COMPARED], _promised(article)
    if not (title and promised):
        return False
    common = SequenceMatcher(None, title, promised, autojunk=False).find_longest_match()
    return title in promised or common.size * 2 >= len(promised)


def _promised(article: Article) -> str:
    return squash((article.listing and article.listing.title) or "")[:_COMPARED]


def _selector(site: Site, name: str) -> str:
    """The selectors of a field, those of all layouts."""
    told = (getattr(rules, name) for rules in site.articles)
    return " / ".join(dict.fromkeys(filter(None, told)))
