"""Lists whose pages are days, months or issues: the way back from one to the one before."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from newscrawl.extract.listing.anchors import Link
from newscrawl.extract.listing.model import DAY_BEFORE, NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_links import by_words, followed, is_live, names_of
from newscrawl.extract.listing.shapes import is_counted, is_sibling

# What the way back is called; calendars beside a list say so too: see `_leads_back`.
_EARLIER = re.compile(
    r"^[\W_]*(?:(?:前|上)\s*[一个個]?\s*(?:天|日|周|週|星期|礼拜|月|季度|年|期)|昨[天日]|前の?(?:日|週|月|年)"
    r"|(?:previous|prev|earlier)\s+(?:day|week|month|year|issue)|yesterday)[\W_]*$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"^[\W_]*(?:(?:后|後|下)\s*[一个個]?\s*(?:天|日|周|週|星期|礼拜|期)|明[天日]|次の?(?:日|週)"
    r"|(?:next|following|later)\s+(?:day|week|issue)|tomorrow)[\W_]*$",
    re.IGNORECASE,
)
# The words that no calendar beside a list has: those go by months.
_OF_DAYS = re.compile(r"[天日周週期]|day|week|issue", re.IGNORECASE)
_DATED = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:[-/_.年]?(?:0?[1-9]|1[0-2])(?!\d)|[01]\d[0-3]\d)", re.ASCII
)
_SCRIPT = re.compile(r"\s*javascript:", re.IGNORECASE)
_CALL = re.compile(r"(?<!void)\(")
_MOST_FOLLOWED = 100  # links that are called so; a list has one or two, a calendar one more


def day_before(pager: Pager) -> NextPage | None:
    """The page of the day (month, issue) before, where nothing else leads on."""
    for link in islice(by_words(pager, _EARLIER), _MOST_FOLLOWED):
        found = followed(pager, link, DAY_BEFORE)
        if found and _leads_back(pager.url, found, of_days=_is_of_days(link)):
            return replace(found, rule=DAY_BEFORE)
    return None


def hides_day_before(pager: Pager) -> bool:
    """Whether a script leads to the day before, and where it goes cannot be told."""
    return any(
        _is_of_days(link) and is_live(link) and _CALL.search(_script_of(link))
        for link in by_words(pager, _EARLIER)
    )


def is_of_days(pager: Pager) -> bool:
    """Whether the page is a day's (a week's, an issue's): it leads to the one before or after."""
    there = [*by_words(pager, _EARLIER), *by_words(pager, _LATER)]
    urls = (pager.other(link.href) for link in there if _OF_DAYS.search(link.text))
    return any(is_counted(pager.url, url) or is_sibling(pager.url, url) for url in urls if url)


def _is_of_days(link: Link) -> bool:
    return any(_EARLIER.match(name) and _OF_DAYS.search(name) for name in names_of(link))


def _leads_back(here: str, found: NextPage, *, of_days: bool) -> bool:
    """Whether the link is of this list rather than of a calendar beside it or of the site's menu.

    What tells its days by dates ends where they are none.
    """
    if found.method == "POST":
        return of_days
    there = found.url
    if _DATED.search(here) or _DATED.search(there):
        return bool(_DATED.search(there)) and is_sibling(here, there)
    return is_counted(here, there) or (of_days and is_sibling(here, there))


def _script_of(link: Link) -> str:
    return f"{link.href if _SCRIPT.match(link.href) else ''} {link.element.get('onclick') or ''}"
