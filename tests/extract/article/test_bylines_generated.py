"""Bylines made up of every label, separator and markup: each says exactly what was put into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.article.pages import BODY, TITLE, page, read


@dataclass(frozen=True)
class Said:
    """One field of a byline: its label, what is printed behind it, and what that means."""

    field: str
    label: str
    printed: str
    meant: Any


LABELS = {
    "source": "来源 信息来源 文章来源 稿件来源 新闻来源 稿源 供稿单位 转载自 来_源 来\u3000源",
    "authors": "作者 撰稿 撰稿人 文字 供稿 供稿人 记者 撰文 执笔 通讯员 作\u3000者 投稿人",
    "date_published": "发布时间 发布日期 时间 日期 发表时间 发稿时间 发布于 上传时间 时\u3000间",
    "view_count": "浏览次数 点击数 阅读 浏览 点击 访问量 阅读次数 浏览量 阅读量",
    "editor": "编辑 责任编辑 责编 网络编辑",
    "reviewer": "审核 审核人 校对",
}
VALUES: dict[str, list[tuple[str, Any]]] = {
    "source": [
        *((name, name) for name in ("综合处", "海右日报", "党委宣传部", "海右网", "《海右晨报》")),
        *((name, name) for name in ("物理研究所", "学生处、团委", "宣传部（新闻中心）")),
        *((name, None) for name in ("", "", "本站", "本站原创", "未知")),
    ],
    "authors": [
        ("翁怀远", ("翁怀远",)),
        ("刘 洋", ("刘洋",)),
        ("张三、李四光", ("张三", "李四光")),
        ("王小波 赵大为", ("王小波", "赵大为")),
        ("王小波\u3000赵大为", ("王小波", "赵大为")),
        ("欧阳娜娜；翁怀远", ("欧阳娜娜", "翁怀远")),
        ("机电学院", ("机电学院",)),
        *((name, ()) for name in ("", "", "admin", "本站编辑")),
    ],
    "date_published": [
        *((day, "2023-02-13") for day in ("2023-02-13", "2023/2/13", "2023.02.13", "[2023-02-13]")),
        *((day, "2023-02-13") for day in ("2023年02月13日", "2023年2月13日", "2023-02-13 星期一")),
        ("2023-02-13 09:05", "2023-02-13T09:05:00+08:00"),
        ("2023年2月13日9时5分", "2023-02-13T09:05:00+08:00"),
        ("2023年2月13日 09:05:33", "2023-02-13T09:05:33+08:00"),
        ("", None),
    ],
    "view_count": [("123", 123), ("1,234", 1234), ("[56]", 56), ("78次", 78), ("", None)],
    "editor": [(name, None) for name in ("黄宇航", "系统管理员", "")],
    "reviewer": [(name, None) for name in ("陈立群", "")],
}
NOTHING = {"source": None, "authors": (), "date_published": None, "view_count": None}
COLONS = ("：", ":", "： ", ": ", " ：", " : ", "︰", "：：", "&#xff1a;")
GAPS = ("&nbsp;&nbsp;&nbsp;", "\u3000\u3000", "     ", " | ", "|", " ｜ ", "&emsp;", "\n", " / ")


@st.composite
def bylines(draw: st.DrawFn) -> tuple[list[Said], str, str]:
    """Fields in some order, the colon behind their labels, and what stands between two of them."""
    fields = draw(st.permutations(list(LABELS)))[: draw(st.integers(1, len(LABELS)))]
    said = []
    for field in fields:
        label = draw(st.sampled_from(LABELS[field].split(" "))).replace("_", " ")
        said.append(Said(field, label, *draw(st.sampled_from(VALUES[field]))))
    return said, draw(st.sampled_from(COLONS)), draw(st.sampled_from(GAPS))


def _each(form: str, around: str = "<div>{}</div>", gap: str | None = None) -> Carrier:
    def carry(said: Sequence[Said], colon: str, between: str) -> str:
        pieces = [form.format(l=one.label, c=colon, v=one.printed) for one in said]
        return around.format((between if gap is None else gap).join(pieces))

    return carry


Carrier = Callable[[Sequence[Said], str, str], str]
# The markup that carries a byline. `{l}` label, `{c}` colon, `{v}` value.
CARRIERS: dict[str, Carrier] = {
    "one element": _each("{l}{c}{v}"),
    "a heading": _each("{l}{c}{v}", "<h4>{}</h4>"),
    "centred fonts": _each("{l}{c}<font>{v}</font>", "<center><font color=#888>{}</font></center>"),
    "one cell": _each("{l}{c}{v}", "<table><tr><td align=center>{}</td></tr></table>"),
    "spans": _each("<span>{l}{c}{v}</span>", gap=""),
    "spans on lines": _each("<span>{l}{c}{v}</span>", gap="\n"),
    "span of label, span of value": _each("<span class=a>{l}{c}</span><span>{v}</span>", gap=""),
    "colon between spans": _each("<p><span>{l}</span>{c}<span>{v}</span></p>", gap=""),
    "bold labels": _each("<b>{l}{c}</b>{v}"),
    "bold values": _each("{l}{c}<em>{v}</em>", gap=" "),
    "values as links": _each("{l}{c}<a href='/x'>{v}</a>"),
    "cells": _each("<td>{l}{c}{v}</td>", "<table><tr>{}</tr></table>", ""),
    "a row of pairs": _each("<td>{l}{c}</td><td>{v}</td>", "<table><tr>{}</tr></table>", ""),
    "rows of pairs": _each("<tr><td>{l}{c}</td><td>{v}</td></tr>", "<table>{}</table>", ""),
    "rows without colons": _each("<tr><th>{l}</th><td>{v}</td></tr>", "<table>{}</table>", ""),
    "br": _each("{l}{c}{v}", gap="<br>"),
    "br in a cell": _each("{l}{c}{v}", "<table><tr><td>{}</td></tr></table>", "<br/>"),
    "paragraphs": _each("<p>{l}{c}{v}</p>", gap=""),
    "a list": _each("<li>{l}{c}{v}</li>", "<ul>{}</ul>", ""),
    "divisions": _each("<div class=i>{l}{c}{v}</div>", gap=""),
    "a division of two a field": _each("<div><div>{l}{c}</div><div>{v}</div></div>", gap=""),
    "divisions told apart by class": _each(
        "<div class=l>{l}{c}</div><div class=v>{v}</div>", gap=""
    ),
    "dl": _each("<dt>{l}{c}</dt><dd>{v}</dd>", "<dl>{}</dl>", ""),
    "dl without colons": _each("<dt>{l}</dt><dd>{v}</dd>", "<dl>{}</dl>", ""),
    "lenticular brackets": _each("【{l}{c}{v}】", gap=" "),
    "square brackets": _each("[{l}{c}{v}]", gap=" "),
    "comments": _each("{l}{c}<!--<$[信息]>begin-->{v}<!--<$[信息]>end-->"),
    "a variable that is written": _each(
        "{l}{c}<script>var v='{v}';document.write(v);</script>", gap="&nbsp; "
    ),
    "a literal that is written": _each(
        '<span>{l}{c}<script>document.write("{v}")</script></span>', gap=""
    ),
    "labels twice": _each("{l}{c}{l}{c}{v}", gap="&nbsp; "),
}


def _meant(said: Sequence[Said]) -> dict[str, Any]:
    return NOTHING | {one.field: one.meant for one in said if one.field in NOTHING}


@pytest.mark.parametrize("carrier", CARRIERS)
@settings(max_examples=12)
@given(bylines())
def test_a_byline_says_what_was_put_into_it(
    carrier: str, byline: tuple[list[Said], str, str]
) -> None:
    said, colon, between = byline
    html = CARRIERS[carrier](said, colon, between)
    article = read(page(meta="").replace("<div class='info'></div>", html))
    assert {name: getattr(article, name) for name in NOTHING} == _meant(said), html
    assert (article.title, article.body) == (TITLE, BODY), html


SEED = [
    Said("source", "来源", "", None),
    Said("authors", "作者", "李良优", ("李良优",)),
    Said("date_published", "发布时间", "2023年02月13日", "2023-02-13"),
    Said("view_count", "浏览次数", "", None),
]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_empty_source_and_count_beside_author_and_date(carrier: str) -> None:
    article = read(
        page(meta="").replace("<div class='info'></div>", CARRIERS[carrier](SEED, ":", "     "))
    )
    assert {name: getattr(article, name) for name in NOTHING} == _meant(SEED)
    assert {name: article.provenance[name].status for name in ("source", "view_count")} == {
        "source": "empty",
        "view_count": "empty",
    }


@pytest.mark.parametrize(
    "meta",
    [
        (
            "<span>来源</span><span>综合处</span> <span>作者</span><span>翁怀远</span>"
            "<span>发布时间</span><span>2023-02-13</span>"
        ),
        "<i>发布日期</i> <b>2023年2月13日</b> <i>作者</i> <b>翁怀远</b> <i>来源</i> <b>综合处</b>",
    ],
)
def test_labels_in_elements_of_their_own_need_no_colon(meta: str) -> None:
    article = read(page(meta=meta))
    assert (article.source, article.authors) == ("综合处", ("翁怀远",))
    assert article.date_published == "2023-02-13"


@pytest.mark.parametrize(
    ("meta", "day", "count"),
    [
        ("发布时间 2023-02-13 阅读(12)", "2023-02-13", 12),
        ("发布于2023年2月13日 浏览量 78", "2023-02-13", 78),
        ("日期 2023/02/13 点击次数 1,234", "2023-02-13", 1234),
        ("更新时间 2023-02-13", "2023-02-13", None),
    ],
)
def test_a_date_or_a_count_needs_no_colon(meta: str, day: str, count: int | None) -> None:
    article = read(page(meta=meta))
    assert (article.date_published, article.view_count) == (day, count)
