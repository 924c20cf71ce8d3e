"""One page to one record: the pieces of this room put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from newscrawl import __version__
from newscrawl.extract.article.blocks import body_text
from newscrawl.extract.article.byline import Byline
from newscrawl.extract.article.credits import People, find_people
from newscrawl.extract.article.dating import (
    Dates,
    Evidence,
    Reader,
    find_dates_of,
    order_by_language,
)
from newscrawl.extract.article.declared_body import as_blocks, declared_text, share_found
from newscrawl.extract.article.declared_title import MAX_CLAIM
from newscrawl.extract.article.doubts import doubts_about
from newscrawl.extract.article.files import attachments_of
from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.article.parts import BEHIND, Listed, Parts, take_apart
from newscrawl.extract.article.pictures import images_of
from newscrawl.extract.article.source import find_source
from newscrawl.extract.article.surroundings import (
    breadcrumbs_in,
    breadcrumbs_of,
    subtitles_of,
    view_count_of,
)
from newscrawl.extract.article.title import Title
from newscrawl.extract.document import Document
from newscrawl.extract.lines import PageLines
from newscrawl.items import (
    Article,
    Extractor,
    Fetch,
    Issue,
    Policy,
    Provenance,
    Status,
    article_id,
    content_sha256,
)
from newscrawl.sites.families import article_key, family_named, spelling_of
from newscrawl.sites.model import Site
from newscrawl.text.language import detect_language
from newscrawl.text.urls import host_of

_OWN_PAGER = re.compile(r"createPageHTML\([^()]{0,40}[\"'](t20\d{6}_\d+)[\"']")
# Fields with one kind of witness, and what that is.
_PLAIN = {
    "date_precision": "date_published",
    "date_zone_by": "date_published",
    "subtitles": "lines",
    "credits": "labels",
    "date_modified": "declared",
    "language": "script",
    "breadcrumbs": "lines",
    "keywords": "meta",
    "summary": "meta",
    "images": "body",
    "attachments": "links",
}


def read_document(
    document: Document,
    *,
    site: Site | None = None,
    name: str | None = None,
    key: str | None = None,
    listed: Listed | None = None,
    now: datetime | None = None,
) -> Article:
    """Read every field of the record that the page itself gives.

    `name` is the site's id, `key` what the ledger knows the article by; the page's own address
    says both where they are not given.
    """
    parts = take_apart(document, listed, site)
    return read_parts(parts, site, name=name, key=key, listed=listed, now=now)


def read_parts(
    parts: Parts,
    site: Site | None = None,
    *,
    name: str | None = None,
    key: str | None = None,
    listed: Listed | None = None,
    now: datetime | None = None,
) -> Article:
    """As `read_document`, for a page taken apart (by the same `site`'s rules) already."""
    parts = _or_declared(parts)
    document = parts.document
    order = site.date_order if site else order_by_language(document.root.get("lang"))
    reader = Reader(now, site.zone if site else "+08:00", order)
    text = body_text(parts.blocks)
    chinese = parts.body.chinese
    evidence = Evidence(
        parts.byline,
        parts.metadata,
        document.url,
        listed=listed.date if listed is not None else None,
        own_name=_own_name(parts.page),
    )
    dates = find_dates_of(evidence, reader)
    people = find_people(
        parts.byline,
        parts.surroundings,
        parts.metadata,
        host=host_of(document.url),
        chinese=chinese,
    )
    source = find_source(parts.byline, parts.metadata, chinese=chinese)
    name = name or (site.id if site else host_of(document.url))
    identity = article_id(name, key or _key(document, site))
    return replace(_assemble(parts, text, dates, people, source, site), id=identity, site=name)


def _or_declared(parts: Parts) -> Parts:
    """The declared text, where what was read from the page has nothing of it."""
    declared = declared_text(parts.metadata)
    if declared is None or share_found(declared, body_text(parts.blocks)) > 0:
        return parts
    return replace(parts, blocks=as_blocks(declared), rule="json-ld:articleBody")


def _assemble(
    parts: Parts,
    text: str,
    dates: Dates,
    people: People,
    sourced: tuple[str | None, Provenance],
    site: Site | None,
) -> Article:
    source, source_from = sourced
    document, metadata, byline = parts.document, parts.metadata, parts.byline
    title = parts.title.text if parts.title else None
    published = dates.published
    when = published.iso if published else None
    canonical = canonical_url(document)
    article = Article(
        id="",
        site="",
        url=document.url,
        url_canonical=canonical,
        title=title,
        subtitles=_subtitles(parts),
        authors=people.authors,
        credits=people.credits,
        source=source,
        date_published=when,
        date_precision=published.precision if published else None,
        date_zone_by=published.zone_by if published else None,
        date_modified=dates.modified.iso if dates.modified else None,
        language=detect_language(f"{title or ''} {text}", document.root.get("lang")),
        breadcrumbs=_breadcrumbs(parts, title),
        keywords=_keywords(metadata),
        summary=metadata.value("summary"),
        body=text,
        blocks=parts.blocks,
        images=images_of(parts.page, parts.body.numbers, document.absolute),
        attachments=attachments_of(document, parts.page, parts.head, parts.body.last + BEHIND),
        view_count=view_count_of(byline),
        content_sha256=content_sha256(title, people.authors, source, when, text),
        extractor=Extractor(version=__version__, site_rules=site.rules_sha256 if site else None),
    )
    body_from = Provenance(status="ok" if text else "empty", rule=parts.rule)
    said = {
        "title": _title_from(parts.title),
        "authors": people.provenance,
        "source": source_from,
        "date_published": dates.provenance,
        "body": body_from,
        "blocks": replace(body_from, status="ok" if parts.blocks else "empty"),
        "view_count": _views_from(byline),
    }
    return _with_evidence(article, parts, said, dates)


def _with_evidence(
    article: Article, parts: Parts, said: dict[str, Provenance], dates: Dates
) -> Article:
    """How the page was read, which rule gave what, and what is in doubt."""
    doubts = doubts_about(said, parts, article.authors, article.body)
    decoded, metadata = parts.document.decoded, parts.metadata
    return replace(
        article,
        fetch=Fetch(encoding=decoded.encoding, encoding_by=decoded.by),
        policy=Policy(
            robots=metadata.value("robots"), tdm_reservation=metadata.value("tdm_reservation")
        ),
        provenance=said | _plain_provenance(article),
        issues=(*parts.ruled.issues, *dates.issues, *doubts, *_damage(parts)),
    )


def _subtitles(parts: Parts) -> tuple[str, ...]:
    if parts.title is None:
        return ()
    return subtitles_of(parts.page, parts.title, parts.body.first, parts.lines)


def _plain_provenance(article: Article) -> dict[str, Provenance]:
    """Fields with one kind of witness: there, or not there."""
    return {
        name: Provenance(status="ok", rule=rule)
        if getattr(article, name)
        else Provenance(status="absent")
        for name, rule in _PLAIN.items()
    }


def _damage(parts: Parts) -> Iterator[Issue]:
    """Bytes that fit nothing, a label that lies; a page or a title without end."""
    for text in parts.document.decoded.issues:
        yield Issue(code="charset", text=text)
    if parts.document.cut or parts.page.cut:
        yield Issue(code="page_cut", text="too long or too deep to be read to its end")
    if not parts.document.ends:
        yield Issue(code="no_end", text="there is no </html>: the end of the page may be missing")
    if parts.title is not None and len(parts.title.text) >= MAX_CLAIM:
        yield Issue(code="title_cut", field="title", text=f"cut to {MAX_CLAIM} characters")


def _breadcrumbs(parts: Parts, title: str | None) -> tuple[str, ...]:
    ranges = parts.ruled.ranges(parts.page, "breadcrumb")
    if not ranges:
        return breadcrumbs_of(parts.page, parts.head, title)
    return breadcrumbs_in([parts.page.lines[n] for numbers in ranges for n in numbers], title)


def _key(document: Document, site: Site | None) -> str:
    """What stands for the article: its address, by its family's spelling where that is known."""
    named = family_named(site.family) if site and site.family else None
    return article_key(document.url, named or spelling_of(document.url, document.decoded.text))


def _own_name(page: PageLines) -> str | None:
    """The page's own file name in the pager script of an article in parts (TRS)."""
    found = (_OWN_PAGER.search(script) for script in page.scripts)
    return next((match[1] for match in found if match), None)


def _title_from(title: Title | None) -> Provenance:
    return (
        Provenance(status="ok", rule=title.rule, raw=title.text)
        if title
        else Provenance(status="absent")
    )


def _views_from(byline: Byline) -> Provenance:
    count = view_count_of(byline)
    for label in byline.of("views"):
        printed = any(char.isdigit() for char in label.value)
        status: Status = "ok" if count is not None else ("invalid" if printed else "empty")
        return Provenance(status=status, rule=f"label:{label.label}", raw=label.value[:80])
    return Provenance(status="absent")


def _keywords(metadata: Metadata) -> tuple[str, ...]:
    words = re.split(r"[,，;；、|]", metadata.value("keywords") or "")
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))[:40]


def canonical_url(document: Document) -> str:
    """rel=canonical of the same host, unless it is the home page; else the page's own address."""
    for link in document.all("link"):
        if link.get("rel") != "canonical":
            continue
        address = document.absolute(link.get("href") or "")
        if (
            address
            and host_of(address) == host_of(document.url)
            and urlsplit(address).path.strip("/")
        ):
            return address
    return document.url
