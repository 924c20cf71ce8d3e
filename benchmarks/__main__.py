"""Everything in one go: `python -m benchmarks [--quick]`."""

from __future__ import annotations

import argparse
import sys

from benchmarks import (
    crawl,
    durability,
    extract,
    faults,
    learning,
    many,
    quality,
    replay,
    scale,
    scrapy_waste,
    startup,
    wildcards,
    worst,
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--quick", action="store_true", help="a smoke run: small and no peers")
    asked = parser.parse_args()
    durable = ["--rounds", "1", "--articles", "60"] if asked.quick else []
    faulty = ["--articles", "16", "--step", "97", "--rot", "3"] if asked.quick else ["--step", "16"]
    small = ["--rounds", "1", "--articles", "60", "--only", "newscrawl", "Scrapy fetch"]
    codes = (
        quality.main(["--no-peers"] if asked.quick else []),
        extract.main(
            ["--rounds", "1", "--pages", "10", "--no-peers", "--no-sets"] if asked.quick else []
        ),
        learning.main(["--pages", "3", "--no-sets"] if asked.quick else []),
        crawl.main(small if asked.quick else []),
        startup.main(["--rounds", "1"] if asked.quick else []),
        scale.main(["--rounds", "1", "--known", "1000", "10000"] if asked.quick else []),
        many.main(["--sites", "5"] if asked.quick else []),
        replay.main(["--rounds", "1", "--pages", "40"] if asked.quick else []),
        scrapy_waste.main(["--rounds", "1", "--responses", "100"] if asked.quick else []),
        durability.main(durable),
        faults.main(faulty),
        wildcards.main(["--rounds", "1"] if asked.quick else []),
        worst.main(["--only", "nested"] if asked.quick else []),
    )
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
