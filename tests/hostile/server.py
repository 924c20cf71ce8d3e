"""A web that misbehaves: one loopback address a behaviour, bytes written as they stand there."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.hostile.web import NOT_FOUND, ORDINARY, RESET, Answer, Ask, Case


class HostileServer:
    """Some behaviours at once, each on an address of its own, one port."""

    def __init__(self, cases: Mapping[str, Case]) -> None:
        self.cases = dict(cases)
        self.port = 0
        self.requests: dict[str, Counter[str]] = {name: Counter() for name in cases}
        self._names = {f"127.7.{n // 250}.{n % 250 + 1}": name for n, name in enumerate(cases)}

    def url(self, name: str) -> str:
        """Where the crawl of one behaviour starts."""
        return f"{self.base(name)}{self.cases[name].start}"

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
        # Cancelled: the crawl is over and some answer is not.
        with contextlib.suppress(
            ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError
        ):
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
        if isinstance(answer, bytes):
            await self._write(writer, answer)
            return
        async for piece in answer:
            await self._write(writer, piece)

    async def _write(self, writer: asyncio.StreamWriter, piece: bytes) -> None:
        if piece == RESET:
            writer.transport.abort()
            return
        writer.write(piece)
        await writer.drain()

    def _find(self, name: str, path: str) -> Answer:
        answers = self.cases[name].answers
        bare = path.partition("?")[0]
        for key in (path, bare, "*"):
            if key in answers:
                return answers[key]
        return ORDINARY.get(bare, NOT_FOUND)


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
