"""`newscrawl site add`: learn a site file from a list and a few of its articles."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newscrawl.cli.contact import tell_contact
from newscrawl.cli.options import CORPUS, Contact, Home, seconds, with_home
from newscrawl.cli.wording import count
from newscrawl.errors import ExitCode, StorageError, UsageError

if TYPE_CHECKING:
    from newscrawl.cli.evidence import Case
    from newscrawl.learn import Study
    from newscrawl.sites.model import Site

_DELAY = 2.0  # seconds between two requests
_MARKS = {"ok": "green", "empty": "dim", "missed": "red", "drift": "red"}


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
        float | None,
        typer.Option(parser=seconds(0), metavar="S", help="Seconds between two requests."),
    ] = None,
) -> int:
    """Learn a site from its list and a few articles: a file, the evidence, and a self-check.

    newscrawl site add https://www.example.ac.cn/xwzx/ --contact you@example.org
    """
    from newscrawl.cli.onboard import fetch_articles, fetch_listing
    from newscrawl.learn import learn_studies, site_id
    from newscrawl.sites.lint import lint
    from newscrawl.sites.loader import load_site, path_of
    from newscrawl.sites.model import ListingRules
    from newscrawl.text.urls import is_loopback_url

    tell_contact(url, contact)
    name = site_id(url) if id_ is None else id_
    path = path_of(name, home)
    if path.exists():
        raise UsageError(
            f"{path} is there already: `newscrawl site edit {name}`; give --id for one more, or "
            "move it away where the site was built anew"
        )
    pause = delay if delay is not None else (0.0 if is_loopback_url(url) else _DELAY)
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
    check = with_home(f"newscrawl site check {name}", home)
    for finding in lint(site):
        _say(f"warning: {path}: {finding.key}: {finding.text}")
    _say(f"written: {path}; hold it against its pages: {check}")
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
    from newscrawl.learn.proof import lacking

    told = case.expected
    if told["kind"] == "listing":
        return not (told["items"] or told["next"])
    return bool(lacking(told)) or not told["title"]


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


command = add
