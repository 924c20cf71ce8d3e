"""A list that a script draws, in a real browser. Skipped where there is none."""

from __future__ import annotations

import asyncio
import shutil
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType, SimpleNamespace
from typing import Any, Self

import pytest
from scrapy import Request

from newscrawl.demo import serve
from newscrawl.errors import UsageError
from newscrawl.extensions import browser
from newscrawl.spiders import Job
from newscrawl.spiders.scope import Scope
from tests.crawl.conftest import Crawl
from tests.crawl.test_doors import having, held, institute
from tests.crawl.test_shell import page

URL = "http://127.0.0.1/news/"
JOB = Job(site_id="x", url=URL, scope=Scope.of(URL))
SCRIPT = """
var list = document.createElement('ul');
{rows}.forEach(function (row) {{
  list.innerHTML +=
    '<li><a href="' + row[0] + '">' + row[1] + '</a><span>' + row[2] + '</span></li>';
}});
document.getElementById('app').appendChild(list);
"""


def test_without_the_extra_one_line_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r'"\.\[js\]"'):
        browser.browser_settings([JOB], 60, {})


class DriverError(Exception):
    """Stands in for Playwright's."""


class Driver:
    """Stands in for Playwright; has a browser of its own or not."""

    def __init__(self, *, browser: bool) -> None:
        self.browser = browser
        self.chromium = self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def launch(self) -> Driver:
        if not self.browser:
            raise DriverError("Executable doesn't exist at /nowhere")
        return self

    def close(self) -> None: ...


def with_driver(monkeypatch: pytest.MonkeyPatch, *, system: str | None, own: bool) -> None:
    """The extra is installed; the system has the browser `system`, the driver its `own`."""
    fake = ModuleType("playwright.sync_api")
    fake.Error = DriverError  # type: ignore[attr-defined]
    fake.sync_playwright = lambda: Driver(browser=own)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "playwright", ModuleType("playwright"))
    monkeypatch.setitem(sys.modules, "playwright.sync_api", fake)
    monkeypatch.setattr(browser, "find_spec", lambda _: object())
    monkeypatch.setattr(shutil, "which", lambda name: name == "chromium" and system)


def test_without_a_browser_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The crawl began, and its list was said to have a wrong address."""
    with_driver(monkeypatch, system=None, own=False)
    with pytest.raises(UsageError, match="install Chromium"):
        browser.browser_settings([JOB], 60, {})


@pytest.mark.parametrize(
    ("system", "options"),
    [("/usr/bin/chromium", {"executable_path": "/usr/bin/chromium"}), (None, {})],
)
def test_the_systems_browser_is_used_else_the_drivers_own(
    monkeypatch: pytest.MonkeyPatch, system: str | None, options: dict[str, str]
) -> None:
    with_driver(monkeypatch, system=system, own=not system)
    made = browser.browser_settings([JOB], 60, {})
    assert made["PLAYWRIGHT_LAUNCH_OPTIONS"] == options


@pytest.mark.parametrize(
    ("url", "kind", "stopped"),
    [
        ("http://127.0.0.1/api/list", "xhr", False),
        ("http://127.0.0.1/logo.png", "image", True),
        ("http://stranger.example/count.js", "script", True),
        ("file:///etc/passwd", "xhr", True),
    ],
)
def test_the_browser_asks_the_crawls_hosts_alone(url: str, kind: str, stopped: bool) -> None:
    request = SimpleNamespace(url=url, resource_type=kind)
    assert browser.Guard([JOB])(request) is stopped


class Browser:
    """Stands in for scrapy-playwright's handler."""

    def __init__(self, crawler: Any) -> None: ...

    async def download_request(self, request: Request) -> str:
        return f"drawn {request.url}"


def test_pages_that_want_a_browser_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = ModuleType("scrapy_playwright.handler")
    fake.ScrapyPlaywrightDownloadHandler = Browser  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "scrapy_playwright", ModuleType("scrapy_playwright"))
    monkeypatch.setitem(sys.modules, "scrapy_playwright.handler", fake)
    monkeypatch.delitem(sys.modules, "newscrawl.extensions.browser_handler", raising=False)

    either = import_module("newscrawl.extensions.browser_handler")._Either
    handler = object.__new__(either)
    handler._browser = Browser(None)
    asked = handler.download_request(Request(URL, meta={"playwright": True}))
    assert asyncio.run(asked) == f"drawn {URL}"


@pytest.mark.slow
@pytest.mark.skipif(find_spec("scrapy_playwright") is None, reason="the extra js is not installed")
@pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium here")
def test_a_list_that_a_script_draws_is_crawled_in_a_browser(crawl: Crawl) -> None:
    made = institute()
    rows = [[path, one.title, one.date_published] for path, one in made.truth.items()]
    with serve(having(made, {}, {"/spa/": page(SCRIPT.format(rows=rows))})) as server:
        ran = crawl(f"{server.base}/spa/", "--js")
    assert (ran.code, held(ran, server.base)) == (0, set(made.truth))
