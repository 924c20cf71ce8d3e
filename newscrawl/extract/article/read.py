"""One page to one record: the pieces of this room put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from newscrawl import __version__
from newscrawl.extract.article.body import BodyLines, body_text, select_body, to_blocks
from newscrawl.extract.article.byline import Byline, is_bare_date, is_byline, read_byline
from newscrawl.extract.article.container import Weights, find_container
from newscrawl.extract.article.credits import People, find_people
from newscrawl.extract.article.dating import Dates, Evidence, Reader, find_dates_of
from newscrawl.extract.article.declared_body import (
    as_blocks,
    declared_text,
    share_found,
)
from newscrawl.extract.article.doubts import doubts_about
from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.article.site_rules import Ruled, mute, rules_on
from newscrawl.extract.article.source import find_source
from newscrawl.extract.article.surroundings import (
    attachments_of,
    breadcrumbs_in,
    breadcrumbs_of,
    images_of,
    subtitles_of,
    view_count_of,
)
from newscrawl.extract.article.title import (
    MAX_CLAIM,
    Title,
    declared_titles,
    find_anchor,
    find_title,
)
from newscrawl.extract.document import Document
from newscrawl.extract.lines import Line, PageLines, read_lines
from newscrawl.items import (
    Article,
    Block,
    Extractor,
    Fetch,
    Issue,
    Policy,
    Provenance,
    Status,
    article_id,
    content_sha256,
)
from newscrawl.sites.families import article_key, family_named, recognise
from newscrawl.sites.model import Site
from newscrawl.text.language import detect_language
from newscrawl.text.urls import host_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OWN_PAGER = re.compile(r"createPageHTML\([^()]{0,40}[\"'](t20\d{6}_\d+)[\"']")
_ABOVE = 25
_BELOW = 12
_BEHIND = 10
_HEAD_ROOM = 40


class Listed(Protocol):
    """The row that led to the page; its title and date are witnesses."""

    @property
    def title(self) -> str | None:
        """The row's title, perhaps cut."""

    @property
    def date(self) -> str | None:
        """The row's date, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A page taken apart: what every field is read from."""

    document: Document
    page: PageLines
    metadata: Metadata
    ruled: Ruled
    byline: Byline
    title: Title | None
    container: HtmlElement
    body: BodyLines
    blocks: tuple[Block, ...]
    rule: str
    weights: Weights

    @property
    def lines(self) -> list[Line]:
        """The body's lines."""
        return [self.page.lines[number] for number in self.body.numbers]

    @property
    def head(self) -> int:
        """The line at which the article begins."""
        return self.title.first if self.title is not None and self.title.last else self.body.first


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
    reader = Reader(now, site.zone if site else "+08:00", site.date_order if site else None)
    text = body_text(parts.blocks)
    chinese = parts.body.chinese
    evidence = Evidence(
        parts.byline,
        parts.metadata,
        document.url,
        listed=listed.date if listed is not None else None,
        own_name=_own_name(document),
    )
    dates = find_dates_of(evidence, reader)
    behind = parts.page.lines[parts.body.last : parts.body.last + _BEHIND]
    people = find_people(
        parts.byline,
        parts.lines,
        [line for line in behind if not line.noise],
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


def take_apart(document: Document, listed: Listed | None, site: Site | None = None) -> Parts:
    """Find title, byline and body of a page, before any field is read from them."""
    ruled = rules_on(document, site, listed.date if listed is not None else None)
    page = read_lines(document.root, scope=ruled.scope, skip=ruled.dropped)
    mute(page, ruled.boilerplate)
    metadata = Metadata(document.root)
    listed_title = listed.title if listed is not None else None
    claims = declared_titles(metadata, document.root.findtext(".//title"), listed_title)
    title, printed = ruled.title_on(page), ruled.ranges(page, "byline")
    container = ruled.container_on(page, title, printed)
    if container is not None:
        weights, rule = Weights(page, range(*page.of(container))), ruled.rule("body")
        first, after = page.of(container)[0], ruled.text_starts(page, container, title, printed)
    else:
        weights, after = Weights(page), None
        anchor = find_anchor(page, claims, is_byline)
        container, rule = find_container(page, document.root, weights, anchor)
        first, _ = page.of(container)
        if anchor is not None and first <= anchor.title:
            # The container holds the whole article, head and all: the text starts under its title.
            first = anchor.title + 1
    title = title or find_title(
        page,
        claims,
        after if after is not None else first,
        printed[0].start if printed else _byline_above(page, first),
        listed_title,
        press=metadata.is_article_ld,
    )
    body = select_body(
        page,
        container,
        weights,
        title,
        _declared(metadata, "summary"),
        named=rule.startswith("container:") or after == page.of(container)[0],
        press=metadata.is_article_ld,
        after=after,
    )
    body = ruled.pieces_of(page, body)
    byline = read_byline(page, _byline_ranges(page, title, body, printed), given=len(printed))
    ruled.give(byline)
    blocks = to_blocks(page, body, container)
    return Parts(
        document, page, metadata, ruled, byline, title, container, body, blocks, rule, weights
    )


def _byline_above(page: PageLines, first: int) -> int | None:
    """The first line of the byline above the container's first line, or in its head."""
    lines = page.lines
    inside = [i for i in range(first, min(first + _BELOW, len(lines))) if is_byline(lines[i])]
    above = [
        i for i in range(max(0, first - _ABOVE), min(first, len(lines))) if is_byline(lines[i])
    ]
    labelled = [i for i in above if not is_bare_date(lines[i])] or above
    if inside:
        return labelled[-1] if labelled else inside[0]
    return labelled[0] if labelled else None


def _byline_ranges(
    page: PageLines, title: Title | None, body: BodyLines, printed: list[range]
) -> list[range]:
    """Where labels are looked for: title to text, just above the title, behind the text.

    `printed` are the lines that the site's rules name as the byline: those instead of a search.
    """
    count = len(page.lines)
    start = title.first if title is not None and title.last else max(0, body.first - _BELOW)
    head = body.numbers[0] if body.numbers else body.first
    tail = body.numbers[-1] + 1 if body.numbers else body.last
    behind = range(max(tail - 2, head + 1), min(count, tail + _BEHIND))
    if printed:
        return [*printed, behind]
    return [
        range(start, min(max(start, head + 1), start + _HEAD_ROOM, count)),
        range(max(0, start - 4), start),
        behind,
    ]


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
    provenance = {
        "title": _title_from(parts.title),
        "authors": people.provenance,
        "source": source_from,
        "date_published": dates.provenance,
        "body": Provenance(status="ok" if text else "empty", rule=parts.rule),
        "view_count": _views_from(byline),
    }
    inside = sum(parts.weights.each[number] for number in parts.body.numbers)
    doubts = doubts_about(provenance, parts.title, parts.weights, parts.rule, inside)
    article = Article(
        id="",
        site="",
        url=document.url,
        url_canonical=canonical,
        title=title,
        subtitles=subtitles_of(parts.page, parts.title, parts.body.first, parts.lines)
        if parts.title
        else (),
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
        summary=_declared(metadata, "summary"),
        body=text,
        blocks=parts.blocks,
        images=images_of(parts.page, parts.body.numbers, document.absolute),
        attachments=attachments_of(document, parts.page, parts.head, parts.body.last + _BEHIND),
        view_count=view_count_of(byline),
        content_sha256=content_sha256(title, people.authors, source, when, text),
        fetch=Fetch(encoding=document.decoded.encoding, encoding_by=document.decoded.by),
        policy=Policy(
            robots=_declared(metadata, "robots"),
            tdm_reservation=_declared(metadata, "tdm_reservation"),
        ),
        provenance=provenance,
        issues=(*parts.ruled.issues, *dates.issues, *doubts, *_damage(parts)),
        extractor=Extractor(version=__version__, site_rules=site.rules_sha256 if site else None),
    )
    return replace(article, provenance=provenance | _plain_provenance(article))


_PLAIN = {
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
    return article_key(document.url, named or recognise(document.url, document.decoded.text))


def _own_name(document: Document) -> str | None:
    """The page's own file name in the pager script of an article in parts (TRS)."""
    found = _OWN_PAGER.search(document.decoded.text)
    return found[1] if found else None


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


def _declared(metadata: Metadata, field: str) -> str | None:
    claim = metadata.first(field)
    return claim.value if claim else None


def _keywords(metadata: Metadata) -> tuple[str, ...]:
    words = re.split(r"[,，;；、|]", _declared(metadata, "keywords") or "")
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))[:40]


def canonical_url(document: Document) -> str:
    """rel=canonical of the same host, unless it is the home page; else the page's own address."""
    for link in document.root.iterfind(".//link[@rel='canonical']"):
        address = document.absolute(link.get("href") or "")
        if (
            address
            and host_of(address) == host_of(document.url)
            and urlsplit(address).path.strip("/")
        ):
            return address
    return document.url


def body_element(document: Document) -> HtmlElement:
    """The element found to hold the body; what `learn` and `--explain` ask for."""
    page = read_lines(document.root)
    claims = declared_titles(Metadata(document.root), document.root.findtext(".//title"), None)
    element, _ = find_container(
        page, document.root, Weights(page), find_anchor(page, claims, is_byline)
    )
    return element
