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
