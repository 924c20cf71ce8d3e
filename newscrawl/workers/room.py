"""Decides where pages are read: here, or by workers once reading is the bottleneck.

Readings come back in the order of their pages, wherever these are read.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from newscrawl.workers.pool import Pool, cores
from newscrawl.workers.task import Task, read

if TYPE_CHECKING:
    from newscrawl.extract.article import Reading

# Seconds of CPU spent on reading, and their share of all time, that make workers worth their start:
# a crawl that keeps its distance never has them.
_ENOUGH, _SHARE = 1.0, 0.4
# Processors that are the crawl's and everybody else's. Handing a page over and back costs a third
# of reading it: a worker takes a third off the crawl's own time, and adds as much to the machine's.
# On two processors no crawl came to its end sooner for it.
_OTHERS = 2


class ReadingRoom:
    """Reads pages with up to `most` workers, if there are processors; 0: all is read here."""

    def __init__(self, most: int) -> None:
        self._size = min(most, cores() - _OTHERS)
        self._pool: Pool | None = None
        self._order = asyncio.Lock()
        self._since: float | None = None
        self._spent = 0.0

    async def read(self, task: Task) -> Reading:
        """The page's reading. With a site file, reading is too short to be handed over."""
        if self._size <= 0:
            return read(task)
        if task.learnt and (self._pool or self._is_pressed()):
            return await self._elsewhere(task)
        return self._here(task)

    @property
    def has_workers(self) -> bool:
        """Whether any were started."""
        return self._pool is not None

    def close(self) -> None:
        """No page comes any more."""
        if self._pool:
            self._pool.close()
            self._pool = None

    def _here(self, task: Task) -> Reading:
        self._since = self._since or time.monotonic()
        started = time.thread_time()
        try:
            return read(task)
        finally:
            self._spent += time.thread_time() - started

    def _is_pressed(self) -> bool:
        if self._since is None or self._spent < _ENOUGH:
            return False
        return self._spent > _SHARE * (time.monotonic() - self._since)

    async def _elsewhere(self, task: Task) -> Reading:
        self._pool = self._pool or Pool(self._size)
        reading = asyncio.ensure_future(self._pool.read(task))
        async with self._order:  # a lock is fair: whoever came first leaves first
            return await reading
