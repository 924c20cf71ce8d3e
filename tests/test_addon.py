"""The add-on brings the whole chain into another project and takes nothing of its own away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy import Spider
from scrapy.settings import Settings
from scrapy.utils.test import get_crawler

from newscrawl.addon import Addon
from newscrawl.demo import build, serve
from newscrawl.items import Article, Page
from newscrawl.pipelines.extract import ExtractPipeline
from newscrawl.pipelines.store import StorePipeline

ROOT = Path(__file__).parents[1]
# What stands in the settings of somebody's own project, and in its pipeline.
SETTINGS = """
BOT_NAME = "theirs"
ADDONS = {"newscrawl.addon.Addon": 100}
ITEM_PIPELINES = {"theirs.Shout": 400}
FEEDS = {"feed.jsonl": {"format": "jsonlines", "fields": ["title", "url"]}}
"""
PIPELINE = """
class Shout:
    def process_item(self, item):
        print("theirs:", item.title)
        return item
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
    told = {line for line in done.stdout.splitlines() if line.startswith("theirs:")}
    assert told == {f"theirs: {json.loads(line)['title']}" for line in records}
    fed = [json.loads(line) for line in (tmp_path / "feed.jsonl").read_text("utf-8").splitlines()]
    assert {one["url"] for one in fed} == {json.loads(line)["url"] for line in records}
    assert len(fed) == 6


def project() -> Settings:
    return Settings(
        {
            "BOT_NAME": "theirs",
            "SPIDER_MODULES": ["theirs.spiders"],
            "ITEM_PIPELINES": {"theirs.Pipeline": 900},
            "DOWNLOAD_DELAY": 7,
        },
        priority="project",
    )


def test_the_pipelines_and_middlewares_stand_beside_the_projects_own() -> None:
    settings = project()
    Addon().update_settings(settings)
    assert settings.getdict("ITEM_PIPELINES")["theirs.Pipeline"] == 900
    assert settings.getdict("ITEM_PIPELINES")["newscrawl.pipelines.store.StorePipeline"] == 300
    assert "newscrawl.extensions.scope.ScopeMiddleware" in settings.getdict(
        "DOWNLOADER_MIDDLEWARES"
    )


def test_scrapys_middlewares_that_ours_replace_are_off_unless_the_project_names_them() -> None:
    """In a project of ours they are not in the list at all; in another's they stand in Scrapy's."""
    own, retry = "scrapy.downloadermiddlewares", "retry.RetryMiddleware"
    settings = project()
    settings.set("DOWNLOADER_MIDDLEWARES", {f"{own}.{retry}": 550}, "project")
    Addon().update_settings(settings)
    on = settings.get_component_priority_dict_with_base("DOWNLOADER_MIDDLEWARES")
    assert {name for name in on if name.startswith("scrapy.")} == {
        f"{own}.{retry}",
        f"{own}.httpproxy.HttpProxyMiddleware",
    }
    assert not settings.get_component_priority_dict_with_base("SPIDER_MIDDLEWARES")


def test_what_the_project_set_stays_and_what_it_did_not_is_ours() -> None:
    settings = project()
    Addon().update_settings(settings)
    assert settings["BOT_NAME"] == "theirs"
    assert settings.getfloat("DOWNLOAD_DELAY") == 7
    assert settings.getint("CONCURRENT_ITEMS") == 1
    assert not settings.getbool("REMOTE_CONTROL_ENABLED")


def test_the_spider_can_be_found() -> None:
    settings = project()
    Addon.update_pre_crawler_settings(settings)
    assert settings.getlist("SPIDER_MODULES") == ["theirs.spiders", "newscrawl.spiders"]


@pytest.mark.parametrize(
    "item",
    [
        Page(url="http://127.0.0.1/1", body=b""),
        Article(id="1", site="a", url="http://127.0.0.1/1", url_canonical="http://127.0.0.1/1"),
    ],
)
def test_what_the_projects_own_spiders_yield_is_left_to_them(item: Page | Article) -> None:
    """Both pipelines are on for every spider of the project, and only ours has a corpus."""
    crawler = get_crawler(Spider)
    crawler.spider = Spider("theirs")
    for pipeline in (ExtractPipeline(crawler), StorePipeline(crawler)):
        assert pipeline.process_item(item) is item
