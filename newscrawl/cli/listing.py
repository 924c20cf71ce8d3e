"""`newscrawl listing`: one listing page to its rows and the way to the next."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from newscrawl.cli.contact import tell_contact
from newscrawl.cli.options import CORPUS, Contact, Home
from newscrawl.errors import ExitCode


def listing(
    page: Annotated[
        str, typer.Argument(metavar="FILE|URL|-", help="A listing page; - reads standard input.")
    ],
    *,
    url: Annotated[
        str | None, typer.Option(help="The address a saved page was fetched from.")
    ] = None,
    site: Annotated[
        str | None, typer.Option(help="Use the rules of this site file: an id or a path.")
    ] = None,
    contact: Contact = None,
    home: Home = CORPUS,
    as_json: Annotated[bool, typer.Option("--json", help="The object on one line.")] = False,
) -> int:
    """One listing page to its rows, its totals and the next page, as a JSON object.

    newscrawl listing https://www.example.ac.cn/xwzx/ --contact you@example.org

    newscrawl listing saved.html --url https://www.example.ac.cn/xwzx/index.html
    """
    from datetime import UTC, datetime

    from newscrawl.cli.fetch import load_page, warn_of_unknown_address
    from newscrawl.extract.listing import extract_listing
    from newscrawl.sites.loader import load_site
    from newscrawl.text.magic import binary_kind

    rules = load_site(site, home) if site else None
    tell_contact(page, contact)
    fetched = load_page(page, url)
    found = extract_listing(
        fetched.body,
        fetched.url,
        content_type=fetched.content_type,
        site=rules,
        now=datetime.now(UTC),
    )
    typer.echo(json.dumps(found.to_plain(), ensure_ascii=False, indent=None if as_json else 2))
    kind = binary_kind(fetched.body)
    for issue in (f"this is {kind}, not a listing",) if kind else found.issues:
        typer.echo(f"newscrawl: {page}: {issue}", err=True)
    for bad in found.bad_links:
        typer.echo(f"newscrawl: {page}: row {bad.title!r}: {bad.reason}: {bad.href!r}", err=True)
    read = not kind and (found.items or found.next_page)
    if read:
        warn_of_unknown_address(page, fetched)
    return ExitCode.COMPLETE if read else ExitCode.PARTIAL


command = listing
