"""Lists that move under a real crawl: no article that was there throughout is missed."""

from __future__ import annotations

import random

import pytest

from newscrawl.demo import Faults, Institute, build, serve
from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow
START = 40


class Moving:
    """At up to six requests for the list a post comes on top, or one is taken down anywhere."""

    def __init__(self, family: str, seed: int) -> None:
        self.family = family
        self.count = START
        self.gone: set[int] = set()
        self._chance = random.Random(seed)
        self._moments = set(self._chance.sample(range(2, 10), 6))

    def __call__(self, request: int) -> Institute | None:
        if request not in self._moments:
            return None
        if self._chance.random() < 0.5:
            self.count += 1
        else:
            self.gone.add(self._chance.randrange(START))
        return self.now()

    def now(self) -> Institute:
        return build(self.family, articles=self.count, faults=False, gone=self.gone)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("family", ["vsb", "trs", "webplus"])
def test_no_article_that_was_there_throughout_is_missed(
    family: str, seed: int, crawl: Crawl
) -> None:
    moving = Moving(family, seed)
    with serve(moving.now(), faults=Faults(on_listing=moving)) as server:
        ran = crawl(server.url)
    held = {url.removeprefix(server.base) for url in ran.urls}
    held = {server.institute.twins.get(path, path) for path in held}
    before = build(family, articles=START, faults=False).truth
    assert before.keys() & moving.now().truth.keys() <= held
    assert len(ran.urls) == len(set(ran.urls))
