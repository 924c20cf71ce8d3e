"""`newscrawl crawl`: walk listings and keep every article."""

from __future__ import annotations

import gc
import shlex
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newscrawl.cli.contact import check_contact
from newscrawl.cli.options import CORPUS, Contact, Home, path, seconds, whole_number
from newscrawl.errors import UsageError
from newscrawl.interrupts import end_at_once

if TYPE_CHECKING:
    from newscrawl.spiders.model import Job

_STDOUT = frozenset(("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"))
_TABLES = frozenset((".csv", ".tsv", ".xlsx", ".xls", ".parquet"))

Targets = Annotated[
    list[str], typer.Argument(metavar="TARGET", help="Listing addresses or site ids.")
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        help="The JSON Lines file, - for standard output; give it again for one more.",
        show_default="HOME/articles.jsonl",
        metavar="FILE",
        parser=path,
    ),
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Nothing older than this day, 2024-01-31.")
]
MaxPages = Annotated[
    int | None,
    typer.Option(
        parser=whole_number(1), metavar="N", help="Read at most this many listing pages a target."
    ),
]
Full = Annotated[
    bool, typer.Option("--full", help="Walk the whole list, and try again what failed.")
]
Recheck = Annotated[
    int,
    typer.Option(
        parser=whole_number(0),
        metavar="N",
        help="Then look again at N held articles a target: edited, taken down, back again?",
    ),
]
CrossCheck = Annotated[
    bool,
    typer.Option(
        "--cross-check",
        help="Then read the site's feed and sitemaps: what have they that the list lacks?",
    ),
]
Js = Annotated[
    bool,
    typer.Option("--js", help="Let a browser draw listing pages that need one (the extra js)."),
]
Fast = Annotated[
    bool,
    typer.Option("--fast", help="Less CPU a request, by parts that Scrapy calls experimental."),
]
Delay = Annotated[
    float | None,
    typer.Option(
        parser=seconds(0),
        metavar="S",
        help="Seconds between requests to a host.",
        show_default="1, loopback 0",
    ),
]
Timeout = Annotated[
    float,
    typer.Option(parser=seconds(0.1), metavar="S", help="Seconds for one whole request."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]


def crawl(  # noqa: PLR0913
    targets: Targets,
    *,
    outputs: Outputs = None,
    since: Since = None,
    max_pages: MaxPages = None,
    full: Full = False,
    recheck: Recheck = 0,
    cross_check: CrossCheck = False,
    js: Js = False,
    fast: Fast = False,
    delay: Delay = None,
    timeout: Timeout = 60,
    contact: Contact = None,
    home: Home = CORPUS,
    as_json: AsJson = False,
) -> int:
    """Fetch every article that a listing shows and this corpus does not hold.

    A second run fetches only what is new. Stop it whenever you like: the same command goes on.

    newscrawl crawl https://www.example.ac.cn/xwzx/ --contact you@example.org

    newscrawl crawl my-institute -o my-institute.jsonl --since 2024-01-01
    """
    _begin(fast=fast)
    from newscrawl.cli.running import Order, run
    from newscrawl.spiders.model import Options
    from newscrawl.spiders.plan import say_notes

    options = Options(
        full=full,
        since=_day(since),
        max_pages=max_pages,
        recheck=recheck,
        cross_check=cross_check,
        js=js,
    )
    jobs = _jobs(targets, home, contact)
    order = Order(
        jobs=jobs,
        options=options,
        home=home,
        outputs=[*map(_output, outputs or [home / "articles.jsonl"])],
        command=shlex.join(["newscrawl", *sys.argv[1:]]),
        overrides=_overrides(jobs, delay, timeout, contact)
        | _handlers(jobs, timeout, js=js, fast=fast),
        as_json=as_json,
    )
    say_notes(jobs)
    return run(order)


def _begin(*, fast: bool) -> None:
    """What comes before anything is loaded."""
    end_at_once()  # nothing can be lost yet; `run` takes the signals once there is
    gc.disable()  # what is loaded now stays: `run` looks for garbage from the first request on
    if not fast:
        _load_early()


def _day(since: str | None) -> str | None:
    from newscrawl.spiders.plan import day_of

    day = day_of(since, "--since")
    if day and date.fromisoformat(day) > datetime.now(UTC).date() + timedelta(days=1):
        raise UsageError(f"--since {day} is yet to come: nothing is as new as that")
    return day


def _output(path: Path) -> Path:
    """Where records go, as JSON Lines; standard output by one name."""
    from newscrawl.store import STREAM

    if path.suffix.lower() in _TABLES:
        raise UsageError(
            f"-o {path}: records are JSON Lines; newscrawl export makes a table of them"
        )
    if path != STREAM and str(path) not in _STDOUT:
        return path
    if not sys.stdout:  # its number belongs to the next file that is opened: the ledger
        raise UsageError(f"-o {path}: standard output is closed")
    return STREAM


def _jobs(targets: Sequence[str], home: Path, contact: str | None) -> list[Job]:
    """The listings to walk, each once; their hosts must be told who asks."""
    from newscrawl.spiders.plan import jobs_of, require_contact

    jobs = list(dict.fromkeys(job for target in targets for job in jobs_of(target, home)))
    if contact:
        check_contact(contact)
    require_contact(jobs, contact or "", "--contact you@example.org or NEWSCRAWL_CONTACT")
    return jobs


def _load_early() -> None:
    """What Scrapy loads deep within its engine else.

    Three old names in it look through the whole stack, and through all modules for each frame:
    there it takes 87 ms, a tenth of an idle check, here 41.
    """
    import scrapy.core.downloader.contextfactory  # noqa: F401


def _handlers(jobs: list[Job], timeout: float, *, js: bool, fast: bool) -> dict[str, Any]:
    """Settings by which requests are sent another way than usual."""
    from newscrawl.extensions.browser import browser_settings
    from newscrawl.extensions.fast import fast_settings
    from newscrawl.settings import DOWNLOAD_HANDLERS

    if js and fast:
        raise UsageError("--js and --fast do not go together: the browser needs Scrapy's own loop")
    if js:
        return browser_settings(jobs, timeout, DOWNLOAD_HANDLERS)
    return fast_settings(DOWNLOAD_HANDLERS) if fast else {}


def _overrides(
    jobs: list[Job], delay: float | None, timeout: float, contact: str | None
) -> dict[str, Any]:
    from newscrawl.extensions.turns import AT_ONCE
    from newscrawl.settings import USER_AGENT

    unverified = {job.site_id for job in jobs if job.site and not job.site.verify_tls}
    if unverified and len({job.site_id for job in jobs}) > 1:
        name = min(unverified)
        raise UsageError(f"crawl {name} by itself: its site file turns the TLS check off")
    settings: dict[str, Any] = {
        "DOWNLOAD_TIMEOUT": timeout,
        "DOWNLOAD_VERIFY_CERTIFICATES": not unverified,
        "CONCURRENT_REQUESTS": AT_ONCE * len({job.scope.host for job in jobs}),
    }
    if contact:
        settings["USER_AGENT"] = f"{USER_AGENT} (+{contact})"
    if delay is not None:
        settings["NEWSCRAWL_DELAY"] = delay
    return settings


command = crawl
