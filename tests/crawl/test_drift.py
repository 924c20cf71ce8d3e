"""A site was built anew: what its file's rules find there is not believed, and it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.demo import build, serve
from newscrawl.demo.model import Institute
from tests.crawl.conftest import Crawl
from tests.crawl.test_recheck import lines, outcomes, with_pages
from tests.crawl.test_rereading import site_file, titles

pytestmark = pytest.mark.slow

ARTICLES = 9
OLD = 'title = "h2"\nbyline = ".xl_info"\nbody = "div.piece"'
NEW = 'title = "h1.headline"\nbyline = ".about"\nbody = ".text"'
# What the template of the articles becomes, and what may stand beside them then.
RENAMED = {
    b'<h2 class="xl_title">': b'<h1 class="headline">',
    b"</h2>": b"</h1>",
    b'class="xl_info"': b'class="about"',
    b"class=piece": b'class="text"',
}
SIDES = {
    "a heading": "<h2>相关新闻</h2>",
    "a heading and an empty box": "<h2>相关新闻</h2><div class=piece><a href='/'>更多</a></div>",
    "a heading and a text": "<h2>相关新闻</h2><div class=piece><p>投稿即付稿酬。</p></div>",
    "a text alone": "<div class=piece><p>投稿即付稿酬。</p></div>",
}


def changed(made: Institute, replaced: Mapping[bytes, bytes]) -> Institute:
    """The institute with another template for its articles."""
    pages = {}
    for path in made.truth:
        body = made.pages[path].body
        for old, new in replaced.items():
            assert old in body
            body = body.replace(old, new)
        pages[path] = replace(made.pages[path], body=body)
    return with_pages(made, pages)


def before(articles: int = ARTICLES) -> Institute:
    """Its texts stand in boxes whose names say nothing."""
    return changed(build("trs", articles=articles, faults=False), {b"TRS_Editor": b"piece"})


def after(side: str, articles: int = ARTICLES) -> Institute:
    """The site built anew, with `side` beside each article."""
    beside = {b'<div class="links">': side.encode() + b'<div class="links">'}
    return changed(before(articles), {**RENAMED, **beside})


@pytest.mark.parametrize("side", SIDES)
def test_no_record_is_made_worse_by_rules_of_the_layout_of_before(
    side: str, crawl: Crawl, tmp_path: Path
) -> None:
    home = tmp_path / "corpus"
    with serve(before()) as server:
        site_file(home, server, OLD)
        first = crawl("demo")
        held = lines(first)
        server.institute = after(SIDES[side])
        drifted = crawl("demo", "--recheck", "99")
        site_file(home, server, NEW)
        mended = crawl("demo", "--recheck", "99")
    assert (first.code, drifted.code, mended.code) == (0, 4, 0)
    assert drifted.report["revisions"] == mended.report["revisions"] == {}
    assert lines(mended) == held
    dead = drifted.report["targets"][0]["dead_rules"]
    assert "article.byline" in dead
    assert {"article.title", "article.body"} & {*dead}


@pytest.mark.parametrize("side", SIDES)
def test_new_articles_are_read_by_the_rules_that_need_none_meanwhile(
    side: str, crawl: Crawl, tmp_path: Path
) -> None:
    home = tmp_path / "corpus"
    with serve(before(6)) as server:
        site_file(home, server, OLD)
        crawl("demo")
        server.institute = after(SIDES[side])
        ran = crawl("demo")
        truth = server.institute.truth
    assert outcomes(ran)["new"] == 3
    assert ran.code == 4
    for url, (record,) in lines(ran).items():
        path = url.removeprefix(server.base)
        assert (record["title"], record["authors"]) == (truth[path].title, [*truth[path].authors])
        assert "稿酬" not in record["body"] != ""


@pytest.mark.parametrize(
    ("rules", "dead"),
    [
        ('title = ".dqwz"\nbody = "div.piece"', ["article.title"]),
        ('title = "h2"\nbody = ".footer"', ["article.body"]),
        ('title = "h2"\nbody = ".editor"', ["article.body"]),
    ],
)
def test_a_rule_that_finds_the_wrong_element_is_told(
    rules: str, dead: list[str], crawl: Crawl, tmp_path: Path
) -> None:
    with serve(before()) as server:
        site_file(tmp_path / "corpus", server, rules)
        ran = crawl("demo")
    assert (ran.code, ran.report["targets"][0]["dead_rules"]) == (4, dead)
    assert titles(ran) == {one.title for one in server.institute.truth.values()}
    assert all(record["body"] for (record,) in lines(ran).values())
    assert "found nothing of use on any new article" in ran.err
