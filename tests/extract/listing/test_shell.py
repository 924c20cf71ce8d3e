"""Pages that a script fills: the address it asks for is followed, or one line says what to do."""

from __future__ import annotations

import json

import pytest

from newscrawl.extract.listing import Listing, extract_listing

URL = "http://www.example.org/news/"


def shell(script: str, attributes: str = "") -> Listing:
    page = f"<html><head><title>新闻</title></head><body><div id='app' {attributes}></div><script>{script}</script></body></html>"
    return extract_listing(page.encode(), URL)


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ("fetch('/api/news/list?page=1').then(draw)", "/api/news/list?page=1"),
        ("$.getJSON('list.json', draw)", "/news/list.json"),
        ("$.ajax({type: 'get', url: \"/rest/articles\", success: draw})", "/rest/articles"),
        ("axios.get('/api/menu'); axios.get('/api/article/page')", "/api/article/page"),
    ],
)
def test_the_json_that_the_script_asks_for_is_the_next_page(script: str, address: str) -> None:
    listing = shell(script)
    assert listing.next_page is not None
    assert listing.next_page.url == "http://www.example.org" + address


def test_a_page_with_menus_and_a_footer_round_a_list_that_is_drawn_is_asked_for_it_too() -> None:
    menu = "".join(f'<li><a href="/{n}/">机构介绍{n}</a></li>' for n in range(12))
    foot = "<p>版权所有 某某研究院　地址：某省某市某路18号　邮编：650000</p>" * 5
    draw = "<script>$.get('/api/news/list', {pageNum: 1, channelId: 17}, draw)</script>"
    page = f"<html><body><ul>{menu}</ul><ul id='rows'></ul>{draw}{foot}</body></html>"
    listing = extract_listing(page.encode(), URL)
    assert not listing.items
    assert listing.next_page is not None
    assert listing.next_page.url.endswith("/api/news/list?pageNum=1&channelId=17")


@pytest.mark.parametrize(
    ("script", "query"),
    [
        ("axios.get('/api/page', {params: {current: 1, size: 10, columnId: 33}})", "current=1&size=10&columnId=33"),
        ("var id = 'a7'; $.get('/api/list', {channel: id, pageNo: n}, draw)", "channel=a7&pageNo=1"),
        ("$.ajax({type: 'GET', data: {page: 1, cid: 5}, url: '/api/list', success: draw})", "page=1&cid=5"),
    ],
)  # fmt: skip
def test_the_fields_of_the_call_are_asked_for(script: str, query: str) -> None:
    listing = shell(script)
    assert listing.next_page is not None
    assert listing.next_page.url.partition("?")[2] == query


@pytest.mark.parametrize(
    ("script", "form", "content"),
    [
        ("$.post('/api/list', {pageNo: 1, channel: '33'}, draw)", {"pageNo": "1", "channel": "33"}, ""),
        ("axios.post('/api/list', {pageNo: 1})", {}, '{"pageNo": 1}'),
        ("fetch('/api/list', {method: 'POST', body: JSON.stringify({page: p, size: 5})})", {}, '{"page": 1, "size": 5}'),
    ],
)  # fmt: skip
def test_what_a_script_posts_is_posted(script: str, form: dict[str, str], content: str) -> None:
    found = shell(script).next_page
    assert found is not None
    assert (found.method, dict(found.form), found.content) == ("POST", form, content)


ANSWER = """{"code": 0, "data": {"total": 25, "list": [
  {"newsTitle": "年度工作会", "detailUrl": "/a/1001.html", "pub_time": "2024-05-06 08:00:00"},
  {"newsTitle": "学术报告会", "detailUrl": "/a/1000.html", "pub_time": "2024-05-05 08:00:00"}]}}""".encode()


@pytest.mark.parametrize(
    ("posted", "form", "content"),
    [
        (b"pageNo=1&channel=33", {"pageNo": "2", "channel": "33"}, ""),
        (b'{"current": 1, "size": 2}', {}, '{"current": 2, "size": 2}'),
    ],
)
def test_the_next_page_of_a_posted_list_is_posted_too(
    posted: bytes, form: dict[str, str], content: str
) -> None:
    listing = extract_listing(ANSWER, "http://www.example.org/api/list", posted=posted)
    assert [item.date and item.date[:10] for item in listing.items] == ["2024-05-06", "2024-05-05"]
    found = listing.next_page
    assert found is not None
    assert (found.method, dict(found.form), found.content) == ("POST", form, content)


def test_a_list_that_counts_items_goes_on_behind_the_last_of_them() -> None:
    listing = extract_listing(ANSWER, "http://www.example.org/api/list?offset=4&limit=2")
    assert listing.next_page is not None
    assert listing.next_page.url.endswith("offset=6&limit=2")


def test_an_answer_for_a_callback_and_one_of_html_are_read() -> None:
    rows = "".join(
        f"<li><a href='/a/100{n}.html'>一条不短的新闻标题{n}</a>2023-01-0{n}</li>"
        for n in range(1, 5)
    )
    assert len(extract_listing(b"cb(" + ANSWER + b");", URL).items) == 2
    assert len(extract_listing(f'{{"list": "<ul>{rows}</ul>"}}'.encode(), URL).items) == 4


def test_the_address_may_stand_in_an_attribute() -> None:
    listing = shell("draw()", "data-url='/api/posts'")
    assert listing.next_page is not None
    assert listing.next_page.url == "http://www.example.org/api/posts"


@pytest.mark.parametrize(
    "script",
    [
        *("draw()", "fetch('http://other.example/api/list')", "var a = {url: '/js/list.js'}"),
        *("fetch('/api/news/' + id)", "fetch('/static/manifest.json')"),
    ],
)
def test_without_one_the_line_says_what_it_is_and_what_to_do(script: str) -> None:
    listing = shell(script)
    assert listing.next_page is None
    (issue,) = listing.issues
    assert "a script draws them" in issue
    assert "--js" in issue


def test_a_page_with_rows_asks_no_script() -> None:
    rows = "".join(
        f"<li><a href='/a/100{n}.html'>一条不短的新闻标题{n}</a>2023-01-01</li>" for n in range(9)
    )
    page = f"<html><body><ul>{rows}</ul><script>fetch('/api/news/list')</script></body></html>"
    assert extract_listing(page.encode(), URL).next_page is None


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ("var d = {page: 1, size: 12}; axios.get('/api/news?current=' + this.page + '&size=' + this.size)", "/api/news?current=1&size=12"),
        ("axios.get(`/api/news/list?pageNo=${that.pageNo}`)", "/api/news/list?pageNo=1"),
        ("$.getJSON('/api/list/' + column + '?page=1'); var column = 'xw'", "/api/list/xw?page=1"),
        ("function load(p) { $.getJSON('/api/list?cid=3&pageNum=' + p + '&pageSize=9', draw) } load(1)", "/api/list?cid=3&pageNum=1&pageSize=9"),
        ("const load = (i) => fetch(`/api/list?pageNo=${i}`)", "/api/list?pageNo=1"),
    ],
)  # fmt: skip
def test_an_address_that_the_script_adds_up_is_asked_for(script: str, address: str) -> None:
    found = shell(script).next_page
    assert found is not None
    assert found.url == "http://www.example.org" + address


@pytest.mark.parametrize(
    "script",
    [
        """$.each(d.rows, function (i, v) { h += '<a href="/show.html?id=' + v.newsId + '">' })""",
        "var link = `/show.html?id=${it.newsId}`",
        "function show(newsId) { location.href = '/show.html?id=' + newsId }",
    ],
)
def test_rows_that_bring_an_id_alone_get_the_address_that_the_script_makes(script: str) -> None:
    page = shell(f"fetch('/api/news/list?page=1'); {script}")
    rows = [{"news_id": n, "title": f"A title of some length {n}"} for n in (17, 18)]
    answer = json.dumps({"data": {"total": 9, "rows": rows}}).encode()
    listing = extract_listing(answer, "http://www.example.org/api/news/list", looks=page.looks)
    made = [f"http://www.example.org/show.html?id={n}" for n in (17, 18)]
    assert [row.url for row in listing.items] == made


def test_pictures_and_interfaces_are_no_articles_addresses() -> None:
    page = shell(
        "fetch('/api/news/list'); var p = '/img/show/' + it.id, a = '/api/view?id=' + it.id"
    )
    assert page.row_address is None


@pytest.mark.parametrize(
    "page",
    [
        '<html><head><meta http-equiv="refresh" content="0;url=/news/list.htm"></head><body></body></html>',
        "<html><head><META HTTP-EQUIV=Refresh CONTENT=\"1; URL='list.htm'\"></head></html>",
        "<script>window.location.href='list.htm';</script>",
        '<html><script language="javascript">location.replace("/news/list.htm")</script></html>',
    ],
)
def test_a_page_that_sends_its_reader_on_leads_to_the_list(page: str) -> None:
    following = extract_listing(page.encode(), URL).next_page
    assert following is not None
    assert following.url == f"{URL}list.htm"


@pytest.mark.parametrize(
    "page",
    [
        '<html><head><meta http-equiv="refresh" content="0;url=http://elsewhere.example/"></head></html>',
        '<html><head><meta http-equiv="refresh" content="5;url=/news/"></head></html>',
        "<script>if (isMobile()) location.href='m.htm';</script>",
        "<script>location.href='file:///etc/passwd'</script>",
    ],
)
def test_nobody_is_sent_to_other_hosts_to_the_same_page_or_on_a_condition(page: str) -> None:
    assert extract_listing(page.encode(), URL).next_page is None
