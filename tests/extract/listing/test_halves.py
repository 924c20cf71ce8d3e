"""A list laid out side by side: boxes of their own, each going on where the one before ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from newscrawl.extract.listing import Listing, extract_listing

URL = "http://www.example.org/xwdt/"
_LAST = date(2024, 6, 20)


def _rows(numbers: range, newest: int = 0, folder: str = "xwdt") -> str:
    return "".join(
        f"<li><a href='/{folder}/{5000 - n}.html'>第{n}次仪器校准工作会议在三号楼召开</a>"
        f"<span>{_LAST - timedelta(days=n - newest)}</span></li>"
        for n in numbers
    )


def _page(*cells: str, number: int = 1) -> bytes:
    boxes = "".join(f"<td width='50%'>{cell}</td>" for cell in cells)
    pager = "".join(f"<a href='/xwdt/list_{n}.html'>{n}</a>" for n in range(1, 4) if n != number)
    return (
        f"<html><title>工作动态</title><body><table><tr>{boxes}</tr></table>"
        f"<p>{pager}</p></body></html>"
    ).encode()


def _numbers(listing: Listing) -> list[int]:
    return [5000 - int(row.url.rpartition("/")[2][:4]) for row in listing.items]


def test_halves_of_a_list_are_one_list_in_the_order_of_the_page() -> None:
    page = _page(
        f"<ul class='zuo'>{_rows(range(8))}</ul>", f"<ul class='you'>{_rows(range(8, 16))}</ul>"
    )
    assert _numbers(extract_listing(page, URL)) == list(range(16))


def test_a_third_column_goes_on_behind_the_second() -> None:
    cells = [f"<ul class='{'abc'[i]}x'>{_rows(range(i * 5, i * 5 + 5))}</ul>" for i in range(3)]
    assert _numbers(extract_listing(_page(*cells), URL)) == list(range(15))


def test_behind_the_first_page_both_halves_are_read_where_they_stood() -> None:
    first = extract_listing(
        _page(
            f"<ul class='zuo'>{_rows(range(8))}</ul>", f"<ul class='you'>{_rows(range(8, 16))}</ul>"
        ),
        URL,
    )
    page = _page(
        f"<ul class='zuo'>{_rows(range(16, 24))}</ul>",
        f"<ul class='you'>{_rows(range(24, 27))}</ul>",
        number=2,
    )
    second = extract_listing(page, f"{URL}list_2.html", looks=first.looks)
    assert _numbers(second) == list(range(16, 27))


def test_a_last_page_may_have_a_left_half_only() -> None:
    first = extract_listing(
        _page(
            f"<ul class='zuo'>{_rows(range(8))}</ul>", f"<ul class='you'>{_rows(range(8, 16))}</ul>"
        ),
        URL,
    )
    page = _page(f"<ul class='zuo'>{_rows(range(16, 17))}</ul>", "<ul class='you'></ul>", number=2)
    assert _numbers(extract_listing(page, f"{URL}list_2.html", looks=first.looks)) == [16]


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(f"<ul class='you'>{_rows(range(30, 36), newest=30)}</ul>", id="a newer one"),
        pytest.param(
            f"<h3>通知公告</h3><ul class='you'>{_rows(range(30, 36))}</ul>", id="one with a heading"
        ),
        pytest.param(
            f"<ul class='you'>{_rows(range(30, 36), folder='tzgg')}</ul>", id="another folder's"
        ),
    ],
)
def test_another_list_beside_it_is_no_half_of_it(beside: str) -> None:
    page = _page(f"<ul class='zuo'>{_rows(range(12))}</ul>", beside)
    assert _numbers(extract_listing(page, URL)) == list(range(12))
