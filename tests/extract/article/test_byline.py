"""What the meta line prints reaches its field; what it leaves empty stays empty."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import BODY, PARAGRAPHS, TITLE, page, read

SOURCE, AUTHOR, DAY = "综合处", "翁怀远", "2023-02-13"
ALL = (SOURCE, (AUTHOR,), DAY)


@pytest.mark.parametrize(
    "meta",
    [
        "来源：综合处 作者：翁怀远 发布时间：2023-02-13",
        "来源:综合处作者:翁怀远发布时间:2023-02-13",
        "来 源：综合处 作　者：翁怀远 时 间：2023年2月13日",
        "来源：来源：综合处 作者：作者：翁怀远 日期：2023.02.13",
        "2023-02-13 来源：综合处 作者：翁怀远",
        "来源：综合处 作者：翁怀远 2023-02-13",
        "发布时间：2023-02-13 作者：翁怀远 来源：综合处　打印 | 关闭",
        "来源：综合处　发布时间：2023-02-13　作者：翁怀远　打印",
        "撰写时间：2023-02-13　撰写人：翁怀远　来源：综合处",
        "来源：综合处 记者 翁怀远　2023-02-13",
        "来源：综合处 2023-02-13 作者：翁怀远",
        "来源：综合处 | 作者：翁怀远 | 发布日期：2023/2/13",
        "【来源：综合处】【作者：翁怀远】【发布时间：2023-02-13】",
        (
            "<span>来源：</span><span>综合处</span><span>作者：</span><em>翁怀远</em>"
            "<span>发布时间：</span><i>2023-02-13</i>"
        ),
        "<p>来源：综合处</p><p>作者：翁怀远</p><p>发布时间：2023-02-13</p>",
        "<ul><li>来源：综合处</li><li>作者：翁怀远</li><li>发布时间：2023-02-13</li></ul>",
        (
            "<table><tr><td>来源</td><td>综合处</td><td>作者</td><td>翁怀远</td></tr>"
            "<tr><td>发布时间</td><td>2023-02-13</td></tr></table>"
        ),
        (
            "<table><tr><td>来源：</td><td>综合处</td></tr><tr><td>作者：</td><td>翁怀远</td></tr>"
            "<tr><td>发布时间：</td><td>2023-02-13</td></tr></table>"
        ),
        (
            "<dl><dt>来源：</dt><dd>综合处</dd><dt>作者：</dt><dd>翁怀远</dd>"
            "<dt>发布时间：</dt><dd>2023-02-13</dd></dl>"
        ),
        (
            "信息来源：<!--<$[信息来源]>begin-->综合处<!--<$[信息来源]>end--> 作者：翁怀远 "
            "发布日期：<!--<$[信息时间]>begin-->2023-02-13<!--<$[信息时间]>end-->"
        ),
        (
            "来源：综合处 作者：翁怀远 发布时间："
            "<script>var pubdata='2023-02-13'; document.write(pubdata);</script>"
        ),
        "来源：综合处 作者：翁怀远 发布时间：<script>document.write('2023-02-13')</script>",
        "来源：综合处\n作者：翁怀远\n发布时间：2023-02-13",
        "来源：综合处&nbsp;&nbsp;作者：翁怀远&emsp;发布时间：2023-02-13&nbsp;浏览次数：",
        "<span>日期 2023-02-13</span><span>作者 翁怀远</span><span>来源 综合处</span><span>浏览 5</span>",
        "供稿部门：办公室 来源：综合处 作者：翁怀远 发布时间：2023-02-13",
    ],
)
def test_source_author_and_date_are_read(meta: str) -> None:
    article = read(page(meta=meta))
    assert (article.source, article.authors, article.date_published) == ALL
    assert article.body == BODY


@pytest.mark.parametrize(
    ("meta", "statuses"),
    [
        ("来源：  作者：翁怀远  发布时间：2023-02-13", ("empty", "ok", "ok")),
        ("来源：综合处 作者：  发布时间：2023-02-13", ("ok", "empty", "ok")),
        ("来源：综合处 作者：翁怀远 发布时间：", ("ok", "ok", "empty")),
        ("来源：作者：发布时间：", ("empty", "empty", "empty")),
        ("<span>来源：</span><span>作者：</span><span>翁怀远</span>", ("empty", "ok", "absent")),
        ("来源：本站原创 作者：admin 发布时间：2023-02-13", ("placeholder", "placeholder", "ok")),
        ("发布时间：2023-02-13", ("absent", "absent", "ok")),
        ("发布时间：择日再定", ("absent", "absent", "invalid")),
        ("", ("absent", "absent", "absent")),
    ],
)
def test_an_empty_label_is_empty_and_never_takes_the_next_one(
    meta: str, statuses: tuple[str, str, str]
) -> None:
    said = read(page(meta=meta)).provenance
    assert tuple(said[name].status for name in ("source", "authors", "date_published")) == statuses


@pytest.mark.parametrize(
    "meta",
    [
        "<table><tr><td>来源</td><td></td><td>作者</td><td>翁怀远</td></tr></table>",
        "<table><tr><td>来源：</td><td></td><td>作者：</td><td>翁怀远</td></tr></table>",
        "<dl><dt>来源：</dt><dd></dd><dt>作者：</dt><dd>翁怀远</dd></dl>",
    ],
)
def test_an_empty_cell_is_an_empty_field(meta: str) -> None:
    article = read(page(meta=meta))
    assert (article.source, article.authors) == (None, (AUTHOR,))


def test_a_field_between_hanweb_comments_needs_no_label() -> None:
    meta = (
        "<!--<$[信息来源]>begin-->综合处<!--<$[信息来源]>end-->&nbsp;"
        "<!--<$[信息时间]>begin--><span>2023-02-13</span><!--<$[信息时间]>end-->"
    )
    article = read(page(meta=meta))
    assert (article.source, article.date_published) == (SOURCE, DAY)


@pytest.mark.parametrize("inside", ["", " ", "<!--x-->", "<span></span>"])
def test_nothing_between_hanweb_comments_is_nothing(inside: str) -> None:
    meta = f"<!--<$[信息来源]>begin-->{inside}<!--<$[信息来源]>end-->"
    assert read(page(meta=meta)).source is None


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("浏览次数：123", 123),
        ("点击数：1,234", 1234),
        ("阅读：（56）次", 56),
        ("点击：[78]次", 78),
        ("浏览次数：<span id='hits'>789</span>次", 789),
        ("点击：12，字号：大 中 小", 12),
        ("浏览次数：", None),
        ("阅读量：1.2万", None),
        ("浏览次数：12万", None),
    ],
)
def test_a_printed_counter_is_a_number_or_nothing(printed: str, count: int | None) -> None:
    assert read(page(meta=f"发布时间：2023-02-13 {printed}")).view_count == count


@pytest.mark.parametrize(
    ("meta", "source"),
    [
        ("2023-02-13 海右日报", "海右日报"),
        ("2023-02-13 09:05 来源：《海右日报》", "《海右日报》"),
        ("来源：<a href='http://d.example'>海右日报</a> 2023-02-13", "海右日报"),
        ("来源：海右院 综合处", "海右院 综合处"),
        ("稿源：海右院/综合处", "海右院/综合处"),
    ],
)
def test_a_source_is_taken_as_printed(meta: str, source: str) -> None:
    assert read(page(meta=meta)).source == source


@pytest.mark.parametrize("value", ["本站", "未知", "互联网"])
def test_a_declared_placeholder_is_no_source(value: str) -> None:
    html = page(meta="发布时间：2023-02-13", head=f"<meta name='ContentSource' content='{value}'>")
    article = read(html)
    assert (article.source, article.provenance["source"].status) == (None, "placeholder")


def test_a_declared_source_stands_in_for_an_unprinted_one() -> None:
    html = page(meta="发布时间：2023-02-13", head="<meta name='ContentSource' content='综合处'>")
    assert read(html).source == SOURCE


def test_labels_in_the_text_itself_are_no_byline() -> None:
    body = f"{PARAGRAPHS}<p>报名时间：2024年5月1日，联系人：许知微。</p>{PARAGRAPHS}"
    article = read(page(body, meta="发布时间：2023-02-13"))
    assert (article.date_published, article.authors) == (DAY, ())


def test_a_label_behind_the_text_is_the_source_where_the_byline_says_none() -> None:
    assert read(page(meta="2023-02-13", below="<p>来源：海右日报</p>")).source == "海右日报"


@pytest.mark.parametrize(
    "meta",
    [
        "来源：海右日报 | 2023-02-13",
        "<span>作者：翁怀远</span>|<span>来源：海右日报</span>|<span>2023-02-13</span>",
        "发稿时间：2023-02-13 供稿科室二：综合处",
        "（2023年2月13日）",
        "February 13, 2023",
        "13 Feb 2023 点击：12",
        "2023-02-13 字体：大 中 小",
        "2023年2月13日 | 海右市人力资源和社会保障综合服务中心 | 作者：综合服务中心 翁怀远",
    ],
)
def test_a_date_is_read_whatever_stands_beside_it(meta: str) -> None:
    assert read(page(meta=meta)).date_published == DAY


def test_a_date_alone_above_the_title_is_the_articles_whatever_links_stand_above() -> None:
    html = (
        "<html><body><div id='nav'><a href='/'>首页</a><a href='/a/'>要闻</a></div><div class='art'>"
        f"<p>2023-02-13</p><h2>海右院部署下半年重点任务</h2><div>{PARAGRAPHS}</div></div></body></html>"
    )
    assert read(html).date_published == DAY


def test_controls_end_a_row_of_pairs_without_colons() -> None:
    meta = (
        "<span>发布时间</span><span>2023-02-13</span><span>来源</span><span>综合处</span>"
        "<span>字体：大 中 小</span>"
    )
    article = read(page(meta=meta))
    assert (article.source, article.date_published) == (SOURCE, DAY)


def test_every_credit_in_a_row_of_them_at_the_end_is_read() -> None:
    tail = "<p>稿件来源：综合处</p><p>撰　稿：翁怀远</p><p>摄　影：许知微</p><p>审　核：何思源</p>"
    article = read(page(f"{PARAGRAPHS}{tail}", meta=DAY))
    assert (article.source, article.authors) == (SOURCE, (AUTHOR,))


ROWS = "".join(
    f"<li><a href='/x/{n}.htm'>{text}</a><span>2024-0{n}-11</span></li>"
    for n, text in enumerate(["院务公开栏更换完毕", "食堂二楼恢复供应", "图书馆延长开放时间"], 1)
)


@pytest.mark.parametrize("meta", ["来源：综合处", "来源：综合处 作者：翁怀远"])
def test_the_rows_of_a_list_above_the_article_are_no_byline(meta: str) -> None:
    side = f"<div><h3>最新动态</h3><ul>{ROWS}</ul></div>"
    html = (
        f"<html><head><title>海右院</title></head><body>{side}<div><b>海右院部署下半年重点任务</b></div>"
        f"<div>{meta}</div><div>{PARAGRAPHS}</div></body></html>"
    )
    article = read(html)
    assert (article.title, article.date_published) == ("海右院部署下半年重点任务", None)
    assert article.source == "综合处"


def test_a_date_under_the_text_is_no_byline_to_look_above_for_the_title() -> None:
    html = (
        f"<html><body><div class='post'><div class='postTitle'>海右院的夏天</div><div>{PARAGRAPHS}"
        "<p>Trackback: http://t.example/1</p></div><div>[收藏] 发表于2023年02月13日 11:57</div></div></body></html>"
    )
    article = read(html)
    assert (article.title, article.body[:10]) == ("海右院的夏天", BODY[:10])


def test_a_count_with_its_unit_needs_no_colon() -> None:
    article = read(page(meta="2023-02-13 来源：综合处 浏览 120 次"))
    assert (article.source, article.view_count) == ("综合处", 120)


@pytest.mark.parametrize(
    "inside",
    [
        "<div><div class='info'>来源：</div><div class='content'>各部门、各单位</div></div>",
        "<p class='info'>来源：</p><p class='MsoNormal'>各部门：</p>",
        "<p class='src'>来源：</p><p class='txt'>海右院获奖</p><p class='txt'>特此通报。</p>",
        "<div class='info'>2023-02-13 来源：</div><div class='nr'>海右院获奖</div>",
        "<div><p>来源：</p><p>特此公告，请遵照执行。</p></div>",
    ],
)
def test_an_empty_source_does_not_take_the_first_words_of_the_text(inside: str) -> None:
    html = f"<html><body><div><h1>{TITLE}</h1>{inside}</div></body></html>"
    assert read(html).source is None


def test_an_empty_source_does_not_take_the_text_of_its_own_cell() -> None:
    """Old pages are laid out by tables: title, byline and text stand in one of their cells."""
    text = "此次活动共收到稿件七十二篇，经评审评出一等奖九篇、二等奖七十二篇。"
    article = f"<h1>{TITLE}</h1><ul><li>发布时间：2023-02-13</li><li>来源：</li></ul><p>{text}</p>"
    html = f"<table><tr><td>栏目</td><td>{article}{PARAGRAPHS}</td></tr></table>"
    found = read(html)
    assert (found.source, found.provenance["source"].status) == (None, "empty")
    assert found.body.startswith(text)


@pytest.mark.parametrize("names", ["欧阳娜娜；翁怀远", "欧阳娜娜，翁怀远"])
def test_several_names_in_an_element_of_their_own_are_no_sentence(names: str) -> None:
    fields = {"来源": "综合处", "发布时间": "2023-02-13", "浏览次数": "123", "编辑": "黄宇航"}
    fields |= {"审核": "陈立群", "作者": names}
    each = (
        f"<div class=l>{name}：</div><div class=v>{said}</div>" for name, said in fields.items()
    )
    cells = "".join(each)
    html = page(meta="").replace("<div class='info'></div>", f"<div>{cells}</div>")
    assert read(html).authors == ("欧阳娜娜", "翁怀远")


@pytest.mark.parametrize("line", ["供稿单位：综合处", "（供稿部门：综合处）", "来稿单位：综合处"])
def test_a_house_that_sent_a_text_in_is_its_source_and_nobody_in_person(line: str) -> None:
    article = read(page(f"{PARAGRAPHS}<p>{line}</p>", meta="2023-02-13"))
    assert (article.source, article.authors, article.body) == (SOURCE, (), BODY)


def test_an_empty_label_without_a_colon_does_not_take_the_next_label_for_a_name() -> None:
    meta = "<i>日期 2023-02-13</i><i>作者</i><i>来源 综合处</i><i>浏览 5</i>"
    article = read(page(meta=meta))
    assert (article.authors, article.source, article.view_count) == ((), "综合处", 5)
    assert article.provenance["authors"].status == "empty"


def test_who_handed_a_text_in_is_its_source_only_where_no_other_is_named() -> None:
    assert read(page(meta="供稿部门：办公室 来源： 发布时间：2023-02-13")).source == "办公室"


def test_a_byline_under_a_title_that_opens_the_text_is_read() -> None:
    inside = f"<p align='center'><b>{TITLE}</b></p><p align='center'>发布时间：2023-02-13</p>{PARAGRAPHS}"
    html = f"<title>{TITLE}</title><div class='TRS_Editor'>{inside}</div>"
    assert read(html).date_published == "2023-02-13"


def test_controls_behind_a_label_are_no_source() -> None:
    assert read(page(meta="2023-02-13 来源：【 大 中 小 】")).source is None
