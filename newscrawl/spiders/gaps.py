"""Gaps in a list: pages that lack what they should have, and the page after one that failed."""

from __future__ import annotations

import re
from dataclasses import replace

from newscrawl.extract.listing.model import Listing, NextPage
from newscrawl.items import Outcome

# The page's own links to later pages. What other rules put together may well lead behind the end,
# and days, months and years without posts are none of its faults.
_LINKED = ("link", "numbered", "counted on")
Gap = tuple[Outcome, str]

_TOKEN = re.compile(r"\d+|\D+", re.ASCII)


class Holes:
    """Pages that were answered and have no rows, while later ones have."""

    def __init__(self) -> None:
        self._hollow: Gap | None = None

    def note(self, page: NextPage, number: int, listing: Listing) -> Gap | None:
        """The gap that shows on page `number`, asked for by `page`.

        A page without rows is the list's end unless rows follow.
        """
        if listing.items:
            found, self._hollow = self._hollow, None
            return found
        if page.rule.startswith(_LINKED):
            told = Outcome.NOT_ARTICLE, f"listing page {number}: no rows, and more on later pages"
            self._hollow = self._hollow or told
        return None


def page_behind(before: NextPage, failed: NextPage) -> NextPage | None:
    """The page that follows `failed` as `failed` follows `before`; None where it cannot be told."""
    parts = [
        _counted_on(old, new) for old, new in zip(_texts(before), _texts(failed), strict=False)
    ]
    told = [part for part in parts if part is not None]
    alike = len(_texts(before)) == len(_texts(failed)) == len(told)
    if not alike or told == _texts(failed):
        return None
    values = iter(told[2:])
    form = tuple((name, next(values)) for name, _ in failed.form)
    return replace(failed, url=told[0], content=told[1], form=form, rule="counted on")


def _texts(page: NextPage) -> list[str]:
    return [page.url, page.content, *(value for _, value in page.form)]


def _counted_on(old: str, new: str) -> str | None:
    """`new` with each number that changed since `old` advanced by the same step."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) != len(after):
        return None
    made = []
    for one, other in zip(before, after, strict=True):
        if one == other:
            made.append(other)
        elif one[0].isdigit() and other[0].isdigit() and 2 * int(other) >= int(one):
            made.append(str(2 * int(other) - int(one)).zfill(len(other) if other[0] == "0" else 1))
        else:
            return None
    return "".join(made)
