"""Every article an institute's news listing ever posted, as one clean JSON line each."""

from __future__ import annotations

from importlib import import_module

# Without `typing` (5 of 11 ms) the command takes signals sooner.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newscrawl.extract.article import extract_article
    from newscrawl.extract.listing import extract_listing
    from newscrawl.learn import learn_site
    from newscrawl.sites.loader import load_site

__version__ = "0.1.0"
__all__ = ["extract_article", "extract_listing", "learn_site", "load_site"]

# Loaded on first use: `import newscrawl` must not pull in lxml.
_LAZY = {
    "extract_article": "newscrawl.extract.article",
    "extract_listing": "newscrawl.extract.listing",
    "learn_site": "newscrawl.learn",
    "load_site": "newscrawl.sites.loader",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
