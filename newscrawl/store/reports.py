"""Reports of runs: written whole or not at all, and made for runs that could not make their own."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newscrawl.errors import StorageError
from newscrawl.items import Outcome
from newscrawl.store.schema import storage

# How runs ended that could not say it themselves, and what stopped them.
FAILED, KILLED = 3, 137
_STOPPED = {FAILED: "storage failure", KILLED: "kill"}
_UNTOLD = (
    "SELECT n, id AS run, version, command, started, coalesce(exit_code, ?) AS exit_code "
    "FROM runs WHERE report IS NULL AND (ended IS NULL OR exit_code IN (?, ?)) AND n <> ? "
    "ORDER BY n"
)


def reports_of_killed(db: sqlite3.Connection, alive: int = 0) -> Iterator[tuple[str, str]]:
    """The id and the report of each run that wrote none, now entered; `alive` is still going on."""
    with storage("cannot read the ledger"):
        found = db.execute(_UNTOLD, (KILLED, FAILED, KILLED, alive)).fetchall()
    for number, *known in found:
        with storage("cannot enter a report"):
            report = json.dumps(_report(db, number, known), ensure_ascii=False)
            db.execute("UPDATE runs SET report = ? WHERE n = ?", (report, number))
        yield known[0], report


def _report(db: sqlite3.Connection, number: int, known: list[Any]) -> dict[str, Any]:
    """What the ledger knows of a run, by the names of a report; when it ended it does not."""
    run, version, command, started, code = known
    outcomes = dict(
        db.execute(
            "SELECT coalesce(outcome, ?), count(*) FROM found WHERE run = ? GROUP BY 1",
            (Outcome.GIVEN_UP, number),
        ).fetchall()
    )
    revisions = db.execute(
        "SELECT CASE WHEN n > 1 AND status = 'live' THEN 'read_anew' ELSE status END, count(*) "
        "FROM articles WHERE run = ? GROUP BY 1",
        (number,),
    )
    targets = db.execute(
        "SELECT t.site, t.url, t.channel, count(*) FROM found f JOIN targets t ON t.id = f.target "
        "WHERE f.run = ? GROUP BY t.id ORDER BY t.id",
        (number,),
    )
    end = {"exit_code": code, "walk": "not over", "whole": False, "detail": "the run was killed"}
    end |= {"doubt": "", "dead_rules": []}
    if code == FAILED:
        end["detail"] = "the run stopped at a storage failure"
    return {
        "run": run,
        "version": version,
        "command": command,
        "started": started,
        "ended": None,
        "exit_code": code,
        "stopped_by": _STOPPED[code],
        "found": sum(outcomes.values()),
        "outcomes": outcomes,
        "revisions": dict(revisions.fetchall()),
        "targets": [
            {"site": site, "url": url, "channel": channel, "found": n, **end}
            for site, url, channel, n in targets.fetchall()
        ],
    }


def write_report(home: Path, run: str, text: str) -> None:
    """Write a report to its place in the corpus folder, atomically."""
    path = home / "runs" / f"{run}.json"
    try:
        path.parent.mkdir(exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror}") from error
