"""What hostile servers are made of: one behaviour, the pages of a decent site, whole answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field

Answer = bytes | Callable[["Ask"], "bytes | AsyncIterator[bytes]"]
RESET = b"RESET"  # in place of an answer or of a piece of it: the connection is torn down


@dataclass(frozen=True)
class Ask:
    """One request: its path with query, how often the path was asked for, headers, body, base."""

    path: str
    nth: int
    headers: Mapping[str, str]
    base: str
    total: int = 0


@dataclass(frozen=True, kw_only=True)
class Case:
    """One behaviour: `answers` by path ("*" for the rest), and how the crawl of `start` must end.

    `a1` is the outcome of the article /a1 (several with ``|``), `ends` how often each outcome is to
    be, `held` how many records the corpus holds at the end, `most` how many requests are fair,
    `asked` how many for /a1 there are to be, `code` the exit code of this target.
    Of the record of /a1: `record` are values of its keys, `says` is in its body, `never` nowhere in
    its line, `issue` is the start of one of its issues, as `code field text`. `told` is somewhere
    in what the report says of the target.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    start: str = "/list"
    a1: str | None = "new"
    ends: Mapping[str, int] = field(default_factory=dict)
    held: int = 3
    asked: int = 0
    most: int = 12
    code: int = 0
    record: Mapping[str, object] = field(default_factory=dict)
    says: str = ""
    never: str = ""
    issue: str = ""
    told: str = ""


def page(html: str | bytes, *headers: str, status: str = "200 OK") -> bytes:
    """One whole answer."""
    body = html.encode() if isinstance(html, str) else html
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    if not any(one.lower().startswith("content-type:") for one in headers):
        lines.append("Content-Type: text/html; charset=utf-8")
    return "\r\n".join([*lines, "", ""]).encode() + body


def article(
    name: str, text: str = "", *, title: str = "", date: str = "2023年02月13日", meta: str = ""
) -> str:
    """An article of some length, its text its own; `title` and `date` as they are printed."""
    title = title or f"关于{name}的报道"
    told = "".join(
        f"<p>{name}的第{n}段:今天,本所召开会议,讨论了第{n}项工作的安排。</p>" for n in range(6)
    )
    return (
        f"<html><head>{meta}<title>{title}</title></head><body><h1>{title}</h1>"
        f"<div>来源:本所 作者:李良 发布时间:{date}</div>"
        f"<div id='content'>{told}{text}</div></body></html>"
    )


def listing(*links: str, more: str = "") -> str:
    """A list of links, each with a title and a date, then `more`."""
    rows = "".join(
        f"<li><a href='{href}'>关于{href}的一篇报道</a><span>2023-02-{28 - n % 27:02}</span></li>"
        for n, href in enumerate(links)
    )
    return (
        "<html><head><title>新闻</title></head><body><h2>新闻</h2>"
        f"<ul class='news'>{rows}</ul>{more}</body></html>"
    )


THREE = ("/a1.htm", "/a2.htm", "/a3.htm")
NOT_FOUND = page("<h1>404</h1>", status="404 Not Found")
# A robots.txt for long lists: they are walked, and none of their articles is fetched.
NO_NEWS = {"/robots.txt": page("User-agent: *\nDisallow: /n")}
A1 = article("一号")
BODY = A1.encode()
TITLE = "关于一号的报道"
DAY = "2023-02-13"
LAST = "一号的第5段:今天,本所召开会议,讨论了第5项工作的安排。"
ORDINARY: Mapping[str, bytes] = {
    "/list": page(listing(*THREE)),
    "/a1.htm": page(A1),
    "/a2.htm": page(article("二号")),
    "/a3.htm": page(article("三号")),
}


def a1(answer: object, end: str, **more: object) -> Case:
    """Only the first article misbehaves; the two others are had."""
    told = {"held": 3 if end == "new" else 2, "code": 0 if end in NOT_MISSED else 1, **more}
    return Case(answers={"/a1.htm": answer}, a1=end, **told)  # type: ignore[arg-type,dict-item]


# What a corpus does not lack: the site took it away, or it never was an article.
NOT_MISSED = frozenset({"new", "gone", "soft_404", "external", "restricted", "not_article"})


def whole(answer: object, **more: object) -> Case:
    """The article is had whole, as if nothing were wrong with it."""
    good = {"title": TITLE, "date_published": DAY, "authors": ["李良"]}
    record = {**good, **more.pop("record", {})}  # type: ignore[dict-item]
    return a1(answer, "new", **{"says": LAST, "record": record, **more})


def listed(answer: object, **more: object) -> Case:
    """The list misbehaves."""
    return Case(answers={"/list": answer}, **{"a1": None, **more})  # type: ignore[arg-type,dict-item]


def redirect(to: str, *headers: str, status: str = "302 Found") -> bytes:
    """An answer that sends elsewhere."""
    return page("", f"Location: {to}", *headers, status=status)


def packed(name: str, body: bytes) -> bytes:
    """An answer with this Content-Encoding."""
    return page(body, f"Content-Encoding: {name}")


def numbered(ask: Ask) -> bytes:
    """Articles without end, /n1.htm, /n2.htm, … each its own."""
    name = ask.path.removeprefix("/n").partition(".")[0]
    return page(article(f"第{name}条")) if ask.path.startswith("/n") else NOT_FOUND
