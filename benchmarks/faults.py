"""The store under every fault there is a name for, and under real limits of a real disk.

    python -m benchmarks.faults [points limits cuts rot] [--articles 40] [--batch 7] [--step 1]

points    every named point x every passage (n is raised until it is not reached), each as a kill
          (the files as they are at that moment), ENOSPC, EIO and MemoryError
limits    RLIMIT_FSIZE at every --step * 512 bytes, a tmpfs that is full, one that is read-only
          (both need root)
cuts      of a corpus of --few articles each output, the ledger's log and the ledger's last pages
          cut at every --step-th byte
rot       bytes and blocks of the ledger overwritten at random, --rot times, from --seed on; then
          `repair`; and bits of the outputs flipped, which `repair` gives back to the byte

After each the same work is done again without the fault: every record once, every line whole, the
ledger sound. What is refused is refused with one line, and mended by `repair`. Exit status 1 if
one case went wrong.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.cuts import cut_ledgers, cut_logs, cut_outputs, flip_outputs, rot
from benchmarks.trials import Trials, Work, scratch
from newscrawl.store import faults
from newscrawl.store.session import BATCH

ERRORS = ("ENOSPC", "EIO", "MemoryError")


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


def cuts(trials: Trials, step: int) -> None:
    """Each file of the corpus cut at every `step`-th byte."""
    places = range(0, sys.maxsize, step)
    for cut in (cut_outputs, cut_logs, cut_ledgers):
        cut(trials, places)
        print(dict(trials.counts), len(trials.failures), "went wrong", file=sys.stderr, flush=True)


def main(arguments: list[str] | None = None) -> int:
    """What was asked for, or everything; prints the sums."""
    kinds = ("points", "limits", "cuts", "rot")
    parser = argparse.ArgumentParser(prog="benchmarks.faults", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=" ".join(kinds))
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--batch", default="7")
    parser.add_argument("--few", type=int, default=8)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--rot", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0, help="the first of rot")
    asked = parser.parse_args(arguments)
    os.environ[BATCH] = asked.batch
    failures = 0
    for kind in asked.kinds or kinds:
        with tempfile.TemporaryDirectory(dir=scratch()) as folder:
            few = kind == "cuts"
            trials = Trials(Work(asked.few if few else asked.articles), Path(folder))
            if kind == "points":
                points(trials)
            elif kind == "limits":
                limits(trials, asked.step)
                disks(trials)
            elif kind == "cuts":
                cuts(trials, asked.step)
            else:
                seeds = range(asked.seed, asked.seed + asked.rot)
                rot(trials, seeds)
                flip_outputs(trials, seeds)
        for name, n in trials.counts.items():
            print(f"{n:7d} {name}", flush=True)
        for failure in trials.failures:
            print(f"faults: {failure}", flush=True)
        failures += len(trials.failures)
    print(f"{failures} went wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
