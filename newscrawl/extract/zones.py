"""Whose zone a time without one is in: the site's own, China's on Chinese pages, else nobody's."""

from __future__ import annotations

from newscrawl.sites.model import Site
from newscrawl.text.language import is_chinese
from newscrawl.text.urls import host_of

CHINA = "+08:00"
# The country has one zone, whatever language a page of it is in.
_COUNTRY = ".cn"


def zone_of(site: Site | None, url: str, *, chinese: bool) -> str | None:
    """The offset of the times at an address, or None where nothing says it."""
    if site is not None and site.zone:
        return site.zone
    at_home = chinese or host_of(url).partition(":")[0].endswith(_COUNTRY)
    return CHINA if at_home else None


def may_be_chinese(language: str | None, title: str | None = None) -> bool:
    """Whether what is declared in `language` and called `title` may be in Chinese.

    Templates made abroad declare English over Chinese pages.
    """
    declared = (language or "zh").lower()
    return declared.startswith("zh") or is_chinese(title or "")
