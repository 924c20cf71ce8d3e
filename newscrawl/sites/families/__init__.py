"""CMS families as data: one TOML file each, read once.

A file says how the family is known (`recognise`), what its articles' addresses look like and
which part of one identifies the article (`article_url`), where a listing's rows stand (`rows`),
how its pages are numbered (`paging`), and which element is an article's byline (`byline`). Where
title and text stand a file does not say: templates keep the names and fill them with other boxes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal
from urllib.parse import urlsplit

from newscrawl.text.urls import canonical_key, path_and_query

PagingKind = Literal["suffix", "countdown", "component", "query"]
_LOOKED_AT = 400_000  # characters of a page that are searched for marks
_URL_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class ArticleUrl:
    """One spelling of an article's address; `key` is filled with the pattern's groups."""

    pattern: re.Pattern[str]
    key: str

    def key_of(self, path: str) -> str | None:
        """The article's key within its site, None where `path` is no such address."""
        found = self.pattern.search(path)
        return self.key.format(**found.groupdict()) if found else None


@dataclass(frozen=True, slots=True)
class Paging:
    """How pages are numbered; which fields count depends on `kind` (`extract.listing`)."""

    kind: PagingKind
    page: re.Pattern[str] | None = None
    first: re.Pattern[str] | None = None
    template: str = ""
    offset: int = 0
    parameter: str = ""
    extra: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One CMS family. `rows` and `byline` are selectors, best first: hints, not rules.

    `drawn` are the addresses of lists whose rows a script brings: what a page has is beside it.
    """

    name: str
    marks: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()
    urls: tuple[re.Pattern[str], ...] = ()
    drawn: tuple[re.Pattern[str], ...] = ()
    article_urls: tuple[ArticleUrl, ...] = ()
    rows: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    paging: tuple[Paging, ...] = ()

    def is_article(self, url: str) -> bool:
        """Whether `url` is spelt as the family spells its articles'."""
        return self.key_of(url) is not None

    def addresses(self, url: str) -> bool:
        """Whether `url` is spelt as the family spells its listings' or interfaces'."""
        path = path_and_query(url)
        return any(one.search(path) for one in self.urls)

    def draws(self, url: str) -> bool:
        """Whether a script brings the rows of the list at `url`."""
        return any(one.search(path_and_query(url)) for one in self.drawn)

    def key_of(self, url: str) -> str | None:
        """What identifies the article within its site; twin addresses have one key."""
        path = path_and_query(url)
        for one in self.article_urls:
            key = one.key_of(path)
            if key:
                return key
        return None

    def weight(self, url: str, lower: str, text: str) -> int:
        """How sure it is that a page (its text, as it is and lower-case) is of this family."""
        weight = len([mark for mark in self.marks if mark in lower])
        weight += len([one for one in self.patterns if one.search(text)])
        addressed = self.addresses(url) or self.is_article(url)
        return weight + (_URL_WEIGHT if addressed else 0)


@lru_cache(maxsize=1)
def load_families() -> tuple[Family, ...]:
    """Every family, by name."""
    folder = files(__package__ or "newscrawl.sites.families")
    texts = [one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(".toml")]
    found = (_family(tomllib.loads(text)) for text in texts)
    return tuple(sorted(found, key=lambda family: family.name))


def family_named(name: str | None) -> Family | None:
    """The family of that name, or None."""
    return _by_name().get(name or "")


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, Family]:
    return {family.name: family for family in load_families()}


def recognise(url: str, html_text: str) -> Family | None:
    """The family that the page's address and marks speak for, None where none does."""
    text = html_text[:_LOOKED_AT]
    lower = text.lower()
    best: Family | None = None
    most = 0
    for family in load_families():
        weight = family.weight(url, lower, text)
        if weight > most:
            best, most = family, weight
    return best


def spelling_of(url: str, html_text: str) -> Family | None:
    """The family that spells articles' addresses like `url`; the page decides between several."""
    path = path_and_query(url)
    spelt = [family for pattern, family in _spellings() if pattern.search(path)]
    if not spelt or all(one is spelt[0] for one in spelt):
        return spelt[0] if spelt else None
    found = recognise(url, html_text)
    return found if found in spelt else spelt[0]


@lru_cache(maxsize=1)
def _spellings() -> tuple[tuple[re.Pattern[str], Family], ...]:
    """Every spelling of an article's address, and whose it is."""
    return tuple((one.pattern, family) for family in load_families() for one in family.article_urls)


def article_key(url: str, family: Family | None) -> str:
    """What stands for the article at `url`, the same for its twin addresses."""
    key = family.key_of(url) if family else None
    if family is None or key is None:
        return canonical_key(url)
    return f"{family.name}:{_host(url)}/{key}"


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _family(data: Mapping[str, Any]) -> Family:
    known = data.get("recognise", {})
    return Family(
        name=data["name"],
        marks=tuple(mark.lower() for mark in known.get("marks", ())),
        patterns=_compiled(known.get("patterns", ())),
        urls=_compiled(known.get("urls", ())),
        drawn=_compiled(known.get("drawn", ())),
        article_urls=tuple(
            ArticleUrl(re.compile(one["pattern"]), one["key"])
            for one in data.get("article_url", ())
        ),
        rows=tuple(data.get("rows", ())),
        byline=tuple(data.get("byline", ())),
        paging=tuple(_paging(one) for one in data.get("paging", ())),
    )


def _compiled(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in patterns)


def _paging(data: Mapping[str, Any]) -> Paging:
    return Paging(
        kind=data["kind"],
        page=re.compile(data["page"]) if "page" in data else None,
        first=re.compile(data["first"]) if "first" in data else None,
        template=data.get("template", ""),
        offset=data.get("offset", 0),
        parameter=data.get("parameter", ""),
        extra=data.get("extra"),
    )
