"""What comes over the wire: packing, lengths, ends, headers."""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import AsyncIterator, Mapping

import brotli

from tests.hostile import bombs
from tests.hostile.web import (
    A1,
    BODY,
    LAST,
    NOT_FOUND,
    ORDINARY,
    RESET,
    THREE,
    Ask,
    Case,
    a1,
    listing,
    packed,
    page,
    whole,
)

GZIP = gzip.compress(BODY)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"


def bad_crc() -> bytes:
    return GZIP[:-8] + b"\0\0\0\0" + GZIP[-4:]


async def endless(_: Ask) -> AsyncIterator[bytes]:
    """A body that never ends, at full speed."""
    yield HEAD + CHUNKED + b"\r\n"
    piece = b"%x\r\n%s\r\n" % (1 << 18, b"<p>x</p>" * (1 << 15))
    while True:
        yield piece


async def cut_in_the_middle(_: Ask) -> AsyncIterator[bytes]:
    yield HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY[: len(BODY) // 2]
    yield RESET


async def many_headers(_: Ask) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    for start in range(0, 200_000, 1000):
        yield b"".join(b"X-Flood-%d: %d of many\r\n" % (n, n) for n in range(start, start + 1000))
    yield b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY


async def long_header(_: Ask) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Long: "
    for _n in range(64):
        yield b"y" * (1 << 20)
    yield b"\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY


async def endless_header(_: Ask) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX-Endless: "
    while True:
        yield b"z" * (1 << 16)


def whole_answer(head: bytes, body: bytes) -> bytes:
    return HEAD + head + b"\r\n" + body


def lengths(*values: int) -> bytes:
    return whole_answer(b"".join(b"Content-Length: %d\r\n" % one for one in values), BODY)


def half_said() -> bytes:
    """The length cuts the page within a paragraph; the rest follows all the same."""
    at = BODY.index(LAST[:8].encode()) + 30
    return whole_answer(b"Content-Length: %d\r\n" % at, BODY)


def image() -> bytes:
    """30 MB that do not pack, in the middle of the text."""
    return random.Random(7).randbytes(22 << 20)


async def with_image(_: Ask) -> AsyncIterator[bytes]:
    import base64

    before, after = BODY.split(LAST.encode())
    source = b"<img alt='x' src=\"data:image/jpeg;base64," + base64.b64encode(image()) + b'">'
    body = before + source + LAST.encode() + after
    yield HEAD + b"Content-Length: %d\r\n\r\n" % len(body)
    for start in range(0, len(body), 1 << 18):
        yield body[start : start + (1 << 18)]


CHUNKS = b"".join(
    b"%x\r\n%s\r\n" % (len(BODY[at : at + 300]), BODY[at : at + 300])
    for at in range(0, len(BODY), 300)
)


def of_small_heads(ask: Ask) -> bytes:
    """The articles, for who sends no more than a server takes (8 kB in nginx)."""
    if sum(map(len, ask.headers.values())) > 8000:
        return page("", status="400 Request Header Or Cookie Too Large")
    return ORDINARY.get(ask.path, NOT_FOUND)


COOKIES = [f"Set-Cookie: visit{n}={'x' * 4000}; path=/" for n in range(5000)]

PACKED: Mapping[str, Case] = {
    "ordinary": Case(),
    "gzip": whole(packed("gzip", GZIP)),
    "deflate": whole(packed("deflate", zlib.compress(BODY))),
    "brotli": whole(packed("br", brotli.compress(BODY))),
    "brotli_truncated": a1(packed("br", brotli.compress(BODY)[:-40]), "truncated"),
    "zstd_truncated": a1(packed("zstd", bombs.zstd_stored(BODY)[:-40]), "truncated"),
    "gzip_bomb": a1(packed("gzip", bombs.gzipped()), "too_big"),
    "deflate_bomb": a1(packed("deflate", bombs.deflated()), "too_big"),
    "br_bomb": a1(packed("br", bombs.brotli_packed()), "too_big"),
    "zstd_bomb": a1(packed("zstd", bombs.zstd_packed()), "too_big"),
    "gzip_bomb_under_limit": a1(packed("gzip", bombs.gzipped(200 << 20)), "too_big"),
    "gzip_twice": whole(packed("gzip, gzip", gzip.compress(GZIP))),
    "gzip_truncated": a1(packed("gzip", GZIP[: len(GZIP) * 6 // 10]), "truncated", asked=3),
    "gzip_bad_crc": a1(packed("gzip", bad_crc()), "truncated", asked=3),
    "gzip_header_plain_body": whole(packed("gzip", BODY)),
    "gzip_body_no_header": whole(page(GZIP)),
    "encoding_unknown": whole(packed("foo", BODY)),
    "deflate_raw": whole(packed("deflate", zlib.compress(BODY, wbits=-15))),
    "zstd_unasked_window": whole(packed("zstd", bombs.zstd_stored(BODY))),
}
BIG: Mapping[str, Case] = {
    "endless_body": a1(endless, "too_big"),
    "inline_image_30mb": whole(with_image, never="AAAA"),
}
WIRE: Mapping[str, Case] = {
    "header_flood": a1(many_headers, "too_big"),
    "header_huge": a1(long_header, "too_big"),
    "header_endless": a1(endless_header, "too_big"),
    "header_name_in_gbk": whole(whole_answer("信息: 1\r\n".encode("gbk"), BODY)),
    "header_name_and_blank": whole(whole_answer(b"X-Cache : HIT\r\nX Y: 1\r\n", BODY)),
    "header_folded_first": whole(b"HTTP/1.1 200 OK\r\n folded: 1" + HEAD[15:] + b"\r\n" + BODY),
    "te_identity": whole(
        whole_answer(b"Transfer-Encoding: identity\r\nContent-Length: %d\r\n" % len(BODY), BODY)
    ),
    "te_empty": whole(whole_answer(b"Transfer-Encoding:\r\n", BODY)),
    "cl_too_long": a1(whole_answer(b"Content-Length: 99999\r\n", BODY), "truncated", asked=3),
    "cl_too_short": a1(half_said(), "new", issue="no_end"),
    "cl_garbage": a1(whole_answer(b"Content-Length: banana\r\n", BODY), "network"),
    "cl_negative": a1(whole_answer(b"Content-Length: -5\r\n", BODY), "network"),
    "cl_conflict": a1(lengths(10, len(BODY)), "network"),
    "cl_and_chunked": whole(
        whole_answer(b"Content-Length: 10\r\n" + CHUNKED, CHUNKS + b"0\r\n\r\n")
    ),
    "chunk_truncated": a1(whole_answer(CHUNKED, CHUNKS[:-200]), "truncated", asked=3),
    "chunk_bad_size": a1(whole_answer(CHUNKED, CHUNKS[:-200] + b"\r\nzz\r\nhalf"), "truncated"),
    "no_cl_close": whole(whole_answer(b"", BODY)),
    "no_cl_close_cut": a1(whole_answer(b"", BODY[: len(BODY) // 2]), "truncated"),
    "reset_mid_body": a1(cut_in_the_middle, "truncated", asked=3),
    "reset_before_headers": a1(RESET, "network", asked=3),
    "not_http": a1(b"\x16\x03\x01\x02 binary garbage \xff\r\n\r\n", "network"),
    "http09": a1(BODY, "network"),
    "status_no_reason": whole(page(A1, status="200")),
    "empty_200": a1(page(""), "empty_body"),
    "referrer_policy_header": whole(page(A1, "Referrer-Policy: os.system")),
    "cookie_flood": Case(answers={"/list": page(listing(*THREE), *COOKIES), "*": of_small_heads}),
    "ctype_text_plain": whole(page(A1, "Content-Type: text/plain")),
    "ctype_octet": whole(page(A1, "Content-Type: application/octet-stream")),
    "ctype_missing": whole(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY),
    "pdf_as_html": a1(page(b"%PDF-1.4\n" + bytes(range(256)) * 20), "pdf_only", code=0),
    "pdf_ctype": a1(page(b"%PDF-1.7\n rest", "Content-Type: application/pdf"), "pdf_only", code=0),
}
