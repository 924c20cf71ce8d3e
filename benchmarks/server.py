"""A folder over loopback HTTP/1.1, in a process of its own: `python -m benchmarks.server FOLDER`.

Prints its port and serves until its standard input closes. It must cost the machine as little as
possible: keep-alive, no log, one read a page.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
_NOT_FOUND = (
    b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\nnot found"
)


class _Connection(asyncio.Protocol):
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        while (end := self._waiting.find(b"\r\n\r\n")) >= 0:
            line = self._waiting[: self._waiting.find(b"\r\n")]
            self._waiting = self._waiting[end + 4 :]
            self._transport.write(self._answer(line.split(b" ")[1].decode("latin-1")))

    def _answer(self, target: str) -> bytes:
        path = target.partition("?")[0].strip("/")
        file = self._folder / path
        if not path or file.is_dir():
            file /= "index.htm"
        try:
            body = file.read_bytes()
        except OSError:
            return _NOT_FOUND
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
        return head.encode() + body


async def _serve(folder: Path) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Connection(folder), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The folder's address, `http://127.0.0.1:PORT`, while the block runs."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.stdin.close()


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1])))
