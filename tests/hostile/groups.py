"""All behaviours in groups: each group is one crawl, and the crawls may run side by side."""

from __future__ import annotations

from collections.abc import Mapping

from tests.hostile.answers import REDIRECT, STATUS
from tests.hostile.content import CHARSETS, DATES, MARKUP, WALLS
from tests.hostile.doors import DEAD, DOORS
from tests.hostile.robots import ROBOTS
from tests.hostile.slow import SLOW
from tests.hostile.transfer import BIG, PACKED, WIRE
from tests.hostile.traps import LINKS, TRAPS, WALK
from tests.hostile.web import Case

GROUPS: Mapping[str, Mapping[str, Case]] = {
    "packed": PACKED,
    "big": BIG,
    "wire": WIRE,
    "slow": SLOW,
    "status": STATUS,
    "redirect": REDIRECT,
    "charsets": CHARSETS,
    "markup": MARKUP,
    "walls": {**WALLS, **DATES},
    "walk": WALK,
    "links": LINKS,
    "traps": TRAPS,
    "doors": DOORS,
    "dead": DEAD,
    "robots": ROBOTS,
}
CASES: Mapping[str, Case] = {name: one for group in GROUPS.values() for name, one in group.items()}
# Seconds for a request; where nothing hangs, a busy machine must not look like a slow server.
TIMEOUT: Mapping[str, int] = {"slow": 4}
PATIENT = 30
