"""What goes over the wire: who asks, from where, and the cookies it was given, on every request."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow

ROWS = "".join(
    f'<li><a href="/info/{n}.htm">试验站第{n}次观测的结果公布</a><span>2024-03-0{n}</span></li>'
    for n in range(1, 8)
)
LISTING = f"<html><body><ul class=list>{ROWS}</ul></body></html>"
ARTICLE = (
    "<html><body><h1>试验站第{n}次观测的结果公布</h1><p>2024-03-0{n} 作者：甲乙丙</p>"
    "<div id=content>"
    + "<p>第{n}次观测持续了一个月，数据已经全部入库。</p>" * 5
    + "</div></body></html>"
)


class Wire(BaseHTTPRequestHandler):
    """Keeps the headers of each request; sets a cookie; sends one article on to another address."""

    seen: dict[str, dict[str, str]]

    def do_GET(self) -> None:
        self.seen[self.path] = dict(self.headers.items())
        if self.path == "/info/3.htm":
            self.answer(302, "", Location="/moved/3.htm")
        elif self.path == "/list/":
            self.answer(200, LISTING, **{"Set-Cookie": "visit=1; Path=/"})
        elif self.path == "/robots.txt":
            self.answer(404, "")
        else:
            self.answer(200, ARTICLE.replace("{n}", self.path[-5]))

    def answer(self, status: int, page: str, **headers: str) -> None:
        body = page.encode()
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def wire() -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    Wire.seen = {}
    with ThreadingHTTPServer(("127.0.0.1", 0), Wire) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", Wire.seen
        server.shutdown()


@pytest.mark.parametrize("profile", [(), ("--fast",)])
def test_every_request_says_who_asks_and_an_article_which_list_it_was_found_in(
    crawl: Crawl, wire: tuple[str, dict[str, dict[str, str]]], profile: tuple[str, ...]
) -> None:
    base, seen = wire
    ran = crawl(f"{base}/list/", "--contact", "me@example.org", *profile)
    assert len(seen) == 10
    for path, headers in seen.items():
        assert headers["User-Agent"].endswith("(+me@example.org)"), path
        assert headers["Accept-Encoding"] == "gzip, deflate, br", path
        assert headers["Accept"].startswith("text/html"), path
    articles = {path: one for path, one in seen.items() if path[1:5] in {"info", "move"}}
    assert {one["Referer"] for one in articles.values()} == {f"{base}/list/"}
    assert {one["Cookie"] for one in articles.values()} == {"visit=1"}
    assert not list((ran.home / "runs").glob("*.log")), "nothing to warn of"
