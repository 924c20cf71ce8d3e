"""What the rules for default templates leave alone: the nearest ordinary page to each."""

from __future__ import annotations

from tests.extract.article.pages import PARAGRAPHS, page, read


def test_a_title_on_two_lines_is_one_where_the_sites_name_is_behind_both() -> None:
    """A series and what today's piece of it is called, each in a box of its own."""
    title = "新春走基层｜望川码头的第一班船"
    html = page(title=title).replace(
        f"<h1>{title}</h1>", "<div>新春走基层</div><div>望川码头的第一班船</div>"
    )
    assert read(html).title == title


def test_until_when_papers_are_to_be_handed_in_is_no_day_of_a_notice() -> None:
    """提交日期 is a board's word for the day of a post, and that of a deadline elsewhere."""
    html = page(f"{PARAGRAPHS}<p>提交日期：2023年3月1日</p>", meta="2023-02-13")
    assert read(html).date_published == "2023-02-13"
