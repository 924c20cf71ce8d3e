"""`-o -`: the records in a pipe, and nothing else there."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from newscrawl.demo import build, serve
from newscrawl.store import STREAM
from tests.crawl.conftest import Crawl, command, environment

pytestmark = pytest.mark.slow
INSTITUTE = build("trs", articles=30, faults=False)


def urls(out: str) -> Counter[str]:
    return Counter(json.loads(line)["url"] for line in out.splitlines())


@pytest.mark.parametrize("name", [str(STREAM), "/dev/stdout"])
def test_records_go_to_standard_output_once_and_all_else_to_stderr(name: str, crawl: Crawl) -> None:
    with serve(INSTITUTE) as server:
        first = crawl(server.url, "-o", name)
        second = crawl(server.url, "-o", str(STREAM))
    assert urls(first.out) == Counter(f"{server.base}{path}" for path in INSTITUTE.truth)
    assert json.loads(first.err)["outputs"][0]["lines_written"] == len(INSTITUTE.truth)
    assert (first.code, second.code, second.out) == (0, 0, "")
    assert not (first.home / "articles.jsonl").exists()


def test_a_standard_output_that_is_closed_is_refused(tmp_path: Path) -> None:
    """Its number is free: the records would be written into the ledger."""
    line = shlex.join(command("http://127.0.0.1:1/", "-o", "-", home=tmp_path / "corpus"))
    done = subprocess.run(
        f"{line} >&-", shell=True, capture_output=True, text=True, env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (
        2,
        "newscrawl: -o -: standard output is closed\n",
    )


def test_a_report_that_nobody_reads_to_its_end_is_no_failure_of_the_crawl(tmp_path: Path) -> None:
    """`newscrawl crawl … | head -1` was partial (1), and complete in the ledger."""
    with serve(build("trs", articles=3, faults=False)) as server:
        crawling = subprocess.Popen(
            command(server.url, home=tmp_path / "corpus"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        assert crawling.stdout
        crawling.stdout.close()
        _, said = crawling.communicate(timeout=60)
    assert (crawling.returncode, said) == (0, b"")


def test_what_the_reader_of_the_pipe_did_not_take_comes_in_the_next_run(
    crawl: Crawl, tmp_path: Path
) -> None:
    home = tmp_path / "corpus"
    with serve(INSTITUTE) as server:
        crawling = subprocess.Popen(
            command(server.url, "-o", "-", home=home),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(NEWSCRAWL_BATCH="5"),
        )
        assert crawling.stdout
        assert crawling.stderr
        read = [crawling.stdout.readline() for _ in range(5)]
        crawling.stdout.close()
        said = crawling.stderr.read()
        crawling.stderr.close()
        assert crawling.wait(timeout=60) == 3
        assert said == "newscrawl: cannot write to standard output: Broken pipe\n"
        rest = crawl(server.url, "-o", "-", home=home)
    assert urls("".join(read) + rest.out).keys() == {f"{server.base}{p}" for p in INSTITUTE.truth}
