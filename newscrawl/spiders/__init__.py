"""The spiders: thin, async, no rules of extraction."""

from __future__ import annotations

from newscrawl.spiders.answers import DAMAGED
from newscrawl.spiders.canary import Canary
from newscrawl.spiders.ends import End
from newscrawl.spiders.failures import BROKEN_OFF, NO_ANSWER, PrivateHostError, Refused, outcome_of
from newscrawl.spiders.hosts import TIRED, Host
from newscrawl.spiders.model import Job, Options
from newscrawl.spiders.news import NewsSpider
from newscrawl.spiders.revisits import is_conditional
from newscrawl.spiders.walk import Walk

__all__ = [
    "BROKEN_OFF",
    "DAMAGED",
    "NO_ANSWER",
    "TIRED",
    "Canary",
    "End",
    "Host",
    "Job",
    "NewsSpider",
    "Options",
    "PrivateHostError",
    "Refused",
    "Walk",
    "is_conditional",
    "outcome_of",
]
