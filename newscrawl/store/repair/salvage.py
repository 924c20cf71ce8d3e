"""Whatever can still be read of a damaged ledger, row by row, into a fresh one.

SQLite gives up a whole query at the first bad page. So rows are asked for in order of their key,
and where that fails, the next key that can be read is looked for beyond.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from newscrawl.store.schema import connect

# Tables with the key that orders them; `of` is the table whose keys the first part goes through.
# Addresses come before `listed`, which counts them.
_PLAIN = ("runs", "targets", "urls", "articles", "lines", "outputs", "tries")
_PAIRED = {
    "listed": ("target", "url", "targets", "id"),
    "found": ("run", "url", "runs", "n"),
    "output_targets": ("output", "target", "outputs", "id"),
}
_AT_ONCE = 200
_LAST = 1 << 40
Row = tuple[object, ...]


def salvage(damaged: Path, fresh: Path) -> dict[str, int]:
    """Copy every row that can be read into a new ledger at `fresh`; how many of each table."""
    with closing(connect(fresh)) as new, closing(_open(damaged)) as old:
        new.execute("BEGIN IMMEDIATE")
        counts = {name: _copy(old, new, name, "rowid", "1") for name in _PLAIN}
        for name, (first, second, of, key) in _PAIRED.items():
            keys = [one for (one,) in new.execute(f"SELECT {key} FROM {of}")]  # noqa: S608
            wheres = (f"{first} = {int(one)}" for one in keys)
            counts[name] = sum(_copy(old, new, name, second, where) for where in wheres)
        new.execute("COMMIT")
    return counts


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.text_factory = lenient
    return db


def lenient(text: bytes) -> str:
    """Decode a text of the ledger, however damaged."""
    return text.decode("utf-8", "replace")


def _copy(
    old: sqlite3.Connection, new: sqlite3.Connection, table: str, key: str, where: str
) -> int:
    columns = _columns(old, table)
    wanted = [name for name in _columns(new, table) if name in columns]
    if not wanted:
        return 0
    marks = ", ".join("?" * len(wanted))
    names = ", ".join(wanted)
    insert = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
    query = f"SELECT {key}, {names} FROM {table} WHERE {where} AND {key} >= ? ORDER BY {key}"  # noqa: S608
    copied = 0
    for row in _rows(old, query):
        try:
            copied += new.execute(insert, row).rowcount
        except sqlite3.Error:
            continue  # a row whose values were damaged
    return copied


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    except (sqlite3.DatabaseError, UnicodeError):
        return []


def _rows(db: sqlite3.Connection, query: str) -> Iterator[Row]:
    """The rows without their leading key; what cannot be read is stepped over."""
    at: int | None = -_LAST
    while at is not None:
        rows = _read(db, query, at, _AT_ONCE)
        if rows is None:
            rows = _read(db, query, at, 1)
        if rows is None:
            at = _beyond(db, query, at)
            continue
        yield from (row[1:] for row in rows)
        # A damaged page may answer with keys below those asked for, again and again.
        at = max(_key(rows[-1]), at) + 1 if rows else None


def _read(db: sqlite3.Connection, query: str, at: int, limit: int) -> Sequence[Row] | None:
    """Up to `limit` rows from the key `at` on, None where they cannot be read."""
    try:
        return db.execute(f"{query} LIMIT {limit}", (at,)).fetchall()
    except (sqlite3.DatabaseError, UnicodeError):
        return None


def _beyond(db: sqlite3.Connection, query: str, bad: int) -> int | None:
    """The smallest key above `bad` from which a row can be read; None if there is none."""
    low, step = max(bad, -1), 1
    while True:
        if low + step > _LAST:
            return None
        rows = _read(db, query, low + step, 1)
        if rows is not None:
            break
        step *= 2
    # Past the end, rows that can be read may still stand between the last step and this one.
    high = _key(rows[0]) if rows else low + step
    low += step // 2
    while high - low > 1:
        middle = (low + high) // 2
        rows = _read(db, query, middle, 1)
        low, high = (middle, high) if rows is None else (low, middle)
    return high


def _key(row: Row) -> int:
    return row[0] if isinstance(row[0], int) else _LAST
