"""The last line of a text: a name in brackets signs it, a house with a day issued it."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import PARAGRAPHS, page, read


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("（翁怀远）", ("翁怀远",)),
        ("(翁怀远、夏知秋)", ("翁怀远", "夏知秋")),
        ("（综合处 翁怀远）", ("翁怀远",)),
        ("（综合处）", ()),
        ("（石家庄）", ()),
        ("（未完待续）", ()),
        ("（全文完）", ()),
        ("（海右日报）", ()),
    ],
)
def test_who_stands_in_brackets_under_a_text_wrote_it(last: str, names: tuple[str, ...]) -> None:
    article = read(page(f"{PARAGRAPHS}<p>{last}</p>", meta="2023-02-13 海右日报"))
    assert article.authors == names


def test_a_name_in_brackets_under_a_picture_is_nobody_who_wrote() -> None:
    inside = f"{PARAGRAPHS}<p><img src='/a.jpg'></p><p>（翁怀远）</p>"
    assert read(page(inside, meta="2023-02-13 海右日报")).authors == ()


@pytest.mark.parametrize("house", ["综合处", "海右研究院", "海右市教育局"])
def test_who_issued_a_notice_is_not_its_source(house: str) -> None:
    inside = f"{PARAGRAPHS}<p>{house}　2023年3月9日</p>"
    assert read(page(inside, meta="发布时间：2023-02-13")).source is None


def test_a_paper_that_is_named_so_is_the_source() -> None:
    inside = f"{PARAGRAPHS}<p>《海右日报》 2023年3月9日</p>"
    assert read(page(inside, meta="发布时间：2023-02-13")).source == "《海右日报》"
