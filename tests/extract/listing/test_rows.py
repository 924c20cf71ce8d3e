"""Rows of a listing page, with no rule of the site: what real pages do, in made-up ones."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing import Listing, Looks, extract_listing

URL = "http://www.example.ac.cn/xwzx/kydt/index.html"
MENU = """<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/jgsz/">机构设置</a></li>
<li><a href="/xwzx/">新闻中心</a></li><li><a href="/kxyj/">科学研究</a></li>
<li><a href="/rcdw/">人才队伍</a></li></ul></div>"""
FOOT = """<div class="footer"><a href="http://www.other.example/">友情链接一</a>
<a href="http://www.more.example/">友情链接二</a></div>"""


def read(rows: str, url: str = URL, around: str = "{}") -> Listing:
    page = f"<html><body>{MENU}{around.format(rows)}{FOOT}</body></html>"
    return extract_listing(page.encode(), url)


def row(n: int, words: str = "", date: str = "2023-02-13", **more: str) -> str:
    name = words or f"我所召开第{n}次年度学术交流会议并部署后续工作"
    extra = "".join(f' {key}="{value}"' for key, value in more.items())
    return (
        f'<li><a href="./202302/t202302{n:02d}_{5000 + n}.html"{extra}>{name}</a>'
        f"<span>{date}</span></li>"
    )


def ul(*rows: str) -> str:
    return f'<ul class="list">{"".join(rows)}</ul>'


def test_main_list_is_read_and_menus_are_not() -> None:
    listing = read(ul(*(row(n) for n in range(1, 9))))
    assert len(listing.items) == 8
    assert listing.items[0].url == "http://www.example.ac.cn/xwzx/kydt/202302/t20230201_5001.html"
    assert {item.date for item in listing.items} == {"2023-02-13"}


def test_cut_title_is_completed_from_its_title_attribute() -> None:
    whole = "关于开展二〇二三年度青年科技人才托举工程项目申报工作的通知"
    listing = read(ul(row(1, whole[:12] + "...", title=whole), row(2), row(3)))
    assert listing.items[0].title == whole


def test_lying_title_attribute_is_not_believed() -> None:
    listing = read(ul(row(1, "短标题会议纪要发布", title="另一篇完全不同的文章"), row(2), row(3)))
    assert listing.items[0].title == "短标题会议纪要发布"


def test_date_inside_the_link_is_no_part_of_the_title() -> None:
    rows = "".join(
        f'<li><a href="/info/1039/{3000 + n}.htm">实验室第{n}期开放课题申请指南<span>2023-03-{n:02d}</span></a></li>'
        for n in range(1, 6)
    )
    listing = read(f"<ul>{rows}</ul>")
    assert listing.items[1].title == "实验室第2期开放课题申请指南"
    assert listing.items[1].date == "2023-03-02"


def test_split_date_is_joined() -> None:
    rows = "".join(
        f'<li><a href="/info/1039/{3000 + n}.htm"><div><p>{n:02d}</p><span>2023-02</span></div>'
        f"<h3>第{n}届青年论坛在本所举行</h3><p>论坛由研究生会主办。</p></a></li>"
        for n in range(1, 6)
    )
    listing = read(f"<ul>{rows}</ul>")
    assert [item.date for item in listing.items][:2] == ["2023-02-01", "2023-02-02"]
    assert listing.items[0].title == "第1届青年论坛在本所举行"


def test_category_link_before_the_article_is_not_the_row() -> None:
    rows = "".join(
        f'<li><a href="/tzgg/list.htm">[通知]</a><a href="/2023/0213/c12a{900 + n}/page.htm">'
        f"关于第{n}批设备采购结果的公示</a><span>2023-02-{n:02d}</span></li>"
        for n in range(1, 6)
    )
    listing = read(f"<ul>{rows}</ul>")
    assert len(listing.items) == 5
    assert all("/page.htm" in item.url for item in listing.items)


def test_category_link_is_no_row_where_the_family_spells_its_articles_otherwise() -> None:
    # EmpireCMS: dynamic lists beside static articles; the category's address is the first page's.
    rows = "".join(
        f'<li><a href="/e/action/ListInfo/?classid=5">[动态]</a><a href="/dongtai/2023-02-{n:02d}/{900 + n}.html">'
        f"第{n}批耐旱品种在高原试种</a><span>2023-02-{n:02d}</span></li>"
        for n in range(1, 9)
    )
    listing = read(
        f"<ul>{rows}</ul>", "http://www.example.ac.cn/e/action/ListInfo/index.php?page=1&classid=5"
    )
    assert listing.family == "empirecms"
    assert [item.title for item in listing.items] == [
        f"第{n}批耐旱品种在高原试种" for n in range(1, 9)
    ]


def test_american_dates_are_proven_by_another_row() -> None:
    listing = read(ul(row(1, date="[06/07/2020]"), row(2, date="[06/29/2020]"), row(3)))
    assert listing.items[0].date == "2020-06-07"


def test_ambiguous_dates_that_nothing_proves_stay_unread() -> None:
    listing = read(ul(row(1, date="06/07/2020"), row(2, date="05/07/2020"), row(3, date="")))
    assert [item.date for item in listing.items] == [None, None, None]


def test_link_outs_and_files_are_rows_of_their_own_kind() -> None:
    external = '<li><a href="http://mp.weixin.example/s/abc">媒体报道：走进实验室的一天</a><span>2023-02-10</span></li>'
    file = '<li><a href="/upload/202302/W0202.pdf">二〇二三年部门预算公开表</a><span>2023-02-09</span></li>'
    listing = read(ul(row(1), external, file, row(2), row(3)))
    assert [item.kind for item in listing.items] == [
        "article", "external", "attachment", "article", "article",
    ]  # fmt: skip


def test_rows_that_lead_nowhere_are_told() -> None:
    dead = (
        '<li><a href="javascript:void(0)">链接丢失的一条旧新闻标题</a><span>2023-02-10</span></li>'
    )
    broken = '<li><a href="http://[bad/">地址写坏的一条旧新闻标题</a><span>2023-02-10</span></li>'
    listing = read(ul(row(1), dead, broken, row(2), row(3)))
    assert len(listing.items) == 3
    assert [bad.href for bad in listing.bad_links] == ["javascript:void(0)", "http://[bad/"]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("·关于调整上班时间的通知new", "关于调整上班时间的通知"),
        ("» Winter school opens NEW", "Winter school opens"),
        ("Two more libraries renew", "Two more libraries renew"),
    ],
)
def test_bullets_and_badges_are_no_title_but_the_end_of_a_word_is(printed: str, title: str) -> None:
    assert read(ul(row(1, printed), row(2), row(3))).items[0].title == title


def test_pinned_rows_are_marked_and_their_mark_is_no_title() -> None:
    listing = read(ul(row(1, "[置顶]关于调整上班时间的通知"), row(2), row(3)))
    assert listing.items[0].pinned
    assert listing.items[0].title == "关于调整上班时间的通知"
    assert not listing.items[1].pinned


def test_same_link_as_thumbnail_and_title_is_one_row() -> None:
    rows = "".join(
        f'<div class="item"><a href="/news/{700 + n}.html"><img src="{n}.jpg"></a>'
        f'<a href="/news/{700 + n}.html">新型装置完成第{n}轮调试运行</a><em>2023-05-{n:02d}</em></div>'
        for n in range(1, 5)
    )
    listing = read(f'<div class="list">{rows}</div>')
    assert [item.title for item in listing.items][:1] == ["新型装置完成第1轮调试运行"]
    assert len(listing.items) == 4


def test_rows_by_onclick_are_read() -> None:
    rows = "".join(
        f"<li onclick=\"window.location.href='/detail/{8000 + n}.html'\"><p>第{n}次学术委员会会议召开</p>"
        f"<i>2023-04-{n:02d}</i></li>"
        for n in range(1, 5)
    )
    listing = read(f"<ul>{rows}</ul>")
    assert [item.url.rpartition("/")[2] for item in listing.items] == [
        "8001.html", "8002.html", "8003.html", "8004.html",
    ]  # fmt: skip


def test_rows_whose_script_puts_the_address_together_are_read() -> None:
    rows = "".join(
        f'<li><a href="javascript:;" onclick="openArticle({8000 + n})">第{n}次学术委员会会议召开</a>'
        f"<i>2023-04-{n:02d}</i></li>"
        for n in range(1, 5)
    )
    script = "<script>function openArticle(id){ window.open('/detail/' + id + '.html'); }</script>"
    listing = read(f"<ul>{rows}</ul>{script}")
    assert [item.url.rpartition("/")[2] for item in listing.items] == [
        "8001.html", "8002.html", "8003.html", "8004.html",
    ]  # fmt: skip
    assert listing.bad_links == ()


@pytest.mark.parametrize(
    "link",
    [
        "<span>04/0{n}</span><span>2023</span><strong>第{n}次会议召开</strong>",
        "<strong>第{n}次会议召开</strong><i>0{n}</i><i>2023-04</i>",
    ],
)
def test_a_date_in_parts_inside_the_link_is_no_title(link: str) -> None:
    rows = (f'<li><a href="/a/{700 + n}.html">{link.format(n=n)}</a></li>' for n in range(1, 5))
    listing = read(f"<ul>{''.join(rows)}</ul>")
    assert listing.items[0].title == "第1次会议召开"
    assert listing.items[0].date == "2023-04-01"


def test_a_title_attribute_that_tells_the_other_fields_too_gives_its_title() -> None:
    rows = (
        f'<li><a href="/a/{700 + n}.html" title="文章标题：第{n}次学术委员会会议在西楼召开&#10;'
        f'作者：佚名&#10;更新时间：2023-4-{n}">第{n}次学术委员会…</a><i>2023-04-0{n}</i></li>'
        for n in range(1, 5)
    )
    listing = read(f"<ul>{''.join(rows)}</ul>")
    assert listing.items[0].title == "第1次学术委员会会议在西楼召开"


def test_empty_and_broken_pages_have_no_rows() -> None:
    for page in (b"", b"\x00\xff\xfe", b"<html>", b"{", b"<record>", b"[1, 2"):
        assert extract_listing(page, URL).items == ()


def test_a_heading_over_an_empty_box_beside_the_list_is_not_the_lists_own() -> None:
    rows = ul(*(row(n, date="") for n in range(1, 9)))
    beside = '<div class="l"><h3>热点推荐</h3><ul></ul></div>'
    listing = read(rows, around=f'<div>{beside}<div class="r">{{}}</div></div>')
    assert len(listing.items) == 8


@pytest.mark.parametrize(
    "boxes",
    ["<b>02/{n:02d}</b><i>2023</i>", "<b>{n:02d}</b><i>2023-02</i>", "<b>112/02/{n:02d}</b>"],
)
def test_a_date_in_boxes_that_touch_each_other_or_in_taiwans_years_is_one(boxes: str) -> None:
    rows = "".join(
        f'<li><p><a href="/news/view.php?sn={900 + n}">第{n}期培训班开课</a></p>{boxes.format(n=n)}</li>'
        for n in range(1, 8)
    )
    listing = read(f"<ul>{rows}</ul>")
    assert [item.date for item in listing.items] == [f"2023-02-{n:02d}" for n in range(1, 8)]


def test_one_row_with_a_name_for_a_number_is_the_last_of_a_list_that_had_such_before() -> None:
    lone = '<div><span>13 February 2023</span><h3><a href="/news/old-mill">The old mill opens</a></h3></div>'
    url = "http://www.example.org/news?page=4"
    like = tuple(f"http://www.example.org/news/{name}" for name in ("birds-return", "floods"))
    prose = "<p>" + "The mill stood empty for years, and nobody came to look at it. " * 9 + "</p>"
    page = f"<html><body>{lone}{prose}</body></html>".encode()
    assert not extract_listing(page, url).items
    assert len(extract_listing(page, url, looks=Looks(like)).items) == 1


def test_an_empty_box_for_its_date_makes_a_link_of_another_address_a_row() -> None:
    rows = [
        f'<li><i>2023-06-0{n}</i><a href="/dt/n{n}.html">第{n}次例会的纪要</a></li>'
        for n in range(1, 6)
    ]
    strange = '<a href="/dt/summer.html">夏季考察任务完成</a></li>'
    heading = read(ul(*rows, f"<li>{strange}"))
    row = read(ul(*rows, f"<li><i></i>{strange}"))
    assert [len(heading.items), len(row.items)] == [5, 6]


def test_a_list_without_dates_is_read_in_a_box_named_page_beside_a_dated_hot_list() -> None:
    plain = "".join(
        f'<li><a href="view.aspx?id={n}">高寒草地第{n}块样地完成补测</a></li>' for n in range(12)
    )
    hot = "".join(
        f'<li><a href="view.aspx?id=8{n}">我院与牧区签下第{n}份合作书</a><span>09-{n:02d}</span></li>'
        for n in range(1, 9)
    )
    around = f'<div class="page">{{}}<div><h3>推荐阅读</h3><ul>{hot}</ul></div></div>'
    listing = read(ul(plain), "http://www.example.ac.cn/xw/list.aspx", around)
    assert [item.title for item in listing.items][:1] == ["高寒草地第0块样地完成补测"]
    assert len(listing.items) == 12


def test_a_list_that_leads_to_other_sites_as_well_bears_its_name_all_the_same() -> None:
    plain = "".join(
        f'<li><a href="./202302/t202302{n:02d}_{n}.html">高寒草地第{n}块样地完成补测</a></li>'
        for n in range(10, 20)
    )
    outside = (
        '<li><a href="https://mp.weixin.example/s/a1b2c3d4">合作社公众号刊文介绍样地情况</a></li>'
    )
    hot = "".join(
        f'<li><a href="./202209/t202209{n:02d}_7{n}.html">我院与牧区签下第{n}份合作书</a><i>2022-09-{n:02d}</i></li>'
        for n in range(10, 18)
    )
    around = f"<div><h3>热点新闻</h3><ul>{hot}</ul></div>{{}}"
    listing = read(ul(outside + plain), around=around)
    assert len(listing.items) == 11


def test_a_last_page_of_two_rows_of_which_one_is_called_by_a_click_has_both() -> None:
    def called(n: int) -> str:
        return (
            f"<li onclick=\"location.href='/detail/{8000 + n}.html'\"><p>湿地样带第{n}次调查结束</p>"
            f"<p>2023-04-{n:02d}</p></li>"
        )

    outside = '<li><a href="https://mp.weixin.example/s/a1"><p>公众号刊出湿地调查手记</p><p>2023-03-02</p></a></li>'
    first = read(ul(*(called(n) for n in range(3, 18))))
    page = f"<html><body>{MENU}{ul(outside, called(2))}{FOOT}</body></html>"
    last = extract_listing(page.encode(), URL.replace("index", "index_3"), looks=first.looks)
    assert [item.kind for item in last.items] == ["external", "article"]


def test_a_menu_in_a_cell_of_the_lists_own_table_is_none_of_its_rows() -> None:
    """Layouts of tables: cells have no names, and their links stand on one path."""
    menu = " | ".join(f'<a href="/{n}.asp">{name}</a>' for n, name in enumerate(("概况", "机构")))
    rows = "".join(
        f'·<a href="/info/{4000 + n}.html">测绘队完成第{n}号图幅外业核查工作</a> [2023-05-{n:02d}]<br>'
        for n in range(1, 9)
    )
    menu = f"{menu} | {' | '.join(menu for _ in range(3))}"
    table = f"<table><tr><td>{menu}</td></tr><tr><td>{rows}</td></tr></table>"
    listing = extract_listing(table.encode(), URL)
    assert [item.date for item in listing.items] == [f"2023-05-{n:02d}" for n in range(1, 9)]


def test_a_last_page_of_undated_rows_is_a_list_whatever_its_address_looks_like() -> None:
    def page(first: int, last: int) -> bytes:
        rows = (
            f'<li><a href="/view.php?i={5000 + n}">水文站第{n}号浮标完成海上检修任务</a></li>'
            for n in range(first, last)
        )
        return f"<html><body>{ul(*rows)}</body></html>".encode()

    url = "http://www.example.ac.cn/more.php?sort=2&p={}"
    first = extract_listing(page(1, 11), url.partition("&")[0])
    last = extract_listing(page(11, 15), url.format(2), looks=first.looks)
    assert (len(first.items), len(last.items)) == (10, 4)


_OVER = '<a class="entry-link" aria-label="post link to {0}" href="{1}"></a>'


@pytest.mark.parametrize("over", [_OVER, '<a class="over" href="{1}"></a>'])
@pytest.mark.parametrize("address", ["/posts/2026-story-{0}/", "/posts/tide-gauges-{0}-found/"])
def test_a_link_that_lies_over_its_row_is_named_by_the_rows_heading(
    over: str, address: str
) -> None:
    """PaperMod's: such a list was said to be an article."""
    titles = [f"Tide gauges of the {n}th bay read anew" for n in range(4, 12)]
    rows = "".join(
        f"<article class='post-entry'><header><h2>{title}</h2></header><p>{'A summary. ' * 9}</p>"
        f"<footer>November {n}, 2026</footer>{over.format(title, address.format(n))}</article>"
        for n, title in enumerate(titles, 4)
    )
    listing = read(rows, "http://www.bay.example/posts/", "<main>{}</main>")
    assert [row.title for row in listing.items] == titles


def test_a_link_over_a_row_without_words_is_named_by_what_is_read_aloud() -> None:
    rows = "".join(
        f'<li><i class="pic"></i><a href="/info/1039/{3000 + n}.htm" aria-label="第{n}期学术沙龙"></a>'
        f"<span>2023-03-{n:02d}</span></li>"
        for n in range(1, 6)
    )
    assert read(f"<ul>{rows}</ul>").items[1].title == "第2期学术沙龙"


@pytest.mark.parametrize("card", ['<a href="{0}"><img src="{1}.jpg"></a>', ""])
@pytest.mark.parametrize("lines", [(2, 1, 1), (1, 1, 2), (2, 3, 1, 1, 1), (3, 3, 1)])
def test_lines_of_a_gallery_may_hold_one_card_or_several(lines: tuple[int, ...], card: str) -> None:
    """Where most held one, the others' second cards were lost."""
    day = "" if card else "<span>2023-03-1{0}</span>"
    cells = [
        f"<td>{card.format(f'/info/1039/{3000 + n}.htm', n)}<h4><a href='/info/1039/{3000 + n}.htm'>"
        f"第{n}届开放日掠影</a></h4>{day.format(n % 10)}</td>"
        for n in range(sum(lines))
    ]
    rows = "".join(
        f"<tr>{''.join(cells[sum(lines[:n]) : sum(lines[: n + 1])])}</tr>"
        for n in range(len(lines))
    )
    assert len(read(f"<table class='pics'>{rows}</table>").items) == sum(lines)


def test_a_second_link_in_some_rows_makes_no_rows_of_their_own() -> None:
    also = "<p><a href='/info/1039/2900.htm'>此前的一则报道</a></p>"
    rows = "".join(
        f"<li><p><a href='/info/1039/{3000 + n}.htm'>第{n}届青年论坛在我所召开</a>"
        f"<span>2023-03-1{n}</span></p>{also if n == 2 else ''}</li>"
        for n in range(6)
    )
    listing = read(f"<ul>{rows}</ul>")
    assert [row.date for row in listing.items] == [f"2023-03-1{n}" for n in range(6)]


@pytest.mark.parametrize("month", ["2026年{0}月", "{0}月"])
@pytest.mark.parametrize("address", ["/blog/2026/{0:02}/", "/blog/?m=2026-{0:02}"])
def test_the_archives_of_months_beside_a_list_are_not_its_rows(month: str, address: str) -> None:
    """They were all that was read of such a list: nothing of it was held."""
    rows = ul(*(row(n, date="") for n in range(1, 7)))
    months = ul(
        *(
            f"<li><a href='{address.format(n).replace('2026', str(year))}'>"
            f"{month.format(n).replace('2026', str(year))}</a></li>"
            for year in (2026, 2025)
            for n in range(12, 0, -1)
        )
    )
    listing = read(rows, around=f"<div>{{}}</div><div class='widget'>{months}</div>")
    assert len(listing.items) == 6
    assert all("年度学术交流会议" in item.title for item in listing.items)


def test_a_list_of_monthly_bulletins_has_months_for_rows() -> None:
    rows = (
        f"<li><a href='/yuebao/2026-{n:02}.html'>2026年{n}月</a></li>" for n in range(12, 0, -1)
    )
    assert len(read(ul(*rows)).items) == 12
