"""What a corpus tells of itself after a crawl: status, runs, why; and `scrapy crawl` beside it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from newscrawl.cli import run
from newscrawl.demo import Faults, Server, build, serve
from newscrawl.errors import ExitCode
from tests.crawl.conftest import ROOT, command, environment

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Crawled:
    server: Server
    home: Path
    wall: str


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    home = tmp_path_factory.mktemp("reading") / "corpus"
    institute = build("trs", articles=30, faults=False)
    wall = min(institute.truth)
    with serve(institute, faults=Faults(wall=frozenset({wall}))) as server:
        arguments = command(server.url, home=home)
        subprocess.run(arguments, capture_output=True, env=environment(), check=False, timeout=60)
        yield Crawled(server, home, server.base + wall)


def test_why_tells_how_a_refused_url_ended(
    crawled: Crawled, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["why", crawled.wall, "--home", str(crawled.home)]) == 0
    told = capsys.readouterr().out
    assert "stands as blocked: 412" in told
    assert "to be tried again; tried in 1 run" in told
    assert f"on {crawled.server.url.rpartition('/')[0]}" in told


def test_why_tells_which_rule_gave_each_field(
    crawled: Crawled, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (crawled.home / "articles.jsonl").read_text("utf-8").splitlines()
    record = json.loads(lines[0])
    assert run(["why", record["id"], "--home", str(crawled.home), "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["standing"] == "held"
    assert told["fields"] == record["provenance"]


def test_why_tells_a_person_what_a_field_was_read_from_and_what_is_doubted(
    crawled: Crawled, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (crawled.home / "articles.jsonl").read_text("utf-8").splitlines()
    record = next(one for one in map(json.loads, lines) if one["issues"])
    assert run(["why", record["url"], "--home", str(crawled.home)]) == 0
    told = capsys.readouterr().out
    assert f"date_published: ok, by {record['provenance']['date_published']['rule']}" in told
    assert f", from: {record['provenance']['date_published']['raw']}" in told
    assert f"doubted: {record['issues'][0]['code']}" in told


def test_why_of_an_unknown_url_ends_with_1(
    crawled: Crawled, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["why", "http://nobody.example/", "--home", str(crawled.home)]) == 1
    assert "no listing" in capsys.readouterr().out


def test_status_says_what_is_held_and_what_is_not(
    crawled: Crawled, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not run(["status", "--home", str(crawled.home), "--json"])
    (told,) = json.loads(capsys.readouterr().out)
    assert told["standings"]["held"] == 29
    assert told["standings"]["blocked"] == 1


def test_runs_are_listed_with_their_exit_codes(
    crawled: Crawled, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not run(["runs", "--home", str(crawled.home), "--json"])
    (told,) = json.loads(capsys.readouterr().out)
    assert told["exit_code"] == 1
    assert (crawled.home / "runs" / f"{told['id']}.json").is_file()


def test_a_folder_without_a_ledger_is_no_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["status", "--home", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_scrapy_itself_crawls_in_the_checkout(crawled: Crawled, tmp_path: Path) -> None:
    arguments = ["crawl", "news", "-a", f"target={crawled.server.url}", "-a", "max_pages=1"]
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments, "-s", f"NEWSCRAWL_HOME={tmp_path}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert done.returncode == ExitCode.LIMIT, done.stderr
    assert (tmp_path / "articles.jsonl").read_bytes().count(b"\n") >= 5
