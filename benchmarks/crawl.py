"""Whole crawls of one made-up institute, beside its peers, in one interleaved run.

    python -m benchmarks.crawl [--rounds 5] [--articles 2000] [--only NAME ...]

Each round runs every contender once, there and back again (ABBA), on the full list and on an empty
one; the second is what starting up costs and is taken off. Figures are medians over rounds, ratios
medians of the rounds' ratios: the machine's milliseconds mean nothing outside their round. Peers
run under `NEWSCRAWL_PEERS_PYTHON`; what is not installed there is left out. Exit status 1 if a
contender that must read every field right did not.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from benchmarks import institute
from benchmarks.processes import Cost, run
from benchmarks.quality import installed, peers_python
from benchmarks.server import serve
from benchmarks.table import table

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(__file__).with_name("contenders")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Contender:
    """`program` and `words` behind listing and output; `needs` packages of the peers' Python.

    `few`: only every tenth article, it would take too long. `exact`: every field must be right.
    """

    name: str
    program: str = ""
    words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    few: bool = False
    exact: bool = False


CONTENDERS = (
    Contender("newscrawl, site file", exact=True),
    Contender("newscrawl, site file, fast", exact=True),
    Contender("newscrawl, nothing known", exact=True),
    # Where there are three processors and more, workers read its pages: more CPU in all, less time.
    Contender("newscrawl, nothing known, fast", exact=True),
    Contender("Scrapy fetch only", "scrapy_crawl", ("fetch", "default")),
    Contender("Scrapy fetch only, lean", "scrapy_crawl", ("fetch", "lean")),
    # The floor under any extractor on Scrapy: it parses each page once and writes its <title>.
    Contender("Scrapy parse and JSON only, lean", "scrapy_crawl", ("title", "lean")),
    Contender("Scrapy parsel feed", "scrapy_crawl", ("feed", "default"), exact=True),
    Contender(
        "Scrapy trafilatura", "scrapy_crawl", ("trafilatura", "lean"), ("trafilatura",), few=True
    ),
    Contender("Crawlee ParselCrawler", "crawlee_crawl", (), ("crawlee",), exact=True),
    Contender("news-please", "newsplease_crawl", (), ("newsplease",), few=True),
    Contender("aiohttp fetch only", "aiohttp_crawl", ("fetch",), ("aiohttp", "selectolax")),
    Contender(
        "aiohttp + lexbor", "aiohttp_crawl", ("lexbor",), ("aiohttp", "selectolax"), exact=True
    ),
)
# (what, against what, at most) as ratios of net CPU an article; a goal above 1 the other way round
# is written as its inverse.
GOALS = (
    ("newscrawl, site file", "Scrapy fetch only", 1.0),
    ("newscrawl, site file", "Scrapy fetch only, lean", 1.6),
    ("newscrawl, nothing known", "Scrapy fetch only, lean", 2.5),
    ("newscrawl, site file", "news-please", 1 / 15),
    ("newscrawl, nothing known", "Scrapy trafilatura", 1 / 4),
    ("newscrawl, site file, fast", "aiohttp + lexbor", 3.5),
)
MOST_MB = 150  # of a newscrawl contender


@dataclass(slots=True)
class Figures:
    """Of one contender, a number a round: net CPU seconds an article and of the empty run."""

    net: list[float] = field(default_factory=list)
    start: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)
    exact: float | None = None


class Arena:
    """The institute, its server's address, and a folder for what contenders write."""

    def __init__(self, base: str, scratch: Path, told: Sequence[institute.Told]) -> None:
        self.base = base
        self.scratch = scratch
        self.told = {one.path: one for one in told}
        self._runs = 0

    def run(self, one: Contender, listing: str) -> tuple[Cost, Path]:
        """One contender over one list, in a folder of its own; what it cost and what it wrote."""
        self._runs += 1
        folder = self.scratch / str(self._runs)
        folder.mkdir()
        out = folder / "out.jsonl"
        url = f"{self.base}/{listing}/"
        if one.program:
            python = peers_python() if one.needs else sys.executable
            command = [python, str(PROGRAMS / f"{one.program}.py"), url, str(out), *one.words]
            return run(command, cwd=folder, log=folder / "log"), out
        if "site file" in one.name:
            (folder / "sites").mkdir()
            text = institute.SITE_FILE.format(name=institute.NAME)
            (folder / "sites" / "bench.toml").write_text(text, "utf-8")
        crawl = ["crawl", url, "--home", str(folder), "-o", str(out), "--json"]
        fast = ["--fast"] if one.name.endswith("fast") else []
        command = [sys.executable, "-m", "newscrawl", *crawl, *fast]
        return run(command, cwd=folder, env={"PYTHONPATH": str(ROOT)}, log=folder / "log"), out

    def exact(self, out: Path, articles: int) -> float:
        """The share of articles whose fields are all as the truth has them, each once."""
        right = set()
        records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        for record in records:
            path = urlsplit(record["url"]).path
            if path in self.told and same(self.told[path], record):
                right.add(path)
        return len(right) / max(articles, len(records))


def same(told: institute.Told, record: Mapping[str, object]) -> bool:
    """Whether a record says what the truth says; a source only where it has one."""
    authors = record.get("authors")
    author = "、".join(authors) if isinstance(authors, list) else record.get("author")
    day = str(record.get("date_published") or record.get("date") or "")[:10]
    return (
        record.get("title") == told.title
        and author == told.author
        and record.get("source", told.source) == told.source
        and day == told.date
        and _BLANKS.sub("", str(record.get("body"))) == _BLANKS.sub("", told.body)
    )


def contenders(only: Sequence[str]) -> list[Contender]:
    """Those that can run here; `only` names parts of their names."""
    chosen = [one for one in CONTENDERS if not only or any(word in one.name for word in only)]
    return [one for one in chosen if all(map(installed, one.needs))]


def compete(arena: Arena, field_: Sequence[Contender], rounds: int) -> dict[str, Figures]:
    """Every contender in every round, in turn from the one end and from the other."""
    found = {one.name: Figures() for one in field_}
    for number in range(rounds):
        for one in field_ if number % 2 == 0 else reversed(field_):
            articles = len(range(0, len(arena.told), institute.FEW if one.few else 1))
            full, out = arena.run(one, "few" if one.few else "all")
            empty, _ = arena.run(one, "none")
            figures = found[one.name]
            figures.net.append(max(full.cpu - empty.cpu, 0.0) / articles)
            figures.start.append(empty.cpu)
            figures.wall.append(full.wall / articles)
            figures.peak.append(full.peak)
            if figures.exact is None and out.exists() and out.stat().st_size:
                figures.exact = arena.exact(out, articles)
            print(f"round {number + 1}: {one.name}: {full.cpu:.1f} s CPU", file=sys.stderr)
    return found


def report(found: Mapping[str, Figures]) -> str:
    """The table, and how each goal stands."""
    base = found.get("Scrapy fetch only")
    rows = [
        (
            name,
            median(one.net) * 1000,
            _ratio(one, base) if base else None,
            min(one.net) * 1000,
            median(one.start),
            1 / median(one.wall),
            max(one.peak),
            one.exact,
        )
        for name, one in found.items()
    ]
    head = (
        *("", "net CPU ms/article", "x fetch", "best", "start s", "articles/s", "peak MB"),
        "exact",
    )
    goals = [
        (f"{what} / {against}", ratio, best, most, "yes" if ratio <= most else "no")
        for what, against, most in GOALS
        if what in found and against in found
        for ratio in [_ratio(found[what], found[against])]
        for best in [min(found[what].net) / (min(found[against].net) or 1e-9)]
    ]
    goals += [
        (f"peak MB, {name}", max(one.peak), min(one.peak), MOST_MB, _met(max(one.peak)))
        for name, one in found.items()
        if name.startswith("newscrawl")
    ]
    return (
        table("Whole crawls (net of an empty crawl)", head, rows)
        + "\n"
        + table(
            "Goals: medians of the rounds' ratios, and ratios of the best rounds",
            ("", "ratio", "of the best", "at most", "met"),
            goals,
        )
    )


def _met(peak: float) -> str:
    return "yes" if peak <= MOST_MB else "no"


def _ratio(one: Figures, other: Figures) -> float:
    return median(a / b for a, b in _pairs(one.net, other.net))


def _pairs(ones: Sequence[float], others: Sequence[float]) -> Iterator[tuple[float, float]]:
    return ((a, b or 1e-9) for a, b in zip(ones, others, strict=True))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.crawl", description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--only", nargs="*", default=[], help="parts of contenders' names")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        site, work = Path(scratch) / "site", Path(scratch) / "work"
        work.mkdir()
        told = institute.write(site, asked.articles)
        with serve(site) as base:
            found = compete(Arena(base, work, told), contenders(asked.only), asked.rounds)
    print(report(found))
    inexact = [
        one.name
        for one in CONTENDERS
        if one.exact and one.name in found and found[one.name].exact != 1
    ]
    for name in inexact:
        print(f"crawl: {name} did not read every field of every article right")
    return 1 if inexact else 0


if __name__ == "__main__":
    sys.exit(main())
