"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A deadline a single example tells of the machine's load, not of the code.
settings.register_profile("newscrawl", deadline=None)
settings.load_profile("newscrawl")
