"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CORPUS = Path("corpus")


def path(text: str) -> Path:
    """A path as given; an empty one, which `Path` takes for the current folder, is refused."""
    if not text:
        raise typer.BadParameter("the name is empty")
    return Path(text)


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
