"""The main job over real HTTP on loopback. Without this the parts work and the whole does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from newscrawl.demo import build, serve
from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow


def test_a_crawl_holds_every_article_and_a_second_one_asks_for_a_page_or_two(
    crawl: Crawl,
) -> None:
    institute = build("vsb", articles=60, faults=False)
    with serve(institute) as server:
        first = crawl(server.url)
        asked = sum(server.requests.values())
        second = crawl(server.url)
        again = sum(server.requests.values()) - asked
    paths = (url.removeprefix(server.base) for url in first.urls)
    assert {institute.twins.get(path, path) for path in paths} >= institute.truth.keys()
    assert len(first.urls) == len(set(first.urls)) == len(second.urls)
    assert sum(first.report["outcomes"].values()) == first.report["found"]
    assert again <= 3, "robots.txt and a page or two"
    assert second.report["outcomes"].get("new", 0) == 0


def test_what_is_wrong_with_the_call_is_said_in_one_line(crawl: Crawl) -> None:
    ran = crawl("https://www.institute.example/news/")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "--contact" in ran.err
    assert not ran.home.exists()


@pytest.mark.parametrize("profile", [(), ("--fast",)])
def test_a_host_that_does_not_answer_is_said_in_one_line(
    crawl: Crawl, profile: tuple[str, ...]
) -> None:
    ran = crawl("http://127.0.0.1:9/news/", *profile)
    assert "ssl" not in ran.err
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "refuses the connection" in ran.err
    assert not (ran.home / "articles.jsonl").exists()


def test_an_output_that_cannot_be_written_ends_with_3(crawl: Crawl, tmp_path: Path) -> None:
    ran = crawl("http://127.0.0.1:9/news/", "-o", str(tmp_path / "none" / "x.jsonl"))
    assert (ran.code, ran.err.count("\n")) == (3, 1)


def test_the_report_tells_the_whole_command(crawl: Crawl) -> None:
    ran = crawl("http://127.0.0.1:1/", "--max-pages", "3")
    assert ran.report["command"].startswith("newscrawl crawl ")
    assert "http://127.0.0.1:1/ --max-pages 3" in ran.report["command"]
