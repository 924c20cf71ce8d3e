"""The ledger: the only state of a corpus, and the files that follow it exactly once."""

from __future__ import annotations

from newscrawl.store.ledger import Ledger
from newscrawl.store.model import (
    HELD,
    NO_ARTICLE,
    OPEN,
    Ahead,
    Judgement,
    Pending,
    Record,
    Row,
    Sighting,
    Target,
)
from newscrawl.store.output import STREAM, name_of
from newscrawl.store.session import LEDGER, Session

__all__ = [
    "HELD",
    "LEDGER",
    "NO_ARTICLE",
    "OPEN",
    "STREAM",
    "Ahead",
    "Judgement",
    "Ledger",
    "Pending",
    "Record",
    "Row",
    "Session",
    "Sighting",
    "Target",
    "name_of",
]
