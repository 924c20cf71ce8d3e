"""Lets work through in batches, though it arrives piece by piece.

Reading a page runs through as much code and as many tables as fetching one does, and neither fits
into a processor's caches beside the other. What eight in a row save depends on the machine: a tenth
of a crawl's CPU where others use the processor too, hardly more than can be measured where none do.
"""

from __future__ import annotations

import asyncio

_MOST = 8
_MOST_BYTES = 1 << 20  # that wait at a time: a crawl's memory is for one huge page, not for eight
_PATIENCE = 0.05  # seconds until those that are there go, however few they are


class Handful:
    """A gate that opens for `most` callers at once, in the order they came."""

    def __init__(self, most: int = _MOST, patience: float = _PATIENCE) -> None:
        self._most = most
        self._patience = patience
        self._waiting: list[asyncio.Future[None]] = []
        self._bytes = 0
        self._opening: asyncio.Handle | None = None

    async def turn(self, size: int) -> None:
        """Wait until a batch is complete; `size` is the memory that waits with the caller."""
        loop = asyncio.get_running_loop()
        mine = loop.create_future()
        self._waiting.append(mine)
        self._bytes += size
        if len(self._waiting) >= self._most or self._bytes > _MOST_BYTES:
            if self._opening:
                self._opening.cancel()
            # Not at once: the last would go first, as nothing makes it wait.
            self._opening = loop.call_soon(self._open)
        elif self._opening is None:
            self._opening = loop.call_later(self._patience, self._open)
        await mine

    def _open(self) -> None:
        waiting, self._waiting, self._bytes, self._opening = self._waiting, [], 0, None
        for one in waiting:
            if not one.done():  # who waited for it was cancelled
                one.set_result(None)
