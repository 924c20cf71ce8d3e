"""What a command costs: CPU of its whole process tree, peak memory, wall time."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


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
