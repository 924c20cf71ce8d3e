"""Options that several verbs share."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import Annotated

import typer

CORPUS = Path("corpus")
_DIGITS = re.compile("[0-9]{1,18}")


def path(text: str) -> Path:
    """A path as given; an empty one, which `Path` takes for the current folder, is refused."""
    if not text:
        raise typer.BadParameter("the name is empty")
    return Path(text)


def whole_number(least: int) -> Callable[[object], int]:
    """Reads a whole number from `least` on; the line that refuses another one says what it was."""

    def read(text: object) -> int:
        told = str(text)
        if _DIGITS.fullmatch(told) and int(told) >= least:
            return int(told)
        raise typer.BadParameter(f"{told[:50]!r} is no whole number from {least} on")

    return read


def seconds(least: float) -> Callable[[object], float]:
    """Reads a number of seconds from `least` on, in the same way."""

    def read(text: object) -> float:
        with suppress(ValueError):
            number = float(str(text))
            if isfinite(number) and number >= least:
                return number
        raise typer.BadParameter(f"{str(text)[:50]!r} is no number of seconds from {least} on")

    return read


def with_home(command: str, home: Path) -> str:
    """A command to be proposed, with the corpus folder where it is not the one taken anyway."""
    usual = Path(os.environ.get("NEWSCRAWL_HOME") or CORPUS)
    return command if home == usual else f"{command} --home {shlex.quote(str(home))}"


Home = Annotated[
    Path,
    typer.Option(
        "--home",
        envvar="NEWSCRAWL_HOME",
        help="The corpus folder.",
        show_default="./corpus",
        metavar="FOLDER",
        parser=path,
    ),
]
Contact = Annotated[
    str | None,
    typer.Option(
        envvar="NEWSCRAWL_CONTACT",
        help="Your mail or web address, told to the site; needed for every host but loopback.",
    ),
]
