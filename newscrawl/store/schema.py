"""The ledger's tables and how the file is opened. One SQLite file is the truth of a corpus.

targets   every listing; `moved` = where its address was last seen to lead for good
urls      every address a listing ever showed, by site and key; `open` = to be tried (again),
          `rules` = the site file's when its page was last read (NULL: there was none)
listed    which target showed it, in which of the target's walks first and last (0: never itself,
          only a feed or sitemap beside it did)
found     one row a run and URL: its outcome (NULL while the run has not decided)
tries     requests of a run that came to nothing and were made again; the last one's end is in found
tallies   how many of a target's URLs stand how, kept by triggers: no run counts the archive
articles  every revision of every record, as the JSON line it is exported as; `status` is the line's
          revision.status, `sum` the line's checksum (NULL: entered before there was one)
lines     which target a record belongs to, in the order outputs are written
outputs   how far each file is known to be safely written (bytes), and output_targets up to which
          line of which target
"""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from newscrawl.errors import StorageError

VERSION = 7

# An address that leads to an article which is not held: word for word as in the index urls_missing.
IS_MISSING = "standing NOT IN ('held', 'duplicate', 'external', 'attachment', 'out_of_scope')"
TABLES = """
CREATE TABLE runs (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, started TEXT NOT NULL, ended TEXT,
  exit_code INTEGER, version TEXT NOT NULL, command TEXT NOT NULL, report TEXT
) STRICT;
CREATE TABLE targets (
  id INTEGER PRIMARY KEY, site TEXT NOT NULL, url TEXT NOT NULL, channel TEXT, family TEXT,
  walks INTEGER NOT NULL DEFAULT 0, whole INTEGER NOT NULL DEFAULT 0,
  stated INTEGER, walked TEXT, moved TEXT, UNIQUE (site, url)
) STRICT;
CREATE TABLE urls (
  id INTEGER PRIMARY KEY, site TEXT NOT NULL, key TEXT NOT NULL, url TEXT NOT NULL,
  run INTEGER NOT NULL, seen TEXT NOT NULL, listing TEXT NOT NULL, page INTEGER, position INTEGER,
  title TEXT, date TEXT, standing TEXT NOT NULL DEFAULT 'pending', detail TEXT,
  open INTEGER NOT NULL DEFAULT 1, tries INTEGER NOT NULL DEFAULT 0, tried TEXT, status INTEGER,
  article TEXT, etag TEXT, last_modified TEXT, rules TEXT, UNIQUE (site, key)
) STRICT;
CREATE INDEX urls_open ON urls (site, id) WHERE open = 1;
CREATE INDEX urls_missing ON urls (site, id) WHERE standing NOT IN
  ('held', 'duplicate', 'external', 'attachment', 'out_of_scope');
CREATE INDEX urls_article ON urls (article) WHERE article IS NOT NULL;
CREATE TABLE listed (
  target INTEGER NOT NULL, url INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (target, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_url ON listed (url);
CREATE TABLE found (
  run INTEGER NOT NULL, url INTEGER NOT NULL, target INTEGER NOT NULL, listing TEXT,
  page INTEGER, position INTEGER, outcome TEXT, detail TEXT, status INTEGER, at TEXT,
  PRIMARY KEY (run, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX found_url ON found (url);
CREATE TABLE tries (
  run INTEGER NOT NULL, url INTEGER NOT NULL, at TEXT NOT NULL, status INTEGER, detail TEXT
) STRICT;
CREATE INDEX tries_url ON tries (url);
CREATE TABLE tallies (
  target INTEGER NOT NULL, standing TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (target, standing)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tally_listed AFTER INSERT ON listed BEGIN
  INSERT INTO tallies SELECT new.target, standing, 1 FROM urls WHERE id = new.url
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER tally_standing AFTER UPDATE OF standing ON urls
WHEN old.standing <> new.standing BEGIN
  UPDATE tallies SET n = n - 1 WHERE standing = old.standing
    AND target IN (SELECT target FROM listed WHERE url = new.id);
  INSERT INTO tallies SELECT target, new.standing, 1 FROM listed WHERE url = new.id
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TABLE articles (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, n INTEGER NOT NULL, site TEXT NOT NULL,
  url INTEGER NOT NULL, run INTEGER NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL,
  line TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'live', sum INTEGER, UNIQUE (id, n)
) STRICT;
CREATE INDEX articles_content ON articles (site, content);
CREATE TABLE lines (
  seq INTEGER PRIMARY KEY, target INTEGER NOT NULL, article INTEGER NOT NULL,
  UNIQUE (article, target)
) STRICT;
CREATE INDEX lines_target ON lines (target, seq);
CREATE TABLE outputs (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE output_targets (
  output INTEGER NOT NULL, target INTEGER NOT NULL, seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (output, target)
) STRICT, WITHOUT ROWID;
"""

# What brings a ledger of an older version up to the next.
_UPGRADES = {
    1: "CREATE INDEX urls_article ON urls (article) WHERE article IS NOT NULL;",
    2: "ALTER TABLE articles ADD COLUMN status TEXT NOT NULL DEFAULT 'live';",
    3: "ALTER TABLE articles ADD COLUMN sum INTEGER;",
    4: "CREATE TABLE tries (run INTEGER NOT NULL, url INTEGER NOT NULL, at TEXT NOT NULL, "
    "status INTEGER, detail TEXT) STRICT; CREATE INDEX tries_url ON tries (url);",
    5: "ALTER TABLE targets ADD COLUMN moved TEXT;",
    6: "ALTER TABLE urls ADD COLUMN rules TEXT; UPDATE urls SET rules = (SELECT CASE "
    "WHEN json_valid(a.line) THEN json_extract(a.line, '$.extractor.site_rules') END "
    "FROM articles a WHERE a.id = urls.article ORDER BY a.n DESC LIMIT 1) "
    "WHERE article IS NOT NULL;",
}


_MAKE_ROOM = "; nothing is lost: make room and give the same command again"


class storage:  # noqa: N801 - what it does where it is used is a verb's work
    """Turn what disks and SQLite raise into a StorageError that says `what` was being done.

    No generator: it is entered a dozen times an article.
    """

    __slots__ = ("_what",)

    def __init__(self, what: str) -> None:
        self._what = what

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        told = _told(error) if error else None
        if told:
            raise StorageError(f"{self._what}: {told}") from error


def _told(error: BaseException) -> str | None:
    """What an error says of the storage, with advice; None of one that is none of its."""
    if isinstance(error, sqlite3.Error):
        # Of this very kind are a malformed file and one that is no database.
        advice = "; see newscrawl repair" if type(error) is sqlite3.DatabaseError else ""
        # Python's own complaints about the use of its module have no code.
        is_full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        return f"{error}{_MAKE_ROOM if is_full else advice}"
    if isinstance(error, OSError):
        advice = _MAKE_ROOM if error.errno in {errno.ENOSPC, errno.EDQUOT} else ""
        return f"{error.strerror or error}{advice}"
    if isinstance(error, ValueError):  # a damaged text, of the ledger or of SQLite about it
        return f"{error}; see newscrawl repair"
    if isinstance(
        error, LookupError | TypeError
    ):  # a row that has to be there is not, or its value
        return "it contradicts itself; see newscrawl repair"
    return "out of memory" if isinstance(error, MemoryError) else None


def breaks_off(path: Path) -> bool:
    """Whether the file ends within a page, and no log has what is missing.

    SQLite reads zeros beyond the end, and goes on with them.
    """
    log = path.with_name(f"{path.name}-wal")
    if not path.is_file() or (log.is_file() and log.stat().st_size):
        return False
    with path.open("rb") as file:
        head = file.read(18)
    told = int.from_bytes(head[16:18])
    page = told if told > 1 else 1 << 16
    return head.startswith(b"SQLite format 3") and path.stat().st_size % page != 0


def connect(path: Path, *, read_only: bool = False, frozen: bool = False) -> sqlite3.Connection:
    """Open the ledger, making its tables if the file is new; StorageError if it is no ledger.

    `frozen`: nothing can write the file meanwhile, and nothing waits in its log.
    """
    with storage(f"cannot open the ledger {path}"):
        if breaks_off(path):
            raise StorageError(f"the ledger {path} breaks off within a page; see newscrawl repair")
        mode = "ro" if read_only else "rwc"
        uri = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if frozen else ''}"
        db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        with storage(f"cannot use the ledger {path}"):
            _prepare(db, path, read_only=read_only)
    except StorageError:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    db.execute("PRAGMA busy_timeout = 5000")
    if not read_only:
        # Of a new ledger: a record is longer than a page, and half as many pages are half the work
        # of a commit.
        db.execute("PRAGMA page_size = 8192")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA wal_autocheckpoint = 4000")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise StorageError(f"the ledger {path} was written by a newer newscrawl")
    if version == 0 and not read_only:
        db.executescript(f"BEGIN IMMEDIATE; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    while 0 < version < VERSION and not read_only:
        upgrade = f"{_UPGRADES[version]} PRAGMA user_version = {version + 1};"
        db.executescript(f"BEGIN IMMEDIATE; {upgrade} COMMIT;")
        version += 1
