"""Two listings of one site share records, and an output has each of its targets' once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newscrawl.store import Ahead, Session, Sighting, Target
from tests.store.conftest import LISTING, Opener, fill, ids, row

OTHER = "https://institute.example/notices/"


def crawl(session: Session, url: str, numbers: range, path: Path) -> None:
    target = session.target("institute", url)
    session.add_output(path, [target])
    fill(session, target, numbers)
    session.finish(0, "{}")
    session.close()


def names(*numbers: range) -> list[str]:
    return [f"{n}.htm" for some in numbers for n in some]


def test_each_output_holds_what_its_listing_shows(corpus: Opener, tmp_path: Path) -> None:
    crawl(corpus(), LISTING, range(20), tmp_path / "news.jsonl")
    crawl(corpus(), OTHER, range(15, 30), tmp_path / "notices.jsonl")
    assert ids(tmp_path / "news.jsonl") == names(range(20))
    assert sorted(ids(tmp_path / "notices.jsonl")) == sorted(names(range(15, 30)))


def test_a_record_of_both_listings_is_in_a_shared_output_once(
    corpus: Opener, tmp_path: Path
) -> None:
    shared = tmp_path / "all.jsonl"
    crawl(corpus(), LISTING, range(20), shared)
    crawl(corpus(), OTHER, range(15, 30), shared)
    crawl(corpus(), LISTING, range(35), shared)
    assert sorted(ids(shared)) == sorted(names(range(35)))


def test_a_target_added_to_an_output_later_brings_its_old_records(
    corpus: Opener, tmp_path: Path
) -> None:
    crawl(corpus(), LISTING, range(20), tmp_path / "news.jsonl")
    crawl(corpus(), OTHER, range(15, 30), tmp_path / "all.jsonl")
    crawl(corpus(), LISTING, range(20), tmp_path / "all.jsonl")
    assert sorted(ids(tmp_path / "all.jsonl")) == sorted(names(range(30)))


def test_of_a_large_sitemap_it_is_known_what_the_listing_ever_showed(
    corpus: Opener, tmp_path: Path
) -> None:
    """Of 50,000 entries that it may have SQLite takes 32,766 in one question, older builds 999."""
    crawl(corpus(), LISTING, range(20), tmp_path / "news.jsonl")
    session = corpus()
    keys = [row(n).key for n in range(40_000)]
    shown = session.listed(session.target("institute", LISTING), keys)
    assert shown == set(keys[:20])


def dated(session: Session, target: Target, days: dict[int, str | None]) -> list[Sighting]:
    """A page with rows of these days, seen by a walk of its own."""
    rows = [
        replace(row(n), listed=replace(row(n).listed, url=f"{LISTING}?{n // 5}", date=day))
        for n, day in days.items()
    ]
    return session.sight(target, session.begin_walk(target), rows)


def test_a_list_that_does_not_begin_with_its_newest_has_some_ahead(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    dated(session, target, {n: f"2026-01-0{n}" for n in range(1, 9)})
    assert session.ahead(target, dated(session, target, {1: "2026-01-01", 2: "2026-01-02"})) == (
        Ahead(row(8).key, f"{LISTING}?1")
    )
    page = dated(session, target, {2: "2026-01-02", 1: "2026-01-01"})
    assert session.ahead(target, page) == Ahead(row(8).key, f"{LISTING}?1", falls=True)
    assert session.ahead(target, dated(session, target, {7: "2026-01-07", 8: None})) is None
    session.close()


def test_the_place_of_the_newest_is_the_one_where_it_stood_last(corpus: Opener) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    first = dated(session, target, {1: "2026-01-01", 9: "2026-01-09"})
    session.finish(0, "{}")
    session.close()
    session = corpus()
    moved = replace(row(9), listed=replace(row(9).listed, url=f"{LISTING}?7", date="2026-01-09"))
    session.sight(target, session.begin_walk(target), [moved])
    assert session.ahead(target, first[:1]) == Ahead(row(9).key, f"{LISTING}?7")
    session.close()


def test_rows_without_days_are_as_old_as_their_articles_and_pinned_ones_say_nothing(
    corpus: Opener,
) -> None:
    session = corpus()
    target = session.target("institute", LISTING)
    fill(session, target, range(3))  # articles of the 2nd of January
    old = dated(session, target, {10: "2025-12-31"})
    assert session.ahead(target, old) == Ahead(row(2).key, LISTING)
    pinned = [one._replace(row=replace(one.row, pinned=True)) for one in old]
    assert session.ahead(target, pinned) is None
    session.close()
