"""A later crawl asks for what is new and a page or two: the server counts."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from newscrawl.demo import FAMILIES, Institute, build, serve
from newscrawl.demo.model import NOT_FOUND, Response
from newscrawl.demo.shape import Shape
from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow
ROBOTS = 1
NEWS = "all-news.html"
ROWS = 20  # the bound speaks of pages of twenty


@pytest.mark.parametrize(
    ("family", "steps"),
    [
        ("empire", (0, 1, 5, 20, 60)),
        ("trs", (0, 1, 5)),
        ("dede", (1, 20)),
        ("plone", (5, 60)),
        ("jpaas", (0, 1, 5)),  # its first page is a shell: one request more
    ],
)
def test_new_posts_cost_their_own_pages_and_those_of_the_list_they_fill(
    family: str, steps: tuple[int, ...], crawl: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_rows_of_twenty(family, monkeypatch)
    count, asked = 26, []
    with serve(build(family, articles=count, faults=False)) as server:
        held = len(crawl(server.url).urls)
        for more in steps:
            count += more
            server.institute = build(family, articles=count, faults=False)
            server.requests.clear()
            ran = crawl(server.url)
            asked.append((sum(server.requests.values()), 2 + more + -(-more // 20) + ROBOTS))
            assert len(ran.urls) == len(set(ran.urls)) == held + more
            held += more
    assert [one for one in asked if one[0] > one[1]] == [], asked


def _with_rows_of_twenty(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No links out between the articles, and twenty rows a page."""
    module = FAMILIES[family]
    shapes = [
        one for one in vars(module).values() if isinstance(one, type) and issubclass(one, Shape)
    ]
    for one in shapes:
        monkeypatch.setattr(one, "rows", ROWS)


def _moved(made: Institute, status: int) -> Institute:
    """The institute with its list at another address, to which the old one leads."""
    there, leads = made.get(made.listing), Response(status=status, headers={"Location": NEWS})
    folder, _, _ = made.listing.rpartition("/")
    pages = {**made.pages, made.listing: leads, f"{folder}/{NEWS}": there}
    return replace(made, pages=pages)


@pytest.mark.parametrize(("status", "again"), [(301, 0), (308, 0), (302, 1), (307, 1)])
def test_a_listing_that_moved_for_good_is_asked_for_where_it_is(
    status: int, again: int, crawl: Crawl
) -> None:
    made = _moved(build("dede", articles=26, faults=False), status)
    with serve(made) as server:
        held = crawl(server.url).urls
        for options, asked in (((), again), ((), again), (("--full",), 1), ((), again)):
            server.requests.clear()
            ran = crawl(server.url, *options)
            assert (ran.code, ran.urls, server.requests[made.listing]) == (0, held, asked)


def test_a_listing_that_moved_back_is_found_where_it_was(crawl: Crawl) -> None:
    """The address that it had meanwhile is gone, shows something else, or leads back."""
    made = build("dede", articles=26, faults=False)
    other = replace(made.get(made.listing), body=b"<html><h1>It works!</h1></html>")
    back = Response(status=302, headers={"Location": made.listing})
    gone = f"{made.listing.rpartition('/')[0]}/{NEWS}"
    for there in (NOT_FOUND, other, back):
        with serve(_moved(made, 301)) as server:
            held = crawl(server.url).urls
            server.institute = replace(made, pages={**made.pages, gone: there})
            ran = crawl(server.url)
            assert (ran.code, ran.urls) == (0, held), ran.out
            server.requests.clear()
            assert crawl(server.url).code == 0
            assert server.requests[gone] == 0
        shutil.rmtree(ran.home)


def test_an_article_that_moved_for_good_is_asked_for_once(crawl: Crawl) -> None:
    made = build("dede", articles=26, faults=False)
    path = next(iter(made.truth))
    leads = Response(status=301, headers={"Location": "/moved/1.htm"})
    pages = {**made.pages, path: leads, "/moved/1.htm": made.get(path)}
    with serve(replace(made, pages=pages)) as server:
        held = crawl(server.url).urls
        server.requests.clear()
        assert crawl(server.url).urls == held
        assert server.requests[path] == server.requests["/moved/1.htm"] == 0
