"""Everything in one go: `python -m benchmarks [--quick]`."""

from __future__ import annotations

import argparse
import sys

from benchmarks import quality


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--quick", action="store_true", help="a smoke run: small and no peers")
    asked = parser.parse_args()
    return quality.main(["--no-peers"] if asked.quick else [])


if __name__ == "__main__":
    sys.exit(main())
