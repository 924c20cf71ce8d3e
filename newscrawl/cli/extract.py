"""`newscrawl extract`: one page to one record."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from newscrawl.cli.contact import tell_contact
from newscrawl.cli.options import CORPUS, Contact, Home
from newscrawl.errors import ExitCode

if TYPE_CHECKING:
    from newscrawl.extract.article import Explanation
    from newscrawl.items import Page

_A_LIST = 3  # rows from which a page without an article's text is a list


def extract(
    page: Annotated[str, typer.Argument(metavar="FILE|URL|-", help="An article page.")],
    *,
    url: Annotated[
        str | None, typer.Option(help="Where a saved page came from; links are joined to it.")
    ] = None,
    site: Annotated[str | None, typer.Option(help="Read it with this site's rules.")] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Print each field's rule and raw text, and who else spoke."),
    ] = False,
    contact: Contact = None,
    home: Home = CORPUS,
) -> int | None:
    """Read one article page and print its JSON record.

    Exit code 1 says that the page is no article: one line says what it is, no record is printed.

    newscrawl extract saved.html --url https://www.example.ac.cn/info/1039/3201.htm

    newscrawl extract https://www.example.ac.cn/info/1039/1.htm --explain --contact you@example.org
    """
    from datetime import UTC, datetime

    from newscrawl import load_site
    from newscrawl.cli.fetch import load_page, warn_of_unknown_address
    from newscrawl.extract.article import explain_page, read_page
    from newscrawl.items import Page, to_json

    rules = load_site(site, home) if site else None
    tell_contact(page, contact)
    fetched = load_page(page, url)
    headers = {"content-type": fetched.content_type} if fetched.content_type else {}
    subject = Page(url=fetched.url, body=fetched.body, headers=headers)
    reading = read_page(subject, rules, now=datetime.now(UTC))
    advice = "" if reading.article.date_published else _advice(subject, page)
    article = reading.keep and not advice
    if explain:
        _print(explain_page(subject, reading.article, rules))
    elif article:
        typer.echo(to_json(reading.article))
        warn_of_unknown_address(page, fetched)
    if advice or reading.outcome != "new":
        told = advice or f"{reading.outcome}: {reading.detail}"
        typer.echo(f"newscrawl: {page}: {told}", err=True)
    return None if article else ExitCode.PARTIAL


def _advice(subject: Page, name: str) -> str:
    """What else to try, where the page that is no article is a list of them."""
    from newscrawl.extract.listing import extract_listing
    from newscrawl.text.magic import binary_kind

    if binary_kind(subject.body):
        return ""
    found = extract_listing(subject.body, subject.url, content_type=subject.content_type)
    if len(found.items) < _A_LIST:
        return ""
    return (
        f"looks like a listing ({len(found.items)} rows): try newscrawl listing {shlex.quote(name)}"
    )


def _print(explanations: tuple[Explanation, ...]) -> None:
    from newscrawl.text.whitespace import clean_line

    for one in explanations:
        typer.echo(f"{one.field}: {clean_line(one.value) or '-'}")
        by = f" by {one.rule}" if one.rule else ""
        typer.echo(f"    {one.status}{by}" + (f", from: {one.raw}" if one.raw else ""))
        for rival in one.rivals:
            typer.echo(f"    {rival.rule} {rival.verdict}: {rival.raw}")


command = extract
