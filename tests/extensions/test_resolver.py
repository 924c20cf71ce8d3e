"""Which addresses a name may stand on."""

from __future__ import annotations

import pytest

from newscrawl.extensions.resolver import SafeResolver
from newscrawl.text.hosts import is_allowed


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
        ("100.64.0.1", False, False),
        ("224.0.0.1", False, False),
        ("224.0.0.1", True, False),
        ("255.255.255.255", True, False),
        ("ff02::1", True, False),
        ("fec0::1", False, False),
        ("::ffff:93.184.216.34", False, True),
        ("::ffff:10.0.0.1", False, False),
        ("::ffff:10.0.0.1", True, True),
        ("::ffff:169.254.169.254", True, False),
        ("64:ff9b::10.0.0.1", False, False),
        ("64:ff9b::169.254.169.254", True, False),
        ("2002:7f00:1::1", False, False),
        ("2002:a9fe:a9fe::1", True, False),
        ("100.100.100.200", True, False),
        ("fd00:ec2::254", True, False),
        ("192.0.0.192", False, False),
        ("fe80::1%eth0", True, False),
    ],
)
def test_only_a_targets_own_name_may_be_private(address: str, *, own: bool, allowed: bool) -> None:
    assert is_allowed(address, own=own) is allowed


def test_outside_a_crawl_of_ours_the_user_names_each_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`scrapy shell http://127.0.0.1/` in the checkout; a project's own spiders on its intranet."""
    monkeypatch.setattr(SafeResolver, "own", None)
    assert SafeResolver.takes("127.0.0.1", "127.0.0.1")
    assert not SafeResolver.takes("169.254.169.254", "metadata.example")
    monkeypatch.setattr(SafeResolver, "own", frozenset({"institute.example"}))
    assert not SafeResolver.takes("127.0.0.1", "127.0.0.1")
    assert SafeResolver.takes("10.0.0.1", "Institute.example")


def test_a_name_that_moves_from_a_public_address_to_a_private_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The target's own name, whose owner lets it lead into the network of whoever crawls it."""
    monkeypatch.setattr(SafeResolver, "own", frozenset({"a.example", "intranet.example"}))
    monkeypatch.setattr(SafeResolver, "public", set())
    assert SafeResolver.takes("93.184.216.34", "a.example")
    assert not SafeResolver.takes("10.0.0.1", "A.example")
    assert not SafeResolver.takes("127.0.0.1", "a.example")
    assert SafeResolver.takes("10.0.0.1", "intranet.example")
