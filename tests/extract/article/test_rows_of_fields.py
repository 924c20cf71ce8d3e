"""Bylines whose fields stand each in an element, or behind a picture, and headings that are broken."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import BODY, PARAGRAPHS, TITLE, body_of, page, read

ROW = (
    "<html><head><meta charset='utf-8'><title>海右研究院</title></head><body><div class='head'>"
    "<a href='/'>海右研究院</a></div><div class='one'><div class='t'>{title}</div><div class='i'>"
    "{fields}</div><div class='w'>{body}</div></div></body></html>"
)


def _row(*fields: str) -> str:
    return ROW.format(title=TITLE, fields="".join(fields), body=PARAGRAPHS)


def test_a_department_in_a_row_of_fields_is_no_title_and_its_count_no_text() -> None:
    article = read(_row("<div>综合处</div>", "<div>2023-02-13</div>", "<div>356</div>"))
    assert (article.title, article.date_published, article.body) == (TITLE, "2023-02-13", BODY)


@pytest.mark.parametrize(
    "icon",
    ["el-icon-user", "fa fa-user-o", "layui-icon layui-icon-username", "iconfont icon-zuozhe"],
)
def test_who_stands_behind_the_picture_of_a_person_is_the_author(icon: str) -> None:
    fields = f"<span><i class='{icon}'></i>综合处</span><span><i class='x'></i>2023-02-13</span>"
    assert read(_row(fields)).authors == ("综合处",)


def test_a_picture_of_anything_else_names_nobody() -> None:
    fields = "<span><i class='fa fa-folder'></i>综合处</span><span>2023-02-13</span>"
    assert read(_row(fields)).authors == ()


def test_a_person_in_a_list_of_fields_is_the_author_and_none_of_them_is_text() -> None:
    fields = "<ul><li>2023-02-13</li><li>石磊</li><li>观测</li><li>412</li></ul>"
    article = read(_row(fields))
    assert (article.authors, article.body) == (("石磊",), BODY)


def test_a_broken_heading_is_one_title_where_the_page_says_so_behind_the_sites_name() -> None:
    html = page(title="海右院部署<br>下半年重点任务").replace(
        "<title>海右院部署<br>下半年重点任务-海右院</title>", f"<title>新闻网 &gt; {TITLE}</title>"
    )
    assert (read(html).title or "").replace(" ", "") == TITLE


def test_the_value_of_a_cell_beside_its_label_is_no_title() -> None:
    html = (
        "<html><head><meta charset='utf-8'><title>通知公告</title></head><body><table><tr>"
        f"<td colspan='4'><b>{TITLE}</b></td></tr><tr><td>所属部门：</td><td>资产财务部</td>"
        "<td>创建日期：</td><td>2023-02-13</td></tr><tr><td colspan='4'>"
        f"<div>{PARAGRAPHS}</div></td></tr></table></body></html>"
    )
    assert read(html).title == TITLE


def test_the_houses_name_in_a_heading_over_a_menu_of_two_links_is_no_title() -> None:
    html = (
        "<html><head><meta charset='utf-8'><title>海右农业科学院</title></head><body>"
        "<div><h1>海右农业科学院</h1></div><div id='menu'><a href='a.asp'>院况</a> "
        f"<a href='b.asp'>公告</a></div><div><div class='t1'>{TITLE}</div><div class='t2'>"
        f"作者：人事处　发布于：2023-02-13　点击量：412</div><div>{PARAGRAPHS}</div></div></body></html>"
    )
    assert read(html).title == TITLE


def test_a_short_link_with_its_day_in_a_list_beside_the_text_dates_nothing() -> None:
    rows = (
        "<div><h3>公告</h3><ul><li><a href='/1'>培训通知</a><span>2026-01-12</span></li></ul></div>"
    )
    assert read(page(meta="来源：综合处", below=rows)).date_published is None


def test_the_parts_of_two_people_are_told_apart_before_a_date() -> None:
    meta = "<span>作者：马　骏/文 高远/图</span><span>2023.02.13</span><span>1203</span>"
    assert read(page(meta=meta)).authors == ("马骏",)


def test_who_wrote_for_a_department_stands_in_brackets_behind_it() -> None:
    article = read(page(meta="发布时间：2023-02-13 供稿：地球室（文/图 冯 程 夏冰）"))
    assert article.authors == ("地球室", "冯程", "夏冰")


def test_the_source_is_no_author_beside_a_person_of_its_own() -> None:
    html = page(f"{PARAGRAPHS}<p>（海右供电 贾亮 / 图文）</p>", meta="来源：海右供电 2023-02-13")
    assert read(html).authors == ("贾亮",)


def test_the_houses_name_at_the_foot_of_the_page_is_no_sign_off() -> None:
    assert body_of(PARAGRAPHS, below="<div class='ft'>海右工业职业学院团委</div>") == BODY


@pytest.mark.parametrize("column", ["通知公告", "安全管理"])
def test_a_column_that_the_frame_names_first_is_no_title_over_one(column: str) -> None:
    html = (
        f"<html><head><meta charset='utf-8'><title>{column} - 海右大学图书馆</title></head><body>"
        f"<h2>{column}</h2><div><h3>{TITLE}</h3><div>发布日期：2023-02-13　浏览：9</div>"
        f"<div>{PARAGRAPHS}</div></div></body></html>"
    )
    assert read(html).title == TITLE


def test_the_houses_name_is_no_title_over_a_lower_heading_right_above_the_byline() -> None:
    house = "海右大学实验室管理处"
    html = (
        f"<html><head><meta charset='utf-8'><title>{house}</title></head><body><h1>{house}</h1>"
        f"<h2>安全</h2><h3>{TITLE}</h3><p>来稿：安全科 2023-02-13 点击：33</p>"
        f"<div>{PARAGRAPHS}</div></body></html>"
    )
    assert read(html).title == TITLE


def test_rows_of_a_column_beside_the_article_are_no_byline_over_its_title() -> None:
    html = (
        "<html><head><meta charset='utf-8'><title>所务公开</title></head><body><table><tr><td>"
        "<a href='1'>关于值班的通知</a> 2023-03-01<br><a href='2'>停电通知</a> 2023-02-20</td><td>"
        f"<center><font size='4'>{TITLE}</font></center><center>时间：2023-02-13　撰稿人：翁怀远</center>"
        f"{PARAGRAPHS}</td></tr></table></body></html>"
    )
    article = read(html)
    assert (article.title, article.date_published) == (TITLE, "2023-02-13")


@pytest.mark.parametrize(
    "meta",
    [
        "<em>发布日期：2023/02/13</em><em>读者服务部</em><em>浏览：<b>12</b></em>",
        "发布于 2023-02-13 &nbsp; 读者服务部 &nbsp; 已阅 201",
    ],
)
def test_a_department_behind_the_labelled_date_is_the_source(meta: str) -> None:
    assert read(page(meta=meta)).source == "读者服务部"


def test_a_counter_glued_to_a_name_ends_it() -> None:
    article = read(page(meta="发布日期：2023-02-13来源：校友办责编：隋意浏览量：<span>100</span>"))
    assert [one.name for one in article.credits] == ["隋意"]


def test_a_role_behind_an_empty_label_is_a_byline() -> None:
    assert read(page(meta="作者：文/支 援&nbsp;&nbsp;图/狄 更")).authors == ("支援",)


def test_a_colon_in_a_cell_of_its_own_parts_label_and_value() -> None:
    cells = ("发布时间", "：", "2023-02-13", "作者", "：", "鄢红", "来源", "：", "科研处")
    meta = "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>"
    article = read(page(meta=meta))
    assert (article.date_published, article.authors, article.source) == (
        "2023-02-13", ("鄢红",), "科研处",
    )  # fmt: skip


def test_names_in_a_list_that_the_text_announces_are_no_authors() -> None:
    inside = "<p>经推荐、评审，决定授予下列同学称号：</p><p>方晓 丁一凡 苗壮 谢芳</p><p>学生处</p>"
    assert read(page(inside, meta="日期：2023-02-13 作者： 点击：[]")).authors == ()


def test_what_a_blog_files_a_post_under_is_nobody() -> None:
    meta = "<i>发表于</i><time datetime='2023-02-13'>2023-02-13</time><i>分类于</i><a href='/c'>新闻</a>"
    assert read(page(meta=meta)).authors == ()
