"""One crawl of a web where every host misbehaves in its own way; each case is one assertion."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.crawl.conftest import command, environment
from tests.hostile.cases import CASES
from tests.hostile.server import HostileServer, serving

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
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

    def held(self, name: str) -> list[str]:
        lines = (self.home / "articles.jsonl").read_bytes().splitlines()
        urls = [json.loads(line)["url"] for line in lines]
        return [url for url in urls if url.startswith(f"{self.server.base(name)}/")]


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
