"""The add-on brings the whole chain into another project and takes nothing of its own away."""

from __future__ import annotations

from scrapy.settings import Settings

from newscrawl.addon import Addon


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
