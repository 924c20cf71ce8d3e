"""Moments as machines write them, read without a look at all the shapes that people print."""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(
    r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
    r"(?P<clock>[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?"
    r"|T[0-9]{2}:[0-9]{2}:[0-9]{2}(?P<zone>Z|[+-][01][0-9]:[0-5][0-9]))?"
)
# RFC 822: Mon, 13 Feb 2023 09:05:00 +0800
_MAIL = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), ([0-9]{1,2}) ([A-Z][a-z]{2}) ((?:19|20)[0-9]{2})"
    r" ([0-9]{2}):([0-9]{2}):([0-9]{2}) (?:GMT|([+-][01][0-9])([0-5][0-9]))"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = {name: number for number, name in enumerate(_MONTHS, 1)}


def machine_moment(text: str, *, zone: str | None = None) -> str | None:
    """A day or moment as feeds and sitemaps write it, ISO 8601; None for any other spelling.

    A moment that tells no zone is in `zone`, or has none.
    """
    try:
        if iso := _ISO.fullmatch(text):
            if not iso["clock"]:
                return date.fromisoformat(text).isoformat()
            moment = datetime.fromisoformat(text).isoformat()
            return moment if iso["zone"] else f"{moment}{zone or ''}"
        mail = _MAIL.fullmatch(text)
        return _of_mail(*mail.groups("")) if mail else None
    except ValueError:
        return None


def _of_mail(
    day: str, month: str, year: str, hour: str, minute: str, second: str, ahead: str, rest: str
) -> str | None:
    """A moment of RFC 822; -0000 is one of no known zone."""
    number = _MONTH.get(month)
    if number is None or (ahead, rest) == ("-00", "00"):
        return None
    printed = f"{year}-{number:02d}-{int(day):02d}T{hour}:{minute}:{second}"
    return datetime.fromisoformat(f"{printed}{ahead or '+00'}:{rest or '00'}").isoformat()
