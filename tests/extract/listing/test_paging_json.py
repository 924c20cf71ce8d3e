"""Pages of JSON end where the total is reached, whatever size the site has set for them."""

from __future__ import annotations

import json

import pytest

from newscrawl.extract.listing import extract_listing

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
    ("page", "rows", "total"), [(1, 20, 31), (3, 20, 250), (1, 100, 131), (2, 15, 300)]
)
def test_rows_that_are_still_to_come_are_asked_for(page: int, rows: int, total: int) -> None:
    assert next_of(page, rows, total) == API.format(page + 1)


@pytest.mark.parametrize(("page", "rows", "total"), [(1, 31, 31), (2, 31, 131), (1, 29, 31)])
def test_the_page_with_the_last_rows_is_the_last(page: int, rows: int, total: int) -> None:
    assert next_of(page, rows, total) is None
