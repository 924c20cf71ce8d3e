"""What is a date on a page, what is none, and what must not be guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.dates import (
    find_dates,
    first_date,
    impossible_date,
    join_split_date,
    parse_date,
    parse_epoch,
    slash_order,
)

NOW = datetime(2023, 3, 1, 12, 0)  # noqa: DTZ001 (a naive time is in the site's zone)
DAY = "2023-02-13"


def iso(text: str, **how: object) -> str | None:
    found = parse_date(text, **how)  # type: ignore[arg-type]
    return found.iso if found else None


@pytest.mark.parametrize(
    "text",
    [
        "2023年02月13日",
        "2023年2月13日",
        "2023 年 2 月 13 日",
        "2023年2月13日 星期一",
        "2023年2月13日（周一）",
        "2023-02-13",
        "2023-2-13",
        "2023.2.13",
        "2023. 2. 13.",
        "2023/2/13",
        "2023–02–13",
        "2023—02—13",
        "２０２３－０２－１３",
        "２０２３年２月１３日",
        "[2023-02-13]",
        "(2023-02-13)",
        "【2023年02月13日】",
        "23-02-13",
        "20230213",
        "2023 02 13",
        "二〇二三年二月十三日",
        "二○二三年二月十三日",
        "二零二三年二月十三日",
        "二O二三年二月十三日",
        "民國112年2月13日",
        "令和5年2月13日",
        "2023년 2월 13일",
        "2月13日，2023年",
        "13 Feb 2023",
        "13-Feb-2023",
        "13-Feb-23",
        "13th of February 2023",
        "February 13th, 2023",
        "Feb. 13, 2023",
        "2023 Feb 13",
        "Monday, 13 February 2023",
        "Published on February 13, 2023",
        "Montag, 13. Februar 2023",
        "lundi 13 février 2023",
        "13 de febrero de 2023",
        "13 de fevereiro de 2023",
        "13 febbraio 2023",
        "13 februari 2023",
        "13. helmikuuta 2023",
        "13 lutego 2023",
        "13. února 2023",
        "13 февраля 2023 г.",
        "13 Şubat 2023",
        "13 فبراير 2023",
        "13 בפברואר 2023",
        "2023. február 13. hétfő",
        "二月 13, 2023",
        "13/02/2023",
        "02/13/2023",
        "13.02.2023",
        "2023-02-13 来源：本所 作者：张三 浏览次数：12",
        "发布时间：2023-02-13",
        "周一 2023-02-13",
        "13Feb2023",
        "2023, February 13",
        "20230213（一）",
        "\u30002023-02-13\u00a0",
    ],
)
def test_day_is_read(text: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert (found.iso, found.precision, found.zone_by) == (DAY, "day", None)


@pytest.mark.parametrize(
    ("text", "clock", "precision", "by"),
    [
        ("2023-02-13 09:05", "09:05:00+08:00", "minute", "site default"),
        ("2023-2-13 9:05", "09:05:00+08:00", "minute", "site default"),
        ("2023-02-13 09:05:16", "09:05:16+08:00", "second", "site default"),
        ("2023-02-13 09:05:16.0", "09:05:16+08:00", "second", "site default"),
        ("2023-02-13-09:05:16", "09:05:16+08:00", "second", "site default"),
        ("2023年2月13日9时05分", "09:05:00+08:00", "minute", "site default"),
        ("2023年2月13日09时05分16秒", "09:05:16+08:00", "second", "site default"),
        ("2023年2月13日 星期一 09:05", "09:05:00+08:00", "minute", "site default"),
        ("2023年2月13日上午9:05", "09:05:00+08:00", "minute", "site default"),
        ("2023年2月13日下午3点", "15:00:00+08:00", "minute", "site default"),
        ("2023年2月13日下午3点半", "15:30:00+08:00", "minute", "site default"),
        ("2023年2月13日凌晨12:30", "00:30:00+08:00", "minute", "site default"),
        ("2023年2月13日（月）9時05分", "09:05:00+08:00", "minute", "site default"),
        ("2023.02.13 (월) 09:05", "09:05:00+08:00", "minute", "site default"),
        ("2023-02-13 8:5:3", "08:05:03+08:00", "second", "site default"),
        ("2023-02-13T09:05:16+08:00[Asia/Shanghai]", "09:05:16+08:00", "second", "page"),
        ("Thứ Hai, 13/02/2023, 09:05 (GMT+7)", "09:05:00+07:00", "minute", "page"),
        ("2023/02/13（09：05）", "09:05:00+08:00", "minute", "site default"),
        ("2023 02/13 09:05:16", "09:05:16+08:00", "second", "site default"),
        ("20230213090516", "09:05:16+08:00", "second", "site default"),
        ("20230213T090516Z", "09:05:16+00:00", "second", "page"),
        ("2023-02-13T09:05:16Z", "09:05:16+00:00", "second", "page"),
        ("2023-02-13T09:05:16.123+0800", "09:05:16+08:00", "second", "page"),
        ("2023-02-13T09:05-05:00", "09:05:00-05:00", "minute", "page"),
        ("Mon, 13 Feb 2023 09:05:16 GMT", "09:05:16+00:00", "second", "page"),
        ("Mon, 13 Feb 2023 09:05:16 +0100", "09:05:16+01:00", "second", "page"),
        ("Mon Feb 13 09:05:16 CST 2023", "09:05:16+08:00", "second", "site default"),
        ("Feb. 13, 2023 9:05 a.m.", "09:05:00+08:00", "minute", "site default"),
        ("February 13, 2023 at 9:05 PM EST", "21:05:00-05:00", "minute", "page"),
        ("9:05 a.m., Feb. 13, 2023", "09:05:00+08:00", "minute", "site default"),
        ("13. Februar 2023, um 9:05 Uhr", "09:05:00+08:00", "minute", "site default"),
        ("13 février 2023 à 9h05", "09:05:00+08:00", "minute", "site default"),
        ("13 февраля 2023 г., 09:05", "09:05:00+08:00", "minute", "site default"),
    ],
)
def test_time_is_read_as_precise_as_printed(text: str, clock: str, precision: str, by: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert (found.iso, found.precision, found.zone_by) == (f"{DAY}T{clock}", precision, by)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023年2月",
        "2023",
        "点击量:20230213次",
        "点击量:20230213",
        "电话 20121231",
        "〔2023〕第2-13号",
        "国发〔2023〕2号",
        "0816-2023-0213",
        "010-2023-02-13",
        "ISSN 1000-2023",
        "20.23.2.13",
        "192.168.2.13",
        "2023.2.13.4",
        "2023-02-30",
        "2023年02月30日",
        "2023年13月1日",
        "0000-00-00",
        "1899-12-31",
        "2100-01-01",
        "2023²-02-13",
        "2023年2月13家企业",
        "2023年1-12月",
        "2023年 12 月 2 6日",
        "112年2月13日",
        "1/2/3",
        "2023-02-13至2023-02-15",
        *("12-14 June 2023", "12. bis 14. Juni 2023", "12 mai au 14 juin 2023", "12.-14.06.2023"),
        *("12 tra 2023", "14 svi 2023"),
        "2023-02-13 召开了年度工作会议并作报告",
        "2023-02-13 09:05-10:30",
        "02-13",
        "3天前",
        "今天",
        "9" * 5000,
    ],
)
def test_what_is_no_date_stays_none(text: str) -> None:
    assert parse_date(text) is None


def test_slashes_are_refused_until_the_order_is_known() -> None:
    assert iso("03/04/2023") is None
    assert iso("03/04/2023", order="mdy") == "2023-03-04"
    assert iso("03/04/2023", order="dmy") == "2023-04-03"
    assert iso("05/05/2023") == "2023-05-05"
    assert iso("02/13/23") == DAY
    assert iso("13.02.23", order="dmy") == DAY


def test_siblings_prove_the_order_of_slashed_dates() -> None:
    assert slash_order(["03/04/2023", "02/13/2023", "x"]) == "mdy"
    assert slash_order(["13-02-2023"]) == "dmy"
    assert slash_order(["03/04/2023"]) is None
    assert slash_order(["13/02/2023", "02/13/2023"]) is None
    assert slash_order(["2023/02/13", "30/31/2023", "23-02-13"]) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3天前", "2023-02-26"),
        ("昨天", "2023-02-28"),
        ("昨日 08:30", "2023-02-28T08:30:00+08:00"),
        ("刚刚", "2023-03-01"),
        ("2 hours ago", "2023-03-01"),
        ("13小时前", "2023-02-28"),
        ("02-13", "2023-02-13"),
        ("[02-13]", "2023-02-13"),
        ("2月13日", "2023-02-13"),
        ("12-30", "2022-12-30"),
        ("02-29", "2020-02-29"),
        ("13 Feb", "2023-02-13"),
        ("Dec 24", "2022-12-24"),
    ],
)
def test_what_lacks_a_year_counts_back_from_now(text: str, day: str) -> None:
    assert iso(text, now=NOW) == day


@pytest.mark.parametrize(
    "text", ["3个月前", "2周前", "02-30", "3-5", "共 10-12 人", "今天我们召开会议"]
)
def test_reference_time_makes_no_date_of_what_names_no_day(text: str) -> None:
    assert find_dates(text, now=NOW) == ()


def test_now_is_read_in_the_zone_of_the_site() -> None:
    late = datetime(2023, 2, 28, 20, 0, tzinfo=UTC)
    assert iso("今天", now=late) == "2023-03-01"
    assert iso("今天", now=late, zone="-05:00") == "2023-02-28"


@pytest.mark.parametrize(
    "parts",
    [
        ("13", "2023-02"),
        ("13", "2023.02"),
        ("13", "2023年02月"),
        ("02-13", "2023"),
        ("02.13", "2023"),
        ("2月13日", "2023年"),
        ("202302", "13"),
        ("2023-02", "13"),
        ("02/13", "2023"),
        ("02/13 2023",),
        ("132023-02",),
        ("202302/13",),
        ("13", "Feb", "2023"),
        ("Feb", "13", "2023"),
        ("13", "2023 Feb"),
        (" 13\n", "", "2023-02 "),
        ("13", "2月", "2023"),
        ("13", "二月", "2023"),
    ],
)
@pytest.mark.parametrize("now", [None, NOW])
def test_split_boxes_are_joined(parts: tuple[str, ...], now: datetime | None) -> None:
    found = join_split_date(parts, now=now)
    assert found is not None
    assert found.iso == DAY


def test_split_slash_is_month_first_unless_told_otherwise() -> None:
    month_first = join_split_date(("03/10", "2025"))
    day_first = join_split_date(("03/10", "2025"), order="dmy")
    assert month_first is not None
    assert day_first is not None
    assert (month_first.iso, day_first.iso) == ("2025-03-10", "2025-10-03")


@pytest.mark.parametrize("parts", [(), ("",), ("13",), ("2023", "02"), ("30", "2023-02"), ("x",)])
def test_boxes_that_hold_no_day_join_to_none(parts: tuple[str, ...]) -> None:
    assert join_split_date(parts) is None


def test_dates_in_running_text_keep_order_and_place() -> None:
    text = (
        "会议于2023年2月13日上午9:05召开，文号〔2022〕7号，13 Feb 2024 另有一次（电话82340000）。"
    )
    found = find_dates(text)
    assert [one.iso for one in found] == ["2023-02-13T09:05:00+08:00", "2024-02-13"]
    assert [text[one.start : one.end] for one in found] == [one.raw for one in found]
    assert found[0].raw == "2023年2月13日上午9:05"


def test_time_belongs_to_one_date_only() -> None:
    found = find_dates("2023-02-13 09:05 2023-02-14")
    assert [one.iso for one in found] == ["2023-02-13T09:05:00+08:00", "2023-02-14"]


def test_impossible_date_is_told_as_printed() -> None:
    assert impossible_date("发布时间：2023年02月30日 来源") == "2023年02月30日"
    assert impossible_date("0000-00-00 00:00:00") == "0000-00-00"
    assert impossible_date("2023-02-13") is None
    assert impossible_date("编码 20239999") is None
    assert impossible_date("电话 12-34-56") is None


def test_chinese_twenties_are_read() -> None:
    assert iso("二〇二三年二月廿三日") == "2023-02-23"


def test_epoch_is_seconds_or_milliseconds_only() -> None:
    seconds, millis = parse_epoch("1676250300"), parse_epoch(1676250300123)
    assert seconds is not None
    assert millis is not None
    assert seconds.iso == millis.iso == "2023-02-13T09:05:00+08:00"
    assert parse_epoch("20230213") is None
    assert parse_epoch("abc") is None


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1676250300.0, 1e300])
def test_a_number_of_json_that_is_no_moment_is_none(value: float) -> None:
    """NaN and 1e999 are numbers to Python's reader; a list that held one was not read at all."""
    assert parse_epoch(value) is None


def test_fractions_of_a_second_are_left_out() -> None:
    found = parse_epoch(1676250300.75)
    assert found is not None
    assert found.iso == "2023-02-13T09:05:00+08:00"


def test_zone_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\+08:00"):
        parse_date("2023年2月13日", zone="China")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
@settings(max_examples=60)
def test_every_day_comes_back_from_every_common_shape(day: date) -> None:
    shapes = (
        f"{day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y.%m.%d}",
        f"{day:%Y%m%d}",
        f"{day.day} {day:%B %Y}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
    )
    for shape in shapes:
        assert iso(shape) == day.isoformat()


@given(
    st.text(
        st.sampled_from("0123456789-/.:年月日时分 二〇十三上午FebMayT+Z前天第次,\u3000（）"),
        max_size=40,
    )
)
@settings(max_examples=300)
def test_any_text_gives_real_days_in_disjoint_places(text: str) -> None:
    end = 0
    for one in find_dates(text, now=NOW):
        assert end <= one.start < one.end <= len(text)
        assert one.raw == text[one.start : one.end]
        datetime.fromisoformat(one.iso)
        end = one.end
    parse_date(text, now=NOW)
    impossible_date(text)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (" " * 200_000, 0),
        ("1" * 200_000, 0),
        ("1-" * 100_000, 0),
        ("2023年" * 40_000, 0),
        (("2023-02-13" + " " * 40) * 4_000, 4_000),
        ("may 1 " * 33_000, 0),
        ("二〇二三年" * 40_000, 0),
    ],
    ids=["blanks", "digits", "dashes", "years", "gaps", "words", "numerals"],
)
def test_long_junk_is_read_to_its_end(text: str, dates: int) -> None:
    parse_date(text, now=NOW)
    impossible_date(text)
    assert len(list(find_dates(text, now=NOW))) == dates


@pytest.mark.parametrize(
    "text",
    [
        "No. 5-10 May 2023",
        "Nr. 5 - 10. Mai 2023",
        "Ref 8-10 May 2023",
        "Issue 5-10 May 2023",
        "Heft 5-10. Mai 2023",
        "3 min - 10 May 2023",
        "12 comments - May 10, 2023",
        "№ 5-10 May 2023",
    ],
)
def test_a_number_before_a_date_begins_no_span_of_days(text: str) -> None:
    assert [date.iso for date in find_dates(text)] == ["2023-05-10"]


_PARTS = [
    "2023",
    "23",
    "1998",
    "02",
    "2",
    "13",
    "3",
    "30",
    "12",
    "09:05",
    "05",
    "-",
    "/",
    ".",
    "年",
    "月",
    "日",
    "_",
    "：",
    "号",
    "Feb_",
    ",_",
    "至",
    "第",
    "期",
]


@given(st.lists(st.sampled_from(_PARTS), max_size=16))
@settings(max_examples=400)
def test_no_part_of_a_day_is_made_up(parts: list[str]) -> None:
    """Without `now` a year, a month and a day are printed each, where the date is."""
    for one in find_dates("".join(parts).replace("_", " ")):
        found = date.fromisoformat(one.iso[:10])
        assert str(found.day) in one.raw, one
        assert str(found.month) in one.raw or (found.month == 2 and "Feb" in one.raw), one
        years = (str(found.year), f"{found.year % 100:02}", str(found.year - 1911))
        assert any(year in one.raw for year in years), one


@pytest.mark.parametrize(
    "text", ["", "none", "2023-02-30", "13 Feb 2023, 2023-02-14 09:05 and 15/02/23"]
)
def test_the_first_date_is_the_first_of_all(text: str) -> None:
    assert first_date(text) == next(iter(find_dates(text)), None)
