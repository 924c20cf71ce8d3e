"""CSV for spreadsheets: one row an article, in its newest revision; made whole or not at all."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from newscrawl.exporters.whole import whole

Record = Mapping[str, Any]
# What a spreadsheet takes for a formula, full-width as well, or strips before it looks.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# The keys of a record in their order, then what a table needs of its evidence.
COLUMNS = (
    *("id", "site", "channel", "url", "url_canonical", "title", "subtitles", "authors", "credits"),
    *("source", "date_published", "date_modified", "language", "breadcrumbs", "keywords"),
    *("summary", "body", "images", "attachments", "view_count", "content_sha256", "issues", "run"),
    *("revision", "status", "first_seen", "fetched"),
)
# Columns that are no plain value of the record's key of that name.
_MADE: Mapping[str, Callable[[Record], object]] = {
    "credits": lambda record: [f"{one['role']}: {one['name']}" for one in record["credits"]],
    "images": lambda record: [one["url"] for one in record["images"]],
    "attachments": lambda record: [one["url"] for one in record["attachments"]],
    "issues": lambda record: [one["code"] for one in record["issues"]],
    "revision": lambda record: (record["revision"] or {}).get("n"),
    "status": lambda record: (record["revision"] or {}).get("status"),
    "first_seen": lambda record: (record["revision"] or {}).get("first_seen"),
    "fetched": lambda record: record["fetch"]["at"],
}


def row(record: Record) -> list[str]:
    """The cells of one record, in the order of `COLUMNS`; lists are joined by `; `."""
    return [cell(_value(record, name)) for name in COLUMNS]


def _value(record: Record, name: str) -> object:
    value = _MADE[name](record) if name in _MADE else record.get(name)
    # Where `;` parts cells, as in half of Europe, each name of a list begins one.
    return "; ".join(map(cell, value)) if isinstance(value, list) else value


def cell(value: object) -> str:
    """A value as text that no spreadsheet reckons with: a formula gets a quote before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def write_csv(lines: Iterable[str], path: Path, *, bom: bool = True) -> int:
    """Write records (JSON lines) to `path`; how many. Raises StorageError.

    Without a byte order mark (`bom`) Excel takes UTF-8 for something else.
    """
    with whole(path, encoding=_encoding(bom=bom)) as file:
        return _write(lines, file)


def pipe_csv(lines: Iterable[str], out: BinaryIO, *, bom: bool = False) -> int:
    """Write records (JSON lines) to a stream that stays open, as they come; how many."""
    file = io.TextIOWrapper(out, encoding=_encoding(bom=bom), newline="")
    try:
        return _write(lines, file)
    finally:
        file.detach()  # flushes it


def _encoding(*, bom: bool) -> str:
    return "utf-8-sig" if bom else "utf-8"


def _write(lines: Iterable[str], file: TextIO) -> int:
    table = csv.writer(file)
    table.writerow(COLUMNS)
    written = 0
    for line in lines:
        table.writerow(row(json.loads(line)))
        written += 1
    return written
