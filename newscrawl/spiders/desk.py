"""Links an item in the pipelines to the URL it was fetched for.

Only `Page` and `Article` pass between rooms, and neither knows the ledger's row numbers.
"""

from __future__ import annotations

from collections import defaultdict


class Desk:
    """Row numbers, kept by requested address first, then by article id."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, list[int]] = defaultdict(list)

    def expect(self, name: str, url_id: int) -> None:
        """Note that an item called `name` belongs to `url_id`."""
        self._waiting[name].append(url_id)

    def collect(self, name: str) -> int | None:
        """Give out the number for `name`, once; None for an unknown one."""
        waiting = self._waiting.get(name)
        if not waiting:
            return None
        url_id = waiting.pop(0)
        if not waiting:
            del self._waiting[name]
        return url_id
