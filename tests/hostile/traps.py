"""Lists that lead on for ever, move under the walk, or name one article many times."""

from __future__ import annotations

from collections.abc import Mapping

from tests.hostile.web import (
    A1,
    NO_NEWS,
    NOT_FOUND,
    ORDINARY,
    THREE,
    Ask,
    Case,
    listed,
    listing,
    numbered,
    page,
)


def number(ask: Ask) -> int:
    return int(ask.path.partition("page=")[2] or 1)


def pages(ask: Ask, numbers: range, *, more: bool) -> bytes:
    following = f"<a href='/list?page={number(ask) + 1}'>下一页</a>" if more else ""
    return page(listing(*(f"/n{n}.htm" for n in numbers), more=following))


def last_repeats(ask: Ask) -> bytes:
    """Ten pages; whatever is asked beyond them is the tenth again."""
    at = min(number(ask), 10)
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
    """Three pages of one article each; all links carry a session of their own."""
    mark = f";jsessionid=ABC{ask.nth:05}DEF{ask.total:05}"
    bare = ask.path.partition(";")[0].partition("?")[0]
    if bare != "/list":
        return ORDINARY.get(bare, NOT_FOUND)
    at = number(ask)
    more = f"<a href='/list{mark}?page={at + 1}'>下一页</a>" if at < 3 else ""
    return page(listing(f"/a{min(at, 3)}.htm{mark}", more=more))


def sids(ask: Ask) -> bytes:
    """The same in the query, and the last page links to the first one."""
    if not ask.path.startswith("/list"):
        return ORDINARY.get(ask.path.partition("?")[0], NOT_FOUND)
    links = [f"/a{n}.htm?sid={ask.total:08}{n}beef" for n in (1, 2, 3)]
    return page(listing(*links, more=f"<a href='/list?sid={ask.total:032}'>下一页</a>"))


def calendar(ask: Ask) -> bytes:
    """A page a day, for ever and in both directions, with one article of that day each."""
    day = int(ask.path.partition("day=")[2] or 20230213)
    links = f"<a href='/list?day={day - 1}'>上一页</a><a href='/list?day={day + 1}'>下一页</a>"
    return page(listing(f"/n{day}.htm", f"/n{day}x.htm", more=links))


def days(ask: Ask) -> bytes:
    """The same by words of its own."""
    last, following = "前一天".encode(), "后一天".encode()
    return calendar(ask).replace("上一页".encode(), last).replace("下一页".encode(), following)


def still_calendar(ask: Ask) -> bytes:
    """The same where all days show the same three articles."""
    day = int(ask.path.partition("day=")[2] or 1)
    days = f"<a href='/list?day={day - 1}'>上一页</a><a href='/list?day={day + 1}'>下一页</a>"
    return page(listing(*THREE, more=days))


def infinite(ask: Ask) -> bytes:
    at = number(ask)
    more = f"<a href='/list?page={at + 1}'>下一页</a>"
    return page(listing(f"/n{at}.htm", f"/n{at + 100000}.htm", more=more))


def deeper(ask: Ask) -> bytes:
    """Every page below /list/ is the same list, one segment deeper."""
    found = ORDINARY.get(ask.path)
    if found and ask.path != "/list":
        return found
    return page(listing(*THREE, more="<a href='news/'>下一页</a>"))


def deeper_rows(ask: Ask) -> bytes:
    """The same with the articles relative too: each is there at every depth."""
    name = ask.path.rpartition("/")[2]
    if name in {"a1.htm", "a2.htm", "a3.htm"}:
        return ORDINARY[f"/{name}"]
    return page(listing("a1.htm", "a2.htm", "a3.htm", more="<a href='news/'>下一页</a>"))


def by_id(ask: Ask) -> bytes:
    """One article, whatever else the query says."""
    return page(A1) if "/show" in ask.path else NOT_FOUND


def gbk_query(ask: Ask) -> bytes:
    """There only for who escapes the query in the page's encoding and the path in UTF-8."""
    there = "%B9%FA" in ask.path.upper() and "/%E5%9B%BD" in ask.path.upper()
    return page(A1) if there else NOT_FOUND


def in_gbk(text: str) -> bytes:
    return page(text.encode("gbk"), "Content-Type: text/html; charset=gbk")


ODD = (
    "javascript:void(0)",
    "data:text/html,x",
    "mailto:a@b.c",
    "tel:1",
    "#",
    "",
    "http:///",
    "http://[::1",
    "file:///etc/passwd",
    "x" * 100_000,
    " /a1.htm",
    "/a2\n.htm",
    "\\a3.htm",
)
HALF_MILLION = "".join(f"<li><a href=/n{n}.htm>第{n}条的新闻</a>" for n in range(200_000))
PERMUTED = (
    "/show.htm?id=1&utm_source=x&from=timeline",
    "/show.htm?from=singlemessage&id=1&utm_medium=y",
    "/show.htm?spm=a1.b2.c3&id=1",
    "/show.htm?id=1",
)
SAME = page(A1)

WALK: Mapping[str, Case] = {
    "odd_hrefs": listed(page(listing(*ODD))),
    "base_href": listed(
        page("<base href='http://10.0.0.1/'>" + listing(*THREE)), held=0, ends={"external": 3}
    ),
    "last_page_repeats": Case(
        answers={"/list": last_repeats, "*": numbered}, a1=None, held=50, most=70
    ),
    "shifting_list": Case(answers={"/list": shifting, "*": numbered}, a1=None, held=56, most=80),
    "delete_shift": Case(answers={"/list": deleting, "*": numbered}, a1=None, held=60, most=90),
    "session_ids": Case(answers={"*": sessions}, a1=None),
    "session_ids_in_query": Case(answers={"*": sids}, a1=None),
    "param_permutations": Case(
        answers={"/list": page(listing(*PERMUTED)), "*": by_id}, a1=None, held=1, most=4
    ),
    "dup_3_urls": Case(
        answers={
            "/list": page(listing("/kx/a1.htm", "/tz/a1.htm", "/a1.htm")), "/a1.htm": SAME,
            "/kx/a1.htm": SAME, "/tz/a1.htm": SAME,
        },
        a1="new|duplicate", held=1, ends={"new": 1, "duplicate": 2},
        told='"second_addresses": 2',
    ),
    "pct_gbk_url": Case(
        answers={
            "/list": in_gbk(listing("/国/a1.htm?k=国", *THREE[1:])),
            "/%E5%9B%BD/a1.htm": gbk_query,
        },
        a1=None,
    ),
}  # fmt: skip
LINKS: Mapping[str, Case] = {
    "links_200k": Case(
        answers={**NO_NEWS, "/list": page(HALF_MILLION)},
        a1=None,
        held=0,
        most=5,
        code=5,
        told='"unread": true',  # exit 6, were it not for robots.txt that spares us the articles
    ),
}
TRAP = "pages without end"
TRAPS: Mapping[str, Case] = {
    "calendar_trap": Case(
        answers={"/list": calendar, "*": numbered}, a1=None, held=402, most=620, code=6, told=TRAP
    ),
    # Days are walked back as far as they are days: fourteen, to the first of the month.
    "calendar_of_days": Case(answers={"/list": days, "*": numbered}, a1=None, held=28, most=50),
    "calendar_of_the_same": Case(answers={"/list": still_calendar}),
    "infinite_pagination": Case(
        answers={"/list": infinite, "*": numbered}, a1=None, held=402, most=620, code=6, told=TRAP
    ),
    # All of its articles are dead: it is left after two hundred, not after two hundred pages.
    "infinite_dead": Case(
        answers={"/list": infinite, "*": NOT_FOUND},
        a1=None,
        held=0,
        most=310,
        code=6,
        told='"in_vain": 20',
    ),
    "path_recursion": Case(answers={"*": deeper}),
    "path_recursion_of_rows": Case(answers={"*": deeper_rows}, a1=None, most=16),
}
