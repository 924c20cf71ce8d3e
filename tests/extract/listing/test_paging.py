"""The way to the next page, kind by kind, in made-up pagers."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing import extract_listing
from newscrawl.extract.listing.model import NextPage
from tests.extract.listing.pagers import ROWS, URL, next_of, read


@pytest.mark.parametrize(
    "link",
    [
        '<a href="index_1.html">下一页</a>',
        '<a href="index_1.html">下页</a>',
        '<a href="index_1.html">后页</a>',
        '<a href="index_1.html">下一页&gt;&gt;</a>',
        '<a href="index_1.html">&gt;</a><a href="index_9.html">&gt;&gt;</a>',
        '<a href="index_1.html">›</a><a href="index_9.html">»</a>',
        '<a href="index_1.html">»</a>',
        '<a href="index_1.html">次へ</a>',
        '<a href="index_1.html">Page suivante</a>',
        '<a href="index_1.html">Ältere Meldungen</a>',
        '<a href="index_1.html">← Entradas más antiguas</a>',
        '<a href="index_1.html">Articles plus anciens</a>',
        '<a href="index_1.html">Oudere berichten</a>',
        '<a href="index_1.html">Následující »</a>',
        '<a href="index_1.html">След.</a>',
        '<a href="index_1.html">過去の記事</a>',
        '<a href="index_1.html">次のページへ</a>',
        '<a href="index_1.html">Trang sau</a>',
        '<a href="index.html" aria-current="page">1</a><a href="index_1.html">2</a><a href="index_2.html">3</a>',
        '<a href="javascript:void(0)" tagname="index_1.html">下一页</a>',
        '<a href="index_1.html">Next</a>',
        '<a href="index_1.html">Older posts</a>',
        '<a href="index_1.html">&laquo; Older Entries</a>',
        '<a href="index_1.html">&larr; 早期文章</a>',
        '<a rel="next" href="index_1.html">继续</a>',
        '<a class="next" href="index_1.html"><i></i></a>',
        '<a href="index_1.html"><img src="n.gif" alt="下一页"></a>',
        '<a href="index_1.html" title="下一页"><img src="n.gif"></a>',
        '<a href="index_1.html"><img src="/images/btn_next.gif"></a>',
        '<a href="index_1.html" aria-label="Next page">Load more</a>',
        '<input type="button" value="下页" onclick="self.location=\'index_1.html\'">',
        "<select onchange=\"location.href='index_'+(this.value-1)+'.html'\"><option value='1' selected>1</option><option value='2'>2</option></select>",
        '<a href="javascript:;" onclick="location.href=\'index_1.html\'">下一页</a>',
        '<span class="cur">1</span><a href="index_1.html">2</a><a href="index_2.html">3</a>',
        '<select><option value="index.html" selected>1</option><option value="index_1.html">2</option></select>',
        '<a href="javascript:go(2)">下一页</a><script>function go(n){if(n<2){location.href="index.html"}else{location.href="index_"+(n-1)+".html"}}</script>',
        '<b>1</b> <a href="index_1.html">2</a> <a href="index_2.html">3</a> … <a href="index_8.html">9</a>',
        '<script>createPageHTML(5, 0, "index", "html");</script>',
    ],
)
def test_next_page_in_any_dress(link: str) -> None:
    assert next_of(f"<div>{link}</div>") == "http://www.example.ac.cn/xwzx/kydt/index_1.html"


@pytest.mark.parametrize(
    "link",
    [
        '<a href="javascript:void(0);">下一页</a>',
        '<a class="disabled" href="index_1.html">下一页</a>',
        '<a href="index.html">下一页</a>',
        "<span>下一页</span>",
        '<script>createPageHTML(1, 0, "index", "html");</script>',
        "<script>createPageHTML('page_div',5, 5,'list','shtml',100);</script>",
        '<a href="t1.html">下一篇</a>',
        '<div class="nav-next"><a href="index_7.html">较新文章 &rarr;</a></div>',
    ],
)
def test_last_page_has_no_next(link: str) -> None:
    assert next_of(f"<div>{link}</div>") is None


def test_the_addresses_that_a_pager_links_by_a_number_are_told() -> None:
    numbers = "<b>1</b><a href='index_1.html'>2</a><a href='index_2.html'>[3]</a>"
    listing = read(f"{numbers}<a href='index_1.html'>下一页</a><a href='/cal/27'>27</a>")
    assert {n: url.rpartition("/")[2] for n, url in listing.numbered} == {
        2: "index_1.html",
        3: "index_2.html",
    }


def test_the_unlinked_number_is_the_page_whatever_the_address_says() -> None:
    links = '<a href="/l.php?page=0&amp;id=8">1</a> <b>2</b> <a href="/l.php?page=2&amp;id=8">3</a>'
    url = "http://www.example.org/l.php?page=1&id=8"
    assert next_of(links, url) == "http://www.example.org/l.php?page=2&id=8"


def test_a_pager_that_a_script_draws_is_followed_while_there_are_pages() -> None:
    call = "<script>laypage.render({{count: 25, limit: 10, curr: {}, jump: function(o){{ location.href = '/n?page=' + o.curr; }}}});</script>"
    url = "http://www.example.org/n?page={}"
    assert next_of(call.format(2), url.format(2)) == url.format(3)
    assert next_of(call.format(3), url.format(3)) is None


def test_a_pager_that_counts_from_zero_is_asked_for_its_own_number() -> None:
    call = "<script>$('#p').pagination(25, {{current_page: {}, items_per_page: 10, callback: function(i){{ if(i==0){{location.href='index.html'}}else{{location.href='index_'+i+'.html'}} }}}});</script>"
    assert next_of(call.format(0)) == "http://www.example.ac.cn/xwzx/kydt/index_1.html"
    last = "http://www.example.ac.cn/xwzx/kydt/index_2.html"
    assert next_of(call.format(1), "http://www.example.ac.cn/xwzx/kydt/index_1.html") == last
    assert next_of(call.format(2), last) is None


def test_the_pages_of_a_folder_end_as_its_articles_do() -> None:
    rows = ROWS.replace(".html", ".htm")
    found = read(
        "<script>var countPage = 3; var currentPage = 0;</script>",
        "http://www.example.ac.cn/xw/",
        rows,
    )
    assert found.next_page is not None
    assert found.next_page.url == "http://www.example.ac.cn/xw/index_1.htm"


def test_of_two_numbers_left_out_the_printed_one_is_the_page() -> None:
    links = '<p><a href="1.html">1</a><a href="3.html">3</a><a href="4.html">4</a><em>5</em><a href="6.html">6</a></p>'
    assert next_of(links, "http://www.example.org/l/5.html") == "http://www.example.org/l/6.html"


@pytest.mark.parametrize("call", ["go('3')", "nextPage()"])
def test_a_form_with_its_page_in_a_box_is_sent_whole(call: str) -> None:
    form = f"""<form action="/l.do" method="post"><input type="hidden" name="type" value="4">
    <input type="text" name="currentPage" value="2"><a href="javascript:{call}">下一页</a></form>"""
    found = read(form, "http://www.example.org/l.do").next_page
    assert found is not None
    assert (found.method, dict(found.form)) == ("POST", {"type": "4", "currentPage": "3"})


def test_page_div_dialect_counts_from_one() -> None:
    url = "http://www.example.gov.cn/xw/common_list.shtml"
    call = "<script>createPageHTML('page_div',22, 1,'common_list','shtml',325)</script>"
    assert next_of(call, url) == "http://www.example.gov.cn/xw/common_list_2.shtml"


def test_own_link_wins_over_a_smaller_declared_total() -> None:
    assert next_of('<div>共1页 <a href="index_1.html">下一页</a></div>') is not None


def test_post_back_carries_every_hidden_input() -> None:
    form = """<form action="list.aspx" method="post"><input type="hidden" name="__VIEWSTATE" value="abc=">
    <input type="hidden" name="__EVENTVALIDATION" value="xyz"><input type="hidden" name="mine" value="1">
    <a href="javascript:__doPostBack('AspNetPager1','2')">下一页</a></form>"""
    found = read(form, "http://www.example.edu.cn/list.aspx").next_page
    assert found is not None
    assert found.method == "POST"
    assert dict(found.form) == {
        "__VIEWSTATE": "abc=", "__EVENTVALIDATION": "xyz", "mine": "1",
        "__EVENTTARGET": "AspNetPager1", "__EVENTARGUMENT": "2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("url", "pager", "first"),
    [
        ("list_3.html", '<a href="list.html">首页</a><a href="list_2.html">上一页</a> 第3页/共9页', "list.html"),
        ("list/6.htm", '<a href="../list.htm">1</a><a href="7.htm">2</a><b class="on">3</b><a href="5.htm">4</a>', "list.htm"),
        ("page/3/", '<a href="../../">1</a><span class="current">3</span><a href="../4/">4</a>', ""),
        ("?page=2&c=4", "<a href='?page=3&c=4'>下一页</a>", "?c=4"),
        ("?page=2&c=4", "3/9 <a href='?page=3&c=4'>下一页</a>", "?page=0&c=4"),
        ("index_2.html", '<script>createPageHTML(5, 2, "index", "html");</script>', "index.html"),
        ("list.html", '<a href="list_1.html">首页</a><a href="list_2.html">下一页</a> 1/9', None),
        ("118.htm", '<a href="119.htm">前页</a><a href="117.htm">后页</a>', "119.htm"),
        ("list_3.html", '<a href="list_2.html"><img alt="上一页"></a>', "list_2.html"),
        ("119.htm", '<a href="index.html">前页</a><a href="118.htm">后页</a>', "index.html"),
        ("page/3/", '<a href="../2/">Newer posts</a>', "page/2/"),
        ("", '<a href="?page=1">上一页</a><a href="?page=2">下一页</a>', None),
        ("list_3.html", '<a href="/">首页</a><a href="list_4.html">下一页</a> 3/9', None),
    ],
)  # fmt: skip
def test_from_a_later_page_the_way_to_the_first_is_told(
    url: str, pager: str, first: str | None
) -> None:
    base = "http://www.example.ac.cn/xwzx/kydt/"
    found = read(f"<div class='page'>{pager}</div>", base + url, ROWS.replace("./", "/a/"))
    assert (found.first_page and found.first_page.url) == (None if first is None else base + first)


def grid(*pager: str) -> NextPage | None:
    """The way on from a page whose pager is a row of post-backs."""
    cells = "".join(f"<td>{one}</td>" for one in pager)
    form = f"""<form method="post" action="list.aspx"><input type="hidden" name="__VIEWSTATE" value="a">
    <table><tr>{cells}</tr></table></form>"""
    return read(form, "http://www.example.edu.cn/list.aspx").next_page


def asks(argument: str, text: str = "") -> str:
    text = text or argument.rpartition("$")[2]
    return f"<a href=\"javascript:__doPostBack('ctl00$grid','{argument}')\">{text}</a>"


@pytest.mark.parametrize(
    ("pager", "argument"),
    [
        (("<span>1</span>", asks("Page$2"), asks("Page$3")), "Page$2"),
        ((asks("Page$1"), "<span>2</span>", asks("Page$3")), "Page$3"),
        ((asks("Page$8"), asks("Page$9"), "<span>10</span>", asks("Page$11", "...")), "Page$11"),
    ],
)
def test_a_pager_of_numbers_that_post_back_leads_to_the_number_behind_this_one(
    pager: tuple[str, ...], argument: str
) -> None:
    found = grid(*pager)
    assert found
    assert ("__EVENTARGUMENT", argument) in found.form


def test_the_last_of_such_numbers_and_the_days_of_a_calendar_lead_nowhere() -> None:
    assert grid(asks("Page$1"), asks("Page$2"), "<span>3</span>") is None
    assert grid(asks("8500", "4"), "<span>5</span>", asks("8502", "6")) is None


def test_a_submit_button_sends_its_form_and_itself() -> None:
    inputs = '<input type="hidden" name="__VIEWSTATE" value="a=="><input name="go" value="1">'
    button = '<input type="submit" name="next" value="下一页"{}>'
    form = '<form method="post" action="list.aspx">' + inputs + button + "</form>"
    found = read(form.format("")).next_page
    assert found is not None
    assert (found.method, dict(found.form)) == (
        "POST",
        {"__VIEWSTATE": "a==", "go": "1", "next": "下一页"},
    )
    assert read(form.format(" disabled")).next_page is None


_FORM = """<form id="f" method="post" action="list.do"><input type="hidden" name="lm" value="7">
<input type="hidden" name="currentPage" value="1"></form>"""


@pytest.mark.parametrize(
    "pager",
    [
        '<input type="button" value="末页" onclick="go(4)"><input type="button" value="下一页" onclick="go(2)">',
        '<button type="button" onclick="javascript:toPage(\'2\')">下一页</button>',
        '<span class="fy" onclick="go(2)">下一页</span>',
        '<div class="b" onclick="go(2)"><b>Next</b></div>',
        "<b>1</b> <span onclick='go(2)'>2</span> <span onclick='go(3)'>3</span>",
    ],
)
def test_what_is_no_link_and_fills_in_a_form_when_clicked_leads_on(pager: str) -> None:
    found = read(f"{_FORM}<div>第1页 {pager}</div>").next_page
    assert found
    assert (found.method, dict(found.form)) == ("POST", {"lm": "7", "currentPage": "2"})


def test_a_slider_beside_a_form_for_searching_leads_nowhere() -> None:
    """What a search finds became the list."""
    form = (
        '<form action="/search"><input name="q"><input type="hidden" name="page" value="1"></form>'
    )
    assert read(f"{form}<span onclick='nextSlide()'>下一页</span>").next_page is None


def test_a_box_that_is_no_link_sends_no_form_that_is_not_the_lists() -> None:
    """A vote was cast by it."""
    form = '<form action="/vote" method="post"><input type="hidden" name="pageNo" value="1"></form>'
    assert read(f"{form}<span onclick='go(2)'>下一页</span>").next_page is None


@pytest.mark.parametrize("off", ["disabled", 'class="disabled"'])
def test_a_button_that_is_switched_off_leads_nowhere(off: str) -> None:
    button = f'<input type="button" value="下一页" onclick="go(2)" {off}>'
    assert read(f"{_FORM}<div>{button}</div>").next_page is None


def test_a_box_that_calls_what_cannot_be_told_is_no_end() -> None:
    assert not read('<span onclick="more.load()">下一页</span>').says_end
    assert read('<span class="disabled" onclick="more.load()">下一页</span>').says_end


def test_a_total_whose_number_has_an_element_of_its_own_is_read_in_an_unnamed_pager() -> None:
    pager = (
        "<div>共<font color=red>52</font>条信息 当前第1/4页 [前页] <a href=?page=2>[后页]</a></div>"
    )
    found = read(pager)
    assert (found.total_items, found.total_pages) == (52, 4)


def test_a_total_that_touches_the_pagers_numbers_is_read_without_them() -> None:
    links = "".join(f'<li><a href="index_{n}.html">{n}</a></li>' for n in range(1, 5))
    found = read(f'<div class="pagination"><p>Page 1 of 4</p><ul>{links}</ul></div>')
    assert (found.number, found.total_pages) == (1, 4)


def test_where_every_page_is_linked_by_a_number_that_the_address_lacks_this_is_the_first() -> None:
    links = "".join(f'<a href="?page={n}">{n}</a>' for n in range(1, 5))
    assert next_of(f"<nav>{links}</nav>", "http://www.example.ac.cn/news") == (
        "http://www.example.ac.cn/news?page=2"
    )


@pytest.mark.parametrize("words", ["下10页", "...", "后一组", "<img src='r.png'>"])
def test_where_the_numbers_of_a_group_end_the_link_to_the_next_group_leads_on(words: str) -> None:
    pager = (
        '<p><a href="index.html">1</a><a href="index_2.html">2</a><b>3</b>'
        f'<a href="index_4.html">{words}</a><a href="index_9.html">末组</a></p>'
    )
    assert next_of(pager, URL.replace("index", "index_3")) == URL.replace("index", "index_4")


def test_where_the_numbers_of_the_last_group_end_nothing_leads_on() -> None:
    pager = '<p><a href="index_6.html">上10页</a><a href="index_7.html">7</a><b>8</b></p>'
    assert next_of(pager, URL.replace("index", "index_8")) is None


@pytest.mark.parametrize(
    ("number", "page", "on"),
    [(1, "", "_2"), (2, "_2", "_3"), (1, "", "_1"), (2, "_1", "_2")],
)
def test_arrows_that_are_pictures_without_a_name_are_told_apart_by_their_numbers(
    number: int, page: str, on: str
) -> None:
    left = '<a href="index.html"><img src="/i/a.png"></a>' if page else ""
    pager = f'{left} {number}/5页 <a href="index{on}.html"><img src="/i/b.png"></a>'
    assert next_of(pager, URL.replace("index", f"index{page}")) == URL.replace(
        "index", f"index{on}"
    )


def test_a_number_that_can_be_typed_leads_on_where_the_page_says_there_are_more() -> None:
    form = (
        '<form action="list.php"><input type="hidden" name="c" value="3">共5页 第<input name="page" value="{}">页'
        '<input type="submit" value="GO"></form>'
    )
    url = "http://www.example.ac.cn/list.php?c=3"
    assert next_of(form.format(1), url) == "http://www.example.ac.cn/list.php?c=3&page=2"
    assert (
        next_of(form.format(4), f"{url}&page=4") == "http://www.example.ac.cn/list.php?c=3&page=5"
    )
    assert next_of(form.format(5), f"{url}&page=5") is None


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("http://www.example.org/news/", "http://www.example.org/news/page/2/"),
        ("http://www.example.org/news/page/2/", "http://www.example.org/news/page/3/"),
        ("http://www.example.org/uudised?x=1", "http://www.example.org/uudised?x=1&page=2"),
        ("http://www.example.org/a?seite=4", "http://www.example.org/a?seite=5"),
    ],
)
def test_an_address_that_calls_itself_the_page_after_this_one_is_it_whatever_the_link_says(
    here: str, there: str
) -> None:
    pager = f'<p><a href="{here}">Uuemad</a> <a href="{there}">Vanemad teated</a></p>'
    assert next_of(pager, here) == there


def test_an_address_that_calls_itself_the_page_of_another_list_is_none_of_this_one() -> None:
    pager = '<p><a href="/events/page/2/">Vanemad</a> <a href="/news/page/1/">Uuemad</a></p>'
    assert next_of(pager, "http://www.example.org/news/") is None


def test_the_only_box_of_a_form_takes_the_number_where_it_holds_this_pages() -> None:
    form = (
        '<form action="more.php"><input type="hidden" name="sort" value="2">共 52 条，6 页，当前第 {0} 页 '
        '<input name="p" size=2 value="{1}"><input type="submit" value="GO"></form>'
    )
    url = "http://www.example.ac.cn/more.php?sort=2"
    assert next_of(form.format(2, 2), url) == f"{url}&p=3"
    assert next_of(form.format(6, 6), url) is None
    assert next_of(form.format(2, ""), url) is None  # a box to search by


@pytest.mark.parametrize(("here", "third"), [(3, "<b>3</b>"), (4, '<a href="index_3.html">3</a>')])
def test_a_window_of_the_first_numbers_proves_the_pages_that_the_total_states(
    here: int, third: str
) -> None:
    pager = f'<div class="page"><em>共7页 63条</em> <a href="index.html">1</a> <a href="index_2.html">2</a> {third}</div>'
    url = "http://www.example.org/zxdt/index_{}.html"
    rows = ROWS.replace("t202302", "n")
    found = read(pager, url.format(here), rows).next_page
    assert found is not None
    assert found.url == url.format(here + 1)
    assert read(pager.replace("共7页", f"共{here}页"), url.format(here), rows).next_page is None


def test_a_click_that_goes_one_page_on_from_the_number_that_the_script_holds_is_followed() -> None:
    pager = (
        '<a href="javascript:void(0)" id="prev">上一页</a><a href="javascript:void(0)" id="next">下一页</a><script>'
        "var totalPage = 5; var currentPage = {};"
        '$("#prev").click(function(){{ location.href = "index_" + (currentPage - 1) + ".html"; }});'
        '$("#next").click(function(){{ window.location.href = "index_" + (currentPage + 1) + ".html"; }});</script>'
    )
    assert next_of(pager.format(1)) == URL.replace("index", "index_2")
    assert next_of(pager.format(2), URL.replace("index", "index_2")) == URL.replace(
        "index", "index_3"
    )
    assert next_of(pager.format(5), URL.replace("index", "index_5")) is None


BUTTON = '<a href="javascript:void(0)" onclick="loadMore()">加载更多</a>'


@pytest.mark.parametrize(
    ("script", "first"),
    [
        ('$.get("/xwzx/more", {page: page}, add); page++;', 1),
        ('page++; $.get("/xwzx/more", {page: page}, add);', 2),
        ('page = page + 1; $.get("/xwzx/more?page=" + page, add);', 2),
    ],
)
def test_a_button_that_adds_rows_is_pressed_by_asking_for_what_its_script_asks_for(
    script: str, first: int
) -> None:
    script = f"<script>var page = 1; function loadMore(){{ {script} }}</script>"
    found = read(f'<a href="/news/">新闻</a>{BUTTON}{script}').next_page
    assert found is not None
    assert found.url == f"http://www.example.ac.cn/xwzx/more?page={first}"
    piece = extract_listing(ROWS.encode(), found.url).next_page
    assert piece is not None
    assert piece.url == f"http://www.example.ac.cn/xwzx/more?page={first + 1}"
    assert extract_listing(b"", piece.url).next_page is None


def test_a_button_whose_script_cannot_be_told_leaves_the_list_unread() -> None:
    listing = read('<button>加载更多</button><script src="/js/list.js"></script>')
    assert listing.unread
    assert "more rows" in listing.issues[0]


@pytest.mark.parametrize(
    ("pager", "rows"),
    [
        ("<button>加载更多</button>", ROWS.replace("<li>", '<li style="display:none">')),
        ("<p>共10条</p><button>加载更多</button>", ROWS),
        ('<a href="/xwzx/">查看更多</a>', ROWS),
    ],
)
def test_a_button_that_has_all_rows_beside_it_hides_none(pager: str, rows: str) -> None:
    assert not read(pager, rows=rows).unread


def test_the_only_other_number_of_a_grid_is_called_as_the_page_after_this_one() -> None:
    cells = "<table><tr><td><span>1</span></td><td><a href=\"javascript:__doPostBack('grid','Page$2')\">2</a></td></tr></table>"
    form = f'<form method="post" action="more.aspx"><input type="hidden" name="__VIEWSTATE" value="x">{cells}</form>'
    found = read(form).next_page
    assert found is not None
    assert dict(found.form)["__EVENTARGUMENT"] == "Page$2"
    last = form.replace(">1<", ">own<").replace("Page$2", "Page$1").replace(">2<", ">1<")
    assert read(last.replace(">own<", ">2<")).next_page is None


@pytest.mark.parametrize(
    "text", ["Older reports of the station", "Reports 11 to 20", "转到列表的第2页"]
)
def test_a_next_link_stays_one_beside_a_longer_link_to_the_same_page(text: str) -> None:
    """It was taken for a teaser's way into its story: one page was read, with exit code 0."""
    way = "/reports/browse?start=10"
    pages = f'<div class=x><a href="{way}">{text}</a> <a href="{way}">Next</a></div>'
    found = extract_listing(f"<html><body>{ROWS}{pages}</body></html>".encode(), URL).next_page
    assert found
    assert found.url == f"http://www.example.ac.cn{way}"


def test_a_list_at_a_bare_host_has_no_articles_on_hosts_that_begin_with_its_name() -> None:
    rows = "".join(
        f'<li><a href="https://www.example.ac.cn.other.org/n/t20260{n}01_{n}.html">A report of rain {n}</a>'
        f"<span>2026-0{n}-01</span></li>"
        for n in range(1, 7)
    )
    html = f"<html><body><ul>{rows}</ul></body></html>".encode()
    kinds = {row.kind for row in extract_listing(html, "https://www.example.ac.cn").items}
    assert kinds == {"external"}
