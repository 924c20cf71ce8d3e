"""What a repair found, and what it does about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: `where` it is, `what` it is, what the `remedy` does.

    `lost` says what no remedy brings back, "" where nothing is lost; what is `harmless` may stay.
    """

    where: str
    what: str
    remedy: str
    lost: str = ""
    harmless: bool = False
