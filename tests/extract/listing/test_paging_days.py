"""Lists whose pages are days: the way on is the day before, and the first one ends it."""

from __future__ import annotations

import pytest

from tests.extract.listing.pagers import ROWS, next_of, read


@pytest.mark.parametrize("words", ["前一天", "上一期", "« 上个月", "Previous day"])
def test_where_pages_are_days_the_way_on_is_the_day_before(words: str) -> None:
    here = "http://www.example.ac.cn/xwzx/list.php?date=2023-02-11"
    links = f'<a href="?date=2023-02-10">{words}</a> <a href="?date=2023-02-12">后一天</a>'
    assert next_of(links, here) == here.replace("11", "10")


@pytest.mark.parametrize(
    ("here", "way", "following"),
    [
        ("?d=5000", "?d=4999", "?d=4999"),
        ("?c=3&d=5000", "?d=4999&c=3", "?d=4999&c=3"),
        ("", "?d=4999", "?d=4999"),
        ("?c=3", "?c=3&d=4999", "?c=3&d=4999"),
        ("?d=0", "?d=-1", "?d=-1"),
        ("?t=1700000000", "?t=1699913600", "?t=1699913600"),
        ("?y=2024&m=1", "?y=2023&m=12", "?y=2023&m=12"),
        ("day/5000.html", "4999.html", "day/4999.html"),
        ("?key=ab", "?key=cd", "?key=cd"),
    ],
)
@pytest.mark.parametrize("words", ["前一天", "上一天", "Previous day", "昨天"])
def test_days_that_are_told_by_a_plain_number_lead_on_too(
    here: str, way: str, following: str, words: str
) -> None:
    base = "http://www.example.ac.cn/xwzx/"
    rows = ROWS.replace("./", "/xwzx/kydt/")
    found = read(f'<a href="{way}">{words}</a>', base + here, rows)
    assert found.next_page is not None
    assert (found.next_page.url, found.next_page.rule) == (base + following, "day before")
    assert not found.unread


@pytest.mark.parametrize(
    ("link", "unread"),
    [
        ('<a href="javascript:prevDay()">前一天</a>', True),
        ('<a href="#" onclick="go(cur-1)">前一天</a>', True),
        ('<a href="javascript:void(0)">前一天</a>', False),
        ('<a class="disabled" href="javascript:prevDay()">前一天</a>', False),
        ("<span>前一天</span>", False),
        ('<a href="javascript:prevMonth()">上个月</a>', False),
    ],
)
def test_a_day_before_that_cannot_be_asked_for_is_told(link: str, *, unread: bool) -> None:
    found = read(link)
    assert (found.next_page, found.unread, bool(found.issues)) == (None, unread, unread)


@pytest.mark.parametrize(
    "calendar",
    [
        '<a href="/about/">上一期</a>',
        '<a href="list.php?date=2023-02-10">前一天</a><a class="next" href="?page=2">下一页</a>',
        '<a href="/xwzx/kydt/202301/t20230110_4001.html">前一年</a>',
        '<a href="/rl/show.php?d=30">前一天</a>',
    ],
)
def test_a_calendar_beside_a_list_is_no_way_on(calendar: str) -> None:
    found = next_of(calendar)
    assert found is None or found.endswith("?page=2")
