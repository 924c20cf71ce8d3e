"""Which addresses a crawl may ask for: http(s), and only the hosts of its targets."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from newscrawl.items import Outcome
from newscrawl.text.urls import host_of

MAX_URL = 4096  # longer ones are traps or data: no server of an institute takes them


def family(host: str) -> str:
    """The host without ``www.``: both names stand for one site."""
    return host.removeprefix("www.")


def in_scope(url: str, hosts: Collection[str]) -> bool:
    """Whether `url` is http(s) and on one of `hosts` (which are `family` names)."""
    return url.startswith(("http://", "https://")) and family(host_of(url)) in hosts


def refusal(url: str, hosts: Collection[str]) -> tuple[Outcome, str] | None:
    """Why `url` is not fetched, or None. It is a link's text: anything may stand in it."""
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return Outcome.OUT_OF_SCOPE, "not an address"
    if scheme not in {"http", "https"}:
        return Outcome.OUT_OF_SCOPE, f"{scheme or 'no'} scheme"[:80]
    host = host_of(url)
    if not host:
        return Outcome.OUT_OF_SCOPE, "no host"
    if len(url) > MAX_URL:
        return Outcome.OUT_OF_SCOPE, f"an address of {len(url)} characters"
    if family(host) not in hosts:
        return Outcome.EXTERNAL, f"on {host}"[:120]
    return None
