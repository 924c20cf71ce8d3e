"""CSV for spreadsheets: one row an article, in its newest revision; made whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from newscrawl.store.schema import storage

Record = Mapping[str, Any]
# What a spreadsheet takes for a formula, full-width as well, or strips before it looks.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_PLAIN = (
    *("id", "site", "channel", "url", "url_canonical", "title", "source", "date_published"),
    *("date_modified", "language", "summary", "body", "view_count", "content_sha256", "run"),
)
_JOINED: Mapping[str, Callable[[Record], Iterable[str]]] = {
    "authors": lambda record: record["authors"],
    "breadcrumbs": lambda record: record["breadcrumbs"],
    "keywords": lambda record: record["keywords"],
    "images": lambda record: (one["url"] for one in record["images"]),
    "attachments": lambda record: (one["url"] for one in record["attachments"]),
    "issues": lambda record: (one["code"] for one in record["issues"]),
}
_INSIDE = {
    "revision": ("revision", "n"),
    "status": ("revision", "status"),
    "first_seen": ("revision", "first_seen"),
    "fetched": ("fetch", "at"),
}
COLUMNS = (*_PLAIN, *_JOINED, *_INSIDE)


def row(record: Record) -> list[str]:
    """The cells of one record, in the order of `COLUMNS`; lists are joined by `; `."""
    plain = (record.get(name) for name in _PLAIN)
    # Where `;` parts cells, as in half of Europe, each of them begins one.
    joined = ("; ".join(map(cell, told(record))) for told in _JOINED.values())
    inside = ((record.get(part) or {}).get(name) for part, name in _INSIDE.values())
    return [cell(value) for value in (*plain, *joined, *inside)]


def cell(value: object) -> str:
    """A value as text that no spreadsheet reckons with: a formula gets a quote before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def write_csv(lines: Iterable[str], path: Path, *, bom: bool = True) -> int:
    """Write records (JSON lines) to `path`, beside it first; how many. Raises StorageError.

    Without a byte order mark (`bom`) Excel takes UTF-8 for something else.
    """
    part = path.with_name(f"{path.name}.part")
    with storage(f"cannot write {path}"):
        try:
            with part.open("w", encoding=_encoding(bom=bom), newline="") as file:
                written = _write(lines, file)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return written


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
