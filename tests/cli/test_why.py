"""`newscrawl why` and `runs` tell all that the ledger knows: a corpus can be audited."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newscrawl.cli import run
from newscrawl.items import Outcome
from newscrawl.store import Session
from newscrawl.store.story import newest_lines, open_for_reading
from tests.store.conftest import LISTING, fill, record, row


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Two runs: five articles, of which the first is then taken down, and one that never comes."""
    for number in range(2):
        session = Session(tmp_path / "corpus", command=f"crawl number {number}", version="0")
        target = session.target("institute", LISTING)
        if number == 0:
            fill(session, target, range(5))
        walk = session.begin_walk(target)
        (failed,) = session.sight(target, walk, [row(9)])
        session.tried(failed.url_id, 503, "told to wait 2 s")
        session.tried(failed.url_id, None, "the connection failed")
        session.settle(failed.url_id, Outcome.TIMEOUT, "no whole answer in time")
        if number:
            (one,) = session.due(target, limit=1, since=None)
            session.settle(one.url_id, Outcome.GONE, "404", status=404)
            session.give_up("the run ended")
        session.finish(number, "{}")
        session.close()
    return tmp_path / "corpus"


def test_an_articles_story_has_its_row_every_try_and_every_revision(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["why", row(0).url, "--home", str(home)]) == 0
    told = capsys.readouterr().out
    assert "stands as held, taken down by the site: 404" in told
    assert f"on {LISTING} (page 1)" in told
    assert "its row: 第0条" in told
    assert " new" in told
    assert " gone (404): 404" in told
    assert "revision 1, live" in told
    assert "revision 2, gone" in told


def test_the_table_tells_what_is_held_and_has_left_the_site(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["status", "--home", str(home)]) == 0
    heads, row = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert dict(zip(heads, row, strict=True))["of the held"] == "1 gone"
    assert run(["status", "--json", "--home", str(home)]) == 0
    (listing,) = json.loads(capsys.readouterr().out)
    assert listing["left"] == {"gone": 1}


def test_an_article_that_never_came_says_why_and_that_it_is_tried_again(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["why", row(9).url, "--home", str(home)]) == 0
    told = capsys.readouterr().out
    assert "stands as timeout: no whole answer in time" in told
    assert told.count("Z timeout: no whole answer in time") == 2
    assert told.count("asked again after (503): told to wait 2 s   run ") == 2
    assert told.count("asked again after: the connection failed   run ") == 2
    assert "to be tried again; tried in 2 runs" in told


def test_a_blank_that_was_copied_with_an_address_hides_no_story(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["why", f"{row(1).url} ", "--home", str(home)]) == 0
    assert capsys.readouterr().out.startswith(f"{row(1).url}\n")


def test_a_story_is_found_by_a_records_id_and_told_to_programs(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["why", record(3)["id"], "--json", "--home", str(home)]) == 0
    (story,) = json.loads(capsys.readouterr().out)
    assert story["url"] == row(3).url
    assert [one["outcome"] for one in story["runs"]] == ["new"]


def test_a_lists_own_address_is_sent_to_status(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["why", LISTING, "--home", str(home)]) == 1
    assert "is a list: newscrawl status shows how it stands" in capsys.readouterr().out


def test_what_is_neither_an_address_nor_an_id_is_refused(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["why", "1.htm", "--home", str(home)]) == 2
    assert "1.htm is neither an address nor a record's id" in capsys.readouterr().err


def test_an_address_that_no_list_showed_is_told_so(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["why", "https://institute.example/x", "--home", str(home)]) == 1
    assert "no listing" in capsys.readouterr().out


def test_a_ledger_of_an_older_version_can_be_read(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db:
        db.executescript(
            "ALTER TABLE articles DROP COLUMN status; ALTER TABLE articles DROP COLUMN sum; "
            "DROP TABLE tries; ALTER TABLE targets DROP COLUMN moved; "
            "ALTER TABLE urls DROP COLUMN rules; "
            "PRAGMA user_version = 2;"
        )
    assert run(["why", row(1).url, "--home", str(home)]) == 0
    assert "revision 1, live" in capsys.readouterr().out


def test_the_last_runs_are_listed_newest_first(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["runs", "--json", "--home", str(home)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["command"] for one in told] == ["crawl number 1", "crawl number 0"]
    assert [one["exit_code"] for one in told] == [1, 0]
    assert told[1]["outcomes"] == {"new": 5, "timeout": 1}


def test_each_article_is_told_once_as_it_is_now(home: Path) -> None:
    with open_for_reading(home) as db:
        lines = [json.loads(line) for line in newest_lines(db)]
    assert [(one["url"], one["revision"]["n"]) for one in lines] == [
        *((row(n).url, 1) for n in range(1, 5)),
        (row(0).url, 2),
    ]
