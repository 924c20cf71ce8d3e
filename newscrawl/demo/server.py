"""An institute on loopback: real HTTP, counted, with the faults that are asked for."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import urlsplit

from newscrawl.demo.model import Institute, Response

ROBOTS = b"User-agent: *\nDisallow: /admin/\nDisallow: /search/\n"
SOFT_404 = (
    "<html><head><title>ERROR 404 您访问的页面不存在</title></head>"
    "<body><h3>抱歉，您访问的页面不存在或已被删除</h3><a href='/'>返回首页</a></body></html>"
).encode()
WALL = (
    b'<html><head><meta content="x" r="m"><script>var $_ts=window["$_ts"];'
    b"if(!$_ts)$_ts={};$_ts.nsd=1;</script></head><body></body></html>"
)


@dataclass(kw_only=True)
class Faults:
    """What goes wrong, by path (with its query). All of it is off by default.

    `slow` seconds before the answer; `once` a status given at the first request alone (503);
    `soft_404` and `wall` (412) instead of the page; `label` a Content-Type that replaces the true
    one on every page; `on_listing` is called with the number of the listing request (from 1)
    before it is answered and may give the institute to go on with: rows that shift.
    """

    slow: Mapping[str, float] = field(default_factory=dict)
    once: Mapping[str, int] = field(default_factory=dict)
    soft_404: frozenset[str] = frozenset()
    wall: frozenset[str] = frozenset()
    label: str | None = None
    robots: Response | None = None
    on_listing: Callable[[int], Institute | None] | None = None


class Server(ThreadingHTTPServer):
    """The server of one institute. `requests` counts by path with query, in order of arrival."""

    daemon_threads = False
    block_on_close = True

    def __init__(self, institute: Institute, port: int, faults: Faults) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.institute = institute
        self.faults = faults
        self.requests: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._listing_requests = 0

    @property
    def base(self) -> str:
        """`http://127.0.0.1:PORT`."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def url(self) -> str:
        """The listing's address."""
        return self.base + self.institute.listing

    def answer(self, target: str, method: str, body: bytes) -> Response:
        """The answer to one request, counted, faults and all."""
        parts = urlsplit(target)
        with self._lock:
            self.requests[target] += 1
            first = self.requests[target] == 1
            if {parts.path, target} & set(self.institute.listings) and self.faults.on_listing:
                self._listing_requests += 1
                self.institute = self.faults.on_listing(self._listing_requests) or self.institute
        self._over.wait(self.faults.slow.get(target, 0))
        wrong = self._fault(target, first=first)
        return wrong or self.institute.get(parts.path, parts.query, method, body)

    def server_close(self) -> None:
        """Close it, the slow answers too: nobody waits for them any more."""
        self._over.set()
        super().server_close()

    def _fault(self, target: str, *, first: bool) -> Response | None:
        html = {"Content-Type": "text/html; charset=utf-8"}
        if target == "/robots.txt":
            plain = {"Content-Type": "text/plain"}
            return self.faults.robots or Response(headers=plain, body=ROBOTS)
        if first and target in self.faults.once:
            return Response(status=self.faults.once[target], headers=html, body=b"try again")
        if target in self.faults.soft_404:
            return Response(headers=html, body=SOFT_404)
        if target in self.faults.wall:
            return Response(status=412, headers=html, body=WALL)
        return None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def _serve(self, body: bytes) -> None:
        server = cast("Server", self.server)
        found = _as_known(server.answer(self.path, self.command, body), self.headers)
        headers = dict(found.headers)
        if server.faults.label and headers.get("Content-Type", "").startswith("text/html"):
            headers["Content-Type"] = server.faults.label
        try:
            self.send_response(found.status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(found.body)))
            # One request a connection: the server can then end without waiting for idle clients.
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(found.body[: len(found.body) - found.cut])
        except (BrokenPipeError, ConnectionResetError):
            pass  # the crawler hung up; that is its business
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing; tests and the demo have their own output."""


def _as_known(found: Response, asked: Message) -> Response:
    """304 for a page that the client says it has."""
    tag = found.headers.get("ETag")
    same = tag is not None and asked.get("If-None-Match") == tag
    return Response(status=304, headers=found.headers) if same else found


@contextmanager
def serve(institute: Institute, port: int = 0, faults: Faults | None = None) -> Iterator[Server]:
    """The institute on 127.0.0.1 while the block runs; a free port for 0."""
    with Server(institute, port, faults or Faults()) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
