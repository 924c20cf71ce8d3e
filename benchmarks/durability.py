"""What the ledger costs: one crawl with it, the same with its store in memory, in one run.

    python -m benchmarks.durability [--rounds 7] [--articles 600]

Each round crawls the full list and an empty one with both, there and back again. Figures are net of
the empty crawl; the ratio is the median of the rounds' ratios. Exit status 1 if it is over 1.10.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import institute
from benchmarks.processes import run
from benchmarks.server import serve
from benchmarks.table import table

ROOT = Path(__file__).parents[1]
OFF = Path(__file__).with_name("contenders") / "ledger_off.py"
MOST = 1.10


def crawl(url: str, folder: Path, *, ledger: bool) -> tuple[float, int]:
    """CPU seconds of one crawl, and how many records it wrote."""
    folder.mkdir()
    command = [sys.executable, str(OFF), url, str(folder)]
    if ledger:
        command[1:] = ["-m", "newscrawl", "crawl", url, "--home", str(folder), "--json"]
    cost = run(command, cwd=folder, env={"PYTHONPATH": str(ROOT)}, log=folder / "log")
    out = folder / "articles.jsonl"
    return cost.cpu, len(out.read_bytes().splitlines()) if out.exists() else 0


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 if durability costs too much, or a record is missing."""
    parser = argparse.ArgumentParser(prog="benchmarks.durability", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--articles", type=int, default=600)
    asked = parser.parse_args(arguments)
    net: dict[bool, list[float]] = {True: [], False: []}
    whole: dict[bool, list[float]] = {True: [], False: []}
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        institute.write(site, asked.articles)
        with serve(site) as base:
            for number in range(asked.rounds):
                for ledger in (number % 2 == 0, number % 2 == 1):
                    folder = Path(scratch) / f"{number}-{ledger}"
                    full, records = crawl(f"{base}/all/", folder, ledger=ledger)
                    empty, _ = crawl(f"{base}/none/", folder.with_suffix(".none"), ledger=ledger)
                    net[ledger].append(full - empty)
                    whole[ledger].append(full)
                    if records != asked.articles:
                        print(f"durability: {records} of {asked.articles} records, {ledger=}")
                        return 1
    rows = [
        (
            name,
            median(net[ledger]) * 1000 / asked.articles,
            min(net[ledger]) * 1000 / asked.articles,
        )
        for name, ledger in (("with the ledger", True), ("without", False))
    ]
    print(table("Durability", ("", "net CPU ms/article", "least"), rows))
    ratio = median(a / b for a, b in zip(net[True], net[False], strict=True))
    least = min(net[True]) / min(net[False])
    total = median(a / b for a, b in zip(whole[True], whole[False], strict=True))
    print(f"ratio {ratio:.3f} (of the least figures {least:.3f}, start included {total:.3f})")
    print(f"at most {MOST}")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
