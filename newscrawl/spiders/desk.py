"""Which found URL an item on its way through the pipelines belongs to.

Only `Page` and `Article` cross the borders of rooms, and neither knows the ledger's numbers.
"""

from __future__ import annotations

from collections import defaultdict


class Desk:
    """Numbers wait here by requested address, then by article id."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, list[int]] = defaultdict(list)

    def expect(self, name: str, url_id: int) -> None:
        """An item called `name` is on its way and belongs to `url_id`."""
        self._waiting[name].append(url_id)

    def collect(self, name: str) -> int | None:
        """The number an item called `name` belongs to, given out once; None for a stranger."""
        waiting = self._waiting.get(name)
        if not waiting:
            return None
        url_id = waiting.pop(0)
        if not waiting:
            del self._waiting[name]
        return url_id
