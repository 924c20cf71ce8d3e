"""A list of one row: a day with one post, a last page, a column just opened; and what is none."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing import Listing, extract_listing
from newscrawl.extract.listing.model import Instead

BASE = "http://www.example.ac.cn"
MENU = "<ul class='nav'>" + "".join(
    f"<li><a href='/{path}/'>{name}</a></li>"
    for path, name in (("", "首页"), ("jg", "机构设置"), ("ky", "科研进展"), ("rc", "人才队伍"))
) + "</ul>"  # fmt: skip
FOOT = "<div class='footer'>版权所有 北麓冻土研究所 <a href='http://beian.example.cn/'>备05001号</a></div>"
TITLE = "我所召开二〇二四年度学术交流会议"
PROSE = (
    "<p>　　十一月二十日，我所召开学术交流会议，来自各研究室的六十余人到会，听取了十二个报告。</p>"
)


def read(main: str, here: str = "/xw/") -> Listing:
    html = (
        f"<html><title>新闻</title><body>{MENU}<div class='right'>{main}</div>{FOOT}</body></html>"
    )
    return extract_listing(html.encode(), BASE + here)


ROWS = (
    "<ul class='news'><li><a href='{url}'>{title}</a>{date}</li></ul>",
    "<table><tr><th>标题</th><th>日期</th></tr><tr><td><a href='{url}'>{title}</a><td>{date}</table>",
    "<div class='item'><h3><a href='{url}'>{title}</a></h3>{date}<p>来自各研究室的六十余人到会。</p></div>",
    "<p>·<a href='{url}'>{title}</a> {date}</p>",
)
ADDRESSES = ("/xw/202411/t20241120_5001.html", "/rb/nr.php?id=1030", "/xw/3201.html", "/v/51.html")


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("date", "pager", "here"),
    [
        ("<span>2024-11-20</span>", "", "/xw/"),
        ("", "<a href='?d=4999'>前一天</a> <a href='?d=5001'>后一天</a>", "/xw/list.php?d=5000"),
        ("", "前一天 <a href='/day/2024/11/21/'>后一天</a>", "/day/2024/11/20/"),
        ("", "<div>共1条 1/1 首页 上一页 下一页 尾页</div>", "/xw/"),
        ("", "<div><a href='list_2.html'>上一页</a> 第3页/共3页</div>", "/xw/list_3.html"),
        ("", "<div><a href='list_2.html'>上一页</a></div>", "/xw/list_3.html"),
    ],
)
def test_one_row_with_a_day_or_a_pager_of_a_list_is_a_list(
    row: str, address: str, date: str, pager: str, here: str
) -> None:
    found = read(row.format(url=address, title=TITLE, date=date) + pager, here)
    assert ([one.url for one in found.items], found.instead) == ([BASE + address], None)


OTHER = (
    "<ul><li><a href='/tz/202411/t20241119_5000.html'>团委验收年度安全培训工作公示</a></li></ul>"
)


@pytest.mark.parametrize(
    ("main", "here", "instead"),
    [
        (OTHER, "/xw/", Instead.OTHER),
        (f"<p>暂无数据</p><div>共0条 上一页 下一页</div>{OTHER}", "/xw/", Instead.NO_ENTRIES),
        (f"<div>共0条记录 1/1</div>{OTHER}", "/xw/", Instead.NO_ENTRIES),
        (f"<h1>{TITLE}</h1>{PROSE}<p>下一篇：{OTHER}</p>", "/xw/show.php?id=5", Instead.OTHER),
        (
            f"<h1>{TITLE}</h1><img src='/a.jpg'><p>图二 会场</p>2 <a href='t20241120_3.html'>下一页</a>{OTHER}",
            "/xw/202411/t20241120_2.html",
            Instead.ARTICLE,
        ),
        (
            f"<h1>{TITLE}</h1>{PROSE}<ul><li><a href='/xw/51.html'>验收安全培训工作</a> 2024-11-19</ul>",
            "/xw/5.html",
            Instead.ARTICLE,
        ),
        (
            "<ul><li><a href='/xw/zh/'>综合新闻栏目的列表</a></ul>上一页 <a href='2.html'>下一页</a>",
            "/xw/",
            None,
        ),
    ],
)
def test_one_link_of_another_page_is_no_list(main: str, here: str, instead: Instead | None) -> None:
    found = read(main, here)
    assert (found.items, found.instead) == ((), instead)
