"""The comparison of one output with the ledger, line by line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newscrawl.store.model import checksum
from newscrawl.store.repair.adopt import Adoption, proves_itself, records_in, revision_of
from newscrawl.store.schema import storage

# Every line that an output has to hold by now, each record of several targets once.
_DUE = """
SELECT DISTINCT l.article FROM output_targets t
JOIN lines l ON l.target = t.target AND l.seq <= t.seq WHERE t.output = ?
"""
# One run keeps a content of an address once, and of an id.
_COPIED = """
SELECT 1 FROM articles WHERE site = :site AND content = :content AND status = :status
AND json_extract(line, '$.run') IS :run AND (id = :id OR json_extract(line, '$.url') = :url)
"""
_TARGETS = "SELECT target FROM output_targets WHERE output = ? ORDER BY target"


@dataclass(slots=True)
class Seen:
    """The contents of one file: the records it has, and lines that the ledger does not have."""

    size: int = 0
    held: set[int] = field(default_factory=set)
    twice: int = 0
    strange: int = 0  # no records
    edited: int = 0  # the ledger's, with another text, id or revision number


def adopt_from(path: Path, db: sqlite3.Connection, adoption: Adoption) -> tuple[Seen, int]:
    """Compare a file with the ledger and adopt records that only the file has; how many.

    The dry run does the same in a copy of the ledger.
    """
    seen, adopted = Seen(size=path.stat().st_size), 0
    for line, record in records_in(path):
        if record is None:
            seen.strange += 1
            continue
        key = (record["id"], revision_of(record))
        row = db.execute("SELECT seq, line FROM articles WHERE id = ? AND n = ?", key).fetchone()
        if row is None and _is_damaged_copy(record, db):
            seen.edited += 1
            continue
        if row is None:
            adoption.adopt(record, line)
            adopted += 1
            row = db.execute(
                "SELECT seq, line FROM articles WHERE id = ? AND n = ?", key
            ).fetchone()
        elif row[1] != line and proves_itself(record) and not proves_itself(json.loads(row[1])):
            db.execute(
                "UPDATE articles SET line = ?, sum = ? WHERE seq = ?",
                (line, checksum(line), row[0]),
            )
            row = (row[0], line)
            adopted += 1
        seen.twice += row[0] in seen.held
        seen.edited += row[1] != line
        seen.held.add(row[0])
    return seen, adopted


def _is_damaged_copy(record: Mapping[str, Any], db: sqlite3.Connection) -> bool:
    """Whether the ledger has this record by another id or revision number, which rotted."""
    told = {name: record.get(name) for name in ("site", "id", "url", "run")}
    status = (record.get("revision") or {}).get("status") or "live"
    told |= {"content": record["content_sha256"], "status": status}
    return db.execute(_COPIED, told).fetchone() is not None


def differences(db: sqlite3.Connection, output: int, seen: Seen) -> Iterator[str]:
    """The faults of a file in words; nothing for one that is as it should be."""
    due = {seq for (seq,) in db.execute(_DUE, (output,))}
    missing = len(due - seen.held)
    if missing:
        yield f"{missing} of {_are(len(due), 'record')} missing"
    if seen.strange:
        yield f"{_are(seen.strange, 'line')} no record"
    if seen.edited:
        yield f"{_are(seen.edited, 'record')} changed by another program"
    if seen.twice:
        yield f"{_are(seen.twice, 'record')} there more than once"


def _are(n: int, noun: str) -> str:
    return f"{n} {noun} is" if n == 1 else f"{n} {noun}s are"


def unsafe_end(path: Path, size: int, safe: int) -> bool:
    """Whether the watermark lies within a line, or beyond the end of the file."""
    if size < safe:
        return True
    with storage(f"cannot read {path}"), path.open("rb") as file:
        file.seek(max(safe - 1, 0))
        return bool(safe) and file.read(1) != b"\n"


def forget(db: sqlite3.Connection, output: int) -> None:
    """Reset the file's watermark: whoever opens it next writes it anew."""
    db.execute("UPDATE outputs SET bytes = 0 WHERE id = ?", (output,))
    db.execute("UPDATE output_targets SET seq = 0 WHERE output = ?", (output,))


def register(db: sqlite3.Connection, name: str, seen: Seen) -> int:
    """Enter a file as an output; its number."""
    db.execute("INSERT INTO outputs (path, bytes) VALUES (?, ?)", (name, seen.size))
    (output,) = db.execute("SELECT id FROM outputs WHERE path = ?", (name,)).fetchone()
    return int(output)


def cover(db: sqlite3.Connection, output: int, seen: Seen) -> None:
    """Assign targets to the output so that each record in the file belongs to one of them.

    The output's own targets come first. Then a target is likely if it has records here which no
    other target covers, and all its records are here. What is left belongs to the first target.
    """
    targets = [one for (one,) in db.execute(_TARGETS, (output,))]
    rest = seen.held - _records(db, targets)
    every = [one for (one,) in db.execute("SELECT id FROM targets ORDER BY id")]
    likely = sorted(every, key=lambda one: -len(_records(db, [one]) & rest))
    for one in likely:
        records = _records(db, [one])
        if records & rest and records <= seen.held:
            targets.append(one)
            rest -= records
    targets = targets or likely[:1]
    db.executemany(
        "INSERT OR IGNORE INTO lines (target, article) VALUES (?, ?)",
        [(targets[0], seq) for seq in sorted(rest)],
    )
    # All that the targets have counts as written; `differences` tells what of it is not.
    db.execute("UPDATE outputs SET bytes = ? WHERE id = ?", (seen.size, output))
    db.executemany(
        "INSERT OR REPLACE INTO output_targets (output, target, seq) "
        "SELECT ?, ?, coalesce(max(seq), 0) FROM lines WHERE target = ?",
        [(output, one, one) for one in targets],
    )


def _records(db: sqlite3.Connection, targets: Sequence[int]) -> set[int]:
    query = "SELECT article FROM lines WHERE target = ?"
    return {seq for one in targets for (seq,) in db.execute(query, (one,))}
