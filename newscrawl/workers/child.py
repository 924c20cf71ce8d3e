"""A worker: tasks come by its standard input, readings go by its standard output.

It lives as long as its input is open, whatever end its parent comes to. What a page breaks, breaks
it: the parent reads that page itself and sees what it was.
"""

from __future__ import annotations

import os
import signal
import sys

from newscrawl.extract import article as _loaded  # noqa: F401 - before the first page
from newscrawl.workers.collector import calm
from newscrawl.workers.task import Task, read
from newscrawl.workers.wire import decode, encode


def main() -> None:
    """Read until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing that prints gets in between
    calm()
    for line in source:
        sink.write(encode(read(decode(Task, line))))
        sink.flush()


if __name__ == "__main__":
    main()
