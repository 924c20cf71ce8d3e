"""Listing pages that a script draws, in a real browser: the extra `js`, off unless asked for.

The browser asks for whatever the page wants; only hosts of the crawl are let through, and nothing
that is merely looked at. What it asks for is not held against robots.txt: the page itself is.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from newscrawl.errors import UsageError
from newscrawl.spiders import Job

_HANDLER = "newscrawl.extensions.browser_handler.BrowserHandler"
# The system's own browser, where there is one; else the one that Playwright brings.
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_NOT_NEEDED = frozenset({"image", "media", "font"})


class Guard:
    """Decides which of a page's own requests are blocked: other hosts, pictures, fonts."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._scopes = [job.scope for job in jobs]

    def __call__(self, request: Any) -> bool:
        """Whether to block a Playwright request."""
        outside = all(scope.refusal(request.url) for scope in self._scopes)
        return outside or request.resource_type in _NOT_NEEDED


def _starts() -> bool:
    """Whether Playwright has a browser of its own that starts; the driver alone brings none."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as driver:
        try:
            driver.chromium.launch().close()
        except Error:
            return False
    return True


def browser_settings(
    jobs: Sequence[Job], timeout: float, handlers: Mapping[str, str | None]
) -> dict[str, Any]:
    """Scrapy settings with which requests may ask for the browser.

    UsageError without the extra, or where there is no browser.
    `handlers` are the download handlers without it; a page has `timeout` seconds to be drawn.
    """
    if find_spec("scrapy_playwright") is None:
        raise UsageError('--js needs the extra js: pip install ".[js]" in the checkout')
    own = next((path for path in map(shutil.which, _BROWSERS) if path), None)
    if not own and not _starts():
        raise UsageError("--js finds no browser: install Chromium, as by: apt install chromium")
    return {
        "DOWNLOAD_HANDLERS": {**handlers, "http": _HANDLER, "https": _HANDLER},
        "PLAYWRIGHT_ABORT_REQUEST": Guard(jobs),
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": timeout * 1000,
        "PLAYWRIGHT_LAUNCH_OPTIONS": {"executable_path": own} if own else {},
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 2,
    }
