"""A later crawl asks for what is new and a page or two: the server counts."""

from __future__ import annotations

import pytest

from newscrawl.demo import FAMILIES, build, serve
from newscrawl.demo.shape import Shape
from tests.crawl.conftest import Crawl

pytestmark = pytest.mark.slow
ROBOTS = 1
ROWS = 20  # the bound speaks of pages of twenty


@pytest.mark.parametrize(
    ("family", "steps"),
    [
        ("empire", (0, 1, 5, 20, 60)),
        ("trs", (0, 1, 5)),
        ("dede", (1, 20)),
        ("plone", (5, 60)),
        ("jpaas", (0, 1, 5)),  # its first page is a shell: one request more
    ],
)
def test_new_posts_cost_their_own_pages_and_those_of_the_list_they_fill(
    family: str, steps: tuple[int, ...], crawl: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_rows_of_twenty(family, monkeypatch)
    count, asked = 26, []
    with serve(build(family, articles=count, faults=False)) as server:
        held = len(crawl(server.url).urls)
        for more in steps:
            count += more
            server.institute = build(family, articles=count, faults=False)
            server.requests.clear()
            ran = crawl(server.url)
            asked.append((sum(server.requests.values()), 2 + more + -(-more // 20) + ROBOTS))
            assert len(ran.urls) == len(set(ran.urls)) == held + more
            held += more
    assert [one for one in asked if one[0] > one[1]] == [], asked


def _with_rows_of_twenty(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No links out between the articles, and twenty rows a page."""
    module = FAMILIES[family]
    shapes = [
        one for one in vars(module).values() if isinstance(one, type) and issubclass(one, Shape)
    ]
    for one in shapes:
        monkeypatch.setattr(one, "rows", ROWS)
