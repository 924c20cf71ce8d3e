"""One run over one corpus folder: its lock, its ledger, its outputs, and when they are flushed."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from newscrawl.errors import StorageError, UsageError
from newscrawl.items import Held, Outcome
from newscrawl.store import faults
from newscrawl.store.beginning import Beginning
from newscrawl.store.ledger import Ledger
from newscrawl.store.lock import Lock
from newscrawl.store.model import (
    TAKEN_DOWN,
    Ahead,
    Judgement,
    Pending,
    Record,
    Row,
    Sighting,
    Target,
)
from newscrawl.store.output import Output
from newscrawl.store.reports import reports_of_killed, write_report
from newscrawl.store.schema import storage

LEDGER = "ledger.sqlite"
BATCH = "NEWSCRAWL_BATCH"  # the variable that says how many articles are made safe at a time
BATCH_ITEMS = 64  # articles after which all is made safe on the disk
BATCH_SECONDS = 2.0  # and seconds


class _Guard:
    """What a session does is done within it: a dozen times an article, so it is no generator."""

    def __init__(self, fail: Callable[[StorageError], None]) -> None:
        self._fail = fail

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, StorageError):
            self._fail(error)


class Session:
    """The only door to the corpus while a run lasts.

    Opening raises LockedError if another run holds the folder and StorageError if the folder, the
    ledger or an output cannot be used. After a StorageError nothing more is written: `failure`
    holds it, `on_failure` is called once, every later call raises it again. `on_settled` is told of
    every URL that was tried and has its outcome.
    """

    def __init__(self, home: Path, *, command: str, version: str) -> None:
        self.home = home
        self.command = command
        self.report: dict[str, Any] | None = None
        self.failure: StorageError | None = None
        self._guard = _Guard(self._fail)
        self.on_failure: Callable[[], None] | None = None
        self.on_settled: Callable[[int, Outcome], None] | None = None
        self.stopping: str | None = None
        self.counts: Counter[str] = Counter()
        self.fields: Counter[str] = Counter()
        self.revisions: Counter[str] = Counter()
        self.started = now()
        self.run_id = run_id()
        self.outputs: list[Output] = []
        self._batch = _batch(os.environ.get(BATCH))
        self.is_forgotten = False
        faults.install_from_environment()
        with storage(f"cannot make the corpus folder {home}"):
            self._beginning = Beginning(home, LEDGER)
            home.mkdir(parents=True, exist_ok=True)
        self._lock = Lock(home, command, self.started)
        self._items, self._flushed, self._dirty = 0, time.monotonic(), False
        try:
            self.ledger = Ledger(home / LEDGER)
        except StorageError:
            self._lock.release()
            raise
        try:
            self.run = self.ledger.begin_run(self.run_id, version, command, self.started)
            for killed, report in reports_of_killed(self.ledger.db, self.run):
                write_report(home, killed, report)
            self.ledger.commit()
        except StorageError:
            self.close()
            raise

    def site_of(self, url: str) -> str | None:
        """The site id under which the corpus holds a listing, None for a new one."""
        with self._guarded():
            return self.ledger.site_of(url)

    def has_site(self, site: str) -> bool:
        """Whether the corpus knows any listing under a site id."""
        with self._guarded():
            return self.ledger.has_site(site)

    def target(self, site: str, url: str, channel: str | None = None) -> Target:
        """The target as the ledger knows it, registered if it is new."""
        with self._guarded():
            return self.ledger.target(site, url, channel)

    def add_output(self, path: Path, targets: Sequence[Target]) -> None:
        """Open an output, repair it, and write what it lacks of its targets' records."""
        with self._guarded():
            output = Output(self.ledger, self.home, path, targets)
            self.outputs.append(output)
            output.catch_up()
            output.earlier, output.lines = output.lines, 0

    def set_family(self, target: Target, family: str) -> None:
        """Remember the CMS family of the target."""
        with self._guarded():
            self.ledger.set_family(target, family)

    def family_of(self, site: str) -> str | None:
        """The CMS family that a target of the site was seen to have first."""
        with self._guarded():
            return self.ledger.family_of(site)

    def begin_walk(self, target: Target) -> int:
        """Start a walk of the target and return its number."""
        with self._guarded():
            return self.ledger.begin_walk(target)

    def end_walk(
        self,
        target: Target,
        walk: int,
        *,
        whole: bool,
        stated: int | None,
        moved: str | None = None,
    ) -> None:
        """Note how the walk ended, and where the listing's address led for good."""
        with self._guarded():
            self.ledger.end_walk(target, walk, whole=whole, stated=stated, moved=moved, now=now())

    def ahead(self, target: Target, first: Sequence[Sighting]) -> Ahead | None:
        """A row of the target's that is newer than all of its `first` page; see `Runs.ahead`."""
        loose = [one.url_id for one in first if not one.row.pinned]
        pinned = [one.url_id for one in first if one.row.pinned]
        with self._guarded():
            return self.ledger.ahead(target, loose, pinned)

    def sight(
        self, target: Target, walk: int, rows: Sequence[Row], *, by_door: bool = False
    ) -> list[Sighting]:
        """Register the rows of a listing page, or of a feed or sitemap beside it."""
        with self._guarded():
            seen = self.ledger.sight(self.run, target, walk, rows, now(), by_door=by_door)
        self.counts["found"] += sum(not (one.decided or one.row.left_out) for one in seen)
        return seen

    def listed(self, target: Target, keys: Sequence[str]) -> set[str]:
        """Which of these keys the target ever listed."""
        with self._guarded():
            return self.ledger.listed(target, keys)

    def unfinished(
        self, target: Target, *, limit: int, since: str | None, all_tries: bool
    ) -> list[Pending]:
        """Addresses that earlier runs failed to fetch and this one has not listed; now taken up."""
        with self._guarded():
            found = self.ledger.unfinished(
                self.run, target, now(), limit=limit, since=since, all_tries=all_tries
            )
        self.counts["found"] += len(found)
        return found

    def due(
        self, target: Target, *, limit: int, since: str | None, rules: str | None = None
    ) -> list[Pending]:
        """Held articles to be rechecked, which this run takes up; see `Revisions.due`."""
        with self._guarded():
            found = self.ledger.due(self.run, target, limit=limit, since=since, rules=rules)
        met = sum(one.met for one in found)
        self.counts.update({"found": len(found) - met, Outcome.KNOWN: -met})
        return found

    def compare(self, target: Target, walk: int) -> None:
        """After a complete walk: mark records that it no longer lists, and those it lists again."""
        with self._guarded():
            self.revisions += self.ledger.compare((self.run, self.run_id), target, walk, now())
        self._count(0)

    def settle_rows(self, rows: Sequence[tuple[int, Outcome, str]]) -> None:
        """Set outcomes that are known without a request."""
        with self._guarded():
            self.ledger.settle_rows(self.run, rows, now())
        self.counts.update(outcome for _, outcome, _ in rows)
        self._count(0)

    def settle(
        self, url_id: int, outcome: Outcome, detail: str = "", status: int | None = None
    ) -> None:
        """Set the outcome of an address that was tried."""
        with self._guarded():
            at = now()
            if self.ledger.settle(self.run, url_id, outcome, detail, status=status, now=at):
                self.counts[outcome] += 1
                if outcome in TAKEN_DOWN:
                    run = self.run, self.run_id
                    self.revisions["gone"] += self.ledger.withdraw(run, url_id, at)
        if self.on_settled:
            self.on_settled(url_id, outcome)
        self._count(1)

    def tried(self, url_id: int, status: int | None, detail: str) -> None:
        """Note a failed request that is made again."""
        with self._guarded():
            self.ledger.tried(self.run, url_id, status, detail, now())
        self._count(0)

    def held(self, url_id: int) -> Held | None:
        """What a page that is fetched again is held against, None for one that is not held."""
        with self._guarded():
            return self.ledger.held(url_id)

    def judge(
        self, url_id: int, site: str, article_id: str, content: str, *, twins: bool
    ) -> Judgement:
        """How an extracted article relates to the records held; see `Records.judge` for `twins`."""
        with self._guarded():
            return self.ledger.judge(url_id, site, article_id, content, twins=twins)

    def keep(self, url_id: int, record: Record) -> None:
        """Hold one revision of a record."""
        with self._guarded():
            self.ledger.keep(self.run, url_id, record, now())
        anew = record.n > 1 and record.status == "live"
        self.revisions["read_anew" if anew else record.status] += 1

    def remember(
        self, url_id: int, etag: str | None, last_modified: str | None, rules: str | None = None
    ) -> None:
        """Keep the validators of a page, and by which site file's rules it was read."""
        with self._guarded():
            self.ledger.remember(url_id, etag, last_modified, rules)

    def link(self, url_id: int, article_id: str) -> None:
        """Register one more address of a record."""
        with self._guarded():
            self.ledger.link(url_id, article_id)
            run = self.run, self.run_id
            self.revisions["restored"] += self.ledger.find_again(run, article_id, now())

    def tick(self) -> None:
        """Flush if the batch is old enough; call it now and then."""
        if self._dirty and time.monotonic() - self._flushed >= BATCH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Commit, then let every output catch up."""
        with self._guarded():
            self.ledger.commit()
            for output in self.outputs:
                output.catch_up()
            self.ledger.fresh.clear()
        self._items, self._flushed, self._dirty = 0, time.monotonic(), False

    def give_up(self, detail: str) -> None:
        """Settle what is still undecided as given up, for the reason `detail`."""
        with self._guarded():
            self.ledger.give_up(self.run, detail, now())

    def outcomes(self) -> dict[str, int]:
        """The addresses of this run by outcome."""
        with self._guarded():
            return self.ledger.counts(self.run)

    def tallies(self, target: Target) -> dict[str, int]:
        """The target's addresses by standing, over all runs."""
        with self._guarded():
            return self.ledger.tallies(target)

    def missing(self, target: Target, limit: int) -> list[tuple[str, str, str]]:
        """(url, standing, detail) of articles of the target that are not held."""
        with self._guarded():
            return self.ledger.missing(target, limit)

    def written_off(self, target: Target, standings: Iterable[str]) -> dict[str, int]:
        """How many addresses of the target that stand so are asked for by a full crawl only."""
        with self._guarded():
            return self.ledger.written_off(target, standings, now())

    def newest(self, target: Target, limit: int) -> list[str]:
        """The last records of the target as they were written, the last one first."""
        with self._guarded():
            return self.ledger.newest(target, limit)

    def finish(self, exit_code: int, report: str) -> None:
        """End the run and bring every output up to date."""
        with self._guarded():
            self.ledger.end_run(self.run, exit_code, report, now())
        self.flush()

    @property
    def is_first(self) -> bool:
        """Whether this run made the ledger."""
        return self._beginning.is_first

    def forget(self) -> None:
        """On closing, undo what this first run created: it came to nothing."""
        self.is_forgotten = self.is_first

    def close(self) -> None:
        """Let go of everything; safe to call twice and after a failure."""
        for output in self.outputs:
            output.close()
        self.outputs.clear()
        try:
            self.ledger.close()
            if self.is_forgotten:
                self._beginning.restore(self.run_id)
        finally:
            self._lock.release()

    def _count(self, items: int) -> None:
        self._dirty = True
        self._items += items
        if self._items >= self._batch:
            self.flush()

    def _guarded(self) -> _Guard:
        if self.failure:
            raise self.failure
        return self._guard

    def _fail(self, error: StorageError) -> None:
        self.failure = error
        cuts = (output.cut for output in self.outputs)
        for step in (self.ledger.rollback, *cuts, self._note_failure, self.ledger.rollback):
            try:
                step()
            except StorageError:
                continue  # the next run cuts and rolls back by itself
        if self.on_failure:
            self.on_failure()

    def _note_failure(self) -> None:
        """Mark the run as failed for `newscrawl runs`, if the disk has room for that much."""
        self.ledger.fail_run(self.run)
        self.ledger.commit()


def now() -> str:
    """The moment, ISO 8601, UTC, to the second."""
    return _second(int(time.time()))


@lru_cache(maxsize=1)  # asked for several times an article
def _second(moment: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


def run_id() -> str:
    """A unique name for a run that sorts by time."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.urandom(5).hex()}"


def _batch(told: str | None) -> int:
    if told and not (told.isdecimal() and 1 <= int(told) <= 10_000):
        raise UsageError(f"{BATCH} is a number of articles, 1 to 10000, not {told[:50]}")
    return int(told or BATCH_ITEMS)
