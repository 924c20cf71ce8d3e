"""How long a host asks us to wait."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newscrawl.extensions.pace import retry_after

NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (b"3", 3.0),
        (b" 120 ", 120.0),
        (b"Sun, 22 Nov 2026 12:00:30 GMT", 30.0),
        (b"Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        (b"soon", None),
        (b"-5", None),
        (b"9" * 5000, None),
        ("３".encode(), None),
        (b"", None),
        (None, None),
    ],
)
def test_retry_after_is_a_number_or_a_date(value: bytes | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds
