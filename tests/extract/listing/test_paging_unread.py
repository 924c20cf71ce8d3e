"""A pager that leads on where no rule can follow is told, and one on its last page is not."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing import extract_listing
from tests.extract.listing.pagers import read


@pytest.mark.parametrize(
    ("pager", "told"),
    [
        ("<div class='pages'><a href='index_b.html'>Fortfahren</a></div>", "Fortfahren"),
        ("<div class='pager'><a href='index_b.html'>B</a><a href='index_c.html'>C</a></div>", "B"),
        ("<div id='page_list'><a href='index_2.html'>第2页</a></div>", "第2页"),
        ("<p class='fanye'><a href='index_11.html'>11-20</a></p>", "11-20"),
        ("<ul class='pagination'><li data-p='1'>1</li><li data-p='2'>2</li></ul>", "2"),
        ("<ul class='pagination'><li><a href='#'>1</a></li><li><a href='#'>2</a></li></ul>", "2"),
        ("<nav aria-label='pagination'><button>1</button><button>2</button></nav>", "2"),
        ("<div class='pages'><a href='javascript:;' onclick='vm.go(2)'>下一页</a></div>", "下一页"),
        ("<form><input type='image' name='n' src='n.gif' alt='下一页'></form>", "下一页"),
        ("<form>第<input name='page' value='1'>页<input type='submit' value='Go'></form>", "page"),
        ("<p><a class='m' href='javascript:void(0)' data-next='b2'>更多</a></p>", "更多"),
        ("<select><option selected>2023-02</option><option>2023-01</option></select>", "2023-01"),
        ("<ul><li data-y='2023'>2023年</li><li data-y='2022'>2022年</li></ul>", "2022"),
    ],
)
def test_a_pager_that_cannot_be_followed_is_told(pager: str, told: str) -> None:
    """Such lists were told as walked to their end, with exit code 0 and no word."""
    listing = read(pager)
    assert listing.next_page is None
    assert listing.unfollowed == told


@pytest.mark.parametrize(
    "pager",
    [
        "",
        "<div class='pages'>共10条 1/1 <a href='#'>首页</a><a href='#'>下一页</a></div>",
        "<div class='pages'><a href='index_1.html'>上一页</a><a href='index_9.html'>IX</a></div>",
        "<div class='pages'><a href='index.html'>1</a><a href='index_1.html'>2</a><b>3</b></div>",
        "<ul class='pagination'><li>1</li><li class='active'>2</li></ul>",
        "<ul class='pagination'><li class='active'>1</li></ul>",
        "<div class='swiper-pagination pager'><i>1</i><i>2</i></div>",
        "<div class='page-content'><a href='index_b.html'>图片新闻</a></div>",
        "<div class='pages'><a href='index_b.html'>Fortfahren</a><span>下一页</span></div>",
        "<div class='pages'><a href='/jgsz/'>机构设置</a></div>",
        "<form><input type='hidden' name='page' value='1'><input name='q' value='7'></form>",
        "<select><option>全部</option><option>2023</option><option>2022</option></select>",
        "<ul><li>2024年</li><li>2023年</li></ul>",
    ],
)
def test_a_pager_that_leads_nowhere_is_not(pager: str) -> None:
    assert read(pager).unfollowed == ""


def test_a_pager_above_the_rows_is_another_ones() -> None:
    above = "<div class='pages'><a href='index_b.html'>Fortfahren</a></div>"
    rows = "".join(
        f"<li><a href='/a/{n}001.html'>我所召开第{n}次会议</a></li>" for n in range(1, 9)
    )
    assert read("", rows=f"{above}<ul>{rows}</ul>").unfollowed == ""


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ('"next_cursor": "b2"', "next_cursor"),
        ('"meta": {"hasMore": true}', "hasMore"),
        ('"next": "/api/posts?c=b2"', "next"),
        ('"next": null', ""),
        ('"has_more": false', ""),
    ],
)
def test_an_answer_that_says_there_is_more_is_told(beside: str, told: str) -> None:
    """An interface that counts by marks was told as read to its end."""
    rows = ",".join(
        f'{{"title": "第{n}次会议召开", "url": "/a/{n}001.html", "date": "2023-02-0{n}"}}'
        for n in range(1, 9)
    )
    answer = f'{{"items": [{rows}], {beside}}}'
    listing = extract_listing(answer.encode(), "http://www.example.ac.cn/api/posts")
    assert (len(listing.items), listing.next_page, listing.unfollowed) == (8, None, told)
