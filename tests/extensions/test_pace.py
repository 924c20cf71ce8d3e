"""How long a host asks us to wait."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from scrapy import Request
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.extensions.pace import Pace, retry_after
from newscrawl.spiders import NewsSpider
from newscrawl.store import Session

NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (b"3", 3.0),
        (b" 120 ", 120.0),
        (b"Sun, 22 Nov 2026 12:00:30 GMT", 30.0),
        (b"Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        (b"soon", None),
        (b"-5", None),
        (b"9" * 5000, None),
        (b"Sun, 22 Nov 99999999999 12:00:30 GMT", None),
        ("３".encode(), None),
        (b"", None),
        (None, None),
    ],
)
def test_retry_after_is_a_number_or_a_date(value: bytes | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def pauses(folder: Path, *answers: tuple[int, dict[str, str]]) -> list[float]:
    """For how many seconds the whole host is left in peace after each answer."""
    spider = NewsSpider(session=Session(folder, command="a test", version="0"))
    engine = SimpleNamespace(downloader=SimpleNamespace(slots={}))
    pace = Pace(cast("Crawler", SimpleNamespace(spider=spider, engine=engine)))
    host, found = spider.hosts.of("http://institute.example/"), []
    for status, headers in answers:
        host.resume, told = 0.0, cast("Any", headers)
        answer = Response("http://institute.example/a", status=status, headers=told)
        pace.answered(Request("http://institute.example/a"), answer)
        found.append(round(max(0.0, host.resume - time.monotonic()), 1))
    spider.session.close()
    return found


def test_a_host_that_can_take_no_more_is_left_in_peace_ever_longer(tmp_path: Path) -> None:
    """Not only the request that was refused: the others would come in its place."""
    busy, well = (503, dict[str, str]()), (200, dict[str, str]())
    assert pauses(tmp_path, *[busy] * 6, well, busy) == [0.5, 1, 2, 4, 4, 4, 0, 0.5]


def test_a_host_that_says_how_long_is_taken_at_its_word(tmp_path: Path) -> None:
    told = {"Retry-After": "7"}
    assert pauses(tmp_path, (503, told), (429, told), (429, {}), (500, {})) == [7, 7, 1, 0]


def test_behind_a_pause_the_next_request_keeps_its_distance_too(tmp_path: Path) -> None:
    """The delay was counted from where the waiting began: two requests left in one moment."""
    spider = NewsSpider(session=Session(tmp_path, command="a test", version="0"))
    slot, request = Slot(1, 5.0), Request("http://institute.example/a")
    request.meta["download_slot"] = "institute.example"
    engine = SimpleNamespace(downloader=SimpleNamespace(slots={"institute.example": slot}))
    pace = Pace(cast("Crawler", SimpleNamespace(spider=spider, engine=engine)))
    spider.hosts.of(request.url).resume = resume = time.monotonic() + 0.05
    asyncio.run(pace.turn(request))
    spider.session.close()
    assert slot.lastseen >= resume
