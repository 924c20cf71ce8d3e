"""The last line of a text: a house with a day issued it, a paper with a day printed it."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import PARAGRAPHS, page, read


@pytest.mark.parametrize("house", ["综合处", "海右研究院", "海右市教育局"])
def test_who_issued_a_notice_is_not_its_source(house: str) -> None:
    inside = f"{PARAGRAPHS}<p>{house}　2023年3月9日</p>"
    assert read(page(inside, meta="发布时间：2023-02-13")).source is None


def test_a_paper_that_is_named_so_is_the_source() -> None:
    inside = f"{PARAGRAPHS}<p>《海右日报》 2023年3月9日</p>"
    assert read(page(inside, meta="发布时间：2023-02-13")).source == "《海右日报》"
