"""What a crawl is asked to do: jobs, options, and the steps of a walk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from newscrawl.extract.listing.model import NextPage
from newscrawl.sites.model import Site
from newscrawl.spiders.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One listing to walk, and the hosts its articles may be on.

    `notes` are what the user is to know of how its site file was found.
    """

    site_id: str
    url: str
    scope: Scope
    site: Site | None = None
    channel: str | None = None
    notes: tuple[str, ...] = field(default=(), compare=False)

    @property
    def rules(self) -> str | None:
        """The hash of its site file, None where it has none."""
        return self.site.rules_sha256 if self.site else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How far to walk. `since` is an ISO day; `full` walks and retries everything.

    `recheck` held articles a target are looked at again.
    `cross_check` reads the site's feed and sitemaps beside its listing; `js` lets a browser draw
    listing pages that come without rows.
    """

    full: bool = False
    since: str | None = None
    max_pages: int | None = None
    recheck: int = 0
    cross_check: bool = False
    js: bool = False


class Step(NamedTuple):
    """A listing page to read, and its number in the list (1 = the first)."""

    page: NextPage
    number: int
