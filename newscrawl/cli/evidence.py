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
from typing import Any, TypeVar

import msgspec

from newscrawl.errors import SiteFileError, StorageError
from newscrawl.items import ListingRef, Page, to_plain
from newscrawl.learn.proof import Expected

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Told:
    """How a page came (`page.json`)."""

    url: str
    status: int
    headers: dict[str, str]
    fetched: datetime | None = None
    listed: ListingRef | None = None


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
        told, expected = _read(where / "page.json", _Told), _read(path, Expected)
        page = Page(
            url=told.url,
            body=_bytes(where / "page.html"),
            status=told.status,
            headers=told.headers,
            fetched_at=told.fetched.isoformat() if told.fetched else None,
            listed=told.listed,
        )
        yield Case(where.name, page, expected)


def _read(path: Path, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(_bytes(path), type=kind)
    except msgspec.DecodeError as error:
        raise SiteFileError(f"{path}: damaged evidence: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SiteFileError(f"{path}: cannot be read: {error.strerror or error}") from error
