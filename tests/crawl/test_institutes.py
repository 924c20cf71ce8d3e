"""Each made-up institute, crawled with no site file by the real command, comes out whole and exact.

Truth and record come from two sides: the generator knows what it printed, the crawl what it read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
import pytest

from newscrawl import items
from newscrawl.demo import Institute, build, serve
from tests.crawl.conftest import ROOT, Crawl, environment
from tests.institutes import every_family, lines

pytestmark = pytest.mark.slow
SCHEMA = json.loads((Path(items.__file__).parent / "article.schema.json").read_text("utf-8"))
ROBOTS_AND_LAST_LOOK = 5


@dataclass(frozen=True)
class Crawled:
    """One institute and what a full crawl of it left: records by path, the report, requests."""

    institute: Institute
    base: str
    records: dict[str, list[dict[str, Any]]]
    outcomes: dict[str, int]
    requests: Counter[str]


@cache
def crawled(family: str) -> Crawled:
    institute = build(family)
    with TemporaryDirectory() as folder, serve(institute) as server:
        command = [sys.executable, "-m", "newscrawl", "crawl", server.url, "--json"]
        done = subprocess.run(
            [*command, "--home", folder],
            capture_output=True,
            text=True,
            timeout=60,
            cwd=folder,
            env=environment(),
            check=False,
        )
        assert done.returncode in {0, 1}, done.stderr
        lines = (Path(folder) / "articles.jsonl").read_bytes().splitlines()
        base, requests = server.base, server.requests
    records: dict[str, list[dict[str, Any]]] = {}
    for record in map(json.loads, lines):
        path = record["url"].removeprefix(base)
        records.setdefault(institute.twins.get(path, path), []).append(record)
    return Crawled(institute, base, records, json.loads(done.stdout)["outcomes"], requests)


def differences(family: str, field: str) -> list[tuple[str, Any, Any]]:
    """(path, truth, record) wherever a field is not what the institute printed."""
    found = []
    run = crawled(family)
    for path, truth in run.institute.truth.items():
        for record in run.records.get(path, []):
            want, have = getattr(truth, field), record[field]
            if field == "attachments":
                want = [(title, run.base + where) for title, where in want]
                have = [(one["title"], one["url"]) for one in have]
            elif field == "body":
                want, have = lines(want), lines(have)
            elif isinstance(have, list):
                want = list(want)
            if want != have:
                found.append((path, want, have))
    return found


@every_family
def test_every_article_is_there_once_and_nothing_else(family: str) -> None:
    run = crawled(family)
    assert run.records.keys() == run.institute.truth.keys()
    assert [path for path, found in run.records.items() if len(found) > 1] == []


@pytest.mark.parametrize(
    "field",
    [
        *("title", "subtitles", "authors", "source", "date_published", "breadcrumbs"),
        *("body", "attachments"),
    ],
)
@every_family
def test_the_field_is_exact_in_every_record(family: str, field: str) -> None:
    assert differences(family, field) == []


@every_family
def test_every_record_validates_against_the_schema(family: str) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for found in crawled(family).records.values():
        for record in found:
            validator.validate(record)
            assert list(record) == list(SCHEMA["properties"])


@every_family
def test_links_out_files_and_the_broken_page_are_outcomes(family: str) -> None:
    run = crawled(family)
    assert run.outcomes["new"] == len(run.institute.truth)
    for outcome, number in Counter(run.institute.outcomes.values()).items():
        assert run.outcomes[outcome] == number


@every_family
def test_a_full_crawl_asks_for_each_page_once_and_little_more(family: str) -> None:
    run = crawled(family)
    pages = run.institute.total_pages + len(run.institute.truth) + 1  # the broken one
    retried = sum(run.requests[path] - 1 for path in run.institute.outcomes if path in run.requests)
    assert sum(run.requests.values()) - retried <= pages + ROBOTS_AND_LAST_LOOK


@pytest.mark.parametrize("family", ["table", "vsb", "webplus", "trs"])
def test_a_second_crawl_reads_a_page_or_two_and_a_later_one_only_what_is_new(
    family: str, crawl: Crawl
) -> None:
    with serve(build(family, faults=False)) as server:
        first = crawl(server.url)
        server.requests.clear()
        second = crawl(server.url)
        asked = sum(server.requests.values())
        server.institute = build(family, articles=29, faults=False)
        server.requests.clear()
        third = crawl(server.url)
    assert first.urls == second.urls
    assert asked <= 3
    assert len(third.urls) == len(set(third.urls)) == 29
    assert sum(server.requests.values()) <= 2 + 3 + 1 + 1


def test_the_demo_runs_from_any_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "newscrawl", "demo"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=30, cwd=tmp_path, env=env, check=False
    )
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1, "one line for the page that is broken on purpose"
    assert "server error" in done.stderr
    assert "date_published" in done.stdout
    written = (tmp_path / "demo-corpus" / "articles.jsonl").read_bytes()
    assert written.count(b"\n") == len(build("table").truth)


def test_a_demo_of_an_unknown_family_is_refused_in_one_line() -> None:
    command = [sys.executable, "-m", "newscrawl", "demo", "--family", "nope"]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=30, env=environment(), check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
