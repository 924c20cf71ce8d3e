"""Addresses: joining as browsers do, hosts, scope, and the key that stands for an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from newscrawl.text.charset_labels import LABELS
from newscrawl.text.hosts import ascii_host, is_ip_address, is_loopback
from newscrawl.text.url_parts import parts_of
from newscrawl.text.url_tables import (
    DOWNLOADS,
    JUNK_VALUES,
    MEDIA_TYPES,
    PATH_SESSION,
    TRACKING,
    TRACKING_STARTS,
)

MAX_LENGTH = 8192  # characters; servers refuse longer request lines, a href of 100 kB was seen
_DEFAULT_PORTS = {"http": 80, "https": 443}
_EDGES = "".join(map(chr, range(0x21))) + "\xa0\u3000\ufeff\u200b"
_DROPPED = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
# An address within a site that is spelt as it is asked for, as nearly all are.
_FOLDERS = r"(?![/.])[A-Za-z0-9_~.-]*+(?:/(?![/.])[A-Za-z0-9_~.-]*+)*+"
_ASKED = r"(?:\?[A-Za-z0-9_=&.,:;+/~%-]*+)?"
_PLAIN = re.compile(rf"(?!\?)/?{_FOLDERS}{_ASKED}")
_PLAIN_WHOLE = re.compile(
    rf"https?://(?:[a-z][a-z0-9-]{{0,62}}\.){{1,9}}[a-z]{{2,9}}/{_FOLDERS}{_ASKED}"
)
# http//, https:/, http;//, http：//, htp://: what is typed and pasted for it.
_FILES = frozenset(("html", "htm", "shtml", "xml", "json", "toml", "txt", "pdf"))  # no domains
_MISTYPED = re.compile(
    r"(?!https?://)h?h?t{1,3}p{1,2}(s?)\s?(?:[:：;；]\s?[/\\／]{0,3}|[/\\／]{2,3})(?=\w)",
    re.IGNORECASE,
)
_PORT = re.compile(
    "0*+(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])?"
)
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.\-]{0,252})")
_PATH_SAFE = "!$%&'()*+,-./:;=@[]_|~"
_QUERY_SAFE = "!$%&()*+,-./:;=?@[]_|~`{}^\\"
_BEYOND = re.compile("[^\x00-\x7f]+")
# Not right behind a % that is none: undone, it would make one of that.
_ESCAPE = re.compile("(?<!%)(?<!%[0-9A-Fa-f])%[0-9A-Fa-f]{2}")
_DOWNLOAD = re.compile("|".join(map(re.escape, DOWNLOADS)))
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class BadHref(ValueError):  # noqa: N818 - the word for it in the records
    """An href that names no page; `reason` is a short word or two, `href` as printed, cut."""

    def __init__(self, reason: str, href: str) -> None:
        super().__init__(f"{reason}: {href[:80]!r}")
        self.reason = reason
        self.href = href[:200]

    def __reduce__(self) -> tuple[type[BadHref], tuple[str, str]]:
        return type(self), (self.reason, self.href)


class _Parts(NamedTuple):
    scheme: str
    host: str
    path: str
    query: str | None
    fragment: str | None

    def joined(self) -> str:
        query = "" if self.query is None else f"?{self.query}"
        fragment = "" if self.fragment is None else f"#{self.fragment}"
        return f"{self.scheme}://{self.host}{self.path}{query}{fragment}"


@lru_cache(maxsize=1024)  # a crawl asks half a dozen times on an address's way
def host_of(url: str) -> str:
    """The lower-case host (and the port, where one is written) of `url`; "" where there is none.

    An IPv6 address keeps its brackets.
    """
    try:
        parts = parts_of(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{port}" if port else host


def refuse_login(url: str) -> None:
    """Raise ValueError for an address with a name and a password in it, in words without them.

    It would stand in records, reports and the ledger; and newscrawl logs in nowhere.
    """
    scheme, slashes, rest = url.partition("://")
    login, at, path = rest.partition("@")
    if slashes and at and not re.search(r"[/?#\\]", login):
        raise ValueError(f"{scheme}://…@{path[:200]} has a login in it: leave it out")


def with_scheme(text: str) -> str | None:
    """`text` as an http(s) address, where the scheme is missing or mistyped; else None."""
    mistyped = _MISTYPED.match(text)
    if mistyped:
        meant = f"http{mistyped[1].lower()}://{text[mistyped.end() :]}"
        return meant if host_of(meant) else None
    host = text.partition("/")[0]
    file = host == text and host.rpartition(".")[2].lower() in _FILES
    named = ("." in host.strip(".") and not file) or host.partition(":")[0] == "localhost"
    if not named or "://" in text or "@" in host or not host_of(f"http://{text}"):
        return None
    return f"{'http' if is_loopback_url(f'http://{text}') else 'https'}://{text}"


def with_ascii_host(url: str) -> str:
    """`url` with its host as every page of the site will have it; UnicodeError for no host name."""
    parts = urlsplit(url)
    name, colon, port = parts.netloc.partition(":")
    if name.isascii():
        return url
    return parts._replace(netloc=f"{ascii_host(name)}{colon}{port}").geturl()


def resolve(base: str, href: str, *, encoding: str = "utf-8") -> str:
    """`href` as printed on the page at `base`, as the absolute http(s) address a browser asks for.

    Non-ASCII is percent-encoded: in the path as UTF-8, in the query in the page's `encoding`.
    Raises BadHref, with the reason, for what no page can be fetched from.
    """
    if len(href) > MAX_LENGTH:
        raise BadHref("too long", href)
    if href and _PLAIN.fullmatch(href):
        origin, folder = _stem(base.strip(_EDGES))
        return _short(f"{origin if href[0] == '/' else folder}{href}", href)
    text = href.strip(_EDGES)
    text = text if text.isprintable() else text.translate(_DROPPED)
    if not text or text.startswith("#"):
        raise BadHref("fragment" if text else "empty", href)
    around = _base(base.strip(_EDGES))
    if _PLAIN_WHOLE.fullmatch(text):
        return text
    target = _target(around, text, href)
    codec = LABELS[encoding.lower()].codec if encoding.lower() in LABELS else "utf-8"
    codec = "utf-8" if codec.startswith("utf") else codec
    query = None if target.query is None else _encoded(target.query, _QUERY_SAFE, codec)
    fragment = None if target.fragment is None else _encoded(target.fragment, _QUERY_SAFE, "utf-8")
    path = _without_dots(_encoded(target.path, _PATH_SAFE, "utf-8")) or "/"
    return _short(target._replace(path=path, query=query, fragment=fragment).joined(), href)


def _short(url: str, href: str) -> str:
    if len(url) > MAX_LENGTH:
        raise BadHref("too long", href)
    return url


@lru_cache(maxsize=1024)  # asked for the row, and again for its page
def canonical_key(url: str) -> str:
    """The identity of an address: what differs between two keys is a different page.

    Scheme, default port, fragment (but `#!` and `#/`), session ids, tracking parameters and the
    order of parameters do not count; `www.` and `index.html` do. The key of a key is the key.
    What is no http(s) address is its own key, trimmed.
    """
    text = url.strip(_EDGES).translate(_DROPPED)
    try:
        parts = _absolute(text, url)
    except BadHref:
        return text
    host = re.sub(r"(?<!:)\.+(?=:|\Z)|:(?:80|443)\Z", "", parts.host)
    path = _without_dots(_collapsed(_normal(_sessionless(parts.path), _PATH_SAFE))) or "/"
    query = _kept_query(parts.query or "")
    fragment = parts.fragment or ""
    route = _normal(fragment, _QUERY_SAFE) if fragment.startswith(("!", "/")) else None
    return _Parts("http", host, path, query or None, route).joined()


def in_scope(url: str, domains: Iterable[str]) -> bool:
    """Whether the host of `url` is one of `domains` or below one.

    An entry with a port asks for that port; an IP address is only itself.
    """
    host = host_of(url)
    name, _, port = host.rpartition(":") if _has_port(host) else (host, "", "")
    name = name.strip(".[]")
    for domain in domains:
        entry = domain.lower().strip(". ")
        if _has_port(entry):
            entry, _, wanted = entry.rpartition(":")
            if wanted != (port or str(_DEFAULT_PORTS.get(urlsplit(url).scheme, ""))):
                continue
        below = name.endswith(f".{entry}") and not is_ip_address(entry)
        if entry and (name == entry.strip("[]") or below):
            return True
    return False


def repeats_segments(url: str) -> bool:
    """Whether the path goes round: `/news/news/news/`, `/a/b/a/b/a/b/`, or is absurdly deep."""
    path = _path_of(url)
    segments = [one for one in path.split("/") if one]
    if len(segments) > _DEEP:
        return True
    return any(
        segments[at : at + size] == segments[at + size : at + 2 * size]
        == segments[at + 2 * size : at + 3 * size]
        for size in range(1, 5)
        for at in range(len(segments) - 3 * size + 1)
    )  # fmt: skip


_DEEP = 40  # folders of an address that goes round


def _path_of(url: str) -> str:
    """The path of `url`, "" where it cannot be read."""
    try:
        return parts_of(url).path
    except ValueError:
        return ""


@lru_cache(maxsize=8192)  # every family asks for the path of every row, of which a page has 6,000
def path_and_query(url: str) -> str:
    """What stands behind the host, escapes of the path undone; "" for what is no address."""
    try:
        parts = parts_of(url)
    except ValueError:
        return ""
    return unquote(parts.path) + (f"?{parts.query}" if parts.query else "")


def readable(url: str) -> str:
    """`url` as patterns of site files are held against it: escapes undone, without a fragment."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{re.split('[/?#]', rest, maxsplit=1)[0]}{path_and_query(url)}"


def media_type_of(url: str) -> str | None:
    """The media type that the extension of `url` (or of a file named in its query) promises."""
    try:
        parts = parts_of(url)
    except ValueError:
        return None
    values = (pair.partition("=")[2] for pair in parts.query.split("&")) if parts.query else ()
    for named in (parts.path, *values):
        stem, dot, extension = named.rpartition(".")
        known = MEDIA_TYPES.get(extension.lower())
        if known and stem and dot:
            return known
    return None


@lru_cache(maxsize=8192)  # menus come again on each page
def is_attachment(url: str) -> bool:
    """Whether `url` is a file rather than a page, by its extension or by the script it calls."""
    return bool(_DOWNLOAD.search(_path_of(url).lower())) or media_type_of(url) is not None


@lru_cache(maxsize=256)
def _base(base: str) -> _Parts:
    return _absolute(base.translate(_DROPPED), base)


@lru_cache(maxsize=256)
def _stem(base: str) -> tuple[str, str]:
    """What stands before an href that begins with a slash, and before one that does not."""
    parts = _base(base)
    origin = f"{parts.scheme}://{parts.host}"
    folder = _encoded(parts.path[: parts.path.rfind("/") + 1], _PATH_SAFE, "utf-8")
    return origin, origin + (_without_dots(folder) or "/")


def _target(base: _Parts, text: str, href: str) -> _Parts:
    """`text` against `base`, nothing encoded yet."""
    found = _SCHEME.match(text)
    if found and not (
        found[1].lower() == base.scheme and not text[found.end() :].startswith(("/", "\\"))
    ):
        return _absolute(text, href)
    rest, query, fragment = _cut(text[found.end() :] if found else text)
    if rest.startswith("//"):
        return _absolute(f"{base.scheme}:{text}", href)
    if rest.startswith("/"):
        return base._replace(path=rest, query=query, fragment=fragment)
    if not rest:
        query = base.query if query is None else query
        return base._replace(query=query, fragment=fragment)
    folder = base.path[: base.path.rfind("/") + 1]
    return base._replace(path=folder + rest, query=query, fragment=fragment)


def _absolute(text: str, href: str) -> _Parts:
    """An address with a scheme, cut into parts; the host checked and in lower-case ASCII."""
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found else ""
    if found is None or scheme not in _DEFAULT_PORTS:
        raise BadHref(f"{scheme}:" if scheme else "no scheme", href)
    rest, query, fragment = _cut(text[found.end() :])
    authority, slash, path = rest.lstrip("/").partition("/")
    return _Parts(scheme, _host(authority, scheme, href), slash + path or "/", query, fragment)


def _cut(text: str) -> tuple[str, str | None, str | None]:
    """Path (backslashes made slashes, as browsers do), query, fragment."""
    text, hash_, fragment = text.partition("#")
    path, mark, query = text.partition("?")
    return path.replace("\\", "/"), query if mark else None, fragment if hash_ else None


def _host(authority: str, scheme: str, href: str) -> str:
    if "@" in authority:
        raise BadHref("credentials", href)
    name, port = authority, ""
    if _has_port(authority):
        name, _, port = authority.rpartition(":")
    if port and not _PORT.fullmatch(port):
        raise BadHref("bad port", href)
    try:
        name = ascii_host(name).lower()
    except UnicodeError:
        raise BadHref("bad host", href) from None
    if not (_HOST.fullmatch(name) or _is_six(name)):
        raise BadHref("bad host" if name else "no host", href)
    port = port.lstrip("0") or port[:1]
    return f"{name}:{port}" if port and int(port) != _DEFAULT_PORTS[scheme] else name


def _has_port(authority: str) -> bool:
    return ":" in authority[authority.rfind("]") + 1 :]


def _is_six(name: str) -> bool:
    return name.startswith("[") and name.endswith("]") and is_ip_address(name)


def _encoded(text: str, safe: str, codec: str) -> str:
    """Percent-encoded but for `safe`; what `codec` lacks becomes a character reference."""
    if codec != "utf-8":
        text = _BEYOND.sub(lambda one: quote(one[0].encode(codec, "xmlcharrefreplace")), text)
    return quote(text, safe=safe, errors="replace")


def _normal(text: str, safe: str) -> str:
    """One spelling for each escape: unreserved characters plain, hex digits upper case."""
    return _encoded(_ESCAPE.sub(_plain, text), safe, "utf-8")


def _plain(escape: re.Match[str]) -> str:
    one = chr(int(escape[0][1:], 16))
    return one if one in _UNRESERVED else escape[0].upper()


def _sessionless(path: str) -> str:
    return PATH_SESSION.sub("", path)


def _collapsed(path: str) -> str:
    return re.sub("/{2,}", "/", path)


def _without_dots(path: str) -> str:
    """`path` with `.` and `..` segments worked off, as RFC 3986 5.2.4 does."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)


def _kept_query(query: str) -> str:
    pairs = (_normal(one.replace("+", "%20"), _QUERY_SAFE) for one in query.split("&"))
    return "&".join(sorted(one for one in pairs if one and not _is_junk(one)))


def _is_junk(pair: str) -> bool:
    name, _, value = pair.partition("=")
    name = name.lower()
    if name in TRACKING or name.startswith(TRACKING_STARTS):
        return True
    return name in JUNK_VALUES and JUNK_VALUES[name].fullmatch(value) is not None


def is_loopback_url(url: str) -> bool:
    """Whether an address is on this very machine; what is no address is not."""
    try:
        return is_loopback(urlsplit(url).hostname or "")
    except ValueError:
        return False
