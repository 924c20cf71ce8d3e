"""A crawl whose pages are read by workers: the same corpus, whatever end it comes to."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from newscrawl.demo import build, serve
from newscrawl.demo.server import Server
from tests.crawl.conftest import Crawl, command, environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc"),
]
# Workers from the first page on, on any machine.
_EAGER = """
import sys
from newscrawl.cli import main
from newscrawl.workers import room
room.cores, room._ENOUGH, room._SHARE = (lambda: 3), 0.0, -1.0
sys.argv[1:] = sys.argv[2:]
main()
"""
ARTICLES = 60


def start(server: Server, home: Path) -> subprocess.Popen[bytes]:
    _, _, _, *arguments = command(server.url, "--fast", home=home)
    return subprocess.Popen(
        [sys.executable, "-c", _EAGER, "-m", *arguments],
        env=environment(NEWSCRAWL_BATCH="8"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def children(pid: int) -> list[int]:
    """Those of all threads: a worker is a child of the thread that asks it."""
    found: list[int] = []
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # it ended meanwhile
            found += map(int, thread.read_text().split())
    return found


def lives(pid: int) -> bool:
    try:
        return "newscrawl.workers.child" in Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return False


def records(home: Path) -> dict[str, dict[str, Any]]:
    """What each record says; when it was fetched, in which run, is no part of it."""
    lines = (home / "articles.jsonl").read_bytes().splitlines()
    told = [json.loads(line) for line in lines]
    assert len({one["id"] for one in told}) == len(told)
    for one in told:
        one["fetch"]["at"] = one["revision"] = one["run"] = one["extractor"]["site_rules"] = None
        rules = {name: said for name, said in one["provenance"].items() if said["rule"]}
        one["provenance"] = sorted(rules)
    return {one["url"]: one for one in told}


@pytest.mark.parametrize("family", ["trs", "homemade"])
def test_the_records_are_those_that_one_process_reads(
    family: str, crawl: Crawl, tmp_path: Path
) -> None:
    with serve(build(family, articles=ARTICLES, faults=False)) as server:
        alone = crawl(server.url, "--fast")
        with start(server, tmp_path / "workers") as crawling:
            worked = False
            while crawling.poll() is None:
                worked = worked or any(map(lives, children(crawling.pid)))
                time.sleep(0.02)
    assert worked
    assert crawling.returncode == alone.code == 0
    assert records(tmp_path / "workers") == records(alone.home)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_crawl_that_is_ended_leaves_no_worker_and_the_next_one_completes_it(
    number: signal.Signals, crawl: Crawl, tmp_path: Path
) -> None:
    home = tmp_path / "corpus"
    with serve(build("trs", articles=ARTICLES, faults=False)) as server:
        with start(server, home) as crawling:
            workers: list[int] = []
            while not workers:
                time.sleep(0.02)
                assert crawling.poll() is None
                workers = [one for one in children(crawling.pid) if lives(one)]
            crawling.send_signal(number)
            crawling.wait(30)
        until = time.monotonic() + 10
        while any(map(lives, workers)) and time.monotonic() < until:
            time.sleep(0.05)
        assert not any(map(lives, workers))
        again = crawl(server.url, "--fast", home=home)
    assert again.code == 0, again.err
    assert len(records(home)) == ARTICLES
