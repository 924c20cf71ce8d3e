"""`newscrawl status`: what is held, and what is missing and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from newscrawl.cli.options import CORPUS, Home

_HEAD = ("listing", "walked", "whole", "states", "held", "of the held", "not held", "last run")
_HELD = frozenset({"held", "duplicate"})  # the second: further addresses of what is held
# Ends of runs that wrote no report: until one is made the last column tells of the run before.
_COUNTED = ". What it got is counted here; the column `last run` is of the run before it"
_UNTOLD = {
    3: "stopped at a storage failure (exit code 3): the same command goes on once there is room, "
    "or see newscrawl repair",
    137: "was killed: the same command goes on",
}


def status(
    *,
    home: Home = CORPUS,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Each listing: when it was walked, what it states, what is held, what is not and why.

    newscrawl status --json
    """
    from newscrawl.store import story

    with story.open_for_reading(home) as db:
        found = story.targets(db)
        last = story.runs(db, home, 1)
    for one in last:
        if end := _UNTOLD.get(one["exit_code"]):
            is_told = any((row["last"] or {}).get("run") == one["id"] for row in found)
            more = "" if is_told else _COUNTED
            typer.echo(f"newscrawl: the last run, {one['id']}, {end}{more}", err=True)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))  # noqa: T201
        return
    rows = [_row(one) for one in found]
    if sys.stdout.isatty():
        lines = [line for row in rows for line in _told(*row)]
    else:
        lines = ["\t".join(row) for row in (_HEAD, *rows)]
    typer.echo("\n".join(lines))


def _told(
    url: str, walked: str, whole: str, stated: str, held: str, left: str, missing: str, last: str
) -> Iterator[str]:
    """A listing on a terminal, where seven columns leave none of them room for an address."""
    yield url
    said = f", the list states {stated}" if stated else ""
    kept = f" ({left})" if left else ""
    yield f"  {held} held{kept}{said}{missing and f'; not held: {missing}'}"
    end = "" if whole == "yes" else ", not to its end"
    yield f"  walked {walked}{end}{last and f'; last run: {last}'}"


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    standings: Mapping[str, int] = one["standings"]
    return (
        one["url"],
        one["walked"] or "never",
        "yes" if one["whole"] and one["whole"] == one["walks"] else "no",
        "" if one["stated"] is None else str(one["stated"]),
        str(standings.get("held", 0)),
        ", ".join(f"{n} {name}" for name, n in one["left"].items()),
        ", ".join(f"{n} {name}" for name, n in standings.items() if name not in _HELD),
        _last(one["last"] or {}),
    )


def _last(end: Mapping[str, Any]) -> str:
    """The exit code of the listing's last walk, and why it was not walked to its end."""
    code = end.get("exit_code")
    if not code:
        doubt = f", if that was all: {end['doubt']}" if end.get("doubt") else ""
        return "" if code is None else f"complete{doubt}"
    dead = " and ".join(end.get("dead_rules") or ())
    reason = end["detail"] or (dead and f"{dead} of its site file found nothing")
    # A list that was walked as far as need be lacks articles: they stand beside it.
    lacks = "not all of it could be had" if end["whole"] else end["walk"]
    if lacks == "not over":
        lacks = "interrupted, the same command goes on"
    return f"exit {code}: {reason or lacks}"


command = status
