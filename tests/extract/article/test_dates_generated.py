"""Dates made up of every spelling, clock, label and neighbour: the page's own one, as printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.dates import parse_date
from tests.extract.article.pages import PARAGRAPHS, page, read

_DIGITS = "〇一二三四五六七八九"
_MONTHS = "January February March April May June July August September October November December"


def _number(number: int) -> str:
    """13 -> 十三, 20 -> 二十."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def _chinese(day: date) -> str:
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{_number(day.month)}月{_number(day.day)}日"


def _english(day: date) -> str:
    return f"{_MONTHS.split()[day.month - 1]} {day.day}, {day.year}"


DAYS: dict[str, Callable[[date], str]] = {
    "2023-02-03": lambda d: d.isoformat(),
    "2023-2-3": lambda d: f"{d.year}-{d.month}-{d.day}",
    "2023/02/03": lambda d: f"{d:%Y/%m/%d}",
    "2023/2/3": lambda d: f"{d.year}/{d.month}/{d.day}",
    "2023.02.03": lambda d: f"{d:%Y.%m.%d}",
    "2023年02月03日": lambda d: f"{d:%Y}年{d:%m}月{d:%d}日",
    "2023年2月3日": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "2023 年 2 月 3 日": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "二〇二三年二月三日": _chinese,
    "２０２３－０２－０３": lambda d: d.isoformat().translate(
        {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789-"}
    ),
    "2023–02–03": lambda d: f"{d:%Y–%m–%d}",
    "February 3, 2023": _english,
    "3 Feb 2023": lambda d: f"{d.day} {_MONTHS.split()[d.month - 1][:3]} {d.year}",
}
# How a clock is printed behind a day, what that is in ISO 8601, and how precise.
CLOCKS: dict[str, Callable[[time], tuple[str, str, str]]] = {
    "none": lambda t: ("", "", "day"),
    "09:05": lambda t: (f" {t:%H:%M}", f"T{t:%H:%M}:00+08:00", "minute"),
    "9:05": lambda t: (f" {t.hour}:{t:%M}", f"T{t:%H:%M}:00+08:00", "minute"),
    "09:05:07": lambda t: (f" {t:%H:%M:%S}", f"T{t:%H:%M:%S}+08:00", "second"),
    "9时05分": lambda t: (f" {t.hour}时{t:%M}分", f"T{t:%H:%M}:00+08:00", "minute"),
    "full-width": lambda t: (f"\u3000{t:%H}：{t:%M}", f"T{t:%H:%M}:00+08:00", "minute"),
}
AROUND = {
    "a label": "发布时间：{}",
    "a label and others": "来源：综合处 发布日期：{} 浏览次数：20230101",
    "a glued label": "来源：综合处发布时间：{}",
    "brackets": "[ {} ]",
    "round brackets": "（{}）",
    "a label's brackets": "发布日期：[{}] 来源：[综合处]",
    "a bar": "来源：综合处 | {} | 阅读 12",
    "nothing": "{}",
    "an outlet": "{} 海右日报",
    "cells": "<table><tr><td>日期：</td><td>{}</td></tr></table>",
    "a span": "<span>时间：</span><span>{}</span>",
    "another day's label": "截止日期：2031-12-31 发布时间：{}",
    "the last change": "发布时间：{} 更新时间：2031-12-31 10:00",
}
TRAPS = {
    "nothing": {},
    "an event": {"body": f"<p>活动定于2030年5月1日上午九时举行，请提前到场。</p>{PARAGRAPHS}"},
    "a sign-off": {"body": f"{PARAGRAPHS}<p>海右院综合处</p><p>2030年5月1日</p>"},
    "a footer": {"below": "<div class='footer'>版权所有 海右院 2030-05-01</div>"},
    "today": {"above": "<div>今天是2030年5月1日 星期三</div>"},
    "neighbours": {
        "below": "<ul>"
        + "<li><a href='/b.htm'>食堂恢复供应</a><span>2030-05-01</span></li>" * 4
        + "</ul>"
    },
}
WHEN = st.dates(date(2001, 1, 1), date(2029, 12, 31))
CLOCK = st.times(time(1), time(22, 59)).map(lambda t: t.replace(microsecond=0))


@pytest.mark.parametrize("around", AROUND)
@settings(max_examples=15)
@given(
    day=WHEN,
    clock=CLOCK,
    spelling=st.sampled_from(sorted(DAYS)),
    form=st.sampled_from(sorted(CLOCKS)),
    trap=st.sampled_from(sorted(TRAPS)),
)
def test_the_printed_date_is_read_as_precise_as_printed(
    around: str, day: date, clock: time, spelling: str, form: str, trap: str
) -> None:
    behind, iso, precision = CLOCKS[form](clock)
    meta = AROUND[around].format(DAYS[spelling](day) + behind)
    article = read(page(meta=meta, **TRAPS[trap]))
    assert article.date_published == day.isoformat() + iso, meta
    assert article.date_precision == precision
    assert article.date_zone_by == (None if precision == "day" else "site default")


@settings(max_examples=60)
@given(day=WHEN, trap=st.sampled_from(sorted(set(TRAPS) - {"nothing", "a sign-off"})))
def test_where_no_date_is_printed_none_is_found(day: date, trap: str) -> None:
    meta = f"来源：综合处 浏览次数：{day:%Y%m%d}"
    assert read(page(meta=meta, **TRAPS[trap])).date_published is None


ZONES = {
    "Z": "+00:00",
    "+08:00": "+08:00",
    "-05:00": "-05:00",
    " +0800": "+08:00",
    " GMT": "+00:00",
}


@settings(max_examples=120)
@given(day=WHEN, clock=CLOCK, zone=st.sampled_from(sorted(ZONES)), site=st.integers(-11, 12))
def test_a_printed_zone_is_kept_and_the_sites_own_is_said_to_be(
    day: date, clock: time, zone: str, site: int
) -> None:
    own = f"{'-' if site < 0 else '+'}{abs(site):02d}:00"
    printed = parse_date(f"{day}T{clock:%H:%M:%S}{zone}", zone=own)
    unzoned = parse_date(f"{day} {clock:%H:%M:%S}", zone=own)
    assert printed is not None
    assert unzoned is not None
    assert (printed.iso, printed.zone_by) == (f"{day}T{clock:%H:%M:%S}{ZONES[zone]}", "page")
    assert (unzoned.iso, unzoned.zone_by) == (f"{day}T{clock:%H:%M:%S}{own}", "site default")


@settings(max_examples=100)
@given(day=WHEN, days=st.integers(1, 40))
def test_a_span_of_days_is_no_date_of_publication(day: date, days: int) -> None:
    last = day + timedelta(days=days)
    for mark in ("至", "—", "~", " - "):
        assert parse_date(f"{day}{mark}{last}") is None


BOXES: dict[str, Callable[[date], tuple[str, str]]] = {
    "13 over 2023-02": lambda d: (f"{d:%d}", f"{d:%Y-%m}"),
    "13 over 2023.02": lambda d: (f"{d:%d}", f"{d:%Y.%m}"),
    "13 over 2023年02月": lambda d: (f"{d:%d}", f"{d:%Y}年{d:%m}月"),
    "02-13 over 2023": lambda d: (f"{d:%m-%d}", f"{d:%Y}"),
    "2023 over 02-13": lambda d: (f"{d:%Y}", f"{d:%m-%d}"),
}


@pytest.mark.parametrize(
    "markup", ["<b>{}</b><i>{}</i>", "<p>{}</p><p>{}</p>", "<ul><li>{}</li><li>{}</li></ul>"]
)
@settings(max_examples=15)
@given(day=WHEN, boxes=st.sampled_from(sorted(BOXES)))
def test_a_date_cut_into_boxes_is_one(markup: str, day: date, boxes: str) -> None:
    meta = f"<div>{markup.format(*BOXES[boxes](day))}</div>"
    assert read(page(meta=meta)).date_published == day.isoformat()
