"""Pages of JSON end where the total is reached, whatever size the site has set for them."""

from __future__ import annotations

import json

import pytest

from newscrawl.extract.listing import extract_listing

INDEX = "http://www.haiyou.example/gkmlpt/index"
API = "http://www.haiyou.example/gkmlpt/api/all/1205?page={}&sid=2"


def next_of(page: int, rows: int, total: int) -> str | None:
    articles = [
        {
            "title": f"海右院部署第{number}项任务",
            "url": f"http://www.haiyou.example/gkmlpt/content/1/{number}/post_{number}.html",
            "created_at": "2023-02-13 12:00:00",
        }
        for number in range(100 * page, 100 * page + rows)
    ]
    body = json.dumps({"total": total, "articles": articles}).encode()
    found = extract_listing(body, API.format(page), content_type="application/json").next_page
    return found.url if found else None


@pytest.mark.parametrize(
    ("page", "rows", "total"), [(1, 20, 31), (3, 20, 250), (1, 100, 131), (2, 15, 300), (2, 20, 61)]
)
def test_rows_that_are_still_to_come_are_asked_for(page: int, rows: int, total: int) -> None:
    assert next_of(page, rows, total) == API.format(page + 1)


@pytest.mark.parametrize(
    ("page", "rows", "total"), [(1, 31, 31), (2, 31, 131), (1, 29, 31), (3, 20, 60), (4, 1, 61)]
)
def test_the_page_with_the_last_rows_is_the_last(page: int, rows: int, total: int) -> None:
    assert next_of(page, rows, total) is None


@pytest.mark.parametrize(
    ("query", "rows", "following"),
    [
        ("per_page=10", 10, "per_page=10&page=2"),
        ("per_page=10&page=3", 10, "per_page=10&page=4"),
        ("per_page=10", 7, None),
        ("per_page=10&page=4", 7, None),
        ("", 10, None),
    ],
)
def test_a_full_page_of_an_answer_that_states_nothing_is_followed(
    query: str, rows: int, following: str | None
) -> None:
    """WordPress states its totals in headers alone; what was asked for is a page's size."""
    body = [{"title": {"rendered": f"Report {n}"}, "link": f"/?p={n}"} for n in range(rows)]
    api = "http://www.haiyou.example/wp-json/wp/v2/posts?"
    found = extract_listing(json.dumps(body).encode(), api + query).next_page
    assert (found.url if found else None) == (api + following if following else None)


def test_keys_in_chinese_words_are_read() -> None:
    rows = [
        {"biaoti": f"海右院部署第{n}项任务", "lianjie": f"/xw/{n}.html", "fbsj": "2023-02-13"}
        for n in range(5)
    ]
    body = json.dumps({"rows": rows}).encode()
    found = extract_listing(body, API.format(1), content_type="application/json")
    assert [(one.title, one.date) for one in found.items] == [
        (one["biaoti"], "2023-02-13") for one in rows
    ]


def test_a_box_on_a_page_whose_list_a_script_draws_is_not_the_list() -> None:
    hot = "".join(
        f"<li><a href='/gkmlpt/content/1/8/post_80{n}.html'>海右局第{n}次接待日安排公告</a>"
        f"<span>2023-01-0{n}</span></li>"
        for n in range(1, 9)
    )
    page = f"<html><body><ul>{hot}</ul><div id='gkmlpt'></div></body></html>".encode()
    listing = extract_listing(page, f"{INDEX}#1205")
    assert listing.items == ()
    assert listing.next_page is not None
    assert listing.next_page.url.startswith(API.partition("?")[0])


@pytest.mark.parametrize(("rows", "start"), [(45, 46), (46, 46), (44, 31), (12, 13)])
def test_the_range_behind_a_datastore_begins_where_pages_do(rows: int, start: int) -> None:
    """A pinned row that stands above the first pages is none of their records."""
    records = "".join(
        f"<record><![CDATA[<li><a href='/art/2023/2/{n % 28 + 1}/art_7_{n}.html'>第{n}号简报印发</a>"
        f"<span>2023-02-{n % 28 + 1:02d}</span></li>]]></record>"
        for n in range(100, 100 + rows)
    )
    page = (
        "<html><body><div id='list'></div><script type='text/xml'><datastore><totalrecord>77</totalrecord>"
        f"<recordset>{records}</recordset></datastore></script><script>var proxyurl = "
        "'/module/web/jpage/dataproxy.jsp?perpage=15'; var perpage = 15; var columnid = 7;</script></body></html>"
    )
    listing = extract_listing(page.encode(), "http://www.example.ac.cn/col/col7/index.html")
    assert len(listing.items) == rows
    assert listing.next_page is not None
    assert f"startrecord={start}&" in listing.next_page.url
