"""Runs, targets and walks in the ledger."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from newscrawl.items import Outcome
from newscrawl.store.database import Database
from newscrawl.store.model import Ahead, Target
from newscrawl.store.reports import FAILED, KILLED
from newscrawl.store.schema import IS_MISSING, storage

_LATELY = 50  # rows that a list brought last
# The days of the rows that a list brought last, and of those with the numbers that are given: as
# their list printed them, else as their articles did.
_DAYS = """
SELECT u.id, u.key, u.listing, substr(coalesce(u.date, (
    SELECT json_extract(a.line, '$.date_published') FROM articles a
    WHERE a.id = u.article AND json_valid(a.line) ORDER BY a.n DESC LIMIT 1)), 1, 10) AS day
FROM urls u WHERE day IS NOT NULL AND (u.id IN (SELECT value FROM json_each(?)) OR u.id IN (
    SELECT url FROM listed WHERE target = ? AND last > 0 ORDER BY url DESC LIMIT ?))
"""


class Runs(Database):
    """Which runs there were, what they crawled, and how far each listing was walked."""

    def begin_run(self, run_id: str, version: str, command: str, now: str) -> int:
        """Start a run and return its number; end those that never ended, giving up their URLs."""
        self.begin()
        with storage("cannot begin a run"):
            self.db.execute(
                "UPDATE found SET outcome = ?, at = ?, detail = (SELECT iif(exit_code IS NULL, "
                "'the run was killed', 'the run stopped at a storage failure') "
                "FROM runs WHERE n = found.run) "
                "WHERE outcome IS NULL AND run IN (SELECT n FROM runs WHERE ended IS NULL)",
                (Outcome.GIVEN_UP, now),
            )
            self.db.execute(
                "UPDATE runs SET ended = ?, exit_code = coalesce(exit_code, ?) WHERE ended IS NULL",
                (now, KILLED),
            )
            cursor = self.db.execute(
                "INSERT INTO runs (id, started, version, command) VALUES (?, ?, ?, ?)",
                (run_id, now, version, command),
            )
        return int(cursor.lastrowid or 0)

    def fail_run(self, run: int) -> None:
        """Note that the run stopped at a storage failure; the next run ends it properly."""
        self.begin()
        with storage("cannot end the run"):
            self.db.execute("UPDATE runs SET exit_code = ? WHERE n = ?", (FAILED, run))

    def end_run(self, run: int, exit_code: int, report: str, now: str) -> None:
        """End the run, with its exit code and report."""
        self.begin()
        with storage("cannot end the run"):
            self.db.execute(
                "UPDATE runs SET ended = ?, exit_code = ?, report = ? WHERE n = ?",
                (now, exit_code, report, run),
            )

    def give_up(self, run: int, detail: str, now: str) -> int:
        """Settle every undecided address of the run as given up; how many those were."""
        self.begin()
        with storage("cannot end the run"):
            cursor = self.db.execute(
                "UPDATE found SET outcome = ?, detail = ?, at = ? "
                "WHERE run = ? AND outcome IS NULL",
                (Outcome.GIVEN_UP, detail, now, run),
            )
        return cursor.rowcount

    def site_of(self, url: str) -> str | None:
        """The site id under which the ledger knows a listing, None for one that gave no row yet."""
        with storage("cannot look up the target"):
            row = self.db.execute(
                "SELECT site FROM targets WHERE url = ? "
                "AND EXISTS (SELECT 1 FROM listed WHERE target = targets.id) ORDER BY id LIMIT 1",
                (url,),
            ).fetchone()
        return str(row[0]) if row else None

    def has_site(self, site: str) -> bool:
        """Whether any listing under the site id gave rows: a mistyped address gives none."""
        with storage("cannot look up the site"):
            row = self.db.execute(
                "SELECT 1 FROM targets WHERE site = ? "
                "AND EXISTS (SELECT 1 FROM listed WHERE target = targets.id) LIMIT 1",
                (site,),
            )
            return row.fetchone() is not None

    def target(self, site: str, url: str, channel: str | None = None) -> Target:
        """The target, registered if it is new."""
        self.begin()
        with storage("cannot register the target"):
            self.db.execute(
                "INSERT INTO targets (site, url, channel) VALUES (?, ?, ?) "
                "ON CONFLICT DO UPDATE SET channel = coalesce(excluded.channel, channel)",
                (site, url, channel),
            )
            row = self.db.execute(
                "SELECT id, site, url, channel, walks, whole, stated, family, moved, "
                "(SELECT coalesce(sum(n), 0) FROM tallies WHERE target = targets.id) "
                "FROM targets WHERE site = ? AND url = ?",
                (site, url),
            ).fetchone()
        names = ("id", "site", "url", "channel", "walks", "whole", "stated", "family", "moved")
        return Target(**dict(zip((*names, "listed"), row, strict=True)))

    def set_family(self, target: Target, family: str) -> None:
        """Remember the CMS family: the keys of the target's articles are spelt its way for ever."""
        self.begin()
        with storage("cannot enter the family"):
            self.db.execute(
                "UPDATE targets SET family = coalesce(family, ?) WHERE id = ?", (family, target.id)
            )

    def family_of(self, site: str) -> str | None:
        """The family that spells the keys of a site's first target that has one."""
        with storage("cannot read the ledger"):
            row = self.db.execute(
                "SELECT family FROM targets WHERE site = ? AND family IS NOT NULL ORDER BY id",
                (site,),
            ).fetchone()
        return str(row[0]) if row else None

    def begin_walk(self, target: Target) -> int:
        """Number of the new walk of `target`, by which rows note when they were listed."""
        self.begin()
        with storage("cannot begin a walk"):
            # No number is given twice, even where the count itself rotted.
            self.db.execute(
                "UPDATE targets SET walks = max(walks, whole) + 1 WHERE id = ?", (target.id,)
            )
            (walk,) = self.db.execute(
                "SELECT walks FROM targets WHERE id = ?", (target.id,)
            ).fetchone()
        return int(walk)

    def end_walk(
        self,
        target: Target,
        walk: int,
        *,
        whole: bool,
        stated: int | None,
        moved: str | None,
        now: str,
    ) -> None:
        """Store what the walk saw: all of it or not, the length it states, where it moved to."""
        self.begin()
        with storage("cannot end a walk"):
            self.db.execute(
                "UPDATE targets SET stated = ?, walked = ?, moved = ?, "
                "whole = CASE WHEN ? THEN ? ELSE whole END WHERE id = ?",
                (stated, now, moved, whole, walk, target.id),
            )

    def counts(self, run: int) -> dict[str, int]:
        """The run's addresses by outcome ("pending" while undecided)."""
        return self._pairs(
            "SELECT coalesce(outcome, 'pending'), count(*) FROM found WHERE run = ? GROUP BY 1",
            run,
        )

    def tallies(self, target: Target) -> dict[str, int]:
        """The target's addresses by standing: "held", "pending", or the outcome of the last try."""
        return self._pairs("SELECT standing, n FROM tallies WHERE target = ? AND n > 0", target.id)

    def _pairs(self, query: str, number: int) -> dict[str, int]:
        with storage("cannot read the ledger"):
            return dict(self.db.execute(query, (number,)).fetchall())

    def newest(self, target: Target, limit: int) -> list[str]:
        """The lines of the target's last records, the last one first."""
        with storage("cannot read the ledger"):
            rows = self.db.execute(
                "SELECT a.line FROM lines o JOIN articles a ON a.seq = o.article "
                "WHERE o.target = ? ORDER BY o.seq DESC LIMIT ?",
                (target.id, limit),
            ).fetchall()
        return [str(line) for (line,) in rows]

    def ahead(self, target: Target, loose: Sequence[int], pinned: Collection[int]) -> Ahead | None:
        """The newest of the rows that the target brought last, if all on its first page are older.

        A list that begins with its newest has none: `loose` and `pinned` are the first page's rows.
        """
        with storage("cannot read the ledger"):
            told = json.dumps([*loose]), target.id, _LATELY
            rows = self.db.execute(_DAYS, told).fetchall()
            first = max((day for n, _, _, day in rows if n in loose), default=None)
            later = [row for row in rows if row[0] not in pinned]
            newest = max(later, key=lambda row: (row[3], row[0]), default=None)
            if first is None or newest is None or newest[3] <= first:
                return None
            found = self.db.execute(
                "SELECT listing FROM found WHERE url = ? AND target = ? ORDER BY run DESC LIMIT 1",
                (newest[0], target.id),
            ).fetchone()
        days = {n: day for n, _, _, day in rows}
        order = [days[n] for n in loose if n in days]
        return Ahead(newest[1], (found and found[0]) or newest[2], falls=order[0] > order[-1])

    def missing(self, target: Target, limit: int) -> list[tuple[str, str, str]]:
        """(url, standing, detail) of the target's articles that are not held, oldest first."""
        with storage("cannot read the ledger"):
            return self.db.execute(
                "SELECT u.url, u.standing, coalesce(u.detail, '') FROM urls u "  # noqa: S608
                f"JOIN listed l ON l.url = u.id AND l.target = ? WHERE u.site = ? AND {IS_MISSING} "
                "ORDER BY u.id LIMIT ?",
                (target.id, target.site, limit),
            ).fetchall()
