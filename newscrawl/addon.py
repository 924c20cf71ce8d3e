"""Switches newscrawl on in another Scrapy project: ``ADDONS = {"newscrawl.addon.Addon": 100}``.

The project then has the spider ``news`` and everything it needs; what it set itself stays.
"""

from __future__ import annotations

from scrapy.settings import BaseSettings, Settings, default_settings

_LISTS = ("SPIDER_MODULES",)
_MIDDLEWARES = ("DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES")
_COMPONENTS = ("ITEM_PIPELINES", "EXTENSIONS", *_MIDDLEWARES)
# The project's own business.
_THEIRS = frozenset(
    {
        "BOT_NAME",
        "NEWSPIDER_MODULE",
        "COMMANDS_MODULE",
        "LOG_LEVEL",
        "USER_AGENT",
        "EXTENSIONS_BASE",
        *(f"{name}_BASE" for name in _MIDDLEWARES),
    }
)


class Addon:
    """Lays `newscrawl.settings` under the project's own settings."""

    @classmethod
    def update_pre_crawler_settings(cls, settings: BaseSettings) -> None:
        """All of them: a crawler makes its spider before it asks its add-ons for settings."""
        for name in _LISTS:
            merged = [*settings.getlist(name), *_ours().getlist(name)]
            settings.set(name, list(dict.fromkeys(merged)), "project")
        _lay(settings)

    def update_settings(self, settings: BaseSettings) -> None:
        """The same, for a crawler that was made without a runner."""
        _lay(settings)


def _lay(settings: BaseSettings) -> None:
    """Components beside the project's own, the rest with the priority of an add-on."""
    ours = _ours()
    for name in _COMPONENTS:
        merged = {**_left_out(ours, name), **ours.getdict(name), **settings.getdict(name)}
        settings.set(name, merged, "project")
    for name, value in ours.items():
        if ours.getpriority(name) and name not in {*_COMPONENTS, *_LISTS, *_THEIRS}:
            settings.set(name, value, "addon")


def _left_out(ours: Settings, name: str) -> dict[str, None]:
    """Scrapy's own middlewares that ours do without, switched off."""
    if name not in _MIDDLEWARES:
        return {}
    base = f"{name}_BASE"
    return dict.fromkeys(getattr(default_settings, base).keys() - ours.getdict(base).keys())


def _ours() -> Settings:
    """`newscrawl.settings` alone, above Scrapy's defaults."""
    ours = Settings()
    ours.setmodule("newscrawl.settings", priority="project")
    return ours
