"""What templates of Chinese institutes print around short texts: sign-offs, tables, houses."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import CLOSING, META, OPENING, PARAGRAPHS, TITLE, page, read


def test_the_day_of_an_event_in_a_table_is_none_of_publication() -> None:
    table = (
        "<table><tr><th>报告人</th><td>翁怀远</td></tr><tr><th>时间</th><td>2023年3月12日 9:30</td></tr>"
        "<tr><th>地点</th><td>二楼报告厅</td></tr></table>"
    )
    article = read(page(table + PARAGRAPHS, meta="", below="<p>发布时间：2023-03-05</p>"))
    assert article.date_published == "2023-03-05"


def test_a_table_of_an_event_at_the_head_of_a_text_is_whole() -> None:
    table = (
        "<table><tr><th>报告人</th><td>翁怀远</td></tr><tr><th>时间</th><td>2023年3月12日 9:30</td></tr>"
        "<tr><th>地点</th><td>二楼报告厅</td></tr></table>"
    )
    assert read(page(table + PARAGRAPHS)).body.startswith("报告人\t翁怀远")


def test_the_sign_off_of_a_notice_of_one_line_is_its_last_lines() -> None:
    notice = f"<p>{OPENING}</p><p>后勤服务中心</p><p>2023-02-13</p>"
    html = f"<title>通知公告</title><div>停水通知</div><div class='x'>{notice}</div>"
    article = read(html)
    assert (article.title, article.body) == (
        "停水通知",
        f"{OPENING}\n\n后勤服务中心\n\n2023-02-13",
    )


@pytest.mark.parametrize(
    "meta",
    ["信息处 | 发布时间：2023-02-13", "信息处 发布于 2023-02-13", "信息处　发布日期：2023-02-13"],
)
def test_the_house_before_a_labelled_date_is_the_source(meta: str) -> None:
    assert read(page(meta=meta)).source == "信息处"


def test_the_column_before_a_labelled_date_is_no_source() -> None:
    assert read(page(meta="新闻中心 | 发布时间：2023-02-13")).source is None


@pytest.mark.parametrize("meta", ["2023-02-13 副院长 翁 怀", "2023-02-13 党委书记　翁怀远"])
def test_who_stands_behind_his_post_beside_the_date_is_the_author(meta: str) -> None:
    assert read(page(meta=meta)).authors == (meta.split(None, 2)[2].replace(" ", ""),)


def test_one_label_names_who_wrote_and_took_the_pictures() -> None:
    article = read(page(meta="（供稿/摄影：信息处 翁怀远 审核：夏知秋 发布时间：2023-02-13）"))
    assert article.authors == ("翁怀远",)


def test_cells_under_a_text_say_who_made_it_and_are_none_of_it() -> None:
    cells = "<table><tr><td>撰稿人</td><td>翁怀远</td><td>审核人</td><td>夏知秋</td></tr></table>"
    article = read(page(f"{PARAGRAPHS}{cells}", meta="发布时间：2023-02-13"))
    assert (article.authors, article.body.endswith(CLOSING)) == (("翁怀远",), True)


def test_a_counter_between_arrows_is_no_text() -> None:
    article = read(
        page(f"{PARAGRAPHS}<p align=center>--&gt; 本文已被阅读 77 次 &lt;--</p>", meta=META)
    )
    assert (article.title, article.body.endswith(CLOSING)) == (TITLE, True)


SPAN = "<p>公示期自2024年7月12日至7月18日，有异议的请向综合处反映。</p>"


@pytest.mark.parametrize(
    ("printed", "text", "day"),
    [
        ("发布时间：07/12/2024", SPAN, "2024-07-12"),
        ("发布时间：12/07/2024", SPAN, "2024-07-12"),
        ("发布时间：7/12/2024 9:05:00 AM", "", "2024-07-12"),
        ("发布时间：07/12/2024", "", None),
        ("发布时间：07/12/2024", f"{SPAN}<p>年度总结会定于12月7日举行。</p>", None),
    ],
)
def test_a_slashed_date_is_read_where_the_page_proves_its_order(
    printed: str, text: str, day: str | None
) -> None:
    published = read(page(PARAGRAPHS + text, meta=printed)).date_published
    assert (published or "")[:10] == (day or "")


@pytest.mark.parametrize("label", ["可下载附件：", "点击下载附件：", "相关附件：", "附件列表"])
def test_a_label_of_files_with_none_behind_it_is_no_text(label: str) -> None:
    inside = f"<div>{PARAGRAPHS}<div class='z3'>{label}</div></div>"
    assert read(page(inside)).body.endswith(CLOSING)


def test_a_page_with_nothing_but_a_video_has_no_text() -> None:
    html = page(
        "<video src='/v.mp4'>您的浏览器不支持</video>",
        below="<div class='footer'><div>总机：0999-5551234　传真：0999-5551235</div></div>",
    )
    assert read(html).body == ""


@pytest.mark.parametrize(
    ("inside", "body"),
    [
        ("<p>浊浪排空堤欲裂</p><p>铁肩列阵水低头</p>", "浊浪排空堤欲裂\n\n铁肩列阵水低头"),
        ("<p><img src='1.jpg'></p><p>图书馆前的雪松</p>", "图书馆前的雪松"),
    ],
)
def test_where_no_text_runs_the_lines_under_title_and_byline_are_the_body(
    inside: str, body: str
) -> None:
    bar = "<div><a href='/a'>设为首页</a>|<a href='/b'>加入收藏</a>|<a href='/c'>办公系统</a></div>"
    html = (
        f"<html><head><title>职工文苑</title></head><body>{bar}<div class='ny'><h3>七律·抗洪</h3>"
        f"<div>作者：翁怀远 2023-02-13</div><div class='c'>{inside}</div></div></body></html>"
    )
    assert read(html).body == body


def test_a_date_in_boxes_with_a_slash_between_is_one() -> None:
    boxes = "<div class='h'><span class='d'><em>15</em>/<i>2024.06</i></span></div>"
    assert read(page(meta="", above=boxes)).date_published == "2024-06-15"


def test_who_stands_in_brackets_behind_his_department_is_the_author() -> None:
    assert read(page(meta="2023-02-13 作者：护理部（翁怀远） 次数：76")).authors == ("翁怀远",)


def test_a_bare_count_behind_the_source_is_none_of_it() -> None:
    article = read(page(meta="时间：2023-02-13 来源：综合处 次数：76"))
    assert (article.source, article.view_count) == ("综合处", 76)


def test_the_link_to_the_paper_that_a_text_tells_of_is_text() -> None:
    line = "文章链接：https://doi.example/10.1000/182"
    assert read(page(f"{PARAGRAPHS}<p>{line}</p>")).body.endswith(line)


def test_a_way_back_behind_an_arrow_is_no_text() -> None:
    back = "<div align=right>→<a href=news.asp>返回</a></div>"
    assert read(page(f"{PARAGRAPHS}{back}")).body.endswith(CLOSING)


def test_until_when_a_notice_holds_is_none_of_its_day() -> None:
    meta = "发布部门：研究生处 发布时间：2023年2月13日 有效期至：2023年3月20日"
    assert read(page(meta=meta)).date_published == "2023-02-13"


def test_a_month_and_day_over_a_year_are_one_date() -> None:
    box = "<div class='tm'>10<span>月</span>08<span>日</span> 2024</div>"
    assert read(page(meta="", above=box)).date_published == "2024-10-08"


def test_who_is_a_physician_has_no_post_for_a_name() -> None:
    meta = "<span>神经内科</span> <span>主任医师</span> <span>翁怀远</span> <span>2023-02-13</span>"
    assert read(page(meta=meta)).authors == ("翁怀远",)


def test_a_count_in_an_element_behind_its_label_is_no_text() -> None:
    html = page(meta="[发布时间：2023-02-13 点击量：").replace(
        "<div class='content'>", "<div>331</div><div>]</div><div class='content'>"
    )
    assert read(html).body.startswith(OPENING)


def test_the_name_of_the_house_in_a_page_s_title_is_no_article_s() -> None:
    html = (
        "<html><head><title>海右饮水规划解读-海右市生态环境局</title></head><body><div>海右市生态环境局</div>"
        f"<div class='t'>《海右饮水安全规划》解读</div><div>发布时间：2023-02-13</div>{PARAGRAPHS}</body></html>"
    )
    assert read(html).title == "《海右饮水安全规划》解读"


def test_the_house_beside_the_date_is_no_title() -> None:
    html = (
        "<html><head><title>工作动态</title></head><body><table><tr><td><p align=center>海右院召开季度会</p>"
        f"<p align=center>海右院办公室　2023-02-13</p><p>{OPENING}</p><p>（责编：翁怀远）</p></td></tr></table></body></html>"
    )
    assert read(html).title == "海右院召开季度会"


@pytest.mark.parametrize(
    "value",
    ["综合处 翁怀远", "综合处/翁怀远", "综合处（翁怀远）", "综合处-翁怀远"],
)
def test_a_source_that_names_a_house_and_its_people_is_the_house(value: str) -> None:
    article = read(page(meta=f"来源：{value}　时间：2023-02-13"))
    assert (article.source, article.authors) == ("综合处", ("翁怀远",))


@pytest.mark.parametrize(
    "value", ["新华网 海南", "海右日报 海外版", "海右日报 时政", "综合处 办公室"]
)
def test_what_a_house_calls_its_pages_is_nobody(value: str) -> None:
    article = read(page(meta=f"来源：{value}　时间：2023-02-13"))
    assert (article.source, article.authors) == (value, ())


@pytest.mark.parametrize("value", ["综合处/翁怀远", "综合处-翁怀远"])
def test_an_author_behind_his_department_is_a_person(value: str) -> None:
    assert read(page(meta=f"作者：{value}　时间：2023-02-13")).authors == ("翁怀远",)


def test_the_title_before_a_date_in_brackets_is_no_source() -> None:
    html = (
        "<html><head><title>综合新闻-海右院</title></head><body><table><tr><td class='bt3'><b>第三届海岸论坛举行</b> "
        f"(2024-09-10)</td></tr><tr><td>{PARAGRAPHS}</td></tr></table></body></html>"
    )
    assert read(html).source is None


@pytest.mark.parametrize(
    ("meta", "source", "authors"),
    [
        ("综合处 翁怀远 2023年2月13日", "综合处", ("翁怀远",)),
        ("供稿单位：综合处　供稿人：翁怀远　供稿时间：2023-02-13", "综合处", ("翁怀远",)),
        ("供稿、摄影：翁怀远　2023-02-13", None, ("翁怀远",)),
        ("稿件提供：综合处　2023-02-13", "综合处", ()),
        ("作者：物理学院　翁怀远　化学学院　夏知秋　2023-02-13", None, ("翁怀远", "夏知秋")),
    ],
)
def test_a_byline_of_departments_and_their_people(
    meta: str, source: str | None, authors: tuple[str, ...]
) -> None:
    article = read(page(meta=meta))
    assert (article.source, article.authors, article.date_published) == (
        source,
        authors,
        "2023-02-13",
    )


def test_the_day_in_a_page_s_head_is_not_the_byline_of_an_unheaded_text() -> None:
    html = (
        "<html><head><title>海右院</title></head><body><div><span>海右 晴 12℃</span><span>今天是2026年11月26日 星期四</span>"
        "<a href='#'>设为首页</a></div><div id='cont'><div id='tt'>志愿者开展湿地活动</div><div id='dd'>团委 供稿 / 2025年4月22日</div>"
        f"<div id='bb'>{PARAGRAPHS}</div></div></body></html>"
    )
    assert read(html).title == "志愿者开展湿地活动"


def test_a_body_beside_the_date_is_nobody_though_its_name_begins_like_a_surname() -> None:
    article = read(page(PARAGRAPHS, meta="文考所　2026-11-20"))
    assert (article.authors, article.source) == ((), "文考所")
