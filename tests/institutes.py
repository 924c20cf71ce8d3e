"""What tests of the made-up institutes share."""

from __future__ import annotations

import pytest

from newscrawl.demo import FAMILIES

every_family = pytest.mark.parametrize("family", sorted(FAMILIES))


def lines(text: str) -> list[str]:
    """Lines without what layout may do to them: cells and words parted by one space."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
