"""What the rules for default templates leave alone: the nearest ordinary page to each."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import OPENING, PARAGRAPHS, page, read

_QUAY = (
    "<p>The council met on Monday to weigh a plan for the quay, and heard forty residents.</p>"
    "<p>Several of them asked for a longer study of the traffic, which is promised for spring.</p>"
)


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


def test_the_day_of_a_post_goes_before_that_of_its_change() -> None:
    html = page(PARAGRAPHS, meta="作者：翁怀远 提交日期：2023-02-13 修改日期：2023-02-15")
    assert read(html).date_published == "2023-02-13"


def test_a_title_of_letters_stands_over_a_japanese_text_whose_writer_is_declared() -> None:
    """As iPhone 15 does: what a text is written in its own lines tell."""
    html = page(
        "<p>市は八日、老朽化が進む図書館を駅前に移転する方針を明らかにした。</p>" * 2,
        title="iPhone 15 Pro",
        head='<meta name="author" content="田中太郎">',
        meta="2024年5月12日",
    )
    assert read(html.replace("<html>", "<html lang='ja'>")).authors == ("田中太郎",)


@pytest.mark.parametrize(
    "below",
    [
        "<article><h3><a href='/1'>Another story</a></h3><footer><time>2 May 2025</time></footer></article>",
        "<article class='reply'><p>Well said.</p><footer>Jo <time>2 May 2025</time></footer></article>",
    ],
)
def test_the_footer_of_another_article_holds_no_time_of_the_text(below: str) -> None:
    """Cards and replies are articles with a footer, too."""
    html = page(f"{_QUAY}{below}", title="Council weighs plan", meta="")
    assert read(html.replace("<html>", "<html lang='en'>")).date_published is None


@pytest.mark.parametrize(
    "said",
    [
        "«Tilbake til hverdagen», sier ordføreren.",
        "会員になると入館料が無料になり、年四回の会報も届く。",
        "他的独家作品，未经许可不得展出，这一条写进了展览的合同里，双方都签了字。",
    ],
)
def test_a_sentence_that_begins_like_a_templates_line_is_text(said: str) -> None:
    """A quote in «», what members have, what a contract forbids."""
    assert read(page(f"<p>{OPENING}</p><p>{said}</p>")).body == f"{OPENING}\n\n{said}"


def test_the_day_beside_whom_to_call_is_the_notices() -> None:
    """联系电话：… 更新时间：…: an address is a site's, a telephone may be who sent the notice."""
    told = "<p>联系电话：010-00000000 更新时间：2023-02-13</p>"
    assert read(page(f"{PARAGRAPHS}{told}", meta="")).date_published == "2023-02-13"
