"""Revisions of held records: rechecked, taken down, unlisted, restored.

Outputs only ever grow, so a record whose state changed gets one more line: the same article, a
higher `revision.n`, another `revision.status`.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from newscrawl.items import Outcome, RevisionStatus, to_line
from newscrawl.store.model import Pending, Record, Target, listed_at
from newscrawl.store.records import Records
from newscrawl.store.schema import storage

# More of a listing's records than this, and more than half of them, gone from it at once: rather
# a fault of the page than so many posts taken out. A second walk that agrees settles it.
_FEW = 20

_DUE = """
SELECT u.id, u.url, u.listing, u.page, u.position, u.title, u.date, u.etag, u.last_modified,
  u.rules, f.url IS NULL
FROM listed l JOIN urls u ON u.id = l.url
LEFT JOIN found f ON f.run = :run AND f.url = u.id
WHERE l.target = :target AND u.standing = 'held' AND (u.date IS NULL OR u.date >= :since)
  AND (f.url IS NULL OR f.outcome = 'known') AND (:rules IS NULL OR u.rules IS NOT :rules)
ORDER BY u.tried, u.id LIMIT :limit
"""
# The last revision of each record of :target, and whether a listing shows any of its addresses:
# this one in its walk :walk, others in their last whole walk. Rows that only a feed or a sitemap
# has were never listed (last = 0).
_LISTED = """
SELECT a.id, a.status,
  max(l.target = :target AND l.last = :before),
  max(CASE WHEN l.target = :target THEN l.last = :walk ELSE l.last >= t.whole AND l.last > 0 END)
FROM listed mine
JOIN urls u ON u.id = mine.url
JOIN articles a ON a.id = u.article AND a.status <> 'gone'
  AND NOT EXISTS (SELECT 1 FROM articles b WHERE b.id = a.id AND b.n > a.n)
JOIN urls v ON v.article = a.id
JOIN listed l ON l.url = v.id
JOIN targets t ON t.id = l.target
WHERE mine.target = :target AND mine.last > 0
GROUP BY a.id
"""


class Revisions(Records):
    """Changes to articles that are held."""

    def due(
        self, run: int, target: Target, *, limit: int, since: str | None, rules: str | None = None
    ) -> list[Pending]:
        """Held articles of `target` to be rechecked, those not checked for longest first.

        With `rules` only those that were last read by others. The run takes them up: each must be
        settled once more.
        """
        told = {"run": run, "target": target.id, "limit": limit, "since": since or ""}
        self.begin()
        with storage("cannot read the ledger"):
            found = self.db.execute(_DUE, {**told, "rules": rules}).fetchall()
            self.db.executemany(
                "INSERT INTO found (run, url, target, listing, page, position) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET outcome = NULL",
                [(run, row[0], target.id, row[2], row[3], row[4]) for row in found],
            )
        return [
            Pending(row[0], row[1], listed_at(row[2:7]), row[7], row[8], row[9], met=not row[10])
            for row in found
        ]

    def withdraw(self, run: tuple[int, str], url_id: int, now: str) -> bool:
        """Mark the record of `url_id` as gone; True if one was held and is now marked.

        A record with another address is not gone yet: that address is to be checked first.
        """
        with storage("cannot read the ledger"):
            row = self.db.execute(
                "SELECT a.id, a.status FROM urls u JOIN articles a ON a.id = u.article "
                "WHERE u.id = ? AND u.standing = 'held' ORDER BY a.n DESC LIMIT 1",
                (url_id,),
            ).fetchone()
            if row is None or row[1] == "gone":
                return False
            others = self.db.execute(
                "UPDATE urls SET open = 1, tries = 0 WHERE article = ? AND standing = ?",
                (row[0], Outcome.DUPLICATE),
            ).rowcount
        if others:
            return False
        self._say(run, row[0], "gone", now)
        return True

    def find_again(self, run: tuple[int, str], article_id: str, now: str) -> bool:
        """Note one more address of a record; True if the record was gone and is now restored."""
        with storage("cannot read the ledger"):
            row = self.db.execute(
                "SELECT status FROM articles WHERE id = ? ORDER BY n DESC LIMIT 1", (article_id,)
            ).fetchone()
        if row is None or row[0] != "gone":
            return False
        self._say(run, article_id, "restored", now)
        return True

    def compare(self, run: tuple[int, str], target: Target, walk: int, now: str) -> Counter[str]:
        """After a complete walk: mark records that it no longer lists, and those it lists again."""
        with storage("cannot read the ledger"):
            rows = self.db.execute(
                _LISTED, {"target": target.id, "walk": walk, "before": target.whole}
            ).fetchall()
        absent = [row for row in rows if not row[3]]
        if len(absent) > max(_FEW, len(rows) // 2):
            absent = [row for row in absent if target.whole and not row[2]]
        changes: list[tuple[str, RevisionStatus]] = [
            *((row[0], "unlisted") for row in absent if row[1] != "unlisted"),
            *((row[0], "restored") for row in rows if row[3] and row[1] == "unlisted"),
        ]
        for article_id, status in changes:
            self._say(run, article_id, status, now)
        return Counter(status for _, status in changes)

    def _say(self, run: tuple[int, str], article_id: str, status: RevisionStatus, now: str) -> None:
        """Append one more line for a record: the same article with another revision status."""
        with storage("cannot read the ledger"):
            site, url_id, content, line = self.db.execute(
                "SELECT site, url, content, line FROM articles WHERE id = ? ORDER BY n DESC",
                (article_id,),
            ).fetchone()
            told: dict[str, Any] = json.loads(line)
        before = told.get("revision") or {}
        n = int(before.get("n") or 1) + 1
        seen = now if status == "restored" else before.get("last_seen")
        checked = now if status == "gone" else before.get("last_checked")
        told["revision"] = {
            **before,
            "n": n,
            "status": status,
            "changed": [],
            "last_seen": seen,
            "last_checked": checked,
        }
        told["run"] = run[1]
        record = Record(article_id, site, content, to_line(told), n, status)
        self.keep(run[0], url_id, record, now)
