"""Many sites in one process, beside a process for each: `python -m benchmarks.many [--sites 50]`.

Each site has a list of its own and a few articles. Everything is crawled once, then checked again
with nothing new: the daily run of somebody who watches them all. Exit status 1 if a record is
missing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import institute
from benchmarks.processes import run
from benchmarks.server import serve
from benchmarks.table import table

ROOT = Path(__file__).parents[1]
EACH = 4


def build(site: Path, sites: int) -> list[str]:
    """Write the articles and a list for each site; returns the lists' paths."""
    told = institute.write(site, EACH * sites)
    paths = []
    for number in range(sites):
        path = f"/site{number}/"
        for page, html in institute.listing_pages(path, told[number::sites]):
            file = site / page.lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(html, "utf-8")
        paths.append(path)
    return paths


def crawl(home: Path, urls: Sequence[str]) -> float:
    """CPU seconds of one run."""
    home.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "newscrawl", "crawl", *urls, "--home", str(home), "--json"]
    return run(command, cwd=home, env={"PYTHONPATH": str(ROOT)}, log=home / "log").cpu


def held(home: Path) -> int:
    return len((home / "articles.jsonl").read_bytes().splitlines())


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.many", description=__doc__.split("\n")[0])
    parser.add_argument("--sites", type=int, default=50)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        site, work = Path(scratch) / "site", Path(scratch) / "work"
        work.mkdir()
        paths = build(site, asked.sites)
        with serve(site) as base:
            urls = [base + path for path in paths]
            together = [crawl(work / "one", urls) for _ in range(2)]
            homes = [work / str(number) for number in range(len(urls))]
            pairs = list(zip(homes, urls, strict=True))
            apart = [sum(crawl(home, [url]) for home, url in pairs) for _ in range(2)]
        whole = EACH * asked.sites
        complete = held(work / "one") == whole == sum(map(held, homes))
    rows = [
        (name, one, each, one / each)
        for name, one, each in zip(("first crawl", "nothing new"), together, apart, strict=True)
    ]
    head = ("", "one run, CPU s", "a run each, CPU s", "ratio")
    print(table(f"{asked.sites} sites of {EACH} articles", head, rows))
    if not complete:
        print("many: records are missing")
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main())
