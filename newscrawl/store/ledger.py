"""The ledger of a corpus: which URL was found where, how it ended, and every record held.

All writing happens in one transaction that `commit` ends; reads see it. Every method raises
StorageError when the disk or the file fails.
"""

from __future__ import annotations

from newscrawl.store.revisions import Revisions
from newscrawl.store.rows import Rows
from newscrawl.store.runs import Runs


class Ledger(Runs, Rows, Revisions):
    """The open ledger of one corpus folder; only its lock's holder may write."""
