"""How long a host is left alone between two requests."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from protego import Protego
from scrapy import Request
from scrapy.utils.test import get_crawler

from newscrawl.extensions.manners import Manners, kept_delay
from newscrawl.extensions.turns import OneByOneDownloader
from newscrawl.sites.model import Site
from newscrawl.spiders import Job, NewsSpider
from newscrawl.spiders.scope import Scope
from newscrawl.store import Session


@pytest.mark.parametrize(
    ("asked", "host", "kept"),
    [
        (0.5, "www.institute.example", 0.5),
        (30, "www.institute.example", 30),
        (60, "www.institute.example", 30),
        (3600, "www.institute.example", 30),
        (5, "127.0.0.1", 5),
        (3600, "127.0.0.1", 10),
        (3600, "localhost", 10),
    ],
)
def test_a_crawl_delay_is_kept_up_to_a_cap(asked: float, host: str, kept: float) -> None:
    """Who asks for more is never asked more often than who asks for less."""
    assert kept_delay(asked, host) == kept


HOSTS = ["http://a.example/1", "http://shared.example/1", "http://news.shared.example/1"]


def pauses(folder: Path, robots: str = "", **settings: Any) -> list[float]:
    """The least seconds between two requests of each host; one site asks for 3, another for 2."""
    jobs = [
        Job(site_id=name, url=f"http://{name}.example/", scope=scope, site=site)
        for name, delay in (("a", 3.0), ("b", 2.0))
        for scope in (Scope.of(f"http://{name}.example/", ("shared.example",)),)
        for site in (Site(id=name, institute=name, delay=delay),)
    ]
    crawler: Any = get_crawler(settings_dict={"DOWNLOAD_HANDLERS_BASE": {}, **settings})
    downloader = OneByOneDownloader(crawler)
    crawler.engine = SimpleNamespace(downloader=downloader)
    crawler.spider = NewsSpider(jobs=jobs, session=Session(folder, command="a test", version="0"))
    manners = Manners(cast("Any", crawler))
    manners.opened(crawler.spider)
    requests = [*map(Request, HOSTS)]
    if robots:
        for one in requests:
            manners.robots(cast("Any", Protego.parse(robots)), one)
    downloader._start_slot_gc = lambda: None  # type: ignore[method-assign]
    slots = [downloader._get_slot(one)[1] for one in requests]
    manners.closed()
    crawler.spider.session.close()
    return [one.delay * (1 - one.jitter) for one in slots]


def test_a_host_that_only_a_domain_of_a_site_file_has_keeps_the_pace_of_the_slower_site(
    tmp_path: Path,
) -> None:
    """It was asked once a second, whatever --delay and the site files said."""
    assert pauses(tmp_path / "own", DOWNLOAD_DELAY_JITTER=0) == [3, 3, 3]
    told = pauses(tmp_path / "told", DOWNLOAD_DELAY_JITTER=0, NEWSCRAWL_DELAY=7)
    assert told == [7, 7, 7]


def test_no_pause_is_shorter_than_the_crawl_delay(tmp_path: Path) -> None:
    """Pauses are made a little unequal: half a Crawl-delay was kept now and then."""
    robots = "User-agent: *\nCrawl-delay: 20"
    assert pauses(tmp_path, robots) == [20, 20, 20]
