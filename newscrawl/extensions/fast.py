"""The fast profile: requests by aiohttp, no Twisted reactor, uvloop where it is installed.

Scrapy calls the first two experimental, so they are off unless asked for. And pages of sites
without a site file are read beside the loop where there is a processor for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from newscrawl.errors import UsageError

_HANDLER = "newscrawl.extensions.fast_handler.FastHandler"
_WORKERS = 2  # of about 40 MB each, beside a crawl of 120: all together stay under 300 MB


def fast_settings(handlers: Mapping[str, str | None]) -> dict[str, Any]:
    """Scrapy settings of the profile; UsageError without the extra `fast`.

    `handlers` are the download handlers without it.
    """
    if find_spec("aiohttp") is None:
        raise UsageError('--fast needs the extra fast: pip install ".[fast]" in the checkout')
    return {
        "DOWNLOAD_HANDLERS": {**handlers, "http": _HANDLER, "https": _HANDLER},
        "TWISTED_REACTOR_ENABLED": False,
        "ASYNCIO_EVENT_LOOP": "uvloop.Loop" if find_spec("uvloop") else None,
        "NEWSCRAWL_WORKERS": _WORKERS,
    }
