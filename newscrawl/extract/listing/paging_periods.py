"""Years and months that a list is parted by, in boxes to choose from and tabs that are no links.

They part it where all of its rows are of the newest one: where a list shows all of its posts, they
filter it. A GET asks for the one before; where none does, the user is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from newscrawl.extract.listing.around import is_another_box
from newscrawl.extract.listing.ending import elements_behind
from newscrawl.extract.listing.months import month_of, years_of
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_box import option_address
from newscrawl.extract.listing.paging_numbers import is_current

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHOICES = ("option", "li", "button")
_PERIOD = re.compile(r"\s{0,9}((?:19|20)\d\d)(?:[-/.年](\d{1,2}))?[年月]?\s{0,9}", re.ASCII)
_BOXES = 10  # of one page that have the rows' own year
_LONGEST = 30  # characters of a choice

Choices = Mapping[str, "HtmlElement"]  # of one box, by their year or month: 2023, 2023-02


def periods(pager: Pager) -> Iterator[tuple[str, str]]:
    """The years or months of the list's choices and the addresses of those that a GET fetches."""
    named = years_of(pager.url) or month_of(pager.url)
    for choices in pager.answer(_choices):
        own = max(choices)
        if not named and not _is_newest(pager, own):
            continue
        here = "" if named or not _is_shown(choices[own]) else own
        addresses = (
            (name, option_address(pager, one)) for name, one in choices.items() if name != here
        )
        yield from ((name, url) for name, url in addresses if url)


def unfollowed_period(pager: Pager, first: HtmlElement, foot: list[HtmlElement]) -> Iterator[str]:
    """The period before the one that all rows are of, where it is a choice of these rows.

    `first` is the first row, `foot` what stands behind the last one.
    """
    behind = frozenset(foot)
    ours = (one for one in pager.answer(_choices) if _is_newest(pager, max(one)))
    for choices in islice(ours, _BOXES):
        own = max(choices)
        box = choices[own].getparent() if _is_shown(choices[own]) else None
        beside = box is not None and (box in behind or _is_above(box, first))
        if beside and not any(option_address(pager, one) for one in choices.values()):
            yield max(name for name in choices if name < own)


def _choices(pager: Pager) -> list[Choices]:
    """The choices of each box that has periods and nothing else."""
    boxes: dict[HtmlElement, dict[str, HtmlElement]] = {}
    for one in pager.document.root.iter(*_CHOICES):
        parent = one.getparent()
        if parent is not None and len(one) == 0:
            boxes.setdefault(parent, {}).setdefault(_period(one), one)
    return [names for names in boxes.values() if len(names) > 1 and all(names)]


def _period(choice: HtmlElement) -> str:
    told = _PERIOD.fullmatch((choice.text or "")[:_LONGEST])
    return "-".join(one.zfill(2) for one in told.groups() if one) if told else ""


def _is_newest(pager: Pager, newest: str) -> bool:
    return all(day.startswith(newest) for day in pager.answer(_outer_days))


def _outer_days(pager: Pager) -> tuple[str, str]:
    """The first and the last day of the rows: what both begin with all those between do."""
    return min(pager.days, default=""), max(pager.days, default="")


def _is_shown(own: HtmlElement) -> bool:
    """Whether the page shows this choice: the one that is marked, or the first."""
    is_first = own.getprevious() is None and not any(map(_is_marked, own.itersiblings()))
    return is_first or _is_marked(own)


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
