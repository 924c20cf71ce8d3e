"""Reading stored pages again: `python -m benchmarks.replay [--pages 400] [--rounds 5]`.

The made-up institute's pages, packed one by one as a crawl would keep them, are read by the site
file's rules and by the generic ones, in turn; process time of the best round. Exit status 1 if a
field of a page is wrong.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import institute
from benchmarks.crawl import same
from benchmarks.table import table
from newscrawl import extract_article, load_site
from newscrawl.items import Article, to_plain

BASE = "http://127.0.0.1"
Reader = Callable[[bytes, str], Article]


def store(folder: Path, told: Sequence[institute.Told]) -> list[Path]:
    """The pages as gzips, in the order of `told`."""
    institute.write(folder / "site", len(told))
    packed = []
    for number, one in enumerate(told):
        path = folder / f"{number}.gz"
        body = (folder / "site" / one.path.lstrip("/")).read_bytes()
        path.write_bytes(gzip.compress(body, 6))
        packed.append(path)
    return packed


def readers(folder: Path) -> dict[str, Reader]:
    """Both ways to read a page."""
    (folder / "sites").mkdir()
    rules = institute.SITE_FILE.format(name=institute.NAME)
    (folder / "sites" / "bench.toml").write_text(rules, "utf-8")
    site = load_site("bench", home=folder)
    return {
        "site file": lambda body, url: extract_article(body, url, site=site),
        "nothing known": extract_article,
    }


def read(
    packed: Sequence[Path], told: Sequence[institute.Told], reader: Reader
) -> tuple[float, int]:
    """Seconds of process time a page, and how many came out right."""
    records, began = [], time.process_time()
    for path, one in zip(packed, told, strict=True):
        records.append(reader(gzip.decompress(path.read_bytes()), BASE + one.path))
    seconds = (time.process_time() - began) / len(packed)
    pairs = zip(told, records, strict=True)
    return seconds, sum(same(one, to_plain(record)) for one, record in pairs)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.replay", description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    told = institute.tell(asked.pages)
    best: dict[str, float] = {}
    right: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as scratch:
        packed = store(Path(scratch), told)
        ways = readers(Path(scratch))
        for _ in range(asked.rounds):
            for name, reader in ways.items():
                seconds, right[name] = read(packed, told, reader)
                best[name] = min(seconds, best.get(name, seconds))
    rows = [
        (name, seconds * 1000, 1 / seconds, right[name] / len(told))
        for name, seconds in best.items()
    ]
    head = ("", "CPU ms/page", "pages/s a core", "exact")
    print(table(f"Re-extraction of {len(told)} packed pages", head, rows))
    return 0 if set(right.values()) == {len(told)} else 1


if __name__ == "__main__":
    sys.exit(main())
