"""Patterns of a robots.txt made to hurt: their cost grows with their length, and no faster.

    python -m benchmarks.wildcards [--rounds 5]

Each pattern is read and held against an address, at four lengths that double; the best of the
rounds counts. The growth is the CPU of eight times the length over that of the length: 8 where it
is linear, 64 where it is quadratic, no number a machine could write where a regular expression
tries every way. Exit status 1 above 16.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from benchmarks.table import table
from newscrawl.extensions.robots import read

LENGTHS = (2_000, 4_000, 8_000, 16_000)
MOST = 16.0
HEAD = "User-agent: *\n"
Made = tuple[str, str]  # the rules, and the path of the address

HURTING: dict[str, Callable[[int], Made]] = {
    "*a*a*a…b$ on a…a": lambda n: (f"Disallow: /{'*a' * n}b$", "a" * n),
    "*a*a*a…$ on a…ab": lambda n: (f"Disallow: /{'*a' * n}$", "a" * 2 * n + "b"),
    "*a**a**a*…b on a…a": lambda n: (f"Disallow: /{'*a*' * n}b", "a" * n),
    "a*a*a*…b on a…a": lambda n: (f"Disallow: /{'a*' * n}b", "a" * 4 * n),
    "*…*z on a…a": lambda n: (f"Disallow: /{'*' * n}z", "a" * n),
    "*a…ab on a…a": lambda n: (f"Disallow: /*{'a' * n}b", "a" * 4 * n),
    "*ab*ba*ab… on abab…": lambda n: (f"Disallow: /{'*ab*ba' * n}$", "ab" * 2 * n),
    "*%61*%61…b on a…a": lambda n: (f"Disallow: /{'*%61' * n}b", "a" * n),
    "n rules on one path": lambda n: ("\n".join(f"Disallow: /*{k}x$" for k in range(n)), "a" * 99),
    "one rule, a long query": lambda n: ("Disallow: /*?*id=*&*z$", "a?" + "id=%2f&" * n),
}


def cost(made: Made) -> float:
    """CPU seconds of reading the file and asking it once."""
    rules, path = made
    body, url = f"{HEAD}{rules}\n".encode(), f"http://institute.example/{path}"
    began = time.process_time()
    read(200, body).allow(url)
    return time.process_time() - began


def main(arguments: list[str] | None = None) -> int:
    """Measure every pattern; 1 if the cost of one grows faster than its length."""
    parser = argparse.ArgumentParser(prog="benchmarks.wildcards", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    rows: list[tuple[str | float, ...]] = []
    for name, made in HURTING.items():
        taken = [min(cost(made(n)) for _ in range(asked.rounds)) for n in LENGTHS]
        rows.append((name, *(1000 * one for one in taken), taken[-1] / taken[0]))
    heads = ("", *(f"{n:,} ms" for n in LENGTHS), "growth")
    print(table("Patterns of a robots.txt, CPU by length", heads, rows))
    steep = [str(row[0]) for row in rows if float(row[-1]) > MOST]
    print("", *(f"wildcards: {name} grows too fast" for name in steep), sep="\n")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
