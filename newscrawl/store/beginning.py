"""The state of a corpus folder before a run, so that a run that came to nothing can be undone."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


class Beginning:
    """What exists in a corpus folder before the run touches it; create it first."""

    def __init__(self, home: Path, ledger: str) -> None:
        self._home = home
        self._ledger = home / ledger
        self._folders = [one for one in (home, *home.parents) if not one.exists()]
        self.is_first = not self._ledger.exists()

    def restore(self, run_id: str) -> None:
        """Remove what this run created; call it with the lock held and the ledger closed.

        Files that something else put there meanwhile stay, and so does what cannot be removed.
        """
        runs = self._home / "runs"
        made = [self._ledger.with_name(self._ledger.name + end) for end in ("", "-wal", "-shm")]
        made += [runs / f"{run_id}.log", self._home / ".lock"]
        for file in made:
            with suppress(OSError):
                file.unlink()
        for folder in (runs, *self._folders):
            with suppress(OSError):
                folder.rmdir()
