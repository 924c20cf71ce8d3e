"""The findings of a repair."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: `where` it is, `what` it is, and what the `remedy` does.

    `lost` says what no remedy brings back ("" for nothing); a `harmless` fault may stay.
    """

    where: str
    what: str
    remedy: str
    lost: str = ""
    harmless: bool = False
