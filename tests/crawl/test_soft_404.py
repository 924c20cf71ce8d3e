"""Deleted articles that a server answers with 200: none is kept, whatever page stands there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from newscrawl.demo import Faults, Institute, Request, Response, build, serve
from newscrawl.spiders.canary import nowhere
from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow
HTML = {"Content-Type": "text/html; charset=utf-8"}
ABOUT = (
    "<p>本所始建于一九五八年，设有六个研究室，主要从事极地工程与冰雪环境的应用基础研究。</p>" * 4
)
HEAD = "<div><a href='/'>首页</a> <a href='/about/'>概况</a></div>"
ASKED_ONCE = 1


def home(rows: str) -> str:
    """The home page, whose newest rows are the very articles that are gone."""
    return f"<title>极地所</title>{HEAD}<ul>{rows}</ul><div><h2>本所简介</h2>{ABOUT}</div>"


def search(_rows: str) -> str:
    title = "站内检索"
    return f"<title>{title}</title>{HEAD}<h1>{title}</h1><div>{ABOUT * 2}</div>"


def template(_rows: str) -> str:
    date = "<div>发布时间：1970-01-01　来源：　浏览：0</div>"
    return f"<title>极地所</title>{HEAD}<h1></h1>{date}<div class='content'></div>"


def made(dress: Callable[[str], str], *, honest: bool = False) -> tuple[Institute, set[str]]:
    """An institute four of whose articles are gone, as are all addresses it never had."""
    whole = build("trs", articles=16, faults=False)
    gone = set(list(whole.truth)[1:12:3])
    rows = "".join(
        f"<li><a href='{path}'>{whole.truth[path].title}</a> 03-12</li>" for path in gone
    )
    page = Response(headers=HTML, body=f"<html><body>{dress(rows)}</body></html>".encode())
    pages: Mapping[str, Response] = dict.fromkeys(gone, page)
    if honest:
        return replace(whole, pages={**whole.pages, **pages}), gone

    def lost(_asked: Request) -> Response:
        return page

    nowheres = {nowhere(path): lost for path in whole.truth}
    return replace(whole, pages={**whole.pages, **pages}, handlers=nowheres), gone


@pytest.mark.parametrize("dress", [home, search])
def test_a_page_that_addresses_of_nothing_have_as_well_is_no_article(
    dress: Callable[[str], str], crawl: Crawl
) -> None:
    site, gone = made(dress)
    with serve(site) as server:
        ran = crawl(server.url)
        unknown = [one for one in server.requests.elements() if "987654321" in one]
    assert {url.removeprefix(server.base) for url in ran.urls} == set(site.truth) - gone
    assert (ran.code, ran.report["outcomes"]["soft_404"]) == (0, len(gone))
    assert len(unknown) == ASKED_ONCE


@pytest.mark.parametrize(
    "said",
    [
        "<h1>系统维护公告</h1><p>本网站正在进行升级维护，暂停访问，请见谅。</p>",
        "<p>数据库连接失败</p>",
    ],
)
def test_a_site_that_is_out_of_order_is_asked_again(said: str, crawl: Crawl) -> None:
    """Its page comes with status 200; taken for a deleted article it would never be fetched."""
    site, gone = made(lambda _rows: said)
    with serve(site) as server:
        ran = crawl(server.url)
    assert {url.removeprefix(server.base) for url in ran.urls} == set(site.truth) - gone
    assert (ran.code, ran.report["outcomes"]["http_5xx"]) == (1, len(gone))


def test_a_list_that_led_to_no_article_at_all_is_not_complete(crawl: Crawl) -> None:
    whole = build("trs", articles=6, faults=False)
    gone = dict.fromkeys(whole.truth, Response(status=404, headers=HTML, body=b"404"))
    with serve(replace(whole, pages={**whole.pages, **gone})) as server:
        ran = crawl(server.url)
    assert (ran.code, ran.report["outcomes"]["gone"]) == (1, len(whole.truth))
    assert "none of its addresses led to an article" in ran.err


def test_an_empty_template_may_be_filled_by_a_script_so_the_crawl_is_not_complete(
    crawl: Crawl,
) -> None:
    site, gone = made(template)
    with serve(site) as server:
        ran = crawl(server.url)
    assert {url.removeprefix(server.base) for url in ran.urls} == set(site.truth) - gone
    assert (ran.code, ran.report["outcomes"]["empty_body"]) == (1, len(gone))


def test_where_addresses_of_nothing_are_not_found_every_page_is_kept(crawl: Crawl) -> None:
    site, gone = made(search, honest=True)
    with serve(site) as server:
        ran = crawl(server.url)
    assert {url.removeprefix(server.base) for url in ran.urls} == set(site.truth) >= gone


def test_an_address_that_robots_forbids_is_not_asked_for(crawl: Crawl) -> None:
    site, _ = made(search)
    robots = Response(
        headers={"Content-Type": "text/plain"}, body=b"User-agent: *\nDisallow: /*9876"
    )
    with serve(site, faults=Faults(robots=robots)) as server:
        ran = crawl(server.url)
        unknown = [one for one in server.requests.elements() if "987654321" in one]
    assert (unknown, len(ran.urls)) == ([], len(site.truth))


def test_a_sound_site_is_asked_for_nothing_it_has_not(crawl: Crawl) -> None:
    with serve(build("vsb", articles=16, faults=False)) as server:
        crawl(server.url)
        assert not [one for one in server.requests if "987654321" in one]
