"""Feeds and sitemaps as targets of a crawl, by the real command over loopback."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from newscrawl.demo import Institute, build, serve
from newscrawl.demo.model import Response
from newscrawl.errors import ExitCode
from tests.crawl.conftest import Crawl, Ran, peak_in

pytestmark = pytest.mark.slow

ARTICLES = 25


def institute(family: str = "trs") -> Institute:
    return build(family, articles=ARTICLES, faults=False)


def having(
    made: Institute, pages: Mapping[str, bytes], others: Mapping[str, Response] | None = None
) -> Institute:
    """The institute with further documents."""
    headers = {"Content-Type": "application/xml"}
    more = {path: Response(headers=headers, body=body) for path, body in pages.items()}
    return replace(made, pages={**made.pages, **more, **(others or {})})


def sitemap(paths: Iterable[str]) -> bytes:
    locs = "".join(f"<url><loc>{path}</loc><lastmod>2026-01-01</lastmod></url>" for path in paths)
    return f'<?xml version="1.0"?><urlset>{locs}</urlset>'.encode()


def index(*paths: str) -> bytes:
    locs = "".join(f"<sitemap><loc>{path}</loc></sitemap>" for path in paths)
    return f'<?xml version="1.0"?><sitemapindex>{locs}</sitemapindex>'.encode()


def feed(made: Institute, paths: Iterable[str]) -> bytes:
    items = "".join(
        f"<item><title>{made.truth[path].title}</title><link>{path}</link></item>" for path in paths
    )
    return f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def held(ran: Ran, base: str) -> set[str]:
    assert len(ran.urls) == len(set(ran.urls))
    return {url.removeprefix(base) for url in ran.urls}


def test_a_sitemap_as_target_gives_every_article_it_names_and_no_column(crawl: Crawl) -> None:
    made = institute()
    columns = ("/", made.listing, "/about/")
    with serve(having(made, {"/sitemap.xml": sitemap([*columns, *made.truth])})) as server:
        ran = crawl(f"{server.base}/sitemap.xml")
        asked = sum(server.requests.values())
        again = crawl(f"{server.base}/sitemap.xml")
    assert (ran.code, held(ran, server.base)) == (0, set(made.truth))
    assert asked == ARTICLES + 2, "robots.txt, the sitemap, the articles"
    assert again.report["outcomes"] == {"known": ARTICLES}


def test_the_day_of_the_last_change_is_not_taken_for_that_of_publication(crawl: Crawl) -> None:
    made = institute()
    with serve(having(made, {"/sitemap.xml": sitemap(made.truth)})) as server:
        ran = crawl(f"{server.base}/sitemap.xml")
    for line in (ran.home / "articles.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        truth = made.truth[record["url"].removeprefix(server.base)]
        assert record["date_published"] == truth.date_published
        assert not any(one["code"] == "date_conflict" for one in record["issues"])


def test_a_feed_as_target_gives_its_entries(crawl: Crawl) -> None:
    made = institute("wordpress")
    newest = list(made.truth)[:10]
    with serve(having(made, {"/feed/": feed(made, newest)})) as server:
        ran = crawl(f"{server.base}/feed/")
    assert (ran.code, held(ran, server.base)) == (0, set(newest))


def test_sitemaps_of_a_sitemap_are_each_read_once(crawl: Crawl) -> None:
    made = institute()
    first, second = list(made.truth)[:10], list(made.truth)[10:]
    documents = {
        "/sitemap.xml": index("/one.xml", "/two.xml.gz", "/sitemap.xml", "/one.xml"),
        "/one.xml": sitemap(first),
        "/two.xml.gz": gzip.compress(sitemap(second)),
    }
    with serve(having(made, documents)) as server:
        ran = crawl(f"{server.base}/sitemap.xml")
        asked = sum(server.requests.values())
    assert (ran.code, held(ran, server.base)) == (0, set(made.truth))
    assert asked == ARTICLES + 4


def test_a_sitemap_that_is_missing_is_told_and_the_others_are_read(crawl: Crawl) -> None:
    made = institute()
    documents = {
        "/sitemap.xml": index("/gone.xml", "/sitemap-page.xml", "/two.xml"),
        "/sitemap-page.xml": b"<html><body>welcome</body></html>",
        "/two.xml": sitemap(made.truth),
    }
    with serve(having(made, documents)) as server:
        ran = crawl(f"{server.base}/sitemap.xml")
    assert held(ran, server.base) == set(made.truth)
    assert ran.code == 1
    assert "404" in ran.err


def test_an_index_without_end_is_left_two_indexes_deep(crawl: Crawl) -> None:
    made = institute()
    documents = {f"/s{n}.xml": index(f"/s{n + 1}.xml") for n in range(50)}
    with serve(having(made, documents)) as server:
        ran = crawl(f"{server.base}/s0.xml")
        asked = sum(server.requests.values())
    assert asked == 4, "robots.txt, the index, two within"
    assert ran.code == 6


def test_a_page_where_the_sitemap_should_be_is_said_in_one_line(crawl: Crawl) -> None:
    made = institute()
    page = {"/sitemap.xml": b"<!DOCTYPE html><html><body><p>welcome</p></body></html>"}
    with serve(having(made, page)) as server:
        ran = crawl(f"{server.base}/sitemap.xml")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "no feed or sitemap stands at this address" in ran.err


def test_every_row_of_a_long_sitemap_ends_in_one_outcome(crawl: Crawl) -> None:
    made = institute()
    strangers = [f"http://other.example/{n}.html" for n in range(20_000)]
    with serve(having(made, {"/sitemap.xml": sitemap([*strangers, *made.truth])})) as server:
        ran = crawl(f"{server.base}/sitemap.xml")
    assert held(ran, server.base) == set(made.truth)
    assert ran.report["outcomes"] == {"new": ARTICLES, "external": 20_000}


def test_a_packed_bomb_is_read_as_far_as_is_allowed_in_little_memory(crawl: Crawl) -> None:
    made = institute()
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    locs = sitemap(made.truth).removesuffix(b"</urlset>")
    more = b"<url><loc>/</loc></url>\n" * 45_000
    bomb = b"".join([packer.compress(one) for one in (locs, *[more] * 300)]) + packer.flush()
    with serve(having(made, {"/sitemap.xml.gz": bomb})) as server:
        ran = crawl(f"{server.base}/sitemap.xml.gz", measure=True)
    assert (ran.code, held(ran, server.base)) == (6, set(made.truth))
    assert peak_in(ran.err) < 300


@pytest.mark.parametrize("family", ["vsb", "webplus"])
def test_what_the_listing_gave_is_known_by_the_sitemap(crawl: Crawl, family: str) -> None:
    made = institute(family)
    with serve(having(made, {"/sitemap.xml": sitemap(made.truth)})) as server:
        crawl(server.url)
        ran = crawl(f"{server.base}/sitemap.xml")
    assert ran.report["outcomes"] == {"known": ARTICLES}


def test_a_sitemap_of_dead_addresses_is_left_and_the_next_runs_go_on_behind_them(
    crawl: Crawl,
) -> None:
    made = institute()
    dead = [f"/dead/{n}.html" for n in range(450)]
    with serve(having(made, {"/sitemap.xml": sitemap([*dead, *made.truth])})) as server:
        runs = [crawl(f"{server.base}/sitemap.xml")]
        while runs[-1].code == ExitCode.LIMIT and len(runs) < 4:  # 200 of 450 a run, or more
            runs.append(crawl(f"{server.base}/sitemap.xml"))
        asked = [n for path, n in server.requests.items() if path.startswith("/dead/")]
    assert [runs[0].code, runs[-1].code] == [ExitCode.LIMIT, ExitCode.COMPLETE], runs[0].err
    for ran in runs:
        assert ran.report["found"] == sum(ran.report["outcomes"].values()) == 450 + ARTICLES
    assert "200 addresses in a row" in runs[0].err
    assert held(runs[-1], server.base) == set(made.truth)
    assert asked == [1] * 450, "each once"
