"""What readers ask the ledger: one URL's history, the runs, the state of each listing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from newscrawl.errors import StorageError, UsageError
from newscrawl.store.lock import is_alive
from newscrawl.store.model import checksum
from newscrawl.store.reports import KILLED
from newscrawl.store.schema import VERSION, connect, storage
from newscrawl.text.urls import canonical_key

LEDGER = "ledger.sqlite"
# Held articles that their site has not got any more, by listing: only a later revision says so.
_LEFT = """
SELECT l.target, a.status, count(DISTINCT a.id)
FROM (SELECT id, max(n) AS n FROM articles GROUP BY id HAVING max(n) > 1) newest
JOIN articles a ON a.id = newest.id AND a.n = newest.n AND a.status IN ('gone', 'unlisted')
JOIN urls u ON u.article = a.id
JOIN listed l ON l.url = u.id
GROUP BY 1, 2
"""
_REPORTS = 50  # runs whose reports are looked through for how a listing's last walk ended


def open_for_reading(home: Path) -> closing[sqlite3.Connection]:
    """The ledger of a corpus, read only.

    Raises UsageError where nothing was crawled yet, StorageError where the ledger was lost.
    """
    path = home / LEDGER
    if not path.is_file():
        if (home / "runs").is_dir() or (home / "articles.jsonl").exists():
            raise StorageError(f"{path} is missing: newscrawl repair makes it anew of the records")
        raise UsageError(f"{home} is no corpus folder yet: nothing was crawled into it")
    try:
        db = connect(path, read_only=True)
    except StorageError:
        # SQLite wants to put its files beside even to read; on a read-only disk it cannot.
        log = path.with_name(f"{LEDGER}-wal")
        if log.exists() and log.stat().st_size:
            raise
        db = connect(path, read_only=True, frozen=True)
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version < VERSION:
        db.close()
        connect(path).close()  # migrates it
        db = connect(path, read_only=True)
    db.row_factory = sqlite3.Row
    return closing(db)


def story(db: sqlite3.Connection, url: str) -> list[dict[str, Any]]:
    """Everything known of `url`, one entry for each site that lists it; [] for an unknown one.

    It is looked up as given, without tracking parameters, and as a record's id.
    """
    with storage("cannot read the ledger"):
        found = db.execute(
            "SELECT * FROM urls WHERE url = ?1 OR key IN (?1, ?2) OR article IN "
            "(SELECT id FROM articles WHERE id = ?1) ORDER BY id",
            (url, canonical_key(url)),
        ).fetchall()
        return [_story(db, row) for row in found]


def _story(db: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any]:
    runs = db.execute(
        "SELECT r.id AS run, f.at, f.outcome, f.detail, f.status, f.listing, f.page, f.position "
        "FROM found f JOIN runs r ON r.n = f.run WHERE f.url = ? ORDER BY f.run",
        (row["id"],),
    ).fetchall()
    tries = db.execute(
        "SELECT r.id AS run, t.at, t.status, t.detail FROM tries t JOIN runs r ON r.n = t.run "
        "WHERE t.url = ? ORDER BY t.rowid",
        (row["id"],),
    ).fetchall()
    revisions = db.execute(
        "SELECT a.id, a.n, a.status, r.id AS run, a.at, a.line FROM articles a "
        "JOIN runs r ON r.n = a.run "
        "WHERE a.id = ? ORDER BY a.n",
        (row["article"],),
    ).fetchall()
    names = ("url", "key", "site", "standing", "detail", "status", "tries", "tried", "article")
    return {
        **{name: row[name] for name in names},
        "to_be_tried_again": bool(row["open"]),
        "found": {
            "first": row["seen"],
            **{name: row[name] for name in ("listing", "page", "position", "title", "date")},
        },
        "runs": [{**dict(one), "tries": _tries(tries, one["run"])} for one in runs],
        "revisions": [
            {name: one[name] for name in ("id", "n", "status", "run", "at")} for one in revisions
        ],
        **_checked(revisions[-1]["line"] if revisions else "{}"),
    }


def _tries(tries: Sequence[sqlite3.Row], run: str) -> list[dict[str, Any]]:
    """The failed requests of a run that were made again."""
    names = ("at", "status", "detail")
    return [{name: one[name] for name in names} for one in tries if one["run"] == run]


def _checked(line: str) -> dict[str, Any]:
    """The provenance of a record's fields, and its issues."""
    record = json.loads(line)
    return {"fields": record.get("provenance") or {}, "issues": record.get("issues") or []}


def runs(db: sqlite3.Connection, home: Path, limit: int) -> list[dict[str, Any]]:
    """The last runs, newest first; the exit code of one that is going on is None."""
    with storage("cannot read the ledger"):
        found = db.execute(
            "SELECT r.id, r.started, r.ended, r.exit_code, r.version, r.command, r.n FROM runs r "
            "ORDER BY r.n DESC LIMIT ?",
            (limit,),
        ).fetchall()
        return [
            {**dict(one), "exit_code": _code(one, home), "outcomes": _outcomes(db, one["n"])}
            for one in found
        ]


def _code(run: sqlite3.Row, home: Path) -> int | None:
    """A run's exit code; one that was killed has none until the next begins."""
    if run["ended"] or run["exit_code"] is not None or is_alive(home, run["started"]):
        return None if run["exit_code"] is None else int(run["exit_code"])
    return KILLED


def _outcomes(db: sqlite3.Connection, run: int) -> dict[str, int]:
    query = "SELECT coalesce(outcome, 'pending'), count(*) FROM found WHERE run = ? GROUP BY 1"
    return dict(db.execute(query, (run,)).fetchall())


def newest_lines(db: sqlite3.Connection) -> Iterator[str]:
    """The record of each article in its newest revision, in the order they came."""
    with storage("cannot read the ledger"):
        rows = db.execute(
            "SELECT line, sum FROM articles a WHERE NOT EXISTS "
            "(SELECT 1 FROM articles b WHERE b.id = a.id AND b.n > a.n) ORDER BY seq"
        )
        for line, total in rows:
            if total not in {None, checksum(line)}:
                raise StorageError("a record in the ledger is damaged; see newscrawl repair")
            yield line


def knows_run(db: sqlite3.Connection, run: str) -> bool:
    """Whether a run of that id was one of this corpus."""
    with storage("cannot read the ledger"):
        return db.execute("SELECT 1 FROM runs WHERE id = ?", (run,)).fetchone() is not None


def targets(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """The state of each listing: when it was walked, its stated length, what is held and missing.

    Addresses that never gave a row (mistyped ones) are left out.
    """
    with storage("cannot read the ledger"):
        found = db.execute(
            "SELECT id, site, url, channel, walked, walks, whole, stated FROM targets t "
            "WHERE EXISTS (SELECT 1 FROM listed WHERE target = t.id) ORDER BY id"
        ).fetchall()
        ends, left = _ends(db), _left(db)
        return [
            {
                **dict(one),
                "standings": _standings(db, one["id"]),
                "left": left.get(one["id"], {}),
                "outputs": _outputs(db, one),
                "last": ends.get((one["site"], one["url"])),
            }
            for one in found
        ]


def _ends(db: sqlite3.Connection) -> dict[tuple[str, str], dict[str, Any]]:
    """How the last walk of each listing ended, by site and address, as the last runs reported."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    reports = db.execute(
        "SELECT id, report FROM runs WHERE report IS NOT NULL ORDER BY n DESC LIMIT ?", (_REPORTS,)
    )
    for run, report in reports:
        for one in json.loads(report).get("targets", ()):
            names = ("exit_code", "walk", "whole", "doubt", "detail", "dead_rules")
            end = {name: one.get(name) for name in names}
            found.setdefault((one["site"], one["url"]), {"run": run, **end})
    return found


def _left(db: sqlite3.Connection) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for target, status, n in db.execute(_LEFT):
        found.setdefault(target, {})[status] = n
    return found


def _standings(db: sqlite3.Connection, target: int) -> dict[str, int]:
    query = "SELECT standing, n FROM tallies WHERE target = ? AND n > 0"
    return dict(db.execute(query, (target,)).fetchall())


def _outputs(db: sqlite3.Connection, target: sqlite3.Row) -> Sequence[str]:
    query = (
        "SELECT o.path FROM outputs o JOIN output_targets t ON t.output = o.id "
        "WHERE t.target = ? ORDER BY o.id"
    )
    return [path for (path,) in db.execute(query, (target["id"],))]
