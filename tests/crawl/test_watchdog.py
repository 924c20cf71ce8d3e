"""A crawl that hangs is ended and goes on the next time. Without this cron waits for it for ever.

Each run here is the command itself, with one thing in it made to hang.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.demo import Faults, Server, build, serve
from tests.crawl.conftest import Crawl, command, environment

pytestmark = pytest.mark.slow

ARTICLES = 30
# The patience of a real run is minutes; `after` articles something is made to hang.
_RUN = """
import asyncio, sys, time
from newscrawl.cli import main, running, watchdog
from newscrawl.extensions.patience import PatienceMiddleware
from newscrawl.pipelines.extract import ExtractPipeline
watchdog.LOOK, watchdog.LOOP, watchdog.GRACE = 0.1, {loop}, 0.5
running.LONGEST_WAIT = running.MOST_DELAY = 0.1
passed = 0
{hang}
sys.argv[1:] = sys.argv[2:]
main()
"""
_LOST_REQUEST = """
real = PatienceMiddleware.process_request
async def process_request(self, request):
    global passed
    passed += 1
    if passed > 20:
        await asyncio.Event().wait()
    if waits := real(self, request):
        await waits
PatienceMiddleware.process_request = process_request
"""
_DEAD_LOOP = """
real = ExtractPipeline.process_item
def process_item(self, item):
    global passed
    passed += 1
    while passed > 20:
        time.sleep(1)
    return real(self, item)
ExtractPipeline.process_item = process_item
"""
_FULL_DISK = """
from newscrawl.store import faults
faults.install(faults.nth("before_append", 1, faults.act_named("ENOSPC")))
"""


def hang(
    server: Server, home: Path, what: str, loop: float = 60, timeout: str = "1"
) -> subprocess.CompletedProcess[str]:
    script = _RUN.format(hang=what, loop=loop)
    _, _, _, *arguments = command(server.url, "--timeout", timeout, home=home)
    return subprocess.run(
        [sys.executable, "-c", script, "-m", *arguments],
        env=environment(NEWSCRAWL_BATCH="4"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("what", "loop", "said"),
    [
        pytest.param(_LOST_REQUEST, 60, "nothing happened for", id="a request that is lost"),
        pytest.param(_DEAD_LOOP, 3, "hangs and is left", id="a rule that never returns"),
    ],
)
def test_a_crawl_that_hangs_is_ended_and_the_next_one_goes_on(
    crawl: Crawl, tmp_path: Path, what: str, loop: float, said: str
) -> None:
    home = tmp_path / "corpus"
    with serve(build("trs", articles=ARTICLES, faults=False)) as server:
        ended = hang(server, home, what, loop)
        held = len((home / "articles.jsonl").read_bytes().splitlines())
        again = crawl(server.url, home=home)
    assert ended.returncode == 1, ended.stderr
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert 0 < held < ARTICLES
    assert again.code == 0
    assert len(again.urls) == len(set(again.urls)) == ARTICLES


def test_a_full_disk_ends_the_run_at_once_though_an_answer_drips(
    crawl: Crawl, tmp_path: Path
) -> None:
    institute = build("trs", articles=ARTICLES, faults=False)
    listed = [row.target for page in institute.listings for row in institute.rows[page]]
    slow = dict.fromkeys(set(listed) - set(listed[:8]), 200.0)
    home = tmp_path / "corpus"
    with serve(institute, faults=Faults(slow=slow)) as server:
        ended = hang(server, home, _FULL_DISK, timeout="300")
        server.faults = Faults()
        again = crawl(server.url, home=home)
    assert (ended.returncode, ended.stderr.count("\n")) == (3, 1)
    assert "No space left" in ended.stderr
    assert (again.code, len(again.urls)) == (0, ARTICLES)
