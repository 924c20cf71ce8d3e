"""What a command costs: CPU of its whole process tree, peak memory, wall time."""

from __future__ import annotations

import compileall
import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Cost:
    """`cpu` and `wall` in seconds, `peak` in MB (of the largest process of the tree)."""

    code: int
    cpu: float
    wall: float
    peak: float


def run(
    command: Sequence[str],
    *,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    most: float = 1800,
    log: Path | None = None,
) -> Cost:
    """Run a command to its end, or kill it after `most` seconds; what it prints goes to `log`."""
    _compile()
    started = time.perf_counter()
    with Path(log or os.devnull).open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        watchdog = threading.Timer(most, process.kill)
        watchdog.start()
        _, status, used = os.wait4(process.pid, 0)
        watchdog.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        process.returncode,
        used.ru_utime + used.ru_stime,
        time.perf_counter() - started,
        used.ru_maxrss / 1024,
    )


@cache
def _compile() -> None:
    """Make bytecode of newscrawl, as pip does where it installs it.

    In a checkout, where Python may be told to write none, every run would compile what changed: up
    to a fifth of an idle check, and half as much again as loading what reads the first article.
    """
    compileall.compile_dir(ROOT / "newscrawl", quiet=1)
