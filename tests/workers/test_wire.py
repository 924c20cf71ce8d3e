"""Lines between a crawl and its workers: what goes in comes out, and nothing else does."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from newscrawl.extract.article import Reading
from newscrawl.items import ListingRef, Page
from newscrawl.sites.model import ArticleRules, ListingRules, Site
from newscrawl.workers import Task
from newscrawl.workers.task import read
from newscrawl.workers.wire import decode, encode
from tests.spiders.jobs import pages

SITE = Site(
    id="www.institute.example",
    domains=("institute.example", "院所.example"),
    delay=2.5,
    listings=(ListingRules(url="http://www.institute.example/", channel="要闻"),),
    articles=(ArticleRules(until=date(2020, 1, 1), drop=("p.note",)), ArticleRules(body="#text")),
)
PAGE = Page(
    url="http://www.institute.example/a.htm",
    body=bytes(range(256)),
    headers={"content-type": "text/html"},
    listed=ListingRef(url="http://www.institute.example/", page=1, title="标题\ud800\u2028"),
)


@pytest.mark.parametrize("site", [SITE, None])
def test_a_task_comes_out_as_it_went_in(site: Site | None) -> None:
    task = Task(page=PAGE, site=site, learnt=True, now=datetime(2026, 1, 1, 8, 5, tzinfo=UTC))
    line = encode(task)
    assert line.count(b"\n") == 1
    assert decode(Task, line) == task


@pytest.mark.parametrize("family", ["trs", "vsb", "homemade", "gkmlpt", "wordpress"])
def test_a_reading_comes_out_as_it_went_in(family: str) -> None:
    for page in pages(family, 3):
        reading = read(Task(page=page, site=None, learnt=False, now=datetime.now(UTC)))
        assert decode(Reading, encode(reading)) == reading


@pytest.mark.parametrize("line", [b"", b"no json\n", b"[]\n", b"{}\n", b'{"article": 3}\n', b"7\n"])
def test_any_other_line_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"no Reading|line 1 column 1"):
        decode(Reading, line)


def test_what_no_line_can_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="no line can hold set"):
        encode({1, 2})
