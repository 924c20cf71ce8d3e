"""Runs one crawl in this process: Scrapy's loop, signals, progress, summary, exit code."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.utils.misc import load_object

from newscrawl import __version__
from newscrawl.cli.progress import Progress
from newscrawl.cli.summary import complaints, summary
from newscrawl.cli.watchdog import Watchdog
from newscrawl.errors import ExitCode, NewscrawlError, StorageError
from newscrawl.extensions.manners import MOST_DELAY
from newscrawl.extensions.pace import LONGEST_WAIT
from newscrawl.extensions.quiet import QuietCrawler
from newscrawl.extensions.report import close_books
from newscrawl.spiders.model import Job, Options
from newscrawl.spiders.news import NewsSpider
from newscrawl.spiders.plan import continued
from newscrawl.store import STREAM, Session, name_of
from newscrawl.store.schema import storage
from newscrawl.workers import calm

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_LAST_RESORT = 8.0  # seconds after a signal; by then a loop that is alive has ended the run


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One crawl as the user asked for it; `overrides` are Scrapy settings."""

    jobs: Sequence[Job]
    options: Options
    home: Path
    outputs: Sequence[Path]
    command: str
    overrides: dict[str, Any] = field(default_factory=dict)
    as_json: bool = False


def run(order: Order) -> int:
    """Crawl; returns the exit code. LockedError and StorageError come before any request."""
    session = Session(order.home, command=order.command, version=__version__)
    try:
        order = replace(order, jobs=continued(order.jobs, session))
        targets = [session.target(job.site_id, job.url, job.channel) for job in order.jobs]
        # Two names of one file are one output: each would cut it to what it wrote itself.
        for path in {name_of(order.home, one): one for one in order.outputs}.values():
            session.add_output(path, targets)
        if STREAM in order.outputs:  # opened by now: what else is printed goes elsewhere
            _print_to_stderr()
    except NewscrawlError:
        session.forget()
        session.close()
        raise
    try:
        return _Run(order, session).go()
    finally:
        session.close()


def _print(text: str) -> None:
    """To whoever reads it: a reader that went away makes no other end of the run."""
    try:
        print(text, flush=True)  # noqa: T201
    except BrokenPipeError:
        # What is still buffered would be written, and fail again, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_to_stderr() -> None:
    told = sys.stderr.fileno() if sys.stderr else os.open(os.devnull, os.O_WRONLY)
    os.dup2(told, sys.stdout.fileno())


class _Run:
    def __init__(self, order: Order, session: Session) -> None:
        self._order = order
        self._session = session
        self._log = order.home / "runs" / f"{session.run_id}.log"
        self._crawler: Crawler | None = None
        self._tasks: list[asyncio.Future[None]] = []
        self._signals = 0
        self._progress = Progress(session, lines=not order.as_json)

    def go(self) -> int:
        with storage(f"cannot write {self._log}"):
            self._log.parent.mkdir(exist_ok=True)
            self._log.touch()
        settings = self._settings()
        # A log that cannot be written is no news beside the failure that stops the run.
        logging.raiseExceptions = False
        if settings["ASYNCIO_EVENT_LOOP"]:
            # Scrapy would make a common one first, and leave it open.
            asyncio.set_event_loop(load_object(settings["ASYNCIO_EVENT_LOOP"])())
        process = AsyncCrawlerProcess(settings)
        self._crawler = process.create_crawler(QuietCrawler(NewsSpider, settings))
        process.crawl(
            self._crawler,
            jobs=self._order.jobs,
            session=self._session,
            options=self._order.options,
        )
        before = {one: signal.signal(one, self._signalled) for one in _SIGNALS}
        watchdog = Watchdog(
            self._session,
            _patience(settings),
            stop=self._stop,
            leave=self._leave,
            abandon=self._abandon,
        )
        watchdog.start()
        calm()
        with self._progress:
            process.start(install_signal_handlers=False)
        watchdog.end()
        for one, handler in before.items():
            # Once stopped, the books are closed: there is nothing left to interrupt.
            signal.signal(one, signal.SIG_IGN if self._signals else handler)
        return self._tell()

    def _settings(self) -> Settings:
        settings = Settings()
        settings.setmodule("newscrawl.settings", priority="project")
        settings.update(
            {
                "LOG_FILE": str(self._log),
                "LOG_LEVEL": "WARNING",
                "LOG_VERSIONS": [],
                # The run's report tells what the ledger knows; nobody reads Scrapy's figures.
                "EXTENSIONS_BASE": {},
                "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
                "STATS_DUMP": False,
                **self._order.overrides,
            },
            priority="cmdline",
        )
        return settings

    def _signalled(self, number: int, _frame: FrameType | None) -> None:
        """Only hands over to the loop: a handler may interrupt anything, even a flush."""
        self._signals += 1
        name = signal.Signals(number).name
        loop = asyncio.get_event_loop()
        if self._signals > 1:
            loop.call_soon_threadsafe(self._leave)
        else:
            loop.call_soon_threadsafe(self._stop, name)
            code = ExitCode.INTERRUPTED if name == "SIGINT" else ExitCode.TERMINATED
            # The ledger is whole at every moment: a loop that is stuck can simply be left.
            timer = threading.Timer(_LAST_RESORT, os._exit, (int(code),))
            timer.daemon = True
            timer.start()

    def _stop(self, name: str) -> None:
        self._session.stopping = self._session.stopping or name
        self._progress.say(f"{name}: stopping; the same command goes on from here")
        if self._crawler and self._crawler.crawling:
            closing = self._crawler.engine.close_spider_async(reason=name)
            self._tasks.append(asyncio.ensure_future(closing))

    def _abandon(self) -> None:
        """The loop is stuck: leave it. The ledger is whole at every moment."""
        self._progress.say("the crawl hangs and is left; the same command goes on from here")
        os._exit(int(ExitCode.PARTIAL))

    def _leave(self) -> None:
        """End without waiting for what is in flight."""
        spider = self._crawler.spider if self._crawler else None
        if isinstance(spider, NewsSpider):
            close_books(spider)
        self._progress.stop()
        try:
            code = self._tell()
        except StorageError as error:
            self._progress.say(str(error))
            code = error.exit_code
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)

    def _tell(self) -> int:
        session, report = self._session, self._session.report or {}
        with suppress(OSError):  # an empty log is no harm
            if not self._log.stat().st_size:
                self._log.unlink()
        if session.failure:
            raise session.failure
        if self._order.as_json:
            _print(json.dumps(report, ensure_ascii=False, indent=1))
        elif report:
            _print(summary(report, session))
        for line in complaints(report, session.home):
            print(f"newscrawl: {line}", file=sys.stderr)  # noqa: T201
        return int(report.get("exit_code", ExitCode.PARTIAL))


def _patience(settings: Settings) -> float:
    """The longest that may pass between two outcomes: retries, and waits we are told to make."""
    slowest = max(MOST_DELAY, settings.getfloat("NEWSCRAWL_DELAY"))
    return 3 * settings.getfloat("DOWNLOAD_TIMEOUT") + 2 * LONGEST_WAIT + 5 * slowest
