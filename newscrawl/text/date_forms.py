"""The shapes in which a day is printed: one pattern and one small reader each.

Patterns run over folded text (`date_tables.FOLD`) and repeat nothing without a bound, so that
200 kB of blanks or digits cost one step each. A reader gives (year, month, day), which may be
impossible (2023-02-30), or None where the shape names no day after all (03/04/2023 without an
order).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newscrawl.text.date_readers import (
    Reader,
    ago,
    cjk,
    compact,
    day_word,
    named,
    named_without_year,
    separated,
    short_year,
    split_slash,
    taiwan,
    without_year,
    year_last,
    ymd,
)
from newscrawl.text.date_tables import DAY_WORDS, ERAS, UNITS


@dataclass(frozen=True, slots=True)
class Form:
    """One shape, tried only on texts that hold a character of `needs`, if there are any."""

    pattern: re.Pattern[str]
    read: Reader
    needs: str = ""


# A neighbour that keeps a bare number from being part of something else.
_CLEAN_LEFT = r"(?<![^\s\[(【〔:|>,;])(?<![0-9]\s)"
_CLEAN_RIGHT = r"(?![^\s\])】,;|<(])"
# 02-13 in running text is more often a span: it must begin or end the text, or a bracket.
_AT_EDGE = r"(?:(?<![^\[(【〔|])|(?=[0-9]{2}-[0-9]{2}(?:$|[\])】|])))"
_NO_DIGITS_LEFT = r"(?<![0-9A-Za-z])(?<![0-9A-Za-z][.\-/])"
_NO_DIGITS_RIGHT = r"(?![0-9])(?![.\-/][0-9]+(?!:|[0-9]))"
_LETTERS = (
    r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u0531-\u0587\u05d0-\u05ea\u0600-\u06ff"
    r"\u10d0-\u10ff]"
)
# A month's name has three letters that are not Chinese in a row.
# Two letters may be a month: دی, मई. Thai ones are cut short within: มี.ค.
# The scripts of India end each with signs of its own for digits.
_SIGNS = (
    r"[\u0600-\u06ff\u0900-\u0963\u0980-\u09e3\u0a00-\u0a65\u0a70-\u0ae3\u0b80-\u0be5\u0c00-\u0c65"
    r"\u0c80-\u0ce5\u0d00-\u0d65\u0d7a-\u0dff\u0e81-\u0ecd\u1000-\u103f\u1780-\u17dd\u200d]"
)
_THAI = r"[\u0e01-\u0e4e]"
_WORD_OF_THREE = re.compile(rf"{_LETTERS}{{3}}|{_SIGNS}{{2}}|{_THAI}")
_NAME = (
    rf"(?P<name>(?:كانون|تشرين)\sال[^\W\d_]{{3,5}}|{_LETTERS}{{3,14}}|{_SIGNS}{{2,14}}"
    rf"|{_THAI}{{1,3}}\.{_THAI}|{_THAI}{{4,10}})\.?(?:\s?/\s?[\u0600-\u06ff]{{3,9}})?"
)
_YEAR = r"(?P<y>[0-9]{4})"
_ERA = "|".join(ERAS)
_CN_YEAR = r"[一二][〇○零OoОо0Ο一二三四五六七八九]{3}"
_CN = r"[〇○零一二三四五六七八九十廿卅]{1,3}"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# Of any case, but a long ſ is no s of the tables'.
_NO_CASE = re.IGNORECASE | re.ASCII
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_WORD = "|".join(sorted(DAY_WORDS, key=len, reverse=True))
# Without 日 the day must end there: 2023年2月13家 is a count, 2 6日 a 26 cut by mark-up.
_DAY_END = r"(?:\s?[日号號일]|(?=[\])】,;|<T]|$|\s(?!\s{0,3}[0-9]\s{0,3}[日号])))"

# Wherever they stand in a text. The order is the order of trust where two begin at one place.
ANYWHERE: tuple[Form, ...] = (
    Form(
        _compile(
            rf"(?:(?P<era>{_ERA})\s?|(?<![0-9〇○零一二三四五六七八九十廿卅]))"
            rf"(?P<y>[0-9]{{1,4}}|{_CN_YEAR})\s{{0,3}}[年년]\s{{0,3}}"
            rf"(?P<m>[0-9]{{1,2}}|{_CN})\s{{0,3}}[月월]\s{{0,3}}"
            rf"(?P<d>[0-9]{{1,2}}(?![0-9])|[〇零一二三四五六七八九十廿卅]{{1,3}}){_DAY_END}"
        ),
        cjk,
        "年년",
    ),
    Form(
        _compile(
            rf"{_NO_DIGITS_LEFT}{_YEAR}(?P<sep>\s?[.\-/·]\s?)(?P<m>[0-9]{{1,2}})(?P=sep)"
            rf"(?P<d>[0-9]{{1,2}}){_NO_DIGITS_RIGHT}"
        ),
        separated,
        ".-/·",
    ),
    Form(
        _compile(
            rf"{_NO_DIGITS_LEFT}(?P<a>[0-9]{{1,2}})(?P<sep>[.\-/])\s?(?P<b>[0-9]{{1,2}})(?P=sep)\s?"
            rf"{_YEAR}{_NO_DIGITS_RIGHT}"
        ),
        year_last,
        ".-/",
    ),
    # 13 tháng 2, 2023; ngày 13 tháng 2 năm 2023
    Form(
        _compile(
            r"(?<![0-9A-Za-z])(?P<d>[0-9]{1,2})\s[tT]háng\s(?P<m>[0-9]{1,2}),?\s(?:năm\s)?"
            rf"{_YEAR}(?![0-9])"
        ),
        ymd,
        "á",
    ),
    # 2023 оны 2-р сарын 13, 2023 оны 02 сарын 13
    Form(
        _compile(
            rf"{_NO_DIGITS_LEFT}{_YEAR}\sоны\s(?P<m>[0-9]{{1,2}})(?:-р)?\sсарын(?:ы)?\s"
            r"(?P<d>[0-9]{1,2})(?![0-9])"
        ),
        ymd,
        "с",
    ),
    # 13 Feb 2023, 13th of February 2023, 13. Februar 2023, 13 de febrero de 2023, 13-Feb-23
    Form(
        _compile(
            r"(?<![0-9A-Za-z])(?<![0-9][.,])(?P<d>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º|ª|°)?"
            rf"[\s\-/]{{0,3}}(?:of\s|d[eE]\s|D[eE]\s|d['’]|ខែ\s?)?{_NAME},?[\s\-/]{{0,3}}"
            r"(?:d[eE]\s|DE\s|del\s|พ\.ศ\.\s?|ឆ្នាំ\s?)?"
            rf"(?P<y>[0-9]{{4}}|(?:(?<=-)|(?<={_THAI}\.)|(?<={_THAI}\.\s))[0-9]{{2}})(?![0-9])"
        ),
        named,
    ),
    # February 13th, 2023; Feb. 13 2023
    Form(
        _compile(
            rf"(?<!{_LETTERS}){_NAME}[\s\-]{{1,3}}(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?"
            rf"(?:\s?,\s?|[\s\-]|\sde\s){_YEAR}(?![0-9])"
        ),
        named,
        " -",
    ),
    # Java's own print of a moment: Mon Feb 13 09:05:00 CST 2023
    Form(
        _compile(
            rf"(?<!{_LETTERS}){_NAME}\s(?P<d>[0-9]{{1,2}})\s[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}\s"
            rf"(?:[A-Z]{{3,4}}\s)?{_YEAR}(?![0-9])"
        ),
        named,
        ":",
    ),
    # 2023. gada 13. februāris
    Form(
        _compile(rf"{_NO_DIGITS_LEFT}{_YEAR}\.?\s(?:gada\s(?P<d>[0-9]{{1,2}})\.\s{_NAME})"),
        named,
        "g",
    ),
    # 2023 Feb 13, 2023-Feb-13, 2023. február 13., 2023 m. vasario 13 d., 2023ko otsailaren 13a
    Form(
        _compile(
            rf"{_NO_DIGITS_LEFT}{_YEAR}(?:[.,]|e?ko|\sm\.)?[\s\-/]{{1,2}}{_NAME}[\s\-/]{{1,2}}"
            r"(?P<d>[0-9]{1,2})(?![0-9])(?:\.(?=[\s,])|\sd\.?(?!\w)|an?\b)?"
        ),
        named,
    ),
    # 2023 жылғы 13 ақпан, 2023-жылдын 13-февралы, 2023-yil 13-fevral
    Form(
        _compile(
            rf"{_NO_DIGITS_LEFT}{_YEAR}[\s\-](?:жылғы|жылдын|жылы|yil|yili|ж\.)\s"
            rf"(?P<d>[0-9]{{1,2}})[\s\-]{_NAME}"
        ),
        named,
    ),
    Form(
        _compile(
            rf"{_CLEAN_LEFT}{_YEAR}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})"
            rf"(?:(?=T[0-9])|(?=[0-9]{{6}}(?![0-9]))|(?![0-9]){_CLEAN_RIGHT})"
        ),
        compact,
    ),
    Form(
        _compile(
            rf"{_CLEAN_LEFT}{_YEAR}\s(?P<m>[0-9]{{2}})[\s/\-](?P<d>[0-9]{{2}})"
            rf"(?!\s[0-9]+(?![0-9:])){_CLEAN_RIGHT}"
        ),
        ymd,
        " ",
    ),
    Form(
        _compile(
            rf"{_CLEAN_LEFT}(?P<a>[0-9]{{2}})(?P<sep>[\-./])(?P<b>[0-9]{{2}})(?P=sep)"
            rf"(?P<c>[0-9]{{2}}){_CLEAN_RIGHT}"
        ),
        short_year,
        ".-/",
    ),
    # 2月13日，2023年
    Form(
        _compile(
            r"(?<![0-9年])(?P<m>[0-9]{1,2})\s?月\s?(?P<d>[0-9]{1,2})\s?[日号]\s?,?\s?"
            rf"{_YEAR}\s?年"
        ),
        ymd,
        "月",
    ),
    # 五月 9, 2024: an English theme of WordPress with Chinese months
    Form(
        _compile(rf"(?<![0-9年])(?P<m>{_CN})月\s(?P<d>[0-9]{{1,2}}),\s?{_YEAR}(?P<era>)(?![0-9])"),
        cjk,
        "月",
    ),
    Form(
        _compile(
            r"(?<![0-9年])(?<!年\s)(?P<m>[0-9]{1,2})\s?(?P<cjk>月)\s?(?P<d>[0-9]{1,2})\s?[日号]"
        ),
        without_year,
        "月",
    ),
    Form(
        _compile(
            rf"{_CLEAN_LEFT}{_AT_EDGE}(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}}){_CLEAN_RIGHT}(?!\s[0-9]{{4}}(?![0-9]))"
        ),
        without_year,
        "-",
    ),
    Form(
        re.compile(
            rf"{_CLEAN_LEFT}(?P<n>[0-9]{{1,3}})\s?(?P<unit>{_UNIT})\s?(?:之?前|ago){_CLEAN_RIGHT}",
            _NO_CASE,
        ),
        ago,
        "前oO",
    ),
    Form(
        re.compile(
            rf"{_CLEAN_LEFT}(?P<word>{_WORD})(?=\s?[0-9]{{1,2}}:|{_CLEAN_RIGHT}(?!\s[^\s0-9]))",
            _NO_CASE,
        ),
        day_word,
        "刚剛今昨前jJtTyY",
    ),
)

_NEEDED = frozenset("".join(form.needs for form in ANYWHERE))


def forms_for(text: str) -> tuple[tuple[int, Form], ...]:
    """The shapes that may stand in `text`, each with its place in the order of trust."""
    word = _WORD_OF_THREE.search(text)
    return _forms_with(_NEEDED.intersection(text), has_word=word is not None)


@lru_cache(maxsize=1024)
def _forms_with(characters: frozenset[str], *, has_word: bool) -> tuple[tuple[int, Form], ...]:
    """Those that find what they need among some characters, and a month's name where they do."""
    return tuple(
        (rank, form)
        for rank, form in enumerate(ANYWHERE)
        if (has_word or form.read is not named)
        and (not form.needs or not characters.isdisjoint(form.needs))
    )


# Only as the whole of a field: split boxes and shapes too loose for running text.
WHOLE: tuple[Form, ...] = (
    # 113/11/20: Taiwan's years, which have three digits since 2011 (113年 may be any count)
    Form(
        _compile(r"(?P<y>1[0-9]{2})(?P<sep>[\-./])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})"),
        taiwan,
    ),
    # `13` over `2023-02`, run together or apart; `13 2023年02月`
    Form(_compile(rf"(?P<d>[0-9]{{1,2}})日?\s?{_YEAR}\s?[\-./年\s]\s?(?P<m>[0-9]{{1,2}})月?"), ymd),
    Form(_compile(rf"(?P<m>[0-9]{{1,2}})[\-.月]\s?(?P<d>[0-9]{{1,2}})日?,?\s?{_YEAR}年?"), ymd),
    Form(_compile(rf"(?P<m>[0-9]{{1,2}})[/\s]\s?(?P<d>[0-9]{{1,2}}),?\s?{_YEAR}年?"), split_slash),
    Form(_compile(rf"{_YEAR}(?P<m>[0-9]{{2}})[\s/\-](?P<d>[0-9]{{1,2}})日?"), ymd),
    Form(
        _compile(rf"{_YEAR}\s?[\-./年\s]\s?(?P<m>[0-9]{{1,2}})[\-./月\s]\s?(?P<d>[0-9]{{1,2}})日?"),
        ymd,
    ),
    Form(_compile(rf"(?P<d>[0-9]{{1,2}})日?\s(?P<m>[0-9]{{1,2}})月\s?[,/]?\s?{_YEAR}年?"), ymd),
    Form(
        _compile(rf"(?P<d>[0-9]{{1,2}})\s?日?\s(?P<m>{_CN})月,?\s?(?P<y>[0-9]{{4}})(?P<era>)年?"),
        cjk,
    ),
    Form(_compile(rf"(?P<d>[0-9]{{1,2}})\s?{_YEAR}\s?{_NAME}"), named),
    Form(_compile(rf"{_NAME}\s?(?P<y>[0-9]{{4}})\s(?P<d>[0-9]{{1,2}})"), named),
    Form(_compile(r"(?P<m>[0-9]{1,2})[\-./](?P<d>[0-9]{1,2})"), without_year),
    Form(_compile(r"(?P<d>[0-9]{1,2})日?\s(?P<m>[0-9]{1,2})(?P<cjk>月)"), without_year),
    Form(_compile(r"(?P<m>[0-9]{1,2})(?P<cjk>月)\s?(?P<d>[0-9]{1,2})"), without_year),
    Form(_compile(rf"(?P<d>[0-9]{{1,2}})\s?{_NAME}"), named_without_year),
    Form(_compile(rf"{_NAME}\s?(?P<d>[0-9]{{1,2}})"), named_without_year),
)
