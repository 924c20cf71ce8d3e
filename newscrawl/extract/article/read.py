"""One page to one record: the pieces of this room put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
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
from newscrawl.extract.article.editions import day_of_issue
from newscrawl.extract.article.evidence import fetch_of, policy_of
from newscrawl.extract.article.files import attachments_of
from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.article.parts import BEHIND, Listed, Parts, take_apart
from newscrawl.extract.article.pictures import images_of
from newscrawl.extract.article.slash_order import proved_order
from newscrawl.extract.article.source import find_source
from newscrawl.extract.article.subtitles import subtitles_of
from newscrawl.extract.article.surroundings import (
    breadcrumbs_in,
    breadcrumbs_of,
    view_count_of,
)
from newscrawl.extract.article.title import Title
from newscrawl.extract.document import Document
from newscrawl.extract.lines import PageLines
from newscrawl.extract.zones import zone_of
from newscrawl.items import (
    Article,
    Attachment,
    Extractor,
    Image,
    Issue,
    Page,
    Provenance,
    Status,
    article_id,
    content_sha256,
)
from newscrawl.sites.families import article_key, family_named, spelling_of
from newscrawl.sites.model import Site
from newscrawl.text.datelines import day_of_dateline
from newscrawl.text.language import detect_language
from newscrawl.text.urls import host_of
from newscrawl.text.whitespace import squash

_COMMAS = re.compile(r"[,，;；、|]")
_OWN_PAGER = re.compile(r"createPageHTML\([^()]{0,40}[\"'](t20\d{6}_\d+)[\"']")


def read_document(
    document: Document,
    *,
    site: Site | None = None,
    listed: Listed | None = None,
    fetched: Page | None = None,
    now: datetime | None = None,
) -> Article:
    """Read every field of the record that the page itself gives.

    `fetched` is the page as it came, where it came from a crawl: it knows its row, its site's id
    and what the ledger knows the article by; else the page's own address says both.
    """
    listed = fetched.listed if fetched is not None else listed
    return read_parts(take_apart(document, listed, site), site, listed, fetched=fetched, now=now)


def read_parts(
    parts: Parts,
    site: Site | None = None,
    listed: Listed | None = None,
    *,
    fetched: Page | None = None,
    now: datetime | None = None,
) -> Article:
    """As `read_document`, for a page taken apart (by the same `site`'s rules) already."""
    parts = _or_declared(parts)
    document, metadata, chinese = parts.document, parts.metadata, parts.body.chinese
    url = document.url
    declared = document.root.get("lang")
    text = body_text(parts.blocks)
    order = site.date_order if site else order_by_language(declared, chinese=chinese)
    if order == "ymd":
        order = proved_order(_printed_days(parts.byline), text) or order
    reader = Reader(now, zone_of(site, url, chinese=chinese), order)
    row_date = listed.date if listed is not None else None
    dateline = None if chinese else _dateline(parts)
    issue = day_of_issue(parts.page.lines[: parts.head]) if chinese else None
    own_name = _own_name(parts.page)
    evidence = Evidence(parts.byline, metadata, url, row_date, own_name, dateline, issue)
    said = _Said(
        text,
        find_dates_of(evidence, reader),
        find_people(parts.byline, parts.surroundings, metadata, host=host_of(url), chinese=chinese),
        *_source_beside(parts, chinese=chinese),
    )
    return _assemble(parts, said, site, fetched)


@dataclass(frozen=True, slots=True)
class _Said:
    """The fields with several kinds of witness."""

    text: str
    dates: Dates
    people: People
    source: str | None
    source_from: Provenance


def _source_beside(parts: Parts, *, chinese: bool) -> tuple[str | None, Provenance]:
    """The source, unless what stands beside the date is the title: <b>title</b> (2023-02-13)."""
    source, told = find_source(parts.byline, parts.metadata, chinese=chinese)
    title = squash(parts.title.text) if parts.title is not None else ""
    return (None, _ABSENT) if source and squash(source) == title else (source, told)


def _printed_days(byline: Byline) -> Iterator[str]:
    """What the lines around the text say of days."""
    yield from (label.value for label in byline.of("published"))
    yield from byline.bare


def _or_declared(parts: Parts) -> Parts:
    """The declared text, where what was read from the page has nothing of it."""
    declared = declared_text(parts.metadata)
    if declared is None or share_found(declared, body_text(parts.blocks)) > 0:
        return parts
    return replace(parts, blocks=as_blocks(declared), rule="json-ld:articleBody")


@dataclass(frozen=True, slots=True)
class _Rest:
    """The fields with one kind of witness."""

    subtitles: tuple[str, ...]
    language: str | None
    breadcrumbs: tuple[str, ...]
    keywords: tuple[str, ...]
    summary: str | None
    images: tuple[Image, ...]
    attachments: tuple[Attachment, ...]
    view_count: int | None


def _rest_of(parts: Parts, title: str | None, text: str) -> _Rest:
    document = parts.document
    return _Rest(
        subtitles=_subtitles(parts),
        language=detect_language(f"{title or ''} {text}", document.root.get("lang")),
        breadcrumbs=_breadcrumbs(parts, title),
        keywords=_keywords(parts.metadata),
        summary=parts.metadata.value("summary"),
        images=images_of(parts.page, parts.body.numbers, document.absolute),
        attachments=attachments_of(document, parts.page, parts.head, parts.body.last + BEHIND),
        view_count=view_count_of(parts.byline),
    )


def _assemble(parts: Parts, said: _Said, site: Site | None, fetched: Page | None) -> Article:
    document, text, people, published = parts.document, said.text, said.people, said.dates.published
    title = parts.title.text if parts.title else None
    when = published.iso if published else None
    rest = _rest_of(parts, title, text)
    provenance = _provenance(parts, said, rest)
    doubts = doubts_about(provenance, parts, people.authors, said.source, text)
    name, identity = _identity(document, site, fetched)
    return Article(
        id=identity,
        site=name,
        channel=fetched.channel if fetched is not None else None,
        url=document.url,
        url_canonical=canonical_url(document),
        title=title,
        subtitles=rest.subtitles,
        authors=people.authors,
        credits=people.credits,
        source=said.source,
        date_published=when,
        date_precision=published.precision if published else None,
        date_zone_by=published.zone_by if published else None,
        date_modified=said.dates.modified.iso if said.dates.modified else None,
        language=rest.language,
        breadcrumbs=rest.breadcrumbs,
        keywords=rest.keywords,
        summary=rest.summary,
        body=text,
        blocks=parts.blocks,
        images=rest.images,
        attachments=rest.attachments,
        view_count=rest.view_count,
        content_sha256=content_sha256(title, people.authors, said.source, when, text),
        listing=fetched.listed if fetched is not None else None,
        fetch=fetch_of(document.decoded, fetched),
        policy=policy_of(parts.metadata, fetched),
        provenance=provenance,
        issues=(*parts.ruled.issues, *said.dates.issues, *doubts, *_damage(parts)),
        extractor=Extractor(version=__version__, site_rules=site.rules_sha256 if site else None),
    )


def _provenance(parts: Parts, said: _Said, rest: _Rest) -> dict[str, Provenance]:
    published = said.dates.published
    return {
        "title": _title_from(parts.title),
        "authors": said.people.provenance,
        "source": said.source_from,
        "date_published": said.dates.provenance,
        "body": Provenance(status="ok" if said.text else "empty", rule=parts.rule),
        "blocks": Provenance(status="ok" if parts.blocks else "empty", rule=parts.rule),
        "view_count": _views_from(parts.byline, rest.view_count),
        "date_precision": _plain("date_published", published),
        "date_zone_by": _plain("date_published", published and published.zone_by),
        "subtitles": _plain("lines", rest.subtitles),
        "credits": _plain("labels", said.people.credits),
        "date_modified": _plain("declared", said.dates.modified),
        "language": _plain("script", rest.language),
        "breadcrumbs": _plain("lines", rest.breadcrumbs),
        "keywords": _plain("meta", rest.keywords),
        "summary": _plain("meta", rest.summary),
        "images": _plain("body", rest.images),
        "attachments": _plain("links", rest.attachments),
    }


@cache
def _told_by(rule: str) -> Provenance:
    return Provenance(status="ok", rule=rule)


_ABSENT = Provenance(status="absent")


def _plain(rule: str, value: object) -> Provenance:
    """Of a field with one kind of witness: there, or not there."""
    return _told_by(rule) if value else _ABSENT


def _identity(document: Document, site: Site | None, fetched: Page | None) -> tuple[str, str]:
    """The site's id, and the article's."""
    name = (fetched.site if fetched is not None else None) or (
        site.id if site else host_of(document.url)
    )
    key = fetched.key if fetched is not None else None
    return name, article_id(name, key or _key(document, site))


def _subtitles(parts: Parts) -> tuple[str, ...]:
    if parts.title is None:
        return ()
    return subtitles_of(parts.page, parts.title, parts.body.first, parts.lines)


def _damage(parts: Parts) -> Iterator[Issue]:
    """Bytes that fit nothing, a label that lies; a page or a title without end."""
    for text in parts.document.decoded.issues:
        yield Issue(code="charset", text=text)
    if parts.document.cut or parts.page.cut:
        yield Issue(code="page_cut", text="too long or too deep to be read to its end")
    elif parts.page.plain:
        yield Issue(code="page_cut", text="too many lines: the last were taken as they are")
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


def _dateline(parts: Parts) -> str | None:
    """The date in the dateline of a press release."""
    first = next((block.text for block in parts.blocks if block.type == "paragraph"), "")
    return day_of_dateline(first)


def _title_from(title: Title | None) -> Provenance:
    return Provenance(status="ok", rule=title.rule, raw=title.text) if title else _ABSENT


def _views_from(byline: Byline, count: int | None) -> Provenance:
    for label in byline.of("views"):
        printed = any(char.isdigit() for char in label.value)
        status: Status = "ok" if count is not None else ("invalid" if printed else "empty")
        return Provenance(status=status, rule=f"label:{label.label}", raw=label.value[:80])
    return _ABSENT


def _keywords(metadata: Metadata) -> tuple[str, ...]:
    words = _COMMAS.split(metadata.value("keywords") or "")
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
