"""Mends a corpus folder: its ledger, its outputs, and what a killed run left lying about.

Everything is tried on the ledger in a transaction, or on a new ledger beside a damaged one. A dry
look does the same and forgets it, so it tells exactly what would come of it. Nothing that is
damaged is thrown away: it stays beside, under a name that says so.
"""

from __future__ import annotations

from newscrawl.store.repair.mending import repair
from newscrawl.store.repair.model import Finding

__all__ = ["Finding", "repair"]
