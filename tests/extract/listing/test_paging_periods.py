"""Boxes and tabs of years or months: asked for where a GET gets them, told where they part a list."""

from __future__ import annotations

import pytest

from tests.extract.listing.pagers import ROWS, URL, next_of, read

YEARS = "<option>2023</option><option>2022</option><option>2021</option>"


def _of_year(year: int) -> str:
    return ROWS.replace("2023-", f"{year}-").replace("202302", f"{year}02")


@pytest.mark.parametrize(
    ("choice", "following"),
    [
        (f"<form><select name='year'>{YEARS}</select></form>", "?year=2022"),
        (
            f"<form action='./'><input type='hidden' name='c' value='7'><select name='y'>{YEARS}</select></form>",
            "?c=7&y=2022",
        ),
        (
            f"<form action='search.jsp'><input name='q'><select name='y'>{YEARS}</select></form>",
            None,
        ),
        (f"<form action='/search'><select name='y'>{YEARS}</select></form>", None),
        (f"<form method='post'><select name='y'>{YEARS}</select></form>", None),
        (f"<form><select>{YEARS}</select></form>", None),
        (
            "<select><option value='?y=2023'>2023年</option><option value='?y=2022'>2022年</option></select>",
            "?y=2022",
        ),
        (
            "<select><option value='?y=2022'>2022年</option><option value='?y=2023'>2023年</option></select>",
            "?y=2023",  # nothing says that the page is all of that year
        ),
        (
            f"<select onchange=\"location.href='?nd='+this.value\">{YEARS}</select>",
            "?nd=2022",
        ),
        (
            "<form><select name='m'><option>2023-02</option><option>2023-01</option></select></form>",
            "?m=2023-01",
        ),
        (
            "<select><option value='/tz/2023/'>2023</option><option value='/tz/2022/'>2022</option></select>",
            None,
        ),
    ],
)
def test_the_year_before_is_asked_for_by_its_choice(choice: str, following: str | None) -> None:
    """A box of years was told as a way on that could not be followed, in every run."""
    base = "http://www.example.ac.cn/xwzx/kydt/"
    assert next_of(choice, base) == (following and base + following)


@pytest.mark.parametrize(("here", "following"), [("2022", "2021"), ("2021", None)])
def test_each_choice_leads_to_the_one_before(here: str, following: str | None) -> None:
    choice = f"<form><select name='year'>{YEARS}</select></form>"
    found = read(choice, f"{URL}?year={here}", _of_year(int(here))).next_page
    assert (found and found.url) == (following and f"{URL}?year={following}")


def test_a_choice_that_has_all_years_as_well_filters_them() -> None:
    years = f"<option>全部</option>{YEARS}"
    listing = read(f"<form><select name='year'>{years}</select></form>")
    assert (listing.next_page, listing.earlier) == (None, "")


def test_a_pager_of_the_newest_year_hides_no_choice() -> None:
    """Of such a list the newest year was read, with exit code 0 and no word."""
    pager = "<a href='index.html'>上一页</a> <b>2</b> <span class='disabled'>下一页</span>"
    there = "http://www.example.ac.cn/xwzx/kydt/index_1.html"
    choice = f"<form action='index_1.html'><select name='year'>{YEARS}</select></form>"
    found = read(pager, there, choice + ROWS).next_page
    assert found
    assert found.url == f"{there}?year=2022"
    assert read(pager, there, f"<select>{YEARS}</select>{ROWS}").earlier == "2022"


def test_a_year_without_posts_is_passed_where_the_page_marks_it() -> None:
    years = YEARS.replace("<option>2022", "<option selected>2022")
    shell = f"<h2>科研动态</h2><form><select name='year'>{years}</select></form>"
    found = read("", f"{URL}?year=2022", f"{shell}<ul><li>暂无数据</li></ul>").next_page
    assert found
    assert found.url == f"{URL}?year=2021"


def test_the_last_page_of_a_list_of_all_years_is_followed_by_none_of_them() -> None:
    """Its last rows are of one year too, but not of the one that is shown."""
    choice = f"<form><select name='year'>{YEARS}</select></form>"
    listing = read(choice, f"{URL}?page=9", _of_year(2022))
    assert (listing.next_page, listing.earlier) == (None, "")


def test_rows_of_several_years_are_parted_by_none() -> None:
    rows = ROWS.replace("2023-02-09", "2022-12-09").replace("2023-02-10", "2022-11-10")
    listing = read(
        f"<form><select name='year'>{YEARS}</select></form><select>{YEARS}</select>", rows=rows
    )
    assert {row.date and row.date[:4] for row in listing.items} == {"2022", "2023"}
    assert (listing.next_page, listing.earlier) == (None, "")


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ("<select><option selected>2023-02</option><option>2023-01</option></select>", "2023-01"),
        (f"<select onchange='show(this)'>{YEARS}</select>", "2022"),
        ("<ul><li data-y='2023'>2023年</li><li data-y='2022'>2022年</li></ul>", "2022"),
        ("<ul><li class='on'>2023年</li><li>2022年</li></ul>", "2022"),
        ("<ul><li>2023</li><li>2022</li></ul>", "2022"),
        ("<p><button class='button'>2023</button><button class='button'>2022</button></p>", "2022"),
        ("<p><button>2023</button><button>2022</button></p>", "2022"),
    ],
)
def test_years_above_the_rows_that_no_request_gets_are_told(choice: str, told: str) -> None:
    listing = read("", rows=f"<h2>科研动态</h2>{choice}{ROWS}")
    assert (listing.next_page, listing.earlier) == (None, told)


@pytest.mark.parametrize(
    "beside",
    [
        "<ul><li>2021</li><li>2022</li><li>2023</li></ul>",
        "<ul><li>2023</li><li class='active'>2022</li><li>2021</li></ul>",
        "<select><option>2022</option><option>2023</option></select>",
        "<select><option>2023</option><option selected>2022</option></select>",
        f"<form action='/search'><input name='q'><select name='y'>{YEARS}</select></form>",
        f"<div class='calendar'><select>{YEARS}</select></div>",
        "<ul><li>2024年</li><li>2023年</li></ul>",
    ],
)
@pytest.mark.parametrize("above", [False, True])
def test_years_that_are_none_of_the_rows_choice_are_not(beside: str, *, above: bool) -> None:
    """Each was told in every run of a list that is whole, and all of one year."""
    listing = read("", rows=beside + ROWS) if above else read(beside)
    assert (len(listing.items), listing.next_page, listing.earlier) == (10, None, "")


def test_a_choice_behind_the_rows_is_another_ones() -> None:
    assert read(f"<div>年度报告</div><select onchange='show(this)'>{YEARS}</select>").earlier == ""


def test_a_choice_far_above_the_rows_is_another_ones() -> None:
    menu = "<p><a href='/'>首页</a> <a href='/jgsz/'>机构设置</a></p>"
    choice = f"<select onchange='show(this)'>{YEARS}</select>"
    assert read("", rows=f"<div>{choice}</div>{menu}{ROWS}").earlier == ""
