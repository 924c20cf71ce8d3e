"""What goes wrong on ordinary sites costs the articles it hits, and no other."""

from __future__ import annotations

import json

import pytest

from newscrawl.demo import Faults, build, serve
from newscrawl.store.story import open_for_reading, story
from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("family", ["webplus", "gkmlpt", "table"])
def test_a_wrong_label_a_wall_a_soft_404_a_busy_and_a_slow_page(family: str, crawl: Crawl) -> None:
    made = build(family, articles=16, faults=False)
    gone, walled, busy, slow, *others = made.truth
    faults = Faults(
        label="text/html; charset=iso-8859-1",
        soft_404=frozenset({gone}),
        wall=frozenset({walled}),
        once={busy: 503, made.listing: 503},
        slow={slow: 1.0},
    )
    with serve(made, faults=faults) as server:
        ran = crawl(server.url)
    assert (ran.report["outcomes"].get("soft_404"), ran.report["outcomes"].get("blocked")) == (1, 1)
    lines = (ran.home / "articles.jsonl").read_text("utf-8").splitlines()
    records = {one["url"].removeprefix(server.base): one for one in map(json.loads, lines)}
    titles = {made.twins.get(path, path): one["title"] for path, one in records.items()}
    assert titles == {path: made.truth[path].title for path in (busy, slow, *others)}
    assert ran.code == 1
    asked = next(path for path in records if made.twins.get(path, path) == busy)
    with open_for_reading(ran.home) as db:
        (told,) = story(db, f"{server.base}{asked}")
    ((tried,),) = [run["tries"] for run in told["runs"]]
    assert (tried["status"], tried["at"] <= told["runs"][0]["at"]) == (503, True)
