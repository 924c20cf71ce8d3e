"""Numbers as pages and addresses print them, of any length."""

from __future__ import annotations

# Python refuses to read or print more than 4,300 digits, and pages hold what they like.
_LONGEST = 300
NO_COUNT = 10**12  # what is as great counts no pages and no entries


def as_number(digits: str) -> int:
    """The number that decimal digits print; where no counter has as many, what the first say."""
    return int(digits[:_LONGEST])
