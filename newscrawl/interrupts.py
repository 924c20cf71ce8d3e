"""How the process ends by a signal before there is anything to lose."""

from __future__ import annotations

import os
import signal
from types import FrameType


def end_at_once(code: int | None = None) -> None:
    """From now on SIGINT and SIGTERM end the process without a word, by `code`, else by 130, 143.

    Python's own KeyboardInterrupt may come out of any line: out of the middle of an import as a
    traceback, or nowhere, as some libraries swallow it.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda which, _frame: os._exit(code or 128 + which))


def interrupt_once() -> None:
    """From now on the first SIGINT raises KeyboardInterrupt; a second signal ends with its code."""

    def interrupt(which: int, _frame: FrameType | None) -> None:
        end_at_once(128 + which)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupt)


def end_in_peace() -> None:
    """From now on both are ignored: the exit code is fixed, and Python is only putting things away.

    While it does it takes its handlers off, and a second signal would put its own number in the
    place of the code.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
