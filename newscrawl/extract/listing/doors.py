"""Feeds and sitemaps as listings: RSS, Atom, JSON Feed, sitemaps, indexes of sitemaps."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from functools import cache, lru_cache
from typing import Any
from urllib.parse import unquote

from newscrawl.extract.document import Document
from newscrawl.extract.listing.door_text import MOST_ENTRIES, Door, Entry, parse_door
from newscrawl.extract.listing.model import (
    FEED,
    SITEMAP,
    BadLink,
    Instead,
    Listing,
    NextPage,
    Row,
    RowKind,
)
from newscrawl.extract.listing.shapes import article_likeness
from newscrawl.extract.listing.site_rules import is_own
from newscrawl.extract.zones import may_be_chinese, zone_of
from newscrawl.sites.families import Family, family_named, recognise
from newscrawl.sites.model import Site
from newscrawl.text.dates import parse_date
from newscrawl.text.gzips import MAGIC, gunzip
from newscrawl.text.machine_dates import machine_moment
from newscrawl.text.url_parts import parts_of
from newscrawl.text.urls import BadHref, host_of, is_attachment, resolve
from newscrawl.text.whitespace import clean_line

MOST_BYTES = 50 << 20  # what sitemaps.org allows a file, unpacked
_HEAD = 4096  # bytes that tell what a body is
_BEGINS = re.compile(rb"\x1f\x8b|\xff\xfe|\xfe\xff|(?:\xef\xbb\xbf)?\s*\{")
_OTHER_THAN_HTML = re.compile(rb"<!doctype\s+(?!html)")
_ROOT = re.compile(rb"<\?xml|<(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|urlset|sitemapindex)[\s/>]")
# One of them stands in all that the last pattern finds, and is found much sooner.
_IN_ROOT = (b"<?xml", b"rss", b"rdf", b"feed", b"urlset", b"sitemapindex")
_STEP = 1 << 20
_TITLE = 1000  # characters of a title
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
# Addresses at which nothing but XML has a meaning.
_XML_ADDRESS = re.compile(
    r"/(?:[\w-]*sitemap[\w.-]*\.xml(?:\.gz)?|(?:rss|feed|atom)\.xml|[\w-]+\.(?:rss|atom))$",
    re.IGNORECASE,
)
# Names that sitemap plug-ins give their parts: wp-sitemap-posts-post-1, post_tag-sitemap, news-…
_HOLDS = re.compile(
    r"(?<![a-z])(?:(?P<posts>posts?|news|articles?|story|stories)"
    r"|(?P<others>pages?|categor(?:y|ies)|tags?|taxonom(?:y|ies)|authors?|users?|images?|videos?"
    r"|products?|archives?|columns?|channels?|attachments?))(?![a-z])",
    re.IGNORECASE,
)
_FEED_TYPE = re.compile(r"^application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)")
_LIKELY = 0.7  # likeness from which on an address is an article's, 0 to 1
_SAMPLE = 20  # rows that tell which family spells the addresses
_DEEPEST = 10  # folders above a listing in which its feed may be
_INDEX = re.compile(r"(?:index|default|main)\.\w{2,5}$", re.IGNORECASE)
_LONGEST_INDEX = 14  # characters of that, and of a line's end behind it
_DIGIT = re.compile(r"\d")


def may_be_door(body: bytes, url: str) -> bool:
    """Whether it is worth decoding `body` to see; cheap, may be wrong."""
    head = body[:_HEAD].lower()
    return bool(
        _BEGINS.match(head)
        or _OTHER_THAN_HTML.search(head)
        or (any(word in head for word in _IN_ROOT) and _ROOT.search(head))
        or _XML_ADDRESS.search(_path(url))
    )


def read_door(text: str, url: str, site: Site | None) -> Listing | None:
    """The listing that a feed or sitemap at `url` is, None for what is neither; never raises."""
    door = _json_feed(text) if text[:_HEAD].lstrip("\ufeff \t\r\n")[:1] == "{" else parse_door(text)
    if door is not None:
        return _index(door, url, site) if door.kind == "index" else _listing(door, url, site)
    if _XML_ADDRESS.search(_path(url)):
        return Listing(url=url, issues=(str(Instead.NO_DOOR),), instead=Instead.NO_DOOR)
    return None


def declared_feeds(document: Document) -> tuple[str, ...]:
    """The feeds that a page declares, that of its own list first; those of comments left out."""
    found: dict[str, None] = {}
    for link in document.root.iter("link"):
        kind, href = (link.get("type") or "").lower(), link.get("href") or ""
        named = f"{href} {link.get('title') or ''}".lower()
        if not _FEED_TYPE.search(kind) or "comment" in named or "评论" in named:
            continue
        url = document.absolute(href)
        if url and "alternate" in (link.get("rel") or "").lower() and host_of(url):
            found[url] = None
    here = _path(document.url).rstrip("/") + "/"
    return tuple(sorted(found, key=lambda url: here not in _path(url)))


def unpacked(body: bytes) -> tuple[bytes, str | None]:
    """`body` without the gzip of a .xml.gz, and what is wrong with it; never more than 50 MiB."""
    over = f"only the first {MOST_BYTES >> 20} MiB were read"
    if not body.startswith(MAGIC):
        return body[:MOST_BYTES], over if len(body) > MOST_BYTES else None
    found, pieces = bytearray(), gunzip(body)
    while len(found) <= MOST_BYTES:
        try:
            found += next(pieces)
        except StopIteration as end:
            return bytes(found), None if end.value else "the packed body is damaged"
    return bytes(found[:MOST_BYTES]), over


def _json_feed(text: str) -> Door | None:
    if "jsonfeed.org" not in text[:_STEP]:
        return None
    try:
        told = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    items = told.get("items") if isinstance(told, Mapping) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(told.get("version")):
        return None
    entries = [_json_entry(one) for one in items[:MOST_ENTRIES] if isinstance(one, Mapping)]
    return Door(
        "rss",
        entries,
        following=_said(told, "next_url"),
        language=_said(told, "language"),
        cut=len(items) > MOST_ENTRIES,
    )


def _json_entry(item: Mapping[str, Any]) -> Entry:
    own = _said(item, "id")
    link = _said(item, "url") or _said(item, "external_url") or (own if "://" in own else "")
    published, modified = _said(item, "date_published"), _said(item, "date_modified")
    return Entry(link, _said(item, "title"), published, modified, marked=False)


def _said(told: Mapping[str, Any], key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) else ""


def _listing(door: Door, url: str, site: Site | None) -> Listing:
    """A feed, or one sitemap: its rows, and what they are not."""
    base = _base(door, url)
    rows, bad = _rows(door, base, url, site)
    issues = [f"entries beyond the first {MOST_ENTRIES} were not read"] if door.cut else []
    spelt = _spelt_by([row.url for row in rows[:_SAMPLE]], site)
    if door.kind == "sitemap":
        kept = _articles(rows, spelt, site)
        if len(kept) < len(rows):
            issues.append(f"{len(rows) - len(kept)} addresses look like columns and were left out")
        rows = kept
    if not rows and not issues:
        issues.append("the feed has no entries" if door.kind != "sitemap" else "an empty sitemap")
    return Listing(
        url=url,
        items=tuple(rows),
        next_page=_following(door, base, url),
        family=SITEMAP if door.kind == "sitemap" else FEED,
        spelt_by=spelt.name if spelt else None,
        bad_links=tuple(bad),
        issues=tuple(issues),
        instead=None if door.entries else Instead.NO_ENTRIES,
        unread=door.cut,
    )


def _base(door: Door, url: str) -> str:
    """What the feed's addresses are told from: its `xml:base`, if that is one."""
    try:
        return resolve(url, door.base) if "://" in door.base else url
    except BadHref:
        return url


def _following(door: Door, base: str, url: str) -> NextPage | None:
    """RFC 5005: the next page of a paged feed."""
    try:
        following = resolve(base, door.following) if door.following else url
    except BadHref:
        return None
    if following == url or not is_own(following, url, None):
        return None
    return NextPage(url=following, rule="rel=next of the feed")


def _rows(door: Door, base: str, url: str, site: Site | None) -> tuple[list[Row], list[BadLink]]:
    rows: dict[str, Row] = {}
    bad: list[BadLink] = []
    zone, kind_of = _zone(door, site, url), _kinds(url, site)
    for entry in door.entries:
        title = _title(entry)
        try:
            found = resolve(base, entry.link)
        except BadHref as error:
            bad.append(BadLink(href=error.href, title=title, reason=error.reason))
            continue
        if found in rows:
            continue
        date = _date(entry.published or entry.modified, zone)
        rows[found] = Row(
            url=found,
            title=title,
            date=date,
            kind=kind_of(found),
            position=len(rows) + 1,
            modified=bool(date and not entry.published),
        )
    return list(rows.values()), bad


def _kinds(here: str, site: Site | None) -> Callable[[str], RowKind]:
    """What an address in the feed or sitemap `here` leads to; each of its hosts is asked once."""

    @cache
    def is_ours(origin: str) -> bool:
        return is_own(origin, here, site)

    def kind(url: str) -> RowKind:
        if is_attachment(url):
            return "attachment"
        parts = parts_of(url)
        return "article" if is_ours(f"{parts.scheme}://{parts.netloc}/") else "external"

    return kind


def _title(entry: Entry) -> str:
    """The title as text: that of RSS, and of Atom where it says so, is HTML within XML."""
    text = entry.title
    if not text:  # as in all sitemaps
        return ""
    if entry.marked and ("<" in text or "&" in text):
        text = html.unescape(_TAG.sub("", text))
    return clean_line(text)[:_TITLE]


def _zone(door: Door, site: Site | None, here: str) -> str | None:
    """The zone that moments in UTC are told in: most feeds print UTC, wherever they are made."""
    return zone_of(site, here, chinese=may_be_chinese(door.language))


@lru_cache(maxsize=1024)  # a day comes again, most of all as the one that all were changed on
def _date(printed: str, zone: str | None) -> str | None:
    iso = machine_moment(printed, zone=zone) or _printed_date(printed, zone)
    if iso is None or zone is None or not iso.endswith("+00:00"):
        return iso
    return datetime.fromisoformat(iso).astimezone(_offset(zone)).isoformat()


def _printed_date(printed: str, zone: str | None) -> str | None:
    found = parse_date(printed[:100], zone=zone) if printed else None
    return found.iso if found is not None else None


@cache
def _offset(zone: str) -> tzinfo | None:
    return datetime.strptime(zone, "%z").tzinfo


def _spelt_by(urls: Sequence[str], site: Site | None) -> Family | None:
    """The CMS family that spells most of the addresses."""
    if site and site.family:
        return family_named(site.family)
    named = Counter(family.name for url in urls if (family := recognise(url, "")))
    best, votes = next(iter(named.most_common(1)), (None, 0))
    return family_named(best) if votes * 2 > len(urls) else None


def _articles(rows: list[Row], family: Family | None, site: Site | None) -> list[Row]:
    """A sitemap's rows without the site's columns, where addresses tell them apart."""
    if site and site.article_url:
        return [row for row in rows if site.is_article(row.url)]
    paths, likely = {}, set()
    for row in rows:  # side by side: what was cut into parts last is known for a while
        paths[row.url] = _path(row.url)
        if _likely(row.url, family):
            likely.add(row.url)
    folders = {url: _folder(path) for url, path in paths.items()}
    columns = _above(folders.values())
    surely = likely if len(likely) * 2 >= len(rows) else set()
    depth = min((paths[url].rstrip("/").count("/") for url in surely), default=1)
    numbered = bool(surely) and all(_DIGIT.search(paths[url]) for url in surely)

    def is_column(url: str) -> bool:
        shallow = paths[url].rstrip("/").count("/") < depth
        return folders[url] in columns or shallow or (numbered and not _DIGIT.search(paths[url]))

    return [row for row in rows if row.url in likely or not is_column(row.url)]


def _likely(url: str, family: Family | None) -> bool:
    return bool(family and family.is_article(url)) or article_likeness(url) >= _LIKELY


def _above(paths: Iterable[str]) -> Collection[str]:
    """Paths that two others lie below: columns."""
    below = Counter(path.rpartition("/")[0] for path in paths if "/" in path)
    for folder, many in tuple(below.items()):  # each once, however many stand in it
        above = folder
        for _ in range(min(folder.count("/"), _DEEPEST - 1)):
            above = above.rpartition("/")[0]
            below[above] += many
    return {folder for folder, n in below.items() if n > 1}


def _folder(path: str) -> str:
    path = path[:2000]
    index = _INDEX.search(path, max(0, len(path) - _LONGEST_INDEX))
    return (path[: index.start()] + path[index.end() :] if index else path).rstrip("/")


def _index(door: Door, url: str, site: Site | None) -> Listing:
    """A sitemap of sitemaps: they are read in its place, each as a page of its own."""
    found: dict[str, None] = {}
    bad: list[BadLink] = []
    for entry in door.entries:
        try:
            nested = resolve(url, entry.link)
        except BadHref as error:
            bad.append(BadLink(href=error.href, title="", reason=error.reason))
            continue
        if not is_own(nested, url, site):
            bad.append(BadLink(href=nested[:200], title="", reason="another host"))
        elif nested != url:
            found[nested] = None
    wanted = _of_posts(list(found))
    return Listing(
        url=url,
        further=tuple(NextPage(url=one, rule="sitemap index") for one in wanted),
        family=SITEMAP,
        bad_links=tuple(bad),
        issues=() if wanted else ("an empty sitemap index",),
    )


def _of_posts(urls: list[str]) -> list[str]:
    """The sitemaps to read: where some are by name those of posts, not those of other things."""
    said = {url: _last_word(_path(url).rpartition("/")[2]) for url in urls}
    if "posts" not in said.values():
        return urls
    return [url for url in urls if said[url] != "others"]


def _last_word(name: str) -> str:
    """What a sitemap holds by its name: `wp-sitemap-posts-page-2.xml` is one of pages."""
    words = list(_HOLDS.finditer(name))
    return str(words[-1].lastgroup) if words else ""


def _path(url: str) -> str:
    try:
        return unquote(parts_of(url).path)
    except ValueError:
        return ""
