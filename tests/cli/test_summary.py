"""What a crawl says at its end reads as a person would say it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from newscrawl.cli.summary import MEANING, complaints, summary
from newscrawl.extract.listing.model import Instead
from newscrawl.items import Outcome
from newscrawl.store import Session


def target(**more: Any) -> dict[str, Any]:
    return {
        "url": "http://127.0.0.1/xwzx/",
        "held": 3,
        "stated": None,
        "whole": True,
        "missing": {},
        "examples": [],
        "walk": "the last page",
        "listed": 3,
        "instead": None,
        "outcome": None,
        "walked_before": False,
        "detail": "",
        "pages": 1,
        **more,
    }


def told(
    outcomes: dict[str, int],
    revisions: dict[str, int] | None = None,
    listing_pages: int = 1,
    **more: Any,
) -> str:
    session = cast("Session", SimpleNamespace(home=Path("corpus"), run_id="1", is_forgotten=False))
    found = sum(outcomes.values())
    return summary(
        {
            "listing_pages": listing_pages,
            "found": found,
            "outcomes": outcomes,
            "revisions": revisions or {},
            "targets": [target(**{"seen": found, **more})],
            "outputs": [
                {"path": "corpus/articles.jsonl", "lines_written": 1, "lines_of_earlier_runs": 0}
            ],
        },
        session,
    )


def test_a_list_that_could_not_be_read_says_so_beside_what_is_held() -> None:
    """Of twenty sites the one that is down looked like the others, and its list "shows" entries."""
    text = told({"known": 3}, walk="a page that could not be read", pages=0, seen=0, detail="503")
    assert "\n  3 articles held.\n  Trouble: 503\n" in text


def test_rules_that_found_nothing_are_told_beside_the_listing() -> None:
    text = told({"new": 3}, dead_rules=["article.title"], site="127.0.0.1", site_file="institute")
    assert (
        "\n  Trouble: article.title of its site file found nothing of use on any new article"
        in text
    )
    assert "newscrawl site edit institute, or" in text
    assert "newscrawl site add http://127.0.0.1/xwzx/ --id NEW-NAME\n" in text


def test_a_run_that_found_no_link_on_a_list_that_is_held_ends_its_line() -> None:
    assert "1 listing page read, 0 links found there.\n" in told({})


def test_what_was_looked_at_beside_the_pages_is_not_said_to_stand_there() -> None:
    """One page of 12 rows, with --recheck 50, "found 35 links there"."""
    text = told({"known": 12, "unchanged": 22, "robots": 1}, seen=12)
    assert "1 listing page read, 12 links found there, and 23 addresses beside them:\n" in text


def test_every_outcome_has_words_for_one_and_for_many() -> None:
    assert set(MEANING) == {*Outcome, "pending"}


def test_no_two_outcomes_are_told_alike() -> None:
    assert len(set(MEANING.values())) == len(MEANING)


def test_one_is_told_as_one_and_many_as_many() -> None:
    text = told({"new": 1, "external": 2})
    assert "1 listing page read, 3 links found there:" in text
    assert "1 new article\n" in text
    assert "2 links to other sites" in text
    assert "1 record written to corpus/articles.jsonl" in text


def test_a_door_says_what_it_has_and_lacks() -> None:
    door = {
        "url": "http://127.0.0.1/feed/", "kind": "feed", "entries": 11, "problem": "",
        "not_listed": 1, "not_listed_examples": ["http://127.0.0.1/x.html"], "not_in_door": 0,
    }  # fmt: skip
    text = told({"new": 1}, doors=[door])
    assert "Checked against http://127.0.0.1/feed/, 11 entries of this list there:" in text
    assert "1 address there that the list lacks" in text
    assert "not listed: http://127.0.0.1/x.html" in text
    assert "0 articles of the list that the feed lacks" in text


def test_a_list_without_other_doors_says_so_where_they_were_asked_for() -> None:
    assert "No feed or sitemap" in told({"new": 1}, doors=[])
    assert "No feed or sitemap" not in told({"new": 1}, doors=None)


def test_a_door_that_is_shut_says_why() -> None:
    text = told({"new": 1}, doors=[{"url": "http://127.0.0.1/feed/", "problem": "gone: 404"}])
    assert "Not checked against http://127.0.0.1/feed/: gone: 404" in text


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (None, "The list shows 4 entries."),
        (4, "The list says it has 4 entries, and all were seen."),
        (5, "its pages show 4 different ones up to their end"),
        (3, "The list says it has 3 entries; 4 were seen so far."),
    ],
)
def test_the_lists_own_count_is_compared_with_what_was_seen(stated: int | None, words: str) -> None:
    assert words in told({"new": 4}, stated=stated, missing={"external": 1})


def test_what_an_earlier_walk_was_told_is_not_said_of_today() -> None:
    """After a new layout the list told no number any more, and was said to for weeks."""
    text = told({"new": 4}, stated=3, stated_before=True)
    assert "The list said it had 3 entries when it last told." in text


def test_a_second_address_is_not_counted_as_an_article() -> None:
    text = told({"new": 4, "duplicate": 2}, held=4, second_addresses=2)
    assert "4 articles held, and 2 second addresses of articles we hold." in text


def test_where_nothing_was_found_there_is_no_colon() -> None:
    assert "found there.\n" in told({})


def test_a_wall_before_a_list_that_was_read_earlier_says_what_to_do() -> None:
    wall = target(walk="a page that could not be read", outcome="blocked", detail="412, Ruishu")
    assert "ask the site's owner" in next(iter(complaints({"targets": [wall]})))


def test_what_is_listed_no_more_is_not_shown_by_the_list() -> None:
    assert "The list shows 9 entries." in told({"known": 9}, held=10, seen=9)
    assert "The list has shown 10 entries so far." in told(
        {"known": 2}, held=10, seen=2, walk="a page of known articles"
    )


def test_what_is_missing_is_told_with_its_reason_and_address() -> None:
    missing = {"url": "http://127.0.0.1/1.htm", "outcome": "http_5xx", "detail": "500"}
    text = told({"http_5xx": 1}, missing={"http_5xx": 1}, examples=[missing] * 6)
    assert "Not held: 1 page with a server error (5xx).\n    http://127.0.0.1/1.htm:" in text
    assert text.count("http://127.0.0.1/1.htm: http_5xx: 500") == 5
    assert "and more" in text


def test_a_listing_that_could_not_be_read_is_no_table_of_zeros() -> None:
    where = Path("corpus") / "runs" / "1.json"
    text = told({}, listing_pages=0, listed=0)
    assert text == f"Nothing was found. The report of this run is {where}"


def test_books_that_do_not_balance_are_a_complaint() -> None:
    (line,) = complaints({"found": 3, "outcomes": {"new": 2}, "targets": []})
    assert line == "3 links were found and 2 have an outcome: please report it"


def test_records_of_earlier_runs_in_a_new_file_are_told() -> None:
    report = {
        "listing_pages": 1, "found": 1, "outcomes": {"new": 1}, "targets": [],
        "outputs": [{"path": "b.jsonl", "lines_written": 1, "lines_of_earlier_runs": 8}],
    }  # fmt: skip
    session = cast("Session", SimpleNamespace(home=Path("corpus"), run_id="1", is_forgotten=False))
    assert "1 record written to b.jsonl, and 8 of earlier runs\n" in summary(report, session)


def test_a_note_that_was_moved_out_of_the_records_is_told() -> None:
    output = {"path": "b.jsonl", "lines_written": 0, "lines_of_earlier_runs": 0}
    report = {
        "listing_pages": 1, "found": 1, "outcomes": {"known": 1}, "targets": [],
        "outputs": [{**output, "lines_put_aside": 1}],
    }  # fmt: skip
    session = cast("Session", SimpleNamespace(home=Path("corpus"), run_id="1", is_forgotten=False))
    assert "\n1 line of it, no records, moved to b.jsonl.cut\n" in summary(report, session)


def test_what_became_of_held_articles_is_told() -> None:
    text = told({"new": 1}, {"edited": 2, "gone": 1, "live": 1})
    assert "Of the articles held before: 2 articles were edited, 1 article was taken down" in text


def test_a_page_limit_is_a_complaint_in_one_line() -> None:
    (line,) = complaints({"targets": [target(walk="the limit of pages", pages=1)]})
    assert line.endswith("stopped after 1 listing page (see --max-pages)")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"stated": 40}, "the list states 40 entries, only 10 were seen: it was not walked"),
        ({"stated": None, "pages": 1}, "the list states 4 pages, only 1 were read: it was not"),
        ({"start": [4, 4], "began_later": True}, "this is page 4 of 4, what stands on the pages"),
        ({"start": [None, None], "began_later": True}, "this is a later page, what stands on the"),
    ],
)
def test_a_list_not_walked_to_its_end_is_a_complaint(told: dict[str, object], words: str) -> None:
    found = target(short=True, seen=10, whole=False, **{"start": [1, 4], **told})
    (line,) = complaints({"targets": [found]})
    assert line.startswith(f"{found['url']}: {words}")


def test_what_may_be_no_end_of_a_list_is_a_complaint() -> None:
    found = target(doubt="its pager leads on by “B”, which could not be followed")
    (line,) = complaints({"targets": [found]})
    assert line.endswith(
        "was that all of the list? its pager leads on by “B”, which could not be followed"
    )


def test_each_kind_of_trouble_is_a_complaint() -> None:
    url = "http://127.0.0.1/1.htm"
    example = {"url": url, "outcome": "http_5xx", "detail": "500"}
    found = target(missing={"http_5xx": 2, "gone": 1}, examples=[example])
    assert list(complaints({"targets": [found], "exit_code": 1})) == [
        f"http://127.0.0.1/xwzx/: 2 pages with a server error (5xx), such as {url}"
    ]


def test_a_run_that_was_stopped_is_one_complaint() -> None:
    report = {
        "exit_code": 130,
        "targets": [
            target(
                walk="a page that could not be read",
                detail="listing page 2: stopped by SIGINT",
                missing={"given_up": 2},
                examples=[{"url": "http://127.0.0.1/1.htm", "outcome": "given_up"}],
            )
        ],
    }
    (line,) = complaints(report)
    assert "page 2: stopped by SIGINT; 2 pages not reached, such as http://127.0.0.1/1.htm" in line


def test_an_article_crawled_as_a_listing_is_sent_to_extract() -> None:
    found = target(walk="no list of articles", detail=str(Instead.ARTICLE), instead="ARTICLE")
    url = found["url"]
    (line,) = complaints({"targets": [found]})
    assert line.startswith(f"{url}: this is an article, not a listing: ")
    assert line.endswith(f"newscrawl extract {url}")


def test_many_links_lead() -> None:
    assert "12 links that lead to no page" in told({"out_of_scope": 12})


def test_a_list_whose_addresses_lead_nowhere_says_why_it_was_left() -> None:
    text = told({"gone": 200, "given_up": 800}, in_vain=200, missing={"gone": 200, "pending": 800})
    assert "Trouble: left after 200 addresses in a row that led to no article, a trap?" in text


def test_a_list_that_is_gone_may_have_moved() -> None:
    walk = {"walk": "a page that could not be read", "outcome": Outcome.GONE, "detail": "404"}
    (line,) = complaints({"targets": [target(**walk, pages=0)]})
    assert "404: the list was read here before" in line
    assert "copy its address" in line


def test_a_later_page_that_is_gone_may_be_behind_the_lists_end() -> None:
    """Whose pages were read a moment ago has not moved."""
    detail = "listing page 7: 404"
    walk = {"walk": "a page that could not be read", "outcome": Outcome.GONE, "detail": detail}
    (line,) = complaints({"targets": [target(**walk, pages=6)]})
    assert f"{detail}: does the list end before it?" in line
    assert "moved" not in line


@pytest.mark.parametrize("detail", ["answered 503", "cannot be had (no whole answer in time)"])
def test_robots_txt_that_cannot_be_had_is_a_matter_of_time(detail: str) -> None:
    """The site's owner was to be asked about a server that was down."""
    detail = f"robots.txt {detail}: taken as a no for now"
    walk = {"walk": "a page that could not be read", "outcome": Outcome.ROBOTS, "detail": detail}
    (line,) = complaints({"targets": [target(**walk, listed=0)]})
    assert line.endswith(f"{detail}: try again later")


def test_what_was_written_off_is_listed_and_complained_of_no_more() -> None:
    """Its line stood in a week of mails already, and would bury those of new trouble."""
    missing = {"http_5xx": 3, "soft_404": 1}
    text = told({"known": 3}, missing=missing, written_off={"http_5xx": 2})
    assert "\n  2 of these failed for more than a week: only --full asks for them again.\n" in text
    (line,) = complaints({"targets": [target(missing=missing, written_off={"http_5xx": 2})]})
    assert line == "http://127.0.0.1/xwzx/: 1 page with a server error (5xx)"
    assert not list(complaints({"targets": [target(missing=missing, written_off=missing)]}))
