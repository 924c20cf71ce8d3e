"""Lists kept as archives of years or months: the way on is the one before, the first one ends it."""

from __future__ import annotations

import pytest

from tests.extract.listing.pagers import ROWS, next_of, read


@pytest.mark.parametrize(
    ("here", "following"), [("", "2024"), ("2024.html", "2023"), ("2023.html", "2022")]
)
def test_where_nothing_but_years_leads_on_it_is_the_year_before(here: str, following: str) -> None:
    base = "http://www.example.ac.cn/xwzx/archive/"
    links = " | ".join(f'<a href="{base}{year}.html">{year}年</a>' for year in (2024, 2023, 2022))
    assert next_of(links, base + here) == f"{base}{following}.html"


def test_the_first_years_archive_is_the_last_page() -> None:
    base = "http://www.example.ac.cn/xwzx/archive/"
    links = " | ".join(f'<a href="{base}{year}.html">{year}年</a>' for year in (2024, 2023, 2022))
    assert next_of(links, f"{base}2022.html") is None


def test_the_years_of_an_archive_are_no_numbers_of_pages_that_go_up() -> None:
    tabs = '<a href="/news/2026/">2026</a> <b>2025</b> <a href="/news/2024/">2024</a>'
    assert next_of(tabs, "http://www.example.org/news/2025/") == "http://www.example.org/news/2024/"


def _archive(base: str, spelt: str) -> str:
    return "".join(
        f'<li><a href="{base}{spelt.format(y=y, m=m)}">{text}</a></li>'
        for y, m, text in (
            (2024, 2, "2024年2月"),
            (2024, 1, "2024年1月 (3)"),
            (2023, 12, "2023-12"),
        )
    )


@pytest.mark.parametrize(
    "spelt", ["{y}/{m:02d}/", "{y}{m:02d}/", "{y}-{m:02d}.html", "?date={y}-{m}", "?y={y}&m={m}"]
)
def test_where_nothing_but_months_leads_on_it_is_the_month_before(spelt: str) -> None:
    base = "http://www.example.ac.cn/xwzx/archive/"
    newest, middle, first = (
        base + spelt.format(y=y, m=m) for y, m in ((2024, 2), (2024, 1), (2023, 12))
    )
    links = _archive(base, spelt)
    assert [next_of(links, here) for here in (newest, middle, first)] == [middle, first, None]


def test_the_newest_posts_go_on_in_the_month_of_their_last() -> None:
    base = "http://www.example.ac.cn/xwzx/archive/"
    months = "".join(f'<a href="{base}2023/{m:02d}/">2023年{m}月</a>' for m in (4, 3, 2, 1))
    assert next_of(months, base) == f"{base}2023/02/"  # rows of February
    undated = ROWS.replace("2023-", "")
    found = read(months, base, undated.replace("202302/", "")).next_page
    assert found
    assert found.url == f"{base}2023/04/"


@pytest.mark.parametrize("words", ["January 2024", "Jan. 2024", "enero de 2024", "Januar (12)"])
def test_a_month_may_be_called_in_any_language(words: str) -> None:
    here = "http://www.example.org/news/2024/02/"
    assert next_of(f'<a href="/news/2024/01/">{words}</a>', here) == here.replace("/02/", "/01/")


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("通知公告", "/news/202401/"),
        ("Magazine", "/news/2024/01/"),
        ("召开年度会议", "/news/2024/01.html"),
        ("January 2024", "/news/calendar/2024/01/"),
    ],
)
def test_columns_posts_and_days_to_come_are_no_archives(words: str, beside: str) -> None:
    """A calendar of events was walked back for 690 months."""
    here = "http://www.example.org/news/2024/02/"
    assert next_of(f'<a href="{beside}">{words}</a>', here) is None


def test_behind_the_months_of_a_year_come_the_years() -> None:
    links = '<a href="/news/2024/02/">2月</a> <a href="/news/2024/01/">1月</a> <a href="/news/2023/">2023</a>'
    here = "http://www.example.org/news/2024/01/"
    assert next_of(links, here) == "http://www.example.org/news/2023/"


@pytest.mark.parametrize(
    ("own", "before", "words"),
    [
        ("/news/2024/", "/news/2023/", "2023"),
        ("/news/2024/02/", "/news/2024/01/", "2024年1月"),
    ],
)
def test_behind_the_last_page_of_an_archive_comes_the_one_before(
    own: str, before: str, words: str
) -> None:
    links = f"""<a href="{own}page/1/">1</a> <b>2</b> <span class="next disabled">下一页</span>
        <a href="{own}">2024</a> <a href="{before}">{words}</a>"""
    assert (
        next_of(links, f"http://www.example.org{own}page/2/") == f"http://www.example.org{before}"
    )


@pytest.mark.parametrize(
    "beside",
    [
        '<a href="/2024/01/">January 2024</a>',
        '<a href="/xwzx/kydt/2024/01/t20240110_4001.html">2024年1月</a>',
        '<a href="/xwzx/kydt/2024/01/">关于2024年1月工作安排的通知</a>',
    ],
)
def test_months_of_the_whole_site_and_articles_are_no_archive_of_the_list(beside: str) -> None:
    assert next_of(beside) is None


def test_the_last_page_of_a_list_of_all_years_is_the_last() -> None:
    links = """<a href="list.html">1</a> <b>2</b> <span class="disabled">下一页</span>
        <a href="2023/">2023</a> <a href="2022/">2022</a>"""
    assert next_of(links, "http://www.example.org/news/list_2.html") is None
