"""A pager that leads on where no rule can follow is told, and one on its last page is not."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing import extract_listing
from tests.extract.listing.pagers import ROWS, read


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
        ("<div class='sentinel' data-cursor='azI='></div>", "data-cursor"),
        ("<p><i data-feed-next-url='/api?c=b2'></i></p>", "data-feed-next-url"),
        ("<form><input type='image' name='n' src='n.gif' alt='下一页'></form>", "下一页"),
        ("<form method='post'>第<input name='page' value='1'>页<button>Go</button></form>", "page"),
        ("<p><a class='m' href='javascript:void(0)' data-next='b2'>更多</a></p>", "更多"),
        ("<p class='research-foot'><button class='focus:ring'>下一页</button></p>", "下一页"),
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
        "<div class='sentinel' data-cursor=''></div><div data-next='false'></div>",
        "<div data-next='#a2'>图片新闻</div><div class='slide' data-next='2'></div>",
        "<div data-next-post='77'></div>",
        "<form><input type='hidden' name='page' value='1'><input name='q' value='7'></form>",
    ],
)
def test_a_pager_that_leads_nowhere_is_not(pager: str) -> None:
    assert read(pager).unfollowed == ""


@pytest.mark.parametrize(
    "beside",
    [
        "<div class='slider'><button>Previous</button><button>Next</button></div>",
        "<div class='swiper'><img src='a.jpg'><p class='pagination'><i>1</i><i>2</i></p></div>",
        "<div class='bx-pager'><a href=''>1</a><a href=''>2</a></div>",
        "<div class='calendar'><button>‹</button> 2023 <button title='next'>›</button></div>",
        "<form action='/newsletter'><input name='mail'><button>Weiter</button></form>",
        "<h3>Most read</h3><div class='pager'><button>1</button><button>2</button></div>",
        "<div><h3>通知公告<a href='javascript:;'>更多</a></h3></div>",
        "<p class='bdsharebuttonbox'><a href='#'>更多</a></p>",
        "<div class='page-nav'><a href='tzgg.html'>通知公告</a><a href='/mt/'>媒体</a></div>",
        "<div class='pager'><a href='?format=feed'>RSS</a><a href='?lang=en'>English</a></div>",
        "<div class='pagination'>Showing <b>1</b> to <b>2</b> of <b>2</b> results</div>",
        "<div class='pages'><a href='javascript:;' onclick='go(1, 20)'>下一页</a></div>",
        "<a href='javascript:;' hidden>更多</a>",
        "<button aria-disabled='true'>Next</button><button class='btn disabled'>Next</button>",
        "<form>每页<input name='pageSize' value='20'>条</form>",
    ],
)
def test_what_other_boxes_have_to_turn_over_is_none_of_the_list(beside: str) -> None:
    """Each was told in every run of a list that is whole."""
    assert read(beside).unfollowed == ""


def test_a_button_for_the_next_picture_above_the_rows_is_none() -> None:
    listing = read("", rows=f"<div><img src='a.jpg'><button>Next</button></div>{ROWS}")
    assert (len(listing.items), listing.unfollowed) == (10, "")


def test_a_button_that_unfolds_each_row_is_none() -> None:
    own = "<p><a href='javascript:;'>more</a></p>"
    rows = "".join(
        f"<h3><a href='./202302/t202302{n:02d}_{5000 + n}.html'>我所召开第{n}次学术交流会议</a></h3>"
        f"<p>2023-02-{n:02d}</p>{own}"
        for n in range(1, 9)
    )
    listing = read("", rows=f"<div>{rows}</div>")
    assert (len(listing.items), listing.unfollowed) == (8, "")


@pytest.mark.parametrize(("there", "told"), [("b.htm", "II"), ("d.htm", ""), ("a.htm", "")])
def test_pages_that_are_counted_by_letters_are_told(there: str, told: str) -> None:
    base = "http://www.example.ac.cn/xwzx/kydt/"
    assert read(f"<p class='pages'><a href='{there}'>II</a></p>", f"{base}a.htm").unfollowed == told


def test_a_heading_that_is_not_seen_ends_no_pager() -> None:
    heading = "<h2 class='sr-only'>Posts</h2>"
    pager = f"<nav class='pagination'>{heading}<button>1</button><button>2</button></nav>"
    assert read(pager).unfollowed == "2"


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
        ('"has_more": "false"', ""),
        ('"next_cursor": "0"', ""),
        ('"next": -1', ""),
        ('"pages": 1, "nextPage": 1', ""),
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
