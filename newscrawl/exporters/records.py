"""JSON Lines of each article in its newest revision, without those it replaced."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newscrawl.exporters.whole import whole


def write_records(lines: Iterable[str], path: Path) -> int:
    """Write records (JSON lines) to `path` as they are; how many. Raises StorageError."""
    written = 0
    with whole(path) as file:
        for line in lines:
            file.write(f"{line}\n")
            written += 1
    return written
