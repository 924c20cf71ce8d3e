"""A crawl as a user runs it: the command in a process of its own, an institute on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
# A process begins with its parent's peak: a test run's own would be measured, not the crawl's.
_MEASURED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


@dataclass(frozen=True)
class Ran:
    """What came of one command."""

    code: int
    out: str
    err: str
    home: Path

    @property
    def report(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def urls(self) -> list[str]:
        path = self.home / "articles.jsonl"
        lines = path.read_bytes().splitlines() if path.exists() else []
        return [json.loads(line)["url"] for line in lines]


def command(*arguments: str, home: Path) -> list[str]:
    return [sys.executable, "-m", "newscrawl", "crawl", *arguments, "--home", str(home), "--json"]


def measured(arguments: Sequence[str]) -> list[str]:
    """The same command, which tells its peak RSS at the end of stderr."""
    return [sys.executable, "-c", _MEASURED, *arguments]


def peak_in(err: str) -> float:
    """The peak RSS in MiB that a measured command told."""
    return int(err.rsplit(maxsplit=1)[-1]) / 1024


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default", **more}


Crawl = Callable[..., Ran]


@pytest.fixture
def crawl(tmp_path: Path) -> Crawl:
    def run(
        *arguments: str, home: Path = tmp_path / "corpus", measure: bool = False, **env: str
    ) -> Ran:
        typed = command(*arguments, home=home)
        done = subprocess.run(
            measured(typed) if measure else typed,
            capture_output=True,
            text=True,
            timeout=60,
            cwd=tmp_path,
            env=environment(**env),
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr, home)

    return run
