"""The spiders: thin, async, no rules of extraction."""

from __future__ import annotations

from newscrawl.spiders.failures import Refused
from newscrawl.spiders.model import Job, Options
from newscrawl.spiders.news import NewsSpider
from newscrawl.spiders.walk import End, Walk

__all__ = ["End", "Job", "NewsSpider", "Options", "Refused", "Walk"]
