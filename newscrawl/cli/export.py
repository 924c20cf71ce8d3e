"""`newscrawl export`: the corpus as a table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from newscrawl.cli.options import CORPUS, Home, path
from newscrawl.cli.wording import count
from newscrawl.errors import UsageError


def export(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.csv|-", help="The file to be written; - is standard output.", parser=path
        ),
    ],
    *,
    bom: Annotated[
        bool | None,
        typer.Option(
            "--bom/--no-bom",
            help="A byte order mark at its start, for Excel.",
            show_default="--bom for a file, --no-bom for -",
        ),
    ] = None,
    home: Home = CORPUS,
) -> None:
    """Every article in its newest revision as a row of a CSV file (UTF-8).

    Lists are joined by "; ". What a spreadsheet would take for a formula gets a quote before it.

    newscrawl export articles.csv

    newscrawl export - | head -n 1
    """
    from newscrawl.exporters.spreadsheet import pipe_csv, write_csv
    from newscrawl.store import story

    piped = file == Path("-")
    if not piped and file.suffix.lower() != ".csv":
        raise UsageError(f"{file}: a table is written as .csv; the records are {home}/*.jsonl")
    with story.open_for_reading(home) as db:
        lines = story.newest_lines(db)
        if piped:
            pipe_csv(lines, sys.stdout.buffer, bom=bool(bom))
            return
        written = write_csv(lines, file, bom=bom is not False)
    print(f"{count(written, 'article')} written to {file}")  # noqa: T201


command = export
