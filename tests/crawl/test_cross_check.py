"""A listing held against its feed and the site's sitemaps, by the real command over loopback."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawl.demo import Institute, Request, serve
from newscrawl.demo.model import Response
from tests.crawl.conftest import Crawl
from tests.crawl.test_doors import ARTICLES, feed, having, held, institute, sitemap
from tests.crawl.test_traps import LIST, page

pytestmark = pytest.mark.slow


def with_an_unlisted_article(made: Institute) -> tuple[Institute, str]:
    """One more article page, beside the first, that no listing page links to."""
    path = min(made.truth)
    html = made.pages[path].body.decode().replace(made.truth[path].title, "一则没有列出的消息")
    other = path.rstrip("/") + "7/" if path.endswith("/") else path.replace(".", "7.")
    page = Response(headers=made.pages[path].headers, body=html.encode())
    return having(made, {}, {other: page}), other


def test_what_the_feed_has_and_the_listing_lacks_is_fetched_and_told(crawl: Crawl) -> None:
    made, other = with_an_unlisted_article(institute("wordpress"))
    first = [row.target for row in made.rows[made.listing] if row.target in made.truth]
    newest = feed(made, first)
    more = f"<item><title/><link>{other}</link></item></channel>".encode()
    documents = {"/feed/": newest.replace(b"</channel>", more)}
    with serve(having(made, documents)) as server:
        ran = crawl(server.url, "--cross-check")
        asked = sum(server.requests.values()) - server.requests["/sitemap.xml"]
    door, _ = ran.report["targets"][0]["doors"]
    assert (door["kind"], door["entries"], door["problem"]) == ("feed", len(first) + 1, "")
    assert door["not_listed_examples"] == [server.base + other]
    assert door["not_in_door"] == 0
    assert held(ran, server.base) == {*made.truth, other}
    assert asked <= made.total_pages + ARTICLES + 1 + 5


def test_what_the_listing_has_and_the_sitemap_lacks_is_told(crawl: Crawl) -> None:
    made = institute()
    kept, elsewhere = sorted(made.truth)[3:], ["/other/202301/t20230101_1.html"]
    with serve(having(made, {"/map.xml": sitemap([*kept, *elsewhere])})) as server:
        lines = f"User-agent: *\nAllow: /\nSitemap: {server.base}/map.xml\n"
        server.faults.robots = Response(headers={}, body=lines.encode())
        ran = crawl(server.url, "--cross-check")
        assert not server.requests[elsewhere[0]], "it is of another list"
    (door,) = ran.report["targets"][0]["doors"]
    assert (door["kind"], door["not_listed"], door["not_in_door"]) == ("sitemap", 0, 3)
    assert door["elsewhere"] == 1
    assert held(ran, server.base) == set(made.truth)


def test_a_feed_that_is_missing_is_told_and_changes_nothing_else(crawl: Crawl) -> None:
    made = institute("wordpress")
    with serve(made) as server:
        ran = crawl(server.url, "--cross-check")
    door, _ = ran.report["targets"][0]["doors"]
    assert "404" in door["problem"]
    assert (ran.code, held(ran, server.base)) == (0, set(made.truth))


def test_without_being_asked_for_no_door_is_tried(crawl: Crawl) -> None:
    made = institute("wordpress")
    with serve(having(made, {"/feed/": feed(made, made.truth)})) as server:
        ran = crawl(server.url)
        assert not server.requests["/feed/"]
    assert ran.report["targets"][0]["doors"] is None


def test_a_sitemap_that_no_robots_txt_names_is_looked_for_at_its_usual_place(crawl: Crawl) -> None:
    made = institute()
    with serve(having(made, {"/sitemap.xml": sitemap([*made.truth][3:])})) as server:
        ran = crawl(server.url, "--cross-check")
    (door,) = ran.report["targets"][0]["doors"]
    assert (door["kind"], door["not_listed"], door["not_in_door"]) == ("sitemap", 0, 3)


def test_a_list_without_other_doors_is_told_so(crawl: Crawl) -> None:
    with serve(institute("trs")) as server:
        ran = crawl(server.url, "--cross-check")
        (door,) = ran.report["targets"][0]["doors"]
        assert door["url"] == f"{server.base}/sitemap.xml"
        assert "404" in door["problem"]
        assert ran.code == 0


def test_a_second_run_knows_the_entries_of_pages_that_it_does_not_read_again(crawl: Crawl) -> None:
    """Their addresses are of another pattern than those of the first page."""
    made = institute()
    paths = list(made.truth)[:20]
    archived = {f"/archive{path}": made.pages[path] for path in paths[15:]}
    targets = [*paths[:15], *archived]
    rows = [(at, made.truth[path].title, "") for at, path in zip(targets, paths, strict=True)]

    def answer(asked: Request) -> Response:
        at = 5 * int(asked.args.get("page", 1))
        return page(rows[at - 5 : at], f"{LIST}?page={at // 5 + 1}" if at < 20 else "")

    mixed = having(made, {"/sitemap.xml": sitemap(targets)}, archived)
    with serve(replace(mixed, listing=LIST, listings=(LIST,), handlers={LIST: answer})) as server:
        crawl(server.url)
        ran = crawl(server.url, "--cross-check")
    (target,) = ran.report["targets"]
    (door,) = target["doors"]
    assert target["pages"] == 1
    assert (door["entries"], door["elsewhere"], door["not_listed"]) == (20, 0, 0)
