"""A few workers that read pages, each asked by a thread of its own.

They are programs of their own, not forks: a fork takes over locks that other threads hold. A worker
that dies takes nothing with it: its page is read here.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import newscrawl
from newscrawl.workers.task import Task, read
from newscrawl.workers.wire import decode, encode

if TYPE_CHECKING:
    from newscrawl.extract.article import Reading

_MOST_DEATHS = 3  # workers that died: from then on everything is read here
_PATIENCE = 2.0  # seconds a worker gets to end by itself
_BROKEN = (OSError, EOFError, ValueError)


class Pool:
    """`size` workers, started with the first page; they end with `close` or with this process."""

    def __init__(self, size: int) -> None:
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="newscrawl-worker")
        self._mine = threading.local()
        self.children: list[subprocess.Popen[bytes]] = []
        self._deaths = 0

    async def read(self, task: Task) -> Reading:
        """The reading of a page by a worker, or by this process where the worker died."""
        if self._deaths < _MOST_DEATHS:
            try:
                return await asyncio.get_running_loop().run_in_executor(
                    self._threads, self._ask, task
                )
            except _BROKEN:
                self._deaths += 1
        return read(task)

    def close(self) -> None:
        """End all workers; unfinished readings are discarded."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for child in self.children:
            _end(child, _PATIENCE)

    def _ask(self, task: Task) -> Reading:
        child: subprocess.Popen[bytes] | None = getattr(self._mine, "child", None)
        if child is None or child.poll() is not None:
            self._mine.child = child = _start()
            self.children.append(child)
        assert child.stdin
        assert child.stdout
        try:
            child.stdin.write(encode(task))
            child.stdin.flush()
            line = child.stdout.readline()
            if not line.endswith(b"\n"):
                raise EOFError("the worker has ended")
            return decode(_reading_type(), line)
        except _BROKEN:
            _end(child, 0)
            raise


def _reading_type() -> type[Reading]:
    """The type of readings, imported late: its tables take as long to load as Scrapy's engine."""
    from newscrawl.extract.article import Reading

    return Reading


def cores() -> int:
    """How many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _start() -> subprocess.Popen[bytes]:
    """A worker that runs this very newscrawl, wherever it was loaded from."""
    own = str(Path(newscrawl.__file__).parents[1])
    paths = os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-m", "newscrawl.workers.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )


def _end(child: subprocess.Popen[bytes], patience: float) -> None:
    """Close a worker's input, which ends it; kill it where it does not come to its end in time."""
    with suppress(OSError):  # what it was sent last did not all arrive
        if child.stdin:
            child.stdin.close()
    try:
        child.wait(patience)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    if child.stdout:
        child.stdout.close()
