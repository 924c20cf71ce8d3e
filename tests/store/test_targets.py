"""Two listings of one site share records, and an output has each of its targets' once."""

from __future__ import annotations

from pathlib import Path

from newscrawl.store import Session
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
