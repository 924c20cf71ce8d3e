"""`newscrawl demo`: a made-up institute on loopback, crawled as any other."""

from __future__ import annotations

import json
import shlex
import signal
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newscrawl.cli.options import folder, with_home
from newscrawl.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from newscrawl.demo import Server

PORT = 8730  # the same each time, so that a second demo finds what the first one left
SHOWN = ("title", "subtitles", "authors", "source", "date_published", "breadcrumbs", "url")
BODY = 120  # characters of the body that are shown


def demo(
    *,
    family: Annotated[
        str, typer.Option(help="The shape of its site: table, vsb, webplus, trs, …")
    ] = "table",
    home: Annotated[
        Path, typer.Option(help="The corpus folder.", metavar="FOLDER", parser=folder)
    ] = Path("demo-corpus"),
    keep: Annotated[
        bool, typer.Option("--keep", help="Go on serving the institute until Ctrl-C.")
    ] = False,
) -> int:
    """Crawl a made-up institute that runs on this machine; nothing leaves it.

    newscrawl demo

    newscrawl demo --family vsb --home /tmp/demo --keep
    """
    from newscrawl.cli.crawl import crawl
    from newscrawl.demo import FAMILIES, build, serve

    if family not in FAMILIES:
        raise UsageError(f"no such family: {family} (there are {', '.join(FAMILIES)})")
    institute = build(family)
    with serve(institute, _port()) as server:
        typer.echo(
            f"{institute.name} is made up, and served from this machine while the demo runs:\n"
            f"{len(institute.truth)} news posts on a few listing pages, with links to other sites, "
            "a file and a broken page between them.\n"
            f"\n$ newscrawl crawl {shlex.quote(server.url)} --home {shlex.quote(str(home))}"
        )
        code = crawl([server.url], home=home)
        if code in {ExitCode.COMPLETE, ExitCode.PARTIAL}:
            _show(home, server)
        if keep:
            _wait(server, home)
    if not keep:
        typer.echo("The institute is gone now; with --keep it stays, for all the other commands.")
    if code != ExitCode.PARTIAL:
        return code
    typer.echo("The broken page is part of the show: that crawl ends with exit code 1.")
    return ExitCode.COMPLETE


def _port() -> int:
    """The usual port, or 0 (any) where something else has it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
        except OSError:
            return 0
        return PORT


def _show(home: Path, server: Server) -> None:
    """The key fields of the first record of this institute, one a line."""
    from rich.console import Console
    from rich.table import Table

    record = _first(home, server)
    if record is None:
        return
    table = Table.grid(padding=(0, 2))
    for name in SHOWN:
        value = record[name]
        text = " / ".join(value) if isinstance(value, list) else value
        table.add_row(name, text or "–")
    table.add_row("body", f"{' '.join(record['body'].split())[:BODY]}…")
    console = Console()
    console.print("\nThe first record:")
    console.print(table)
    console.print(
        f"\nAll of them, one JSON object a line: {home / 'articles.jsonl'}\n"
        "Your institute: newscrawl crawl LISTING-ADDRESS --contact you@example.org",
        soft_wrap=True,
        highlight=False,
    )


def _first(home: Path, server: Server) -> dict[str, Any] | None:
    """The corpus may hold other institutes, of earlier demos in the same folder."""
    from newscrawl.store import story

    with story.open_for_reading(home) as db:
        for line in story.newest_lines(db):
            record: dict[str, Any] = json.loads(line)
            address = record["url"].removeprefix(server.base)
            if address in server.institute.truth or address in server.institute.twins:
                return record
    return None


def _wait(server: Server, home: Path) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # the crawl had it
    command = with_home(f"newscrawl crawl {shlex.quote(server.url)}", home)
    typer.echo(f"Serving {server.url} until Ctrl-C; try: {command}")
    try:
        while True:
            time.sleep(0.5)
    except KeyboardInterrupt:
        typer.echo("stopped")


command = demo
