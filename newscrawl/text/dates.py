"""Dates as pages print them: read, never guessed.

What is not printed is not there: no day is invented for a month, no order for 03/04/2023, no zone
for a time (the site's own is written and said to be the site's), no year without a reference time.
No clock is read; who wants `3天前` or `02-13` resolved passes `now`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal, NamedTuple

from newscrawl.text.date_forms import WHOLE, forms_for
from newscrawl.text.date_readers import MAX_MONTH, Context, Day, Order
from newscrawl.text.date_tables import FOLD, LEAD_WORDS
from newscrawl.text.date_times import Clock, clock_after, clock_before, clock_inside

__all__ = [
    "PrintedDate",
    "find_dates",
    "first_date",
    "impossible_date",
    "join_split_date",
    "parse_date",
    "parse_epoch",
    "slash_order",
]
Precision = Literal["day", "minute", "second"]
FIRST_YEAR, LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as precise as printed; `raw` = the input's `[start:end]`.

    `iso` is `2023-02-13` or `2023-02-13T09:05:00+08:00`; `zone_by` says whose offset that is and
    is None where none is known, as where only a day is printed.
    """

    iso: str
    precision: Precision
    zone_by: Literal["page", "site default"] | None
    raw: str
    start: int
    end: int


class _Hit(NamedTuple):
    start: int
    end: int
    day: Day


def find_dates(
    text: str,
    *,
    now: datetime | None = None,
    zone: str | None = "+08:00",
    order: Order | None = None,
) -> tuple[PrintedDate, ...]:
    """Every date printed in `text`, in order, none overlapping another.

    `now` (the fetch time; a naive one is in `zone`) is what `3天前` and `02-13` count from; `zone`
    is `+HH:MM`, the site's, or None: then a time without a zone stays without one. Raises
    ValueError for another `zone`.
    """
    return tuple(_dates_in(text, now, zone, order))


def first_date(
    text: str,
    *,
    now: datetime | None = None,
    zone: str | None = "+08:00",
    order: Order | None = None,
) -> PrintedDate | None:
    """The first of `find_dates`, the others left unread; None where there is none."""
    return next(_dates_in(text, now, zone, order), None)


def _dates_in(
    text: str, now: datetime | None, zone: str | None, order: Order | None
) -> Iterator[PrintedDate]:
    folded, context = text.translate(FOLD), _context(now, zone, order)
    floor = 0
    for hit in _sweep(folded, context):
        if hit.start < floor or not _exists(hit.day):
            continue  # or its number is the seconds of the one before
        one = _printed(text, folded, hit, floor, zone)
        yield one
        floor = one.end


def parse_date(
    text: str,
    *,
    now: datetime | None = None,
    zone: str | None = "+08:00",
    order: Order | None = None,
) -> PrintedDate | None:
    """The first date of a date field's value, or None where the value is something else.

    Brackets, a weekday and trailing junk (`来源：…`) may stand around it; prose may not, and a
    span of days is no date. Arguments as for `find_dates`.
    """
    plain = _ISO.fullmatch(text)
    if plain and _exists(day := (int(plain[1]), int(plain[2]), int(plain[3]))):
        return PrintedDate(_iso_day(day), "day", None, text, 0, len(text))
    folded, context = text.translate(FOLD), _context(now, zone, order)
    for hit in _whole(folded, context):
        if _exists(hit.day):
            one = _printed(text, folded, hit, hit.start, zone)
            if not folded[one.end :].strip(_PUNCTUATION):
                return one
    first = next(_sweep(folded[:_FIELD_LENGTH], context), None)
    if first is None or not _exists(first.day):
        return None
    one = _printed(text, folded, first, 0, zone)
    return one if _is_lead(folded[: one.start]) and _is_junk(folded[one.end :]) else None


def join_split_date(
    parts: Sequence[str],
    *,
    now: datetime | None = None,
    zone: str | None = "+08:00",
    order: Order | None = None,
) -> PrintedDate | None:
    """One date out of the boxes a design cut it into: `13` and `2023-02`, `02/13` and `2023`.

    `raw` and its place are of the boxes joined by blanks. Month comes first in a slashed box,
    unless `order` is `dmy` or the numbers say otherwise.
    """
    joined = " ".join(one for one in (part.strip() for part in parts) if one)
    if len(joined) > _FIELD_LENGTH:
        return None
    return parse_date(joined, now=now, zone=zone, order=order)


def parse_epoch(value: str | float, *, zone: str = "+08:00") -> PrintedDate | None:
    """Unix seconds (10 digits) or milliseconds (13) as a date in `zone`; None for others."""
    raw = value if isinstance(value, str) else str(value).partition(".")[0]
    printed = _EPOCH.fullmatch(raw.strip())
    if printed is None:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(printed[1]))
    local = moment.astimezone(_timezone(zone))
    if local.year > LAST_YEAR:
        return None
    return PrintedDate(local.isoformat(), "second", "page", raw, 0, len(raw))


def impossible_date(text: str) -> str | None:
    """The first text shaped like a date that no calendar has (`2023-02-30`, `0000-00-00`)."""
    folded = text.translate(FOLD)
    for hit in _sweep(folded, Context(None, None)):
        year = hit.day[0]
        in_range = FIRST_YEAR <= year <= LAST_YEAR or year in _SENTINELS
        if in_range and not _exists(hit.day) and _LONG_YEAR.search(folded, hit.start, hit.end):
            return text[hit.start : hit.end]
    return None


def slash_order(texts: Iterable[str]) -> Order | None:
    """The order that the slashed dates of one page prove together, for `order` of the others.

    None where none proves it (`03/04/2023`) or where two prove opposites.
    """
    proved: set[Order] = set()
    for text in texts:
        for found in _SLASHED.finditer(text.translate(FOLD)):
            first, second = int(found[1]), int(found[3])
            if min(first, second) <= MAX_MONTH < max(first, second):
                proved.add("dmy" if first > second else "mdy")
    return proved.pop() if len(proved) == 1 else None


_SLASHED = re.compile(
    r"(?<![0-9/\-])([0-9]{1,2})(?P<sep>[/\-])([0-9]{1,2})(?P=sep)[0-9]{4}(?![0-9/\-])"
)
_SENTINELS = (0, 1, 9999)  # what systems write for "no date"
_LONG_YEAR = re.compile("[0-9]{4}[^0-9]|[^0-9][0-9]{4}|年")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_EPOCH = re.compile(r"([0-9]{10})(?:[0-9]{3})?")
_OFFSET = re.compile(r"([+-])([01][0-9]):([0-5][0-9])")
_FIELD_LENGTH = 400  # characters of a field that is read
_JUNK_LENGTH = 6  # characters behind a date that need not be known
_PUNCTUATION = " \t[]()【】〔〕<>|｜·,，.。:;；、-_/「」"
# What follows a date in one field with it. A label, or the start of one.
_JUNK = re.compile(
    r"来源|來源|信息|作者|撰稿|供稿|文章|文/|图/|浏览|阅读|点击|访问|人气|查看|次数|编辑|责任|审核|发布|发表"
    r"|更新|字体|字号|字號|打印|分享|关闭|收藏|【|\[|大中小|字|稿源|记者|通讯员|摄影|单位|部门|栏目|分类|[0-9]{1,7}次"
    r"|by\b|author|source|views?|hits|share|print|updated|last|posted|published|comments?"
    r"|[0-9]{4}[-/.年]",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\s?(?:至|到|~|～|—|–|--|to\b|-)\s?[0-9]")
_LETTER = re.compile(r"[^\W\d_]")


def _sweep(folded: str, context: Context) -> Iterator[_Hit]:
    """The hits of all shapes, left to right; the first to begin keeps the place."""
    hits = [
        (found.start(), rank, _Hit(found.start(), found.end(), day))
        for rank, form in forms_for(folded)
        for found in form.pattern.finditer(folded)
        if (day := form.read(found, context)) is not None
    ]
    end = 0
    for start, _, hit in sorted(hits):
        if start >= end:
            yield hit
            end = hit.end


def _whole(folded: str, context: Context) -> Iterator[_Hit]:
    """The hits of the shapes that are dates only where nothing else is in the field."""
    start = len(folded) - len(folded.lstrip(_PUNCTUATION))
    if len(folded) - start > _WHOLE_LENGTH:
        return
    for form in WHOLE:
        found = form.pattern.match(folded, start)
        day = form.read(found, context) if found else None
        if found and day:
            yield _Hit(found.start(), found.end(), day)


_WHOLE_LENGTH = 40  # characters of a date with its time and zone


def _printed(text: str, folded: str, hit: _Hit, floor: int, zone: str | None) -> PrintedDate:
    clock = (
        clock_inside(folded, hit.start, hit.end)
        or clock_after(folded, hit.end)
        or clock_before(folded, hit.start, floor)
    )
    if clock is None:
        raw = text[hit.start : hit.end]
        return PrintedDate(_iso_day(hit.day), "day", None, raw, hit.start, hit.end)
    start, end = min(hit.start, clock.start), max(hit.end, clock.end)
    by: Literal["page", "site default"] | None = "page"
    if clock.offset is None:
        by = "site default" if zone else None
    iso = f"{_iso_day(hit.day)}T{_iso_clock(clock)}{_iso_zone(clock.offset, zone)}"
    precision: Precision = "minute" if clock.second is None else "second"
    return PrintedDate(iso, precision, by, text[start:end], start, end)


def _exists(day: Day) -> bool:
    if not FIRST_YEAR <= day[0] <= LAST_YEAR:
        return False
    try:
        date(*day)
    except ValueError:
        return False
    return True


def _iso_day(day: Day) -> str:
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"


def _iso_clock(clock: Clock) -> str:
    return f"{clock.hour:02d}:{clock.minute:02d}:{clock.second or 0:02d}"


def _iso_zone(offset: int | None, zone: str | None) -> str:
    if offset is None:
        return zone or ""
    sign = "-" if offset < 0 else "+"
    return f"{sign}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"


@lru_cache(maxsize=64)
def _timezone(zone: str) -> timezone:
    found = _OFFSET.fullmatch(zone)
    if found is None:
        raise ValueError(f"not a zone of the form +08:00: {zone!r}")
    away = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(-away if found[1] == "-" else away)


def _context(now: datetime | None, zone: str | None, order: Order | None) -> Context:
    local = _timezone(zone or "+00:00")
    if now is not None:
        now = now.replace(tzinfo=local) if now.tzinfo is None else now.astimezone(local)
    return Context(now, order)


def _is_lead(before: str) -> bool:
    """Whether what stands before the date is brackets, a weekday, `published on`."""
    words = (word.strip(_PUNCTUATION) for word in before.lower().split())
    return len(before) <= _WHOLE_LENGTH and all(
        word in LEAD_WORDS or word.startswith("星期") or not _LETTER.search(word) for word in words
    )


def _is_junk(after: str) -> bool:
    """Whether what stands behind the date is not prose that goes on, nor the end of a span."""
    if _SPAN.match(after):
        return False
    rest = after.strip(_PUNCTUATION)
    return len(rest) <= _JUNK_LENGTH or _JUNK.match(rest) is not None
