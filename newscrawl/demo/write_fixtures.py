"""Write the made-up institutes' pages as fixtures: ``python -m newscrawl.demo.write_fixtures DIR``.

A case is a folder ``DIR/<site>/<case>`` with ``page.html`` (the bytes as served), ``page.json``
(url, status, headers, time) and ``expected.json`` (only what is known to be true of the page).
Folders of other sites are left alone; the same command always writes the same bytes.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from newscrawl.demo import FAMILIES, build
from newscrawl.demo.model import Institute, Response, Truth

FETCHED = "2024-01-15T08:00:00Z"
FIRST_STORY = 10  # ten in a row have every shape of article once
THOROUGH = {"table", "vsb", "webplus", "trs"}  # every shape; of other families only FEW
FEW = {"subtitles", "reporter-at-the-end", "notice-with-files"}
SHAPES = (
    "plain",
    "notice-with-files",
    "subtitles",
    "reporter-at-the-end",
    "photo-with-caption",
    "table",
    "headings-and-editor",
    "text-and-photo-credits",
    "one-line",
    "list",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the fixtures of every family into the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args(arguments).folder
    for family in FAMILIES:
        site = folder / f"demo-{family}"
        shutil.rmtree(site, ignore_errors=True)
        institute = build(family)
        for case, target, expected in cases(institute):
            parts = urlsplit(target)
            response = institute.get(parts.path, parts.query)
            _write(site / case, urljoin(base(family), target), response, expected)


def base(family: str) -> str:
    """The address that a family's fixtures pretend to come from."""
    return f"http://{family.replace('_', '-')}.example.org/"


def cases(institute: Institute) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, path and expectation of each case of one institute."""
    oldest_first = list(institute.truth.items())[::-1]
    stories = oldest_first[FIRST_STORY : FIRST_STORY + len(SHAPES)]
    for shape, (path, truth) in zip(SHAPES, stories, strict=True):
        if institute.family in THOROUGH or shape in FEW:
            yield shape, path, article(truth, base(institute.family))
    last = len(institute.listings) - 1
    for at, name in {last: "listing-last", 0: "listing-first"}.items():
        if institute.listings[at] in institute.rows:
            yield name, institute.listings[at], listing(institute, at)


def article(truth: Truth, root: str) -> dict[str, Any]:
    """What a right record of the page holds."""
    return {
        "kind": "article",
        "title": truth.title,
        "subtitles": list(truth.subtitles),
        "authors": list(truth.authors),
        "credits": [{"role": role, "name": name} for role, name in truth.credits],
        "source": truth.source,
        "source_status": truth.source_status,
        "date_published": truth.date_published,
        "breadcrumbs": list(truth.breadcrumbs),
        "view_count": truth.view_count,
        "view_count_status": truth.view_status,
        "body": truth.body,
        "images": [urljoin(root, path) for path in truth.images],
        "attachments": [
            {"title": title, "url": urljoin(root, path)} for title, path in truth.attachments
        ],
    }


def listing(institute: Institute, at: int) -> dict[str, Any]:
    """What reading listing page `at` (from 0) gives."""
    root = base(institute.family)
    after = institute.listings[at + 1 : at + 2]
    found: dict[str, Any] = {
        "kind": "listing",
        "items": [
            {
                "url": urljoin(root, row.target),
                "title": row.title,
                "date": row.date,
                "kind": row.kind,
            }
            for row in institute.rows[institute.listings[at]]
        ],
    }
    if not institute.handlers:  # where pages have an address each
        found["next"] = urljoin(root, after[0]) if after else None
    return found


def _write(folder: Path, url: str, response: Response, expected: dict[str, Any]) -> None:
    folder.mkdir(parents=True)
    page = {
        "url": url,
        "status": response.status,
        "headers": {name.lower(): value for name, value in response.headers.items()},
        "fetched": FETCHED,
    }
    (folder / "page.html").write_bytes(response.body)
    for name, value in (("page.json", page), ("expected.json", expected)):
        text = json.dumps(value, ensure_ascii=False, indent=2)
        (folder / name).write_text(f"{text}\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
