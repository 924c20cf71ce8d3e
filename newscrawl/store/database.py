"""The ledger's one connection and its one transaction."""

from __future__ import annotations

from pathlib import Path

from newscrawl.store.faults import passage
from newscrawl.store.fresh import Fresh
from newscrawl.store.schema import connect, storage


class Database:
    """The open ledger of one corpus folder; only its lock's holder may write."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.db = connect(path, read_only=read_only)
        self.fresh = Fresh()

    def begin(self) -> None:
        """Open the transaction if none is."""
        if not self.db.in_transaction:
            with storage("cannot write the ledger"):
                self.db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make everything written since the last commit durable."""
        if self.db.in_transaction:
            with storage("cannot write the ledger"):
                passage("before_commit")
                self.db.execute("COMMIT")
                passage("after_commit")

    def rollback(self) -> None:
        """Forget what was not committed."""
        self.fresh.clear()
        if self.db.in_transaction:
            with storage("cannot roll the ledger back"):
                self.db.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file; what was not committed is gone."""
        with storage("cannot close the ledger"):
            self.db.close()
