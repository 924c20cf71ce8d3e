"""What the numbers of a date stand for: Chinese ones, short years, Thailand's and Iran's."""

from __future__ import annotations

from datetime import date, datetime

from newscrawl.text.date_tables import CHINESE_DIGITS

Day = tuple[int, int, int]
_BUDDHA = 543  # years before ours
_BUDDHIST = range(2443, 2643)
# 1375/12/24 is Iran's; a greater number of that size is a lunar year, which Arabia prints as well.
_SOLAR = range(1375, 1411)
_FIRST_HALF, _LONG, _SHORT = 6, 31, 30  # months of the solar year, and their days
# The first day of the solar year 1375 is 20 March 1996.
_EPOCH, _EPOCH_YEAR = date(1996, 3, 20).toordinal(), 1375
_CYCLE = 33  # years in which eight are leap years
_LEAPS = frozenset((1, 5, 9, 13, 17, 22, 26, 30))  # years of a cycle


def buddhist(year: int) -> int:
    """Our year for one of Thailand's; any other year as it is."""
    return year - _BUDDHA if year in _BUDDHIST else year


def of_other_calendar(day: Day) -> Day | None:
    """Our day for one printed in Iran's or Thailand's years; any other as it is."""
    year, month, number = day
    if year in _SOLAR:
        return solar_hijri(*day)
    return buddhist(year), month, number


def solar_hijri(year: int, month: int, day: int) -> Day | None:
    """Our day for one of the solar Hijri calendar; None for one that it has not got."""
    long = month <= _FIRST_HALF
    if year not in _SOLAR or not (1 <= month <= 12 and 1 <= day <= (_LONG if long else _SHORT)):
        return None
    leaps = sum(past % _CYCLE in _LEAPS for past in range(_EPOCH_YEAR, year))
    if month == 12 and day == _SHORT and year % _CYCLE not in _LEAPS:
        return None
    before = (month - 1) * _SHORT + min(month - 1, _FIRST_HALF)
    found = date.fromordinal(_EPOCH + (year - _EPOCH_YEAR) * 365 + leaps + before + day - 1)
    return found.year, found.month, found.day


def number_of(printed: str) -> int:
    """`13`, `十三`, `二十三`, `〇二` as a number; 0 where the characters make none."""
    if printed.isascii() and printed.isdigit():
        return int(printed)
    printed = printed.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = printed.partition("十")
    if not ten:
        digits = "".join(CHINESE_DIGITS.get(one, "") for one in printed)
        return int(digits or 0)
    both = [CHINESE_DIGITS.get(one) for one in (tens or "一", ones or "〇")]
    return int("".join(filter(None, both))) if all(both) else 0


def century(short: int, now: datetime | None) -> int | None:
    """The year a two-digit one stands for, or None where neither century is plausible."""
    newest = now.year + 1 if now else 2049
    if 2000 + short <= newest:
        return 2000 + short
    return 1900 + short if short >= 70 else None
