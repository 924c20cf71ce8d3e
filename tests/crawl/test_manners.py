"""What the servers see of a crawl: requests of one host at a time, and whose rules it obeys."""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack

import pytest

from newscrawl.demo import server as demo
from newscrawl.demo.model import Response
from newscrawl.demo.server import Faults, Server, serve
from tests.crawl.conftest import Crawl
from tests.crawl.test_doors import ARTICLES, institute

pytestmark = pytest.mark.slow
FAMILIES = ("trs", "dede")


class Watched(Server):
    """Counts the requests that are on their way, of all servers together."""

    lock = threading.Lock()
    now = most = 0

    def answer(self, target: str, method: str, body: bytes) -> Response:
        with self.lock:
            Watched.now += 1
            Watched.most = max(Watched.most, Watched.now)
        time.sleep(0.005)
        try:
            return super().answer(target, method, body)
        finally:
            with self.lock:
                Watched.now -= 1


@pytest.mark.parametrize("how", [(), ("--fast",)])
def test_several_sites_on_one_host_share_its_one_request_at_a_time(
    how: tuple[str, ...], crawl: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ports are two, the machine is one."""
    monkeypatch.setattr(demo, "Server", Watched)
    monkeypatch.setattr(Watched, "most", 0)
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(institute(name))) for name in FAMILIES]
        ran = crawl(*(one.url for one in servers), *how)
    assert (ran.code, len(ran.urls)) == (0, len(FAMILIES) * ARTICLES)
    assert Watched.most == 1


def test_rules_that_stand_on_another_host_are_obeyed(crawl: Crawl) -> None:
    """RFC 9309 2.3.1.2: a redirect of robots.txt is followed wherever it leads."""
    no = Response(headers={"Content-Type": "text/plain"}, body=b"User-agent: *\nDisallow: /")
    with serve(institute("dede"), faults=Faults(robots=no)) as other:
        there = Response(status=302, headers={"Location": f"{other.base}/robots.txt"})
        with serve(institute(), faults=Faults(robots=there)) as server:
            ran = crawl(server.url, other.url)
            assert set(server.requests) == {"/robots.txt"}
    assert (ran.code, ran.urls) == (5, [])
