"""Tuning of the garbage collector for processes that read pages."""

from __future__ import annotations

import gc


def calm() -> None:
    """Look for cycles more rarely: what was loaded stays, and pages are in no cycle.

    A crawl makes hundreds of objects a page and drops them; looking through them after every 700
    was a tenth of all CPU outside of extraction, after every 50,000 still a fiftieth of all; the
    cycles that wait for 150,000 take 6 MB. Looking through what was loaded, before it is put
    aside, is a twentieth of an idle check, for two thousand objects in eighty.
    """
    gc.freeze()
    gc.set_threshold(150_000, 10, 10)
    gc.enable()
