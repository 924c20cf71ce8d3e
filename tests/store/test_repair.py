"""What is damaged is mended as far as it can be, and what cannot be is said."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newscrawl.errors import LockedError, StorageError, UsageError
from newscrawl.store.repair import repair
from tests.store.conftest import LISTING, NAMES, Crawl, Opener, fill, ids, record
from tests.store.mending import mended, snapshot, told


def test_a_sound_corpus_is_left_as_it_is(crawl: Crawl) -> None:
    home = crawl(range(40))
    before = snapshot(home)
    assert repair(home, write=True) == []
    assert snapshot(home) == before


def test_a_folder_without_a_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no corpus folder"):
        repair(tmp_path, write=True)


def test_a_corpus_that_a_run_holds_is_left_alone(corpus: Opener) -> None:
    session = corpus()
    with pytest.raises(LockedError, match="held by another run"):
        repair(session.home, write=True)


@pytest.mark.parametrize("keep", [0, 0.4, 0.999])
def test_a_shorter_output_is_written_anew_and_the_old_one_stays_beside(
    crawl: Crawl, keep: float
) -> None:
    home = crawl(range(40))
    out = home / "articles.jsonl"
    whole = out.read_bytes()
    out.write_bytes(whole[: int(len(whole) * keep)])
    said = mended(home)
    assert "records are missing" in said or "breaks off" in said
    assert out.read_bytes() == whole
    (beside,) = home.glob("articles.jsonl.damaged-*")
    assert beside.read_bytes() == whole[: int(len(whole) * keep)]
    assert ids(crawl(range(40)) / "articles.jsonl") == NAMES


def test_an_output_that_is_gone_is_written_anew(crawl: Crawl) -> None:
    home = crawl(range(40))
    (home / "articles.jsonl").unlink()
    assert "it is gone" in mended(home)
    assert ids(home / "articles.jsonl") == NAMES


def test_an_output_that_was_edited_is_written_anew(crawl: Crawl) -> None:
    home = crawl(range(40))
    out = home / "articles.jsonl"
    whole = out.read_bytes()
    lines = whole.splitlines(keepends=True)
    changed = json.dumps(record(3, body="改过的正文。"), ensure_ascii=False).encode() + b"\n"
    out.write_bytes(b"".join([*lines[:3], changed, b"my note\n", lines[5], *lines[5:]]))
    said = mended(home)
    for words in (
        "1 of 40 records are missing",
        "1 line is no record",
        "1 record is changed",
    ):
        assert words in said
    assert "1 record is there more than once" in said
    assert out.read_bytes() == whole


@pytest.mark.parametrize(
    ("place", "rotten"),
    [(b'(?<="id": ").', b"~"), (b'(?<="n": )1', b"3"), (b'(?<="n": )1', b"0")],
    ids=["id", "higher revision", "lower revision"],
)
def test_a_record_whose_id_or_revision_rotted_in_the_output_is_no_second_article(
    crawl: Crawl, place: bytes, rotten: bytes
) -> None:
    """Its text proves itself; entered under the new name it would stand there twice."""
    home = crawl(range(40))
    out = home / "articles.jsonl"
    whole = out.read_bytes()
    out.write_bytes(re.sub(place, rotten, whole, count=1))
    assert "1 record is changed by another program" in mended(home)
    assert out.read_bytes() == whole


def test_a_lost_ledger_is_made_anew_from_the_records(crawl: Crawl) -> None:
    home = crawl(range(40))
    (home / "ledger.sqlite").unlink()
    before = (home / "articles.jsonl").read_bytes()
    with pytest.raises(StorageError, match="newscrawl repair"):
        crawl(range(40))
    said = mended(home)
    assert "40 records that the ledger has not" in said
    assert (home / "articles.jsonl").read_bytes() == before
    crawl(range(45))
    assert ids(home / "articles.jsonl") == [f"{n}.htm" for n in range(45)]


def test_what_a_lost_ledger_knew_of_other_addresses_is_told_as_lost(crawl: Crawl) -> None:
    home = crawl(range(40))
    (home / "ledger.sqlite").write_bytes(b"this is no database, and long enough " * 99)
    found = repair(home, write=True)
    assert [one.lost for one in found if one.lost] == [
        "how addresses without a record ended; the next crawl finds them again"
    ]
    (beside,) = home.glob("ledger.sqlite.damaged-*")
    assert beside.read_bytes().startswith(b"this is no database")


def test_a_torn_end_of_the_records_of_a_lost_ledger_is_fetched_again(crawl: Crawl) -> None:
    home = crawl(range(40))
    (home / "ledger.sqlite").unlink()
    out = home / "articles.jsonl"
    out.write_bytes(out.read_bytes()[:-30])
    assert "breaks off" in mended(home)
    assert ids(out) == NAMES[:-1]
    assert ids(crawl(range(40)) / "articles.jsonl") == NAMES


def test_a_record_that_only_the_output_has_is_entered(crawl: Crawl) -> None:
    """As where the ledger came back from a backup that is older than the output."""
    home = crawl(range(20))
    backup = (home / "ledger.sqlite").read_bytes()
    crawl(range(40))
    (home / "ledger.sqlite").write_bytes(backup)
    with pytest.raises(StorageError, match="does not know"):
        crawl(range(40))
    assert "it has 20 records that the ledger has not" in mended(home)
    assert ids(crawl(range(40)) / "articles.jsonl") == NAMES


def test_records_elsewhere_are_found_when_they_are_named(corpus: Opener, tmp_path: Path) -> None:
    session, elsewhere = corpus(), tmp_path / "elsewhere.jsonl"
    target = session.target("institute", LISTING)
    session.add_output(elsewhere, [target])
    fill(session, target, range(9))
    session.finish(0, "{}")
    session.close()
    (session.home / "ledger.sqlite").unlink()
    found = repair(session.home, [elsewhere], write=True)
    assert "9 records that the ledger has not" in told(found)
    again = corpus()
    again.add_output(elsewhere, [again.target("institute", LISTING)])
    assert again.tallies(target) == {"held": 9}
    assert ids(elsewhere) == NAMES[:9]


def test_leftovers_of_killed_runs_are_tidied_and_reports_written_again(crawl: Crawl) -> None:
    home = crawl(range(3))
    runs = home / "runs"
    (runs / "x.part").write_text("{")
    (runs / "x.log").touch()
    (home / ".repair-x").mkdir()
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db, db:
        db.execute("""UPDATE runs SET report = '{"exit_code": 0}'""")
    next(runs.glob("*.json")).unlink()
    said = mended(home)
    assert said.count("a run that was killed left it") == 3
    (report,) = runs.iterdir()
    assert report.read_text() == '{"exit_code": 0}'


def test_a_run_that_was_killed_gets_a_report(corpus: Opener) -> None:
    session = corpus()
    fill(session, session.target("institute", LISTING), range(3))
    session.flush()
    session.close()  # as a kill leaves it: no `finish`
    assert [one.harmless for one in repair(session.home, write=False)] == [True]
    assert "a run that was killed has none" in mended(session.home)
    (path,) = (session.home / "runs").iterdir()
    report = json.loads(path.read_text("utf-8"))
    assert (report["run"], report["exit_code"]) == (session.run_id, 137)
    assert report["outcomes"] == {"new": 3}
    assert repair(session.home, write=False) == []
