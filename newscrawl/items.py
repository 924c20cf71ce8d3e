"""What crosses the borders between rooms: a fetched `Page` in, an `Article` out.

The field order of `Article` is the key order of a record. `article.schema.json` beside this file
is the contract; a test holds both, and the README's table, together.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import Any, Literal

import msgspec

SCHEMA = "newscrawl/article/1"
_SURROGATE = re.compile("[\ud800-\udfff]")
# Line ends that are not `\n`, as UTF-8 and as JSON spells them.
_OTHER_ENDS = {one.encode(): b"\\u%04x" % ord(one) for one in "\u0085\u2028\u2029"}
_JSON = msgspec.json.Encoder()

BlockType = Literal["paragraph", "heading", "list", "table", "image", "caption", "quote"]
Role = Literal["author", "correspondent", "photographer", "editor", "reviewer", "publisher"]
RevisionStatus = Literal["live", "edited", "gone", "restored", "unlisted"]
Status = Literal["ok", "empty", "absent", "invalid", "conflict", "placeholder"]
IssueCode = Literal[
    "weak_witness",
    "title_conflict",
    "title_unconfirmed",
    "title_cut",
    "no_title",
    "date_conflict",
    "date_from_url",
    "impossible_date",
    "future_date",
    "unread_date",
    "no_date",
    "author_conflict",
    "unread_name",
    "no_author",
    "source_conflict",
    "placeholder",
    "body_uncertain",
    "little_text",
    "too_long",
    "page_cut",
    "no_end",
    "charset",
    "rule_missed",
]


class Outcome(StrEnum):
    """How a URL that was found ended. Every found URL has exactly one per run."""

    NEW = "new"
    KNOWN = "known"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    GONE = "gone"
    EXTERNAL = "external"
    ATTACHMENT = "attachment"
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"
    ROBOTS = "robots"
    RESTRICTED = "restricted"
    BLOCKED = "blocked"
    SOFT_404 = "soft_404"
    NOT_ARTICLE = "not_article"
    EMPTY_BODY = "empty_body"
    PDF_ONLY = "pdf_only"
    TRUNCATED = "truncated"
    TOO_BIG = "too_big"
    NOT_HTML = "not_html"
    TIMEOUT = "timeout"
    HTTP_4XX = "http_4xx"
    HTTP_5XX = "http_5xx"
    NETWORK = "network"
    RULE_ERROR = "rule_error"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRef:
    """Where an article was found: its row on a listing page. Title and date are witnesses."""

    url: str
    page: int | None = None
    position: int | None = None
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What the corpus has of a page that is fetched again: its record's content hash.

    `own_title`: the page itself said the record's title, and its row was not read again in this
    run, so that today the page is the better witness of the two. `rules`: those of the site file
    when its page was last read.
    """

    content: str
    own_title: bool = False
    rules: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One fetched article page, as received: raw bytes, status, headers (lower-case names).

    `key` is what the ledger knows the article by; without one the address itself says it.
    """

    url: str
    body: bytes = field(repr=False)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched_at: str | None = None
    requested_url: str | None = None
    site: str | None = None
    channel: str | None = None
    listed: ListingRef | None = None
    key: str | None = None

    @property
    def content_type(self) -> str | None:
        """The Content-Type header, or None."""
        return self.headers.get("content-type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One person or body printed on the page, by role."""

    role: Role
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One structural piece of the body. `rows` only for tables, `level` only for headings."""

    type: BlockType
    text: str
    level: int | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image of the body, its address absolute."""

    url: str
    title: str | None = None
    alt: str | None = None
    caption: str | None = None
    media_type: str | None = None
    size: int | None = None
    sha256: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file the article offers; `title` is the link's text or the CMS's own name for the file."""

    url: str
    title: str | None = None
    media_type: str | None = None
    size: int | None = None
    sha256: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Which version of the article this line is, and when it was seen (ISO 8601, UTC)."""

    n: int
    status: RevisionStatus
    changed: tuple[str, ...] = ()
    first_seen: str | None = None
    last_seen: str | None = None
    last_checked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """Evidence of the fetch; `sha256` is of the body as received."""

    at: str | None = None
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    encoding: str | None = None
    encoding_by: str | None = None
    sha256: str | None = None
    archive: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The preferences seen with the page, as printed."""

    robots: str | None = None
    x_robots_tag: str | None = None
    tdm_reservation: str | None = None
    content_usage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Which rule gave a field its value, and the text before parsing."""

    status: Status
    rule: str | None = None
    raw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One thing the checks said about a field (`field` is None for the whole page)."""

    code: IssueCode
    field: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """What produced the record; `site_rules` is the hash of the site file, if one was used."""

    name: str = "newscrawl"
    version: str = ""
    site_rules: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One record: every key always there; None or () means no value, `provenance` says why."""

    schema: str = SCHEMA
    id: str
    site: str
    channel: str | None = None
    url: str
    url_canonical: str
    title: str | None = None
    subtitles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    source: str | None = None
    date_published: str | None = None
    date_precision: Literal["day", "minute", "second"] | None = None
    date_zone_by: Literal["page", "site default"] | None = None
    date_modified: str | None = None
    language: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    summary: str | None = None
    body: str = ""
    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    view_count: int | None = None
    content_sha256: str = ""
    revision: Revision | None = None
    listing: ListingRef | None = None
    fetch: Fetch = field(default_factory=Fetch)
    policy: Policy = field(default_factory=Policy)
    provenance: Mapping[str, Provenance] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    extractor: Extractor = field(default_factory=Extractor)
    run: str | None = None


def to_plain(value: Any) -> Any:
    """`value` with every dataclass, mapping and tuple turned into what `json` knows."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(one) for key, one in value.items()}
    if is_dataclass(value):
        return {one.name: to_plain(getattr(value, one.name)) for one in fields(value)}
    return value


def to_json(article: Article) -> str:
    r"""One strict JSON line without its newline.

    No NaN, no lone surrogate (they become U+FFFD), and the three line ends that are not ``\\n``
    (U+0085, U+2028, U+2029) escaped, so that one record is one line for every reader.
    """
    return to_line(article).decode()


def to_line(record: Any) -> bytes:
    """The same for any record, of dataclasses or plain already, as UTF-8."""
    try:
        line = _encoded(record)
    except UnicodeEncodeError:
        line = _SURROGATE.sub("\ufffd", _spelt_out(record)).encode()
    for end, spelt in _OTHER_ENDS.items():
        # The first byte alone is looked for at once, and three bytes sooner from behind.
        if end[0] in line and line.rfind(end) >= 0:
            line = line.replace(end, spelt)
    return line


def _encoded(record: Any) -> bytes:
    """As `json` would write it, blanks and all, in a third of the time."""
    return msgspec.json.format(_JSON.encode(record), indent=0)


def _spelt_out(record: Any) -> str:
    """The same with lone surrogates, which are no UTF-8."""
    return json.dumps(to_plain(record), ensure_ascii=False)


def article_id(site: str, key: str) -> str:
    """20 hex digits that stand for the article, the same on every machine and in every run."""
    return hashlib.sha256(f"{site}\n{key}".encode("utf-8", "replace")).hexdigest()[:20]


def content_sha256(
    title: str | None,
    authors: tuple[str, ...],
    source: str | None,
    date_published: str | None,
    body: str,
) -> str:
    """64 hex digits over what a reader would call the article; counters and layout are outside."""
    parts = title, authors, source, date_published, body
    try:
        # As `_encoded` would write it: a body need not be looked through for what to set apart.
        told = b"[%b, [%b], %b, %b, %b]" % (
            _JSON.encode(title),
            b", ".join(map(_JSON.encode, authors)),
            *map(_JSON.encode, parts[2:]),
        )
    except UnicodeEncodeError:
        told = _spelt_out(parts).encode("utf-8", "replace")
    return hashlib.sha256(told).hexdigest()
