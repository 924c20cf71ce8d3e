"""How long a host is left alone between two requests."""

from __future__ import annotations

import pytest

from newscrawl.extensions.manners import kept_delay


@pytest.mark.parametrize(
    ("asked", "host", "kept"),
    [
        (0.5, "www.institute.example", 0.5),
        (30, "www.institute.example", 30),
        (60, "www.institute.example", 30),
        (3600, "www.institute.example", 30),
        (5, "127.0.0.1", 5),
        (3600, "127.0.0.1", 10),
        (3600, "localhost", 10),
    ],
)
def test_a_crawl_delay_is_kept_up_to_a_cap(asked: float, host: str, kept: float) -> None:
    """Who asks for more is never asked more often than who asks for less."""
    assert kept_delay(asked, host) == kept
