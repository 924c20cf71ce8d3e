"""Content-Encoding, bounded and checked: what unpacks to too much or not to its end is said so."""

from __future__ import annotations

import zlib
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Headers, Response

from newscrawl.extensions.scope import ROBOTS
from newscrawl.items import Outcome
from newscrawl.spiders import DAMAGED, Refused

# What is asked for. zstd is unpacked where it comes all the same.
ENCODINGS = "gzip, deflate, br"
_STEP = 64 * 1024
_GZIP = frozenset({b"gzip", b"x-gzip"})
_KNOWN = _GZIP | {b"deflate", b"br", b"zstd"}
_MAGIC = b"\x1f\x8b\x08"
_MOST_LAYERS = 4
_MOST_HEADERS = 1000
_MOST_COOKIES, _COOKIE_BYTES = 20, 4096


class TooMuchError(ValueError):
    """More than the limit once unpacked."""


class UnpackMiddleware:
    """In the place of Scrapy's HttpCompressionMiddleware, which takes half a gzip for a whole."""

    def __init__(self, most: int) -> None:
        self._most = most

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> UnpackMiddleware:
        """Scrapy's constructor."""
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_response(self, request: Request, response: Response) -> Response:
        """The response with its body unpacked; raises Refused for one that is too big."""
        named = _named(response.headers)
        if not named and (not response.body.startswith(_MAGIC) or _is_packed_file(request.url)):
            return response
        most = request.meta.get("download_maxsize", self._most)
        try:
            body, whole = unpack(response.body, named, most)
        except TooMuchError as error:
            if not request.meta.get(ROBOTS):
                raise Refused(Outcome.TOO_BIG, f"more than {most} bytes once unpacked") from error
            body, whole = b"", True  # a bomb is no robots.txt
        flags = response.flags if whole else [*response.flags, DAMAGED]
        headers = Headers(response.headers)
        headers.pop("Content-Encoding", None)
        return response.replace(body=body, headers=headers, flags=flags)


class LimitMiddleware:
    """Nearest to the network: keeps the header block and the cookie jar small."""

    def process_response(self, request: Request, response: Response) -> Response:  # noqa: ARG002
        """Raises Refused for a flood of headers; drops cookies beyond the limit."""
        if sum(len(response.headers.getlist(name)) for name in response.headers) > _MOST_HEADERS:
            raise Refused(Outcome.TOO_BIG, "a flood of headers")
        cookies = response.headers.getlist("Set-Cookie")
        kept = [one for one in cookies if one and len(one) <= _COOKIE_BYTES][:_MOST_COOKIES]
        if len(kept) < len(cookies):
            response.headers.setlist("Set-Cookie", kept)
        return response


def unpack(body: bytes, named: list[bytes], most: int) -> tuple[bytes, bool]:
    """`body` without its encodings (last one applied first) and whether it came out whole.

    Names that nobody knows, and packing that is named but not there, leave the body as it is;
    packing that is there but not named is undone. Raises TooMuchError beyond `most` bytes.
    """
    whole = True
    layers = [one for one in reversed(named) if one in _KNOWN][:_MOST_LAYERS]
    for name in layers:
        body, fine = _layer(body, name, most)
        whole = whole and fine
    if body.startswith(_MAGIC) and not layers:
        body, whole = _inflate(body, 31, most)
    return body, whole


def _layer(body: bytes, name: bytes, most: int) -> tuple[bytes, bool]:
    if name in _GZIP:
        return _inflate(body, 31, most) if body.startswith(_MAGIC) else (body, True)
    if name == b"deflate":
        return _deflated(body, most)
    return _by_scrapy(body, name, most)


def _deflated(body: bytes, most: int) -> tuple[bytes, bool]:
    """Zlib as the standard has it, or the raw stream that some servers send."""
    for window in (15, -15):
        found, whole = _inflate(body, window, most)
        if found or whole:
            return found, whole
    return body, True


def _inflate(body: bytes, window: int, most: int) -> tuple[bytes, bool]:
    """All members of a zlib or gzip stream; False where it breaks off or fails its checksum."""
    parts: list[bytes] = []
    size = 0
    while body:
        member = zlib.decompressobj(window)
        while not member.eof:
            try:
                piece = member.decompress(body, _STEP)
            except zlib.error:
                return b"".join(parts), False
            body = member.unconsumed_tail
            size += len(piece)
            if size > most:
                raise TooMuchError
            parts.append(piece)
            if not piece and not body:
                return b"".join(parts), False
        body = member.unused_data if member.unused_data.startswith(_MAGIC) else b""
    return b"".join(parts), True


def _by_scrapy(body: bytes, name: bytes, most: int) -> tuple[bytes, bool]:
    try:
        return HttpCompressionMiddleware._decode(body, name, most), True  # noqa: SLF001
    except ValueError as error:
        raise TooMuchError from error
    except Exception:  # noqa: BLE001 - brotli and zstd raise what they like on damaged input
        return b"", False


def _is_packed_file(url: str) -> bool:
    """Whether the address is that of a .gz: a sitemap's reader unpacks it, bounded by itself."""
    return urlsplit(url).path.endswith(".gz")


def _named(headers: Headers) -> list[bytes]:
    values = b",".join(one for one in headers.getlist("Content-Encoding") if one)
    return [one.strip().lower() for one in values.split(b",") if one.strip()]
