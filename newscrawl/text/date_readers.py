"""What the shapes of printed days say: (year, month, day) out of a match, or None.

The day may be impossible (2023-02-30); None where the shape names no day after all (03/04/2023
without an order).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from newscrawl.text.date_names import CUT_SHORT, MONTHS, SOLAR_MONTHS
from newscrawl.text.date_numbers import buddhist, century, number_of, of_other_calendar, solar_hijri
from newscrawl.text.date_tables import CHINESE_DIGITS, DAY_WORDS, ERAS, UNITS

Order = Literal["ymd", "mdy", "dmy"]
Day = tuple[int, int, int]


class Context(NamedTuple):
    """What the page does not print: the moment it was seen (site time) and the site's order."""

    now: datetime | None
    order: Order | None


Reader = Callable[[re.Match[str], Context], Day | None]

MAX_MONTH = 12
# Labels whose value is a bare number of eight digits now and then.
_OTHER_LABEL = re.compile(
    r"(?:[击量数次号码话真编]|tel|fax|phone|issn|isbn|qq|id|no|hits|views)\.?\s?:?\s?$",
    re.IGNORECASE,
)
# The first day of a span, before its last: 12-14 June, 12. bis 14. Juni, du 12 mai au 3 juin.
_SPANNED = re.compile(
    r"(?<![\w:./\-])(?P<day>[12]?[0-9]|3[01])(?:\.?-|\.\s-\s|\.?(?P<month>\s(?:d[ei]\s)?[^\W\d_]{3,12}\.?)?"
    r"\s(?:bis|to|au|al|a|do|по|tot|til|till|(?(month)-|(?!)))\s(?:zum\s)?)$"
)
# But of a number: No. 5-10 May is of the 10th.
_NUMBERED = re.compile(
    r"(?:(?<!\w)(?:no|nr|num(?:ber|[ée]ro)?|ref|issue|vol|heft|ausgabe|release|n[°º])|[№#])[.:]{0,2}\s?$",
    re.IGNORECASE,
)
_SPAN_ROOM = 28  # characters before a date in which it stands
_THAI = re.compile(r"[\u0e01-\u0e4e]")


def ymd(found: re.Match[str], _: Context) -> Day:
    """Year, month and day as they stand."""
    return int(found["y"]), int(found["m"]), int(found["d"])


def separated(found: re.Match[str], context: Context) -> Day | None:
    """As `ymd`, where signs part the numbers: of Iran's and of Thailand's years, too."""
    return of_other_calendar(ymd(found, context))


def compact(found: re.Match[str], context: Context) -> Day | None:
    """`20230213`, unless a label says that it counts or names something else."""
    start = found.start()
    if _OTHER_LABEL.search(found.string, max(0, start - 12), start):
        return None
    return ymd(found, context)


def cjk(found: re.Match[str], context: Context) -> Day | None:
    """2023年2月13日 in digits or characters, of an era or of a century too."""
    printed = found["y"]
    year: int | None = int("".join(CHINESE_DIGITS.get(one, one) for one in printed))
    if found["era"]:
        year = ERAS[found["era"]] + (year or 0)
    elif len(printed) != 4:
        year = century(year or 0, context.now) if len(printed) == 2 else None
    return (year, number_of(found["m"]), number_of(found["d"])) if year is not None else None


def taiwan(found: re.Match[str], context: Context) -> Day | None:
    """A year of the republic; one that is to come is some other number in three parts."""
    year = ERAS["民國"] + int(found["y"])
    newest = context.now.year + 1 if context.now else 2049
    return (year, int(found["m"]), int(found["d"])) if year <= newest else None


def _in_order(first: int, second: int, order: Order | None) -> tuple[int, int] | None:
    """(month, day) of two numbers, or None where both readings are possible and none is known."""
    if first > MAX_MONTH or second > MAX_MONTH or first == second:
        return (second, first) if first > MAX_MONTH else (first, second)
    if order in ("mdy", "dmy"):
        return (first, second) if order == "mdy" else (second, first)
    return None


def year_last(found: re.Match[str], context: Context) -> Day | None:
    """`13/02/2023` and `02/13/2023`, where the order is known or plain."""
    if _ends_span(found, int(found["a"])):
        return None
    order = context.order
    year = buddhist(int(found["y"]))
    if (found["sep"] == "." and order != "mdy") or year != int(found["y"]):
        order = "dmy"  # no country writes month.day.year with dots, nor does Thailand
    pair = _in_order(int(found["a"]), int(found["b"]), order)
    return (year, *pair) if pair else None


def short_year(found: re.Match[str], context: Context) -> Day | None:
    """`23-02-13` and `13/02/23`."""
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    if context.order in ("mdy", "dmy"):
        pair = _in_order(a, b, context.order)
        year = century(c, context.now)
    elif found["sep"] == "-" or context.order == "ymd":
        pair, year = (b, c), century(a, context.now)
    else:
        pair = (a, b) if found["sep"] == "/" and b > MAX_MONTH >= a else None
        year = century(c, context.now)
    return (year, *pair) if pair and year is not None else None


def named(found: re.Match[str], context: Context) -> Day | None:
    """`13 Feb 2023`: the month by its name."""
    name, year, day = found["name"].lower(), int(found["y"]), int(found["d"])
    if name in SOLAR_MONTHS:
        return solar_hijri(year, SOLAR_MONTHS[name], day)
    if _ends_span(found, day):
        return None
    month = MONTHS.get(name)
    if month is None and found.string[found.end("name") : found.end("name") + 1] == ".":
        month = CUT_SHORT.get(name)
    if name == "listopada" and found.string[found.end("d") : found.end("d") + 1] == ".":
        month = 10  # the Croats', who set a stop behind the day; November to the Poles
    if len(found["y"]) == 2:
        thai = _THAI.match(name)
        year = 2500 + year if thai else century(year, context.now) or 0
    return (buddhist(year), month, day) if month and year else None


def _ends_span(found: re.Match[str], day: int) -> bool:
    """Whether an earlier day before a date makes it the end of a span: 12-14 June, 12. bis 14.6."""
    start = found.start()
    first = _SPANNED.search(found.string, max(0, start - _SPAN_ROOM), start)
    if first is None or _NUMBERED.search(found.string, max(0, first.start() - 12), first.start()):
        return False
    if first["month"] is None:
        return int(first["day"]) < day
    word = first["month"].split()[-1].strip(".").lower()
    return word in MONTHS or word in CUT_SHORT  # 3 min - 10 May is a day


def split_slash(found: re.Match[str], context: Context) -> Day | None:
    """`02/13 2023`: month first unless the site or the numbers say otherwise."""
    order: Order = "dmy" if context.order == "dmy" else "mdy"
    pair = _in_order(int(found["m"]), int(found["d"]), order)
    return (int(found["y"]), *pair) if pair else None


def without_year(found: re.Match[str], context: Context) -> Day | None:
    """The last such day that is not in the future; None without a reference time."""
    if context.now is None:
        return None
    first, second = int(found["m"]), int(found["d"])
    by_name = found.re.groupindex.get("cjk") and found["cjk"]
    order = "mdy" if by_name or context.order is None else context.order
    pair = _in_order(first, second, "mdy" if order == "ymd" else order)
    return _latest(*pair, context.now) if pair else None


def named_without_year(found: re.Match[str], context: Context) -> Day | None:
    """`13 Feb`: the last one that is not in the future."""
    month = MONTHS.get(found["name"].lower())
    return _latest(month, int(found["d"]), context.now) if month and context.now else None


def _latest(month: int, day: int, now: datetime) -> Day:
    for year in range(now.year, now.year - 9, -1):  # 29 February may be eight years back
        try:
            if date(year, month, day) <= now.date():
                return year, month, day
        except ValueError:
            continue
    return 0, month, day


def ago(found: re.Match[str], context: Context) -> Day | None:
    """`3天前`, counted back from the reference time."""
    if context.now is None:
        return None
    back = timedelta(seconds=int(found["n"]) * UNITS[found["unit"].lower()])
    return _day_of(context.now - back)


def day_word(found: re.Match[str], context: Context) -> Day | None:
    """`昨天`, counted back from the reference time."""
    if context.now is None:
        return None
    return _day_of(context.now - timedelta(days=DAY_WORDS[found["word"].lower()]))


def _day_of(moment: datetime) -> Day:
    return moment.year, moment.month, moment.day
