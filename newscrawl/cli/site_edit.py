"""`newscrawl site edit`: open a site file in an editor, then look for mistakes in it."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator
from typing import Annotated

import typer

from newscrawl.cli.options import CORPUS, Home
from newscrawl.cli.site import lint
from newscrawl.errors import NewscrawlError, UsageError


def edit(
    site: Annotated[str, typer.Argument(metavar="ID", help="The site's id.")],
    *,
    home: Home = CORPUS,
) -> int:
    """Open a site file in $EDITOR, then look for mistakes in it.

    newscrawl site edit example.ac.cn
    """
    from newscrawl.sites.loader import path_of

    path = path_of(site, home)
    if not path.is_file():
        raise UsageError(f"there is no {path}: `newscrawl site list` names those that are")
    for command in _editors():
        try:
            done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the user's own
        except OSError:
            continue
        if done.returncode:
            raise NewscrawlError(f"{command[0]} ended with {done.returncode}")
        return lint([site], home=home)
    raise UsageError("no editor: set EDITOR to the command of one")


def _editors() -> Iterator[list[str]]:
    told = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    try:
        yield from [shlex.split(told)] if told else [["editor"], ["nano"], ["vi"]]
    except ValueError as error:  # a quote that is never closed
        raise UsageError(f"EDITOR is no command: {told}") from error


command = edit
