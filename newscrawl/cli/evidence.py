"""The pages a site file was learnt from, kept beside it: raw bytes, how they came, what they say.

sites/ID.toml
sites/ID/CASE/page.html       the bytes as received
sites/ID/CASE/page.json       url, status, headers, fetched, the listing's row
sites/ID/CASE/expected.json   what the page says under the rules
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from newscrawl.errors import SiteFileError, StorageError
from newscrawl.items import Page, to_plain
from newscrawl.learn.proof import listed_of


@dataclass(frozen=True, slots=True)
class Case:
    """One stored page of a site and what it is expected to say."""

    name: str
    page: Page
    expected: Mapping[str, Any]

    @property
    def now(self) -> datetime | None:
        """The time of the fetch, from which the page's relative dates count."""
        return datetime.fromisoformat(self.page.fetched_at) if self.page.fetched_at else None


def write_case(folder: Path, case: Case) -> None:
    """Store one page. Raises StorageError where it cannot be written."""
    page = case.page
    told = {
        "url": page.url,
        "status": page.status,
        "headers": dict(page.headers),
        "fetched": page.fetched_at,
        "listed": to_plain(page.listed) if page.listed else None,
    }
    where = folder / case.name
    try:
        where.mkdir(parents=True, exist_ok=True)
        (where / "page.html").write_bytes(page.body)
        _write_json(where / "page.json", told)
        _write_json(where / "expected.json", case.expected)
    except OSError as error:
        raise StorageError(f"{where} cannot be written: {error.strerror or error}") from error


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8")


def read_cases(folder: Path) -> Iterator[Case]:
    """Every stored page of a site, by name. Raises SiteFileError for one that is damaged."""
    for path in sorted(folder.glob("*/expected.json")):
        where = path.parent
        try:
            told = json.loads((where / "page.json").read_text("utf-8"))
            page = Page(
                url=told["url"],
                body=(where / "page.html").read_bytes(),
                status=told["status"],
                headers=told["headers"],
                fetched_at=told["fetched"],
                listed=listed_of(told.get("listed")),
            )
            yield Case(where.name, page, json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SiteFileError(f"{where}: damaged evidence: {error}") from error
