"""What a Python user gives wrongly is told by its name, not by what some inner rule tripped over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from newscrawl import extract_article, extract_listing, learn_site

URL = "http://www.example.ac.cn/info/1039/1375.htm"
PAGE = "<html><head><title>年度会议</title></head><body><h1>年度会议</h1><p>会议结束。</p></body></html>"


@pytest.mark.parametrize("function", [extract_article, extract_listing])
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"html": PAGE}, "html takes the page's bytes as received .*, not str"),
        ({"html": None}, "html takes the page's bytes .*, not NoneType"),
        ({"url": None}, "url takes the address of the page as text, not NoneType"),
        ({"site": "my-institute"}, "site takes a Site, as load_site gives it, not str"),
        ({"content_type": b"text/html"}, "content_type takes .*, not bytes"),
        ({"now": date(2024, 1, 1)}, "now takes a datetime, not date"),
    ],
)
def test_an_argument_of_another_type_is_named(
    function: Any, given: dict[str, Any], told: str
) -> None:
    with pytest.raises(TypeError, match=f"^{told}$"):
        function(**{"html": PAGE.encode(), "url": URL, **given})


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([(PAGE, URL)] * 2, "html takes the page's bytes"),
        ([PAGE.encode()], "pairs, not bytes"),
        (PAGE.encode(), "pairs, not int"),
    ],
)
def test_learning_takes_pages_and_says_so(pages: Any, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        learn_site(pages)


def test_bytes_that_can_be_changed_are_bytes() -> None:
    html: Any = bytearray(PAGE.encode())
    assert extract_article(html, URL).title == "年度会议"
