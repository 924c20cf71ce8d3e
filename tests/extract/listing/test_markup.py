"""Lists in the markup that institutes use: every row read, whole titles, its own date.

Each case is one way to print a row; what stands around it is the same page every time.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest

from newscrawl.extract.listing import Listing, Looks, extract_listing

URL = "http://www.example.org/news/dt/"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAMES = (
    "低温实验室完成超导磁体5.2特斯拉励磁试验", "图书馆延长开放时间", "关于暑期实验室安全检查工作的通知",
    "人事处举办新入职职工培训班（第二期）", "中心与江南船厂签署战略合作框架协议", "科研处召开年度工作部署会暨先进表彰大会",
    "“清风润心”主题教育在第三党支部开展", "平台获批3项国家自然科学基金重点项目",
)  # fmt: skip


class Post(NamedTuple):
    title: str
    day: date

    def fields(self, number: int) -> dict[str, object]:
        day = self.day
        return {
            "n": number, "id": 20000 + number * 7, "title": self.title, "day": day.isoformat(),
            "cut": self.title[:10], "y": day.year, "m": f"{day:%m}", "d": f"{day:%d}",
            "mon": MONTHS[day.month - 1], "part": ("会议", "通知")[number % 2],
            "text": f"{self.title}，更多情况请看正文，各单位请按要求办理。",
        }  # fmt: skip


POSTS = [Post(title, date(2022, 11, 20) - timedelta(days=9 * n)) for n, title in enumerate(NAMES)]
A = '<a href="/news/dt/2022/{id}.html">'
AROUND = (
    '<div class="menu"><ul><li><a href="/">首页</a></li><li><a href="/about/intro.html">单位概况</a></li>'
    '<li><a href="/news/">新闻中心</a></li></ul></div>{}<div class="foot">地址：某市某路0号</div>'
)
HOT = "".join(
    f'<li><a href="/news/tz/2021/{90000 + n}.html">职工体检安排通知第{n}号</a><span>2023-01-0{n % 9 + 1}</span></li>'
    for n in range(12)
)
BESIDE = f'<div class="l_box"><div class="l_tit">最新公告</div><ul class="l_list">{HOT}</ul></div>'
CALENDAR = "".join(
    f'<td><a href="/news/dt/?date=2023-05-{n:02d}">{n}</a></td>' for n in range(1, 32)
)

ROWS = {
    "a list": ("<ul>{}</ul>", f"<li>{A}{{title}}</a><span>{{day}}</span></li>"),
    "cells, numbered": (
        "<table><tr><th>序号</th><th>标题</th><th>部门</th><th>日期</th></tr>{}</table>",
        f"<tr><td>{{n}}</td><td>{A}{{title}}</a></td><td>科研处</td><td>{{day}}</td></tr>",
    ),
    "a table a row": (
        "<table>{}</table>",
        (f"<tr><td><table><tr><td><img src='a.gif'></td><td>{A}{{title}}</a></td><td>{{day}}</td></tr></table>"
        "</td></tr><tr><td height=1></td></tr>"),
    ),
    "terms and definitions": (
        "<dl>{}</dl>",
        f"<dt><span>{{day}}</span>{A}{{title}}</a></dt><dd>{{text}}{A}[详细]</a></dd>",
    ),
    "divs with hashed names": (
        "<div class='sc-jTz'>{}</div>",
        (f"<div class='css-{{n}}x8 sc-bd'><div class='sc-ht'>{A}<div>{{title}}</div></a></div>"
        "<div><span>{day}</span></div></div>"),
    ),
    "an address in a data attribute": (
        "<ul>{}</ul>",
        "<li data-href='/news/dt/2022/{id}.html'><h4>{title}</h4><p>{text}</p><time>{day}</time></li>",
    ),
    "a click on the row": (
        "<table>{}</table><script>function see(id){{window.open('/news/dt/2022/'+id+'.html')}}</script>",
        "<tr onclick='see({id})'><td>{title}</td><td>{day}</td></tr>",
    ),
    "a category before the title": (
        "<ul>{}</ul>", f"<li>[<a href='/news/dt/'>动态</a>] {A}{{title}}</a> {{day}}</li>",
    ),
    "all text in the link": ("<div>{}</div>", f"<p>{A}{{title}} {{day}}</a></p>"),
    "the date first in the link": ("<ul>{}</ul>", f"<li>{A}<em>{{day}}</em>{{title}}</a></li>"),
    "breaks, the date behind": ("<div>{}</div>", f"·{A}{{title}}</a> <font>({{day}})</font><br>"),
    "breaks, the date before": ("<div>{}</div>", f"{{day}}　{A}{{title}}</a><br>"),
    "headings, the date behind": (
        "<div>{}</div>", f"<h4>{A}{{title}}</a></h4><p>{{day}}</p><p>{{text}}</p>",
    ),
    "headings, the date before": (
        "<div>{}</div>", f"<p>{{day}}</p><h4>{A}{{title}}</a></h4><p>{{text}}</p>",
    ),
    "spans side by side": (
        "<div>{}</div>", f"<span>{A}{{title}}</a></span><span>{{day}}</span><div class='clear'></div>",
    ),
    "a date in two boxes": (
        "<ul>{}</ul>",
        f"<li><div><p>{{d}}日</p><p>{{y}}年{{m}}月</p></div><div>{A}{{title}}</a><p>{{text}}</p></div></li>",
    ),
    "a date in three boxes": (
        "<div>{}</div>",
        f"<div class='item'><div><b>{{d}}</b><b>{{mon}}</b><b>{{y}}</b></div>{A}{{title}}</a></div>",
    ),
    "a date in brackets": ("<ul>{}</ul>", f"<li>{A}{{title}}</a>（{{y}}年{{m}}月{{d}}日）</li>"),
    "a date without marks": ("<ul>{}</ul>", f"<li>{A}{{title}}</a><i>{{y}}{{m}}{{d}}</i></li>"),
    "an event's date as well": (
        "<ul>{}</ul>",
        f"<li>{A}{{title}}</a><span>会议时间：2023年3月{{n}}日</span><span>发布：{{day}}</span></li>",
    ),
    "cards, one address three times": (
        "<div>{}</div>",
        (f"<div class='card'>{A}<img src='t.jpg'></a><h5>{A}{{title}}</a></h5><p>{A}{{text}}</a></p>"
        f"<small>{{day}}</small>{A}查看详情</a></div>"),
    ),
    "the whole title at the picture": (
        "<ul>{}</ul>",
        ("<li><a href='/news/dt/2022/{id}.html'><img src='t.jpg' alt='{title}'></a>"
        f"<p>{A}{{cut}}...</a></p><span>{{day}}</span></li>"),
    ),
    "cut without a mark": (
        "<ul>{}</ul>",
        "<li><a href='/news/dt/2022/{id}.html' title='{title}'>{cut}</a><span>{day}</span></li>",
    ),
    "a title attribute that says more": (
        "<ul>{}</ul>",
        "<li><a href='/news/dt/2022/{id}.html' title='{title}（科研处）'>{title}</a><span>{day}</span></li>",
    ),
    "a title attribute that says less": (
        "<ul>{}</ul>",
        "<li><a href='/news/dt/2022/{id}.html' title='点击查看'>{title}</a><span>{day}</span></li>",
    ),
    "tags, comments and a category": (
        "<div>{}</div>",
        (f"<div class='post'><a href='/news/dt/'>动态</a><h2>{A}{{title}}</a></h2><div><a href='/tag/j{{part}}'>极地</a>"
        "<a href='/tag/hy'>海洋</a></div><span>{day}</span><a href='/news/dt/2022/{id}.html#c'>0 评论</a></div>"),
    ),
    "counts and a department": (
        "<ul>{}</ul>",
        f"<li><h3>{A}{{title}}</a></h3><div><span>阅读 {{id}}</span><span>科研处</span><span>{{day}}</span></div></li>",
    ),
    "a hidden copy for telephones": (
        "<ul>{}</ul>",
        f"<li>{A}{{title}}</a><i>{{day}}</i></li><li style='display:none'>{A}{{cut}}...</a></li>",
    ),
    "a link that only says look": (
        "<table><tr><th>序号</th><th>标题</th><th>日期</th><th>操作</th></tr>{}</table>",
        f"<tr><td>{{n}}</td><td>{{title}}</td><td>{{day}}</td><td>{A}查看</a></td></tr>",
    ),
    "cards with a link that only says more": (
        "<div>{}</div>",
        f"<div class='item'><img src='t.jpg'><p>{{text}}</p><h4>{{title}}</h4><i>{{day}}</i>{A}查看详情</a></div>",
    ),
    "beside a longer list of notices": (
        BESIDE + "<ul class='list'>{}</ul>", f"<li>{A}{{title}}</a><span>{{day}}</span></li>",
    ),
    "beside a calendar": (
        f"<table><tr>{CALENDAR}</tr></table><ul>{{}}</ul>", f"<li>{A}{{title}}</a><i>{{day}}</i></li>",
    ),
}  # fmt: skip


def read(wrap: str, row: str) -> Listing:
    rows = "\n".join(row.format(**post.fields(number)) for number, post in enumerate(POSTS, 1))
    page = AROUND.format(wrap.format(rows))
    return extract_listing(f"<html><body>{page}</body></html>".encode(), URL)


@pytest.mark.parametrize("case", sorted(ROWS))
def test_the_rows_are_read_whole(case: str) -> None:
    listing = read(*ROWS[case])
    assert [(one.title, one.date) for one in listing.items] == [
        (post.title, post.day.isoformat()) for post in POSTS
    ]
    assert {one.kind for one in listing.items} == {"article"}
    assert listing.bad_links == ()


def test_a_lead_in_a_dress_of_its_own_is_a_row() -> None:
    lead = (
        '<div class="top"><a href="/news/dt/2022/99.html"><img src="t.jpg"></a><div><h2>'
        '<a href="/news/dt/2022/99.html">本院召开年度大会</a></h2><p>会议总结了一年的工作。</p>'
        "<span>2022-11-28</span></div></div>"
    )
    wrap, row = ROWS["a list"]
    listing = read(f"<div>{lead}{wrap}</div>", row)
    assert listing.items[0].title == "本院召开年度大会"
    assert listing.items[0].date == "2022-11-28"
    assert len(listing.items) == len(POSTS) + 1


def test_a_short_last_page_is_read_by_what_the_pages_before_looked_like() -> None:
    menu = "".join(
        f'<li><a href="/page/{100 + n}.html">职能部门介绍{n}</a></li>' for n in range(20)
    )
    last = '<div class="li"><a href="/show/1014.html">人事处完善公文办理流程</a></div>'
    page = f"<html><body><ul>{menu}</ul><div class='box'>{last}</div></body></html>".encode()
    before = [f"http://www.example.org/show/{n}.html" for n in range(1015, 1035)]
    listing = extract_listing(
        page, "http://www.example.org/list/12-3.html", looks=Looks(tuple(before))
    )
    assert [one.title for one in listing.items] == ["人事处完善公文办理流程"]


def test_a_later_page_with_articles_spelt_in_two_ways_is_not_left_for_a_box_beside_it() -> None:
    spelt = (
        "/info/1031/{}.htm",
        "/content.jsp?urltype=news.NewsContentUrl&wbtreeid=1031&wbnewsid={}",
    )
    before = ["http://www.example.org" + spelt[n % 2].format(1500 + n) for n in range(8)]
    rows = "".join(
        f'<li><a href="{spelt[n % 3 == 0].format(1400 + n)}">{post.title}</a><span>{post.day}</span></li>'
        for n, post in enumerate(POSTS)
    )
    hot = "".join(
        f'<li><a href="/info/1038/{700 + n}.htm">{post.title[::-1]}</a><span>{post.day:%m-%d}</span></li>'
        for n, post in enumerate(POSTS)
    )
    page = f"<div class='jd'><h3>点击排行</h3><ul>{hot}</ul></div><div class='lb'><ul>{rows}</ul></div>"
    listing = extract_listing(
        page.encode(), "http://www.example.org/xwzx/tzgg/5.htm", looks=Looks(tuple(before))
    )
    assert [one.title for one in listing.items] == [post.title for post in POSTS]


def test_the_last_page_of_a_list_is_no_channel_page_and_takes_in_no_box_beside_it() -> None:
    row = '<li><a href="/info/{0}/{1}.htm">{2}</a><span>{3}</span></li>'
    rows = "".join(row.format(1031, 1400 + n, one.title, one.day) for n, one in enumerate(POSTS))
    other = "".join(row.format(1033, 700 + n, one.title, one.day) for n, one in enumerate(POSTS))
    two = "<div class='jd'><h3>{}</h3><ul>{}</ul></div><div class='lb'><h3>通知</h3><ul>{}</ul></div>{}"
    back = '<div><a href="2.htm">上一页</a> <a href="../dt.htm">1</a> <a href="2.htm">2</a> <b>3</b></div>'

    def found(heading: str, pager: str, like: tuple[str, ...] = ()) -> int:
        page = two.format(heading, other, rows, pager).encode()
        return len(
            extract_listing(page, "http://www.example.org/news/dt/1.htm", looks=Looks(like)).items
        )

    assert found("会议", "") == 2 * len(POSTS)
    assert found("推荐阅读", "") == len(POSTS)
    assert found("会议", back) == len(POSTS)
    assert found("会议", "", ("http://www.example.org/info/1031/1500.htm",)) == len(POSTS)


def test_boxes_of_more_links_are_no_list() -> None:
    boxes = "".join(
        f'<div class="box"><b>2022-11-0{n}</b><a href="/news/c{n}/">更多&gt;&gt;</a><a href="/p{n}/">图</a></div>'
        for n in range(1, 9)
    )
    wrap, row = ROWS["a list"]
    assert len(read(boxes + wrap, row).items) == len(POSTS)


def test_days_under_a_heading_are_of_its_year() -> None:
    row = '<li><a href="/news/dt/{0}.html">{1}</a><span>{2:%m-%d}</span></li>'
    years = {
        year: "".join(
            row.format(500 + n, post.title, post.day.replace(year=year))
            for n, post in enumerate(POSTS[start : start + 4], start)
        )
        for year, start in ((2021, 0), (2019, 4))
    }
    lists = "".join(f"<h3>{year}年</h3><ul>{rows}</ul>" for year, rows in years.items())
    listing = extract_listing(f"<html><body>{lists}</body></html>".encode(), URL)
    assert [(one.date or "")[:4] for one in listing.items] == ["2021"] * 4 + ["2019"] * 4


def test_a_year_is_that_of_all_rows_under_its_heading_however_many() -> None:
    rows = "".join(
        f"<li><a href=/info/{number}.htm>第{number}号样品入库的公告</a> 03-{number % 28 + 1:02}</li>"
        for number in range(900)
    )
    page = f"<body><h1>公告</h1><ul><li>2019年</li>{rows}</ul></body>".encode()
    found = extract_listing(page, "http://institute.example/gg/").items
    assert [(one.date or "")[:4] for one in found] == ["2019"] * 900


def test_the_family_of_the_page_before_is_not_asked_for_again() -> None:
    page = b"<html><body><ul><li><a href='/info/1001/2.htm'>x</a></li></ul></body></html>"
    url = "http://www.example.org/list/2.htm"
    assert extract_listing(page, url, looks=Looks(family="vsb")).family == "vsb"
    assert (
        extract_listing(page, url, looks=Looks(family="feed")).family
        == extract_listing(page, url).family
    )


def test_a_list_stands_where_it_stood_on_the_pages_before_however_few_rows_it_has_left() -> None:
    hot = "".join(
        f"<li><a href='/show/{n}.html'>海右院第{n}次全体职工大会胜利召开</a><i>2023-02-0{n}</i></li>"
        for n in range(1, 9)
    )

    def page(numbers: range) -> bytes:
        rows = "".join(
            f"<li><a href='/show/{n}.html'>第{n}号公文</a><i>2023-01-{n}</i></li>" for n in numbers
        )
        return (
            f"<div class='box'><ul>{hot}</ul></div><div class='list'><ul>{rows}</ul></div>".encode()
        )

    url = "http://www.example.org/list/{}.html"
    first = extract_listing(page(range(10, 30)), url.format(1))
    last = extract_listing(page(range(30, 31)), url.format(2), looks=first.looks)
    assert [one.title for one in last.items] == ["第30号公文"]


def test_a_last_row_that_leads_to_another_site_stands_where_the_rows_before_it_stood() -> None:
    def page(links: list[str]) -> bytes:
        rows = "".join(
            f"<li><a href='{link}'>海右院{n}号公文的办理流程</a><i>2023-01-1{n}</i></li>"
            for n, link in enumerate(links)
        )
        return f"<div class='list'><ul>{rows}</ul></div>".encode()

    url = "http://www.example.org/list/{}.html"
    first = extract_listing(page([f"/show/{n}.html" for n in range(1010, 1019)]), url.format(1))
    away = "http://news.example.net/a/about-the-institute"
    assert not extract_listing(page([away]), url.format(2)).items
    last = extract_listing(page([away]), url.format(2), looks=first.looks)
    assert [one.url for one in last.items] == [away]
