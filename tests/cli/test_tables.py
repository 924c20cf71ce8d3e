"""`newscrawl status` and `runs` into a pipe: tab-separated lines under a line of heads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newscrawl.cli import run
from newscrawl.errors import StorageError
from newscrawl.items import Outcome
from newscrawl.store import Session, faults
from newscrawl.store.story import open_for_reading, story
from tests.store.conftest import LISTING, fill, row

GONE = 1 << 22  # no process: Linux gives no number that high


@pytest.mark.parametrize(
    ("verb", "heads"),
    [
        (
            "status",
            ["listing", "walked", "whole", "states", "held", "of the held", "not held", "last run"],
        ),
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


def begun(home: Path) -> Session:
    session = Session(home, command="a test", version="0")
    fill(session, session.target("institute", LISTING), range(2))
    session.flush()
    return session


def codes(home: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert run(["runs", "--home", str(home)]) == 0
    return [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()[1:]]


def test_a_run_that_stopped_at_a_storage_failure_is_told_as_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the next run began as after it; what it left open is given up for that reason."""
    session = begun(tmp_path)
    sighted = session.sight(session.target("institute", LISTING), 1, [row(7)])
    session.flush()
    faults.install(faults.nth("before_commit", 1, faults.act_named("ENOSPC")))
    session.settle(sighted[0].url_id, Outcome.NOT_ARTICLE)
    with pytest.raises(StorageError):
        session.flush()
    faults.install(None)
    session.close()
    assert codes(tmp_path, capsys) == ["3"]
    assert run(["status", "--home", str(tmp_path)]) == 0
    assert "stopped at a storage failure (exit code 3)" in capsys.readouterr().err
    begun(tmp_path).close()
    assert codes(tmp_path, capsys)[1] == "3"
    with open_for_reading(tmp_path) as db:
        (told,) = story(db, row(7).url)
    assert told["runs"][0]["detail"] == "the run stopped at a storage failure"


def test_a_run_that_was_killed_is_not_told_as_going_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = begun(tmp_path)
    assert codes(tmp_path, capsys) == ["going on"]
    assert run(["status", "--home", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""
    session.close()  # without an end, as the lock of a killed process goes
    lock = tmp_path / ".lock"
    lock.write_text(json.dumps({**json.loads(lock.read_text()), "pid": GONE}))
    assert codes(tmp_path, capsys) == ["137"]
    assert run(["status", "--home", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert "was killed: the same command goes on." in told.err
    assert "\t2\t" in told.out
    assert "is of the run before it" in told.err
    assert run(["repair", "--apply", "--home", str(tmp_path)]) == 0  # which makes its report
    lock.write_text(json.dumps({**json.loads(lock.read_text()), "pid": GONE}))
    capsys.readouterr()
    assert run(["status", "--home", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert "exit 137: the run was killed" in told.out
    assert "was killed: the same command goes on" in told.err
    assert "is of the run before it" not in told.err


@pytest.mark.parametrize("verb", ["status", "runs", "export a.csv", f"why {LISTING}"])
def test_a_corpus_that_lost_its_ledger_is_not_called_empty(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody copied the records without it: "nothing was crawled into it", they were told."""
    (tmp_path / "articles.jsonl").write_text("{}\n", encoding="utf-8")
    assert run([*verb.split(), "--home", str(tmp_path)]) == 3
    assert "ledger.sqlite is missing: newscrawl repair" in capsys.readouterr().err


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


def test_status_says_of_a_walk_that_was_interrupted_what_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It said `not over`, of a run that had ended."""
    session = Session(tmp_path, command="a test", version="0")
    fill(session, session.target("institute", LISTING), range(2))
    told = {"site": "institute", "url": LISTING, "exit_code": 1, "walk": "not over"}
    session.finish(143, json.dumps({"targets": [{**told, "detail": ""}]}))
    session.close()
    assert run(["status", "--home", str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("\texit 1: interrupted, the same command goes on\n")


def test_status_says_what_is_doubted_of_a_list_that_seems_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(tmp_path, command="a test", version="0")
    fill(session, session.target("institute", LISTING), range(2))
    told = {"site": "institute", "url": LISTING, "exit_code": 0, "walk": "the last page"}
    session.finish(0, json.dumps({"targets": [{**told, "doubt": "its pager leads on"}]}))
    session.close()
    assert run(["status", "--home", str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("\tcomplete, if that was all: its pager leads on\n")


def test_status_names_the_rules_that_find_nothing_and_leaves_addresses_whole_on_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table of seven columns cut them to eight characters a line."""
    session = Session(tmp_path, command="a test", version="0")
    fill(session, session.target("institute", LISTING), range(2))
    told = {"site": "institute", "url": LISTING, "exit_code": 4, "walk": "the last page"}
    told |= {"detail": "", "dead_rules": ["article.title", "article.body"]}
    session.finish(4, json.dumps({"targets": [told]}))
    session.close()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(["status", "--home", str(tmp_path)]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert (first, second) == (LISTING, "  2 held")
    assert "exit 4: article.title and article.body of its site file found nothing" in third
