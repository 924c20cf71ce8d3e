"""What it costs to start: `python -m benchmarks.startup [--rounds 9]`.

The help, and an idle check (one listing, nothing new on it) beside the start of plain Scrapy with
nothing to fetch, in one interleaved run, there and back again. Ratios are medians of the rounds'
ratios. Exit status 1 if a check was not idle; how fast it is does not change it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks import institute
from benchmarks.processes import run
from benchmarks.server import serve
from benchmarks.table import table

ROOT = Path(__file__).parents[1]
_SCRAPY = Path(__file__).with_name("contenders") / "scrapy_crawl.py"
_NEWSCRAWL = [sys.executable, "-m", "newscrawl"]
HELP, CHECK, SCRAPY = "newscrawl --help", "an idle check", "Scrapy, nothing to fetch"
MOST_HELP, MOST_CHECK = 0.3, 1.3  # seconds; against Scrapy's start
_ARTICLES, _A_PAGE = 60, 20  # a check of known articles ends with its first page


def commands(base: str, home: Path) -> dict[str, list[str]]:
    """What is started, by name."""
    return {
        HELP: [*_NEWSCRAWL, "--help"],
        CHECK: [*_NEWSCRAWL, "crawl", f"{base}/all/", "--home", str(home), "--json"],
        SCRAPY: [sys.executable, str(_SCRAPY), f"{base}/none/", "-", "fetch", "default"],
    }


def measure(
    started: Mapping[str, Sequence[str]], home: Path, rounds: int
) -> dict[str, list[float]]:
    """CPU seconds of each command, a number a round; the first crawl is not counted."""
    spent: dict[str, list[float]] = {name: [] for name in started}

    def once(name: str) -> float:
        log = home / "check.json" if name == CHECK else None
        return run(started[name], cwd=home, env={"PYTHONPATH": str(ROOT)}, log=log).cpu

    once(CHECK)
    for number in range(rounds):
        for name in started if number % 2 == 0 else reversed([*started]):
            spent[name].append(once(name))
    return spent


def report(spent: Mapping[str, Sequence[float]]) -> str:
    """The table, and how both goals stand."""
    rows = [
        (
            name,
            median(cpu),
            min(cpu),
            median(a / b for a, b in zip(cpu, spent[SCRAPY], strict=True)),
            min(cpu) / min(spent[SCRAPY]),
        )
        for name, cpu in spent.items()
    ]
    head = ("", "CPU s", "best", "x Scrapy's start", "of the best")
    goals = f"goals: --help at most {MOST_HELP} s, an idle check at most {MOST_CHECK} x"
    return f"{table('Starting', head, rows)}\n{goals}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.startup", description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        site, home = Path(scratch) / "site", Path(scratch) / "home"
        home.mkdir()
        institute.write(site, _ARTICLES)
        with serve(site) as base:
            spent = measure(commands(base, home), home, asked.rounds)
        checked = json.loads((home / "check.json").read_text("utf-8"))
        idle = checked["exit_code"] == 0 and checked["outcomes"] == {"known": _A_PAGE}
    print(report(spent))
    if not idle:
        print("startup: the check was not idle")
    return 0 if idle else 1


if __name__ == "__main__":
    sys.exit(main())
