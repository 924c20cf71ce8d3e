"""A JSON Lines file that is always a whole-line prefix of the ledger's order.

After each commit the file catches up: append lines -> fsync -> record the watermark (bytes, and
the last line of each target). On opening, what lies beyond the watermark is cut off (a run died
between append and watermark) and what the ledger has beyond it is appended; a file shorter than
the watermark has lost data that was safe, so the run stops.

A stream (standard output, a pipe) takes nothing back and cannot be looked at: the ledger knows what
was written into it, and a run that was killed writes its last batch again.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from newscrawl.errors import StorageError, UsageError
from newscrawl.store import faults
from newscrawl.store.database import Database
from newscrawl.store.model import Target, checksum
from newscrawl.store.schema import storage

_REMEDY = "Put it back, have newscrawl repair write it anew, or name another file with -o"
STREAM, _STDOUT = Path("-"), 1
_LINES = 256  # a chunk; with 40 KB records that is 10 MB

# A record that belongs to two targets of one output is written once: not where another target's
# line for it is already in the file, or comes earlier in this very order.
_PENDING = """
SELECT l.seq, l.article FROM output_targets t
JOIN lines l ON l.target = t.target AND l.seq > t.seq
JOIN articles a ON a.seq = l.article
WHERE t.output = :output AND NOT EXISTS (
  SELECT 1 FROM lines o JOIN output_targets p ON p.output = :output AND p.target = o.target
  WHERE o.article = l.article AND o.target <> l.target AND (o.seq <= p.seq OR o.seq < l.seq))
ORDER BY l.seq LIMIT :limit
"""


class Output:
    """One output file of the corpus in `home`; `targets` are the listings whose records it gets.

    STREAM for `path` is standard output.
    """

    def __init__(self, ledger: Database, home: Path, path: Path, targets: Sequence[Target]) -> None:
        self.path = path
        self.lines = 0
        self.earlier = 0  # records of earlier runs that the file had yet to get
        self.put_aside = 0  # lines that were no records, now in the file's `.cut`
        self._ledger = ledger
        self._name = name_of(home, path)
        self._id, self._bytes = self._register(self._name, targets)
        with storage(f"cannot write {path}"):
            self._made = path != STREAM and not path.exists()
        if self._made:
            self._refuse_missing()
        self._file, self._regular = self._open()
        try:
            self._recover()
        except (StorageError, UsageError):
            self.close()
            raise

    def catch_up(self) -> None:
        """Append every line of the ledger that the file has not got; call it after a commit."""
        stream = self.path == STREAM
        while rows := self._pending():
            data = b"\n".join((*(line for _, line in rows), b""))
            with storage(f"cannot write {'to standard output' if stream else self.path}"):
                self._append(data)
            self._mark(self._bytes + len(data) if self._regular else 0, rows[-1][0])
            self.lines += len(rows)

    def cut(self) -> None:
        """After a failure: back to the watermark, so that no torn line is left behind."""
        if self._regular:
            with storage(f"cannot cut {self.path} back"):
                os.ftruncate(self._file, self._bytes)

    def close(self) -> None:
        """Close the file; one that this run made and wrote nothing into is taken away again."""
        if self._file < 0:
            return
        os.close(self._file)
        self._file = -1
        if self._made and self._regular and not self._bytes:
            self.path.unlink(missing_ok=True)

    def _register(self, name: str, targets: Sequence[Target]) -> tuple[int, int]:
        self._ledger.begin()
        with storage("cannot register the output"):
            db = self._ledger.db
            db.execute("INSERT OR IGNORE INTO outputs (path) VALUES (?)", (name,))
            number, size = db.execute(
                "SELECT id, bytes FROM outputs WHERE path = ?", (name,)
            ).fetchone()
            db.executemany(
                "INSERT OR IGNORE INTO output_targets (output, target) VALUES (?, ?)",
                [(number, target.id) for target in targets],
            )
        self._ledger.commit()
        return number, size

    def _open(self) -> tuple[int, bool]:
        with storage(f"cannot write {self.path}"):
            if self.path == STREAM:
                return os.dup(_STDOUT), False
            file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOCTTY, 0o644)
            regular = stat.S_ISREG(os.fstat(file).st_mode)
            if regular:
                _sync_folder(self.path.parent)
        return file, regular

    def _recover(self) -> None:
        if not self._regular:  # a pipe or a device: nothing to look at, nothing to cut
            return
        size = os.fstat(self._file).st_size
        if size and not self._bytes and not self._is_ours():
            self._refuse_stranger()
        if size < self._bytes:
            raise StorageError(
                f"{self.path} has lost data: it is {size} bytes long, {self._bytes} were safe. "
                f"{_REMEDY}"
            )
        if size > self._bytes:
            notes = self._read_tail()
            with storage(f"cannot cut {self.path}"):
                if notes:
                    self._put_aside(notes)
                faults.passage("before_truncate")
                os.ftruncate(self._file, self._bytes)
                os.fsync(self._file)
                faults.passage("after_truncate")

    def _refuse_missing(self) -> None:
        """Create a missing file, unless it held records: then raise StorageError."""
        if not self.path.parent.exists():
            raise StorageError(f"cannot write {self.path}: its folder does not exist")
        if self._bytes:
            raise StorageError(
                f"{self.path} is missing, {self._bytes} bytes of records were safe in it. {_REMEDY}"
            )

    def _refuse_stranger(self) -> None:
        text = f"{self.path} is there and the ledger does not know it"
        if Path(self._name).is_absolute():
            raise UsageError(f"{text}: another program wrote it; name another file")
        raise StorageError(
            f"{text}: the ledger of this corpus was lost or replaced. newscrawl repair makes it "
            "anew from the records"
        )

    def _read_tail(self) -> bytes:
        """Lines behind the watermark that are no records; records that the ledger lost are refused.

        What the ledger knows is appended again. A line without its end is a write that was broken
        off; one with a NUL byte is a part of the file that a power cut left unwritten.
        """
        with storage(f"cannot read {self.path}"), self.path.open("rb") as file:
            if self._bytes:
                file.seek(self._bytes - 1)
            whole = not self._bytes or file.read(1) == b"\n"
            lines = [line for line in file if line.endswith(b"\n") and b"\0" not in line]
        told = [(_id_of(line), line) for line in lines]
        if whole and all(self._is_known(name, line) for name, line in told if name):
            return b"".join(line for name, line in told if not name)
        raise StorageError(
            f"{self.path} has lines that the ledger does not know: it was changed, or the ledger "
            "is older than it. newscrawl repair tells which, and mends it"
        )

    def _is_known(self, name: str, line: bytes) -> bool:
        query = "SELECT 1 FROM articles WHERE id = ? AND line = ?"
        key = (name, line[:-1].decode())
        return self._ledger.db.execute(query, key).fetchone() is not None

    def _put_aside(self, notes: bytes) -> None:
        """Keep lines that are no records in a file beside, before they are cut off."""
        with self.path.with_name(f"{self.path.name}.cut").open("ab") as file:
            file.write(notes)
            file.flush()
            os.fsync(file.fileno())
        self.put_aside = notes.count(b"\n")

    def _is_ours(self) -> bool:
        """Whether a file without a watermark starts with the line that is due to be written first.

        The run died between its first append and the watermark. Bytes that a power cut left
        unwritten are zeros.
        """
        rows = self._pending(1)
        first = rows[0][1] + b"\n" if rows else b""
        there = os.pread(self._file, len(first), 0)
        return bool(first) and all(one in {0, due} for one, due in zip(there, first, strict=False))

    def _pending(self, limit: int = _LINES) -> list[tuple[int, bytes]]:
        with storage("cannot read the ledger"):
            rows = self._ledger.db.execute(
                _PENDING, {"output": self._id, "limit": limit}
            ).fetchall()
            fresh = self._ledger.fresh
            return [(seq, fresh.get(article) or self._read(article)) for seq, article in rows]

    def _read(self, article: int) -> bytes:
        query = "SELECT CAST(line AS BLOB), sum FROM articles WHERE seq = ?"
        line, total = self._ledger.db.execute(query, (article,)).fetchone()
        if not _is_whole(line, total):
            raise StorageError("a record in the ledger is damaged; see newscrawl repair")
        return bytes(line)

    def _append(self, data: bytes) -> None:
        faults.passage("before_append")
        half = len(data) // 2 if faults.watched() else 0
        self._write(data[:half], self._bytes)
        faults.passage("half_write")
        self._write(data[half:], self._bytes + half)
        faults.passage("after_append")
        if self._regular:
            os.fsync(self._file)
        faults.passage("after_fsync")

    def _write(self, data: bytes, at: int) -> None:
        view = memoryview(data)
        while view:
            done = os.pwrite(self._file, view, at) if self._regular else os.write(self._file, view)
            view, at = view[done:], at + done

    def _mark(self, size: int, seq: int) -> None:
        self._ledger.begin()
        with storage("cannot record the watermark"):
            db = self._ledger.db
            db.execute("UPDATE outputs SET bytes = ? WHERE id = ?", (size, self._id))
            db.execute(
                "UPDATE output_targets SET seq = max(seq, ?) WHERE output = ?", (seq, self._id)
            )
        # From here on the watermark may be on the disk, whatever the commit says: no cut below it.
        self._bytes = size
        self._ledger.commit()
        with storage("after the watermark"):
            faults.passage("after_watermark")


def _is_whole(line: bytes, total: int | None) -> bool:
    """Whether a line matches its checksum; one without a checksum must at least be UTF-8."""
    if total is not None:
        return checksum(line) == total
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _id_of(line: bytes) -> str | None:
    """The id in a record's line; None for a line that is no record."""
    try:
        return str(json.loads(line.decode())["id"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def name_of(home: Path, path: Path) -> str:
    """The file's name in the ledger: relative within the corpus folder, so that it can be moved."""
    if path == STREAM:
        return str(path)
    whole, folder = path.resolve(), home.resolve()
    return str(whole.relative_to(folder) if whole.is_relative_to(folder) else whole)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
