"""How far the crawl is: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from typing import Self

from newscrawl.store import Session

_EVERY = 15.0  # seconds between lines where there is no terminal


class Progress:
    """Shows the session's counters from a thread of its own; changes nothing."""

    def __init__(self, session: Session, *, lines: bool = True) -> None:
        """`lines` are for stdout: stderr is for trouble alone, cron sends it as mail."""
        self._wants_lines = lines
        self._counts = session.counts
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        """Start showing."""
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        """Stop showing."""
        self.stop()

    def stop(self) -> None:
        """Stop showing; safe to call twice."""
        self._over.set()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(1)

    def say(self, text: str) -> None:
        """One line beside the bar."""
        print(f"newscrawl: {text}", file=sys.stderr)  # noqa: T201

    def _watch(self) -> None:
        if sys.stderr.isatty():
            self._bar()
        elif self._wants_lines:
            self._lines()

    def _lines(self) -> None:
        started = time.monotonic()
        while not self._over.wait(_EVERY):
            done, found, pages = self._state()
            seconds = time.monotonic() - started
            told = f"{seconds:.0f} s: listing page {pages}, {done} of {found} links done"
            print(f"newscrawl: {told}", flush=True)  # noqa: T201

    def _bar(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("starting", total=None)
            while not self._over.wait(0.2):
                done, found, pages = self._state()
                text = f"listing page {pages}, new articles {self._counts['new']}"
                bar.update(
                    task, description=text if found else None, completed=done, total=found or None
                )

    def _state(self) -> tuple[int, int, int]:
        counts = dict(self._counts)
        other = {"found", "pages", "pages read", "rows left out"}
        done = sum(n for name, n in counts.items() if name not in other)
        return done, counts.get("found", 0), counts.get("pages read", 0)
