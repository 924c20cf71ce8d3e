"""Name resolution that keeps a crawl out of private networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from newscrawl.text.hosts import is_allowed, is_public

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twisted.internet.defer import Deferred


class SafeResolver(CachingThreadedResolver):
    """Refuses private, loopback and metadata addresses for all hosts but `own`.

    `own` is set on the class when the crawl opens: the resolver is made before its targets. None is
    no crawl of ours (`scrapy shell`, the other spiders of a project): its user names each address.
    One that stood on a public address in this run is refused on a private one: a name that changes
    so is to lead a crawler into its own network.
    """

    own: ClassVar[frozenset[str] | None] = None
    public: ClassVar[set[str]] = set()
    refused: ClassVar[dict[str, str]] = {}  # Twisted forgets why a name has no address

    @classmethod
    def takes(cls, address: str, host: str) -> bool:
        """Whether `host` may be asked at `address`."""
        name = host.lower()
        if is_public(address):
            cls.public.add(name)
        own = cls.own is None or (name in cls.own and name not in cls.public)
        if is_allowed(address, own=own):
            return True
        cls.refused[name] = address
        return False

    def getHostByName(  # noqa: N802 - Twisted's name
        self, name: str, timeout: Sequence[int] = ()
    ) -> Deferred[str]:
        """The address of `name`, checked."""
        found = super().getHostByName(name, timeout)
        return found.addCallback(self._checked, name)

    def _checked(self, address: Any, name: str) -> Any:
        if self.takes(str(address), name):
            return address
        raise DNSLookupError(f"{name} stands on the private address {address}")
