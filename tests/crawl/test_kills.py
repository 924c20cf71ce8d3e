"""kill -9, signals and full disks: every record once, whole, and the rerun ends by itself."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.demo import Faults, Server, build, serve
from newscrawl.store import Session
from tests.crawl.conftest import Crawl, command, environment

pytestmark = pytest.mark.slow

ARTICLES = 60


@pytest.fixture(autouse=True)
def several_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of so few articles."""
    monkeypatch.setenv("NEWSCRAWL_BATCH", "16")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve(build("trs", articles=ARTICLES, faults=False)) as one:
        yield one


def records(home: Path) -> list[str]:
    """The ids held; raises on a torn line."""
    data = (home / "articles.jsonl").read_bytes() if (home / "articles.jsonl").exists() else b""
    assert not data or data.endswith(b"\n"), "a torn line"
    return [json.loads(line)["id"] for line in data.splitlines()]


def start(url: str, home: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(url, *more, home=home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )


def wait_for_records(home: Path, least: int) -> None:
    deadline = time.monotonic() + 60
    path = home / "articles.jsonl"
    while time.monotonic() < deadline:
        if path.exists() and path.read_bytes().count(b"\n") >= least:
            return
        time.sleep(0.01)


def test_killed_at_random_nothing_is_lost_doubled_or_torn(
    server: Server, crawl: Crawl, tmp_path: Path
) -> None:
    home, dice = tmp_path / "corpus", random.Random(1)
    for _ in range(2):
        process = start(server.url, home)
        wait_for_records(home, dice.randrange(1, ARTICLES - 16))
        time.sleep(dice.random() / 10)
        process.kill()
        process.communicate()
    ran = crawl(server.url, home=home)
    found = records(home)
    assert (ran.code, len(found), len(set(found))) == (0, ARTICLES, ARTICLES)


@pytest.mark.parametrize("point", ["after_commit", "half_write", "after_fsync"])
def test_killed_at_a_named_point_nothing_is_lost_doubled_or_torn(
    server: Server, crawl: Crawl, tmp_path: Path, point: str
) -> None:
    home = tmp_path / "corpus"
    killed = crawl(server.url, home=home, NEWSCRAWL_FAULT=f"{point}:4:kill")
    assert killed.code == -signal.SIGKILL
    ran = crawl(server.url, home=home)
    found = records(home)
    assert (ran.code, len(found), len(set(found))) == (0, ARTICLES, ARTICLES)


def test_a_full_disk_ends_with_3_and_the_rerun_holds_everything(
    server: Server, crawl: Crawl
) -> None:
    full = crawl(server.url, NEWSCRAWL_FAULT="half_write:3:ENOSPC")
    assert (full.code, full.err.count("\n")) == (3, 1)
    records(full.home)
    again = crawl(server.url)
    assert (again.code, len(records(again.home))) == (0, ARTICLES)


@pytest.mark.parametrize(("name", "code", "times"), [("SIGINT", 130, 1), ("SIGTERM", 143, 2)])
def test_a_signal_ends_the_run_whatever_it_waits_for_and_it_can_go_on(
    crawl: Crawl, tmp_path: Path, name: str, code: int, times: int
) -> None:
    institute = build("trs", articles=ARTICLES, faults=False)
    with serve(institute, faults=Faults(slow={min(institute.truth): 100})) as server:
        process = start(server.url, tmp_path / "corpus")
        wait_for_records(tmp_path / "corpus", 16)
        for _ in range(times):
            process.send_signal(getattr(signal, name))
            time.sleep(0.15)
        out, err = process.communicate(timeout=30)
        server.faults = Faults()
        assert process.returncode == code, err
        assert json.loads(out)["exit_code"] == code
        ran = crawl(server.url)
    assert (ran.code, len(set(records(ran.home)))) == (0, ARTICLES)


# Sends itself a signal in the middle of an import, where Python's own interrupt is a traceback.
_EARLY = """
import os, sys
class Signals:
    def find_spec(name, path, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), {number})
sys.meta_path.insert(0, Signals)
from newscrawl.__main__ import main
sys.argv[1:] = {arguments}
main()
"""


@pytest.mark.parametrize("module", ["typer", "scrapy.crawler", "newscrawl.store.session"])
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_while_it_starts_ends_it_without_a_traceback(
    tmp_path: Path, name: str, code: int, module: str
) -> None:
    _, _, _, *arguments = command("http://127.0.0.1:9/", home=tmp_path / "corpus")
    number = int(getattr(signal, name))
    script = _EARLY.format(module=module, number=number, arguments=arguments)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (code, b"")


def test_a_folder_that_is_held_is_refused_and_it_is_said_by_whom(
    server: Server, crawl: Crawl, tmp_path: Path
) -> None:
    session = Session(tmp_path / "corpus", command="the first run", version="0")
    second = crawl(server.url)
    session.close()
    assert (second.code, second.err.count("\n")) == (7, 1)
    assert f"pid {os.getpid()}" in second.err
    assert "the first run" in second.err
