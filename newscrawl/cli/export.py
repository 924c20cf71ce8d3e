"""`newscrawl export`: the corpus as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newscrawl.cli.crawl import HOME
from newscrawl.errors import UsageError


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The file to be written.")],
    *,
    bom: Annotated[
        bool, typer.Option("--bom/--no-bom", help="A byte order mark at its start, for Excel.")
    ] = True,
    home: Annotated[Path, HOME] = Path("corpus"),
) -> None:
    """Every article in its newest revision as a row of a CSV file (UTF-8).

    Lists are joined by "; ". What a spreadsheet would take for a formula gets a quote before it.

    newscrawl export articles.csv
    """
    from newscrawl.exporters.spreadsheet import write_csv
    from newscrawl.store import story

    if file.suffix.lower() != ".csv":
        raise UsageError(f"{file}: a table is written as .csv; the records are {home}/*.jsonl")
    with story.open_for_reading(home) as db:
        written = write_csv(story.newest_lines(db), file, bom=bom)
    print(f"{written} articles written to {file}")  # noqa: T201


command = export
