"""A signal reaches whoever is connected; lines for every page are for the level DEBUG."""

from __future__ import annotations

import asyncio

import pytest
from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawl.extensions.quiet import HeardSignals, QuietLog


class Ear:
    """Counts what it hears."""

    def __init__(self) -> None:
        self.heard = 0

    def __call__(self) -> str:
        self.heard += 1
        return "heard"


def test_a_signal_is_heard_while_somebody_is_connected_to_it() -> None:
    signals, signal, other, ear = HeardSignals("us"), object(), object(), Ear()
    signals.connect(ear, signal)
    assert signals.send_catch_log(other) == []
    assert signals.send_catch_log(signal) == [(ear, "heard")]
    assert asyncio.run(signals.send_catch_log_async(other)) == []
    signals.disconnect(ear, signal)
    assert signals.send_catch_log(signal) == []
    assert ear.heard == 1


@pytest.mark.parametrize(("level", "told"), [("DEBUG", True), ("INFO", False), ("WARNING", False)])
def test_a_page_is_logged_at_the_level_debug_alone(level: str, told: bool) -> None:
    log = QuietLog.from_crawler(get_crawler(settings_dict={"LOG_LEVEL": level}))
    request = Request("http://a.example/")
    crawled = log.crawled(request, Response(request.url), Spider("x"))
    scraped = log.scraped({}, Response(request.url), Spider("x"))
    assert (crawled is not None, scraped is not None) == (told, told)
