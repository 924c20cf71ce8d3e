"""`newscrawl repair` says in one line each what is wrong, and ends with a code that says it too."""

from __future__ import annotations

from pathlib import Path

import pytest

from newscrawl.cli import run
from newscrawl.store import Session
from tests.store.conftest import LISTING, fill


@pytest.fixture
def home(tmp_path: Path) -> Path:
    session = Session(tmp_path / "corpus", command="a test", version="0")
    target = session.target("institute", LISTING)
    session.add_output(session.home / "articles.jsonl", [target])
    fill(session, target, range(5))
    session.finish(0, "{}")
    session.close()
    (session.home / "runs").mkdir()
    (session.home / "runs" / f"{session.run_id}.json").write_text("{}")
    return session.home


def repair(home: Path, *more: str) -> int:
    return run(["repair", *more, "--home", str(home)])


def test_a_sound_corpus_is_well(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert repair(home) == 0
    assert capsys.readouterr().out == f"{home}: all is well\n"


def test_a_look_says_what_is_to_be_done_and_apply_does_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "articles.jsonl").unlink()
    assert repair(home) == 1
    assert capsys.readouterr().out.splitlines() == [
        "articles.jsonl: it is gone. To do: it is written anew from the ledger.",
        "Nothing was changed: newscrawl repair --apply does it",
    ]
    assert repair(home, "--apply") == 0
    assert "Done: it is written anew" in capsys.readouterr().out
    assert repair(home) == 0


def test_leftovers_that_harm_nothing_are_told_and_end_with_0(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "runs" / "killed.log").touch()
    assert repair(home) == 0
    assert "runs/killed.log: a run that was killed left it" in capsys.readouterr().out
    (home / "articles.jsonl").unlink()
    assert repair(home) == 1


def test_what_is_lost_for_good_is_said_and_ends_with_1(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "ledger.sqlite").unlink()
    assert repair(home, "--apply") == 1
    assert "Lost: how addresses without a record ended" in capsys.readouterr().out


def test_a_folder_that_is_no_corpus_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert repair(tmp_path) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_corpus_that_is_in_use_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(home, command="the first run", version="0")
    try:
        assert repair(home) == 7
    finally:
        session.close()
    assert "the first run" in capsys.readouterr().err


def test_a_file_whose_name_is_mistyped_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All was well, it said: nobody had looked at the file that was meant."""
    assert repair(home, "recrods.jsonl") == 2
    assert "recrods.jsonl: there is no such file" in capsys.readouterr().err


def _all_in(home: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(one.relative_to(home)): (one.stat().st_mtime_ns, one.read_bytes())
        for one in home.rglob("*")
        if one.is_file()
    }


@pytest.fixture
def shut(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus that may only be read, to root as well."""
    monkeypatch.setattr("newscrawl.store.repair.mending.os.access", lambda *_: False)
    return home


def test_a_corpus_that_may_only_be_read_is_looked_at(
    shut: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was refused: the look made a lock, and opened the ledger to write in it."""
    before = _all_in(shut)
    assert repair(shut) == 0
    assert capsys.readouterr().out == f"{shut}: all is well\n"
    assert _all_in(shut) == before
    (shut / "articles.jsonl").unlink()
    assert repair(shut) == 1
    assert "articles.jsonl: it is gone" in capsys.readouterr().out


def test_a_corpus_that_may_only_be_read_is_left_alone_while_a_run_holds_it(
    shut: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(shut, command="a test", version="0")
    try:
        assert repair(shut) == 7
    finally:
        session.close()
    assert "is held by another run" in capsys.readouterr().err
