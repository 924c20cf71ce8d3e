"""One crawl of a web where every host misbehaves in its own way; each case is one assertion."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from tests.crawl.conftest import command, environment
from tests.hostile.cases import CASES as TRANSPORT
from tests.hostile.content import CASES as CONTENT
from tests.hostile.server import HostileServer, serving
from tests.hostile.traps import CASES as TRAPS

CASES = {**TRANSPORT, **CONTENT, **TRAPS}
RECORDS = [name for name, case in CASES.items() if case.record or case.says or case.never]
ISSUES = [name for name, case in CASES.items() if case.issue]
pytestmark = pytest.mark.slow


@dataclass
class Crawled:
    server: HostileServer
    home: Path
    report: dict[str, Any]
    seconds: float
    megabytes: float

    def outcomes(self, name: str) -> dict[str, str]:
        """How each URL of one behaviour ended."""
        with closing(sqlite3.connect(self.home / "ledger.sqlite")) as db:
            rows = db.execute(
                "SELECT u.url, f.outcome FROM found f JOIN urls u ON u.id = f.url "
                "WHERE u.listing LIKE ?",
                (f"{self.server.base(name)}/%",),
            ).fetchall()
        return dict(rows)

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        """The corpus; it must be one record a line for a reader that knows every line end."""
        text = (self.home / "articles.jsonl").read_bytes().decode()
        return [json.loads(line) for line in text.splitlines()]

    def records(self, name: str) -> list[dict[str, Any]]:
        base = self.server.base(name)
        return [one for one in self.lines if one["url"].startswith(f"{base}/")]

    def held(self, name: str) -> list[str]:
        return [one["url"] for one in self.records(name)]

    def first(self, name: str) -> dict[str, Any]:
        """The record of the article that misbehaves."""
        return next(one for one in self.records(name) if "/a1.htm" in one["url"])


# A process begins with its parent's peak: a test run's own would be measured, not the crawl's.
MEASURED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    home = tmp_path_factory.mktemp("hostile") / "corpus"
    server = HostileServer(CASES)
    with serving(server):
        began = time.monotonic()
        urls = [server.url(name) for name in CASES]
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *command(*urls, "--timeout", "8", home=home)],
            capture_output=True,
            text=True,
            timeout=180,
            env=environment(),
            check=False,
        )
        seconds = time.monotonic() - began
    peak = int(done.stderr.split()[-1]) / 1024
    assert "Traceback" not in done.stderr, done.stderr
    return Crawled(server, home, json.loads(done.stdout), seconds, peak)


@pytest.mark.parametrize("name", CASES)
def test_the_article_ends_as_it_must(crawled: Crawled, name: str) -> None:
    wanted = CASES[name].a1
    if wanted:
        url = f"{crawled.server.base(name)}/a1.htm"
        assert crawled.outcomes(name).get(url) in wanted.split("|")


@pytest.mark.parametrize("name", CASES)
def test_what_is_there_is_held_once(crawled: Crawled, name: str) -> None:
    held = crawled.held(name)
    assert (len(held), len(set(held))) == (CASES[name].held, CASES[name].held)


@pytest.mark.parametrize("name", CASES)
def test_no_host_is_asked_more_than_is_fair(crawled: Crawled, name: str) -> None:
    asked = crawled.server.requests[name]
    assert sum(asked.values()) <= CASES[name].most, asked


@pytest.mark.parametrize("name", RECORDS)
def test_the_record_says_what_the_page_says(crawled: Crawled, name: str) -> None:
    case, record = CASES[name], crawled.first(name)
    assert {key: record[key] for key in case.record} == case.record
    assert case.says in record["body"]
    assert not case.never or case.never not in json.dumps(record, ensure_ascii=False)


@pytest.mark.parametrize("name", ISSUES)
def test_what_is_odd_is_flagged(crawled: Crawled, name: str) -> None:
    issues = crawled.first(name)["issues"]
    told = [f"{one['code']} {one['field']} {one['text']}" for one in issues]
    assert any(one.startswith(CASES[name].issue) for one in told), told


def test_an_article_under_three_addresses_is_one_and_the_others_are_noted(
    crawled: Crawled,
) -> None:
    assert sorted(crawled.outcomes("dup_3_urls").values()) == ["duplicate", "duplicate", "new"]


def test_every_url_found_has_one_outcome(crawled: Crawled) -> None:
    assert crawled.report["found"] == sum(crawled.report["outcomes"].values())
    assert "pending" not in crawled.report["outcomes"]


def test_memory_stays_small(crawled: Crawled) -> None:
    assert crawled.megabytes < 300


def test_it_ends_in_time(crawled: Crawled) -> None:
    assert crawled.seconds < 60


def test_nothing_broke_a_rule_of_ours(crawled: Crawled) -> None:
    logs = [path.read_text() for path in (crawled.home / "runs").glob("*.log")]
    assert not [log for log in logs if "Traceback" in log], logs[0][:3000]
