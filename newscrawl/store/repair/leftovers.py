"""Leftovers of killed runs, and reports that are missing but stand in the ledger."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from newscrawl.store.repair.model import Finding
from newscrawl.store.reports import reports_of_killed, write_report
from newscrawl.store.schema import storage

# Files that are only ever there for a moment; a log is left where a run had nothing to warn of.
_PASSING = (".repair-*", "*.part", "runs/*.part")


def leftovers(
    home: Path, db: sqlite3.Connection, folder: Path, *, write: bool
) -> Iterator[Finding]:
    """Half-made files, empty logs and missing reports; tidied up if `write`.

    `folder` is the scratch folder of this repair; it is removed elsewhere.
    """
    passing = [path for pattern in _PASSING for path in sorted(home.glob(pattern))]
    logs = [path for path in sorted((home / "runs").glob("*.log")) if not path.stat().st_size]
    for path in (*passing, *logs):
        if path == folder:
            continue
        if write:
            _remove(path)
        what = "a run that was killed left it, it harms nothing"
        yield Finding(str(path.relative_to(home)), what, "it is removed", harmless=True)
    yield from _killed(home, db, write=write)
    reports = db.execute("SELECT id, report FROM runs WHERE report IS NOT NULL ORDER BY n")
    for name, text in reports.fetchall():
        if not (home / "runs" / f"{name}.json").exists():
            if write:
                write_report(home, name, text)
            what = "it is gone"
            yield Finding(f"runs/{name}.json", what, "it is written again from the ledger")


def _killed(home: Path, db: sqlite3.Connection, *, write: bool) -> Iterator[Finding]:
    with storage("cannot write the ledger"):
        db.execute("BEGIN IMMEDIATE")
    for name, text in [*reports_of_killed(db)]:
        if write:
            write_report(home, name, text)
        what, remedy = "a run that was killed has none", "one is made of what the ledger knows"
        yield Finding(f"runs/{name}.json", what, remedy, harmless=True)
    with storage("cannot write the ledger"):
        db.execute("COMMIT" if write else "ROLLBACK")


def _remove(path: Path) -> None:
    with storage(f"cannot remove {path}"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
