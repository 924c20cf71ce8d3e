"""Beside the add-on a project's own spiders run as if it were not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import pytest
from scrapy import Spider
from scrapy.settings import BaseSettings
from scrapy.utils.test import get_crawler

from newscrawl.extensions.resolver import ProjectResolver, SafeResolver

ROOT = Path(__file__).parents[1]
ADDONS = {"newscrawl.addon.Addon": 100}
# What a project is told by: where spiders are, where a corpus lies, and the process's one resolver.
OF_THE_PROCESS = {"ADDONS", "SPIDER_MODULES", "NEWSCRAWL_HOME", "TWISTED_DNS_RESOLVER"}

SETTINGS = """
BOT_NAME = "theirs"
SPIDER_MODULES = ["theirs"]
CONCURRENT_REQUESTS = 1
ITEM_PIPELINES = {"theirs.Classic": 400}
FEEDS = {"feed.jsonl": {"format": "jsonlines"}}
"""
# Two links a page, of pages that lead to each other; one leads nowhere. One page is a proxy's.
OWN = """
import json

import scrapy

class Own(scrapy.Spider):
    name = "own"

    async def start(self):
        yield scrapy.Request(self.address, self.parse)
        host = self.address.rstrip("/").rpartition("/")[2]
        proxied = {"proxy": f"http://me:word@{host}"}
        yield scrapy.Request("http://far.example/", self.parse, meta=proxied)

    def parse(self, response):
        depth = response.meta["depth"]
        yield {"url": response.url, "status": response.status, "depth": depth}
        if depth < 1:
            yield from response.follow_all(response.css("a"), self.parse)

    def closed(self, reason):
        told = {**self.crawler.stats.get_stats(), "ended": reason}
        self.logger.info("figures: %s", json.dumps(told, default=str))

class Classic:
    def open_spider(self, spider):
        print("opened", spider.name)

    def process_item(self, item, spider):
        return {**item, "by": spider.name}

    def close_spider(self, spider):
        print("closed", spider.name)
"""
FAR = "http://far.example/"
LINKS = {"/": ("/a", "/gone"), "/a": ("/", "/b"), "/b": ("/", "/a"), FAR: ()}


class Pages(BaseHTTPRequestHandler):
    """Pages of two links; notes each request with its headers."""

    requests: list[dict[str, Any]]

    def do_GET(self) -> None:
        names = sorted(self.headers.keys())
        told = {name: self.headers.get_all(name) for name in names if name != "Host"}
        self.requests.append({"asked": self.path, **told})
        body = "".join(f"<a href={link}>on</a>" for link in LINKS.get(self.path, ())).encode()
        self.send_response(200 if self.path in LINKS else 404)
        self.send_header("Set-Cookie", "seen=1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextmanager
def serving() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """An address, and the requests that come to it."""
    requests: list[dict[str, Any]] = []
    handler = type("Noting", (Pages,), {"requests": requests})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", requests
        finally:
            server.shutdown()
            thread.join()


def crawl_of_their_own(project: Path, more: str) -> dict[str, Any]:
    """All that a run of the project's own spider shows, its port and its clock left out."""
    project.mkdir()
    (project / "scrapy.cfg").write_text("[settings]\ndefault = project\n", encoding="utf-8")
    (project / "project.py").write_text(SETTINGS + more, encoding="utf-8")
    (project / "theirs.py").write_text(OWN, encoding="utf-8")
    with serving() as (address, requests):
        done = subprocess.run(
            [sys.executable, "-m", "scrapy", "crawl", "own", "-a", f"address={address}"],
            capture_output=True,
            text=True,
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=60,
            check=False,
        )
    port = address.rstrip("/").rpartition(":")[2]
    feed = (project / "feed.jsonl").read_text("utf-8").replace(port, "PORT").splitlines()
    return {
        "exit code": done.returncode,
        "requests": json.loads(json.dumps(requests).replace(port, "PORT")),
        "items": [json.loads(line) for line in feed],
        "printed": done.stdout,
        "figures": figures(done.stderr),
        "files": sorted(one.name for one in project.iterdir()),
    }


def figures(log: str) -> dict[str, Any]:
    """The statistics in a log, but those of the clock, the machine and the log itself."""
    (line,) = (line for line in log.splitlines() if "figures: " in line)
    found: dict[str, Any] = json.loads(line.partition("figures: ")[2])
    vague = ("start_time", "memusage", "log_count", "elapsed")
    return {name: value for name, value in found.items() if not name.startswith(vague)}


@pytest.mark.slow
def test_a_spider_of_their_own_does_what_it_does_without(tmp_path: Path) -> None:
    without = crawl_of_their_own(tmp_path / "without", "")
    beside = crawl_of_their_own(tmp_path / "beside", f"ADDONS = {ADDONS}")
    assert beside == without
    asked = [one["asked"] for one in without["requests"]]
    assert sorted(asked) == ["/", "/a", "/gone", FAR]
    assert len(without["items"]) == 3


def settings_of(crawler_settings: BaseSettings) -> dict[str, Any]:
    return {
        name: repr(dict(value) if isinstance(value, BaseSettings) else value)
        for name, value in crawler_settings.items()
        if name not in OF_THE_PROCESS
    }


def test_a_spider_of_their_own_has_the_settings_that_it_has_without() -> None:
    given = {"ITEM_PIPELINES": {"scrapy.pipelines.files.FilesPipeline": 1}, "DOWNLOAD_DELAY": 7}
    without = get_crawler(Spider, given)
    beside = get_crawler(Spider, {**given, "ADDONS": ADDONS})
    assert settings_of(beside.settings) == settings_of(without.settings)


def test_names_are_looked_up_for_them_as_ever() -> None:
    """Twisted has one resolver a process: it checks what a crawl of ours looks up."""
    resolver = ProjectResolver(cast("Any", None), 0, 0)
    assert resolver._checked("169.254.169.254", "metadata.example") == "169.254.169.254"
    crawl = SafeResolver.begin(frozenset({"institute.example"}))
    with pytest.raises(OSError, match="private"):
        resolver._checked("10.0.0.1", "intranet.example")
    SafeResolver.end(crawl)
