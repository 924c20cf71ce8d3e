"""Records that the ledger lost, taken back from the JSON Lines files they were written to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newscrawl.errors import UsageError
from newscrawl.items import article_id, content_sha256
from newscrawl.sites.families import article_key, load_families
from newscrawl.sites.loader import load_site
from newscrawl.store.model import checksum
from newscrawl.store.schema import storage

RUN = "repair"  # the run that adopted records belong to whose own run is not known


def records_in(path: Path) -> Iterator[tuple[str, Mapping[str, Any] | None]]:
    """Each complete line of a file with its record, None where it is none; no torn end."""
    with storage(f"cannot read {path}"), path.open("rb") as file:
        for raw in file:
            if raw.endswith(b"\n"):
                yield _read(raw[:-1])


def _read(raw: bytes) -> tuple[str, Mapping[str, Any] | None]:
    line = raw.decode("utf-8", "replace")
    try:
        record = json.loads(raw)
        return line, record if is_record(record) else None
    except (ValueError, RecursionError):
        return line, None


def is_record(record: Any) -> bool:
    """Whether a JSON value is a record of ours and its content hash is right."""
    if not isinstance(record, dict):
        return False
    texts = (record.get(name) for name in ("id", "site", "url", "content_sha256"))
    if not all(isinstance(text, str) and text for text in texts):
        return False
    names = ("title", "authors", "source", "date_published", "body")
    title, authors, source, day, body = (record.get(name) for name in names)
    if not isinstance(authors, list) or not isinstance(body, str):
        return False
    said = content_sha256(title, tuple(authors), source, day, body)
    return bool(said == record["content_sha256"])


def revision_of(record: Mapping[str, Any]) -> int:
    """The revision number of a record."""
    number = (record.get("revision") or {}).get("n")
    return number if isinstance(number, int) else 1


class Adoption:
    """Enters records into the ledger `db` of the corpus `home`, in its open transaction."""

    def __init__(self, db: sqlite3.Connection, home: Path) -> None:
        self._db = db
        self._home = home
        self._targets: dict[tuple[str, str], int] = {}

    def run_reports(self) -> int:
        """Enter the runs that have a report; how many the ledger did not know."""
        reports = sorted((self._home / "runs").glob("*.json"))
        found = (_report(path) for path in reports)
        return sum(
            self._db.execute(
                "INSERT OR IGNORE INTO runs (id, started, ended, exit_code, version, command, "
                "report) VALUES (:run, :started, :ended, :exit_code, :version, :command, :report)",
                one,
            ).rowcount
            for one in found
            if one
        )

    def adopt(self, record: Mapping[str, Any], line: str) -> None:
        """Enter a record; its address counts as held and is not fetched again."""
        revision, fetch = record.get("revision") or {}, record.get("fetch") or {}
        url_id = self.place(record)
        seq = self._db.execute(
            "INSERT INTO articles (id, n, site, url, run, at, content, status, line, sum) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record["id"],
                revision_of(record),
                record["site"],
                url_id,
                self._run(record),
                fetch.get("at") or "",
                record["content_sha256"],
                revision.get("status") or "live",
                line,
                checksum(line),
            ),
        ).lastrowid
        self._line(seq or 0, record)

    def place(self, record: Mapping[str, Any]) -> int:
        """Register the address of a record as held and listed; its number."""
        url_id = self._url(record, self._run(record))
        self._db.execute(
            "INSERT OR IGNORE INTO listed (target, url, first, last) VALUES (?, ?, 1, 0)",
            (self._target(record), url_id),
        )
        return url_id

    def rehome(self) -> int:
        """Register the lost addresses of records; how many those were."""
        return len(self._rehome("url NOT IN (SELECT id FROM urls)"))

    def line_up(self) -> int:
        """Give records that no output contains a place in one; how many those were."""
        lost = self._rehome("seq NOT IN (SELECT article FROM lines)")
        for seq, record in lost:
            self._line(seq, record)
        return len(lost)

    def _rehome(self, where: str) -> list[tuple[int, Mapping[str, Any]]]:
        query = f"SELECT seq, line FROM articles WHERE {where} ORDER BY seq"  # noqa: S608
        lost = [(seq, json.loads(line)) for seq, line in self._db.execute(query).fetchall()]
        for seq, record in lost:
            url_id = self.place(record)
            self._db.execute("UPDATE articles SET url = ? WHERE seq = ?", (url_id, seq))
        return lost

    def _line(self, seq: int, record: Mapping[str, Any]) -> None:
        """Put a record into the outputs of every listing that shows it."""
        self._db.execute(
            "INSERT OR IGNORE INTO lines (target, article) SELECT DISTINCT l.target, ? "
            "FROM listed l JOIN urls u ON u.id = l.url WHERE u.article = ?",
            (seq, record["id"]),
        )

    def _run(self, record: Mapping[str, Any]) -> int:
        name = str(record.get("run") or RUN)
        self._db.execute(
            "INSERT OR IGNORE INTO runs (id, started, ended, version, command) "
            "VALUES (?, '', '', '', 'its report is lost')",
            (name,),
        )
        (number,) = self._db.execute("SELECT n FROM runs WHERE id = ?", (name,)).fetchone()
        return int(number)

    def _target(self, record: Mapping[str, Any]) -> int:
        site, channel = str(record["site"]), record.get("channel")
        place = (site, str(channel or (record.get("listing") or {}).get("url") or record["url"]))
        if place not in self._targets:
            url = place[1] if "://" in place[1] else self._listing(*place) or place[1]
            self._db.execute(
                "INSERT INTO targets (site, url, channel) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (site, url, channel if channel != url else None),
            )
            (number,) = self._db.execute(
                "SELECT id FROM targets WHERE site = ? AND url = ?", (site, url)
            ).fetchone()
            self._targets[place] = int(number)
        return self._targets[place]

    def _listing(self, site: str, channel: str) -> str | None:
        """The address of a channel, as the site's file has it."""
        try:
            listings = load_site(site, self._home).listings
        except UsageError:
            return None
        return next((one.url for one in listings if one.channel == channel), None)

    def _url(self, record: Mapping[str, Any], run: int) -> int:
        listing, fetch = record.get("listing") or {}, record.get("fetch") or {}
        seen = (record.get("revision") or {}).get("first_seen") or fetch.get("at") or ""
        row = self._db.execute(
            "SELECT id FROM urls WHERE site = ? AND (article = ? OR key = ?) ORDER BY article",
            (record["site"], record["id"], key := _key(record)),
        ).fetchone()
        if row is None:
            self._db.execute(
                "INSERT INTO urls (site, key, url, run, seen, listing, page, position, title, "
                "date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(record["site"], key, record["url"], run, seen, listing.get("url") or ""),
                    *(listing.get(name) for name in ("page", "position", "title", "date")),
                ),
            )
            row = self._db.execute("SELECT last_insert_rowid()").fetchone()
        self._db.execute(
            "UPDATE urls SET standing = 'held', open = 0, tries = max(tries, 1), article = ?, "
            "tried = ?, status = ?, etag = ?, last_modified = ?, rules = ?, detail = '' "
            "WHERE id = ?",
            (
                record["id"],
                *(fetch.get(name) for name in ("at", "status", "etag", "last_modified")),
                (record.get("extractor") or {}).get("site_rules"),
                row[0],
            ),
        )
        return int(row[0])


def proves_itself(record: Mapping[str, Any]) -> bool:
    """Whether the record's id is the hash of its address; not so behind a redirect."""
    return bool(article_id(record["site"], _key(record)) == record["id"])


def _key(record: Mapping[str, Any]) -> str:
    """The key that the record's id is the hash of, if one is found."""
    families = (None, *load_families())
    for url in dict.fromkeys((record["url"], record.get("url_canonical") or record["url"])):
        for family in families:
            key = article_key(url, family)
            if article_id(record["site"], key) == record["id"]:
                return key
    return article_key(record["url"], None)


def _report(path: Path) -> dict[str, Any] | None:
    try:
        text = path.read_text("utf-8")
        told = json.loads(text)
        names = ("run", "started", "ended", "exit_code", "version", "command")
        return {**{name: told[name] for name in names}, "report": text}
    except (OSError, ValueError, KeyError, TypeError):
        return None
