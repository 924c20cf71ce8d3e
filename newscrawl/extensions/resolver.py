"""Name resolution that keeps a crawl out of private networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from newscrawl.text.hosts import is_allowed, is_public

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twisted.internet.defer import Deferred


class Lookups:
    """Which names of one crawl may stand where, and what was seen of them.

    `own` are the hosts of the crawl's targets. None is no crawl of ours (`scrapy shell`, the other
    spiders of a project): its user names each address. A name that stood on a public address in
    this crawl is refused on a private one: one that changes so is to lead a crawler into its own
    network.
    """

    def __init__(self, own: frozenset[str] | None = None) -> None:
        self._own = own
        self._public: set[str] = set()
        self.refused: dict[str, str] = {}  # Twisted forgets why a name has no address

    @property
    def is_ours(self) -> bool:
        """Whether a crawl of ours is under way."""
        return self._own is not None

    def takes(self, address: str, host: str) -> bool:
        """Whether `host` may be asked at `address`."""
        name = host.lower()
        if is_public(address):
            self._public.add(name)
        own = self._own is None or (name in self._own and name not in self._public)
        if is_allowed(address, own=own):
            return True
        self.refused[name] = address
        return False


class SafeResolver(CachingThreadedResolver):
    """Refuses private, loopback and metadata addresses for all hosts but the crawl's own.

    Twisted has one resolver a process, made before there is a crawl: what the crawl may look up
    stands on the class while it lasts.
    """

    crawl: ClassVar[Lookups] = Lookups()

    @classmethod
    def begin(cls, own: frozenset[str]) -> Lookups:
        """A crawl of hosts opens; what earlier ones of the process saw is nothing to it."""
        cls.crawl = Lookups(own)
        return cls.crawl

    @classmethod
    def end(cls, crawl: Lookups | None) -> None:
        """That crawl closes: the resolver is left to what else runs in the process."""
        if cls.crawl is crawl:
            cls.crawl = Lookups()

    def getHostByName(  # noqa: N802 - Twisted's name
        self, name: str, timeout: Sequence[int] = ()
    ) -> Deferred[str]:
        """The address of `name`, checked."""
        found = super().getHostByName(name, timeout)
        return found.addCallback(self._checked, name)

    def _checked(self, address: Any, name: str) -> Any:
        if self.crawl.takes(str(address), name):
            return address
        raise DNSLookupError(f"{name} stands on the private address {address}")


class ProjectResolver(SafeResolver):
    """Of a project that has spiders of its own beside ours: theirs alone are refused nothing."""

    def _checked(self, address: Any, name: str) -> Any:
        return super()._checked(address, name) if self.crawl.is_ours else address
