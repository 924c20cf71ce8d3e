"""What a crawl is asked to do."""

from __future__ import annotations

from dataclasses import dataclass

from newscrawl.sites.model import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One listing to walk. `hosts` are the hosts in scope, as `text.urls.host_of` writes them."""

    site_id: str
    url: str
    hosts: frozenset[str]
    site: Site | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How far to walk. `since` is an ISO day; `full` walks and retries everything."""

    full: bool = False
    since: str | None = None
    max_pages: int | None = None
