"""robots.txt files that misbehave. Where nothing may be had, nothing is: exit 5."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping

from tests.hostile import bombs
from tests.hostile.transfer import HEAD, endless
from tests.hostile.web import Answer, Ask, Case, listing, packed, page, redirect

NO = "User-agent: *\nDisallow: /\n"
NOT_THE_FIRST = "User-agent: *\nDisallow: /a1"
TEXT = "Content-Type: text/plain"


def allowed(answer: Answer, **more: object) -> Case:
    """The file does not forbid the articles."""
    return Case(answers={"/robots.txt": answer}, **more)  # type: ignore[arg-type]


def forbidden(answer: Answer, **more: object) -> Case:
    """Nothing but robots.txt itself is asked for."""
    told = {"a1": None, "held": 0, "most": 1, "code": 5, **more}
    return Case(answers={"/robots.txt": answer}, **told)  # type: ignore[arg-type]


def neighbour(ask: Ask) -> str:
    """The host of `robots_404`, the second of its group."""
    return f"http://127.7.0.2:{ask.base.rpartition(':')[2]}"


def text(body: str | bytes) -> bytes:
    return page(body, TEXT)


def spelt_out(ask: Ask) -> bytes:
    host, _, port = ask.base.removeprefix("http://").partition(":")
    return redirect(f"http://{int(ipaddress.ip_address(host))}:{port}/real.txt")


async def rules_without_end(_: object):  # type: ignore[no-untyped-def]  # noqa: ANN201
    yield HEAD + b"\r\nUser-agent: *\n"
    for n in range(200):
        yield b"".join(b"Disallow: /%d/%d/no\n" % (n, m) for m in range(45_000))


ROBOTS: Mapping[str, Case] = {
    "robots_500": forbidden(page("", status="500 Oops"), most=3),
    "robots_404": Case(
        answers={"/robots.txt": page(NO, status="404 Not Found"), "/other.txt": text(NOT_THE_FIRST)}
    ),
    "robots_403": allowed(page(NO, status="403 No")),
    "robots_429": forbidden(page("", status="429 Slow Down"), most=8),
    "robots_bom": forbidden(text("\ufeff" + NO)),
    "robots_html": allowed(page(listing("/a"))),
    "robots_redirect": Case(
        answers={"/robots.txt": redirect("/r/2.txt"), "/real.txt": text(NO),
                 "/r/2.txt": redirect("/real.txt", status="301 Moved")},
        a1=None, held=0, most=3, code=5,
    ),
    "robots_redirect_offhost": forbidden(
        lambda ask: redirect(f"{ask.base.replace('127.7.', '127.77.')}/robots.txt")
    ),
    # To a host that may be asked, as it is a target too: its file holds for the first host.
    "robots_redirect_to_a_neighbour": Case(
        answers={"/robots.txt": lambda ask: redirect(f"{neighbour(ask)}/other.txt")},
        a1="robots", held=2,
    ),
    "robots_redirect_private": forbidden(redirect("http://10.0.0.1/robots.txt")),
    # The same server by another spelling of its address: it would answer, and is not asked.
    "robots_redirect_decimal": forbidden(spelt_out, told="private address"),
    "robots_redirect_forever": forbidden(
        lambda ask: redirect(f"/robots.txt?n={ask.total}"), most=7
    ),
    "robots_huge": allowed(text(f"{'# c' * 200_000}\n{NO}")),
    "robots_rule_within_500k": forbidden(text("# comment\n" * 50_000 + NO)),
    "robots_200mb": allowed(rules_without_end),
    "robots_endless_junk": allowed(endless),
    "robots_gbk": forbidden(text("# 本站说明:不要抓取\n".encode("gbk") + NO.encode())),
    "robots_cr": forbidden(text(NO.replace("\n", "\r"))),
    "robots_crawl_delay": allowed(
        text("User-agent: *\nCrawl-delay: 3600\nDisallow: /x"),
        told='"crawl_delay": {"asked": 3600.0, "kept": 10.0}',
    ),
    "robots_wildcards": allowed(
        text(f"User-agent: *\nDisallow: /{'*a' * 5000}b$\nDisallow: /{'*' * 5000}z")
    ),
    "robots_two_groups": forbidden(
        text(f"User-agent: *\nAllow: /x\n\nUser-agent: other\nDisallow: /y\n\n{NO}")
    ),
    "robots_one_article": Case(
        answers={"/robots.txt": text("User-agent: *\nDisallow: /a1")}, a1="robots", held=2
    ),
    "robots_gzip_bomb": allowed(packed("gzip", bombs.gzipped())),
}  # fmt: skip
