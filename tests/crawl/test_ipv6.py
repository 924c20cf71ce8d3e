"""A target that is written as an IPv6 address is crawled as any other."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow

NUMBERS = range(1, 7)
ROWS = "".join(
    f"<li><a href=/info/1/{n}.htm>第{n}号通知全文如下</a><span>2023-02-0{n}</span></li>"
    for n in NUMBERS
)
TEXT = "课题组完成了新一代低温材料的疲劳试验，结果得到了与会专家的肯定。"


def _is_there() -> bool:
    with closing(socket.socket(socket.AF_INET6)) as probe:
        try:
            probe.bind(("::1", 0))
        except OSError:
            return False
    return True


class _Institute(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        number = self.path[-5:-4]
        article = (
            f"<h1>第{number}号通知全文如下</h1><div class=content><p>{TEXT * 3}{number}</p></div>"
        )
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        page = f"<ul>{ROWS}</ul>" if self.path == "/news/" else article
        self.wfile.write(f"<html><body>{page}</body></html>".encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing."""


class _Server(ThreadingHTTPServer):
    address_family = socket.AF_INET6


@pytest.fixture
def listing() -> Iterator[str]:
    with _Server(("::1", 0), _Institute) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://[::1]:{server.server_address[1]}/news/"
        server.shutdown()


@pytest.mark.skipif(not _is_there(), reason="this machine has no IPv6")
@pytest.mark.parametrize("profile", [(), ("--fast",)], ids=["usual", "fast"])
def test_it_is_asked_by_its_number(crawl: Crawl, listing: str, profile: tuple[str, ...]) -> None:
    """Scrapy's resolver looked it up as a name, and no such host was known."""
    ran = crawl(listing, *profile)
    assert ran.code == 0, ran.err
    assert len(ran.urls) == len(NUMBERS)
    assert all(url.startswith("http://[::1]:") for url in ran.urls)
