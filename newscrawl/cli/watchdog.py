"""Ends a run that does not end by itself: one that hangs, and one that was stopped and lingers.

Scrapy 2.19 keeps no reference to the tasks of its requests; one that is collected is never
answered, and the crawl waits for it for ever. A rule that never returns stops the whole loop. And
a crawl that is told to stop, by a signal or because the disk is full, waits for the answers it
asked for, however slowly they drip.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

from newscrawl.store import Session

LOOK = 1.0  # seconds between looks
LOOP = 300.0  # seconds that one piece of work may keep the loop busy
GRACE = 5.0  # seconds that requests in flight get once the run is stopped


class Watchdog:
    """Ends a run that hangs.

    In the loop it calls `stop` with the reason, then `leave` if that was not enough. `abandon` is
    called in a thread of its own when the loop is dead.
    """

    def __init__(
        self,
        session: Session,
        patience: float,
        *,
        stop: Callable[[str], None],
        leave: Callable[[], None],
        abandon: Callable[[], None],
    ) -> None:
        """`patience` is the longest that may pass between two outcomes."""
        self._session = session
        self._patience = patience
        self._stop = stop
        self._leave = leave
        self._abandon = abandon
        self._seen = -1
        self._moved = self._alive = time.monotonic()
        self._stopped: float | None = None
        self._over = threading.Event()

    def start(self) -> None:
        """Begin to watch; call it before the loop runs."""
        asyncio.get_event_loop().call_later(LOOK, self._look)
        threading.Thread(target=self._guard, daemon=True).start()

    def end(self) -> None:
        """The run is over."""
        self._over.set()

    def _look(self) -> None:
        self._alive = time.monotonic()
        done = sum(self._session.counts.values())
        if self._session.stopping:
            self._stopped = self._stopped or self._alive
            if self._alive - self._stopped > GRACE:
                self._leave()
        elif done != self._seen:
            self._seen, self._moved = done, self._alive
        elif self._alive - self._moved > self._patience:
            self._stop(f"nothing happened for {self._patience:.0f} seconds")
        if not self._over.is_set():
            asyncio.get_event_loop().call_later(LOOK, self._look)

    def _guard(self) -> None:
        while not self._over.wait(LOOK):
            if time.monotonic() - self._alive > LOOP:
                self._abandon()
