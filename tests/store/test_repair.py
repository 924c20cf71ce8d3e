"""What is damaged is mended as far as it can be, and what cannot be is said."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from newscrawl.errors import LockedError, StorageError, UsageError
from newscrawl.store.repair import Finding, repair
from newscrawl.store.schema import VERSION, storage
from tests.store.conftest import LISTING, Opener, fill, ids, record

NAMES = [f"{n}.htm" for n in range(40)]
Crawl = Callable[[range], Path]


@pytest.fixture
def crawl(corpus: Opener) -> Crawl:
    """One run over some rows; gives the corpus folder."""

    def run(numbers: range) -> Path:
        session = corpus()
        try:
            target = session.target("institute", LISTING)
            session.add_output(session.home / "articles.jsonl", [target])
            fill(session, target, numbers)
            session.finish(0, "{}")
            (session.home / "runs").mkdir(exist_ok=True)
            (session.home / "runs" / f"{session.run_id}.json").write_text("{}")
        finally:
            session.close()
        return session.home

    return run


def snapshot(home: Path) -> dict[str, bytes]:
    """Every file of the corpus but SQLite's own and the lock."""
    names = [one for one in home.rglob("*") if one.is_file() and one.name != ".lock"]
    return {str(one): one.read_bytes() for one in names if not one.name.endswith(("-shm", "-wal"))}


def told(found: list[Finding]) -> str:
    return "\n".join(f"{one.where}: {one.what}: {one.remedy}: {one.lost}" for one in found)


def mended(home: Path) -> str:
    """A dry look that changes nothing, the repair, and a second look that finds nothing more."""
    before = snapshot(home)
    looked = repair(home, write=False)
    assert snapshot(home) == before, "a dry look changes nothing"
    done = repair(home, write=True)
    assert told(done) == told(looked), "the dry look said what was done"
    assert repair(home, write=False) == []
    return told(done)


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
        "1 lines are no records",
        "1 records were changed",
    ):
        assert words in said
    assert "1 records are there more than once" in said
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
    assert "1 records were changed by another program" in mended(home)
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


def test_damaged_indexes_are_built_anew(crawl: Crawl) -> None:
    home = crawl(range(40))
    with closing(sqlite3.connect(home / "ledger.sqlite", isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'open = 1', 'open = 0') "
            "WHERE name = 'urls_open'"
        )
        db.execute("PRAGMA writable_schema = RESET")
    assert "they are built anew, no row is lost" in mended(home)
    assert ids(crawl(range(40)) / "articles.jsonl") == NAMES


def test_pages_of_the_ledger_that_are_overwritten_cost_only_their_rows(crawl: Crawl) -> None:
    home = crawl(range(300))
    path = home / "ledger.sqlite"
    whole = path.read_bytes()
    page = int.from_bytes(whole[16:18], "big")
    for at in range(3, len(whole) // page, 7):
        damaged = bytearray(whole)
        damaged[at * page : (at + 1) * page] = b"\xff" * page
        path.write_bytes(damaged)
        repair(home, write=True)
        assert repair(home, write=False) == []
        crawl(range(300))
        assert sorted(ids(home / "articles.jsonl")) == sorted(f"{n}.htm" for n in range(300)), at


def test_a_ledger_that_breaks_off_within_a_page_is_refused_and_mended(
    crawl: Crawl, corpus: Opener
) -> None:
    """SQLite takes what is beyond the end for zeros: rows of that page change without a word."""
    home = crawl(range(20))
    ledger = home / "ledger.sqlite"
    ledger.write_bytes(ledger.read_bytes()[:-10])
    with pytest.raises(StorageError, match="breaks off within a page; see newscrawl repair"):
        corpus()
    assert "it breaks off within a page" in mended(home)
    crawl(range(20))
    assert sorted(ids(home / "articles.jsonl")) == sorted(NAMES[:20])


def test_a_page_of_zeros_does_not_keep_a_repair_going_for_ever(crawl: Crawl) -> None:
    """Its cells answer with the key 0, whatever key was asked for."""
    home = crawl(range(20))
    ledger = home / "ledger.sqlite"
    with closing(sqlite3.connect(ledger)) as db:
        (page,) = db.execute(
            "SELECT max(pageno) FROM dbstat WHERE name = 'articles' AND pagetype = 'leaf'"
        ).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    data = bytearray(ledger.read_bytes())
    data[page * size - 2000 : page * size] = bytes(2000)
    ledger.write_bytes(data)
    mended(home)
    crawl(range(20))
    assert sorted(ids(home / "articles.jsonl")) == sorted(NAMES[:20])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("articles SET line = replace(line, 'live', 'line')", "the text of 20 records is damaged"),
        ("articles SET content = 'x' || content", "records are filed under what they do not say"),
        ("articles SET n = n + 1", "the text of 20 records is damaged"),
        ("urls SET standing = 'helc'", "addresses stand as nothing that there is"),
        ("urls SET standing = CAST(x'68e56c64' AS TEXT)", "it is damaged (Could not decode"),
    ],
)
def test_a_value_that_rotted_is_found_and_mended(crawl: Crawl, change: str, said: str) -> None:
    """SQLite keeps no checksums: to it these are values like any others."""
    home = crawl(range(20))
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db:
        db.execute(f"UPDATE {change}")
        db.commit()
    assert said in mended(home)
    crawl(range(25))
    assert sorted(ids(home / "articles.jsonl")) == sorted(NAMES[:25])


def test_a_table_whose_description_rotted_is_made_anew(crawl: Crawl) -> None:
    """SQLite reads it with a strange name in it, until an error is to be told."""
    home = crawl(range(20))
    ledger = home / "ledger.sqlite"
    data = ledger.read_bytes()
    assert data.count(b"SELECT new.target, standing") == 1
    ledger.write_bytes(data.replace(b"new.target, standing", b"new.t\xferget, standing"))
    assert "Could not decode" in mended(home)
    crawl(range(25))
    assert sorted(ids(home / "articles.jsonl")) == sorted(NAMES[:25])


def test_a_table_that_lost_the_name_of_a_column_is_made_anew(crawl: Crawl) -> None:
    home = crawl(range(20))
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db:
        db.execute("ALTER TABLE found RENAME COLUMN listing TO lisding")
    assert "its table found is none of ours any more" in mended(home)
    crawl(range(25))
    assert sorted(ids(home / "articles.jsonl")) == sorted(NAMES[:25])


@pytest.mark.parametrize("version", [0, 2, VERSION + 1, 1 << 30])
def test_a_version_that_rotted_is_mended(crawl: Crawl, version: int) -> None:
    """It is four bytes of the head: they may say a newer version, an older one, or no ledger."""
    home = crawl(range(20))
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db:
        db.execute(f"PRAGMA user_version = {version}")
    assert f"it says version {version}" in mended(home)
    crawl(range(25))
    assert sorted(ids(home / "articles.jsonl")) == sorted(NAMES[:25])


def test_a_ledger_of_a_newer_version_is_not_repaired(crawl: Crawl) -> None:
    home = crawl(range(20))
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db:
        db.execute("ALTER TABLE urls ADD COLUMN mood TEXT")
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StorageError, match="written by a newer newscrawl"):
        repair(home, write=True)


def test_listings_that_are_gone_come_back_with_the_records_they_had(
    corpus: Opener, tmp_path: Path
) -> None:
    """What is left names them by numbers that the next listings would get, in another order."""
    other, home = f"{LISTING}notices/", tmp_path / "corpus"
    listings = {home / "news.jsonl": LISTING, home / "notices.jsonl": other}
    numbers = {LISTING: range(20), other: range(15, 30)}

    def crawl_both() -> None:
        for path, url in listings.items():
            session = corpus()
            target = session.target("institute", url)
            session.add_output(path, [target])
            fill(session, target, numbers[url])
            session.finish(0, "{}")
            session.close()

    crawl_both()
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db:
        db.execute("DELETE FROM targets")
        db.commit()
    assert "records have no place in any output" in mended(home)
    listings = dict(reversed(listings.items()))
    crawl_both()
    for path, url in listings.items():
        assert sorted(ids(path)) == sorted(NAMES[n] for n in numbers[url])


def test_a_record_that_rotted_in_the_ledger_is_written_into_no_output(
    crawl: Crawl, corpus: Opener
) -> None:
    home = crawl(range(20))
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db:
        db.execute("UPDATE articles SET line = replace(line, 'live', 'line') WHERE seq = 7")
        db.commit()
    session = corpus()
    target = session.target("institute", LISTING)
    with pytest.raises(StorageError, match="a record in the ledger is damaged; see newscrawl rep"):
        session.add_output(home / "another.jsonl", [target])


def test_a_ledger_that_contradicts_itself_is_a_storage_failure() -> None:
    """A row that was just entered is not there: its index was overwritten."""
    with (
        pytest.raises(StorageError, match="contradicts itself; see newscrawl repair"),
        storage("x"),
    ):
        raise KeyError("https://institute.example/info/1.htm")


def test_a_record_whose_text_rotted_comes_back_from_the_output(crawl: Crawl) -> None:
    home = crawl(range(40))
    path = home / "ledger.sqlite"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE articles SET line = replace(line, '正文', '正丈') WHERE seq = 7")
    said = mended(home)
    assert "the text of 1 records is damaged" in said
    assert "1 records that the ledger has not" in said
    assert sorted(ids(crawl(range(40)) / "articles.jsonl")) == sorted(NAMES)


def test_a_record_that_no_file_has_any_more_is_fetched_again(crawl: Crawl) -> None:
    home = crawl(range(40))
    with closing(sqlite3.connect(home / "ledger.sqlite")) as db, db:
        db.execute("DELETE FROM articles WHERE seq = 7")
    out = home / "articles.jsonl"
    lines = out.read_bytes().splitlines(keepends=True)
    out.write_bytes(b"".join(lines[:6] + lines[7:]))
    assert "1 addresses count as held whose record is not there" in mended(home)
    assert sorted(ids(crawl(range(40)) / "articles.jsonl")) == sorted(NAMES)


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
