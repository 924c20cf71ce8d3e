"""Every field that a page could have given says why it has no value."""

from __future__ import annotations

from dataclasses import fields

import pytest

from newscrawl.extract.article import extract_article
from newscrawl.items import Article

# What the page does not give: the crawl does, or the checks.
NOT_OF_THE_PAGE = {"channel", "revision", "listing", "run", "issues"}
PAGES = {
    "nothing": "",
    "a line": "<p>停电通知",
    "a day": "<h1>停电通知</h1><p>发布时间：2023-02-13</p><p>一号楼明日停电一天，请相互转告。</p>",
    "an impossible day": "<h1>停电通知</h1><p>发布时间：2023-02-31</p><p>一号楼明日停电一天。</p>",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_field_without_a_value_has_a_status_that_is_not_ok(page: str) -> None:
    """design.md: `null` or `[]` means no value and provenance.<field>.status says why."""
    article = extract_article(PAGES[page].encode(), "http://www.example.ac.cn/1.htm")
    said = {
        one.name: article.provenance.get(one.name)
        for one in fields(Article)
        if one.name not in NOT_OF_THE_PAGE and getattr(article, one.name) in (None, (), "")
    }
    assert said
    assert not [name for name, one in said.items() if one is None or one.status == "ok"]
