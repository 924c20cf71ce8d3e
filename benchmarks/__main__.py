"""Everything in one go: `python -m benchmarks [--quick]`.

Each part runs in a process of its own: the peak RSS of what it starts begins with its own size.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

# The arguments of each part in a full run, and in a smoke run: small and without peers.
PARTS: dict[str, tuple[list[str], list[str]]] = {
    "quality": ([], ["--no-peers"]),
    "extract": ([], ["--rounds", "1", "--pages", "10", "--no-peers", "--no-sets"]),
    "instructions": ([], []),
    "learning": ([], ["--pages", "3", "--no-sets"]),
    "crawl": ([], ["--rounds", "1", "--articles", "60", "--only", "newscrawl", "Scrapy fetch"]),
    "startup": ([], ["--rounds", "1"]),
    "scale": ([], ["--rounds", "1", "--known", "1000", "10000"]),
    "many": ([], ["--sites", "5"]),
    "replay": ([], ["--rounds", "1", "--pages", "40"]),
    "scrapy_waste": ([], ["--rounds", "1", "--responses", "100"]),
    "durability": ([], ["--rounds", "1", "--articles", "60"]),
    "faults": (["--step", "16"], ["--articles", "16", "--step", "97", "--rot", "3"]),
    "wildcards": ([], ["--rounds", "1"]),
    "worst": ([], ["--only", "nested"]),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--quick", action="store_true", help="a smoke run: small and no peers")
    asked = parser.parse_args()
    codes = []
    for name, (full, quick) in PARTS.items():
        command = [sys.executable, "-m", f"benchmarks.{name}", *(quick if asked.quick else full)]
        codes.append(subprocess.run(command, check=False).returncode)
    return max(map(abs, codes))


if __name__ == "__main__":
    sys.exit(main())
