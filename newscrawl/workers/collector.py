"""Tuning of the garbage collector for processes that read pages."""

from __future__ import annotations

import gc


def calm() -> None:
    """Look for cycles more rarely: what was loaded stays, and pages are in no cycle.

    A crawl makes hundreds of objects a page and drops them; looking through them after every 700
    was a tenth of all CPU outside of extraction.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)
