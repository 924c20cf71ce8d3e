"""A crawl as a user runs it: the command in a process of its own, an institute on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


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


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default", **more}


Crawl = Callable[..., Ran]


@pytest.fixture
def crawl(tmp_path: Path) -> Crawl:
    def run(*arguments: str, home: Path = tmp_path / "corpus", **env: str) -> Ran:
        done = subprocess.run(
            command(*arguments, home=home),
            capture_output=True,
            text=True,
            timeout=60,
            cwd=tmp_path,
            env=environment(**env),
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr, home)

    return run
