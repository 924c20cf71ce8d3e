"""What Scrapy itself spends on a response that nobody makes anything of: the smallest case.

    python -m benchmarks.scrapy_waste [--rounds 5] [--responses 1000]

No network, no parsing, no item: the engine alone, with one setting changed at a time, in one
interleaved run; what starting up costs is taken off. Ratios are medians of the rounds' ratios
against the defaults.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.processes import run
from benchmarks.table import table

_PROGRAM = Path(__file__).with_name("contenders") / "empty_engine.py"
_NO_SPIDER_MIDDLEWARES = {
    "SPIDER_MIDDLEWARES": {
        f"scrapy.spidermiddlewares.{name}": None
        for name in (
            *("httperror.HttpErrorMiddleware", "referer.RefererMiddleware"),
            *("urllength.UrlLengthMiddleware", "depth.DepthMiddleware"),
            *("start.StartSpiderMiddleware", "metacopy.MetaCopyDetectionMiddleware"),
        )
    }
}
_NO_STATS = {"DOWNLOADER_MIDDLEWARES": {"scrapy.downloadermiddlewares.stats.DownloaderStats": None}}
_ONE, _UNREAD = {"CONCURRENT_ITEMS": 1}, {"WARN_ON_GENERATOR_RETURN_VALUE": False}
CASES: dict[str, Mapping[str, Any]] = {
    "defaults (CONCURRENT_ITEMS = 100)": {},
    "CONCURRENT_ITEMS = 16": {"CONCURRENT_ITEMS": 16},
    "CONCURRENT_ITEMS = 1": _ONE,
    "WARN_ON_GENERATOR_RETURN_VALUE off": _UNREAD,
    "no spider middlewares": _NO_SPIDER_MIDDLEWARES,
    "no DownloaderStats": _NO_STATS,
    "all of these, CONCURRENT_ITEMS = 1": {
        **_ONE, **_UNREAD, **_NO_SPIDER_MIDDLEWARES, **_NO_STATS
    },
}  # fmt: skip


@dataclass(slots=True)
class Figures:
    """Of one case: CPU seconds a response, a number a round, and tasks a response."""

    cpu: list[float] = field(default_factory=list)
    tasks: float = 0


def once(settings: Mapping[str, Any], responses: int, folder: Path) -> tuple[float, float]:
    """CPU seconds of one run and how many tasks it made; every response must have come."""
    out = folder / "out.json"
    words = [str(responses), str(out), json.dumps(settings)]
    cost = run([sys.executable, str(_PROGRAM), *words], cwd=folder, log=folder / "log")
    counted = json.loads(out.read_text("utf-8"))
    if counted["responses"] != responses:
        raise SystemExit(f"scrapy_waste: {counted['responses']} of {responses} responses came")
    return cost.cpu, counted["tasks"]


def measure(rounds: int, responses: int) -> dict[str, Figures]:
    """Every case in every round, there and back again."""
    found = {name: Figures() for name in CASES}
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(rounds):
            for name in CASES if number % 2 == 0 else reversed(CASES):
                full, tasks = once(CASES[name], responses, Path(scratch))
                empty, _ = once(CASES[name], 0, Path(scratch))
                found[name].cpu.append(max(full - empty, 0.0) / responses)
                found[name].tasks = tasks / responses
    return found


def report(found: Mapping[str, Figures]) -> str:
    """The table."""
    first = next(iter(found.values())).cpu
    rows = [
        (
            name,
            one.tasks,
            median(one.cpu) * 1e6,
            median(a / (b or 1e-9) for a, b in zip(one.cpu, first, strict=True)),
        )
        for name, one in found.items()
    ]
    head = ("", "tasks a response", "CPU us a response", "x defaults")
    return table("Scrapy's engine alone, nothing fetched, nothing yielded", head, rows)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="benchmarks.scrapy_waste", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--responses", type=int, default=1000)
    asked = parser.parse_args(arguments)
    print(report(measure(asked.rounds, asked.responses)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
