"""Which addresses a name may stand on."""

from __future__ import annotations

import pytest

from newscrawl.extensions.resolver import is_allowed


@pytest.mark.parametrize(
    ("address", "own", "allowed"),
    [
        ("93.184.216.34", False, True),
        ("127.0.0.1", False, False),
        ("127.0.0.1", True, True),
        ("10.0.0.1", False, False),
        ("10.0.0.1", True, True),
        ("169.254.169.254", True, False),
        ("192.168.1.1", False, False),
        ("::1", False, False),
        ("0.0.0.0", False, False),
    ],
)
def test_only_a_targets_own_name_may_be_private(address: str, *, own: bool, allowed: bool) -> None:
    assert is_allowed(address, own=own) is allowed
