"""A power cut at every write: what the disk may then hold, and whether the next run recovers it.

    python -m benchmarks.powercut [--articles 16] [--seeds 2]

Needs strace. One run of `benchmarks.trials.Work` is recorded, write by write and fsync by fsync.
A write is safe once its file was synced; until then the disk may hold all of the writes, none,
those of one file only, or any 4 KiB pieces of them. Each of these states is made at each write,
and the work is done again over it: every record once, every line whole. Exit status 1 if not.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.trials import Trials, Work

_CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,close"
_CALL = re.compile(rb"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_PIECE = 4096
_RUN = "import sys; from pathlib import Path; from benchmarks.trials import Work; "


@dataclass(frozen=True)
class Write:
    """One write that is not safe yet; without data the file is cut to `at`."""

    at: int
    data: bytes | None


@dataclass
class Disk:
    """What is safe of each file, and what is not yet."""

    safe: dict[str, bytearray] = field(default_factory=dict)
    waiting: dict[str, list[Write]] = field(default_factory=dict)

    def sync(self, name: str) -> None:
        """All writes to a file are safe."""
        for one in self.waiting.pop(name, ()):
            apply(self.safe.setdefault(name, bytearray()), one)

    def states(self, seeds: int) -> Iterator[dict[str, bytearray]]:
        """What may be found after a power cut now."""
        names = sorted(self.waiting)
        yield self._with(lambda _name, _piece: True)
        if not names:
            return
        yield self._with(lambda _name, _piece: False)
        if len(names) > 1:
            for only in names:
                yield self._with(lambda name, _piece, only=only: name == only)
        for seed in range(seeds):
            dice = random.Random(seed)
            yield self._with(lambda _name, _piece, dice=dice: dice.random() < 0.5)

    def _with(self, lives: object) -> dict[str, bytearray]:
        files = deepcopy(self.safe)
        for name, writes in self.waiting.items():
            data = files.setdefault(name, bytearray())
            for one in writes:
                for piece in pieces(one):
                    if lives(name, piece):  # type: ignore[operator]
                        apply(data, piece)
        return files


def pieces(one: Write) -> Iterator[Write]:
    """A write as the disk may tear it."""
    if one.data is None:
        yield one
        return
    for start in range(0, len(one.data), _PIECE):
        yield Write(one.at + start, one.data[start : start + _PIECE])


def apply(data: bytearray, one: Write) -> None:
    """Write into a file; what lies between its end and the write is zeros."""
    if one.data is None:
        del data[one.at :]
        data.extend(bytes(one.at - len(data)))
        return
    data.extend(bytes(max(0, one.at - len(data))))
    data[one.at : one.at + len(one.data)] = one.data


def can_trace() -> bool:
    """Whether strace is there and may do its work."""
    if not shutil.which("strace"):
        return False
    trial = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return trial.returncode == 0


def record(work: Work, home: Path, log: Path) -> Iterator[tuple[str, str, Write | None]]:
    """(what, file, write) in their order: "write", "sync" or "unlink"."""
    run = f"{_RUN}Work({work.articles})(Path(sys.argv[1]))"
    command = ["strace", "-f", "-o", str(log), "-e", f"trace={_CALLS}", "-xx", "-s", "99999999"]
    subprocess.run([*command, sys.executable, "-c", run, str(home)], check=True)
    names: dict[bytes, str] = {}
    for raw in log.read_bytes().splitlines():
        found = _CALL.match(raw)
        if not found or int(found[3]) < 0:
            continue
        call, arguments = found[1].decode(), found[2].split(b", ")
        if call == "openat":
            path = Path(_text(arguments[1]).decode())
            names[found[3]] = path.name if path.parent == home else ""
        elif call == "unlink":
            path = Path(_text(arguments[0]).decode())
            yield ("unlink", path.name, None) if path.parent == home else ("", "", None)
        elif call == "close":
            names.pop(arguments[0], None)
        elif name := names.get(arguments[0]):
            if call in {"fsync", "fdatasync"}:
                yield "sync", name, None
            elif call == "ftruncate":
                yield "write", name, Write(int(arguments[1]), None)
            elif call == "pwrite64":
                yield "write", name, Write(int(arguments[3]), _text(arguments[1]))


def _text(quoted: bytes) -> bytes:
    return bytes.fromhex(quoted.strip(b'"').replace(b"\\x", b"").decode())


def replay(trials: Trials, seeds: int) -> None:
    """Every state after every call, each once."""
    home, log = trials.home(), trials.folder / "trace"
    disk = Disk({one.name: bytearray(one.read_bytes()) for one in home.iterdir() if one.is_file()})
    seen: set[bytes] = set()
    for what, name, write in [*record(trials.work, home, log)]:
        if not what or name.endswith(("-shm", ".lock")):
            continue
        trials.counts["calls"] += 1
        if what == "sync":
            disk.sync(name)
        elif what == "unlink":
            disk.safe.pop(name, None)
            disk.waiting.pop(name, None)
        elif write:
            disk.waiting.setdefault(name, []).append(write)
        for number, files in enumerate(disk.states(seeds)):
            mark = hashlib.sha256(b"".join(n.encode() + files[n] for n in sorted(files))).digest()
            if mark not in seen:
                seen.add(mark)
                _try(trials, files, f"call {trials.counts['calls']}, state {number}")


def _try(trials: Trials, files: dict[str, bytearray], name: str) -> None:
    home = trials.folder / "cut"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    for one, data in files.items():
        (home / one).write_bytes(data)
    trials.judge("power cut", name, home)


def main(arguments: list[str] | None = None) -> int:
    """Record, replay, print the sums."""
    parser = argparse.ArgumentParser(prog="benchmarks.powercut", description=__doc__)
    parser.add_argument("--articles", type=int, default=16)
    parser.add_argument("--seeds", type=int, default=2)
    asked = parser.parse_args(arguments)
    if not can_trace():
        print("powercut: there is no strace, or it may not trace")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        trials = Trials(Work(asked.articles), Path(folder))
        replay(trials, asked.seeds)
    for kind, n in trials.counts.items():
        print(f"{n:7d} {kind}")
    for failure in trials.failures[:20]:
        print(f"powercut: {failure}")
    print(f"{len(trials.failures)} went wrong")
    return 1 if trials.failures else 0


if __name__ == "__main__":
    sys.exit(main())
