"""A repair as a user makes it: looked at first, then done, then looked at again."""

from __future__ import annotations

from pathlib import Path

from newscrawl.store.repair import Finding, repair


def snapshot(home: Path) -> dict[str, bytes]:
    """Every file of the corpus but SQLite's own and the lock."""
    names = [one for one in home.rglob("*") if one.is_file() and one.name != ".lock"]
    return {str(one): one.read_bytes() for one in names if not one.name.endswith(("-shm", "-wal"))}


def told(found: list[Finding]) -> str:
    """What a repair says, a line each."""
    return "\n".join(f"{one.where}: {one.what}: {one.remedy}: {one.lost}" for one in found)


def mended(home: Path) -> str:
    """A dry look that changes nothing, the repair, and a second look that finds nothing more."""
    before = snapshot(home)
    looked = repair(home, write=False)
    assert snapshot(home) == before, "a dry look changes nothing"
    done = repair(home, write=True)
    assert told(done) == told(looked), "the dry look said what was done"
    assert repair(home, write=False) == []
    return told(done)
