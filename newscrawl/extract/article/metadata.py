"""What a page declares about itself: meta tags, JSON-LD, microdata. Claims, not facts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import msgspec
from lxml import etree

from newscrawl.extract.article.scripted import scripted_moment
from newscrawl.text.labels import role_of
from newscrawl.text.whitespace import clean_line, clean_paragraph

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.extract.document import Document

# Names in order of trust. Government pages follow the labels of 国办发〔2017〕47号; TRS, Hanweb and
# UCAP add their own; the rest are OpenGraph, Dublin Core, Parsely, Sailthru and CMS habits.
META: Mapping[str, tuple[str, ...]] = {
    "title": (
        "articletitle", "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title",
        "sailthru.title", "headline", "title", "cxenseparse:recs:title",
    ),
    "published": (
        "pubdate", "publishdate", "article:published_time", "og:article:published_time",
        "article:published", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
        "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
        "publish-date", "publish_date", "publishtime", "docdate",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published", "og:pubdate",
        "weibo:article:create_at", "apub:time", "date", "displaydate", "iso-8601-publish-date",
        "article_date_original", "ptime", "_pubtime", "datecreated", "article:create_time",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "dcterms.modified", "lastmodifiedtime",
        "datemodified", "last-modified", "article:modified", "revised",
    ),
    "author": (
        "author", "docauthor", "article:author", "og:article:author", "dc.creator", "dcterms.creator",
        "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "article:author_name", "authors",
        "article.author", "creator",
    ),
    "source": ("contentsource", "docsource", "source", "mediaid", "copyrightsource"),
    "keywords": ("keywords", "news_keywords", "article:tag", "parsely-tags"),
    "summary": ("description", "og:description", "twitter:description", "dc.description"),
    "site_name": ("sitename", "og:site_name", "application-name", "dc.publisher"),
    "column": ("columnname", "lanmu", "channelname", "article:section", "catename"),
    "robots": ("robots",),
    "tdm_reservation": ("tdm-reservation",),
}  # fmt: skip
_FIELD = {name: (field, rank) for field, names in META.items() for rank, name in enumerate(names)}
_ARTICLE_TYPES = re.compile(
    r"(?:article|newsarticle|blogposting|report|posting|webpage)$", re.IGNORECASE
)
_CDATA = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_FIELD_BEGINS = re.compile(r"\s*<\$\[(.{2,12})\]>begin\s*")
_MAX_JSON = 2_000_000
_MAX_DEPTH = 8
# A field has a few witnesses, and a value is a line or a paragraph; a page may hold 100,000 of each.
_MOST_CLAIMS = 40
_LONGEST = 2000
_LONGEST_BODY = 200_000
_MOST_INSIDE = 200


@dataclass(frozen=True, slots=True)
class Claim:
    """A value the page declares and where: `meta:pubdate`, `json-ld:headline`, `microdata:author`."""

    value: str
    rule: str


class Metadata:
    """The claims of one page, by field, the most trusted first.

    `declared` are the elements with microdata, in document order.
    """

    def __init__(self, document: Document, declared: Iterable[HtmlElement] = ()) -> None:
        self._claims: dict[str, list[tuple[int, Claim]]] = {}
        self.is_article_ld = False
        said = chain(
            _meta(document),
            self._json_ld(document),
            _microdata(declared),
            _commented(document),
            _scripted(document),
        )
        for rank, claim_field, claim in said:
            claims = self._claims.setdefault(claim_field, [])
            if len(claims) < _MOST_CLAIMS:
                claims.append((rank, claim))
        for claims in self._claims.values():
            claims.sort(key=lambda pair: pair[0])
        # Most newspapers say so in JSON-LD, some for social networks alone.
        told = any(claim.rule == "meta:article:published_time" for claim in self.all("published"))
        self.is_article = self.is_article_ld or told

    def all(self, name: str) -> list[Claim]:
        """Every claim for a field."""
        return [claim for _, claim in self._claims.get(name, ())]

    def first(self, name: str) -> Claim | None:
        """The most trusted claim for a field, or None."""
        claims = self._claims.get(name)
        return claims[0][1] if claims else None

    def value(self, name: str) -> str | None:
        """The most trusted claim's value, or None."""
        claim = self.first(name)
        return claim.value if claim is not None else None

    def _json_ld(self, document: Document) -> Iterator[tuple[int, str, Claim]]:
        for node in _article_nodes(document):
            self.is_article_ld = True
            for key, claim_field, rank in _LD_KEYS:
                for text in _texts(node.get(key)):
                    value = _paragraphs(text) if claim_field == "body" else _one_line(text)
                    if value:
                        yield rank, claim_field, Claim(value, f"json-ld:{key}")


_LD_KEYS = (
    ("headline", "title", 1),
    ("name", "title", 3),
    ("datePublished", "published", 1),
    ("dateCreated", "published", 30),
    ("dateModified", "modified", 0),
    ("author", "author", -1),
    ("creator", "author", 6),
    ("articleBody", "body", 0),
    ("description", "summary", 4),
    ("keywords", "keywords", 1),
    ("articleSection", "column", 5),
)


def _meta(document: Document) -> Iterator[tuple[int, str, Claim]]:
    for node in document.all("meta"):
        name = (
            (node.get("name") or node.get("property") or node.get("itemprop") or "").strip().lower()
        )
        content = node.get("content")
        if name in _FIELD and content and content.strip():
            field, rank = _FIELD[name]
            if field == "title" and not all(map(str.isascii, node.keys())):
                continue  # content="某院“开门"办会": a quote has cut it, and the rest made attributes
            value = unescape(content) if "&" in content else content
            if value := clean_line(value.lstrip()[:_LONGEST]):
                yield rank, field, Claim(value, f"meta:{name}")


def _article_nodes(document: Document) -> Iterator[Mapping[str, Any]]:
    for script in document.all("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = _CDATA.sub("", script.text or "")
        if not text or len(text) > _MAX_JSON:
            continue
        try:
            data = _decoded(text)
        except (ValueError, RecursionError):
            continue
        yield from _walk(data, 0)


def _decoded(text: str) -> Any:
    """JSON as pages write it: with line breaks in its strings, and NaN, which few have."""
    try:
        return msgspec.json.decode(text)
    except ValueError:
        return json.loads(text, strict=False)


def _walk(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for one in data[:200]:
            yield from _walk(one, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        names = [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]
        has_body = "headline" in data or "articleBody" in data
        if has_body and any(_ARTICLE_TYPES.search(name) for name in names):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if key in data:
                yield from _walk(data[key], depth + 1)


def _texts(value: Any) -> list[str]:
    """The strings in a JSON-LD value: a string, a list, or things with a name."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for one in value[:40] for text in _texts(one)]
    if isinstance(value, dict):
        return _texts(value.get("name"))
    return []


def _one_line(text: str) -> str:
    return clean_line(unescape(text.lstrip()[:_LONGEST]))


def _paragraphs(text: str) -> str:
    return clean_paragraph(unescape(text[:_LONGEST_BODY]))


_ITEMPROPS = {
    "headline": ("title", 8),
    "datePublished": ("published", 8),
    "dateModified": ("modified", 3),
    "author": ("author", 8),
    "description": ("summary", 5),
}


def _microdata(declared: Iterable[HtmlElement]) -> Iterator[tuple[int, str, Claim]]:
    nodes = (
        (node, prop)
        for node in declared
        if (prop := (node.get("itemprop") or "").strip()) in _ITEMPROPS and node.tag != "meta"
    )
    for node, prop in islice(nodes, _MOST_CLAIMS):
        field, rank = _ITEMPROPS[prop]
        source = _named_inside(node) if field == "author" else node
        value = clean_line(
            (source.get("datetime") or source.get("content") or _text_of(source))[:_LONGEST]
        )
        if value and len(value) < 400:
            yield rank, field, Claim(value, f"microdata:{prop}")


def _named_inside(node: HtmlElement) -> HtmlElement:
    """The element inside a person's that holds the name, else the person's own."""
    inside = islice(node.iterdescendants(), _MOST_INSIDE)
    return next((one for one in inside if one.get("itemprop") == "name"), node)


def _commented(document: Document) -> Iterator[tuple[int, str, Claim]]:
    """Hanweb marks its fields, printed without a label: ``<!--<$[信息来源]>begin-->X<!--…``."""
    for comment in document.all(etree.Comment):
        named = _FIELD_BEGINS.fullmatch(comment.text or "")
        role = role_of(named[1]) if named else None
        if named is None or role not in ("source", "published"):
            continue
        below = comment.getnext()
        text = comment.tail or ""
        if below is not None and isinstance(below.tag, str):
            text += _text_of(below)
        if value := clean_line(text[:_LONGEST]):
            yield 50, role, Claim(value, f"comment:{named[1]}")


def _scripted(document: Document) -> Iterator[tuple[int, str, Claim]]:
    if moment := scripted_moment(document.decoded.text):
        yield 60, "published", Claim(moment, "script:moment")


def _text_of(node: HtmlElement) -> str:
    return "".join(map(str, islice(node.itertext(), _MOST_INSIDE)))
