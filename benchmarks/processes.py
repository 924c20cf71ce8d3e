"""What a command costs: CPU of its whole process tree, peak memory, wall time."""

from __future__ import annotations

import compileall
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
_LAUNCHER = Path(__file__).with_name("launcher.py")


@dataclass(frozen=True, slots=True)
class Cost:
    """`cpu` and `wall` in seconds, `peak` in MB (of the largest process of the tree).

    What had to be killed has cost nothing that could be told.
    """

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
    told, pipe = os.pipe()
    with Path(log or os.devnull).open("wb") as out, os.fdopen(told, encoding="utf-8") as costs:
        process = subprocess.Popen(
            [sys.executable, "-IS", str(_LAUNCHER), str(pipe), *command],
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            pass_fds=(pipe,),
            start_new_session=True,
        )
        os.close(pipe)
        watchdog = threading.Timer(most, os.killpg, (process.pid, signal.SIGKILL))
        watchdog.start()
        said = costs.read()
        wall = time.perf_counter() - started
        watchdog.cancel()
        process.wait()
    return Cost(**json.loads(said), wall=wall) if said else Cost(-signal.SIGKILL, 0.0, wall, 0.0)


@cache
def _compile() -> None:
    """Make bytecode of newscrawl, as pip does where it installs it.

    In a checkout, where Python may be told to write none, every run would compile what changed: up
    to a fifth of an idle check, and half as much again as loading what reads the first article.
    """
    compileall.compile_dir(ROOT / "newscrawl", quiet=1)
