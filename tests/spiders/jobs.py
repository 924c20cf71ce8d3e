"""A listing without a site file, and the articles found in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from newscrawl.items import Page
from newscrawl.spiders import Job
from newscrawl.spiders.scope import Scope
from tests.learn.pages import BASE, pages_of

URL = f"{BASE}/list"
JOB = Job(site_id="www.institute.example", url=URL, scope=Scope.of(URL))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def pages(family: str, count: int = 10) -> list[Page]:
    """Articles of an institute's listing."""
    return [replace(page, site=JOB.site_id, channel=URL) for page in pages_of(family, count)]
