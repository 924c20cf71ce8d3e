"""A ledger that rotted or broke off is refused, and made anew from what can be read of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newscrawl.errors import StorageError
from newscrawl.store.repair import repair
from newscrawl.store.schema import VERSION, storage
from tests.store.conftest import LISTING, NAMES, Crawl, Opener, fill, ids
from tests.store.mending import mended


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
