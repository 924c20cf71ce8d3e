"""`newscrawl site`: what the site files of a corpus say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from newscrawl.cli.options import CORPUS, Home
from newscrawl.cli.wording import count
from newscrawl.errors import ExitCode, SiteFileError

if TYPE_CHECKING:
    from newscrawl.sites.model import Site

app = typer.Typer(
    help="Site files: learn one, check it, list, show, edit, look for mistakes.",
    no_args_is_help=True,
)


def list_(
    *,
    home: Home = CORPUS,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False,
) -> int:
    """Every site of the corpus, one a line: id, institute, family, listings.

    A broken file is told in a line of its own (exit code 2), the others are listed.

    newscrawl site list
    """
    from newscrawl.sites.loader import load_site, site_files, sites_folder

    sites, broken = [], 0
    for path in site_files(home):
        try:
            sites.append(load_site(str(path), home))
        except SiteFileError as error:
            typer.echo(f"newscrawl: {error}", err=True)
            broken += 1
    if as_json:
        typer.echo(json.dumps([_summary(site) for site in sites], ensure_ascii=False, indent=2))
    for site in sites if not as_json else ():
        listings = ", ".join(one.channel or one.url for one in site.listings)
        typer.echo(f"{site.id}\t{site.institute or '-'}\t{site.family or '-'}\t{listings}")
    if not sites and not broken:
        typer.echo(f"newscrawl: no site files in {sites_folder(home)}", err=True)
    return ExitCode.USAGE if broken else ExitCode.COMPLETE


def _summary(site: Site) -> dict[str, object]:
    return {
        "id": site.id,
        "institute": site.institute,
        "family": site.family,
        "listings": [one.url for one in site.listings],
    }


def show(
    site: Annotated[str, typer.Argument(metavar="ID|FILE", help="The site's id, or its file.")],
    *,
    home: Home = CORPUS,
    as_json: Annotated[bool, typer.Option("--json", help="As a JSON object.")] = False,
) -> int:
    """One site as newscrawl understands it, as TOML.

    newscrawl site show my-institute
    """
    from newscrawl.items import to_plain
    from newscrawl.sites.loader import load_site
    from newscrawl.sites.writer import site_to_toml

    found = load_site(site, home)
    if as_json:
        typer.echo(json.dumps(to_plain(found), ensure_ascii=False, indent=2, default=str))
    else:
        typer.echo(f"# {found.id}, rules {(found.rules_sha256 or '')[:12]}")
        typer.echo(site_to_toml(found), nl=False)
    return ExitCode.COMPLETE


def lint(
    sites: Annotated[
        list[str] | None, typer.Argument(metavar="[ID|FILE]...", help="All of them without one.")
    ] = None,
    *,
    home: Home = CORPUS,
) -> int:
    """Refuse what breaks a rule (exit 2), warn of what is likely to break.

    newscrawl site lint

    newscrawl site lint my-institute.toml
    """
    from newscrawl.sites.lint import lint as look
    from newscrawl.sites.loader import load_site, site_files

    wanted = sites or [str(path) for path in site_files(home)]
    broken = 0
    for name in wanted:
        try:
            site = load_site(name, home)
        except SiteFileError as error:
            typer.echo(f"error: {error}", err=True)
            broken += 1
            continue
        for finding in look(site):
            typer.echo(f"warning: {name}: {finding.key}: {finding.text}")
    typer.echo(f"{count(len(wanted), 'site file')}, {broken} broken", err=True)
    return ExitCode.USAGE if broken else ExitCode.COMPLETE
