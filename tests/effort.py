"""How much Python does for an answer, counted: the same on every machine, as no clock is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(asked: Callable[[], object]) -> int:
    """How many functions, Python's and C's, began and ended while `asked` was answered."""
    many = 0

    def count(frame: FrameType, event: str, told: object) -> None:
        nonlocal many
        many += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        asked()
    finally:
        sys.setprofile(before)
    return many
