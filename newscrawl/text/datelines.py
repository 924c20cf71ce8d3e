"""Datelines, as press releases begin: MILLBROOK, May 9, 2024 (Newswire) -- The board agreed."""

from __future__ import annotations

import re

from newscrawl.text.dates import first_date

_LOOKED_AT = 160
# A place before the date, and perhaps its country: capitals, and small words only between them.
_WORD = r"[A-ZÀ-ÞΑ-ΩА-ЯЁІЇЄ][\w'’.-]{0,24}"
_SMALL = (
    r"(?:am|an|an der|auf|aan|bei|de|de la|del|della|der|di|du|en|im|la|les?|na|of|ob der|sous|sur"
    r"|upon|на)"
)
_PART = rf"{_WORD}(?:\s(?:{_SMALL}\s)?{_WORD}){{0,3}}"
_PLACE = re.compile(
    rf"{_PART}(?:\s?[,/]\s?{_PART}){{0,2}}(?:,?\s(?:den|am|le|el|il|on)\s|\s?[,(]\s?|\s)|[(\[]"
)
# What parts it from the sentence: a dash, perhaps behind the agency in brackets or slashes.
_PARTED = re.compile(
    r"\)?\s?(?:г\.\s?)?(?:\([^()]{2,40}\)|/[^/]{2,40}/)?\s?(?:[–—]|-{1,2}(?=\s)|:\s|/\s)"
)


def day_of_dateline(text: str) -> str | None:
    """The date in the dateline that a text begins with, as printed; None where it has none."""
    head = text[:_LOOKED_AT]
    found = first_date(head)
    if found is None:
        return None
    placed = _PLACE.fullmatch(head, 0, found.start) is not None
    return found.raw if placed and _PARTED.match(head, found.end) else None
