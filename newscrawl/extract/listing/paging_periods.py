"""Years and months that part a list, in boxes to choose from and tabs that are no links.

They do where all rows are of the one that is shown: where a list shows all of its posts, a choice
filters them. A GET asks for the one before; where none does, the user is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from newscrawl.extract.listing.around import is_another_box
from newscrawl.extract.listing.ending import elements_behind
from newscrawl.extract.listing.model import MONTH_BEFORE, YEAR_BEFORE, NextPage
from newscrawl.extract.listing.months import month_of, years_of
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_box import option_address
from newscrawl.extract.listing.paging_numbers import is_current
from newscrawl.extract.listing.shapes import is_sibling

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHOICES = ("option", "li", "button")
_PERIOD = re.compile(r"\s{0,9}((?:19|20)\d\d)(?:[-/.年](\d{1,2}))?[年月]?\s{0,9}", re.ASCII)
_BOXES = 10  # of one page that part its rows
_LONGEST = 30  # characters of a choice
_YEAR = 4  # characters

Choices = Mapping[str, "HtmlElement"]  # of one box, by their year or month: 2023, 2023-02


@dataclass(frozen=True, slots=True)
class _Part:
    """The choices of a box, the one that the page is of, and whether the page says so."""

    choices: Choices
    own: str
    shown: bool

    @property
    def before(self) -> str:
        """The choice to follow the page: the one before it; its own where it is not shown."""
        there = [one for one in self.choices if one < self.own]
        return max(there if self.shown else [*there, self.own], default="")


def period_before(pager: Pager) -> NextPage | None:
    """The year or month before the page's own, where a GET fetches it."""
    for part in pager.answer(_parts):
        url = option_address(pager, part.choices[part.before])
        if url and is_sibling(pager.url, url):
            rule = YEAR_BEFORE if len(part.own) == _YEAR else MONTH_BEFORE
            return NextPage(url=url, rule=rule)
    return None


def unfollowed_period(pager: Pager, first: HtmlElement) -> str:
    """The year or month before the page's own, where a choice right above the `first` row has it.

    Not where its choices lead to other pages.
    """
    for part in pager.answer(_parts):
        box = part.choices[part.own].getparent()
        addresses = (option_address(pager, one) for one in part.choices.values())
        if part.shown and box is not None and _is_above(box, first) and not any(addresses):
            return part.before
    return ""


def _parts(pager: Pager) -> list[_Part]:
    """The boxes of choices that part the page's rows, and have one to follow it.

    Rows of an older year than the one that is shown stand on the last page of a list of all.
    """
    found = ((choices, _own(pager, choices)) for choices in _choices(pager))
    told = _told(pager.url)
    parts = (
        _Part(choices, own, own in told or _is_shown(choices[own])) for choices, own in found if own
    )
    fitting = (one for one in parts if one.before and (one.shown or one.own == max(one.choices)))
    return list(islice(fitting, _BOXES))


def _choices(pager: Pager) -> Iterator[Choices]:
    """The choices of each box that has periods and nothing else."""
    boxes: dict[HtmlElement, dict[str, HtmlElement]] = {}
    for one in pager.document.root.iter(*_CHOICES):
        parent = one.getparent()
        if parent is not None and len(one) == 0:
            boxes.setdefault(parent, {}).setdefault(_period(one), one)
    return (names for names in boxes.values() if len(names) > 1 and all(names))


def _period(choice: HtmlElement) -> str:
    told = _PERIOD.fullmatch((choice.text or "")[:_LONGEST])
    return "-".join(one.zfill(2) for one in told.groups() if one) if told else ""


def _own(pager: Pager, choices: Choices) -> str:
    """The choice that the page is of by its address or its rows, "" where they are of several."""
    days = pager.answer(_outer_days)
    for name in _told(pager.url):
        if name in choices and all(not day or day.startswith(name) for day in days):
            return name
    if not pager.days:
        return next((name for name, one in choices.items() if _is_marked(one)), "")
    own = days[0][: len(next(iter(choices)))]
    return own if own in choices and days[1].startswith(own) else ""


def _told(url: str) -> list[str]:
    """The month and the years in an address."""
    month = month_of(url)
    months = [f"{month[0]}-{month[1]:02d}"] if month else []
    return [*months, *map(str, years_of(url))]


def _outer_days(pager: Pager) -> tuple[str, str]:
    """The first and the last day of the rows: what both begin with all those between do."""
    return min(pager.days, default=""), max(pager.days, default="")


def _is_shown(choice: HtmlElement) -> bool:
    """Whether the page shows this choice: the one that is marked, or the first."""
    is_first = choice.getprevious() is None and not any(map(_is_marked, choice.itersiblings()))
    return is_first or _is_marked(choice)


def _is_marked(choice: HtmlElement) -> bool:
    return choice.get("selected") is not None or is_current(choice)


def _is_above(box: HtmlElement, first: HtmlElement) -> bool:
    """Whether nothing but the list's own head stands between a box and the first row."""
    around = frozenset(first.iterancestors())
    if any(
        map(is_another_box, takewhile(lambda one: one not in around, (box, *box.iterancestors())))
    ):
        return False
    for one in elements_behind(box):
        if one is first:
            return True
        if one.tag == "a" or is_another_box(one):
            return False
    return False
