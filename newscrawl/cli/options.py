"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CORPUS = Path("corpus")
Home = Annotated[
    Path,
    typer.Option(
        "--home", envvar="NEWSCRAWL_HOME", help="The corpus folder.", show_default="./corpus"
    ),
]
Contact = Annotated[
    str | None,
    typer.Option(
        envvar="NEWSCRAWL_CONTACT",
        help="Your mail or web address, told to the site; needed for every host but loopback.",
    ),
]
