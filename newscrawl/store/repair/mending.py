"""One repair from start to end: the ledger first, then the outputs that follow from it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from newscrawl.errors import StorageError, UsageError
from newscrawl.store.ledger import Ledger
from newscrawl.store.lock import Lock, refuse_if_held
from newscrawl.store.output import Output, name_of
from newscrawl.store.repair import ledger as ledgers
from newscrawl.store.repair import outputs
from newscrawl.store.repair.adopt import Adoption
from newscrawl.store.repair.ledger import State
from newscrawl.store.repair.leftovers import leftovers
from newscrawl.store.repair.model import Finding
from newscrawl.store.repair.salvage import lenient, salvage
from newscrawl.store.schema import storage
from newscrawl.store.session import LEDGER, now

_SCRATCH = ".repair-"
_TROUBLE = (sqlite3.Error, UnicodeError)


@dataclass(slots=True)
class _Plan:
    """The outputs, by number and path, to be rewritten once the ledger is in place."""

    anew: dict[int, Path] = field(default_factory=dict)


def repair(home: Path, files: Sequence[Path] = (), *, write: bool) -> list[Finding]:
    """What is wrong with a corpus; mended if `write`. `files` are further outputs of it.

    Raises UsageError where there is no corpus or no such file, LockedError while a run holds it,
    StorageError where it cannot be read or written. Where it may only be read it is looked at as a
    copy.
    """
    path = home / LEDGER
    if not home.is_dir() or not (path.exists() or _known_files(home) or files):
        raise UsageError(f"{home} is no corpus folder: there is neither {LEDGER} nor a record")
    if not (write or os.access(home, os.W_OK)):
        refuse_if_held(home)
        with _scratch(None) as folder:
            return _judged(home, ledgers.copy(path, folder), files, write=False)
    lock = Lock(home, "newscrawl repair", now())
    try:
        return _judged(home, path, files, write=write)
    finally:
        lock.release()


def _judged(home: Path, path: Path, files: Sequence[Path], *, write: bool) -> list[Finding]:
    """What is wrong with a corpus whose ledger, or a copy of it, lies at `path`."""
    state, said = ledgers.state_of(path)
    try:
        return _attempt(home, path, (state, said), files, write=write)
    except _TROUBLE as error:
        if state not in {State.SOUND, State.INDEX}:
            raise StorageError(f"the ledger cannot be mended: {error}") from error
        # What SQLite calls sound may still have a table's text overwritten.
        return _attempt(home, path, (State.DAMAGED, str(error)), files, write=write)


def _attempt(
    home: Path, path: Path, judged: tuple[State, str], files: Sequence[Path], *, write: bool
) -> list[Finding]:
    with _scratch(home if write else None) as folder:
        return _repair(home, path, judged, files, folder, write=write)


def _repair(
    home: Path,
    path: Path,
    judged: tuple[State, str],
    files: Sequence[Path],
    folder: Path,
    *,
    write: bool,
) -> list[Finding]:
    state, said = judged
    work = path if state is State.SOUND else folder / LEDGER
    found = [*_rebuild(state, said, path, folder)]
    plan, stamp = _Plan(), now().replace(":", "")
    with closing(Ledger(work)) as ledger:
        ledger.db.text_factory = lenient
        ledger.begin()
        adoption = Adoption(ledger.db, home)
        found += ledgers.drop_bad_records(ledger.db)
        found += ledgers.mend_rows(ledger.db, ledgers.DANGLING)
        if state is not State.SOUND:
            adoption.run_reports()
        if lost := adoption.rehome():
            said = f"the addresses of {lost} records are gone"
            found.append(Finding("ledger", said, "they come back"))
        if lost := adoption.line_up():
            said = f"{lost} records have no place in any output"
            found.append(Finding("ledger", said, "they get one"))
        for one in _files(ledger.db, home, files):
            found += _hold(ledger.db, home, one, adoption, plan, doubtful=bool(found))
        found += ledgers.mend_rows(ledger.db, ledgers.UNFIT)
        for number in plan.anew:
            outputs.forget(ledger.db, number)
        if write:
            ledger.commit()
            ledger.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            ledger.rollback()
    if write:
        if work is not path:
            _replace(path, work, stamp)
        _write(path, home, plan, stamp)
    with closing(Ledger(work if not write else path)) as ledger:
        found += leftovers(home, ledger.db, folder, write=write)
    return found


def _rebuild(state: State, said: str, path: Path, folder: Path) -> Iterator[Finding]:
    """A new ledger in `folder`, where the old one is beyond mending."""
    told = f"{state}{f' ({said})' if said else ''}"
    beside = "the damaged one stays beside"
    if state is State.INDEX:
        if ledgers.reindex(ledgers.copy(path, folder)):
            yield Finding(path.name, told, f"they are built anew, no row is lost; {beside}")
            return
        for one in folder.iterdir():
            one.unlink()
        state = State.DAMAGED
    if state is State.DAMAGED:
        damaged = folder / "damaged"
        damaged.mkdir()
        counts = salvage(ledgers.copy(path, damaged), folder / LEDGER)
        yield Finding(
            path.name,
            told,
            f"a new one is made of what can be read, {counts['urls']} addresses and "
            f"{counts['articles']} records; {beside}",
            "rows that cannot be read; the next crawl finds their addresses again",
        )
    elif state in {State.UNREADABLE, State.MISSING}:
        kept = f"; {beside}" if state is State.UNREADABLE else ""
        yield Finding(
            path.name,
            told,
            f"a new one is made of the records in the outputs{kept}",
            "how addresses without a record ended; the next crawl finds them again",
        )


def _hold(
    db: sqlite3.Connection,
    home: Path,
    path: Path,
    adoption: Adoption,
    plan: _Plan,
    *,
    doubtful: bool,
) -> Iterator[Finding]:
    """Compare one file with the ledger: adopt what only the file has, plan what it lacks.

    `doubtful`: the ledger's rows were damaged, so what they say of the file may be wrong.
    """
    name = name_of(home, path)
    row = db.execute("SELECT id, bytes FROM outputs WHERE path = ?", (name,)).fetchone()
    if not path.exists():
        if row is None:  # the user named it
            raise UsageError(f"{path}: there is no such file")
        if row[1]:
            plan.anew[row[0]] = path
            yield Finding(name, "it is gone", "it is written anew from the ledger")
        return
    if not path.is_file():
        return  # a pipe or a device
    seen, adopted = outputs.adopt_from(path, db, adoption)
    if adopted:
        yield Finding(name, f"it has {adopted} records that the ledger has not", "they are entered")
    if row is None:
        if not seen.held:
            yield Finding(name, "no record stands in it", "it is left alone")
            return
        row = (outputs.register(db, name, seen), seen.size)
        doubtful = True
    if adopted or doubtful:
        outputs.cover(db, row[0], seen)
        row = (row[0], seen.size)
    wrong = [*outputs.differences(db, row[0], seen), *_unsafe(path, seen.size, row[1])]
    if wrong:
        plan.anew[row[0]] = path
        yield Finding(
            name, "; ".join(wrong), "it is written anew from the ledger, the old one stays beside"
        )


def _unsafe(path: Path, size: int, safe: int) -> Iterator[str]:
    if outputs.unsafe_end(path, size, safe):
        yield f"it is {size} bytes long and breaks off, {safe} bytes were safe"
    if size and not safe:
        yield "the ledger does not know that it was written"


def _files(db: sqlite3.Connection, home: Path, files: Sequence[Path]) -> list[Path]:
    """Every file to be compared: the ledger's outputs, those in the corpus folder, those named."""
    own = [home / path for (path,) in db.execute("SELECT path FROM outputs ORDER BY id")]
    unique = {one.resolve(): one for one in (*own, *_known_files(home), *files)}
    return [*unique.values()]


def _known_files(home: Path) -> list[Path]:
    return sorted(one for one in home.glob("*.jsonl") if one.stat().st_size)


def _replace(path: Path, work: Path, stamp: str) -> None:
    """Put the new ledger in place; the old one stays beside it with its log."""
    with storage(f"cannot replace {path}"):
        for suffix in ("", "-wal"):
            old = path.with_name(path.name + suffix)
            if old.exists():
                shutil.copyfile(old, path.with_name(f"{path.name}.damaged-{stamp}{suffix}"))
        # A log that outlives its ledger would be played into the new one.
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        work.replace(path)
        _sync(path.parent)


def _write(path: Path, home: Path, plan: _Plan, stamp: str) -> None:
    """Write the planned outputs, as a run that finds them empty would."""
    with closing(Ledger(path)) as ledger:
        for one in plan.anew.values():
            with storage(f"cannot write {one}"):
                if one.exists():
                    one.replace(one.with_name(f"{one.name}.damaged-{stamp}"))
                    _sync(one.parent)
            output = Output(ledger, home, one, ())
            try:
                output.catch_up()
            finally:
                output.close()


@contextmanager
def _scratch(home: Path | None) -> Iterator[Path]:
    """A scratch folder on the ledger's own file system, so that results can be moved into place."""
    with storage("cannot make a folder to work in"):
        folder = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=home))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
