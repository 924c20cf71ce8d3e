"""One crawl of hostile hosts in a process of its own, measured, and what came of each host."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.crawl.conftest import command, environment, measured, peak_in
from tests.hostile.server import HostileServer, serving
from tests.hostile.web import Case


@dataclass
class Crawled:
    """What a crawl of all hosts of `server` left behind."""

    server: HostileServer
    home: Path
    report: dict[str, Any]
    err: str
    seconds: float
    megabytes: float

    def outcomes(self, name: str) -> dict[str, str]:
        """How each URL of one behaviour ended."""
        with closing(sqlite3.connect(self.home / "ledger.sqlite")) as db:
            rows = db.execute(
                "SELECT u.url, f.outcome FROM found f JOIN urls u ON u.id = f.url "
                "WHERE u.listing LIKE ?",
                (f"{self.server.base(name)}/%",),
            ).fetchall()
        return dict(rows)

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        """The corpus; it must be one record a line for a reader that knows every line end."""
        path = self.home / "articles.jsonl"  # none where nothing was held
        text = path.read_bytes().decode() if path.exists() else ""
        return [json.loads(line) for line in text.splitlines()]

    def records(self, name: str) -> list[dict[str, Any]]:
        base = self.server.base(name)
        return [one for one in self.lines if one["url"].startswith(f"{base}/")]

    def first(self, name: str) -> dict[str, Any]:
        """The record of the article that misbehaves."""
        found = [one for one in self.records(name) if one["listing"]["position"] == 1]
        assert found, f"{name}: no record"
        return found[0]

    def target(self, name: str) -> dict[str, Any]:
        """What the report says of one behaviour."""
        url = self.server.url(name)
        return next(one for one in self.report["targets"] if one["url"] == url)

    def requests(self, name: str) -> Counter[str]:
        return self.server.requests[name]

    @property
    def log(self) -> str:
        """What the run wrote into its log."""
        return "".join(path.read_text() for path in (self.home / "runs").glob("*.log"))


def crawl(cases: Mapping[str, Case], home: Path, timeout: int, *more: str) -> Crawled:
    """Crawl all of them at once; raises subprocess.TimeoutExpired for a crawl that hangs."""
    server = HostileServer(cases)
    with serving(server):
        began = time.monotonic()
        urls = [server.url(name) for name in cases]
        done = subprocess.run(
            measured(command(*urls, "--timeout", str(timeout), *more, home=home)),
            capture_output=True,
            text=True,
            timeout=300,
            env=environment(),
            check=False,
        )
        seconds = time.monotonic() - began
    peak = peak_in(done.stderr)
    assert done.stdout, done.stderr
    return Crawled(server, home, json.loads(done.stdout), done.stderr, seconds, peak)
