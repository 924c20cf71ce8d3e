"""The quality gate: labelled real pages, floors that only rise.

    python -m benchmarks.quality            hold newscrawl against its floors, peers beside it
    python -m benchmarks.quality --raise    write every better figure as the new floor

The sets lie outside the project (`NEWSCRAWL_QUALITY`, or shared/quality beside the checkout) with
the script that measures them; where they are not there nothing is run. `quality_floors.json` holds
a floor for each set and field, and a digest of each set's labels: a goal that moves is no goal.
Exit status 1 below a floor.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.doubt import doubt_table
from benchmarks.table import table

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("quality_floors.json")
SETS = {
    "institutes": "articles",
    "zh_news": "articles",
    "world": "articles",
    "listings": "listings",
}
# What a set's summary holds beside shares of pages.
_NO_SHARE = {"set", "pages", "labelled", "failed", "cpu_ms_median", "cpu_ms_p95"}
_ROUNDING = 0.00005
# Function in the measuring script's own peers module -> the package it needs.
PEERS = {
    "readability": "readability",
    "magic_html": "magic_html",
    "trafilatura": "trafilatura",
    "resiliparse": "resiliparse",
    "newspaper4k": "newspaper",
    "gne": "gne",
}
_COLUMNS = (
    "F1",
    "exact",
    "clean",
    "title",
    "author",
    "no_author",
    "source",
    "no_source",
    "date",
    "no_date",
)
_LIST_COLUMNS = ("F1", "precision", "recall", "all_right", "row_title", "row_date", "next_page")

Summary = dict[str, Any]


def quality_folder() -> Path | None:
    """Where the labelled sets are, or None."""
    named = os.environ.get("NEWSCRAWL_QUALITY")
    folder = Path(named) if named else ROOT.parent / "shared" / "quality"
    return folder if (folder / "measure.py").is_file() else None


def digest(folder: Path, name: str) -> str:
    """SHA-256 of a set's labels."""
    return hashlib.sha256((folder / "open" / name / "index.jsonl").read_bytes()).hexdigest()


def measure(folder: Path, name: str, peer: str | None = None) -> Summary:
    """What measure.py says of one set: its summary, and `pages_detail` by page and field."""
    python = sys.executable if peer is None else peers_python()
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "summary.json"
        command = [python, "measure.py", SETS[name], f"open/{name}", "--json", str(out)]
        subprocess.run(
            command + (["--with", f"peers:{peer}"] if peer else []),
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if peer else None,
            check=True,
        )
        found: Summary = json.loads(out.read_text("utf-8"))
    return found


def peers_python() -> str:
    """The interpreter that peers are installed for (`NEWSCRAWL_PEERS_PYTHON`), else this one."""
    return os.environ.get("NEWSCRAWL_PEERS_PYTHON") or sys.executable


def installed(package: str) -> bool:
    """Whether the peers' interpreter has a package."""
    if peers_python() == sys.executable:
        return find_spec(package) is not None
    look = f"import importlib.util as u, sys; sys.exit(u.find_spec({package!r}) is None)"
    return subprocess.run([peers_python(), "-c", look], check=False).returncode == 0


def shares(summary: Mapping[str, Any]) -> dict[str, float]:
    """The fields of a summary that floors are set for."""
    return {
        name: float(v) for name, v in summary.items() if name not in _NO_SHARE | {"pages_detail"}
    }


def complaints(folder: Path, found: Mapping[str, Summary], floors: Mapping[str, Any]) -> list[str]:
    """What is below its floor, and what was changed about the goal; one line each."""
    lines = []
    for name, summary in found.items():
        floor = floors.get(name, {})
        if floor and floor["labels_sha256"] != digest(folder, name):
            lines.append(f"{name}: the labels are not those the floors were set on")
        if summary["failed"]:
            lines.append(f"{name}: {summary['failed']} pages raised or took too long")
        have = shares(summary)
        lines += [
            f"{name}.{field}: {have.get(field, 0.0):.4f} is below its floor {least:.4f}"
            for field, least in floor.get("floors", {}).items()
            if have.get(field, 0.0) < least - _ROUNDING
        ]
    return lines


def raised(folder: Path, found: Mapping[str, Summary], floors: Mapping[str, Any]) -> dict[str, Any]:
    """The floors with every better figure put in; none gets lower, and no digest changes."""
    return {
        name: {
            "labels_sha256": floors.get(name, {}).get("labels_sha256", digest(folder, name)),
            "floors": {
                field: max(value, floors.get(name, {}).get("floors", {}).get(field, 0.0))
                for field, value in shares(summary).items()
            },
        }
        for name, summary in found.items()
    }


def read_floors() -> dict[str, Any]:
    """The floors as they are committed."""
    found: dict[str, Any] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return found


def _report(
    folder: Path, name: str, own: Summary, floors: Mapping[str, Any], *, peers: bool
) -> str:
    columns = _COLUMNS if SETS[name] == "articles" else _LIST_COLUMNS
    least = floors.get(name, {}).get("floors", {})
    rows = [_row("newscrawl", own, columns), ["(floor)", *map(least.get, columns), None]]
    if peers and SETS[name] == "articles":
        rows += [
            _row(peer, measure(folder, name, peer), columns)
            for peer, package in PEERS.items()
            if installed(package)
        ]
    return table(f"{name}: {own['pages']} pages", ["", *columns, "CPU ms"], rows)


def _row(name: str, summary: Summary, columns: tuple[str, ...]) -> list[str | float | None]:
    return [name, *map(summary.get, columns), summary["cpu_ms_median"]]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.quality", description=__doc__.split("\n")[0])
    parser.add_argument("--raise", dest="rise", action="store_true", help="write better figures")
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    asked = parser.parse_args(arguments)
    folder, floors = quality_folder(), read_floors()
    if folder is None:
        print("quality: skipped, the labelled sets are not here (NEWSCRAWL_QUALITY)")
        return 0
    found = {name: measure(folder, name) for name in SETS}
    for name, summary in found.items():
        print(_report(folder, name, summary, floors, peers=asked.peers))
    print(doubt_table(folder, {n: s for n, s in found.items() if SETS[n] == "articles"}))
    if asked.rise:
        text = json.dumps(raised(folder, found, floors), indent=2)
        FLOORS.write_text(text + "\n", "utf-8")
    wrong = complaints(folder, found, floors)
    print("", *wrong or ["quality: no floor is broken"], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
