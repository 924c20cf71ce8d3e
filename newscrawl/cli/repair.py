"""`newscrawl repair`: says what is wrong with a corpus folder, and mends it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newscrawl.cli.options import CORPUS, Home
from newscrawl.errors import ExitCode


def repair(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Further JSON Lines files of this corpus, should the ledger have forgotten them.",
        ),
    ] = None,
    *,
    apply: Annotated[bool, typer.Option("--apply", help="Mend it, not only look.")] = False,
    home: Home = CORPUS,
) -> int:
    """Hold ledger, outputs and reports against each other; without --apply nothing is changed.

    What is damaged is never thrown away: it stays beside, under a name that says so.

    newscrawl repair

    newscrawl repair --apply
    """
    from newscrawl.store.repair import repair as mend

    found = mend(home, files or (), write=apply)
    for one in found:
        lost = f" Lost: {one.lost}." if one.lost else ""
        print(f"{one.where}: {one.what}. {_remedy(one.remedy, apply=apply)}.{lost}")  # noqa: T201
    if not found:
        print(f"{home}: all is well")  # noqa: T201
    elif not apply:
        print("Nothing was changed: newscrawl repair --apply does it")  # noqa: T201
    wrong = any(one.lost if apply else not one.harmless for one in found)
    return ExitCode.PARTIAL if wrong else ExitCode.COMPLETE


def _remedy(text: str, *, apply: bool) -> str:
    return f"{'Done' if apply else 'To do'}: {text}"


command = repair
