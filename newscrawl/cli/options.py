"""Options that several verbs share."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from newscrawl.errors import StorageError

CORPUS = Path("corpus")
_DIGITS = re.compile("[0-9]{1,18}")


def path(text: str) -> Path:
    """A path as given; an empty one, which `Path` takes for the current folder, is refused."""
    if not text:
        raise typer.BadParameter("the name is empty")
    return Path(text)


def folder(text: str) -> Path:
    """A corpus folder, there or not yet; what is no folder, or cannot be looked into, is refused.

    Here, for all verbs: each of them begins by asking for a file in it.
    """
    found = path(text)
    try:
        if found.exists() and not found.is_dir():
            raise StorageError(f"{text} is a file, no folder")
        (found / "sites").exists()
    except OSError as error:
        raise StorageError(f"{text} cannot be looked into: {error.strerror}") from error
    return found


def whole_number(least: int) -> Callable[[object], int]:
    """Reads a whole number from `least` on; the line that refuses another one says what it was."""

    def read(text: object) -> int:
        told = str(text)
        if _DIGITS.fullmatch(told) and int(told) >= least:
            return int(told)
        raise typer.BadParameter(f"{told[:50]!r} is no whole number from {least} on")

    return read


def seconds(least: float, most: float = 3600) -> Callable[[object], float]:
    """Reads a number of seconds from `least` to `most` (as in site files), in the same way."""

    def read(text: object) -> float:
        with suppress(ValueError):
            number = float(str(text))
            if least <= number <= most:
                return number
        told = f"{str(text)[:50]!r} is no number of seconds from {least} to {most}"
        raise typer.BadParameter(told)

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
        parser=folder,
    ),
]
Contact = Annotated[
    str | None,
    typer.Option(
        envvar="NEWSCRAWL_CONTACT",
        help="Your mail or web address, told to the site; needed for every host but loopback.",
    ),
]
