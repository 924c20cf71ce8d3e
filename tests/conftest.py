"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A deadline a single example tells of the machine's load, not of the code; and what one run finds
# and the next does not is for fuzzing: `pytest --hypothesis-profile=explore`, `benchmarks.fuzz`.
settings.register_profile("newscrawl", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile("newscrawl")
