"""Host names and IP addresses: what DNS knows a host as, and which addresses may be asked."""

from __future__ import annotations

import ipaddress
from functools import lru_cache

from newscrawl.text.url_tables import BROADCAST, METADATA

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@lru_cache(maxsize=8192)  # a page names its hosts again and again, each in a hundred steps
def ascii_host(name: str) -> str:
    """A host name as DNS knows it: 例子.中国 is xn--fsqu00a.xn--fiqs8s. UnicodeError for none."""
    return name if name.isascii() else name.encode("idna").decode("ascii")


@lru_cache(maxsize=256)
def is_ip_address(host: str) -> bool:
    """Whether a host is given by its number; one of version 6 may stand in brackets."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether a host name (no port) is this very machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_allowed(address: str, *, own: bool) -> bool:
    """Whether a host may be asked at an IP `address`; `own`: it is a target's own host."""
    found = _innermost(ipaddress.ip_address(address.partition("%")[0]))
    if found.is_link_local or found in METADATA or found.is_multicast or found == BROADCAST:
        return False
    return own or is_public(str(found))


def is_public(address: str) -> bool:
    """Whether an IP address is one host of the open internet."""
    found = _innermost(ipaddress.ip_address(address.partition("%")[0]))
    private = found.is_multicast or (found.version == 6 and found.is_site_local)
    return found.is_global and not private


def _innermost(address: _Address) -> _Address:
    """The IPv4 address that stands in an IPv6 one for a gateway to take out, else itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address
