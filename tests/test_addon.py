"""The add-on brings the whole chain into another project and takes nothing of its own away."""

from __future__ import annotations

import pytest
from scrapy import Spider
from scrapy.settings import Settings
from scrapy.utils.test import get_crawler

from newscrawl.addon import Addon
from newscrawl.items import Article, Page
from newscrawl.pipelines.extract import ExtractPipeline
from newscrawl.pipelines.store import StorePipeline


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
