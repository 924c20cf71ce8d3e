"""The main job over real HTTP on loopback. Without this the parts work and the whole does not."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from newscrawl.demo import build, serve
from newscrawl.errors import ExitCode
from newscrawl.items import Article
from newscrawl.store import Session
from tests.crawl.conftest import ROOT, Crawl, environment

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
    told = first.report
    lists = told["listing_pages"] + told["listing_pages_again"]
    assert told["listing_pages"] == told["targets"][0]["pages"], "each page counts once"
    assert asked >= lists > told["listing_pages"], "some are read again"
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


def test_each_output_that_is_named_gets_every_record(crawl: Crawl, tmp_path: Path) -> None:
    """Of several -o the last alone was written, and nothing was said of the others."""
    (tmp_path / "语料 库").mkdir()
    (tmp_path / "b.jsonl").symlink_to("a.jsonl")
    with serve(build("trs", articles=8, faults=False)) as server:
        ran = crawl(server.url, "-o", "a.jsonl", "-o", "语料 库/新闻.jsonl", "-o", "b.jsonl")
    assert ran.code == 0, ran.err
    one = (tmp_path / "a.jsonl").read_bytes()
    assert one.count(b"\n") == 8
    assert (tmp_path / "语料 库" / "新闻.jsonl").read_bytes() == one
    assert [told["lines_written"] for told in ran.report["outputs"]] == [8, 8]
    assert not (ran.home / "articles.jsonl").exists()


def test_the_report_tells_the_coverage_of_every_field_and_what_was_known_before(
    crawl: Crawl,
) -> None:
    with serve(build("trs", articles=8, faults=False)) as server:
        first, second = crawl(server.url), crawl(server.url)
    assert list(first.report["fields"]) == [one.name for one in fields(Article)]
    assert first.report["fields"]["title"] == 1
    assert first.report["fields"]["date_modified"] == 0
    assert [ran.report["targets"][0]["walked_before"] for ran in (first, second)] == [False, True]


@pytest.mark.parametrize("seconds", ["inf", "nan"])
def test_a_delay_without_end_is_refused(seconds: str, crawl: Crawl) -> None:
    ran = crawl("http://127.0.0.1:1/", "--delay", seconds)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "--delay" in ran.err


def scrapy(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Scrapy's own command in a checkout."""
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments, "--nolog"],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env=environment(),
        check=False,
    )


def test_scrapys_own_commands_reach_a_page_on_this_machine() -> None:
    with serve(build("trs", articles=8, faults=False)) as server:
        done = scrapy("fetch", server.url)
    assert "<html" in done.stdout


def test_scrapys_own_crawl_ends_with_the_exit_codes_of_the_contract(tmp_path: Path) -> None:
    home = "-s", f"NEWSCRAWL_HOME={tmp_path / 'corpus'}"
    with serve(build("trs", articles=24, faults=False)) as server:
        target = f"target={server.url}"
        codes = [
            scrapy("crawl", "news", "-a", target, *more, *home).returncode
            for more in (("-a", "max_pages=1"), ("-a", "full=1"))
        ]
        with closing(Session(tmp_path / "corpus", command="another", version="")):
            locked = scrapy("crawl", "news", "-a", target, *home)
    assert codes == [ExitCode.LIMIT, ExitCode.COMPLETE]
    assert (locked.returncode, locked.stderr.count("\n")) == (ExitCode.LOCKED, 1), locked.stderr


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ((), "needs -a target=ADDRESS"),
        (("-a", "target=htp://x"), "did you mean http://x"),
        (("-a", "target=http://127.0.0.1:1/", "-a", "since=yesterday"), "-a since"),
        (("-a", "target=https://www.example.ac.cn/"), "say who is asking"),
    ],
)
def test_a_mistake_in_scrapys_own_crawl_is_told_in_one_line(
    told: tuple[str, ...], what: str, tmp_path: Path
) -> None:
    home = "-s", f"NEWSCRAWL_HOME={tmp_path / 'corpus'}"
    done = scrapy("crawl", "news", *told, *home)
    assert (done.returncode, done.stderr.count("\n")) == (ExitCode.USAGE, 1), done.stderr
    assert what in done.stderr
    assert not (tmp_path / "corpus").exists()


def test_scrapys_own_crawl_says_that_nobody_answers(tmp_path: Path) -> None:
    home = "-s", f"NEWSCRAWL_HOME={tmp_path / 'corpus'}"
    done = scrapy("crawl", "news", "-a", "target=http://127.0.0.1:1/", *home)
    assert (done.returncode, done.stderr.count("\n")) == (ExitCode.PARTIAL, 1), done.stderr
    assert "the host refuses the connection" in done.stderr
