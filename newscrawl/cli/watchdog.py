"""Ends a run whose engine hangs: nothing came of it for longer than any request may take.

Scrapy 2.19 keeps no reference to the tasks of its requests; one that is collected is never
answered, and the crawl waits for it for ever. And a rule that never returns stops the whole loop.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

from newscrawl.store import Session

_LOOK = 5.0  # seconds between looks
_LOOP = 300.0  # seconds that one piece of work may keep the loop busy


class Watchdog:
    """`bark` is called in the loop, with the reason; `bite` in a thread, when the loop is dead."""

    def __init__(
        self,
        session: Session,
        patience: float,
        bark: Callable[[str], None],
        bite: Callable[[], None],
    ) -> None:
        self._session = session
        self._patience = patience
        self._bark = bark
        self._bite = bite
        self._seen = -1
        self._moved = self._alive = time.monotonic()
        self._over = threading.Event()

    def start(self) -> None:
        """Begin to watch; call it before the loop runs."""
        asyncio.get_event_loop().call_later(_LOOK, self._look)
        threading.Thread(target=self._guard, daemon=True).start()

    def stop(self) -> None:
        """The run is over."""
        self._over.set()

    def _look(self) -> None:
        self._alive = time.monotonic()
        done = sum(self._session.counts.values())
        if done != self._seen:
            self._seen, self._moved = done, self._alive
        elif self._alive - self._moved > self._patience and not self._session.stopping:
            self._bark(f"nothing happened for {self._patience:.0f} seconds")
        if not self._over.is_set():
            asyncio.get_event_loop().call_later(_LOOK, self._look)

    def _guard(self) -> None:
        while not self._over.wait(_LOOK):
            if time.monotonic() - self._alive > _LOOP:
                self._bite()
