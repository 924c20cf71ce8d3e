"""CPU a page of extraction alone, beside the peers, page by page in one interleaved run.

    python -m benchmarks.extract [--rounds 3] [--pages 60]

Every contender is a process of its own that is asked for one page at a time, there and back again,
so that all share the machine's moods; of each page the best round counts. Made-up pages of an
institute (with its site file and without), the labelled sets of real pages where they are, and
those of their sites that have three pages or more, each read by what its siblings teach.
Peers run under `NEWSCRAWL_PEERS_PYTHON`; what is not installed there is left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from statistics import mean, median

from benchmarks import institute
from benchmarks.learning import labelled_sites
from benchmarks.quality import SETS, installed, peers_python, quality_folder
from benchmarks.table import table
from newscrawl.errors import LearnError
from newscrawl.learn import learn_site
from newscrawl.sites.writer import site_to_toml

ROOT = Path(__file__).parents[1]
PROGRAM = Path(__file__).with_name("contenders") / "extract_pages.py"
PEERS = ("resiliparse", "readability", "gne", "trafilatura", "newspaper")
NOWHERE = "http://site.invalid/a/b/c/"


def made_up(folder: Path, count: int) -> Path:
    """Pages of the made-up institute, every second one in GBK; returns its site file."""
    urls = []
    for number, one in enumerate(institute.tell(count)):
        encoding = "gbk" if number % 2 else "utf-8"
        html = institute.article_page(one, encoding, number).encode(encoding)
        (folder / f"{number}.html").write_bytes(html)
        urls.append(f"http://127.0.0.1{one.path}")
    (folder / "urls.json").write_text(json.dumps(urls), "utf-8")
    site = folder / "bench.toml"
    site.write_text(institute.SITE_FILE.format(name=institute.NAME), "utf-8")
    return site


def real(folder: Path, source: Path) -> None:
    """The pages of one labelled set."""
    rows = [json.loads(line) for line in (source / "index.jsonl").read_text("utf-8").splitlines()]
    for number, row in enumerate(rows):
        html = gzip.decompress((source / row["html"]).read_bytes())
        (folder / f"{number}.html").write_bytes(html)
    urls = [row.get("url") or f"{NOWHERE}{row['id']}.html" for row in rows]
    (folder / "urls.json").write_text(json.dumps(urls), "utf-8")


def taught(folder: Path, source: Path, name: str) -> Path | None:
    """The pages of a set whose siblings teach rules, and a site file for each, in order."""
    urls: list[str] = []
    sites = folder / "sites"
    sites.mkdir()
    for cases in labelled_sites(source, name):
        for at, case in enumerate(cases):
            others = [(one.html, one.url) for place, one in enumerate(cases) if place != at]
            with suppress(LearnError):  # too few of the siblings are articles to keep
                site = learn_site(others)
                (sites / f"{len(urls)}.toml").write_text(site_to_toml(site), "utf-8")
                (folder / f"{len(urls)}.html").write_bytes(case.html)
                urls.append(case.url)
    (folder / "urls.json").write_text(json.dumps(urls), "utf-8")
    return sites if urls else None


def costs(folder: Path, commands: Sequence[Sequence[str]], rounds: int) -> list[list[float]]:
    """For each command the best CPU milliseconds of every page, asked in turn."""
    count = len(json.loads((folder / "urls.json").read_text("utf-8")))
    best = [[float("inf")] * count for _ in commands]
    with ExitStack() as stack:
        workers = [stack.enter_context(_worker(command)) for command in commands]
        for round_ in range(rounds):
            for page in range(count):
                for number in list(range(len(workers)))[:: -1 if round_ % 2 else 1]:
                    taken = 1000 * _asked(workers[number], page)
                    best[number][page] = min(best[number][page], taken)
        for worker in workers:
            if worker.stdin is not None:
                worker.stdin.close()
    return best


def _worker(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )


def _asked(worker: subprocess.Popen[str], page: int) -> float:
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(f"{page}\n")
    worker.stdin.flush()
    return float(worker.stdout.readline())


def contenders(folder: Path, site: Path | None, *, peers: bool) -> Iterator[tuple[str, list[str]]]:
    """Names and commands of all that can run here."""
    own = [sys.executable, str(PROGRAM), "newscrawl", str(folder)]
    yield "newscrawl", own
    if site is not None:
        yield "newscrawl, by rules", [*own, str(site)]
    for peer in PEERS if peers else ():
        if installed(peer):
            yield peer, [peers_python(), str(PROGRAM), peer, str(folder)]


def report(title: str, folder: Path, site: Path | None, rounds: int, *, peers: bool) -> str:
    """One set of pages as a table; ratios are medians over pages."""
    names, commands = zip(*contenders(folder, site, peers=peers), strict=True)
    found = costs(folder, commands, rounds)
    rows = [
        (
            name,
            median(taken),
            mean(taken),
            sorted(taken)[int(len(taken) * 0.95) - 1],
            median(one / own for one, own in zip(taken, found[0], strict=True)),
        )
        for name, taken in zip(names, found, strict=True)
    ]
    head = ("", "median ms", "mean", "p95", "x newscrawl")
    return table(f"{title}: {len(found[0])} pages, CPU a page", head, rows)


def main(arguments: list[str] | None = None) -> int:
    """Measure every set that is here; always 0: ratios are for the reader."""
    parser = argparse.ArgumentParser(prog="benchmarks.extract", description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=60, help="of the made-up institute")
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    parser.add_argument("--no-sets", dest="sets", action="store_false")
    asked = parser.parse_args(arguments)
    labelled = quality_folder() if asked.sets else None
    names = [name for name, kind in SETS.items() if kind == "articles" and labelled is not None]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "made-up"
        folder.mkdir()
        site = made_up(folder, asked.pages)
        print(report("made-up institute", folder, site, asked.rounds, peers=asked.peers))
        for name in names:
            folder = Path(scratch) / name
            folder.mkdir()
            if labelled is not None:
                real(folder, labelled / "open" / name)
            print(report(name, folder, None, asked.rounds, peers=asked.peers))
            folder = Path(scratch) / f"{name}-taught"
            folder.mkdir()
            sites = taught(folder, labelled, name) if labelled is not None else None
            if sites is not None:
                print(report(f"{name}, learnt", folder, sites, asked.rounds, peers=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
