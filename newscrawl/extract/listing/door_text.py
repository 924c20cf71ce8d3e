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
_MOST_TOKENS = 1_200_000  # 50,000 entries with half a dozen images each
_MOST_FIELDS = 400_000  # 50,000 entries with eight
_MOST_NAMES = 1000  # of elements that are known again
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
# A tag, and the text behind it; an element that has nothing but text in it is one token, as most
# are. Every alternative is possessive or ends by itself: no text makes it go back.
_TOKEN = re.compile(
    r"(?:<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)"
    r"|<!--.*?(?:-->|\Z)"
    r"|<[?!][^>]*+>?"
    r"|<(?P<close>/?)(?P<name>[A-Za-z_][\w.:-]*+)"
    r"(?P<attributes>(?:[^<>\"']++|\"[^<\"]*+\"|'[^<']*+')*+)>?"
    r"|<)(?P<text>[^<]*+)(?:</(?P=name)(?P<closed>>)(?P<behind>[^<]*+))?",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:.-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)')")
# Only with its semicolon: `&copy=1` in an address that nobody escaped is no ©.
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")

_COMMON = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


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
    tokens = _TOKEN.finditer(text, root.start())
    told = _attributes(next(tokens)["attributes"])
    door = Door(kind, language=told.get("xml:lang", ""), base=told.get("xml:base", ""))
    reader = _Reader(door, entry, (root["prefix"] or "").lower())
    for token in islice(tokens, _MOST_TOKENS):
        reader.take(token)
        if len(door.entries) >= MOST_ENTRIES or reader.fields > _MOST_FIELDS:
            break
    reader.end_entry()
    door.cut = next(_entries_left(tokens, entry), None) is not None
    return door


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


class _Names(dict[str, str]):
    """How a document spells an element -> its name, "" for one that says nothing."""

    def __init__(self, entry: str, prefix: str) -> None:
        super().__init__()
        self._entry, self._prefix = entry, prefix

    def __missing__(self, spelt: str) -> str:
        name = spelt.lower().removeprefix(self._prefix)
        known = name if name in _FIELDS or name in _OPAQUE or name == self._entry else ""
        if len(self) < _MOST_NAMES:
            self[spelt] = known
        return known


class _Reader:
    """What is open while the tags go by; `fields` is how many did."""

    def __init__(self, door: Door, entry: str, prefix: str) -> None:
        self._door, self._entry, self._names = door, entry, _Names(entry, prefix)
        self.fields = 0
        self._fields: dict[str, str] | None = None  # of the entry that is open
        self._open = ""  # the element whose text is kept, or that is passed over
        self._parts: list[str] | None = None  # its text so far, None: it is passed over
        self._size = 0
        self._attributes = ""

    def take(self, token: re.Match[str]) -> None:
        """One tag and the text behind it, or one element that has nothing but text in it."""
        name = self._names[token["name"] or ""]
        if not name and self._parts is None:
            return
        text, is_closed = token["text"], token["closed"]
        if not name:
            self._keep(token["cdata"] or "")
            self._keep_printed(text)
        elif token["close"]:
            self._close(name)
            self._keep_printed(text)
        elif is_closed and name in _FIELDS and not self._open:
            self._take_field(name, token["attributes"], text)
            return
        else:
            self._begin(name, token["attributes"])
            self._keep_printed(text)
            if is_closed:
                self._close(name)
        if is_closed:
            self._keep_printed(token["behind"])

    def _take_field(self, name: str, attributes: str, text: str) -> None:
        """A whole field where nothing else is open."""
        self.fields += 1
        if _is_whole(attributes):
            self._begin_field(name, attributes)
        else:
            self._say(_FIELDS[name], attributes, _plain(text[:_LONGEST])[:_LONGEST].strip())

    def _keep_printed(self, text: str) -> None:
        if text and self._parts is not None:
            self._keep(_plain(text[:_LONGEST]))

    def _keep(self, text: str) -> None:
        if self._parts is not None and self._size < _LONGEST:
            self._parts.append(text[:_LONGEST])
            self._size += len(self._parts[-1])

    def end_entry(self) -> None:
        """Keep the entry that is open."""
        self._end_field()
        if self._fields is not None:
            self._door.entries.append(self._made(self._fields))
        self._fields = None

    def _begin(self, name: str, attributes: str) -> None:
        if name == self._entry:
            self.end_entry()
            about = _attributes(attributes).get("rdf:about", "")
            self._fields = {"id": about} if about else {}
        elif not self._open:
            self._begin_field(name, attributes)
        elif self._parts is not None:
            self._end_field()
            self._begin_field(name, attributes)

    def _begin_field(self, name: str, attributes: str) -> None:
        self.fields += 1
        meaning = _FIELDS.get(name)
        if _is_whole(attributes):
            self._link(attributes) if meaning == "link" else None
            return
        self._open, self._attributes = name, attributes
        self._parts, self._size = ([] if meaning else None), 0

    def _close(self, name: str) -> None:
        if name == self._open:
            self._end_field()
        elif name == self._entry:
            self.end_entry()

    def _end_field(self) -> None:
        name, parts = self._open, self._parts
        self._open, self._parts = "", None
        if name and parts is not None:
            self._say(_FIELDS[name], self._attributes, "".join(parts).strip())

    def _say(self, meaning: str, attributes: str, text: str) -> None:
        """What a field says, of its entry or of all."""
        if meaning == "link" and "href" in _attributes(attributes):
            self._link(attributes)
        elif meaning == "language":
            self._door.language = self._door.language or text
        elif text and self._fields is not None:
            if (
                meaning == "id"
                and _attributes(attributes).get("ispermalink", "").lower() == "false"
            ):
                return
            self._fields.setdefault(meaning, text)
            if meaning == "title":
                self._fields["type"] = _attributes(attributes).get("type", "")

    def _link(self, attributes: str) -> None:
        told = _attributes(attributes)
        relation = told.get("rel", "alternate").lower()
        if self._fields is None and relation == "next":
            self._door.following = told.get("href", "")
        elif self._fields is not None and relation == "alternate":
            better = "html" in told.get("type", "") or "link" not in self._fields
            if better and told.get("href"):
                self._fields["link"] = told["href"]

    def _made(self, fields: dict[str, str]) -> Entry:
        own = fields.get("id", "")
        link = fields.get("origin") or fields.get("link") or (own if "://" in own else "")
        marked = self._door.kind != "atom" or fields.get("type") in {"html", "xhtml", "text/html"}
        published, modified = fields.get("published", ""), fields.get("modified", "")
        return Entry(link, fields.get("title", ""), published, modified, marked)


def _plain(text: str) -> str:
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
    return _COMMON.get(reference[0]) or html.unescape(reference[0])


def _is_whole(attributes: str) -> bool:
    """Whether a tag with such attributes is all of its element."""
    return attributes.rstrip().endswith("/")


def _attributes(text: str) -> dict[str, str]:
    if "=" not in text:
        return {}
    found = _ATTRIBUTE.findall(text[:_LONGEST])
    return {name.lower(): _plain(quoted or apostrophed) for name, quoted, apostrophed in found}
