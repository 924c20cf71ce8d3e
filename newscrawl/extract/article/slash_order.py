"""Whether 07/12/2024 is July or December on a Chinese page, where none is used to such dates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newscrawl.sites.model import DateOrder

_SLASHED = re.compile(
    r"(?<![\d/])0?(?P<a>\d|1[0-2])/0?(?P<b>\d|1[0-2])/(?:19|20)\d\d(?![\d/])"
    r"(?P<american>\s*\d{1,2}:\d\d(?::\d\d)?\s*[AP]M\b)?"
)


def proved_order(dates: Iterable[str], body: str) -> DateOrder | None:
    """The order of a page's slashed dates, where something proves it; None where nothing does.

    A clock with AM or PM behind the day is a server's that writes the month first. Else the text
    must name the one day (7月12日, the first of a span that is announced) and not the other.
    """
    for text in dates:
        found = _SLASHED.search(text) if "/" in text else None
        if found is None:
            continue
        if found["american"]:
            return "mdy"
        a, b = found["a"], found["b"]
        month_first, day_first = _is_named(a, b, body), _is_named(b, a, body)
        if month_first != day_first:
            return "mdy" if month_first else "dmy"
    return None


def _is_named(month: str, day: str, body: str) -> bool:
    return re.search(rf"(?<!\d)0?{month}\s?月\s?0?{day}\s?日", body) is not None
