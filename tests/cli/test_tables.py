"""`newscrawl status` and `runs` into a pipe: tab-separated lines under a line of heads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newscrawl.cli import run
from newscrawl.store import Session
from tests.store.conftest import LISTING, fill


@pytest.mark.parametrize(
    ("verb", "heads"),
    [
        ("status", ["listing", "walked", "whole", "states", "held", "not held", "last run"]),
        ("runs", ["run", "exit", "found", "new", "command"]),
    ],
)
def test_the_first_line_names_the_columns(
    verb: str, heads: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(tmp_path, command="a test", version="0")
    target = session.target("institute", LISTING)
    fill(session, target, range(2))
    session.finish(0, "{}")
    session.close()
    assert run([verb, "--home", str(tmp_path)]) == 0
    first, second = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert first == heads
    assert len(second) == len(heads)


def test_status_says_why_a_list_was_not_walked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first run walked it, the second found no list any more."""
    for code, detail in ((0, ""), (4, "no list any more")):
        session = Session(tmp_path, command="a test", version="0")
        target = session.target("institute", LISTING)
        fill(session, target, range(2))
        told = {
            "site": "institute",
            "url": LISTING,
            "exit_code": code,
            "walk": "",
            "detail": detail,
        }
        session.finish(code, json.dumps({"targets": [told]}))
        session.close()
    assert run(["status", "--home", str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("\texit 4: no list any more\n")
