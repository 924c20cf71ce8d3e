"""`newscrawl export`: the corpus as a table, as records without older revisions, as a feed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from newscrawl.cli.options import CORPUS, Home, path
from newscrawl.cli.wording import count
from newscrawl.errors import UsageError

_KINDS = (".csv", ".jsonl", ".atom")
_LONGEST = 1 << 24  # characters of a record that is looked at


def export(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.csv|.jsonl|.atom|-",
            help="The file to be written; - is a CSV on standard output.",
            parser=path,
        ),
    ],
    *,
    bom: Annotated[
        bool | None,
        typer.Option(
            "--bom/--no-bom",
            help="A byte order mark at the start of a CSV, for Excel.",
            show_default="--bom for a file, --no-bom for -",
        ),
    ] = None,
    home: Home = CORPUS,
) -> None:
    """Every article in its newest revision: a CSV table, JSON Lines, or a feed of the last ones.

    A CSV joins lists by "; " and puts a quote before what looks like a formula.

    A feed (Atom) holds the 100 articles found last.

    newscrawl export articles.csv

    newscrawl export newest.jsonl

    newscrawl export news.atom
    """
    from newscrawl.exporters.spreadsheet import pipe_csv
    from newscrawl.store import story

    piped = file == Path("-")
    if not piped and file.suffix.lower() not in _KINDS:
        raise UsageError(f"{file}: a file to export to ends in {', '.join(_KINDS)}")
    with story.open_for_reading(home) as db:
        lines = story.newest_lines(db)
        if piped:
            pipe_csv(lines, sys.stdout.buffer, bom=bool(bom))
            return
        outputs = {(home / name).resolve() for one in story.targets(db) for name in one["outputs"]}
        if file.resolve() in outputs:
            raise UsageError(f"{file} holds the records of the crawl itself: name another file")
        run = _run_of(file)
        if run and not story.knows_run(db, run):
            raise UsageError(f"{file} holds records of another corpus: name another file")
        written = _write(lines, file, bom=bom is not False)
    print(f"{count(written, 'article')} written to {file}")  # noqa: T201


def _run_of(file: Path) -> str | None:
    """The run that wrote the first record of a file; None where there is none."""
    try:
        with file.open(encoding="utf-8") as lines:
            record = json.loads(lines.readline(_LONGEST))
    except (OSError, ValueError):  # not there, a table, a feed: writing it tells the rest
        return None
    return str(record.get("run") or "") if isinstance(record, dict) else None


def _write(lines: Iterable[str], file: Path, *, bom: bool) -> int:
    from newscrawl.exporters.feed import write_feed
    from newscrawl.exporters.records import write_records
    from newscrawl.exporters.spreadsheet import write_csv

    kind = file.suffix.lower()
    if kind == ".csv":
        return write_csv(lines, file, bom=bom)
    return write_records(lines, file) if kind == ".jsonl" else write_feed(lines, file)


command = export
