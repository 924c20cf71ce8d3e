"""Lists that a page brings along for its script to draw, and lists in a frame."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing import Listing, extract_listing

URL = "http://www.example.org/news/list"
POSTS = [(f"第{n}次学术委员会会议召开", f"/news/show/{n}", f"2024-05-0{n}") for n in range(1, 5)]
JSON = ", ".join(
    f'{{"id": {n}, "title": "{title}", "url": "{url}", "publishTime": "{day}"}}'
    for n, (title, url, day) in enumerate(POSTS)
)
BARE = JSON.replace('"id"', "id").replace('"title"', "title").replace('"url"', "url")
BARE = BARE.replace('"publishTime"', "publishTime")


def read(body: str) -> Listing:
    return extract_listing(f"<html><title>新闻</title><body>{body}</body></html>".encode(), URL)


@pytest.mark.parametrize(
    "script",
    [
        f"<script>new Vue({{el: '#app', data: {{list: [{JSON}]}}}})</script>",
        f"<script>var list = [{BARE}];</script>",
        f'<script type="application/json">{{"props": {{"posts": [{JSON}]}}}}</script>',
    ],
)
def test_rows_in_a_script_are_the_list(script: str) -> None:
    listing = read(f'<div id="app"><a :href="one.url">{{{{one.title}}}}</a></div>{script}')
    found = [
        (one.title, one.url.removeprefix("http://www.example.org"), one.date)
        for one in listing.items
    ]
    assert found == POSTS
    assert listing.instead is None
    assert listing.issues == ()


def test_such_a_list_has_the_pager_of_its_page() -> None:
    listing = read(f"<script>var list = [{JSON}];</script><a href='/news/list?page=2'>下一页</a>")
    assert listing.next_page is not None
    assert listing.next_page.url == URL + "?page=2"


def test_the_pictures_of_a_banner_are_no_list() -> None:
    banner = '{"title": "欢迎", "url": "/a/1.html"}, {"title": "招生", "url": "/a/2.html"}'
    assert read(f"<script>var slides = [{banner}];</script><div id='app'></div>").items == ()


@pytest.mark.parametrize(
    ("frames", "address"),
    [
        ('<iframe src="/news/list.asp?cid=3" width="100%" height="800"></iframe>', "/news/list.asp?cid=3"),
        ('<iframe src="/count.asp" width="0"></iframe><iframe src="/xw.asp"></iframe>', "/xw.asp"),
        ('<iframe src="/top.html"></iframe><iframe name="main" src="/list.html"></iframe>', "/list.html"),
    ],
)  # fmt: skip
def test_a_list_in_a_frame_is_the_next_page(frames: str, address: str) -> None:
    found = read(f"<h1>新闻中心</h1>{frames}").next_page
    assert found is not None
    assert found.url == "http://www.example.org" + address


def test_a_frame_of_another_host_is_not_read() -> None:
    assert (
        read('<h1>新闻</h1><iframe src="http://map.example.net/list"></iframe>').next_page is None
    )
