"""The date of a row: beside the link, inside it, before it, or split over elements.

Dates are read by `newscrawl.text.dates`; here is only where in a row to look, and which of the
page's rows prove what order 03/04/2023 is written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from newscrawl.extract.listing.anchors import squeeze, texts_of
from newscrawl.sites.model import DateOrder
from newscrawl.text.dates import PrintedDate, find_dates, first_date, join_split_date, parse_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,9}"
# A cheap look before the real reading: is there anything like a date in this text?
_LOOKS_DATED = re.compile(
    # What it may begin with comes first: at most characters nothing else is asked.
    r"(?=[\djfmasond昨今刚])(?:(?<!\d)(?:(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]|\b)|\d{1,2}\s*[-/.月]\s*\d{1,2}(?:\s*[-/.日]|\b)"
    rf"|1\d{{2}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b|(?:19|20)\d{{6}}(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH_NAME}|{_MONTH_NAME}\.?\s+\d{{1,2}}\b)"
    r"|\d\s?(?:天|小时|分钟)前|昨天|今天|刚刚)",
    re.IGNORECASE,
)
# What every date that is printed whole has something of; most texts of a row have nothing of it.
_MAY_BE_DATE = re.compile(r"\d{4}|\d\s?[-/.－—．／]\s?\d|[年月前天년월]|ago\b", re.IGNORECASE)
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-/](\d{1,2})[-/]\d{4}(?!\d)", re.ASCII)
_SLOTS = re.compile(
    r"^[\d\s./年月日号\-|,:：]+$|^[^\W\d_]{3,9}\.?,?(?:\s+\d{1,4})?$|^\d{1,2}\s+[^\W\d_]{3,9}\.?$"
)
_DIGIT = re.compile(r"\d")
_BRACKETS = " \t[]【】()（）|"
_EDGES = " \t[]【】()（）<>《》|:：-–—·•"
_MAX_MONTH = 12
# Counts and places: numbers beside each other are a date where one of them is a year.
_NO_PARTS = re.compile(r"(?!.*(?:19|20)\d\d)[0-9]+(?: [0-9]+)*")
_MOST_TRIES = 6  # a row with more numbers in boxes beside each other is one of a table
_FIELD = 48  # a chunk this short may be a date field; a longer one is prose
_AROUND = 4  # characters that brackets and blanks add to a text that is only a date


class Reference(NamedTuple):
    """What the page does not print: when it was read, and the site's zone."""

    now: datetime | None = None
    zone: str | None = "+08:00"


class Stamp(NamedTuple):
    """A row's date as printed; `read` is None where other rows must prove the order of numbers."""

    raw: str
    read: PrintedDate | None


def looks_dated(text: str) -> bool:
    """Whether `text` holds something like a date; cheap, may be wrong."""
    return _LOOKS_DATED.search(text) is not None


def read_stamp(text: str, reference: Reference) -> Stamp | None:
    """The date of a text that is a date field."""
    may_be = len(text) <= _FIELD and _MAY_BE_DATE.search(text)
    return _read_field(text, reference) if may_be else None


@lru_cache(maxsize=1024)  # rows of one day print it alike, and a row is asked more than once
def _read_field(text: str, reference: Reference) -> Stamp | None:
    found = parse_date(text, now=reference.now, zone=reference.zone)
    if found:
        return Stamp(text, found)
    if _YEAR_LAST.search(text) and parse_date(text, zone=reference.zone, order="mdy"):
        return Stamp(text, None)
    return None


def is_only_date(text: str) -> bool:
    """Whether `text` is a date and nothing else."""
    found = parse_date(text, order="mdy") if len(text) <= _FIELD and looks_dated(text) else None
    return found is not None and len(text) - (found.end - found.start) <= _AROUND


_OF_AN_EVENT = re.compile(
    r"(?:会议|活动|报告|讲座|举办|举行|召开|报名|截止|开始|结束|培训|考试|实施|生效|施行|成文|有效|开展)\w{0,2}"
    r"(?:时间|日期|期限)\s*[:：]?|^\s*(?:when|event|deadline|date of event)\b",
    re.IGNORECASE,
)


def stamp_of(texts: list[str], reference: Reference) -> Stamp | None:
    """The date that a row's texts print: a field of its own, or boxes joined."""
    ours = _without_events(texts)
    return _first(ours, reference) or _joined(ours, reference)


def _without_events(texts: list[str]) -> list[str]:
    """The texts but for those that tell an event's date, where others tell one too."""
    if len(texts) == 1 or not any(map(_OF_AN_EVENT.search, texts)):
        return texts
    ours = [
        text
        for before, text in zip(("", *texts), texts, strict=False)
        if not _OF_AN_EVENT.search(text)
        and not (_OF_AN_EVENT.search(before) and not looks_dated(before))
    ]
    return ours if any(map(looks_dated, ours)) else texts


def row_stamp(element: HtmlElement, title: str, reference: Reference) -> Stamp | None:
    """The date a row prints: a field of its own, boxes joined, else the text beside the title."""
    texts = [squeeze(text) for text in texts_of(element)]
    texts = [text for text in texts if text and text != title]
    texts = _without_events(texts)
    return (
        _first(texts, reference)
        or _joined(texts, reference)
        or _machine(element, reference)
        or beside_title(" ".join(texts), title, reference)
    )


def _first(texts: Iterable[str], reference: Reference) -> Stamp | None:
    for text in texts:
        stamp = read_stamp(text, reference._replace(now=None))
        if stamp:
            return stamp
    return None


def _joined(texts: Sequence[str], reference: Reference) -> Stamp | None:
    """A date whose parts stand in neighbouring elements: 13 + 2023-02, 02/13 + 2023, Feb + 13."""
    for parts in islice(_neighbours(texts), _MOST_TRIES):
        found = join_split_date(parts, now=reference.now, zone=reference.zone)
        if found:
            return Stamp(" ".join(parts), found)
    return None


def _neighbours(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Up to three texts beside each other that may be the parts of a date, the most first."""
    slots = [text.strip(_BRACKETS) if _SLOTS.match(text.strip(_BRACKETS)) else "" for text in texts]
    for size in (3, 2, 1):
        for start in range(len(slots) - size + 1):
            parts = slots[start : start + size]
            joined = " ".join(parts)
            if all(parts) and _DIGIT.search(joined) and not _NO_PARTS.fullmatch(joined):
                yield parts


def _machine(element: HtmlElement, reference: Reference) -> Stamp | None:
    for time in element.iter("time"):
        stamp = read_stamp(squeeze(time.get("datetime")), reference)
        if stamp:
            return stamp
    return None


def beside_title(text: str, title: str, reference: Reference) -> Stamp | None:
    """A date in a row's running text, the title taken out; near either end, never in a summary."""
    bare = text.replace(title, " ") if title else text
    for part in dict.fromkeys((bare[:_FIELD], bare[-_FIELD:])):
        if not looks_dated(part):
            continue
        found = first_date(part, now=reference.now, zone=reference.zone)
        if found:
            return Stamp(found.raw, found)
        ambiguous = _YEAR_LAST.search(part)
        if ambiguous:
            return Stamp(ambiguous[0], None)
    return None


def settle(stamp: Stamp | None, order: DateOrder | None, reference: Reference) -> str | None:
    """The ISO date of a stamp; None where neither it nor the page proves what it means."""
    if stamp is None:
        return None
    if stamp.read:
        return stamp.read.iso
    found = parse_date(stamp.raw, now=reference.now, zone=reference.zone, order=order)
    return found.iso if found else None


def proven_order(stamps: Iterable[Stamp | None]) -> Literal["mdy", "dmy"] | None:
    """The order of the page's year-last dates, if any of them proves it."""
    for stamp in stamps:
        found = _YEAR_LAST.search(stamp.raw) if stamp else None
        if found and int(found[1]) > _MAX_MONTH:
            return "dmy"
        if found and int(found[2]) > _MAX_MONTH:
            return "mdy"
    return None


def without_split_date(texts: Sequence[str]) -> Sequence[str]:
    """A link's text nodes without a date that the first or the last few of them print in parts."""
    for size in (3, 2):
        for parts, rest in ((texts[:size], texts[size:]), (texts[-size:], texts[:-size])):
            lean = [squeeze(text).strip(_BRACKETS) for text in parts]
            if rest and all(_SLOTS.match(one) for one in lean) and join_split_date(lean):
                return rest
    return texts


def undated(text: str) -> str:
    """`text` without the row's date at its very beginning or end, where something parts them."""
    head = text[:_FIELD]
    first = first_date(head, order="mdy") if looks_dated(head) else None
    if first is not None:
        left, rest = text[: first.start], text[first.end :]
        if (
            not left.strip(_EDGES)
            and rest.strip(_EDGES)
            and (left.strip() or not rest[0].strip(_EDGES))
        ):
            return rest.strip(" \t|:：-–—·•]】)）")
    before = max(len(text) - _FIELD, 0)
    tail = text[before:]
    for last in find_dates(tail, order="mdy")[-1:] if looks_dated(tail) else ():
        left, rest = text[: before + last.start], text[before + last.end :]
        if not rest.strip(_BRACKETS) and left.strip(_EDGES) and _parted(left, rest):
            return left.rstrip(" \t[【(（|")
    return text


def _parted(left: str, rest: str) -> bool:
    """Whether a date at the end is the row's: parted by a blank or in square brackets.

    A date in round brackets that touches the words belongs to the title: 时间（2019年9月3日）.
    """
    if rest.strip().startswith((")", "）")):
        return left.rstrip("(（") != left and left.rstrip("(（")[-1:].isspace()
    return left[-1:] in " [【|" or left[-1:].isspace()
