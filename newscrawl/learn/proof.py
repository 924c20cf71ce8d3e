"""The proof of a site file: its stored pages read again, each field held against what it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, TypedDict

from newscrawl.extract.article.read import read_document
from newscrawl.extract.article.site_rules import Ruled, rules_on, version_for
from newscrawl.extract.document import Document
from newscrawl.extract.listing import Listing, read_listing
from newscrawl.items import Article, Page
from newscrawl.sites.model import ListingRules, Site
from newscrawl.sites.selectors import find

CheckStatus = Literal["ok", "empty", "missed", "drift"]
# Which keys of the site file a field of the record is read by, the most direct first.
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "authors": ("author", "byline"),
    "source": ("source", "byline"),
    "date_published": ("date", "byline"),
    "breadcrumbs": ("breadcrumb",),
    "body": ("body",),
}
_LISTING_KEYS: Mapping[str, tuple[str, ...]] = {
    "items": ("rows", "links", "title", "date"),
    "next": ("next",),
}
_PRINTED = 60  # characters of a text that are shown


class Expected(TypedDict, total=False):
    """What a stored page is to say (`expected.json`); what is left out is not held against it."""

    kind: Literal["article", "listing"]
    title: str | None
    subtitles: list[str]
    authors: list[str]
    source: str | None
    date_published: str | None
    breadcrumbs: list[str]
    body: str
    images: list[str]
    attachments: list[dict[str, str | None]]
    missed: list[str]
    items: list[dict[str, str | None]]
    next: str | None


@dataclass(frozen=True, slots=True)
class Check:
    """One field of one stored page.

    `key` is the key of the site file at fault (None: no rule of the file), with its selector and
    what that matched; `wanted` and `found` are the values where they differ.
    """

    field: str
    status: CheckStatus
    key: str | None = None
    selector: str | None = None
    matched: str = ""
    wanted: Any = None
    found: Any = None


def expected_of(page: Page, site: Site, *, listing: bool, now: datetime | None) -> dict[str, Any]:
    """What a page says under the site's rules, as evidence keeps it (`expected.json`)."""
    document = Document.parse(page.body, page.url, page.content_type)
    if listing:
        return {"kind": "listing", **_rows(read_listing(document, site=site, now=now))}
    article = read_document(document, site=site, listed=page.listed, now=now)
    return {"kind": "article", **record_of(article), "missed": _missed(article)}


def check_page(
    page: Page, site: Site, expected: Mapping[str, Any], *, now: datetime | None
) -> tuple[Check, ...]:
    """Read a stored page by the site's rules and compare every field that `expected` has."""
    found = expected_of(page, site, listing=expected.get("kind") == "listing", now=now)
    if found["kind"] == "listing":
        return tuple(_listing_checks(page, site, expected, found))
    document = Document.parse(page.body, page.url, page.content_type)
    date = page.listed.date if page.listed is not None else None
    rules = version_for(document, site.articles, date)
    # What the file's own selectors match: the family's rules would answer in their place.
    own = replace(site, family=None, articles=(rules,) if rules else ())
    ruled = rules_on(document, own, date)
    news = set(found["missed"]) - set(expected.get("missed", ()))
    selectors = {key: getattr(rules, key) for keys in KEYS.values() for key in keys if rules}
    return tuple(
        _article_check(field, expected, found, news, selectors, ruled)
        for field in KEYS
        if field in expected
    )


def _article_check(
    field: str,
    expected: Mapping[str, Any],
    found: Mapping[str, Any],
    news: set[str],
    selectors: Mapping[str, str | None],
    ruled: Ruled,
) -> Check:
    keys = [key for key in KEYS[field] if selectors.get(key)]
    key = next((key for key in keys if key in news), None)
    differs = found[field] != expected[field]
    if key is None and not differs:
        return Check(field, status_of(found, field, keys))
    key = key or next(iter(keys), None)
    selector = selectors.get(key) if key else None
    matched = _matched(ruled, key) if key else ""
    wanted, now = (expected[field], found[field]) if differs else (None, None)
    return Check(field, "drift", key and f"article.{key}", selector, matched, wanted, now)


def status_of(found: Mapping[str, Any], field: str, keys: list[str] | None = None) -> CheckStatus:
    """ok: there is a value; missed: a rule for it matched nothing; empty: the page has none."""
    if found[field]:
        return "ok"
    lacks = lacking(found)
    return "missed" if lacks.intersection(KEYS[field] if keys is None else keys) else "empty"


def lacking(found: Mapping[str, Any]) -> set[str]:
    """The rules that matched nothing where something must stand: a page may have no byline."""
    return set(found["missed"]) - ({"byline"} if found["date_published"] else set())


def _matched(ruled: Ruled, key: str) -> str:
    """What a selector found on the page, in a few words."""
    nodes, texts = ruled.nodes.get(key, ()), list(ruled.texts(key))
    if not texts:
        return "nothing"
    count = f"{len(nodes) or len(texts)} elements, the first " if len(texts) > 1 else ""
    tag = f"<{nodes[0].tag}> " if nodes else ""
    return f"{count}{tag}{texts[0][:_PRINTED]!r}"


def _listing_checks(
    page: Page, site: Site, expected: Mapping[str, Any], found: Mapping[str, Any]
) -> Iterator[Check]:
    number = next((n for n, one in enumerate(site.listings, 1) if one.url == page.url), 1)
    rules = site.listings[number - 1] if site.listings else ListingRules(url=page.url)
    document = Document.parse(page.body, page.url, page.content_type)
    for field, keys in _LISTING_KEYS.items():
        told = expected.get(field, found[field])
        ruled = [key for key in keys if getattr(rules, key)]
        # The generic rules answer in the place of a selector that finds nothing.
        dead = bool(ruled and told and not find(getattr(rules, ruled[0]), document.root))
        differs = found[field] != told
        if not (dead or differs):
            yield Check(field, "ok" if found[field] else "empty")
            continue
        key = next(iter(ruled), None)
        selector = getattr(rules, key) if key else None
        count = len(document.select(selector)) if selector else 0
        where = f"listing[{number}].{key}" if key else None
        matched = f"{count} element{'s' if count > 1 else ''}" if count else "nothing"
        wanted, now = (told, found[field]) if differs else (None, None)
        yield Check(field, "drift", where, selector, matched, wanted, now)


def record_of(article: Article) -> dict[str, Any]:
    """The fields of a record that evidence keeps."""
    return {
        "title": article.title,
        "subtitles": list(article.subtitles),
        "authors": list(article.authors),
        "source": article.source,
        "date_published": article.date_published,
        "breadcrumbs": list(article.breadcrumbs),
        "body": article.body,
        "images": [one.url for one in article.images],
        "attachments": [{"title": one.title, "url": one.url} for one in article.attachments],
    }


def _missed(article: Article) -> list[str]:
    return [one.field for one in article.issues if one.code == "rule_missed" and one.field]


def _rows(listing: Listing) -> dict[str, Any]:
    return {
        "items": [
            {"url": row.url, "title": row.title, "date": row.date, "kind": row.kind}
            for row in listing.items
        ],
        "next": listing.next_page.url if listing.next_page else None,
    }
