"""`newscrawl extract`: one page to one record."""

from __future__ import annotations

from typing import Annotated

import typer


def extract(
    page: Annotated[str, typer.Argument(metavar="FILE|URL|-", help="An article page.")],
) -> int | None:
    """One article page to one JSON record."""
    raise NotImplementedError(page)


command = extract
