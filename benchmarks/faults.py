"""The store under every fault there is a name for, and under real limits of a real disk.

    python -m benchmarks.faults [--articles 40] [--batch 7] [--step 1]

points    every named point x every passage (n is raised until it is not reached), each as a kill
          (the files as they are at that moment), ENOSPC, EIO and MemoryError
limits    RLIMIT_FSIZE at every --step * 512 bytes, a tmpfs that is full, one that is read-only
          (both need root)
cuts      every output cut at every --step-th byte, the ledger's log at every one of its bytes
rot       bytes and blocks of the ledger overwritten at random, --rot times; then `repair`

After each the same work is done again without the fault: every record once, every line whole. A
cut output is refused with one line, and mended by `repair`. Exit status 1 if one case went wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newscrawl.errors import StorageError
from newscrawl.items import ListingRef, Outcome, article_id, content_sha256
from newscrawl.store import Record, Row, Session, Sighting, faults
from newscrawl.store.repair import repair
from newscrawl.text.urls import canonical_key

LISTINGS = ("https://institute.example/news/", "https://institute.example/notices/")
OUTPUTS = ("articles.jsonl", "notices.jsonl")
ERRORS = ("ENOSPC", "EIO", "MemoryError")


def row(number: int) -> Row:
    """Row `number` of a listing."""
    url = f"https://institute.example/info/{number}.htm"
    listed = ListingRef(url=LISTINGS[0], page=1, position=number, title=f"第{number}条")
    return Row(key=canonical_key(url), url=url, listed=listed)


def record(one: Row, channel: str) -> Record:
    """The article behind a row of the listing `channel`."""
    title, body = one.listed.title, f"{one.listed.title}的正文。" * 3
    content = content_sha256(title, (), None, "2026-01-02", body)
    name = article_id("institute", one.key)
    told: dict[str, object] = {
        "id": name,
        "site": "institute",
        "channel": channel,
        "url": one.url,
        "title": title,
        "authors": [],
        "source": None,
        "date_published": "2026-01-02",
        "body": body,
        "content_sha256": content,
        "revision": {"n": 1, "status": "live", "first_seen": "2026-01-03T00:00:00Z"},
        "listing": {"url": LISTINGS[0], "page": 1, "position": one.listed.position},
        "fetch": {"at": "2026-01-03T00:00:00Z", "status": 200},
    }
    return Record(name, "institute", content, json.dumps(told, ensure_ascii=False))


class Work:
    """One run over two listings into two files: the first has all, the second its own half.

    Article 0 is listed no more in the end, so one record has a second line.
    """

    def __init__(self, articles: int) -> None:
        self.articles = articles
        halves = (range(articles * 3 // 4), range(articles // 2, articles))
        self.rows = [[row(n) for n in half] for half in halves]

    def __call__(self, home: Path) -> None:
        """Do it, or what is left of it; raises StorageError."""
        session = Session(home, command="faults", version="0")
        try:
            targets = [session.target("institute", url) for url in LISTINGS]
            session.add_output(home / OUTPUTS[0], targets)
            session.add_output(home / OUTPUTS[1], targets[1:])
            for target, rows in zip(targets, self.rows, strict=True):
                for skipped in (0, 1):
                    walk = session.begin_walk(target)
                    for one in session.sight(target, walk, rows[skipped:]):
                        if one.standing == "pending":
                            self._store(session, one, record(one.row, target.url))
                    session.end_walk(target, walk, whole=True, stated=None)
                if target is targets[0]:
                    session.compare(target, walk)
            session.give_up("the run ended")
            session.finish(0, "{}")
        finally:
            session.close()

    def _store(self, session: Session, one: Sighting, found: Record) -> None:
        """What the store pipeline does."""
        judged = session.judge(one.url_id, found.site, found.id, found.content, twins=False)
        if judged.outcome is Outcome.DUPLICATE:
            session.link(one.url_id, judged.of or found.id)
        elif judged.status:
            session.keep(one.url_id, found._replace(n=judged.n, status=judged.status))
        session.settle(one.url_id, judged.outcome)

    def wrong(self, home: Path) -> str:
        """What is wrong with the outputs of finished work, "" if nothing is."""
        for name, numbers in zip(
            OUTPUTS, (range(self.articles), range(self.articles // 2, self.articles)), strict=True
        ):
            data = (home / name).read_bytes()
            if not data.endswith(b"\n"):
                return f"{name} is torn"
            lines = [json.loads(line) for line in data.splitlines()]
            there = Counter((one["url"], one["revision"]["n"]) for one in lines)
            due = {(row(n).url, 1) for n in numbers} | (
                {(row(0).url, 2)} if 0 in numbers else set()
            )
            if there != Counter(due):
                lost, more = due - there.keys(), there - Counter(due)
                return f"{name}: {len(lost)} lost, {sum(more.values())} too many"
        return ""


class Trials:
    """Counts trials and tells what went wrong."""

    def __init__(self, work: Work, folder: Path) -> None:
        self.work = work
        self.folder = folder
        self.counts: Counter[str] = Counter()
        self.failures: list[str] = []
        self.begun = folder / "begun"
        first = Work(work.articles)
        first.rows = [work.rows[0][: work.articles // 4], []]
        first(self.begun)
        with (self.begun / OUTPUTS[0]).open("ab") as file:
            file.write(b'{"id": "half')  # so that there is something to cut off

    def home(self) -> Path:
        """A corpus that earlier runs began, its last write broken off."""
        home = self.folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        return Path(shutil.copytree(self.begun, home))

    def fails(self, home: Path) -> bool:
        """Do the work; whether it stopped with a storage failure."""
        try:
            self.work(home)
        except StorageError:
            return True
        return False

    def judge(self, kind: str, name: str, home: Path) -> None:
        """Do the work again, without a fault, and look."""
        self.counts[kind] += 1
        try:
            self.work(home)
            wrong = self.work.wrong(home)
        except StorageError as error:
            wrong = f"refused: {error}"
        if wrong:
            self.failures.append(f"{kind} {name}: {wrong}")


def points(trials: Trials) -> None:
    """Every named point, every passage, every fault."""
    for point in faults.POINTS:
        for error in ERRORS:
            n = 0
            reached = True
            while reached:
                n += 1
                home = trials.home()
                faults.install(faults.nth(point, n, faults.act_named(error)))
                reached = trials.fails(home)
                faults.install(None)
                trials.judge(error, f"{point}:{n}", home)
    kills(trials)


def kills(trials: Trials) -> None:
    """The files as they are at every passage of every point: what a killed process leaves."""
    home = trials.home()
    taken: list[tuple[str, Path]] = []

    def hook(point: str) -> None:
        copy = trials.folder / f"killed-{len(taken)}"
        shutil.copytree(home, copy, ignore=shutil.ignore_patterns("*-shm"))
        taken.append((point, copy))

    faults.install(hook)
    trials.work(home)
    faults.install(None)
    for number, (point, copy) in enumerate(taken):
        trials.judge("kill", f"{point} ({number})", copy)
        shutil.rmtree(copy)


def limits(trials: Trials, step: int) -> None:
    """Files that may not grow beyond a size, at every size."""
    whole = trials.home()
    trials.work(whole)
    most = max(one.stat().st_size for one in whole.iterdir()) + 64 * 1024
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    for size in range(0, most, 512 * step):
        home = trials.home()
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            failed = trials.fails(home)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        trials.counts["EFBIG stopped"] += failed
        trials.judge("EFBIG", f"{size} bytes", home)


def disks(trials: Trials) -> None:
    """A file system of its own that is full, or read-only."""
    for size in range(96, 600, 12):
        with mounted(trials.folder / "disk", f"size={size}k") as disk:
            if disk is None:
                print("no tmpfs can be mounted here: ENOSPC and read-only are left out")
                return
            home = disk / "home"
            try:
                shutil.copytree(trials.begun, home)
            except (shutil.Error, OSError):
                continue
            trials.counts["tmpfs full: stopped"] += trials.fails(home)
            remount(disk, "size=64m")
            trials.judge("tmpfs full", f"{size} KiB", home)
            remount(disk, "ro")
            if not trials.fails(home):
                trials.failures.append(f"read-only after {size} KiB: no storage failure")
            remount(disk, "rw")
            trials.judge("read-only", f"after {size} KiB", home)


@contextmanager
def mounted(disk: Path, options: str) -> Iterator[Path | None]:
    """A tmpfs while the block runs; None where none can be made."""
    disk.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    made = subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield disk if made else None
    finally:
        if made:
            subprocess.run(["umount", str(disk)], check=True)


def remount(disk: Path, options: str) -> None:
    """Other options for a file system in use."""
    subprocess.run(["mount", "-o", f"remount,{options}", str(disk)], check=True)


def cut_outputs(trials: Trials, step: int) -> None:
    """A file cut at a byte is refused and left as it is; `repair` writes it anew."""
    whole = trials.home()
    trials.work(whole)
    data = (whole / OUTPUTS[0]).read_bytes()
    for size in range(0, len(data), step):
        home = trials.folder / "cut"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(whole, home)
        out = home / OUTPUTS[0]
        out.write_bytes(data[:size])
        if not trials.fails(home) or out.read_bytes() != data[:size]:
            trials.failures.append(f"output cut at {size}: not refused, or touched")
        repair(home, write=True)
        trials.judge("cut output", f"at {size}", home)


def cut_logs(trials: Trials, step: int) -> None:
    """The ledger's log cut at a byte: what SQLite reads of it, and a run and a repair over that.

    Every byte is tried; those that SQLite reads alike are one case for the rest.
    """
    home = trials.home()
    copies: list[str] = []

    def hook(point: str) -> None:
        copies.append(point)
        if len(copies) == last:
            shutil.copytree(home, killed, ignore=shutil.ignore_patterns("*-shm"))

    killed, last = trials.folder / "killed", -1
    for _ in range(2):  # the first time to count the passages
        home = trials.home()
        copies.clear()
        faults.install(hook)
        trials.work(home)
        faults.install(None)
        last = len(copies) - 2
    log = (killed / "ledger.sqlite-wal").read_bytes()
    seen: set[tuple[int, ...]] = set()
    for size in range(0, len(log) + 1, step):
        state = _read(killed, log[:size])
        trials.counts["log cut, bytes"] += 1
        if state in seen:
            continue
        seen.add(state)
        home = trials.folder / "cut"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(killed, home)
        (home / "ledger.sqlite-wal").write_bytes(log[:size])
        before = [(home / name).read_bytes() for name in OUTPUTS]
        if trials.fails(home):
            trials.counts["log cut, refused"] += 1
            if before != [(home / name).read_bytes() for name in OUTPUTS]:
                trials.failures.append(f"log cut at {size}: refused, and an output is touched")
            repair(home, write=True)
        trials.judge("log cut, states", f"at {size}", home)


def rot(trials: Trials, seeds: int) -> None:
    """A ledger that is overwritten at random is refused or used, then mended."""
    whole = trials.home()
    trials.work(whole)
    whole = whole.rename(trials.folder / "whole")
    for seed in range(seeds):
        dice = random.Random(seed)
        home = trials.folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(whole, home)
        path = home / "ledger.sqlite"
        data = bytearray(path.read_bytes())
        for _ in range(dice.choice((1, 8, 64))):
            size = dice.choice((1, 1, 16, 512))
            at = dice.randrange(len(data) - size)
            data[at : at + size] = dice.randbytes(size)
        path.write_bytes(data)
        trials.counts["rot, refused"] += trials.fails(home)
        repair(home, write=True)
        trials.judge("rot", f"seed {seed}", home)


def _read(killed: Path, log: bytes) -> tuple[int, ...]:
    """What a ledger with this log holds, in figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite"
        shutil.copyfile(killed / path.name, path)
        path.with_name("ledger.sqlite-wal").write_bytes(log)
        with closing(sqlite3.connect(path)) as db:
            query = (
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM found), "
                "(SELECT sum(bytes) FROM outputs), (SELECT sum(walks) FROM targets)"
            )
            return tuple(db.execute(query).fetchone())


def main(arguments: list[str] | None = None) -> int:
    """Everything; prints the sums."""
    parser = argparse.ArgumentParser(prog="benchmarks.faults", description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--rot", type=int, default=60)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        trials = Trials(Work(asked.articles), Path(folder))
        points(trials)
        limits(trials, asked.step)
        disks(trials)
        cut_outputs(trials, asked.step)
        cut_logs(trials, asked.step)
        rot(trials, asked.rot)
    for kind, n in trials.counts.items():
        print(f"{n:7d} {kind}")
    for failure in trials.failures:
        print(f"faults: {failure}")
    print(f"{len(trials.failures)} went wrong")
    return 1 if trials.failures else 0


if __name__ == "__main__":
    sys.exit(main())
