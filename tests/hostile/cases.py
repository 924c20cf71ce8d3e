"""The behaviours, by name; each says how its article must end."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Mapping

from tests.hostile.server import ORDINARY, RESET, Ask, Case, article, listing, page

A1 = article("一号")
BODY = A1.encode()
GZIP = gzip.compress(BODY)
ZEROS = b"<p>x</p>" * 8192
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n"


def a1(answer: object, end: str | None, **more: int) -> Case:
    """Only the first article misbehaves; the two others are had."""
    held = more.pop("held", 3 if end == "new" else 2)
    return Case(answers={"/a1.htm": answer}, a1=end, held=held, **more)  # type: ignore[dict-item]


def packed(name: str, body: bytes) -> bytes:
    return page(body, f"Content-Encoding: {name}")


def bomb(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(ZEROS) for _ in range(size // len(ZEROS))]
    return b"".join([*parts, packer.flush()])


def bad_crc() -> bytes:
    return GZIP[:-8] + b"\0\0\0\0" + GZIP[-4:]


async def endless(_: Ask) -> AsyncIterator[bytes]:
    yield HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    piece = b"%x\r\n%s\r\n" % (16 * len(ZEROS), 16 * ZEROS)
    while True:
        yield piece


async def slow_body(_: Ask) -> AsyncIterator[bytes]:
    yield HEAD + b"Content-Length: 100000\r\n\r\n"
    while True:
        yield b"x"
        await asyncio.sleep(0.2)


async def slow_headers(_: Ask) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX-Slow: "
    while True:
        yield b"x"
        await asyncio.sleep(0.2)


async def silence(_: Ask) -> AsyncIterator[bytes]:
    await asyncio.sleep(30)
    yield b""


def cut(head: bytes, body: bytes) -> bytes:
    return HEAD + head + b"\r\n" + body


def flood(_: Ask) -> bytes:
    return page(A1, *(f"X-Flood-{n}: {n}" for n in range(5000)))


def redirect(to: str, status: str = "302 Found") -> bytes:
    return page("", f"Location: {to}", status=status)


def wall_of_cookies(ask: Ask) -> bytes:
    if "pass=1" in ask.headers.get("cookie", ""):
        return page(A1)
    return page("", f"Location: {ask.path}", "Set-Cookie: pass=1; path=/", status="302 Found")


def busy(status: str, times: int, *headers: str) -> object:
    def answer(ask: Ask) -> bytes:
        return page("busy", *headers, status=status) if ask.nth <= times else page(A1)

    return answer


def flapping(ask: Ask) -> bytes:
    if ask.total % 2:
        return page("busy", status="503 Service Unavailable")
    ordinary = ORDINARY.get(ask.path, page("", status="404 Not Found"))
    assert isinstance(ordinary, bytes)
    return ordinary


def numbered(ask: Ask) -> bytes:
    name = ask.path.removeprefix("/n").removesuffix(".htm")
    return page(article(f"第{name}条")) if ask.path.startswith("/n") else page("", status="404 No")


def number(ask: Ask) -> int:
    return int(ask.path.partition("page=")[2] or 1)


def pages(ask: Ask, numbers: range, *, more: bool) -> bytes:
    following = f"<a href='/list?page={number(ask) + 1}'>下一页</a>" if more else ""
    return page(listing(*(f"/n{n}.htm" for n in numbers), more=following))


def last_repeats(ask: Ask) -> bytes:
    at = min(number(ask), 4)
    return pages(ask, range(at * 5, at * 5 + 5), more=True)


def shifting(ask: Ask) -> bytes:
    """A post more on top at every request: 50 old ones (100 … 51), 10 a page."""
    at, top = number(ask), 100 + sum_of(ask)
    numbers = range(top - 10 * (at - 1), max(top - 10 * at, 50), -1)
    return pages(ask, numbers, more=top - 10 * at > 50)


def deleting(ask: Ask) -> bytes:
    """A post less on top at every request: 60 at first (100 … 41), 10 a page."""
    at, top = number(ask), 100 - sum_of(ask)
    numbers = range(top - 10 * (at - 1), max(top - 10 * at, 40), -1)
    return pages(ask, numbers, more=top - 10 * at > 40)


COUNTS: dict[str, int] = {}


def sum_of(ask: Ask) -> int:
    """How many listing requests this host had before."""
    COUNTS[ask.base] = COUNTS.get(ask.base, -1) + 1
    return COUNTS[ask.base]


def sessions(ask: Ask) -> bytes:
    mark = f";jsessionid=ABC{ask.nth:05}DEF{ask.total:05}"
    links = [f"/a{n}.htm{mark}" for n in (1, 2, 3)]
    return page(listing(*links, more=f"<a href='/list{mark}'>下一页</a>"))


def without_session(ask: Ask) -> bytes:
    bare = ask.path.partition(";")[0]
    found = ORDINARY.get(bare, page("", status="404 Not Found"))
    assert isinstance(found, bytes)
    return sessions(ask) if bare == "/list" else found


ODD = (
    "javascript:void(0)",
    "data:text/html,x",
    "mailto:a@b.c",
    "tel:1",
    "http:///",
    "http://[::1",
    "file:///etc/passwd",
    "x" * 100_000,
)

TRANSFER: Mapping[str, Case] = {
    "ordinary": Case(),
    "gzip": a1(packed("gzip", GZIP), "new"),
    "gzip_twice": a1(packed("gzip, gzip", gzip.compress(GZIP)), "new"),
    "gzip_bomb": a1(packed("gzip", bomb(300 << 20)), "too_big", most=8),
    "gzip_truncated": a1(packed("gzip", GZIP[: len(GZIP) * 6 // 10]), "truncated"),
    "gzip_bad_crc": a1(packed("gzip", bad_crc()), "truncated"),
    "gzip_header_plain_body": a1(packed("gzip", BODY), "new"),
    "gzip_body_no_header": a1(page(GZIP), "new"),
    "encoding_unknown": a1(packed("foo", BODY), "new"),
    "deflate": a1(packed("deflate", zlib.compress(BODY)), "new"),
    "deflate_raw": a1(packed("deflate", zlib.compress(BODY, wbits=-15)), "new"),
    "endless_body": a1(endless, "too_big|timeout"),  # which limit is met first is the machine's
    "slow_headers": a1(slow_headers, "timeout"),
    "slow_body": a1(slow_body, "timeout"),
    "never_answers": a1(silence, "timeout"),
    "header_flood": a1(flood, "too_big"),
    "cl_too_long": a1(cut(b"Content-Length: 99999\r\n", BODY), "truncated"),
    "cl_garbage": a1(cut(b"Content-Length: banana\r\n", BODY), "network"),
    "chunk_truncated": a1(cut(b"Transfer-Encoding: chunked\r\n", b"400\r\nhalf"), "truncated"),
    "no_cl_close": a1(cut(b"", BODY), "new"),
    "no_cl_close_cut": a1(cut(b"", BODY[: len(BODY) // 2]), "truncated"),
    "reset_before_headers": a1(RESET, "network"),
    "not_http": a1(b"\x00\x01\x02 binary garbage \xff\r\n\r\n", "network"),
    "empty_200": a1(page(""), "empty_body"),
    "pdf_as_html": a1(page(b"%PDF-1.4 rest"), "pdf_only"),
    "pdf_ctype": a1(page(b"%PDF-1.4 rest", "Content-Type: application/pdf"), "pdf_only"),
    "ctype_text_plain": a1(page(A1, "Content-Type: text/plain"), "new"),
}
STATUS: Mapping[str, Case] = {
    "deleted_404": a1(page("no", status="404 Not Found"), "gone"),
    "gone_410": a1(page("no", status="410 Gone"), "gone"),
    "forbidden_403": a1(page("no", status="403 Forbidden"), "blocked"),
    "waf_412": a1(page("no", status="412 Precondition Failed"), "blocked"),
    "status_999": a1(page("no", status="999 No"), "network"),
    "always_500": a1(page("no", status="500 Oops"), "http_5xx"),
    "once_503": a1(busy("503 Busy", 2), "new"),
    "retry_after_429": a1(busy("429 Too Many", 2, "Retry-After: 1"), "new"),
    "unasked_304": a1(busy("304 Not Modified", 1), "new"),
    "flapping_503": Case(answers={"*": flapping}, most=14),
    "all_403": Case(
        answers={"/list": page(listing(*(f"/a{n}.htm" for n in range(30)))),
                 "*": page("no", status="403 Forbidden")},
        a1="blocked", held=0, most=12,  # five refusals, and what is asked before they are read
    ),
}  # fmt: skip
REDIRECT: Mapping[str, Case] = {
    "redirect_self": a1(redirect("/a1.htm"), "network", most=20),
    "redirect_long": a1(
        lambda ask: redirect(f"/a1.htm?n={ask.total}"), "network", most=20
    ),
    "redirect_file": a1(redirect("file:///etc/passwd"), "network"),
    "redirect_javascript": a1(redirect("javascript:alert(1)"), "network"),
    "redirect_internal": a1(redirect("http://127.0.0.1:22/"), "external"),
    "redirect_internal_decimal": a1(redirect("http://2130706433/"), "external"),
    "redirect_cross_host": a1(redirect("http://other.example/x"), "external"),
    "redirect_to_home": a1(redirect("/"), "gone"),
    "redirect_to_list": a1(redirect("/list"), "gone"),
    "redirect_to_login": a1(redirect("/cas/login?service=x"), "restricted"),
    "redirect_no_location": a1(page("", status="302 Found"), "network"),
    "cookie_wall": a1(wall_of_cookies, "new"),
    "cookie_flood": Case(
        answers={"/list": page(
            listing("/a1.htm", "/a2.htm", "/a3.htm"),
            *(f"Set-Cookie: c{n}={'x' * 3000}" for n in range(500)),
        )},
    ),
}  # fmt: skip
WALK: Mapping[str, Case] = {
    "odd_hrefs": Case(answers={"/list": page(listing(*ODD, "/a1.htm", "/a2.htm", "/a3.htm"))}),
    "base_href": Case(
        answers={"/list": page(
            "<base href='http://10.0.0.1/'>" + listing("/a1.htm", "/a2.htm", "/a3.htm")
        )},
        a1=None, held=0,
    ),
    "last_page_repeats": Case(answers={"/list": last_repeats, "*": numbered}, a1=None, held=20,
                              most=30),
    "shifting_list": Case(answers={"/list": shifting, "*": numbered}, a1=None, held=56, most=80),
    "delete_shift": Case(answers={"/list": deleting, "*": numbered}, a1=None, held=60, most=90),
    "session_ids": Case(answers={"*": without_session}, a1=None),
    "list_404": Case(answers={"/list": page("", status="404 Not Found")}, a1=None, held=0, most=2),
}  # fmt: skip
NO = "User-agent: *\nDisallow: /"
ROBOTS: Mapping[str, Case] = {
    "robots_500": Case(answers={"/robots.txt": page("", status="500 Oops")}, a1=None, held=0),
    "robots_403": Case(answers={"/robots.txt": page("", status="403 No")}),
    "robots_bom": Case(answers={"/robots.txt": page("\ufeff" + NO)}, a1=None, held=0, most=1),
    "robots_html": Case(answers={"/robots.txt": page(listing("/a"))}),
    "robots_cr": Case(answers={"/robots.txt": page(NO.replace("\n", "\r"))}, a1=None, held=0),
    "robots_hang": Case(answers={"/robots.txt": silence}, a1=None, held=0),
    "robots_redirect": Case(
        answers={"/robots.txt": redirect("/real.txt"), "/real.txt": page(NO)}, a1=None, held=0
    ),
    "robots_redirect_private": Case(
        answers={"/robots.txt": redirect("http://10.0.0.1/robots.txt")}, a1=None, held=0
    ),
    "robots_huge": Case(answers={"/robots.txt": page(f"{'# c' * 200_000}\n{NO}")}),
    "robots_200mb": Case(answers={"/robots.txt": endless}),
    "robots_gzip_bomb": Case(answers={"/robots.txt": packed("gzip", bomb(300 << 20))}),
    "robots_two_groups": Case(
        answers={"/robots.txt": page(f"User-agent: *\nAllow: /x\n\n{NO}")}, a1=None, held=0
    ),
    "robots_one_article": Case(
        answers={"/robots.txt": page("User-agent: *\nDisallow: /a1")}, a1="robots", held=2
    ),
}
CASES: Mapping[str, Case] = {**TRANSFER, **STATUS, **REDIRECT, **WALK, **ROBOTS}
