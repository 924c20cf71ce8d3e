"""An unknown listing is learnt while it is crawled: which rules read a record, how to keep them."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.demo import build, serve
from tests.crawl.conftest import Crawl, environment

pytestmark = pytest.mark.slow


def test_the_offer_to_keep_what_was_learnt_is_the_last_line(tmp_path: Path) -> None:
    with serve(build("trs", articles=12, faults=False)) as server:
        command = [sys.executable, "-m", "newscrawl", "crawl", server.url, "--home", "corpus"]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=60, cwd=tmp_path,
            env=environment(), check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].endswith(f"newscrawl site add {server.url}")
    lines = (tmp_path / "corpus" / "articles.jsonl").read_text("utf-8").splitlines()
    named = [json.loads(line)["extractor"]["site_rules"] for line in lines]
    (report,) = (tmp_path / "corpus" / "runs").glob("*.json")
    (target,) = json.loads(report.read_text("utf-8"))["targets"]
    assert named == [None] * 4 + [target["learnt"]] * 8
    assert hashlib.sha256(target["learnt_rules"].encode()).hexdigest() == target["learnt"]


def test_a_site_file_whose_rules_find_nothing_any_more_is_drift(
    tmp_path: Path, crawl: Crawl
) -> None:
    with serve(build("trs", articles=12, faults=False)) as server:
        sites = tmp_path / "corpus" / "sites"
        sites.mkdir(parents=True)
        rules = f'[[listing]]\nurl = "{server.url}"\n[article]\nbody = "#gone"\n'
        (sites / "demo.toml").write_text(rules)
        ran = crawl("demo")
        (sites / "demo.toml").write_text(rules.replace("#gone", ".TRS_Editor"))
        again = crawl("demo")
    assert (ran.code, len(ran.urls)) == (4, 12)
    assert "article.body of its site file found nothing of use on any new article" in ran.err
    assert "newscrawl site edit demo" in ran.err
    assert (again.code, again.err) == (0, "")


def test_a_list_that_is_crawled_by_another_site_file_goes_on_where_it_was(
    tmp_path: Path, crawl: Crawl
) -> None:
    """A new layout is learnt under a new name; its corpus must not begin anew."""
    with serve(build("trs", articles=12, faults=False)) as server:
        sites = tmp_path / "corpus" / "sites"
        sites.mkdir(parents=True)
        rules = f'[[listing]]\nurl = "{server.url}"\n[article]\nbody = ".TRS_Editor"\n'
        for name in ("demo", "demo-2"):
            (sites / f"{name}.toml").write_text(rules)
        ran, again = crawl("demo"), crawl("demo-2", "--full")
    assert (ran.code, again.code) == (0, 0)
    assert len(ran.urls) == 12
    assert again.urls == ran.urls
    records = (tmp_path / "corpus" / "articles.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["site"] for line in records} == {"demo"}
