"""Lists that move under a real crawl: no article that was there throughout is missed."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from newscrawl.demo import Faults, Institute, Request, build, serve
from newscrawl.demo.model import Handler, Response
from tests.crawl.conftest import Crawl
from tests.crawl.test_traps import LIST, page

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


ROWS = 5


def naming(order: list[str], *, of: list[str], deletion: int = -1) -> Institute:
    """A list of `order` without a total, whose articles name the ones beside them among `of`.

    Row 18 is deleted before the request for listing page number `deletion`.
    """
    made = build("trs", articles=60, faults=False)
    asked = 0

    def listing(request: Request) -> Response:
        nonlocal asked
        asked += 1
        if asked == deletion:
            of.remove(order.pop(18))
        number = int(request.args.get("page", 1))
        some = order[(number - 1) * ROWS : number * ROWS]
        rows = [
            (path, made.truth[path].title, made.truth[path].date_published or "") for path in some
        ]
        more = number * ROWS < len(order)
        return page(rows, f"{LIST}?page={number + 1}" if more else "")

    def article(request: Request) -> Response:
        found = made.pages[request.path]
        at = of.index(request.path) if request.path in of else 0
        names = [("下一篇", of[at - 1] if at else ""), ("上一篇", (*of, "", "")[at + 1])]
        told = "".join(
            f"<p>{label}：<a href='{path}'>某文</a></p>" for label, path in names if path
        )
        return replace(found, body=found.body.replace(b"</body>", f"{told}</body>".encode()))

    handlers: dict[str, Handler] = {**dict.fromkeys(made.truth, article), LIST: listing}
    return replace(made, handlers=handlers, listings=(LIST,))


def test_a_row_that_slipped_past_is_named_by_the_articles_beside_it(crawl: Crawl) -> None:
    order = list(build("trs", articles=60, faults=False).truth)
    there = set(order) - {order[18]}
    with serve(naming(list(order), of=list(order), deletion=5)) as server:
        ran = crawl(server.base + LIST)
        asked = sum(server.requests.values())
    assert there <= {url.removeprefix(server.base) for url in ran.urls}
    assert ran.report["targets"][0]["neighbours"]["slipped_past"] == 1
    assert (ran.code, asked) == (0, 12 + 60 + 5)


def test_names_out_of_all_lists_of_a_site_bring_nothing_in(crawl: Crawl) -> None:
    """Every seventh article is of another list and named all the same, some of them at borders."""
    order = list(build("trs", articles=60, faults=False).truth)
    mine = [path for n, path in enumerate(order) if n % 7 != 3]
    with serve(naming(list(mine), of=list(order))) as server:
        ran = crawl(server.base + LIST)
    assert {url.removeprefix(server.base) for url in ran.urls} == set(mine)
    told = ran.report["targets"][0]["neighbours"]
    assert (ran.code, told["slipped_past"]) == (0, 0)
    assert told["not_listed"] > 0
