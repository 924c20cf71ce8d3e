"""The records held, their revisions, and which target each belongs to."""

from __future__ import annotations

from newscrawl.items import Held, Outcome
from newscrawl.store.database import Database
from newscrawl.store.model import Judgement, Record, checksum
from newscrawl.store.schema import storage

# The last revision at an address: its content, and whether its page said the title by itself while
# its row stands on no page that the last walk of a list has read; and by which rules it was read.
_HELD = """
SELECT a.content,
  CASE WHEN json_valid(a.line)
    THEN coalesce(json_extract(a.line, '$.provenance.title.rule'), 'listing') <> 'listing' END
  AND NOT EXISTS (SELECT 1 FROM listed l JOIN targets t ON t.id = l.target
    WHERE l.url = u.id AND l.last = t.walks), u.rules
FROM urls u JOIN articles a ON a.id = u.article WHERE u.id = ? ORDER BY a.n DESC LIMIT 1
"""


class Records(Database):
    """Articles as the JSON lines they are exported as."""

    def judge(
        self, url_id: int, site: str, article_id: str, content: str, *, twins: bool
    ) -> Judgement:
        """Whether an article is new, a revision, unchanged, or a duplicate at another address.

        `twins`: an article of the same site with the same content hash is the same article. An
        address that once proved to be a duplicate stays with that record when its text is edited.
        """
        with storage("cannot read the ledger"):
            held = self.db.execute(
                "SELECT n, url, content, line, status FROM articles WHERE id = ? "
                "ORDER BY n DESC LIMIT 1",
                (article_id,),
            ).fetchone()
            if held:
                n, owner, before, line, status = held
                if owner != url_id:
                    return Judgement(Outcome.DUPLICATE, n, of=article_id)
                return _revision(n, line, status, same=before == content)
            linked = self.db.execute(
                "SELECT a.id, a.n, a.url, a.content, a.line, a.status FROM urls u "
                "JOIN articles a ON a.id = u.article WHERE u.id = ? ORDER BY a.n DESC LIMIT 1",
                (url_id,),
            ).fetchone()
            if linked:
                of, n, owner, before, line, status = linked
                if owner != url_id and before == content:
                    return Judgement(Outcome.DUPLICATE, n, of=of)
                return _revision(n, line, status, same=before == content)._replace(of=of)
            twin = (
                self.db.execute(
                    "SELECT id, n FROM articles WHERE site = ? AND content = ? LIMIT 1",
                    (site, content),
                ).fetchone()
                if twins
                else None
            )
        if twin:
            return Judgement(Outcome.DUPLICATE, twin[1], of=twin[0])
        return Judgement(Outcome.NEW, 1, status="live")

    def held(self, url_id: int) -> Held | None:
        """What a page that is fetched again is held against, None for one that is not held."""
        with storage("cannot read the ledger"):
            row = self.db.execute(_HELD, (url_id,)).fetchone()
        return Held(row[0], bool(row[1]), row[2]) if row else None

    def keep(self, run: int, url_id: int, record: Record, now: str) -> None:
        """Hold one revision of a record."""
        self.begin()
        data = record.line
        with storage("cannot enter a record"):
            seq = self.db.execute(
                "INSERT INTO articles (id, n, site, url, run, at, content, status, line, sum) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)",
                (
                    record.id,
                    record.n,
                    record.site,
                    url_id,
                    run,
                    now,
                    record.content,
                    record.status,
                    data,
                    checksum(data),
                ),
            ).lastrowid
            self.fresh.add(seq or 0, data)
            self.db.execute("UPDATE urls SET article = ? WHERE id = ?", (record.id, url_id))
            if record.n > 1:  # an address that the record had before is its second one now
                self.db.execute(
                    "UPDATE urls SET standing = ?, open = 0 "
                    "WHERE article = ? AND standing = 'held' AND id <> ?",
                    (Outcome.DUPLICATE, record.id, url_id),
                )
            self.db.execute(
                "INSERT INTO lines (target, article) SELECT DISTINCT l.target, ? FROM listed l "
                "JOIN urls u ON u.id = l.url WHERE u.article = ? ORDER BY l.target",
                (seq, record.id),
            )

    def link(self, url_id: int, article_id: str) -> None:
        """Register `url_id` as one more address of a record that is held."""
        self.begin()
        with storage("cannot enter a duplicate"):
            self.db.execute("UPDATE urls SET article = ? WHERE id = ?", (article_id, url_id))
            self.db.execute(
                "INSERT OR IGNORE INTO lines (target, article) SELECT l.target, max(a.seq) "
                "FROM listed l, articles a WHERE l.url = ? AND a.id = ? GROUP BY l.target",
                (url_id, article_id),
            )

    def remember(
        self, url_id: int, etag: str | None, last_modified: str | None, rules: str | None
    ) -> None:
        """Keep a page's validators (ETag, Last-Modified), and by which `rules` it was read."""
        self.begin()
        with storage("cannot enter a page's validators"):
            self.db.execute(
                "UPDATE urls SET etag = ?, last_modified = ?, rules = ? WHERE id = ?",
                (etag, last_modified, rules, url_id),
            )


def _revision(n: int, line: str, status: str, *, same: bool) -> Judgement:
    """How an article that was fetched again relates to the revision that is held."""
    outcome = Outcome.UNCHANGED if same else Outcome.EDITED
    if status == "gone":
        return Judgement(outcome, n + 1, status="restored", before=line)
    if same:
        return Judgement(outcome, n, before=line)
    return Judgement(outcome, n + 1, status="edited", before=line)
