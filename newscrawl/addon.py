"""Switches newscrawl on in another Scrapy project: ``ADDONS = {"newscrawl.addon.Addon": 100}``.

The project then has the spider ``news`` and everything it needs; what it set itself stays, and its
own spiders run as they did.
"""

from __future__ import annotations

from typing import Self

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings, Settings, default_settings, get_settings_priority
from scrapy.utils.misc import load_object

from newscrawl.extensions.fast import fast_settings
from newscrawl.spiders import NewsSpider

_MIDDLEWARES = ("DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES")
_COMPONENTS = ("ITEM_PIPELINES", "EXTENSIONS", *_MIDDLEWARES)
_HANDLERS, _RESOLVER = "DOWNLOAD_HANDLERS", "newscrawl.extensions.resolver.ProjectResolver"
# The process has them already: they are wanted before a crawl, or are one for all crawls.
_EARLY = frozenset({"SPIDER_MODULES", "NEWSCRAWL_HOME", "TWISTED_DNS_RESOLVER"})
# The project's own business.
_THEIRS = frozenset(
    {
        "BOT_NAME",
        "NEWSPIDER_MODULE",
        "COMMANDS_MODULE",
        "LOG_LEVEL",
        "USER_AGENT",
        "HTTPPROXY_ENABLED",  # one of its middlewares may name a proxy that wants a password
        "EXTENSIONS_BASE",
        *(f"{name}_BASE" for name in _MIDDLEWARES),
    }
)


class Addon:
    """Lays `newscrawl.settings` under the project's own, for a crawl of ours alone."""

    def __init__(self, spider: type[Spider]) -> None:
        self._is_ours = issubclass(spider, NewsSpider)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler.spidercls)

    @classmethod
    def update_pre_crawler_settings(cls, settings: BaseSettings) -> None:
        """The spider, its corpus (a spider is made before add-ons are asked), and the resolver."""
        ours = _ours()
        for name in ours.getlist("SPIDER_MODULES"):
            settings.add_to_list("SPIDER_MODULES", name)
        settings.set("NEWSCRAWL_HOME", ours["NEWSCRAWL_HOME"], "addon")
        settings.set("TWISTED_DNS_RESOLVER", _RESOLVER, "addon")

    def update_settings(self, settings: BaseSettings) -> None:
        """Components beside the project's own, the rest with the priority of an add-on."""
        if not self._is_ours:
            return
        ours = _ours()
        for name in _COMPONENTS:
            for path, order in {**_left_out(ours, name), **ours.getdict(name)}.items():
                settings.setdefault_in_component_priority_dict(name, load_object(path), order)
        _lay_handlers(ours, settings)
        for name, value in ours.items():
            if ours.getpriority(name) and name not in {*_COMPONENTS, _HANDLERS, *_EARLY, *_THEIRS}:
                settings.set(name, value, "addon")


def _lay_handlers(ours: Settings, settings: BaseSettings) -> None:
    """Ours but where the project has its own, and no weaker than what Scrapy puts in itself."""
    handlers = ours.getdict(_HANDLERS)
    if not settings.getbool("TWISTED_REACTOR_ENABLED"):
        handlers = fast_settings(handlers)[_HANDLERS]
    told = settings.getpriority(_HANDLERS) or 0
    least = get_settings_priority("project")
    settings.set(_HANDLERS, {**handlers, **settings.getdict(_HANDLERS)}, max(told, least))


def _left_out(ours: Settings, name: str) -> dict[str, None]:
    """Scrapy's own middlewares that ours do without, to be switched off."""
    if name not in _MIDDLEWARES:
        return {}
    base = f"{name}_BASE"
    return dict.fromkeys(getattr(default_settings, base).keys() - ours.getdict(base).keys())


def _ours() -> Settings:
    """`newscrawl.settings` alone, above Scrapy's defaults."""
    ours = Settings()
    ours.setmodule("newscrawl.settings", priority="project")
    return ours
