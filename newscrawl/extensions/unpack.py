"""Content-Encoding, bounded and checked: too large or incomplete bodies are reported as such."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Generator, Mapping
from urllib.parse import urlsplit

import brotli
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from newscrawl.extensions.scope import ROBOTS
from newscrawl.items import Outcome
from newscrawl.spiders import DAMAGED, Refused
from newscrawl.text.gzips import MAGIC, gunzip, inflate

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# What is asked for. zstd is unpacked where it comes all the same.
ENCODINGS = "gzip, deflate, br"
_STEP = 64 * 1024
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_MOST_LAYERS = 4  # encodings of a body, one in another
# RFC 9659: what is sent as zstd over HTTP unpacks within 8 MiB of memory.
_ZSTD_WINDOW = {int(zstd.DecompressionParameter.window_log_max): 23}

# Yields what comes out, piece by piece; returns whether the stream came to its end, unharmed.
Pieces = Generator[bytes, None, bool]


class TooMuchError(ValueError):
    """More than the limit once unpacked; `start` is what came out before."""

    def __init__(self, start: bytes) -> None:
        super().__init__(len(start))
        self.start = start


class UnpackMiddleware:
    """Replaces Scrapy's HttpCompressionMiddleware, which takes half a gzip for a whole one."""

    def __init__(self, most: int) -> None:
        self._most = most

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> UnpackMiddleware:
        """Scrapy's constructor."""
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_response(self, request: Request, response: Response) -> Response:
        """The response with its body unpacked; raises Refused for one that is too big."""
        named = _named(response.headers)
        if not named and (not response.body.startswith(MAGIC) or _is_packed(request.url)):
            return response
        most = request.meta.get("download_maxsize", self._most)
        try:
            body, whole = unpack(response.body, named, most)
        except TooMuchError as error:
            if not request.meta.get(ROBOTS):
                raise Refused(Outcome.TOO_BIG, f"more than {most} bytes once unpacked") from error
            body, whole = error.start, True  # of a robots.txt only the start is read anyway
        flags = response.flags if whole else [*response.flags, DAMAGED]
        headers = Headers(response.headers)
        headers.pop("Content-Encoding", None)
        return response.replace(body=body, headers=headers, flags=flags)


def unpack(body: bytes, named: list[bytes], most: int) -> tuple[bytes, bool]:
    """`body` without its encodings (last one applied first) and whether it came out whole.

    Names that nobody knows, and packing that is named but not there, leave the body as it is;
    packing that is there but not named is undone. Raises TooMuchError beyond `most` bytes.
    """
    whole = True
    if not body:  # redirects are said to be packed too
        return body, whole
    layers = [one for one in reversed(named) if one in _KNOWN][:_MOST_LAYERS]
    for name in layers:
        body, fine = _collect(_KNOWN[name](body), most)
        whole = whole and fine
    if body.startswith(MAGIC) and not layers:
        body, whole = _collect(gunzip(body), most)
    return body, whole


def _collect(pieces: Pieces, most: int) -> tuple[bytes, bool]:
    found = bytearray()
    while True:
        try:
            found += next(pieces)
        except StopIteration as end:
            return bytes(found), end.value
        if len(found) > most:
            raise TooMuchError(bytes(found))


def _gunzipped(body: bytes) -> Pieces:
    if body.startswith(MAGIC):
        return (yield from gunzip(body))
    yield body  # said to be packed and is not
    return True


def _deflated(body: bytes) -> Pieces:
    """Zlib as the standard has it, the raw stream that some servers send, or no packing at all."""
    for window in (15, -15):
        try:
            zlib.decompressobj(window).decompress(body[:_STEP], 64)
        except zlib.error:
            continue
        return (yield from inflate(body, window)) >= 0
    yield body
    return _is_text(body)


def _unbrotli(body: bytes) -> Pieces:
    stream, at, came = brotli.Decompressor(), 0, False
    while not stream.is_finished():
        given = body[at : at + _STEP] if stream.can_accept_more_data() else b""
        at += len(given)
        try:
            piece = stream.process(given, output_buffer_limit=_STEP)
        except brotli.error:
            if came or not _is_text(body):
                return False
            yield body  # brotli has no mark of its own: what is text is not packed
            return True
        if not piece and not given and stream.can_accept_more_data():
            return False
        came = came or bool(piece)
        yield piece
    return True


def _unzstd(body: bytes) -> Pieces:
    """All frames."""
    if not body.startswith(_ZSTD_MAGIC):
        yield body
        return _is_text(body)
    at = 0
    while body.startswith(_ZSTD_MAGIC, at):
        stream = zstd.ZstdDecompressor(options=_ZSTD_WINDOW)
        while not stream.eof:
            given = body[at : at + _STEP] if stream.needs_input else b""
            at += len(given)
            try:
                piece = stream.decompress(given, _STEP)
            except zstd.ZstdError:
                return False
            if not piece and not given and stream.needs_input:
                return False
            yield piece
        at -= len(stream.unused_data)
    return True


_KNOWN: Mapping[bytes, Callable[[bytes], Pieces]] = {
    b"gzip": _gunzipped,
    b"x-gzip": _gunzipped,
    b"deflate": _deflated,
    b"br": _unbrotli,
    b"zstd": _unzstd,
}


def _is_text(body: bytes) -> bool:
    return body.lstrip()[:1] == b"<"


def _is_packed(url: str) -> bool:
    """Whether the address is that of a .gz: a sitemap's reader unpacks it, bounded by itself."""
    return urlsplit(url).path.endswith(".gz")


def _named(headers: Headers) -> list[bytes]:
    values = b",".join(one for one in headers.getlist("Content-Encoding") if one)
    return [one.strip().lower() for one in values.split(b",") if one.strip()]
