"""The handler of `--js`; only imported where the extra `js` is installed."""

from __future__ import annotations

from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from newscrawl.extensions.handler import LastLookHandler


class BrowserHandler(LastLookHandler, ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]
    """Requests with `playwright` in their meta go through the browser, after the last look."""
