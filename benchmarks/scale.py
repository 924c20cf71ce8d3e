"""What an incremental run costs where the corpus holds ten thousand articles, and a million.

    python -m benchmarks.scale [--rounds 5] [--known 10000 100000 1000000]

Each round puts twenty new articles on top of the list and crawls every corpus: two listing pages
and twenty articles, whatever it holds. The corpora are one small crawl, and rows of the ledger that
were never crawled. Figures are medians; ratios are those of the rounds against the smallest corpus.
Exit status 1 if a corpus is not complete.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import BinaryIO

from benchmarks import institute
from benchmarks.processes import Cost, run
from benchmarks.server import serve
from benchmarks.table import table

ROOT = Path(__file__).parents[1]
NEW = institute.PER_PAGE
GOAL = 1.1
_OUTPUT = "articles.jsonl"


@dataclass(slots=True)
class Corpus:
    """One folder that holds `known` articles, and what each round cost in it."""

    home: Path
    known: int
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def crawl(self, url: str) -> Cost:
        """One run of the command."""
        command = [sys.executable, "-m", "newscrawl", "crawl", url, "--home", str(self.home)]
        env = {"PYTHONPATH": str(ROOT)}
        return run([*command, "--json"], cwd=self.home, env=env, log=self.home / "log")

    def lines(self) -> int:
        """How many records its file holds."""
        with (self.home / _OUTPUT).open("rb") as file:
            return sum(1 for _ in file)


def show(site: Path, told: Sequence[institute.Told]) -> None:
    """Put `told`, newest first, on the list."""
    for path, html in institute.listing_pages("/all/", told):
        file = site / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, "utf-8")


def pad(corpus: Corpus, base: str) -> None:
    """Let the ledger hold so many articles as if it had crawled them."""
    file = corpus.home / _OUTPUT
    have = corpus.lines()
    db = sqlite3.connect(corpus.home / "ledger.sqlite")
    ((site, target),) = db.execute("SELECT site, id FROM targets").fetchall()
    (last,) = db.execute("SELECT max(id) FROM urls").fetchone()
    numbers = range(last + 1, last + 1 + corpus.known - have)
    db.executemany(
        "INSERT INTO urls (id, site, key, url, run, seen, listing, page, position, title, date, "
        "standing, open, tries, tried, status, article) VALUES "
        "(?, ?, ?, ?, 1, '2020-01-01T00:00:00Z', ?, 9, 9, ?, '2009-01-01', 'held', 0, 1, "
        "'2020-01-01T00:00:00Z', 200, ?)",
        (
            (n, site, url, url, f"{base}/all/", f"第{n}号旧闻", _digest(url)[:20])
            for n in numbers
            for url in [f"{base}/old/{n}.htm"]
        ),
    )
    db.execute(
        "INSERT INTO listed (target, url, first, last) SELECT ?, id, 1, 1 FROM urls WHERE id > ?",
        (target, last),
    )
    db.execute(
        "INSERT INTO found (run, url, target, listing, page, position, outcome, at) "
        "SELECT 1, id, ?, listing, page, position, 'new', seen FROM urls WHERE id > ?",
        (target, last),
    )
    with file.open("ab") as out:
        db.executemany(
            "INSERT INTO articles (id, n, site, url, run, at, content, line) "
            "VALUES (?, 1, ?, ?, 1, '2020-01-01T00:00:00Z', ?, ?)",
            _records(out, base, site, numbers),
        )
    db.execute(
        "INSERT INTO lines (target, article) SELECT ?, seq FROM articles WHERE url > ? ORDER BY 2",
        (target, last),
    )
    db.execute("UPDATE outputs SET bytes = ?", (file.stat().st_size,))
    db.execute("UPDATE output_targets SET seq = (SELECT max(seq) FROM lines)")
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def _records(out: BinaryIO, base: str, site: str, numbers: range) -> Iterator[tuple[object, ...]]:
    """Rows for `articles`; their lines go to the file at the same time."""
    for n in numbers:
        url = f"{base}/old/{n}.htm"
        digest = _digest(url)
        line = json.dumps(
            {"id": digest[:20], "url": url, "content_sha256": digest, "body": "旧" * 50}
        )
        out.write(f"{line}\n".encode())
        yield digest[:20], site, n, digest, line


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def measure(site: Path, work: Path, known: Sequence[int], rounds: int) -> list[Corpus]:
    """Every corpus, crawled in every round, there and back again."""
    told = institute.write(site, NEW * (rounds + 1))
    corpora = [Corpus(work / str(n), n) for n in known]
    with serve(site) as base:
        url = f"{base}/all/"
        show(site, told[-NEW:])
        for one in corpora:
            one.home.mkdir()
            one.crawl(url)
            pad(one, base)
            print(f"{one.known} known: made", file=sys.stderr)
        for number in range(1, rounds + 1):
            show(site, told[-NEW * (number + 1) :])
            for one in corpora if number % 2 else reversed(corpora):
                cost = one.crawl(url)
                one.cpu.append(cost.cpu)
                one.peak.append(cost.peak)
                one.wall.append(cost.wall)
                print(f"round {number}: {one.known}: {cost.cpu:.2f} s CPU", file=sys.stderr)
    return corpora


def report(corpora: Sequence[Corpus]) -> str:
    """The table."""
    first = corpora[0]
    rows = [
        (
            f"{one.known:,} known",
            median(one.cpu),
            median(a / b for a, b in zip(one.cpu, first.cpu, strict=True)),
            min(one.cpu) / min(first.cpu),
            median(one.wall),
            max(one.peak),
        )
        for one in corpora
    ]
    head = ("", "CPU s", "x the first", "of the best", "wall s", "peak MB")
    title = f"An incremental run with {NEW} new articles (goal: at most {GOAL} x the first)"
    return table(title, head, rows)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--known", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        site, work = Path(scratch) / "site", Path(scratch) / "work"
        work.mkdir()
        corpora = measure(site, work, asked.known, asked.rounds)
        print(report(corpora))
        short = [one for one in corpora if one.lines() != one.known + NEW * asked.rounds]
    for one in short:
        print(f"scale: the corpus of {one.known} has not got every new article")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
