"""Single pages are fetched as carefully as those of a crawl."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest

from newscrawl.cli.fetch import FetchError, fetch


class _Answers(BaseHTTPRequestHandler):
    """`/away` leads to the address in its query, everything else is a page."""

    seen: ClassVar[list[str]]

    def do_GET(self) -> None:
        self.seen.append(f"{self.headers['Host']}{self.path}")
        path, _, away = self.path.partition("?")
        self.send_response(302 if path == "/away" else 200)
        self.send_header("Location", away)
        self.end_headers()
        self.wfile.write(b"<p>here")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing."""


@contextmanager
def everywhere() -> Iterator[tuple[int, list[str]]]:
    """A server on all addresses of this machine: its port, and what it was asked for."""

    class Answers(_Answers):
        seen: ClassVar[list[str]] = []

    with HTTPServer(("", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server.server_port, Answers.seen
        finally:
            server.shutdown()
            thread.join()


def test_a_redirect_within_the_host_is_followed() -> None:
    with everywhere() as (port, _):
        page = fetch(f"http://127.0.0.1:{port}/away?/there")
    assert (page.body, page.url) == (b"<p>here", f"http://127.0.0.1:{port}/there")


@pytest.mark.parametrize("inner", ["127.0.0.2", "[::ffff:127.0.0.1]"])
def test_a_redirect_to_an_inner_address_sends_nothing_there(inner: str) -> None:
    """A page of the web must not make us ask the machines behind our own firewall."""
    with everywhere() as (port, seen):
        with pytest.raises(FetchError, match="private address"):
            fetch(f"http://127.0.0.1:{port}/away?http://{inner}:{port}/secret")
        assert not [asked for asked in seen if "secret" in asked and "away" not in asked]
