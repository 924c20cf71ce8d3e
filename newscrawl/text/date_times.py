"""The time of day beside a printed date, and its zone."""

from __future__ import annotations

import re
from typing import NamedTuple

from newscrawl.text.date_names import WEEKDAYS
from newscrawl.text.date_tables import AFTERNOON, MORNING, ZONES


class Clock(NamedTuple):
    """A printed time and its place in the text.

    `second` is None where only minutes are printed, `offset` (minutes) where no zone is.
    """

    hour: int
    minute: int
    second: int | None
    offset: int | None
    start: int
    end: int


_HALF = (
    r"凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|晚间|晚|午前|午後|오전|오후"
    r"|[ap]\.?m\.?(?![a-z])"
)
# What stands behind a clock of twelve, and what says that 10.30 is one.
_HALF_BEHIND = (
    r"[ap]\.?\s?m\b\.?|[πμ]\.?\s?μ\.?(?!\w)|صباح[اًا]{1,2}|مساء[اًا]{0,2}"
    r"|بعد\s?از\s?ظهر|عصر|[صم](?!\w)|(?-i:SA|CH)\b"
)
_AT = (
    r"at|um|u|kl\.?|klo|klokken|kell|plkst\.?|val\.|à|a\ las|alle(?:\ ore)?|às|[àa]s|ore|ora|hora"
    r"|ob|v|o"
    r"|godz\.?|saat|pukul|jam|lúc|в|у|о|об|ώρα|στις|الساعة|ساعت|שעה|בשעה|เวลา"
)
_DOTTED = r"(?(at)\.(?=[0-5][0-9](?![0-9.]))|\.(?=[0-5][0-9]\s?(?:WI[BT]A?\b|Uhr\b|น\b|น\.)))"
_CLOCK = rf"""
(?:(?P<before>{_HALF})\s?)?
(?P<hour>[0-9]{{1,2}})
(?:
    (?:\s?[:h时時点點시]\s?|{_DOTTED})(?P<minute>[0-5][0-9]|[0-9](?=\s?[分분]|:[0-9]))
    \s?[分분]?
    (?:(?:\s?:\s?|(?<=[分분])\s?)(?P<second>[0-5]?[0-9])(?![0-9])(?:[.,][0-9]{{1,9}}+(?!\s?[-/.年]))?\s?秒?)?
  | [时時点點시](?P<half>半)?整?(?![间間])
  | (?=\s?[ap]\.?m\.?(?![a-z]))
)
(?![0-9:])
(?:\s?(?P<after>{_HALF_BEHIND}))?
"""
_OFFSET = (
    r"(?P<utc>GMT|UTC)?\s?(?P<sign>[+-])(?P<oh>[01]?[0-9]):?(?P<om>[0-5][0-9])?"
    r"(?![0-9:]|[-/.][0-9A-Za-z])"
)
_NAMED = r"(?P<name>" + "|".join(sorted(ZONES, key=len, reverse=True)) + r")(?![a-z])"
_FLAGS = re.VERBOSE | re.IGNORECASE
_ZONE = re.compile(
    rf"\s?\(?(?:{_OFFSET}|{_NAMED})\)?(?:\[[A-Za-z_]{{2,20}}/[A-Za-z_]{{2,20}}\])?",
    re.IGNORECASE | re.ASCII,  # of any case, but a long ſ is no s of the table's
)
# Between date and time: blanks, punctuation, a weekday, "at". Possessive, so linear.
_AFTER = re.compile(
    r"(?:T(?=[0-9])|(?:\s?(?:г(?:ода|\.)?|р(?:оку|\.)|r\.))?+[\s,、.;|·•/\[(\-]{0,40}+"
    r"(?:(?:星期|周|週|礼拜)[一二三四五六日天]"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    rf"|(?:{'|'.join(WEEKDAYS)})(?:-feira)?\b"
    r"|[月火水木金土日월화수목금토일](?:曜日?|요일)?(?=\)))?+"
    rf"[\s,;|·•\])(\-]{{0,20}}+(?:(?P<at>{_AT})\s?:?\s)?+)"
    + _CLOCK,
    _FLAGS,
)  # fmt: skip
_BEFORE = re.compile(
    r"(?<![0-9:.])(?P<at>(?!))?" + _CLOCK + r"(?P<zone>\s[A-Z]{1,4})?[\s,|·\-]{0,5}(?:on\s)?$",
    _FLAGS,
)
_LOOK_BACK = 32  # characters before a day in which its time may stand
# Right behind a compact date: 20230213T090500Z, 20230213090500.
_TIGHT = re.compile(
    r"T?(?P<hour>[0-9]{2}):?(?P<minute>[0-5][0-9])(?::?(?P<second>[0-5][0-9]))?(?:[.,][0-9]{1,9}+)?"
    r"(?![0-9])(?P<before>)(?P<after>)(?P<half>)"
)
_INSIDE = re.compile(
    r"\s(?P<hour>[0-9]{2}):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9])\s(?P<zone>[A-Z]*)"
    r"(?P<before>)(?P<after>)(?P<half>)"
)


def clock_after(text: str, end: int) -> Clock | None:
    """The time that follows a date which ends at `end`."""
    tight = _TIGHT.match(text, end) if text[end - 8 : end].isdigit() else None
    found = tight or _AFTER.match(text, end)
    if found is None:
        return None
    # 09:05-10:30 is a span of hours; -10:30 is a zone only after seconds, T or a blank.
    exact = found["second"] is not None or text[end] == "T" or text.startswith(" ", found.end())
    zone = _ZONE.match(text, found.end())
    offset = _offset(zone) if zone and (exact or zone["name"] or zone["utc"]) else None
    stop = zone.end() if zone and offset is not None else found.end()
    return _clock(found, offset, found.start(), stop)


def clock_inside(text: str, start: int, end: int) -> Clock | None:
    """The time between month and year, as Java prints it."""
    found = _INSIDE.search(text, start, end)
    return _clock(found, ZONES.get(found["zone"].lower()), start, end) if found else None


def clock_before(text: str, start: int, floor: int) -> Clock | None:
    """The time that ends where a date begins, looked for no further back than `floor`."""
    found = _BEFORE.search(text, max(floor, start - _LOOK_BACK), start)
    if found is None:
        return None
    zone = (found["zone"] or "").strip().lower()
    return _clock(found, ZONES.get(zone), found.start(), start)


def _clock(found: re.Match[str], offset: int | None, start: int, end: int) -> Clock | None:
    hour = int(found["hour"])
    half = re.sub(r"[.\s]", "", found["before"] or found["after"] or "").lower()
    if half in AFTERNOON and hour < 12:
        hour += 12
    elif half in MORNING and hour == 12:
        hour = 0
    if hour > 23:
        return None
    minute = 30 if found["half"] else int(found["minute"] or 0)
    second = int(found["second"]) if found["second"] else None
    return Clock(hour, minute, second, offset, start, end)


def _offset(zone: re.Match[str]) -> int | None:
    """Minutes east of Greenwich, or None where no clock on earth is so far off."""
    if zone["name"]:
        return ZONES[zone["name"].lower()]
    minutes = int(zone["oh"]) * 60 + int(zone["om"] or 0)
    minutes = -minutes if zone["sign"] == "-" else minutes
    return minutes if -12 * 60 <= minutes <= 14 * 60 else None
