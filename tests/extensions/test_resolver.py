"""Which addresses a name may stand on."""

from __future__ import annotations

import pytest

from newscrawl.extensions.resolver import Lookups, SafeResolver
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


def test_outside_a_crawl_of_ours_the_user_names_each_address() -> None:
    """`scrapy shell http://127.0.0.1/` in the checkout; a project's own spiders on its intranet."""
    nobody = Lookups()
    assert nobody.takes("127.0.0.1", "127.0.0.1")
    assert not nobody.takes("169.254.169.254", "metadata.example")
    crawl = Lookups(frozenset({"institute.example"}))
    assert not crawl.takes("127.0.0.1", "127.0.0.1")
    assert crawl.takes("10.0.0.1", "Institute.example")


def test_a_name_that_moves_from_a_public_address_to_a_private_one_is_refused() -> None:
    """The target's own name, whose owner lets it lead into the network of whoever crawls it."""
    crawl = Lookups(frozenset({"a.example", "intranet.example"}))
    assert crawl.takes("93.184.216.34", "a.example")
    assert not crawl.takes("10.0.0.1", "A.example")
    assert not crawl.takes("127.0.0.1", "a.example")
    assert crawl.takes("10.0.0.1", "intranet.example")


def test_what_one_crawl_refused_is_nothing_to_the_next_one_of_the_process() -> None:
    """A service that crawls by this package went on refusing a name that was mended since."""
    first = SafeResolver.begin(frozenset({"institute.example"}))
    assert not first.takes("10.0.0.1", "moved.example")
    second = SafeResolver.begin(frozenset({"moved.example"}))
    assert second.takes("10.0.0.1", "moved.example")
    assert not second.refused
    SafeResolver.end(second)


def test_a_crawl_that_closes_leaves_the_resolver_to_the_one_that_goes_on() -> None:
    first = SafeResolver.begin(frozenset({"a.example"}))
    second = SafeResolver.begin(frozenset({"b.example"}))
    SafeResolver.end(first)
    assert SafeResolver.crawl is second
    SafeResolver.end(second)
    assert SafeResolver.crawl.takes("10.0.0.1", "anything.example")
