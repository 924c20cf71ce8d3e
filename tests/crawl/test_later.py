"""What a corpus goes on with: a site file that comes later, a date that leaves out the older."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawl.demo import build, serve
from newscrawl.store.story import open_for_reading, targets
from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow


def test_a_site_file_that_comes_later_takes_no_held_article_for_another(crawl: Crawl) -> None:
    with serve(build("vsb", faults=False)) as server:
        first = crawl(server.url)
        sites = first.home / "sites"
        sites.mkdir()
        host = server.base.removeprefix("http://")
        text = f'institute = "x"\ndomains = ["{host}"]\n[[listing]]\nurl = "{server.url}"\n'
        (sites / "my.toml").write_text(text, "utf-8")
        second = crawl(server.url)
    assert second.report["outcomes"].get("new", 0) == 0
    assert len(second.urls) == len(set(second.urls)) > 0


def test_older_articles_that_since_leaves_out_are_not_missing(crawl: Crawl) -> None:
    institute = build("vsb", faults=False)
    dates = sorted(str(one.date_published)[:10] for one in institute.truth.values())
    with serve(institute) as server:
        ran = crawl(server.url, "--since", dates[len(dates) // 2])
    assert ran.code == 0, ran.out
    assert ran.report["outcomes"].get("out_of_scope", 0) == 0, "nobody asked for them"
    target = ran.report["targets"][0]
    assert target["older"] > 0
    assert "pending" not in target["missing"]


def test_a_second_listing_is_of_the_site_that_the_first_was_of_before_its_file_came(
    crawl: Crawl,
) -> None:
    made = build("vsb", faults=False)
    page = made.get(made.listing)
    with serve(replace(made, pages={**made.pages, "/other.htm": page})) as server:
        first = crawl(server.url)
        sites = first.home / "sites"
        sites.mkdir()
        host = server.base.removeprefix("http://")
        text = f'domains = ["{host}"]\n[[listing]]\nurl = "{server.base}/other.htm"\n'
        (sites / "my.toml").write_text(text, "utf-8")
        second = crawl("my")
    assert second.report["outcomes"].get("new", 0) == 0
    (target,) = second.report["targets"]
    assert (target["site"], target["site_file"]) == (host, "my")


def test_an_address_that_gave_no_row_is_no_listing_of_the_corpus(crawl: Crawl) -> None:
    with serve(build("vsb", articles=3, faults=False)) as server:
        crawl(f"{server.base}/mistyped.htm")
        ran = crawl(server.url)
    with open_for_reading(ran.home) as db:
        assert [one["url"] for one in targets(db)] == [server.url]
