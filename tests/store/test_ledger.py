"""What the ledger knows of a URL decides whether it is fetched again."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.errors import LockedError, StorageError, UsageError
from newscrawl.items import Outcome
from newscrawl.store import Record, Session
from newscrawl.store.schema import VERSION
from tests.store.conftest import LISTING, Opener, fill, ids, row


def test_a_second_run_is_told_who_holds_the_folder(corpus: Opener) -> None:
    corpus()
    with pytest.raises(LockedError, match=r"pid \d+, since \d{4}-.*: a test"):
        corpus()


def test_every_url_of_a_run_has_one_outcome(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    fill(session, target, range(10))
    walk = session.begin_walk(target)
    session.sight(target, walk, [row(n) for n in range(12)])
    session.give_up("the run ended")
    assert session.outcomes() == {"new": 10, "given_up": 2}


def test_what_a_killed_run_left_undecided_is_given_up_by_the_next(corpus: Opener) -> None:
    first = corpus()
    target = first.target("institute", LISTING)
    first.sight(target, first.begin_walk(target), [row(1)])
    first.flush()
    first.close()  # as a kill leaves it: no `finish`
    second = corpus()
    assert second.ledger.counts(first.run) == {"given_up": 1}


def killed(corpus: Opener) -> Session:
    """A run that held two articles and had found a third when it was killed."""
    session = corpus()
    target = session.target("institute", LISTING, "要闻")
    fill(session, target, range(2))
    session.sight(target, session.begin_walk(target), [row(9)])
    session.flush()
    session.close()  # as a kill leaves it: no `finish`
    return session


def test_the_records_of_a_killed_run_join_a_report_once_the_next_has_begun(corpus: Opener) -> None:
    first = killed(corpus)
    second = corpus()
    report = json.loads((second.home / "runs" / f"{first.run_id}.json").read_text("utf-8"))
    assert (report["exit_code"], report["stopped_by"], report["ended"]) == (137, "kill", None)
    assert report["outcomes"] == {"new": 2, "given_up": 1}
    assert report["revisions"] == {"live": 2}
    (target,) = report["targets"]
    assert (target["url"], target["channel"], target["found"]) == (LISTING, "要闻", 3)
    assert (target["doubt"], target["dead_rules"]) == ("", []), "as every report has them"


def test_the_report_of_a_killed_run_calls_what_was_read_anew_as_others_do(corpus: Opener) -> None:
    first = corpus()
    target = first.target("institute", LISTING)
    fill(first, target, range(1))
    line = b"{}"
    first.keep(1, Record("anew", "institute", "x", line, 2, "live"))
    first.flush()
    first.close()
    second = corpus()
    report = json.loads((second.home / "runs" / f"{first.run_id}.json").read_text("utf-8"))
    assert report["revisions"] == dict(+first.revisions) == {"live": 1, "read_anew": 1}


def test_the_report_of_a_killed_run_is_made_once(corpus: Opener) -> None:
    first = killed(corpus)
    corpus().close()
    (first.home / "runs" / f"{first.run_id}.json").unlink()
    corpus().close()
    assert not (first.home / "runs" / f"{first.run_id}.json").exists()  # repair brings it back


def test_a_url_that_failed_is_taken_up_again_once(corpus: Opener) -> None:
    first = corpus()
    target = first.target("institute", LISTING)
    for one in first.sight(target, first.begin_walk(target), [row(1), row(2)]):
        first.settle(one.url_id, Outcome.TIMEOUT if one.row.key.endswith("1.htm") else Outcome.GONE)
    first.finish(1, "{}")
    first.close()
    second = corpus()
    again = [second.unfinished(target, limit=9, since=None, all_tries=False) for _ in range(2)]
    assert [[one.url for one in some] for some in again] == [[row(1).url], []]


def failed(corpus: Opener, days: int, runs: int) -> list[list[str]]:
    """What each run asks for of an address that was found `days` ago and always fails."""
    session = corpus()
    target = session.target("institute", LISTING)
    session.sight(target, session.begin_walk(target), [row(1)])
    found = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    session.ledger.db.execute("UPDATE urls SET seen = ?", (found,))
    session.finish(1, "{}")
    session.close()
    asked = []
    for _ in range(runs):
        session = corpus()
        again = session.unfinished(target, limit=9, since=None, all_tries=False)
        for one in again:
            session.settle(one.url_id, Outcome.HTTP_5XX)
        asked.append([one.url for one in again])
        session.finish(1, "{}")
        session.close()
    return asked


def test_what_fails_for_more_than_a_week_and_eight_runs_is_written_off(corpus: Opener) -> None:
    """One page that is broken for good would send its operator a mail after each run for ever."""
    *asked, last = failed(corpus, days=8, runs=9)
    assert asked == [[row(1).url]] * 8
    assert last == []
    session = corpus()
    target = session.target("institute", LISTING)
    assert session.written_off(target, [Outcome.HTTP_5XX, Outcome.BLOCKED]) == {"http_5xx": 1}
    (one,) = session.unfinished(target, limit=9, since=None, all_tries=True)
    assert one.url == row(1).url


def test_a_failure_of_today_is_written_off_by_no_number_of_runs_and_asked_for_each_day(
    corpus: Opener,
) -> None:
    assert failed(corpus, days=0, runs=9)[8] == []
    session = corpus()
    target = session.target("institute", LISTING)
    assert session.written_off(target, [Outcome.HTTP_5XX]) == {}
    yesterday = (datetime.now(UTC) - timedelta(hours=25)).strftime("%Y-%m-%dT%H:%M:%SZ")
    session.ledger.db.execute("UPDATE urls SET tried = ?", (yesterday,))
    (seen,) = session.sight(target, session.begin_walk(target), [row(1)])
    assert seen.open


def test_tallies_follow_every_change_of_standing(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    walk = session.begin_walk(target)
    seen = session.sight(target, walk, [row(1), row(2), row(3, settled=Outcome.EXTERNAL)])
    session.settle(seen[0].url_id, Outcome.TIMEOUT)
    assert session.tallies(target) == {"pending": 1, "timeout": 1, "external": 1}


def test_rows_seen_in_a_walk_are_known_within_it(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    walk = session.begin_walk(target)
    session.sight(target, walk, [row(1)])
    assert [one.seen for one in session.sight(target, walk, [row(1), row(2)])] == [True, False]


def test_a_page_of_thousands_of_rows_is_entered(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    seen = session.sight(target, session.begin_walk(target), [row(n) for n in range(3000)])
    assert len({one.url_id for one in seen}) == 3000


def test_a_damaged_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"this is no database, and long enough " * 99)
    with pytest.raises(StorageError, match="not a database"):
        Session(tmp_path, command="a test", version="0")


def test_the_ledger_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "ledger.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StorageError, match="newer"):
        Session(tmp_path, command="a test", version="0")


def test_a_ledger_of_an_older_version_is_brought_up_to_date(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    fill(session, target, range(3))
    session.finish(0, "{}")
    session.close()
    with closing(sqlite3.connect(session.home / "ledger.sqlite")) as db:
        db.executescript(
            "DROP INDEX urls_article; ALTER TABLE articles DROP COLUMN status; "
            "ALTER TABLE articles DROP COLUMN sum; DROP TABLE tries; "
            "ALTER TABLE targets DROP COLUMN moved; ALTER TABLE urls DROP COLUMN rules;"
        )
        db.execute("PRAGMA user_version = 1")
    later = corpus()
    later.add_output(later.home / "articles.jsonl", [target])
    (version,) = later.ledger.db.execute("PRAGMA user_version").fetchone()
    names = later.ledger.db.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")
    assert version == VERSION
    assert ("urls_article",) in names.fetchall()
    assert len(ids(later.home / "articles.jsonl")) == 3


def test_a_ledger_that_version_5_wrote_is_gone_on_with(corpus: Opener, tmp_path: Path) -> None:
    """Three articles, one that failed and a link to another site, by the code of then."""
    home = tmp_path / "corpus"
    home.mkdir()
    old = gzip.decompress(Path(__file__).with_name("ledger-5.sqlite.gz").read_bytes())
    (home / "ledger.sqlite").write_bytes(old)
    session = corpus(home)
    target = session.target("institute", LISTING)
    assert (target.walks, target.whole, target.family, target.moved) == (2, 2, "vsb", None)
    fill(session, target, range(5))
    session.add_output(home / "again.jsonl", [session.target("institute", LISTING)])
    session.finish(0, "{}")
    assert ids(home / "again.jsonl") == [f"{n}.htm" for n in range(3)]
    assert session.tallies(target) == {"held": 3, "http_5xx": 1, "external": 1}


def test_where_a_listing_moved_to_is_known_until_a_walk_says_otherwise(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    for moved in (f"{LISTING}index.htm", None):
        walk = session.begin_walk(target)
        session.end_walk(target, walk, whole=True, stated=None, moved=moved)
        assert session.target("institute", LISTING).moved == moved


@pytest.mark.parametrize("told", ["0", "many", "-1", "99999999999"])
def test_a_batch_that_is_no_number_is_refused(
    corpus: Opener, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setenv("NEWSCRAWL_BATCH", told)
    with pytest.raises(UsageError, match="NEWSCRAWL_BATCH"):
        corpus()


def test_a_batch_of_one_is_safe_after_each_article(
    corpus: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCRAWL_BATCH", "1")
    session = corpus()
    target = session.target("institute", LISTING)
    session.add_output(session.home / "articles.jsonl", [target])
    fill(session, target, range(1))
    assert ids(session.home / "articles.jsonl") == ["0.htm"]
