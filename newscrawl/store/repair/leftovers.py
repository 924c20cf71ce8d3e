"""Leftovers of killed runs, and reports that are missing but stand in the ledger."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from newscrawl.store.repair.model import Finding
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
    reports = db.execute("SELECT id, report FROM runs WHERE report IS NOT NULL ORDER BY n")
    for name, text in reports.fetchall():
        path = home / "runs" / f"{name}.json"
        if not path.exists():
            if write:
                _write(path, text)
            yield Finding(f"runs/{path.name}", "it is gone", "it is written again from the ledger")


def _remove(path: Path) -> None:
    with storage(f"cannot remove {path}"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _write(path: Path, text: str) -> None:
    with storage(f"cannot write {path}"):
        path.parent.mkdir(exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(text, "utf-8")
        part.replace(path)
