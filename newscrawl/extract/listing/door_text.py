"""The entries of feeds and sitemaps, read from their text tag by tag.

No tree is built and no document type is read, so there is no entity to resolve and no depth to
run out of: what an entity would stand for stays the name it is. What is left open ends where the
next field or entry begins.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, NamedTuple

MOST_ENTRIES = 50_000  # what sitemaps.org allows a file
_MOST_TOKENS = 2_000_000  # 50,000 entries with a dozen images each
_LONGEST = 16_000  # characters of one field that are kept

Kind = Literal["rss", "atom", "sitemap", "index"]
# Root element -> what the document is, and what its entries are called.
_ROOTS: dict[str, tuple[Kind, str]] = {
    "rss": ("rss", "item"),
    "rdf": ("rss", "item"),
    "feed": ("atom", "entry"),
    "urlset": ("sitemap", "url"),
    "sitemapindex": ("index", "sitemap"),
}
_ROOT = re.compile(
    r"<(?P<prefix>[A-Za-z_][\w.-]{0,40}:)?(?P<name>rss|rdf|feed|urlset|sitemapindex)(?=[\s/>])",
    re.IGNORECASE,
)
# Where junk stands before the document (blank lines, a warning of PHP's), it is short.
_HEAD = 4_000
_BEGINS = re.compile(r"<\?xml\b", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+)?html\b", re.IGNORECASE)
# Fields as printed, prefixes and all -> what they say.
_FIELDS = {
    **dict.fromkeys(("title", "atom:title", "dc:title", "news:title"), "title"),
    **dict.fromkeys(("link", "atom:link", "loc"), "link"),
    **dict.fromkeys(("guid", "id", "atom:id"), "id"),
    # FeedBurner puts an address of its own in <link>.
    "feedburner:origlink": "origin",
    **dict.fromkeys(("pubdate", "published", "atom:published", "issued"), "published"),
    **dict.fromkeys(("dc:date", "date", "news:publication_date"), "published"),
    **dict.fromkeys(("updated", "atom:updated", "modified", "lastmod"), "modified"),
    **dict.fromkeys(("dcterms:modified", "dc:modified"), "modified"),
    "language": "language",
}
# Elements with titles, links and dates that are not the entry's own.
_OPAQUE = frozenset(
    {
        *("description", "content", "content:encoded", "summary", "source", "author"),
        *("contributor", "image", "textinput", "media:group", "media:content"),
        *("news:publication", "image:image", "video:video", "itunes:owner", "atom:author"),
    }
)
# Every alternative is possessive or ends by itself: no text makes it go back.
_TOKEN = re.compile(
    r"<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)"
    r"|<!--.*?(?:-->|\Z)"
    r"|<[?!][^>]*+>?"
    r"|<(?P<close>/?)(?P<name>[A-Za-z_][\w.:-]*+)"
    r"(?P<attributes>(?:[^<>\"']++|\"[^<\"]*+\"|'[^<']*+')*+)>?"
    r"|<|(?P<text>[^<]++)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:.-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)')")
# Only with its semicolon: `&copy=1` in an address that nobody escaped is no ©.
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


class Entry(NamedTuple):
    """One entry, every field as printed ("" where there is none); `marked`: the title is HTML."""

    link: str
    title: str = ""
    published: str = ""
    modified: str = ""
    marked: bool = True


@dataclass(slots=True)
class Door:
    """A feed or sitemap. `following` is its next page (RFC 5005), `cut`: it goes on unread."""

    kind: Kind
    entries: list[Entry] = field(default_factory=list)
    following: str = ""
    language: str = ""
    base: str = ""
    cut: bool = False


def parse_door(text: str) -> Door | None:
    """The feed or sitemap that `text` is, None for everything else; never raises."""
    root = _root_of(text)
    if root is None:
        return None
    kind, entry = _ROOTS[root["name"].lower()]
    reader = _Reader(Door(kind), entry, (root["prefix"] or "").lower())
    tokens = _TOKEN.finditer(text, root.start())
    for token in islice(tokens, _MOST_TOKENS):
        reader.take(token)
        if len(reader.door.entries) >= MOST_ENTRIES:
            break
    reader.end_entry()
    reader.door.cut = next(_entries_left(tokens, entry), None) is not None
    return reader.door


def _root_of(text: str) -> re.Match[str] | None:
    """The root element; what stands before it, a document type most of all, is not read."""
    head = text[:_HEAD]
    page, begins = _HTML.search(head), _BEGINS.search(head)
    root = _ROOT.search(text if begins or "<!DOCTYPE" in head else head)
    if root is None or (page and page.start() < root.start()):
        return None
    return root


def _entries_left(tokens: Iterator[re.Match[str]], entry: str) -> Iterator[str]:
    """The entries among the next few tokens."""
    return (one["name"] for one in islice(tokens, 1000) if (one["name"] or "").endswith(entry))


class _Reader:
    """What is open while the tags go by."""

    def __init__(self, door: Door, entry: str, prefix: str) -> None:
        self.door = door
        self._entry, self._prefix = entry, prefix
        self._fields: dict[str, str] | None = None  # of the entry that is open
        self._open = ""  # the element whose text is kept, or that is passed over
        self._parts: list[str] | None = None  # its text so far, None: it is passed over
        self._size = 0
        self._attributes: dict[str, str] = {}
        self._first = True

    def take(self, token: re.Match[str]) -> None:
        """One tag or piece of text."""
        name = token["name"]
        if name:
            name = name.lower().removeprefix(self._prefix)
            if token["close"]:
                self._close(name)
            else:
                self._begin(name, token["attributes"])
        elif self._parts is not None and self._size < _LONGEST:
            text = token["text"]
            piece = token["cdata"] or "" if text is None else _plain(text[:_LONGEST])
            self._parts.append(piece[:_LONGEST])
            self._size += len(self._parts[-1])

    def end_entry(self) -> None:
        """Keep the entry that is open."""
        self._end_field()
        self._open = ""
        if self._fields is not None:
            self.door.entries.append(self._made(self._fields))
        self._fields = None

    def _begin(self, name: str, attributes: str) -> None:
        if self._first:
            told = _attributes(attributes)
            self.door.language, self.door.base = told.get("xml:lang", ""), told.get("xml:base", "")
            self._first = False
        elif name == self._entry:
            self.end_entry()
            self._fields = {}
            about = _attributes(attributes).get("rdf:about", "")
            if about:
                self._fields["id"] = about
        elif not self._passed_over():
            self._begin_field(name, attributes)

    def _begin_field(self, name: str, attributes: str) -> None:
        known = name in _FIELDS
        if not known and name not in _OPAQUE:
            return
        self._end_field()
        told = _attributes(attributes) if known else {}
        if attributes.rstrip().endswith("/"):
            self._link(told) if known and _FIELDS[name] == "link" else None
            return
        self._open, self._attributes = name, told
        self._parts, self._size = ([] if known else None), 0

    def _close(self, name: str) -> None:
        if name == self._entry:
            self.end_entry()
        elif name == self._open:
            self._end_field()

    def _passed_over(self) -> bool:
        return bool(self._open) and self._parts is None

    def _end_field(self) -> None:
        name, parts = self._open, self._parts
        self._open, self._parts = "", None
        if not name or parts is None:
            return
        meaning, text = _FIELDS[name], "".join(parts).strip()
        if meaning == "link" and "href" in self._attributes:
            self._link(self._attributes)
        elif meaning == "language":
            self.door.language = self.door.language or text
        elif meaning == "id" and self._attributes.get("ispermalink", "").lower() == "false":
            return
        elif text and self._fields is not None:
            self._fields.setdefault(meaning, text)
            if meaning == "title":
                self._fields["type"] = self._attributes.get("type", "")

    def _link(self, told: dict[str, str]) -> None:
        relation = told.get("rel", "alternate").lower()
        if self._fields is None and relation == "next":
            self.door.following = told.get("href", "")
        elif self._fields is not None and relation == "alternate":
            better = "html" in told.get("type", "") or "link" not in self._fields
            if better and told.get("href"):
                self._fields["link"] = told["href"]

    def _made(self, fields: dict[str, str]) -> Entry:
        own = fields.get("id", "")
        link = fields.get("origin") or fields.get("link") or (own if "://" in own else "")
        marked = self.door.kind != "atom" or fields.get("type") in {"html", "xhtml", "text/html"}
        published, modified = fields.get("published", ""), fields.get("modified", "")
        return Entry(link, fields.get("title", ""), published, modified, marked)


def _plain(text: str) -> str:
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _attributes(text: str) -> dict[str, str]:
    if "=" not in text:
        return {}
    found = _ATTRIBUTE.finditer(text[:_LONGEST])
    return {one[1].lower(): _plain(one[2] if one[2] is not None else one[3]) for one in found}
