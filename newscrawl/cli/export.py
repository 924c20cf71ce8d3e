"""`newscrawl export`: the corpus as a table, as records without older revisions, as a feed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from newscrawl.cli.options import CORPUS, Home, path
from newscrawl.cli.wording import count
from newscrawl.errors import UsageError

_KINDS = (".csv", ".jsonl", ".atom")


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
        written = _write(lines, file, bom=bom is not False)
    print(f"{count(written, 'article')} written to {file}")  # noqa: T201


def _write(lines: Iterable[str], file: Path, *, bom: bool) -> int:
    from newscrawl.exporters.feed import write_feed
    from newscrawl.exporters.records import write_records
    from newscrawl.exporters.spreadsheet import write_csv

    kind = file.suffix.lower()
    if kind == ".csv":
        return write_csv(lines, file, bom=bom)
    return write_records(lines, file) if kind == ".jsonl" else write_feed(lines, file)


command = export
