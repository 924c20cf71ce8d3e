"""Where a day stands in a line of text, and what the line says besides."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.text.dates import find_dates

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
# 8 June 2023, 8. Juni 2023, 1er juin 2023, 8 de junio de 2023, 8 июня 2023, 8 มิ.ย. 66,
# ٨ يونيو ٢٠٢٣: some word is a month's, and the year may be another calendar's.
_WORDED = (
    r"(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?[^\W\d_][^\s\d,.]{1,13}\.?,?\s(?:del?\s|năm\s)?\d{4}(?!\d)"
    r"|\s[ก-๎]{1,3}\.[ก-๎]\.\s?\d\d|\s[tT]háng\s\d{1,2},?\s(?:năm\s)?\d{4}(?!\d)"
)
_ENGLISH = rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d|\d{{1,2}}(?:{_WORDED})"
# Years of Japan's emperors and of Taiwan: 令和5年, 民國112年.
_ERA_YEAR = r"\s?(?:\d{1,3}|元)\s?年"
# As members of a set all digits are looked up at once; \d is asked for by itself, which takes half
# as long again.
_DIGITS = "".join(filter(str.isdecimal, map(chr, range(0x10000))))
# Looked for by its first character, which the lookaheads and lookbehinds then tell apart.
DATE_LIKE = re.compile(
    rf"[{_DIGITS}二JFMASOND令平民中月]"
    r"(?:(?:(?<=[1１])[9９]|(?<=[2２٢۲])[0０٠۰]|(?<=[1۱])[34۳۴](?=\d\d/\d))\d\d(?:\s*[-./年／．－–—·]\s*\d{1,2}(?!\d)|(?:\.|\sm\.|e?ko)\s[^\W\d_]{3,14}\s\d{1,2}(?!\d))"
    r"|(?<=\d)\d?\s*[-/.]\s*\d{1,2}\s*[-/.]\s*(?:19|20|25|٢٠|۲۰)\d\d|(?<=二)[〇○零]"
    rf"|(?<=[令平])[和成]{_ERA_YEAR}|(?<=[民中])(?:華民)?[國国]{_ERA_YEAR}"
    rf"|(?<=\d)\d?(?:{_WORDED})|(?<=月)\s\d{{1,2}},\s?(?:19|20)\d\d"
    rf"|(?<=[JFMASOND])(?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)[a-z]{{0,6}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)"
)
# | 17-08-14 | and （15/12/09）: a year of two digits is one where nothing else stands on the line.
SHORT_YEAR = re.compile(
    r"[0-49]\d(?<![\d.:/-]\d\d)(?:([-./])(?:0[1-9]|1[0-2])\1[0-3]\d|年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)(?![\d./-])"
)
DATE_PARTS = re.compile(
    r"(?:[1１][9９]|[2２٢۲][0０٠۰]|[1۱][34۳۴](?=\d\d/))\d\d\s*[-./年／．－–—·]\s*\d{1,2}\s*[-./月／．－–—·]\s*\d{1,2}\s*日?|\d{1,2}[-./]\d{1,2}[-./](?:19|20|25|٢٠|۲۰)\d\d|\d{1,2}\s*[:：时]\s*\d{1,2}(?:\s*[:：分]\s*\d{1,2}秒?)?|\d{1,2}h\d\d|[一二三四五六七八九十]{1,3}月\s\d{1,2},\s?(?:19|20)\d\d|(?:19|20)\d\d(?:\.|\sm\.|e?ko)\s[^\W\d_]{3,14}\s\d{1,2}(?:\.|\sd\.|an?\b)?|https?://\S+|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[上下]午(?=\s?\d)|(?<=\d)\s(?:ET|E[SD]T|PT|P[SD]T|HKT|GMT|UTC|CST|BJT|SGT|MYT)\b|(?:凌晨|早上|中午|晚上)(?=\s?\d)"
    r"|二[〇○零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    rf"|{_ENGLISH}|(?:令和|平成|中?華?民[國国]){_ERA_YEAR}\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}}\b"
)
# What a day in words has, which the pattern above does not know: Mart 14, 2024, 14-Mar-2024.
_FOUR_DIGITS, _IN_WORDS = re.compile(rf"[{_DIGITS}]\d{{3}}"), re.compile(r"[^\W\d_\u3400-\u9fff]")
_LINE = 80  # characters of a line that is hardly more than a date


# Every day has two digits, but for 二〇二三年 and years of an era. Most lines have none, or one.
# The one is looked for behind the other, not from each of those that could be the first.
_FIRST, _SECOND = re.compile(f"[{_DIGITS}二元]"), re.compile(f"[{_DIGITS}〇○零年]")


def may_hold_day(text: str) -> bool:
    """Whether there is anything in a text that a day could be read from: quick."""
    first = _FIRST.search(text)
    return first is not None and _SECOND.search(text, first.end()) is not None


def day_in(text: str) -> int | None:
    """Where a day with its whole year begins, in numbers or in the words of any language."""
    if not may_hold_day(text):
        return None
    like = DATE_LIKE.search(text)
    if like is not None:
        return like.start()
    days = days_in_words(text)
    return days[0][0] if days else None


def date_in(text: str) -> int | None:
    """Where a date begins in a line that is a byline: one with a year of two digits is one, too."""
    if not may_hold_day(text):
        return None
    return _date_once(text) if len(text) <= _LINE else _date_in(text)


def _date_in(text: str) -> int | None:
    like = DATE_LIKE.search(text) or SHORT_YEAR.search(text)
    if like is not None:
        return like.start()
    days = days_in_words(text)
    return days[0][0] if days else None


_date_once = lru_cache(maxsize=1024)(_date_in)  # several questions about a line ask for it


def without_dates(text: str, by: str = "") -> str:
    """A text without the dates and times in it."""
    rest = DATE_PARTS.sub(by, text)
    for start, end in reversed(days_in_words(rest)):
        rest = f"{rest[:start]}{by}{rest[end:]}"
    return rest


def days_in_words(text: str) -> tuple[tuple[int, int], ...]:
    """The places of the days in a short text that are printed with the word of a month."""
    if len(text) > _LINE or not _FOUR_DIGITS.search(text):
        return ()
    return _days_in_words(text)


@lru_cache(maxsize=4096)
def _days_in_words(text: str) -> tuple[tuple[int, int], ...]:
    found = find_dates(text)
    return tuple((one.start, one.end) for one in found if _IN_WORDS.search(one.raw))
