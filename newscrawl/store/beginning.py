"""What was there before a run: where it made the corpus and came to nothing, all is taken away."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


class Beginning:
    """The state of a corpus folder as the run finds it; made before anything else is."""

    def __init__(self, home: Path, ledger: str) -> None:
        self._home = home
        self._ledger = home / ledger
        self._folders = [one for one in (home, *home.parents) if not one.exists()]
        self.is_first = not self._ledger.exists()

    def restore(self, run_id: str) -> None:
        """Take away what this first run made; call it while its lock is held, the ledger closed.

        What somebody else put there meanwhile stays, and what cannot be taken away as well.
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
