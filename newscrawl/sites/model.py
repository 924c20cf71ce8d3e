"""What is known of a site. One TOML file each; see `newscrawl.sites.loader` for the keys.

Every selector is a CSS selector, or XPath behind ``xpath:``. A rule that is None leaves the field
to the family's rules and then to the generic ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from newscrawl.text.urls import readable

DateOrder = Literal["ymd", "mdy", "dmy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRules:
    """One listing (channel) of a site and, where needed, how its rows and pager are found."""

    url: str
    channel: str | None = None
    rows: str | None = None
    links: str | None = None
    title: str | None = None
    date: str | None = None
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRules:
    """How one layout of the site's article pages is read; `until` is its last day, None = now."""

    until: date | None = None
    title: str | None = None
    byline: str | None = None
    author: str | None = None
    source: str | None = None
    date: str | None = None
    body: str | None = None
    breadcrumb: str | None = None
    drop: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One crawled web site. `id` is the file's stem; `institute` is who owns it.

    `zone` is that of its times, where somebody has said it: Chinese pages have theirs without.
    """

    id: str
    institute: str | None = None
    domains: tuple[str, ...] = ()
    family: str | None = None
    zone: str | None = None
    date_order: DateOrder | None = None
    language: str | None = None
    delay: float | None = None
    verify_tls: bool = True
    article_url: str | None = None
    listings: tuple[ListingRules, ...] = ()
    articles: tuple[ArticleRules, ...] = ()
    rules_sha256: str | None = None

    def is_article(self, url: str) -> bool:
        """Whether `article_url` is found in `url`, escapes of its path undone."""
        return bool(self.article_url and re.search(self.article_url, readable(url)))
