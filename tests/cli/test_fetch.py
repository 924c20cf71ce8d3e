"""Single pages are fetched as carefully as those of a crawl."""

from __future__ import annotations

import gzip
import io
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

import pytest

from newscrawl.cli import run
from newscrawl.cli.fetch import MAX_BYTES, BlockedError, FetchError, fetch
from newscrawl.errors import UsageError
from tests.cli.conftest import serving


class _Answers(BaseHTTPRequestHandler):
    """`/away` leads to the address in its query, everything else is a page."""

    seen: ClassVar[list[str]]
    robots: ClassVar[bytes] = b""

    def do_GET(self) -> None:
        self.seen.append(f"{self.headers['Host']}{self.path}")
        path, _, away = self.path.partition("?")
        self.send_response(302 if path == "/away" else 200)
        self.send_header("Location", away)
        self.end_headers()
        self.wfile.write(self.robots if path == "/robots.txt" else b"<p>here")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing."""


@contextmanager
def everywhere(told: bytes = b"") -> Iterator[tuple[int, list[str]]]:
    """A server on all addresses of this machine: its port, and what it was asked for."""

    class Answers(_Answers):
        seen: ClassVar[list[str]] = []
        robots: ClassVar[bytes] = told

    with serving(Answers, "") as port:
        yield port, Answers.seen


def test_an_address_is_asked_for_as_a_browser_asks_for_what_it_shows() -> None:
    """A path in Chinese was called no address."""
    with everywhere() as (port, seen):
        fetch(f"http://127.0.0.1:{port}/新闻/1.html?栏目=2")
    assert seen == [f"127.0.0.1:{port}/%E6%96%B0%E9%97%BB/1.html?%E6%A0%8F%E7%9B%AE=2"]


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


def test_an_address_with_a_login_is_refused_without_a_word_of_it() -> None:
    with pytest.raises(UsageError, match="has a login in it") as refused:
        fetch("http://alice:hunter2@127.0.0.1/")
    assert "hunter2" not in str(refused.value)


ARTICLE = b"<html><p>" + b"here " * 200 + b"</p></html>"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@contextmanager
def raw(answer: bytes, *, drip: bool = False) -> Iterator[str]:
    """A server of one answer, byte for byte; one that drips never comes to its end."""

    def serve() -> None:
        with listener.accept()[0] as peer, suppress(OSError):
            peer.recv(65536)
            peer.sendall(answer)
            while drip:
                peer.sendall(b"a")
                time.sleep(0.02)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/1.html"


@pytest.mark.parametrize("sent", [b"HTTP/1.1 200 OK\r\nX-A: ", OK + b"\r\n"], ids=["head", "body"])
def test_an_answer_that_drips_ends_when_its_time_is_up(
    sent: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each read is quick, so no timeout of the socket ends it."""
    for module in ("fetch", "wire"):
        monkeypatch.setattr(f"newscrawl.cli.{module}.TIMEOUT", 0.5)
    with raw(sent, drip=True) as url, pytest.raises(FetchError, match="no whole answer in"):
        fetch(url)


def test_a_page_that_is_cut_off_on_its_way_is_none() -> None:
    whole = OK + b"Content-Length: %d\r\n\r\n" % len(ARTICLE)
    with raw(whole + ARTICLE[:500]) as url, pytest.raises(FetchError, match="cut off"):
        fetch(url)


def test_what_a_server_packs_without_being_asked_is_unpacked_if_it_is_whole() -> None:
    packed, head = gzip.compress(ARTICLE), OK + b"Content-Encoding: gzip\r\n\r\n"
    with raw(head + packed) as url:
        assert fetch(url).body == ARTICLE
    for wrong, why in ((packed[:-12], "cut off"), (b"\x1f\x8b" + b"?" * 40, "damaged")):
        with raw(head + wrong) as url, pytest.raises(FetchError, match=why):
            fetch(url)
    with raw(head + gzip.compress(bytes(17 << 20))) as url, pytest.raises(FetchError, match="16"):
        fetch(url)


@pytest.mark.parametrize(
    ("robots", "forbidden"),
    [
        (b"User-agent: newscrawl\nDisallow: /", True),
        (b"User-agent: NewsCrawl/9.9\nDisallow: /", True),
        (b"User-agent: *\nDisallow: /here", True),
        (b"User-agent: news\nDisallow: /", False),
        (b"<html>User-agent: *\nDisallow: /", False),
        (b"", False),
    ],
)
def test_robots_txt_is_asked_once_a_host_and_read_as_in_a_crawl(
    robots: bytes, forbidden: bool
) -> None:
    with everywhere(robots) as (port, seen):
        for page in ("here", "here/too"):
            if forbidden:
                with pytest.raises(BlockedError):
                    fetch(f"http://127.0.0.2:{port}/{page}")
            else:
                fetch(f"http://127.0.0.2:{port}/{page}")
    assert seen.count(f"127.0.0.2:{port}/robots.txt") == 1


@pytest.mark.parametrize("verb", ["extract", "listing"])
def test_a_closed_standard_input_is_told_in_one_line(
    verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was a traceback: Python has no file for it."""
    monkeypatch.setattr("sys.stdin", None)
    assert run([verb, "-"]) == 2
    assert capsys.readouterr().err == "newscrawl: standard input is closed: - has nothing to read\n"


def test_more_on_standard_input_than_a_page_has_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest was left out without a word."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a" * (MAX_BYTES + 9))))
    assert run(["extract", "-"]) == 2
    assert "standard input holds more than 16 MiB" in capsys.readouterr().err
