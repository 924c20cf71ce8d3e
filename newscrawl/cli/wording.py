"""Words that every verb needs."""

from __future__ import annotations


def count(n: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 page`, `2 pages`, `0 entries`."""
    return f"{n} {one if n == 1 else many or one + 's'}"
