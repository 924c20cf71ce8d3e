"""The gate for CPU: machine instructions that reading a page takes, ceilings that only fall.

    python -m benchmarks.instructions            hold newscrawl against its ceilings
    python -m benchmarks.instructions --lower    write every better figure as the new ceiling

Counted by callgrind, which tells the same on a busy machine as on an idle one, where a time would
not: made-up pages of an institute, with its site file and without, in the steady state (the
patterns are compiled, the templates' lines known). `instructions_ceilings.json` holds a ceiling for
each and a digest of the pages: a goal that moves is no goal. The counts are those of one Python
on one kind of processor, so ceilings of another one are not held against. Exit status 1 above a
ceiling. Where valgrind is not installed nothing is run.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.extract import PROGRAM, made_up
from benchmarks.table import table

CEILINGS = Path(__file__).with_name("instructions_ceilings.json")
_WARM, _PAGES = 20, 60  # pages read before those that count, and with them
_SLACK = 1.02  # a line of code more is no new cost, and dictionaries are not laid out alike twice
_COLLECTED = re.compile(r"Collected : (\d+)")

Ceilings = dict[str, Any]


def machine() -> str:
    """What the counts depend on besides the code."""
    return f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}"


def digest(folder: Path) -> str:
    """SHA-256 of the pages, in the order of their names."""
    pages = sorted(folder.glob("*.html"))
    return hashlib.sha256(b"".join(one.read_bytes() for one in pages)).hexdigest()


def collected(told: str) -> int:
    """The instructions that callgrind says it has seen."""
    found = _COLLECTED.search(told)
    if found is None:
        raise ValueError(f"callgrind did not say how many: {told[-200:]}")
    return int(found[1])


def a_page(warm: int, all_pages: int) -> float:
    """Millions of instructions a page, of two runs over the first pages and over all of them."""
    return round((all_pages - warm) / (_PAGES - _WARM) / 1e6, 2)


def complaints(found: Mapping[str, float], pages: str, ceilings: Ceilings) -> list[str]:
    """What is above its ceiling, or cannot be held against it any more."""
    if ceilings.get("machine") != machine():
        return []
    if ceilings["pages_sha256"] != pages:
        return ["the pages are not those of the ceilings: `--lower` begins anew"]
    return [
        f"{case}: {millions} million instructions a page, the ceiling is {ceiling}"
        for case, ceiling in ceilings["ceilings"].items()
        if (millions := found.get(case, float("inf"))) > ceiling * _SLACK
    ]


def lowered(found: Mapping[str, float], pages: str, ceilings: Ceilings) -> Ceilings:
    """The ceilings with every better figure; all of them, for other pages or another machine."""
    alike = ceilings.get("machine") == machine() and ceilings.get("pages_sha256") == pages
    known = ceilings["ceilings"] if alike else {}
    best = {case: min(millions, known.get(case, millions)) for case, millions in found.items()}
    return {"machine": machine(), "pages_sha256": pages, "ceilings": best}


def _counted(folder: Path, pages: int, rules: Path | None) -> int:
    """The instructions of a process that reads the first pages, its start included."""
    command = [
        *("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"),
        *(sys.executable, str(PROGRAM), "newscrawl", str(folder), *([str(rules)] if rules else [])),
    ]
    ran = subprocess.run(
        command,
        input="".join(f"{number}\n" for number in range(pages)),
        capture_output=True,
        text=True,
        check=True,
        # Sets are laid out by their members' hashes: alike in every run, or the counts are not.
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    return collected(ran.stderr)


def measure(folder: Path, site: Path) -> dict[str, float]:
    """Millions of instructions a page, by case."""
    cases = {"with its site file": site, "nothing known": None}
    return {
        case: a_page(_counted(folder, _WARM, rules), _counted(folder, _PAGES, rules))
        for case, rules in cases.items()
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.instructions")
    parser.add_argument("--lower", action="store_true", help="write better figures as ceilings")
    asked = parser.parse_args(arguments)
    if shutil.which("valgrind") is None:
        print("valgrind is not installed: no instructions are counted")
        return 0
    ceilings: Ceilings = json.loads(CEILINGS.read_text("utf-8")) if CEILINGS.exists() else {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = made_up(folder, _PAGES)
        found, pages = measure(folder, site), digest(folder)
    known = ceilings.get("ceilings", {})
    rows = [(case, millions, known.get(case)) for case, millions in found.items()]
    print(table("Reading a page, millions of instructions", ("", "now", "ceiling"), rows))
    if asked.lower:
        told = json.dumps(lowered(found, pages, ceilings), indent=2)
        CEILINGS.write_text(f"{told}\n", "utf-8")
        return 0
    wrong = complaints(found, pages, ceilings)
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
