"""The rows of listings: found, known before, and how each ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar

from newscrawl.items import ListingRef, Outcome
from newscrawl.store.database import Database
from newscrawl.store.model import HELD, OPEN, Pending, Row, Sighting, Target, listed_at
from newscrawl.store.schema import IS_MISSING, storage

_T = TypeVar("_T")
_CHUNK = 400  # SQLite takes 999 variables in its oldest builds
# What failed is tried again in this many runs, then once a day until it was found a week ago: runs
# may follow each other by the minute, and a server may be down for days. After that it is written
# off, and only a full crawl asks.
_MOST_TRIES = 8
_IS_TRIED_AGAIN = f"open = 1 AND (tries < {_MOST_TRIES} OR (seen > :week AND tried <= :day))"
_IS_WRITTEN_OFF = f"seen <= :week AND (open = 0 OR tries >= {_MOST_TRIES})"
_CUTS = ("…", "...")  # how a list ends a title that has no room


class _Known(NamedTuple):
    """What the ledger has of a row; `title` is what its list called it when it last said more."""

    url_id: int
    standing: str
    open: int
    title: str | None


class Rows(Database):
    """Every URL found has one row in `urls` for ever and one in `found` a run."""

    def sight(
        self,
        run: int,
        target: Target,
        walk: int,
        rows: Sequence[Row],
        now: str,
        *,
        by_door: bool = False,
    ) -> list[Sighting]:
        """Register the rows of one page (no key twice) and say what is known of each.

        `by_door`: they stand in a feed or sitemap beside the listing, which does not count as being
        listed.
        """
        self.begin()
        seen: list[Sighting] = []
        with storage("cannot enter a listing page"):
            for some in _chunks(rows):
                seen += self._sight(run, target, walk, some, now, last=0 if by_door else walk)
        return seen

    def _sight(
        self, run: int, target: Target, walk: int, rows: Sequence[Row], now: str, *, last: int
    ) -> list[Sighting]:
        known = self._standings(target.site, rows, now)
        self.db.executemany(
            "INSERT INTO urls (site, key, url, run, seen, listing, page, position, title, date, "
            "standing, detail, open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (target.site, r.key, r.url, run, now, *_where(r.listed), *_stands(r))
                for r in rows
                if r.key not in known
            ],
        )
        if last:  # a listing's own rows: a feed or sitemap cuts titles in its own way
            self._rename(known, rows)
        if len(known) < len(rows):
            known = self._standings(target.site, rows, now)
        ids = [known[r.key].url_id for r in rows]
        listed = self._by_url(
            "SELECT url, first, last FROM listed WHERE target = ?", target.id, ids
        )
        found = self._by_url("SELECT url FROM found WHERE run = ?", run, ids)
        self._list(target, walk, last, ids)
        self._enter(run, target, list(zip(ids, rows, strict=True)), found, known)
        return [
            Sighting(
                url_id=url_id,
                row=row,
                standing=known[row.key].standing,
                open=bool(known[row.key].open),
                first=listed[url_id][0] if url_id in listed else walk,
                seen=url_id in listed and listed[url_id][1] == walk,
                decided=url_id in found,
            )
            for url_id, row in zip(ids, rows, strict=True)
        ]

    def _rename(self, known: dict[str, _Known], rows: Sequence[Row]) -> None:
        """Take what rows say now: a recheck reads an article by what its row says today."""
        self.db.executemany(
            "UPDATE urls SET listing = ?, page = ?, position = ?, title = ?, date = ? WHERE id = ?",
            [
                (*_where(r.listed), known[r.key].url_id)
                for r in rows
                if r.key in known and _says_more(r.listed.title, known[r.key].title)
            ],
        )

    def _list(self, target: Target, walk: int, last: int, ids: Sequence[int]) -> None:
        self.db.executemany(
            "INSERT INTO listed (target, url, first, last) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET last = iif(excluded.last, excluded.last, last)",
            [(target.id, url_id, walk, last) for url_id in ids],
        )

    def _enter(
        self,
        run: int,
        target: Target,
        rows: list[tuple[int, Row]],
        found: dict[int, tuple[int, ...]],
        known: dict[str, _Known],
    ) -> None:
        self.db.executemany(
            "INSERT INTO found (run, url, target, listing, page, position) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [
                (run, url_id, target.id, r.listed.url, r.listed.page, r.listed.position)
                for url_id, r in rows
                if url_id not in found and not r.left_out
            ],
        )
        # A record that another listing brought belongs to this target too from now on.
        self.db.executemany(
            "INSERT OR IGNORE INTO lines (target, article) SELECT ?, a.seq FROM urls u "
            "JOIN articles a ON a.id = u.article WHERE u.id = ? AND NOT EXISTS "
            "(SELECT 1 FROM articles b WHERE b.id = a.id AND b.n > a.n)",
            [
                (target.id, url_id)
                for url_id, r in rows
                if known[r.key].standing in {"held", Outcome.DUPLICATE}
            ],
        )

    def _standings(self, site: str, rows: Sequence[Row], now: str) -> dict[str, _Known]:
        keys = {f"k{n}": row.key for n, row in enumerate(rows)}
        marks = ", ".join(f":{name}" for name in keys)
        found = self.db.execute(
            f"SELECT key, id, standing, {_IS_TRIED_AGAIN}, title "  # noqa: S608
            f"FROM urls WHERE site = :site AND key IN ({marks})",
            {"site": site, **keys, **_moments(now)},
        )
        return {key: _Known(*rest) for key, *rest in found}

    def listed(self, target: Target, keys: Sequence[str]) -> set[str]:
        """Which of these keys the target ever listed."""
        found: set[str] = set()
        for some in _chunks(keys):
            marks = ", ".join("?" * len(some))
            rows = self.db.execute(
                f"SELECT key FROM urls WHERE site = ? AND key IN ({marks}) "  # noqa: S608
                "AND EXISTS (SELECT 1 FROM listed WHERE target = ? AND url = urls.id)",
                (target.site, *some, target.id),
            )
            found.update(key for (key,) in rows)
        return found

    def _by_url(self, query: str, first: int, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
        marks = ", ".join("?" * len(ids))
        found = self.db.execute(f"{query} AND url IN ({marks})", (first, *ids))
        return {url_id: tuple(rest) for url_id, *rest in found}

    def unfinished(
        self, run: int, target: Target, now: str, *, limit: int, since: str | None, all_tries: bool
    ) -> list[Pending]:
        """Addresses of `target` to be tried again that this run has not listed; it takes them up.

        With `since`, those dated before it are left out.
        """
        self.begin()
        with storage("cannot read the ledger"):
            found = self.db.execute(
                "SELECT u.id, u.url, u.listing, u.page, u.position, u.title, u.date FROM urls u "  # noqa: S608
                "JOIN listed l ON l.url = u.id AND l.target = :target "
                f"WHERE u.site = :site AND u.open = 1 AND (:all OR {_IS_TRIED_AGAIN}) "
                "AND (u.date IS NULL OR u.date >= :since) AND NOT EXISTS "
                "(SELECT 1 FROM found f WHERE f.run = :run AND f.url = u.id) "
                "ORDER BY u.id LIMIT :limit",
                {
                    "target": target.id,
                    "site": target.site,
                    "all": all_tries,
                    "since": since or "",
                    "run": run,
                    "limit": limit,
                    **_moments(now),
                },
            ).fetchall()
            self.db.executemany(
                "INSERT INTO found (run, url, target, listing, page, position) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [(run, row[0], target.id, row[2], row[3], row[4]) for row in found],
            )
        return [Pending(row[0], row[1], listed_at(row[2:])) for row in found]

    def written_off(self, target: Target, standings: Iterable[str], now: str) -> dict[str, int]:
        """How many of the target's addresses with these standings are asked for no more.

        They failed in every run that tried, for a week at least.
        """
        names = {f"s{n}": standing for n, standing in enumerate(standings)}
        marks = ", ".join(f":{name}" for name in names)
        with storage("cannot read the ledger"):
            found = self.db.execute(
                "SELECT standing, count(*) FROM urls u "  # noqa: S608
                "JOIN listed l ON l.url = u.id AND l.target = :target WHERE site = :site "
                f"AND {IS_MISSING} AND standing IN ({marks}) AND {_IS_WRITTEN_OFF} GROUP BY 1",
                {"target": target.id, "site": target.site, **names, **_moments(now)},
            )
            return dict(found.fetchall())

    def settle(
        self,
        run: int,
        url_id: int,
        outcome: Outcome,
        detail: str,
        *,
        now: str,
        status: int | None = None,
    ) -> bool:
        """Set the outcome of an address that was tried; False if this run has set one already."""
        self.begin()
        with storage("cannot enter an outcome"):
            changed = self.db.execute(
                "UPDATE found SET outcome = ?, detail = ?, status = ?, at = ? "
                "WHERE run = ? AND url = ? AND outcome IS NULL",
                (outcome, detail, status, now, run, url_id),
            ).rowcount
            if changed:
                self._stand(url_id, outcome, detail, status, now)
        return bool(changed)

    def tried(self, run: int, url_id: int, status: int | None, detail: str, now: str) -> None:
        """Note a failed request that is made again."""
        self.begin()
        with storage("cannot enter a try"):
            self.db.execute(
                "INSERT INTO tries (run, url, at, status, detail) VALUES (?, ?, ?, ?, ?)",
                (run, url_id, now, status, detail),
            )

    def settle_rows(self, run: int, rows: Sequence[tuple[int, Outcome, str]], now: str) -> None:
        """Outcomes that needed no request: known, external, attachment and the like."""
        self.begin()
        with storage("cannot enter outcomes"):
            self.db.executemany(
                "UPDATE found SET outcome = ?, detail = ?, at = ? "
                "WHERE run = ? AND url = ? AND outcome IS NULL",
                [(outcome, detail, now, run, url_id) for url_id, outcome, detail in rows],
            )

    def _stand(
        self, url_id: int, outcome: Outcome, detail: str, status: int | None, now: str
    ) -> None:
        """The standing after an outcome: what is held stays held, however a later request ended."""
        self.db.execute(
            "UPDATE urls SET standing = iif(standing = 'held', standing, ?), "
            "open = iif(standing = 'held', 0, ?), detail = ?, status = ?, tried = ?, "
            "tries = tries + 1 WHERE id = ?",
            (
                "held" if outcome in HELD else outcome,
                outcome in OPEN,
                detail,
                status,
                now,
                url_id,
            ),
        )


def _chunks(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK))


def _says_more(title: str | None, before: str | None) -> bool:
    """Whether a row's title is another than before, and not the same cut short by another list."""
    return bool(title) and title != before and (not _is_cut(title) or _is_cut(before))


def _is_cut(title: str | None) -> bool:
    return not title or title.endswith(_CUTS)


def _where(listed: ListingRef) -> tuple[object, ...]:
    return listed.url, listed.page, listed.position, listed.title, listed.date


def _stands(row: Row) -> tuple[str, str | None, bool]:
    return row.settled or "pending", row.detail or None, row.settled is None


def _moments(now: str) -> dict[str, str]:
    """A day and a week before `now`."""
    moment = datetime.fromisoformat(now)
    ago = {"day": moment - timedelta(days=1), "week": moment - timedelta(days=7)}
    return {name: f"{one:%Y-%m-%dT%H:%M:%SZ}" for name, one in ago.items()}
