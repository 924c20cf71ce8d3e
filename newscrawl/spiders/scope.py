"""Which addresses a crawl may request: http(s), and only the hosts of its targets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from newscrawl.items import Outcome
from newscrawl.text.urls import host_of, in_scope, repeats_segments

MAX_URL = 4096  # longer ones are traps or data: no server of an institute takes them


@dataclass(frozen=True, slots=True)
class Scope:
    """The target's own host, with and without ``www.``, and the domains its site file names."""

    host: str
    domains: tuple[str, ...] = ()

    @classmethod
    def of(cls, url: str, domains: tuple[str, ...] = ()) -> Scope:
        """The scope of a listing's address."""
        return cls(_bare(host_of(url)), domains)

    def __contains__(self, url: str) -> bool:
        """Whether `url` is on a host of the scope (whatever its scheme)."""
        return _bare(host_of(url)) == self.host or in_scope(url, self.domains)

    @lru_cache(maxsize=1024)  # noqa: B019 - asked for the row and for its request; scopes are few
    def refusal(self, url: str) -> tuple[Outcome, str] | None:
        """Why `url` is not fetched, None if it may be. It may be anything that a link holds."""
        try:
            scheme = urlsplit(url).scheme.lower()
        except ValueError:
            return Outcome.OUT_OF_SCOPE, "not an address"
        if scheme not in {"http", "https"}:
            return Outcome.OUT_OF_SCOPE, f"{scheme or 'no'} scheme"[:80]
        host = host_of(url)
        if not host:
            return Outcome.OUT_OF_SCOPE, "no host"
        if url not in self:
            return Outcome.EXTERNAL, f"on {host}"[:120]
        return _trap(url)


def _trap(url: str) -> tuple[Outcome, str] | None:
    if len(url) > MAX_URL:
        return Outcome.OUT_OF_SCOPE, f"an address of {len(url)} characters"
    if repeats_segments(url):
        return Outcome.OUT_OF_SCOPE, "an address that goes round"
    return None


def _bare(host: str) -> str:
    """The host without ``www.`` and a default port: both names are one site."""
    return host.removeprefix("www.").removesuffix(":80").removesuffix(":443")
