"""`newscrawl site check`: hold site files against the pages they were learnt from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newscrawl.cli.options import CORPUS, Home
from newscrawl.cli.wording import count
from newscrawl.errors import ExitCode, SiteFileError, UsageError

if TYPE_CHECKING:
    from newscrawl.learn.proof import Check

_PRINTED = 70  # characters of a value that are shown


def check(
    sites: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="All of them without one.")
    ] = None,
    *,
    home: Home = CORPUS,
) -> int:
    """Hold site files against their stored pages, offline; exit 4 where a field has changed.

    A broken file is told in a line of its own (exit code 2), the others are checked.

    newscrawl site check
    """
    from newscrawl.sites.loader import sites_folder

    drifts = pages = broken = 0
    folder = sites_folder(home)
    names = sites or sorted(path.stem for path in folder.glob("*.toml"))
    if not names:
        typer.echo(f"newscrawl: no site files in {folder}", err=True)
        return ExitCode.COMPLETE
    for name in names:
        try:
            for found in _drifts_by_page(name, home):
                pages += 1
                drifts += len(found)
                for line in found:
                    typer.echo(line)
        except (SiteFileError, UsageError) as error:  # the second: no such site
            typer.echo(f"newscrawl: {error}", err=True)
            broken += 1
    if pages or not broken:
        typer.echo(f"{count(pages, 'page')}, {count(drifts, 'field')} changed", err=True)
    if broken:
        return ExitCode.USAGE
    return ExitCode.DRIFT if drifts else ExitCode.COMPLETE


def _drifts_by_page(name: str, home: Path) -> Iterator[list[str]]:
    """For each stored page of a site a line for every field that has changed."""
    from newscrawl.cli.evidence import read_cases
    from newscrawl.learn.proof import check_page
    from newscrawl.sites.loader import load_site, sites_folder

    site, folder = load_site(name, home), sites_folder(home)
    path, cases = folder / f"{name}.toml", list(read_cases(folder / name))
    if not cases:
        told = f"{path}: no stored pages in {folder / name}, nothing to hold it against"
        typer.echo(told, err=True)
    for case in cases:
        checks = check_page(case.page, site, case.expected, now=case.now)
        yield [f"{path}: {_drift(one)} [{case.name}]" for one in checks if one.status == "drift"]


def _drift(check: Check) -> str:
    parts = []
    if check.key:
        parts.append(f"{check.key} = {check.selector!r} matched {check.matched}")
    if check.wanted is not None or check.found is not None:
        parts.append(f"was {_short(check.wanted)}, is {_short(check.found)}")
    return f"{check.field}: {'; '.join(parts)}"


def _short(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"{len(value)} rows"
    text = ", ".join(value) if isinstance(value, list) else str(value or "nothing")
    return repr(text[:_PRINTED] + ("…" if len(text) > _PRINTED else ""))


command = check
