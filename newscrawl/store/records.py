"""The records held, their revisions, and which target each belongs to."""

from __future__ import annotations

from newscrawl.items import Outcome
from newscrawl.store.database import Database
from newscrawl.store.model import Judgement
from newscrawl.store.schema import storage


class Records(Database):
    """Articles as the JSON lines they are exported as."""

    def judge(
        self, url_id: int, site: str, article_id: str, content: str, *, twins: bool, now: str
    ) -> Judgement:
        """Whether an article is new, a revision, unchanged, or another URL's record.

        `twins`: an article of the site with the same content hash is this one under another URL.
        """
        with storage("cannot read the ledger"):
            held = self.db.execute(
                "SELECT n, url, content, line FROM articles WHERE id = ? ORDER BY n DESC LIMIT 1",
                (article_id,),
            ).fetchone()
            if held:
                first_seen = self._first_seen(article_id)
                if held[1] != url_id:
                    return Judgement(Outcome.DUPLICATE, held[0], first_seen, article_id)
                same = held[2] == content
                outcome = Outcome.UNCHANGED if same else Outcome.EDITED
                return Judgement(outcome, held[0] + (not same), first_seen, None, held[3])
            twin = (
                self.db.execute(
                    "SELECT id, n FROM articles WHERE site = ? AND content = ? LIMIT 1",
                    (site, content),
                ).fetchone()
                if twins
                else None
            )
        if twin:
            return Judgement(Outcome.DUPLICATE, twin[1], now, twin[0])
        return Judgement(Outcome.NEW, 1, now)

    def _first_seen(self, article_id: str) -> str:
        (at,) = self.db.execute(
            "SELECT at FROM articles WHERE id = ? ORDER BY n LIMIT 1", (article_id,)
        ).fetchone()
        return str(at)

    def keep(
        self, run: int, url_id: int, record: tuple[str, str, str], n: int, line: str, now: str
    ) -> None:
        """Hold one revision: `record` is (article id, site, content hash), `line` its JSON."""
        article_id, site, content = record
        self.begin()
        with storage("cannot enter a record"):
            seq = self.db.execute(
                "INSERT INTO articles (id, n, site, url, run, at, content, line) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (article_id, n, site, url_id, run, now, content, line),
            ).lastrowid
            self.db.execute("UPDATE urls SET article = ? WHERE id = ?", (article_id, url_id))
            self.db.execute(
                "INSERT INTO lines (target, article) SELECT DISTINCT l.target, ? FROM listed l "
                "JOIN urls u ON u.id = l.url WHERE u.article = ? ORDER BY l.target",
                (seq, article_id),
            )

    def link(self, url_id: int, article_id: str) -> None:
        """Note that `url_id` is one more address of a record that is held."""
        self.begin()
        with storage("cannot enter a duplicate"):
            self.db.execute("UPDATE urls SET article = ? WHERE id = ?", (article_id, url_id))
            self.db.execute(
                "INSERT OR IGNORE INTO lines (target, article) SELECT l.target, max(a.seq) "
                "FROM listed l, articles a WHERE l.url = ? AND a.id = ? GROUP BY l.target",
                (url_id, article_id),
            )
