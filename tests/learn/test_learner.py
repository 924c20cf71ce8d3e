"""While a crawl runs: no rules before they are sure, and none where the pages disagree."""

from __future__ import annotations

import pytest

from newscrawl.items import Page
from newscrawl.learn import Learner
from newscrawl.sites.model import ArticleRules, Site
from tests.learn.pages import page_of, pages_of, read, sentences

BASE = Site(id="demo", domains=("www.institute.example",), delay=3)


@pytest.mark.parametrize(
    "family", ["trs", "webplus", "homemade", "aspnet", "nc", "phpcms", "vsb_old"]
)
def test_four_articles_make_it_sure(family: str) -> None:
    pages = pages_of(family, 10)
    learner = Learner(BASE)
    assert [learner.feed(page) for page in pages[:3]] == [None, None, None]
    site = learner.feed(pages[3])
    assert site is not None
    assert (site.id, site.domains, site.delay) == (BASE.id, BASE.domains, BASE.delay)
    assert site.rules_sha256
    for page in pages[4:]:
        assert read(page, site=site).title == read(page).title


def test_what_is_no_article_counts_for_nothing() -> None:
    learner = Learner(BASE)
    empty = Page(url="https://www.institute.example/x", body=b"")
    assert [learner.feed(empty) for _ in range(9)] == [None] * 9
    assert not learner.done


def test_pages_without_a_common_layout_teach_nothing_and_it_stops_asking() -> None:
    learner = Learner(BASE)
    for n in range(1, 9):
        html = (
            f"<html><head><title>第{n}条完全不同的新闻</title></head><body><div class='a{n}x'>"
            f"<h{n % 3 + 1}>第{n}条完全不同的新闻</h{n % 3 + 1}><p>2023-02-1{n}</p></div>"
            f"<div class='b{n}x'>{sentences(n)}</div></body></html>"
        )
        learner.feed(Page(url=f"https://www.institute.example/{n}.htm", body=html.encode()))
    assert learner.done
    assert learner.site is None


def test_rules_that_are_there_are_kept() -> None:
    learner = Learner(Site(id="demo", articles=(ArticleRules(body=".x"),)))
    assert learner.done
    assert all(learner.feed(page) is None for page in pages_of("trs", 5))


def test_a_listing_is_passed_over() -> None:
    from newscrawl.demo import build

    institute = build("trs", articles=20, faults=False)
    learner = Learner(BASE)
    listing = page_of(institute, institute.listing)
    for page in [listing, *pages_of("trs", 10)[:3]]:
        assert learner.feed(page) is None
