"""The add-on brings the whole chain into another project and takes nothing of its own away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.settings import BaseSettings, Settings
from scrapy.utils.misc import load_object
from scrapy.utils.python import global_object_name
from scrapy.utils.test import get_crawler

from newscrawl.addon import Addon
from newscrawl.demo import build, serve
from newscrawl.extensions.resolver import SafeResolver
from newscrawl.extensions.scope import ScopeMiddleware
from newscrawl.items import Article, Page
from newscrawl.pipelines.extract import ExtractPipeline
from newscrawl.pipelines.store import StorePipeline
from newscrawl.spiders import NewsSpider

ROOT = Path(__file__).parents[1]
ADDONS = {"newscrawl.addon.Addon": 100}
# What stands in the settings of somebody's own project, and in its pipeline.
SETTINGS = """
BOT_NAME = "theirs"
ADDONS = {"newscrawl.addon.Addon": 100}
ITEM_PIPELINES = {"theirs.Shout": 400, "theirs.Classic": 500}
FEEDS = {"feed.jsonl": {"format": "jsonlines", "fields": ["title", "url"]}}
"""
PIPELINE = """
class Shout:
    def process_item(self, item):
        print("theirs:", item.title)
        return item

class Classic:
    def open_spider(self, spider):
        print("opened", spider.name)

    def process_item(self, item, spider):
        print("classic:", item.title)
        return item

    def close_spider(self, spider):
        print("closed", spider.name)
"""


def scrapy_crawl(project: Path, url: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"target={url}"],
        capture_output=True,
        text=True,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )


@pytest.mark.slow
def test_another_project_crawls_by_one_line_of_its_settings(tmp_path: Path) -> None:
    """Scrapy makes a spider before it asks a crawler's add-ons: the home was not there yet."""
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = project\n", encoding="utf-8")
    (tmp_path / "project.py").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "theirs.py").write_text(PIPELINE, encoding="utf-8")
    with serve(build("vsb", articles=6, faults=False)) as running:
        done = scrapy_crawl(tmp_path, running.url)
        wrong = scrapy_crawl(tmp_path, f"{running.base}/nothing.htm")
    assert done.returncode == 0, done.stderr
    assert f"INFO: {running.url}: exit code 0: " in done.stderr
    assert f"WARNING: {running.base}/nothing.htm: exit code 2: 404" in wrong.stderr
    records = (tmp_path / "corpus" / "articles.jsonl").read_text("utf-8").splitlines()
    titles = {json.loads(line)["title"] for line in records}
    told = [f"{one} {title}" for title in titles for one in ("theirs:", "classic:")]
    assert sorted(done.stdout.splitlines()) == sorted(["opened news", "closed news", *told])
    fed = [json.loads(line) for line in (tmp_path / "feed.jsonl").read_text("utf-8").splitlines()]
    assert {one["url"] for one in fed} == {json.loads(line)["url"] for line in records}
    assert len(fed) == 6


# Stand for pipelines of a project: Scrapy loads what is named.
THEIRS, OWN = "scrapy.pipelines.files.FilesPipeline", "scrapy.pipelines.images.ImagesPipeline"


def made_of_ours() -> type[NewsSpider]:
    own = {"name": "institutes", "custom_settings": {"ITEM_PIPELINES": {OWN: 950}}}
    return type("Institutes", (NewsSpider,), own)


def laid(spider: type[Spider] = NewsSpider, **more: Any) -> BaseSettings:
    """The settings of a crawl in a project that has the add-on."""
    theirs = {"ITEM_PIPELINES": {THEIRS: 900}, "DOWNLOAD_DELAY": 7, **more}
    settings = Settings({"BOT_NAME": "theirs", **theirs}, priority="project")
    Addon.update_pre_crawler_settings(settings)
    spider.update_settings(settings)
    Addon(spider).update_settings(settings)
    return settings


def names(components: Mapping[Any, Any]) -> set[str]:
    return {one if isinstance(one, str) else global_object_name(one) for one in components}


def test_the_pipelines_and_middlewares_stand_beside_the_projects_own() -> None:
    settings = laid()
    pipelines = settings.getdict("ITEM_PIPELINES")
    assert pipelines[THEIRS] == 900
    assert pipelines[StorePipeline] == 300
    assert ScopeMiddleware in settings.getdict("DOWNLOADER_MIDDLEWARES")


def test_a_spider_made_of_ours_has_them_beside_its_own() -> None:
    pipelines = laid(made_of_ours()).getdict("ITEM_PIPELINES")
    assert pipelines[OWN] == 950
    assert pipelines[StorePipeline] == 300


def test_a_component_that_the_project_puts_elsewhere_stays_there() -> None:
    """Named by its path or as what it is."""
    path = "newscrawl.extensions.scope.ScopeMiddleware"
    for name in (path, ScopeMiddleware):
        put = laid(DOWNLOADER_MIDDLEWARES={name: 61}).getdict("DOWNLOADER_MIDDLEWARES")
        assert {one: put[one] for one in (path, ScopeMiddleware) if one in put} == {name: 61}


def test_scrapys_middlewares_that_ours_replace_are_off_unless_the_project_names_them() -> None:
    """In a project of ours they are not in the list at all; in another's they stand in Scrapy's."""
    settings = laid(DOWNLOADER_MIDDLEWARES={RetryMiddleware: 550})
    on = names(settings.get_component_priority_dict_with_base("DOWNLOADER_MIDDLEWARES"))
    assert {name for name in on if name.startswith("scrapy.")} == {
        "scrapy.downloadermiddlewares.retry.RetryMiddleware",
        "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware",
    }
    assert not settings.get_component_priority_dict_with_base("SPIDER_MIDDLEWARES")


def test_what_the_project_set_stays_and_what_it_did_not_is_ours() -> None:
    settings = laid(DOWNLOAD_HANDLERS={"https": "theirs.Handler"})
    assert settings["BOT_NAME"] == "theirs"
    assert settings.getfloat("DOWNLOAD_DELAY") == 7
    assert settings.getint("CONCURRENT_ITEMS") == 1
    assert settings.getbool("HTTPPROXY_ENABLED")
    assert not settings.getbool("REMOTE_CONTROL_ENABLED")
    handlers = settings.getdict("DOWNLOAD_HANDLERS")
    assert handlers["https"] == "theirs.Handler"
    assert handlers["http"] == "newscrawl.extensions.handler.LastLookHandler"
    assert handlers["file"] is None


@pytest.mark.parametrize(
    ("reactor", "handler"),
    [(True, "handler.LastLookHandler"), (False, "fast_handler.FastHandler")],
)
def test_requests_go_out_behind_the_last_look_with_a_reactor_or_without(
    *, reactor: bool, handler: str
) -> None:
    """Without one Scrapy puts a handler of its own in place, with a project's priority."""
    crawler = Crawler(NewsSpider, {"ADDONS": ADDONS, "TWISTED_REACTOR_ENABLED": reactor})
    crawler.addons.load_settings(crawler.settings)
    if not reactor:
        crawler._apply_reactorless_default_settings()
    used = crawler.settings.getwithbase("DOWNLOAD_HANDLERS")
    assert used["http"] == used["https"] == f"newscrawl.extensions.{handler}"


def test_the_process_looks_names_up_by_what_checks_them_for_a_crawl_of_ours() -> None:
    resolver = "newscrawl.extensions.resolver.ProjectResolver"
    assert laid()["TWISTED_DNS_RESOLVER"] == resolver
    assert issubclass(load_object(resolver), SafeResolver)
    assert laid(TWISTED_DNS_RESOLVER="theirs.Resolver")["TWISTED_DNS_RESOLVER"] == "theirs.Resolver"


def test_the_spider_can_be_found() -> None:
    settings = laid(SPIDER_MODULES=["theirs.spiders"])
    assert settings.getlist("SPIDER_MODULES") == ["theirs.spiders", "newscrawl.spiders"]


@pytest.mark.parametrize(
    "item",
    [
        Page(url="http://127.0.0.1/1", body=b""),
        Article(id="1", site="a", url="http://127.0.0.1/1", url_canonical="http://127.0.0.1/1"),
    ],
)
def test_what_the_projects_own_spiders_yield_is_left_to_them(item: Page | Article) -> None:
    """Of a checkout both pipelines are on for every spider, and only ours has a corpus."""
    crawler = get_crawler(Spider)
    crawler.spider = Spider("theirs")
    for pipeline in (ExtractPipeline(crawler), StorePipeline(crawler)):
        assert pipeline.process_item(item) is item
