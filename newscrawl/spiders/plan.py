"""What the user names, site ids and listing addresses, as jobs."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy.settings import BaseSettings, default_settings

from newscrawl import __version__
from newscrawl.errors import UsageError
from newscrawl.sites.loader import find_site, is_file, load_site, sites_at
from newscrawl.sites.model import Site
from newscrawl.spiders.configured import check_settings
from newscrawl.spiders.model import Job, Options
from newscrawl.spiders.scope import Scope
from newscrawl.store import Session
from newscrawl.text.contacts import has_contact
from newscrawl.text.urls import (
    host_of,
    is_loopback_url,
    refuse_login,
    resolve,
    with_ascii_host,
    with_scheme,
)

_ARGUMENTS = frozenset({"target", "full", "since", "max_pages", "recheck", "cross_check"})
_YES, _NO = frozenset({"1", "true", "yes"}), frozenset({"0", "false", "no", ""})


def jobs_of(target: str, home: Path) -> list[Job]:
    """The jobs one target stands for: a listing address, or all listings of a site's file.

    Raises UsageError (SiteFileError for a broken file) with one line for the user.
    """
    if "://" in target:
        url = _address(target.strip())  # a blank that was copied with it makes no other list
        sites, passed_over = sites_at(url, home)
        notes = [f"passed over, it does not name {host_of(url)}: {error}" for error in passed_over]
        site = sites[0] if sites else None
        if len(sites) > 1:
            names = " and ".join(one.id for one in sites)
            used = f"{sites[0].id} is used; name a site's id"
            notes.append(f"the site files {names} all fit {url}: {used}")
        listed = next((one for one in site.listings if one.url == url), None) if site else None
        return [_job(url, site, listed.channel if listed else None, notes)]
    if not target:
        raise UsageError("a target is empty: it is a listing's address or a site's id")
    meant = None if target.endswith(".toml") else with_scheme(target)
    if meant and not is_file(target) and not find_site(target, home):
        raise UsageError(f"{target} is no site: did you mean {meant} ?")
    if not target.endswith(".toml") and is_file(target):
        raise UsageError(
            f"{target} is a file, no site file (.toml): newscrawl extract reads a saved article, "
            "newscrawl listing a saved list"
        )
    site = load_site(target, home)
    if not site.listings:
        raise UsageError(f"the site {target} has no [[listing]] to crawl")
    return [_job(one.url, site, one.channel) for one in site.listings]


def say_notes(jobs: Iterable[Job]) -> None:
    """Say on stderr what is to be known of the jobs, once nothing is wrong with them."""
    for note in dict.fromkeys(note for job in jobs for note in job.notes):
        print(f"newscrawl: {note}", file=sys.stderr)  # noqa: T201


def _job(url: str, site: Site | None, channel: str | None, notes: Iterable[str] = ()) -> Job:
    scope = Scope.of(url, site.domains if site else ())
    return Job(
        site_id=site.id if site else scope.host,
        url=url,
        scope=scope,
        site=site,
        channel=channel,
        notes=tuple(notes),
    )


def continued(jobs: Sequence[Job], session: Session) -> list[Job]:
    """The jobs under the site ids that the corpus knows their listings by.

    A site file that comes to a corpus later names the site anew; the articles held must not be
    taken for others because of it.
    """
    return [replace(job, site_id=_known_as(job, session)) for job in jobs]


def _known_as(job: Job, session: Session) -> str:
    """The listing's own id in the corpus, else that of its host's listings without a site file."""
    known = session.site_of(job.url)
    if known:
        return known
    bare = job.scope.host
    return bare if job.site and session.has_site(bare) else job.site_id


def _address(text: str) -> str:
    """`text` with the host as DNS knows it; UsageError for what no request can be made for."""
    try:
        refuse_login(text)
    except ValueError as error:
        raise UsageError(str(error)) from None
    try:
        resolve(text, text)
        url = with_ascii_host(text)
    except ValueError:
        url = ""
    if not url or not text.isprintable():
        meant = with_scheme(text)
        hint = (
            f": did you mean {meant[:200]} ?" if meant else ": an address is http://… or https://…"
        )
        raise UsageError(f"{text[:200]} cannot be crawled{hint}")
    parts = urlsplit(url)
    # `#top` is a place on the page, and no other list; `#/news` may be a script's own address, and
    # `#1205` names the column of a catalogue (gkmlpt).
    told = parts.fragment
    kept = told if told.startswith(("/", "!")) or told.isdecimal() else ""
    return parts._replace(path=parts.path or "/", fragment=kept).geturl()


def require_contact(jobs: Iterable[Job], told: str, how: str) -> None:
    """UsageError where a host that is not this machine would be asked by nobody."""
    away = next((job.url for job in jobs if not is_loopback_url(job.url)), None)
    if away and not has_contact(told):
        raise UsageError(f"{away} is not on this machine: say who is asking, with {how}")


def day_of(text: str | None, name: str) -> str | None:
    """An ISO day, None for none; UsageError that names the option for what is no day."""
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError as error:
        raise UsageError(f"{name} takes a day like 2024-01-31, not {text}") from error


def _is_on(arguments: Mapping[str, Any], name: str) -> bool:
    told = str(arguments.get(name, "0")).lower()
    if told not in {*_YES, *_NO}:
        raise UsageError(f"-a {name} takes 1 or 0, not {told}")
    return told in _YES


def _number(arguments: Mapping[str, Any], name: str, least: int) -> int | None:
    told = arguments.get(name)
    if told is None:
        return None
    if not (str(told).isdecimal() and int(told) >= least):
        raise UsageError(f"-a {name} takes a number from {least} on, not {told}")
    return int(told)


def from_arguments(settings: BaseSettings, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The spider's arguments for `scrapy crawl news -a target=… [-a full=1 -a since=… …]`."""
    check_settings(settings)
    home = Path(settings["NEWSCRAWL_HOME"])
    targets = str(arguments.get("target", "")).split()
    if not targets:
        raise UsageError("scrapy crawl news needs -a target=ADDRESS")
    unknown = {name for name in arguments.keys() - _ARGUMENTS if name[:1] != "_"}
    if unknown:  # scrapyd gives a `_job`
        raise UsageError(f"-a {min(unknown)}: there are only {', '.join(sorted(_ARGUMENTS))}")
    options = Options(
        full=_is_on(arguments, "full"),
        since=day_of(arguments.get("since"), "-a since"),
        max_pages=_number(arguments, "max_pages", 1),
        recheck=_number(arguments, "recheck", 0) or 0,
        cross_check=_is_on(arguments, "cross_check"),
    )
    jobs = list(dict.fromkeys(job for target in targets for job in jobs_of(target, home)))
    agent = settings["USER_AGENT"]
    named = "" if agent == default_settings.USER_AGENT else agent  # Scrapy's own names Scrapy
    require_contact(jobs, named, '-s USER_AGENT="newscrawl (+you@example.org)"')
    say_notes(jobs)
    told = (part for name, value in arguments.items() for part in ("-a", f"{name}={value}"))
    command = shlex.join(["scrapy", "crawl", "news", *told])
    session = Session(home, command=command, version=__version__)
    jobs = continued(jobs, session)
    session.add_output(
        home / "articles.jsonl", [session.target(j.site_id, j.url, j.channel) for j in jobs]
    )
    return {"jobs": jobs, "session": session, "options": options}
