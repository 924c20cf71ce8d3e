"""What two articles of one list share in their addresses, and those of another list do not."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing.shapes import mould

HOST = "http://www.example.org"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/info/1039/3201.htm", "/info/1039/17.htm"),
        ("/news/202302/t20230213_1.html", "/news/202211/t20221101_2.html"),
        ("/2023/10/hello-world/", "/2024/1/another-day-in-the-field/"),
        ("/view.jsp?id=1&p=2", "/view.jsp?p=3&id=77"),
    ],
)
def test_articles_of_one_list_have_one_mould(one: str, other: str) -> None:
    assert mould(HOST + one) == mould(HOST + other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/info/1039/3201.htm", "/info/1040/3201.htm"),
        ("/news/202302/t1.html", "/notice/202302/t1.html"),
        ("/view.jsp?id=1", "/list.jsp?id=1"),
        ("/news/1.html", "/news/1.pdf"),
    ],
)
def test_another_list_has_another(one: str, other: str) -> None:
    assert mould(HOST + one) != mould(HOST + other)
