"""Sites that lead on for ever, name one article many times, or break HTTP in rarer ways."""

from __future__ import annotations

import asyncio
import time
import zlib
from collections.abc import AsyncIterator, Callable, Mapping

from tests.hostile.cases import A1, BODY, NO, ZEROS, a1, cut, numbered, packed, redirect
from tests.hostile.server import ORDINARY, Ask, Case, listing, page

THREE = ("/a1.htm", "/a2.htm", "/a3.htm")


def deflate_bomb(size: int) -> bytes:
    packer = zlib.compressobj(9)
    parts = [packer.compress(ZEROS) for _ in range(size // len(ZEROS))]
    return b"".join([*parts, packer.flush()])


async def header_endless(_: Ask) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX-Endless: "
    while True:
        yield b"x" * 65536


async def continue_forever(_: Ask) -> AsyncIterator[bytes]:
    while True:
        yield b"HTTP/1.1 100 Continue\r\n\r\n"
        await asyncio.sleep(0.05)


def calendar(ask: Ask) -> bytes:
    day = int(ask.path.partition("day=")[2] or 1)
    days = "".join(
        f"<a href='/list?day={day + n}'>{word}</a>" for n, word in ((-1, "前一天"), (1, "后一天"))
    )
    return page(listing(*THREE, more=days))


def infinite(ask: Ask) -> bytes:
    at = int(ask.path.partition("page=")[2] or 1)
    more = f"<a href='/list?page={at + 1}'>下一页</a>"
    return page(listing(f"/n{at}.htm", f"/n{at + 1000}.htm", more=more))


def deeper(ask: Ask) -> bytes:
    """Every page below /list/ is the same list, one segment deeper."""
    found = ORDINARY.get(ask.path)
    if isinstance(found, bytes) and ask.path != "/list":
        return found
    return page(listing(*THREE, more="<a href='list/'>下一页</a>"))


def by_id(ask: Ask) -> bytes:
    """One article, whatever else the query says."""
    return page(A1) if "/show" in ask.path else page("", status="404 Not Found")


def same(_: Ask) -> bytes:
    return page(A1)


def by_rate(limit: int, within: float) -> Callable[[Ask], bytes]:
    """429 for who asks more than `limit` times in `within` seconds."""
    asked: list[float] = []

    def answer(ask: Ask) -> bytes:
        now = time.monotonic()
        asked[:] = [at for at in asked if now - at < within]
        if len(asked) >= limit:
            return page("", "Retry-After: 1", status="429 Too Many")
        asked.append(now)
        return numbered(ask)

    return answer


def gbk_query(ask: Ask) -> bytes:
    """The article is there only for who escapes the query in the page's own encoding."""
    return page(A1) if "%B9%FA" in ask.path.upper() else page("", status="404 Not Found")


def repeated_header(*lengths: int) -> bytes:
    heads = b"".join(b"Content-Length: %d\r\n" % one for one in lengths)
    return cut(heads, BODY)


NO_NEWS = "User-agent: *\nDisallow: /n"
MANY = listing(*THREE) + "".join(f"<li><a href=/n{n}>第{n}条新闻</a>" for n in range(60_000))
CHUNKED = b"Transfer-Encoding: chunked\r\n"
PERMUTED = (
    "/show.htm?id=1&utm_source=x",
    "/show.htm?utm_source=y&id=1",
    "/show.htm?id=1&from=timeline",
    "/show.htm?id=1&spm=a1.b2",
)

TRANSFER: Mapping[str, Case] = {
    "deflate_bomb": a1(packed("deflate", deflate_bomb(200 << 20)), "too_big", most=8),
    "header_huge": a1(page(A1, f"X-Huge: {'x' * (1 << 24)}"), "network"),
    "header_endless": a1(header_endless, "network"),
    "continue_forever": a1(continue_forever, "timeout"),
    "cl_negative": a1(cut(b"Content-Length: -5\r\n", BODY), "network"),
    "cl_conflict": a1(repeated_header(10, len(BODY)), "network"),
    "cl_and_chunked": a1(
        cut(
            b"Content-Length: 10\r\n" + CHUNKED, b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
        ),
        "new",
    ),
    "chunk_bad_size": a1(cut(CHUNKED, b"zz\r\nhalf"), "truncated"),
    "http09": a1(BODY, "network"),
    "status_no_reason": a1(page(A1, status="200"), "new"),
    "referrer_policy_header": a1(page(A1, "Referrer-Policy: os.system"), "new"),
    "redirect_pingpong": Case(
        answers={"/a1.htm": redirect("/b1.htm"), "/b1.htm": redirect("/a1.htm")},
        a1="network", held=2, most=20,
    ),
    "redirect_data": a1(redirect("data:text/html,<h1>x</h1>"), "network"),
    "redirect_300": a1(page("", status="300 Multiple Choices"), "network"),
}  # fmt: skip
TRAPS: Mapping[str, Case] = {
    # Three times the cap: 200,000 end no other way and keep the loop of the crawl for long.
    "links_60k": Case(answers={"/robots.txt": page(NO_NEWS), "/list": page(MANY)}, a1=None, held=0),
    "calendar_trap": Case(answers={"/list": calendar}),
    "infinite_pagination": Case(
        answers={"/robots.txt": page(NO_NEWS), "/list": infinite, "*": numbered},
        a1=None, held=0, most=210,
    ),
    "path_recursion": Case(answers={"*": deeper}),
    "param_permutations": Case(
        answers={"/list": page(listing(*PERMUTED)), "*": by_id}, a1=None, held=1
    ),
    "dup_3_urls": Case(
        answers={"/list": page(listing("/a1.htm", "/x/a1.htm", "/y/a1.htm")), "*": same},
        a1=None, held=1,
    ),
    "throttle_by_rate": Case(
        answers={
            "/list": page(listing(*(f"/n{n}.htm" for n in range(30)))), "*": by_rate(5, 1.0),
        },
        a1=None, held=30, most=60,
    ),
    "pct_gbk_url": Case(
        answers={
            "/list": page(
                listing("/a1.htm?k=国", *THREE[1:]).encode("gbk"),
                "Content-Type: text/html; charset=gbk",
            ),
            "/a1.htm": gbk_query,
        },
        a1=None,
    ),
}  # fmt: skip
ROBOTS: Mapping[str, Case] = {
    "robots_404": Case(answers={"/robots.txt": page("", status="404 Not Found")}),
    "robots_gbk": Case(
        answers={"/robots.txt": page(f"# 说明\n{NO}".encode("gbk"))}, a1=None, held=0, most=1
    ),
    "robots_wildcards": Case(
        answers={"/robots.txt": page(f"User-agent: *\nDisallow: /{'*a' * 5000}b$")}
    ),
}  # fmt: skip
CASES: Mapping[str, Case] = {**TRANSFER, **TRAPS, **ROBOTS}
