"""Links to the archive of a month, as blogs and institutes have them beside their lists."""

from __future__ import annotations

import re

from newscrawl.text.date_names import MONTHS
from newscrawl.text.patterns import any_word

# 2026年10月, 2026-10, October 2026, octubre de 2026, 10月; how many posts it has behind it.
_MONTH = re.compile(
    r"[\W_]*(?:(?:19|20)\d\d\s?[-/.年년]\s?\d{1,2}\s?[月월]?|\d{1,2}\s?[月월]"
    rf"|(?:{any_word(MONTHS)})\.?(?:\sde)?,?(?:\s(?:19|20)\d\d)?)[\W_]*(?:\(\d{{1,5}}\))?\s*",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_LONGEST = 60  # characters of such a name
# /2026/10/, /202610/, ?date=2026-10, ?y=2026&m=10: a month in an address, with no day behind it.
_MONTHS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:[-/_]?|&\w{1,9}=)(?P<month>0?[1-9]|1[0-2])"
    r"(?=/?$|/?[?&#]|/page|/index|\.\w{2,5}$)",
    re.ASCII,
)


def years_of(url: str) -> list[int]:
    """The years in an address, in their order."""
    return [int(one) for one in _YEARS.findall(url)]


def month_of(url: str) -> tuple[int, int] | None:
    """The year and month that an address ends in."""
    told = _MONTHS.search(url)
    return (int(told["year"]), int(told["month"])) if told else None


def archived_month(text: str, url: str) -> tuple[int, int] | None:
    """The month whose archive a link leads to: it is called one, and its address ends in one."""
    called = len(text) < _LONGEST and _MONTH.fullmatch(text)
    return month_of(url) if called else None
