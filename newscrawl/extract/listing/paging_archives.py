"""Lists kept as archives of years or months: the way on is the archive of the one before."""

from __future__ import annotations

import re

from newscrawl.extract.listing.model import MONTH_BEFORE, YEAR_BEFORE, NextPage
from newscrawl.extract.listing.months import archived_month, month_of, years_of
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_periods import period_before
from newscrawl.extract.listing.shapes import is_sibling

_YEAR = re.compile(r"[\W_]*((?:19|20)\d\d)\s*年?[\W_]*")
# An archive of what is to come has no end, and is none of posts: /news/calendar/2026/10/.
_TO_COME = re.compile(r"calend|kalend|event|termin|agenda|veranstalt|rili", re.IGNORECASE)


def archive_before(pager: Pager) -> NextPage | None:
    """The archive of the month or the year before, where those are all that leads on."""
    return _month_before(pager) or _year_before(pager) or period_before(pager)


def further_archive(pager: Pager) -> NextPage | None:
    """The archive before the one whose last page this is."""
    if years_of(pager.url) or month_of(pager.url):
        return archive_before(pager)
    return period_before(pager)


def _month_before(pager: Pager) -> NextPage | None:
    months: dict[tuple[int, int], str] = {}
    for link in pager.links:
        told = archived_month(link.text, link.url)
        url = pager.other(link.href) if told else None
        if url and told and _is_ours(pager, url) and not _TO_COME.search(url):
            months.setdefault(told, url)
    own = month_of(pager.url)
    # Under the archive's own address stand the newest posts, the last one in the midst of a month.
    last = pager.days[-1] if pager.days else ""
    reached = month_of(f"{last[:7]}/") if last else None
    earlier = [month for month in months if (month < own if own else month <= (reached or month))]
    return NextPage(url=months[max(earlier)], rule=MONTH_BEFORE) if earlier else None


def _is_ours(pager: Pager, url: str) -> bool:
    """Whether an archive is this list's rather than the whole site's."""
    years = years_of(pager.url)
    around = pager.url.partition(str(years[0]))[0] if years else pager.url
    return is_sibling(pager.url, url) or is_sibling(around, url)


def _year_before(pager: Pager) -> NextPage | None:
    years: dict[int, str] = {}
    for link in pager.links:
        told, url = _YEAR.fullmatch(link.text), pager.other(link.href)
        if told and url and told[1] in url and _is_ours(pager, url):
            years.setdefault(int(told[1]), url)
    own = min(years_of(pager.url), default=9999)
    earlier = [year for year in years if year < own]
    return NextPage(url=years[max(earlier)], rule=YEAR_BEFORE) if earlier else None
