"""A web that misbehaves: one loopback address a behaviour, bytes written as they stand here."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

Answer = bytes | Callable[["Ask"], "bytes | AsyncIterator[bytes]"]
RESET = b"RESET"  # in place of an answer: the connection is torn down


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
    """One behaviour: `answers` by path ("*" for the rest), how the article /a1 must end.

    `held` is how many records the corpus holds at the end, `most` how many requests are fair.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    a1: str | None = "new"
    held: int = 3
    most: int = 12


def page(html: str | bytes, *headers: str, status: str = "200 OK") -> bytes:
    """One whole answer."""
    body = html.encode() if isinstance(html, str) else html
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    if not any(one.lower().startswith("content-type:") for one in headers):
        lines.append("Content-Type: text/html; charset=utf-8")
    return "\r\n".join([*lines, "", ""]).encode() + body


def article(name: str, text: str = "") -> str:
    """An article of some length, its text its own."""
    told = "".join(
        f"<p>{name}的第{n}段:今天,本所召开会议,讨论了第{n}项工作的安排。</p>" for n in range(6)
    )
    return (
        f"<html><head><title>关于{name}的报道</title></head><body><h1>关于{name}的报道</h1>"
        f"<div>来源:本所 作者:李良 发布时间:2023年02月13日</div>"
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


class HostileServer:
    """All behaviours at once, each on an address of its own, one port."""

    def __init__(self, cases: Mapping[str, Case]) -> None:
        self.cases = dict(cases)
        self.port = 0
        self.requests: dict[str, Counter[str]] = {name: Counter() for name in cases}
        self._names = {f"127.7.{n // 250}.{n % 250 + 1}": name for n, name in enumerate(cases)}

    def url(self, name: str) -> str:
        """The listing of one behaviour."""
        return f"{self.base(name)}/list"

    def base(self, name: str) -> str:
        """`http://ADDRESS:PORT` of one behaviour."""
        address = next(one for one, other in self._names.items() if other == name)
        return f"http://{address}:{self.port}"

    async def serve(self, ready: threading.Event, over: asyncio.Event) -> None:
        servers = []
        for address in self._names:
            one = await asyncio.start_server(self._handle, address, self.port, limit=1 << 20)
            self.port = one.sockets[0].getsockname()[1]
            servers.append(one)
        ready.set()
        await over.wait()
        for one in servers:
            one.close()

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await self._answer(reader, writer)
        with contextlib.suppress(ConnectionError):
            writer.close()
            await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        name = self._names[writer.get_extra_info("sockname")[0]]
        path = head[0].split(" ")[1]
        count = self.requests[name]
        count[path] += 1
        headers = dict(one.lower().split(": ", 1) for one in head[1:] if ": " in one)
        ask = Ask(path, count[path], headers, self.base(name), sum(count.values()))
        told = self._find(name, path)
        answer = told(ask) if callable(told) else told
        if answer == RESET:
            writer.transport.abort()
        elif isinstance(answer, bytes):
            writer.write(answer)
            await writer.drain()
        else:
            async for piece in answer:
                writer.write(piece)
                await writer.drain()

    def _find(self, name: str, path: str) -> Answer:
        answers = self.cases[name].answers
        bare = path.partition("?")[0]
        for key in (path, bare, "*"):
            if key in answers:
                return answers[key]
        return ORDINARY.get(bare, page("<h1>404</h1>", status="404 Not Found"))


ORDINARY: Mapping[str, Answer] = {
    "/list": page(listing("/a1.htm", "/a2.htm", "/a3.htm")),
    "/a1.htm": page(article("一号")),
    "/a2.htm": page(article("二号")),
    "/a3.htm": page(article("三号")),
}


@contextmanager
def serving(server: HostileServer) -> Iterator[None]:
    """The server in a thread while the block runs."""
    ready, loop = threading.Event(), asyncio.new_event_loop()
    over = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(server.serve(ready, over),))
    thread.start()
    assert ready.wait(10)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0.05))
        loop.close()
