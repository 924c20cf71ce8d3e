"""`newscrawl site add / check / edit`: learn a site file, hold it against its pages, change it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from newscrawl.cli.contact import tell_contact
from newscrawl.cli.options import CORPUS, Contact, Home
from newscrawl.cli.site import lint
from newscrawl.cli.wording import count
from newscrawl.errors import ExitCode, NewscrawlError, StorageError, UsageError

if TYPE_CHECKING:
    from newscrawl.cli.evidence import Case
    from newscrawl.learn import Study
    from newscrawl.learn.proof import Check
    from newscrawl.sites.model import Site

_DELAY = 2.0
_MARKS = {"ok": "green", "empty": "dim", "missed": "red", "drift": "red"}
_PRINTED = 70


def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="The address of the site's news list.")],
    *,
    id_: Annotated[
        str | None,
        typer.Option("--id", help="The site's name: letters, digits, . - _; its host without one."),
    ] = None,
    home: Home = CORPUS,
    contact: Contact = None,
    delay: Annotated[
        float | None, typer.Option(min=0, help="Seconds between two requests.")
    ] = None,
) -> int:
    """Learn a site from its list and a few articles: a file, the evidence, and a self-check.

    newscrawl site add https://www.example.ac.cn/xwzx/ --contact you@example.org
    """
    from newscrawl.cli.onboard import fetch_articles, fetch_listing
    from newscrawl.learn import learn_studies, site_id
    from newscrawl.sites.loader import load_site, path_of
    from newscrawl.sites.model import ListingRules
    from newscrawl.text.urls import is_loopback

    local = is_loopback(urlsplit(url).hostname or "")
    tell_contact(url, contact)
    name = site_id(url) if id_ is None else id_
    path = path_of(name, home)
    if path.exists():
        raise UsageError(f"{path} is there already: `newscrawl site edit {name}`, or give --id")
    pause = delay if delay is not None else (0.0 if local else _DELAY)
    listing, rows = fetch_listing(url)
    _say(f"{url}: {count(len(rows), 'article')} listed")
    articles = fetch_articles(listing.page.url, rows, pause, _say)
    learnt = learn_studies([listing, *articles], id=name)
    if not learnt.listings:
        learnt = replace(learnt, listings=(ListingRules(url=listing.page.url),))
    _write(path, learnt, url, len(articles))
    site = load_site(path)
    cases = _keep(path.with_suffix(""), site, listing, articles)
    _table(cases)
    _say(f"written: {path}; hold it against its pages: newscrawl site check {name}")
    return ExitCode.PARTIAL if any(_missed(case) for case in cases) else ExitCode.COMPLETE


def _say(text: str) -> None:
    typer.echo(text, err=True)


_HEADS = {
    "[[listing]]": "# The list: links = its articles (left out where the generic rules read it).",
    "[article]": "# An article page: CSS selectors, or XPath behind `xpath:`. What is left out is "
    "found without rules.",
}


def _write(path: Path, site: Site, url: str, count: int) -> None:
    from newscrawl.sites.writer import site_to_toml

    day = time.strftime("%Y-%m-%d", time.gmtime())
    head = f"# Learnt on {day} from {url} and {count} of its articles, kept in {path.stem}/.\n"
    lines = site_to_toml(site).splitlines()
    text = "\n".join(f"{_HEADS[line]}\n{line}" if line in _HEADS else line for line in lines)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{head}\n{text}\n", "utf-8")
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror or error}") from error


def _keep(folder: Path, site: Site, listing: Study, articles: Sequence[Study]) -> list[Case]:
    """Store every page with what it says under the written file."""
    from newscrawl.cli.evidence import Case, write_case
    from newscrawl.learn.proof import expected_of

    cases = []
    for number, study in enumerate((listing, *articles)):
        case = Case(f"article-{number}" if number else "listing", study.page, {})
        expected = expected_of(study.page, site, listing=not number, now=case.now)
        cases.append(Case(case.name, case.page, expected))
        write_case(folder, cases[-1])
    return cases


def _missed(case: Case) -> bool:
    empty = case.expected["kind"] == "listing" and not (
        case.expected["items"] or case.expected["next"]
    )
    return empty or bool(case.expected.get("missed")) or not case.expected.get("title", "list")


def _table(cases: Sequence[Case]) -> None:
    """The self-check, field by page: colours on a terminal, tabs elsewhere."""
    from newscrawl.learn.proof import KEYS, status_of

    pages = [case for case in cases if case.expected["kind"] == "article"]
    rows = [[field, *(status_of(case.expected, field) for case in pages)] for field in KEYS]
    items = next(
        len(case.expected["items"]) for case in cases if case.expected["kind"] != "article"
    )
    head = ["field", *(case.name for case in pages)]
    if not sys.stdout.isatty():
        for row in (head, *rows):
            typer.echo("\t".join(row))
        typer.echo(f"listing\t{items} rows")
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*head, caption=f"listing: {items} rows")
    for field, *marks in rows:
        table.add_row(field, *(f"[{_MARKS[mark]}]{mark}[/]" for mark in marks))
    Console().print(table)


def check(
    sites: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="All of them without one.")
    ] = None,
    *,
    home: Home = CORPUS,
) -> int:
    """Hold site files against their stored pages, offline; exit 4 where a field has changed.

    newscrawl site check
    """
    from newscrawl.cli.evidence import read_cases
    from newscrawl.learn.proof import check_page
    from newscrawl.sites.loader import load_site, sites_folder

    folder = sites_folder(home)
    drifts = pages = 0
    for name in sites or sorted(path.stem for path in folder.glob("*.toml")):
        site, path = load_site(name, home), folder / f"{name}.toml"
        cases = list(read_cases(folder / name))
        if not cases:
            _say(f"{path}: no stored pages in {folder / name}, nothing to hold it against")
        for case in cases:
            checks = check_page(case.page, site, case.expected, now=case.now)
            for one in checks:
                if one.status == "drift":
                    typer.echo(f"{path}: {_drift(one)} [{case.name}]")
            drifts += sum(one.status == "drift" for one in checks)
        pages += len(cases)
    _say(f"{count(pages, 'page')}, {count(drifts, 'field')} changed")
    return ExitCode.DRIFT if drifts else ExitCode.COMPLETE


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


def register(app: typer.Typer) -> None:
    """Give the `site` command these verbs."""
    for verb in (add, check, edit):
        app.command()(verb)
