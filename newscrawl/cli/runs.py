"""`newscrawl runs`: the last runs and how they ended."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from newscrawl.cli.options import CORPUS, Home, whole_number

_HEAD = ("run", "exit", "found", "new", "command")


def runs(
    *,
    last: Annotated[int, typer.Option(parser=whole_number(1), metavar="N", help="How many.")] = 20,
    home: Home = CORPUS,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """The last runs, newest first: when, what for, how they ended; tab-separated into a pipe.

    newscrawl runs --last 5
    """
    from newscrawl.store import story

    with story.open_for_reading(home) as db:
        found = story.runs(db, home, last)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))  # noqa: T201
        return
    if not sys.stdout.isatty():
        for row in (_HEAD, *map(_row, found)):
            typer.echo("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Column, Table

    table = Table(
        Column(_HEAD[0], no_wrap=True),
        *_HEAD[1:-1],
        Column(_HEAD[-1], overflow="fold"),
    )
    for one in found:
        table.add_row(*_row(one))
    Console().print(table)


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    counts = one["outcomes"]
    code = "going on" if one["exit_code"] is None else str(one["exit_code"])
    numbers = (str(sum(counts.values())), str(counts.get("new", 0)))
    return one["id"], code, *numbers, one["command"]


command = runs
