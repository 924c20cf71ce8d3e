"""A listing page that only a script fills, by the real command over loopback."""

from __future__ import annotations

import json

import pytest

from newscrawl.demo import serve
from newscrawl.demo.model import Response
from tests.crawl.conftest import Crawl
from tests.crawl.test_doors import ARTICLES, having, held, institute

pytestmark = pytest.mark.slow

SHELL = "<html><title>新闻</title><body><div id='app'></div><script>{}</script></body></html>"
HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(script: str) -> Response:
    return Response(headers=HTML, body=SHELL.format(script).encode())


def test_the_json_behind_the_page_is_crawled(crawl: Crawl) -> None:
    made = institute()
    rows = [
        {"title": t.title, "url": path, "date": t.date_published} for path, t in made.truth.items()
    ]
    answer = Response(
        headers={"Content-Type": "application/json"},
        body=json.dumps({"data": {"list": rows}}).encode(),
    )
    more = {"/spa/": page("fetch('/api/news/list')"), "/api/news/list": answer}
    with serve(having(made, {}, more)) as server:
        ran = crawl(f"{server.base}/spa/")
        asked = sum(server.requests.values())
    assert (ran.code, held(ran, server.base)) == (0, set(made.truth))
    assert asked <= ARTICLES + 3 + 1


@pytest.mark.parametrize("script", ["draw()", "fetch('/api/news/gone')"])
def test_a_shell_without_one_ends_with_one_line_that_says_what_to_do(
    crawl: Crawl, script: str
) -> None:
    more = {
        "/spa/": page(script),
        "/api/news/gone": Response(headers=HTML, body=b"<html><body>nothing</body></html>"),
    }
    with serve(having(institute(), {}, more)) as server:
        ran = crawl(f"{server.base}/spa/")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "a script draws them" in ran.err
