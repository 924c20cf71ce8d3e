"""Made-up institutes: the same for the same seed, each in the shape of one CMS family.

`build` gives an institute: its pages (`get`), and the truth about them (`truth`, `outcomes`,
`twins`). `serve` puts it on loopback.
"""

from __future__ import annotations

from collections.abc import Collection

from newscrawl.demo.families import FAMILIES
from newscrawl.demo.model import Institute, Request, Response, Truth
from newscrawl.demo.plan import plan, without
from newscrawl.demo.server import Faults, Server, serve

__all__ = [
    "FAMILIES",
    "Faults",
    "Institute",
    "Request",
    "Response",
    "Server",
    "Truth",
    "build",
    "serve",
]


def build(
    family: str,
    seed: int = 1,
    articles: int = 26,
    *,
    faults: bool = True,
    gone: Collection[int] = (),
) -> Institute:
    """One institute of a family (a key of `FAMILIES`).

    With more `articles` it is the same institute later: older articles stay as they were. `gone`
    holds the numbers (0 = oldest) of articles that were taken down. `faults` adds a page that
    breaks off and a link that leads nowhere.
    """
    module = FAMILIES[family]
    made = plan(family, seed, module.NAMES, articles, faults=faults)
    return module.build(without(made, gone) if gone else made)  # type: ignore[no-any-return]
