"""What is held is read again once its site file says something else, and only then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.demo import Server, build, serve
from newscrawl.demo.model import Institute
from tests.crawl.conftest import Crawl, Ran
from tests.crawl.test_recheck import edited, lines, one_of, outcomes, with_pages

pytestmark = pytest.mark.slow

ARTICLES = 9
RIGHT = 'body = "div.TRS_Editor"'
WRONG = f'{RIGHT}\ntitle = "title"'  # with the institute's name behind it


def institute(*, tags: bool = False) -> Institute:
    made = build("trs", articles=ARTICLES, faults=False)
    if not tags:
        return made
    pages = {path: made.pages[path] for path in made.truth}
    tagged = {
        p: replace(one, headers={**one.headers, "ETag": f'"{p}"'}) for p, one in pages.items()
    }
    return with_pages(made, tagged)


def site_file(home: Path, server: Server, rules: str, name: str = "demo") -> None:
    sites = home / "sites"
    sites.mkdir(parents=True, exist_ok=True)
    text = f'[[listing]]\nurl = "{server.url}"\n[article]\n{rules}\n'
    (sites / f"{name}.toml").write_text(text, "utf-8")


def titles(ran: Ran) -> set[str]:
    return {some[-1]["title"] for some in lines(ran).values()}


@pytest.mark.parametrize("tags", [True, False])
@pytest.mark.parametrize("how", [("--recheck", "99"), ("--full",), ("--full", "--recheck", "99")])
def test_a_mended_site_file_reaches_what_is_held(
    tags: bool, how: tuple[str, ...], crawl: Crawl, tmp_path: Path
) -> None:
    """The server's 304, and bytes that are as before, said "unchanged" for good."""
    home = tmp_path / "corpus"
    with serve(institute(tags=tags)) as server:
        site_file(home, server, WRONG)
        crawl("demo")
        site_file(home, server, RIGHT)
        mended = crawl("demo", *how)
        again = crawl("demo", *how)
    assert titles(mended) == {one.title for one in institute().truth.values()}
    assert outcomes(mended) == {"unchanged": ARTICLES}, "the pages are as they were"
    assert mended.report["revisions"] == {"read_anew": ARTICLES}
    for some in lines(again).values():
        first, second = some
        assert (second["revision"]["n"], second["revision"]["status"]) == (2, "live")
        assert second["revision"]["changed"] == ["title"]
        assert first["fetch"]["sha256"] == second["fetch"]["sha256"]
        assert first["extractor"]["site_rules"] != second["extractor"]["site_rules"]
    assert again.report["revisions"] == {}, "each has these two lines, and no more"


def test_rules_that_read_the_same_give_no_new_line_and_are_asked_for_once(
    crawl: Crawl, tmp_path: Path
) -> None:
    home = tmp_path / "corpus"
    with serve(institute(tags=True)) as server:
        site_file(home, server, RIGHT)
        crawl("demo")
        site_file(home, server, f"# a comment\n{RIGHT}\nbreadcrumb = 'xpath://none'")
        full, again = crawl("demo", "--full"), crawl("demo", "--full")
        assert {server.requests[path] for path in server.institute.truth} == {2}
    assert outcomes(full) == {"unchanged": ARTICLES}
    assert outcomes(again) == {"known": ARTICLES}
    assert {len(some) for some in lines(again).values()} == {1}


def test_what_the_site_changed_is_edited_whatever_read_it(crawl: Crawl, tmp_path: Path) -> None:
    home = tmp_path / "corpus"
    with serve(institute()) as server:
        site_file(home, server, WRONG)
        crawl("demo")
        path = one_of(server)
        page, title = server.institute.pages[path], server.institute.truth[path].title
        server.institute = with_pages(server.institute, {path: edited(page, title)})
        site_file(home, server, RIGHT)
        ran = crawl("demo", "--recheck", "99")
    assert ran.report["revisions"] == {"read_anew": ARTICLES - 1, "edited": 1}
    assert lines(ran)[server.base + path][-1]["revision"]["status"] == "edited"


def test_a_record_without_a_site_file_is_no_other_for_what_is_learnt(crawl: Crawl) -> None:
    with serve(institute(tags=True)) as server:
        crawl(server.url)
        ran = crawl(server.url, "--recheck", "99", "--full")
    assert outcomes(ran) == {"unchanged": ARTICLES}
    assert ran.report["revisions"] == {}


def test_a_ledger_of_before_knows_by_which_rules_its_records_were_read(
    crawl: Crawl, tmp_path: Path
) -> None:
    home = tmp_path / "corpus"
    with serve(institute()) as server:
        site_file(home, server, RIGHT)
        crawl("demo")
        with closing(sqlite3.connect(home / "ledger.sqlite")) as db:
            db.executescript("ALTER TABLE urls DROP COLUMN rules; PRAGMA user_version = 6;")
        ran = crawl("demo", "--full")
    assert outcomes(ran) == {"known": ARTICLES}
