"""Files of a corpus that lost their end, or were overwritten: `benchmarks.faults` runs these.

A cut is tried by the store itself, in this process: what it does with the corpus, without a crawl.
Nothing may come out silently shorter: a run refuses (exit code 3) and leaves the outputs as they
are, and `repair` mends it; or it goes on, and every record is there once in the end.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from benchmarks.trials import OUTPUTS, Trials
from newscrawl.errors import StorageError
from newscrawl.store import faults
from newscrawl.store.repair import repair

LEDGER = "ledger.sqlite"
_TAIL = 2 * 8192  # the ledger's last two pages


def finished(trials: Trials) -> Path:
    """A corpus whose last run ended by itself."""
    home, taken = trials.home(), trials.folder / "finished"
    trials.work(home)
    shutil.rmtree(taken, ignore_errors=True)
    return home.rename(taken)


def killed(trials: Trials) -> Path:
    """A corpus whose last run was killed between a write and its watermark, with a full log."""
    home, taken = trials.home(), trials.folder / "killed"

    def hook(point: str) -> None:
        if point == "after_append":  # the last time counts
            shutil.rmtree(taken, ignore_errors=True)
            shutil.copytree(home, taken, ignore=shutil.ignore_patterns("*-shm"))

    faults.install(hook)
    trials.work(home)
    faults.install(None)
    return taken


def cut_outputs(trials: Trials, places: range) -> None:
    """A file cut at a byte is refused and left as it is; `repair` writes it anew."""
    whole = finished(trials)
    for name in OUTPUTS:
        data = (whole / name).read_bytes()
        for size in _within(places, len(data)):
            home = _again(trials, whole)
            out = home / name
            out.write_bytes(data[:size])
            if not trials.fails(home) or out.read_bytes() != data[:size]:
                trials.failures.append(f"{name} cut at {size}: not refused, or touched")
            repair(home, write=True)
            trials.judge("cut output", f"{name} at {size}", home)


def cut_logs(trials: Trials, places: range) -> None:
    """The ledger's log cut at a byte: what SQLite reads of it, and a run and a repair over that.

    Those that SQLite reads alike are one case for the rest.
    """
    whole = killed(trials)
    log = (whole / f"{LEDGER}-wal").read_bytes()
    for size in _states(trials, whole, _within(places, len(log) + 1)):
        home = _again(trials, whole)
        (home / f"{LEDGER}-wal").write_bytes(log[:size])
        _go_on(trials, "log cut", f"at {size}", home)


def cut_ledgers(trials: Trials, places: range) -> None:
    """The ledger cut at a byte of its last pages, and in the pages before at eight each at most."""
    whole = finished(trials)
    data = (whole / LEDGER).read_bytes()
    tail = max(len(data) - _TAIL, 0)
    before = range(places.start, tail, max(places.step, 512))
    for size in (*before, *range(tail + places.start, len(data), places.step)):
        home = _again(trials, whole)
        (home / LEDGER).write_bytes(data[:size])
        _go_on(trials, "ledger cut", f"at {size}", home)


def rot(trials: Trials, seeds: range) -> None:
    """A ledger that is overwritten at random is refused or used, then mended."""
    whole = finished(trials)
    for seed in seeds:
        dice = random.Random(seed)
        home = _again(trials, whole)
        path = home / LEDGER
        data = bytearray(path.read_bytes())
        for _ in range(dice.choice((1, 8, 64))):
            size = dice.choice((1, 1, 16, 512))
            at = dice.randrange(len(data) - size)
            data[at : at + size] = dice.randbytes(size)
        path.write_bytes(data)
        trials.counts["rot, refused"] += trials.fails(home)
        try:
            repair(home, write=True)
        except StorageError as error:
            trials.failures.append(f"rot seed {seed}: not mended: {error}")
        trials.judge("rot", f"seed {seed}", home)


def flip_outputs(trials: Trials, seeds: range) -> None:
    """Bits of an output flipped at random are told, and `repair` gives the very bytes back."""
    whole = finished(trials)
    for seed in seeds:
        dice, name = random.Random(seed), OUTPUTS[seed % 2]
        home = _again(trials, whole)
        right = (home / name).read_bytes()
        data = bytearray(right)
        for at in dice.sample(range(len(data)), dice.choice((1, 1, 8))):
            data[at] ^= 1 << dice.randrange(8)
        (home / name).write_bytes(data)
        trials.counts["flipped output"] += 1
        if not repair(home, write=False):
            trials.failures.append(f"{name} flipped, seed {seed}: nothing is told")
        repair(home, write=True)
        if (home / name).read_bytes() != right:
            trials.failures.append(f"{name} flipped, seed {seed}: its bytes are not back")


def _go_on(trials: Trials, kind: str, where: str, home: Path) -> None:
    """A run over what is damaged; if it refuses, it has touched no output, and `repair` mends."""
    before = [(home / name).read_bytes() for name in OUTPUTS]
    if trials.fails(home):
        trials.counts[f"{kind}, refused"] += 1
        if before != [(home / name).read_bytes() for name in OUTPUTS]:
            trials.failures.append(f"{kind} {where}: refused, and an output is touched")
        repair(home, write=True)
    trials.judge(kind, where, home)


def _states(trials: Trials, whole: Path, sizes: Iterable[int]) -> list[int]:
    """The least size of the log for each thing that SQLite makes of it."""
    folder = trials.folder / "states"
    shutil.copytree(whole, folder)
    log, seen = folder / f"{LEDGER}-wal", dict[tuple[int, ...], int]()
    for size in sorted(sizes, reverse=True):
        trials.counts["log cut, bytes"] += 1
        with log.open("r+b") as file:
            file.truncate(size)
        folder.joinpath(f"{LEDGER}-shm").unlink(missing_ok=True)
        seen[_figures(folder / LEDGER)] = size
    return sorted(seen.values())


def _figures(ledger: Path) -> tuple[int, ...]:
    """What a ledger holds, in figures. It is only read, so its log stays as it is."""
    with closing(sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True)) as db:
        query = (
            "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM found), "
            "(SELECT sum(bytes) FROM outputs), (SELECT sum(seq) FROM output_targets), "
            "(SELECT sum(walks) FROM targets), (SELECT count(ended) FROM runs)"
        )
        return tuple(db.execute(query).fetchone())


def _again(trials: Trials, whole: Path) -> Path:
    """A fresh copy of a corpus, to be damaged."""
    home = trials.folder / "cut"
    shutil.rmtree(home, ignore_errors=True)
    return Path(shutil.copytree(whole, home))


def _within(places: range, end: int) -> range:
    """The places that lie before `end`."""
    return range(places.start, end, places.step)
