"""The page behind one that could not be read is found where addresses count, and only there."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing.model import NextPage
from newscrawl.spiders.gaps import page_behind


@pytest.mark.parametrize(
    ("before", "failed", "behind"),
    [
        ("/list?page=2", "/list?page=3", "/list?page=4"),
        ("/xwzx/7.htm", "/xwzx/6.htm", "/xwzx/5.htm"),  # VSB counts down
        ("/index_9.html", "/index_10.html", "/index_11.html"),
        ("/list?start=20&n=20", "/list?start=40&n=20", "/list?start=60&n=20"),
        ("/p/01.htm", "/p/02.htm", "/p/03.htm"),
        ("/index.html", "/index_1.html", None),
        ("/list?after=abc", "/list?after=def", None),
        ("/list/1.htm", "/list/1.htm", None),
        ("/xwzx/1.htm", "/xwzx/0.htm", None),
    ],
)
def test_addresses_are_counted_on(before: str, failed: str, behind: str | None) -> None:
    found = page_behind(NextPage(url=before, rule="x"), NextPage(url=failed, rule="x"))
    assert (found and found.url) == behind


def test_a_form_is_counted_on() -> None:
    first, second = (
        NextPage(url="/q", rule="x", method="POST", form=(("col", "7"), ("page", str(n))))
        for n in (2, 3)
    )
    found = page_behind(first, second)
    assert found is not None
    assert found.form == (("col", "7"), ("page", "4"))
