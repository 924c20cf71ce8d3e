"""Articles that are held, as the site goes on: edited, taken down, back again, listed no more."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from newscrawl.demo import Server, build, serve
from newscrawl.demo.model import Institute, Response
from tests.crawl.conftest import Crawl, Ran

pytestmark = pytest.mark.slow

ARTICLES = 9


def lines(ran: Ran) -> dict[str, list[dict[str, Any]]]:
    """Every record's lines by address, in their order."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in (ran.home / "articles.jsonl").read_bytes().splitlines():
        record = json.loads(line)
        found.setdefault(record["url"], []).append(record)
    return found


def outcomes(ran: Ran) -> dict[str, int]:
    """Of articles: the list links to another site too."""
    counts: dict[str, int] = ran.report["outcomes"]
    assert sum(counts.values()) == ran.report["found"]
    return {name: n for name, n in counts.items() if name != "external"}


def states(ran: Ran, url: str) -> list[tuple[int, str]]:
    return [(one["revision"]["n"], one["revision"]["status"]) for one in lines(ran)[url]]


def institute() -> Institute:
    return build("trs", articles=ARTICLES, faults=False)


def with_pages(before: Institute, pages: Mapping[str, Response | None]) -> Institute:
    """The same institute, some of its pages replaced, those with None taken down."""
    kept = {path: one for path, one in {**before.pages, **pages}.items() if one is not None}
    return replace(before, pages=kept)


def edited(page: Response, title: str) -> Response:
    body = page.body.replace(title.encode(), f"（更正）{title}".encode())
    assert body != page.body
    return replace(page, body=body)


def one_of(server: Server) -> str:
    return min(server.institute.truth)


def test_a_run_that_is_not_asked_to_looks_at_nothing_again(crawl: Crawl) -> None:
    with serve(institute()) as server:
        crawl(server.url)
        asked = server.requests[one_of(server)]
        second = crawl(server.url, "--full")
        assert server.requests[one_of(server)] == asked == 1
    assert outcomes(second) == {"known": ARTICLES}
    assert second.report["revisions"] == {}


def test_an_article_that_says_the_same_is_unchanged_and_not_written_again(crawl: Crawl) -> None:
    with serve(institute()) as server:
        crawl(server.url)
        second = crawl(server.url, "--recheck", "4")
    assert outcomes(second)["unchanged"] == 4
    assert {len(some) for some in lines(second).values()} == {1}


def test_the_budget_goes_round_all_that_is_held(crawl: Crawl) -> None:
    with serve(institute()) as server:
        crawl(server.url)
        for _ in range(3):
            crawl(server.url, "--recheck", "3")
        assert {server.requests[path] for path in server.institute.truth} == {2}


def test_a_server_that_knows_its_page_again_need_not_send_it(crawl: Crawl) -> None:
    site = institute()
    tagged = {path: {**site.pages[path].headers, "ETag": f'"{path}"'} for path in site.truth}
    pages = {path: replace(site.pages[path], headers=tagged[path]) for path in site.truth}
    with serve(with_pages(site, pages)) as server:
        crawl(server.url)
        second = crawl(server.url, "--recheck", "99")
        assert {server.requests[path] for path in site.truth} == {2}, "a 304 is not asked again"
    assert outcomes(second) == {"unchanged": ARTICLES}


def test_an_article_that_says_something_else_gets_a_new_revision(crawl: Crawl) -> None:
    with serve(institute()) as server:
        crawl(server.url)
        path = one_of(server)
        page, title = server.institute.pages[path], server.institute.truth[path].title
        server.institute = with_pages(server.institute, {path: edited(page, title)})
        second = crawl(server.url, "--recheck", "99")
        third = crawl(server.url, "--recheck", "99")
    assert outcomes(second) == {"unchanged": ARTICLES - 1, "edited": 1}
    assert second.report["revisions"] == {"edited": 1}
    assert outcomes(third) == {"unchanged": ARTICLES}
    old, new = lines(third)[server.base + path]
    assert old["id"] == new["id"]
    assert new["revision"]["changed"] == ["title"]
    assert new["revision"]["first_seen"] == old["revision"]["first_seen"]
    assert old["revision"]["first_seen"] == old["revision"]["last_seen"] == old["fetch"]["at"]
    assert states(third, server.base + path) == [(1, "live"), (2, "edited")]


def test_an_article_that_is_taken_down_stays_held_and_says_so_until_it_is_back(
    crawl: Crawl,
) -> None:
    with serve(institute()) as server:
        crawl(server.url)
        before, path = server.institute, one_of(server)
        server.institute = with_pages(before, {path: None})
        gone = crawl(server.url, "--recheck", "99")
        still = crawl(server.url, "--recheck", "99")
        server.institute = before
        back = crawl(server.url, "--recheck", "99")
    assert (gone.code, still.code, back.code) == (0, 0, 0)
    assert outcomes(gone) == {"unchanged": ARTICLES - 1, "gone": 1}
    assert gone.report["targets"][0]["held"] == ARTICLES
    assert still.report["revisions"] == {}
    assert back.report["revisions"] == {"restored": 1}
    url = server.base + path
    assert states(back, url) == [(1, "live"), (2, "gone"), (3, "restored")]
    texts = [record["body"] for record in lines(back)[url]]
    assert texts[0] == texts[1] == texts[2] != ""


def test_a_page_that_cannot_be_had_leaves_what_is_held_as_it_is(crawl: Crawl) -> None:
    with serve(institute()) as server:
        crawl(server.url)
        before, path = server.institute, one_of(server)
        server.institute = with_pages(before, {path: Response(status=500, body=b"error")})
        broken = crawl(server.url, "--recheck", "99")
        third = crawl(server.url, "--full")
    assert outcomes(broken) == {"unchanged": ARTICLES - 1, "http_5xx": 1}
    assert (broken.code, third.code) == (0, 0)
    with closing(sqlite3.connect(broken.home / "ledger.sqlite")) as db:
        (detail,) = db.execute("SELECT detail FROM found WHERE outcome = 'http_5xx'").fetchone()
    assert detail == "500, asked 3 times"
    assert third.report["targets"][0]["held"] == ARTICLES
    assert outcomes(third) == {"known": ARTICLES}


def test_an_article_that_the_whole_list_lacks_is_unlisted_until_it_is_back(crawl: Crawl) -> None:
    full, less = institute(), build("trs", articles=ARTICLES, faults=False, gone=[2])
    (path,) = full.truth.keys() - less.truth.keys()
    with serve(full) as server:
        crawl(server.url)
        server.institute = replace(full, pages={**full.pages, **less.pages})
        part = crawl(server.url)
        whole = crawl(server.url, "--full")
        again = crawl(server.url, "--full")
        server.institute = full
        back = crawl(server.url, "--full")
    url = server.base + path
    assert part.report["revisions"] == {}, "a walk that saw only the top says nothing of the rest"
    assert whole.report["revisions"] == {"unlisted": 1}
    assert again.report["revisions"] == {}
    assert back.report["revisions"] == {"restored": 1}
    assert states(back, url) == [(1, "live"), (2, "unlisted"), (3, "restored")]


def test_what_only_a_sitemap_has_was_never_listed(crawl: Crawl) -> None:
    full, less = institute(), build("trs", articles=ARTICLES, faults=False, gone=[2])
    with serve(full) as server:
        urls = "".join(f"<url><loc>{server.base}{path}</loc></url>" for path in full.truth)
        head = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        sitemap = Response(
            headers={"Content-Type": "application/xml"}, body=f"{head}{urls}</urlset>".encode()
        )
        robots = f"User-agent: *\nSitemap: {server.base}/sitemap.xml\n".encode()
        pages = {**full.pages, **less.pages, "/sitemap.xml": sitemap}
        server.institute = replace(full, pages=pages)
        server.faults.robots = Response(headers={"Content-Type": "text/plain"}, body=robots)
        first = crawl(server.url, "--cross-check")
        second = crawl(server.url, "--full")
    assert outcomes(first) == {"new": ARTICLES}
    assert second.report["revisions"] == {}


def test_an_article_that_moved_and_was_edited_then_is_one_record(crawl: Crawl) -> None:
    """A redesign gives it another address; later its text is corrected there."""
    with serve(institute()) as server:
        crawl(server.url)
        made, path = server.institute, one_of(server)
        place, page = path.replace(".html", "_new.html"), made.pages[path]
        listing = {
            name: replace(one, body=one.body.replace(path.rpartition("/")[2].encode(),
                                                     place.rpartition("/")[2].encode()))
            for name, one in made.pages.items() if one.body and name not in made.truth
        }  # fmt: skip
        server.institute = with_pages(made, {**listing, place: page})
        both = crawl(server.url, "--full")
        title = made.truth[path].title
        server.institute = with_pages(made, {**listing, path: None, place: edited(page, title)})
        moved = crawl(server.url, "--recheck", "99")
        later = crawl(server.url, "--recheck", "99")
    assert outcomes(both) == {"known": ARTICLES - 1, "duplicate": 1}
    assert moved.report["revisions"] == {"edited": 1}, moved.report["outcomes"]
    assert later.report["revisions"] == {}
    (old,), (new,) = lines(later)[server.base + path], lines(later)[server.base + place]
    assert old["id"] == new["id"]
    assert (new["revision"]["n"], new["revision"]["changed"][:2]) == (2, ["url", "url_canonical"])
    told = later.report["targets"][0]
    assert (told["held"], told["second_addresses"]) == (ARTICLES, 1)
