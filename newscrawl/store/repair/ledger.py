"""Checks of the ledger, and the mending of each inconsistency, as a table."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from newscrawl.errors import StorageError
from newscrawl.items import Outcome
from newscrawl.store.model import checksum
from newscrawl.store.repair.adopt import is_record, revision_of
from newscrawl.store.repair.model import Finding
from newscrawl.store.schema import TABLES, VERSION, breaks_off, connect, storage

_INDEX = re.compile(r"row \d+ missing from index|wrong # of entries in index|non-unique entry in")


class State(StrEnum):
    """How much of the ledger is usable."""

    SOUND = "sound"
    INDEX = "its indexes are damaged"
    DAMAGED = "it is damaged"
    UNREADABLE = "it is no database any more"
    MISSING = "it is missing"


Rule = tuple[str, str, str, str]  # what is wrong, how many, what mends it, what that does
_NOT_THERE = (
    "standing IN ('held', 'duplicate') AND (article IS NULL OR article NOT IN "
    "(SELECT id FROM articles))"
)
_STANDINGS = ", ".join(f"'{one}'" for one in ("pending", "held", *Outcome))
_RESET = "UPDATE urls SET standing = 'pending', open = 1, tries = 0, article = NULL WHERE "
_NO_URL = "url NOT IN (SELECT id FROM urls)"
_NO_TARGET = "target NOT IN (SELECT id FROM targets)"
_TALLIES = (
    "SELECT l.target, u.standing, count(*) FROM listed l JOIN urls u ON u.id = l.url GROUP BY 1, 2"
)
# New rows may get the numbers of lost ones: what names these goes first.
DANGLING = (
    (
        "rows of listings name addresses that are not there",
        f"SELECT count(*) FROM listed WHERE {_NO_URL}",  # noqa: S608
        f"DELETE FROM listed WHERE {_NO_URL}",  # noqa: S608
        "they are taken out; the next crawl finds the addresses again",
    ),
    (
        "outcomes of runs name addresses that are not there",
        f"SELECT count(*) FROM found WHERE {_NO_URL}",  # noqa: S608
        f"DELETE FROM found WHERE {_NO_URL}",  # noqa: S608
        "they are taken out",
    ),
    (
        "tries name addresses that are not there",
        f"SELECT count(*) FROM tries WHERE {_NO_URL}",  # noqa: S608
        f"DELETE FROM tries WHERE {_NO_URL}",  # noqa: S608
        "they are taken out",
    ),
    (
        "rows of listings name listings that are not there",
        f"SELECT count(*) FROM listed WHERE {_NO_TARGET}",  # noqa: S608
        f"DELETE FROM listed WHERE {_NO_TARGET}",  # noqa: S608
        "they are taken out; the next crawl finds the listings again",
    ),
    (
        "places in outputs name listings that are not there",
        f"SELECT count(*) FROM lines WHERE {_NO_TARGET}",  # noqa: S608
        f"DELETE FROM lines WHERE {_NO_TARGET}; DELETE FROM output_targets WHERE {_NO_TARGET}",  # noqa: S608
        "they are taken out",
    ),
    (
        "places in outputs name records that are not there",
        "SELECT count(*) FROM lines WHERE article NOT IN (SELECT seq FROM articles)",
        "DELETE FROM lines WHERE article NOT IN (SELECT seq FROM articles)",
        "they are taken out",
    ),
)
_STATUS = "coalesce(json_extract(line, '$.revision.status'), 'live')"
_CONTENT = "json_extract(line, '$.content_sha256')"
UNFIT = (
    (
        "records are filed under what they do not say",
        f"SELECT count(*) FROM articles WHERE status IS NOT {_STATUS} OR content IS NOT {_CONTENT}",  # noqa: S608
        f"UPDATE articles SET status = {_STATUS}, content = {_CONTENT}",  # noqa: S608
        "they are filed anew",
    ),
    (
        "addresses stand as nothing that there is",
        f"SELECT count(*) FROM urls WHERE standing NOT IN ({_STANDINGS})",  # noqa: S608
        f"{_RESET}standing NOT IN ({_STANDINGS})",
        "the next crawl fetches them again",
    ),
    (
        "addresses count as held whose record is not there",
        f"SELECT count(*) FROM urls WHERE {_NOT_THERE}",  # noqa: S608
        f"{_RESET}{_NOT_THERE}",
        "the next crawl fetches them again",
    ),
    (
        "counts of listings are wrong",
        f"SELECT count(*) FROM ({_TALLIES} EXCEPT SELECT * FROM tallies)",  # noqa: S608
        f"DELETE FROM tallies; INSERT INTO tallies {_TALLIES}",  # noqa: S608
        "everything is counted anew",
    ),
)


def state_of(path: Path) -> tuple[State, str]:
    """The state of the ledger with SQLite's own words; StorageError for a newer version's file."""
    if not path.is_file() or not path.stat().st_size:
        return State.MISSING, ""
    if breaks_off(path):
        return State.DAMAGED, "it breaks off within a page"
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    with closing(db):
        try:
            return _checked(db, path)
        except UnicodeError:
            return State.DAMAGED, "its tables have no names any more"
        except sqlite3.DatabaseError as error:
            bad_head = "not a database" in str(error)
            return (State.UNREADABLE if bad_head else State.DAMAGED), str(error)


def _checked(db: sqlite3.Connection, path: Path) -> tuple[State, str]:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    tables = [n for (n,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(TABLES)
        ours, there = _columns(fresh), _columns(db)
    if version != VERSION and there == ours:
        return State.DAMAGED, f"it says version {version}, its tables are of version {VERSION}"
    if version > VERSION:
        raise StorageError(f"the ledger {path} was written by a newer newscrawl")
    if "urls" not in tables:
        return State.UNREADABLE, "it has no tables of ours"
    told = [text for (text,) in db.execute("PRAGMA integrity_check(20)")]
    if version == VERSION and (lost := ours - there):
        return State.DAMAGED, f"its table {min(lost)[0]} is none of ours any more"
    if told == ["ok"]:
        for name in (
            "sqlite_schema",
            *tables,
        ):  # texts that are none any more, which SQLite does not look at
            deque(db.execute(f'SELECT * FROM "{name}"'), maxlen=0)  # noqa: S608
        return State.SOUND, ""
    only_indexes = all(_INDEX.search(text) for text in told)
    return (State.INDEX if only_indexes else State.DAMAGED), told[0].replace("\n", " ")


def _columns(db: sqlite3.Connection) -> set[tuple[str, str]]:
    """Every column of every table, by their names."""
    named = "SELECT m.name, p.name FROM sqlite_schema m, pragma_table_info(m.name) p"
    return {*db.execute(f"{named} WHERE m.type = 'table'")}


def reindex(path: Path) -> bool:
    """Rebuild every index; whether the ledger passes its checks afterwards."""
    with closing(connect(path)) as db:
        try:
            db.execute("REINDEX")
        except (sqlite3.DatabaseError, UnicodeError):
            return False
    return state_of(path)[0] is State.SOUND


def mend_rows(db: sqlite3.Connection, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Mend inconsistencies between the tables, in the open transaction."""
    for what, count, mend, does in rules:
        (n,) = db.execute(count).fetchone()
        if n:
            for statement in mend.split("; "):
                db.execute(statement)
            yield Finding("ledger", f"{n} {what}", does)


def drop_bad_records(db: sqlite3.Connection) -> Iterator[Finding]:
    """Remove records whose line is no record, or contradicts its hash or checksum."""
    rows = db.execute("SELECT seq, id, n, CAST(line AS BLOB), sum FROM articles")
    bad = [(seq,) for seq, *record in rows if not _is_sound(*record)]
    if bad:
        db.executemany("DELETE FROM articles WHERE seq = ?", bad)
        yield Finding(
            "ledger",
            f"the text of {len(bad)} records is damaged",
            "it is taken from an output that has it whole, else the next crawl fetches it again",
        )


def _is_sound(name: str, n: int, line: bytes, total: int | None) -> bool:
    try:
        text = line.decode()
        record = json.loads(text)
    except (ValueError, TypeError, RecursionError):  # bytes that are no UTF-8 among them
        return False
    if not is_record(record) or total not in {None, checksum(text)}:
        return False
    return (record["id"], revision_of(record)) == (name, n)


def copy(path: Path, folder: Path) -> Path:
    """Copy a ledger with its write-ahead log, to work on the copy."""
    with storage(f"cannot copy {path}"):
        for suffix in ("", "-wal"):
            source = path.with_name(path.name + suffix)
            if source.exists():
                (folder / source.name).write_bytes(source.read_bytes())
    return folder / path.name
