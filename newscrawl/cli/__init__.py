"""The `newscrawl` command: one module a verb, each light to import (scrapy and lxml come inside).

A verb is a typer function that returns its exit code (None = 0) and raises `NewscrawlError` for
what the user can mend; this module turns those into one line on stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from newscrawl import __version__
from newscrawl.cli import (
    crawl,
    demo,
    export,
    extract,
    listing,
    repair,
    runs,
    site,
    site_add,
    site_check,
    site_edit,
    status,
    why,
)
from newscrawl.errors import ExitCode, NewscrawlError

app = typer.Typer(
    name="newscrawl",
    help="Every article an institute's news listing ever posted, as one clean JSON line each.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verb in (crawl, status, why, runs, export, repair, demo):
    app.command(rich_help_panel="Corpus")(verb.command)
for verb in (extract, listing):
    app.command(rich_help_panel="Pages")(verb.command)
for name, command in (
    ("add", site_add.command),
    ("check", site_check.command),
    ("edit", site_edit.command),
    ("list", site.list_),
    ("show", site.show),
    ("lint", site.lint),
):
    site.app.command(name)(command)
app.add_typer(site.app, name="site", rich_help_panel="Corpus")


def _version(wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        typer.echo(f"newscrawl {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Every article an institute's news listing ever posted, as one clean JSON line each."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code; errors become one line on stderr."""
    try:
        given = None if arguments is None else list(arguments)
        code = app(given, prog_name="newscrawl", standalone_mode=False)
        sys.stdout.flush()
    except NewscrawlError as error:
        return _fail(str(error), error.exit_code)
    except TyperException as error:
        # Without a text, the help has been shown: a group was called without a verb.
        return _fail(error.format_message() or "which verb? see above", ExitCode.USAGE)
    except (Abort, KeyboardInterrupt) as error:
        if isinstance(error.__cause__, EOFError):  # Typer takes any for a Ctrl-D; nothing is asked
            raise error.__cause__ from None
        return _fail("interrupted", ExitCode.INTERRUPTED)
    except OSError as error:
        if error.filename is not None:
            raise
        return _end_output(error)
    return int(code or 0)


def _end_output(error: OSError) -> int:
    """Standard output takes no more: its reader went away, or its disk is full."""
    # What is still buffered would be written, and fail again, when Python ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return ExitCode.PARTIAL
    return _fail(f"cannot write to standard output: {error.strerror}", ExitCode.STORAGE)


def _fail(text: str, code: int) -> int:
    print(f"newscrawl: {' '.join(text.split())}", file=sys.stderr)  # noqa: T201
    return code


def main() -> None:
    """Console-script entry point."""
    raise SystemExit(run())
