"""What the fetch says of a page reaches its record, whatever its text is."""

from __future__ import annotations

import pytest

from newscrawl.extract.article import read_page
from newscrawl.items import Page, article_id

PAGE = Page(
    url="http://institute.example/info/1/2.htm",
    body="<title>题目</title><p>正文写得很短。</p>".encode(),
    headers={
        "etag": '"v1"',
        "last-modified": "Mon, 13 Feb 2023 01:05:00 GMT",
        "x-robots-tag": "noarchive",
        "tdm-reservation": "1",
        "content-usage": "train-ai=n",
    },
    fetched_at="2023-02-14T00:00:00Z",
    site="institute",
    key="vsb:institute.example/1/2",
)


@pytest.mark.parametrize(
    ("field", "value"),
    [("etag", '"v1"'), ("at", "2023-02-14T00:00:00Z"), ("status", 200), ("encoding_by", "utf-8")],
)
def test_the_fetch_is_recorded(field: str, value: object) -> None:
    assert getattr(read_page(PAGE).article.fetch, field) == value


@pytest.mark.parametrize(
    ("field", "value"),
    [("x_robots_tag", "noarchive"), ("tdm_reservation", "1"), ("content_usage", "train-ai=n")],
)
def test_the_wishes_in_the_headers_are_recorded(field: str, value: str) -> None:
    assert getattr(read_page(PAGE).article.policy, field) == value


def test_the_ledgers_key_makes_the_id() -> None:
    assert read_page(PAGE).article.id == article_id("institute", "vsb:institute.example/1/2")
