"""Every article an institute's news listing ever posted, as one clean JSON line each."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

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
