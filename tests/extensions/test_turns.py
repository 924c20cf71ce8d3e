"""Whose turn it is, with many hosts waiting."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from scrapy import Request
from scrapy.settings import Settings
from scrapy.squeues import FifoMemoryQueue
from scrapy.utils.test import get_crawler

from newscrawl.extensions.turns import AT_ONCE, FairQueue, OneByOneDownloader, _Active


def slot_of(request: Request) -> str:
    return str(request.meta["download_slot"])


def request(host: str, number: int) -> Request:
    return Request(f"http://{host}.example/{number}.htm", meta={"download_slot": host})


def queue_over(active: set[Request]) -> FairQueue:
    downloader = SimpleNamespace(active=active, get_slot_key=slot_of)
    crawler = SimpleNamespace(
        settings=Settings(), spider=None, engine=SimpleNamespace(downloader=downloader)
    )
    return FairQueue(cast("Any", crawler), FifoMemoryQueue, "")


def handed_out(active: set[Request]) -> list[str]:
    """The hosts of what a queue of three hosts gives, until it gives nothing."""
    queue = queue_over(active)
    for number in range(AT_ONCE + 2):
        for host in "abc":
            queue.push(request(host, number))
    order = []
    while one := queue.pop():
        active.add(one)
        order.append(slot_of(one))
    return order


def test_hosts_take_turns_and_none_is_asked_for_more_than_it_may_have() -> None:
    order = handed_out(_Active(slot_of))
    assert order == [*"abc"] * AT_ONCE


def test_a_project_may_bring_a_downloader_of_its_own() -> None:
    assert handed_out(set()) == handed_out(_Active(slot_of))


def test_a_request_that_is_over_makes_room_for_the_next_of_its_host() -> None:
    active = _Active(slot_of)
    queue = queue_over(active)
    for number in range(AT_ONCE + 1):
        queue.push(request("a", number))
    under_way = [queue.pop() for _ in range(AT_ONCE - 1)]
    last = request("a", 99)
    for one in (*under_way, last):
        assert one
        active.add(one)
    assert queue.pop() is None
    last.meta["download_slot"] = "b"  # it was sent on meanwhile
    active.remove(last)
    assert queue.pop()
    assert active.by_slot == {"a": AT_ONCE - 1}


@pytest.mark.parametrize("end", ["", "/", "/a/1.htm", "?page=2", ":8080/"])
def test_an_address_belongs_to_its_host_whatever_follows_that(end: str) -> None:
    downloader = OneByOneDownloader(get_crawler())
    names = [downloader.get_slot_key(Request(f"http://{one}.example{end}")) for one in "ab"]
    assert names == ["a.example", "b.example"]
