"""When an article was published: witnesses in order of trust, their conflicts noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from newscrawl.extract.article.byline import Byline, rule_of
from newscrawl.extract.article.metadata import Metadata
from newscrawl.items import Issue, IssueCode, Provenance, Status
from newscrawl.sites.model import DateOrder
from newscrawl.text.date_tables import CHANGED
from newscrawl.text.dates import PrintedDate, find_dates, impossible_date, parse_date
from newscrawl.text.labels import BOUNDARY

# Seen in article addresses: /2023/02/13/, /2023-02/13/, /202302/t20230213_1.html, /2023/0213/c1a2.
_IN_URL = re.compile(
    r"(?:^|/20\d{4}/)t(?P<y2>20\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)_|"
    r"/(?:(?P<y1>20\d\d)[-/](?P<m1>[01]\d)[-/]?(?P<d1>[0-3]\d)(?=/|\.)|"
    r"(?P<y3>20\d\d)(?P<m3>[01]\d)(?P<d3>[0-3]\d)/)"
)


@dataclass(frozen=True, slots=True)
class Dates:
    """The date of publication (and of the last change) with what was said about them."""

    published: PrintedDate | None
    modified: PrintedDate | None
    provenance: Provenance
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """How dates are read on this page: the reference time, the zone, the order of slashes."""

    now: datetime | None
    zone: str | None
    order: DateOrder | None

    def one(self, text: str) -> PrintedDate | None:
        """The date that a field's value is, or None."""
        return self._best(text, parse_date)

    def first(self, text: str) -> PrintedDate | None:
        """The first date in a line that is not called the last change's, or None."""
        return self._best(text, _first_of)

    def changed(self, text: str) -> PrintedDate | None:
        """The date in a line that is called the last change's, or None."""
        told = len(text) > _HOUR_LENGTH and _CHANGES.search(text)
        return self._best(text, _changed_of) if told else None

    def leading(self, text: str) -> PrintedDate | None:
        """The one date that a value begins with: what no label parts from it is something else."""
        dates = find_dates(text.replace(BOUNDARY, " "), **self._settings)
        return dates[0] if len(dates) == 1 and dates[0].start <= _AT_ONCE else None

    @property
    def _settings(self) -> dict[str, Any]:
        return {"now": self.now, "zone": self.zone, "order": self.order}

    def _best(self, text: str, read: Callable[..., PrintedDate | None]) -> PrintedDate | None:
        """Read over the borders of inline elements, glued first, then parted.

        `<i>2</i>4日` is one number, but `<i>2021-01-04</i><i>16:00</i>` is a day and a time: the
        parted reading wins where it gives more of the same day.
        """
        settings = self._settings
        glued = read(text.replace(BOUNDARY, ""), **settings)
        if BOUNDARY not in text:
            return glued
        parted = read(text.replace(BOUNDARY, " "), **settings)
        if glued is None or (
            parted and parted.iso.startswith(glued.iso[:10]) and len(parted.iso) > len(glued.iso)
        ):
            return parted
        return glued


def _first_of(text: str, **settings: Any) -> PrintedDate | None:
    dates = find_dates(text, **settings)
    if len(dates) < 2:
        return dates[0] if dates else None
    published = (date for date in dates if not _CHANGED.search(text[: date.start]))
    return next(published, dates[0])


def _changed_of(text: str, **settings: Any) -> PrintedDate | None:
    dates = find_dates(text, **settings)
    return next((date for date in dates if _CHANGED.search(text[: date.start])), None)


# Nobody who writes these puts the month first. English does so in one country of many.
_DAY_FIRST_IN = (
    "de fr es it pt nl pl ru uk cs sk ro el tr fi da nb nn no sv is bg hr bs sr sl mk sq id ms vi"
    " th he ar fa ur hi bn ta te ml kn mr gu pa ka hy az kk ky uz be et lv ca gl eu cy ga sw af"
    " en-gb en-ie en-au en-nz en-in en-za en-ng en-ke en-sg en-hk"
)
_DAY_FIRST = frozenset(_DAY_FIRST_IN.split())

# The calendar in the head of a page: what day it is, not of what day the article.
_TODAY = re.compile(
    r"(?:今[天日]|现在(?:时间)?|当前(?:时间|日期)|系统时间|today(?:[’']s date)?|current date)"
    r"\s{0,3}(?:是|为|is|[:：])?[\s\x00-\x20]{0,3}\d",
    re.IGNORECASE,
)
_HOUR_LENGTH = len("2023-02-13 09:05")
_AT_ONCE = 1  # characters that may stand before the date of a field
# Before the day of the last change, where the day of publication stands beside it.
# 软件更新 is news of something, 上次更新： and 页面更新于 are said of the text.
_CHANGES = re.compile(
    rf"(?<!\w)(?:{CHANGED}|(?:最[后後近])?(?:更新|修改)|수정)|(?:更新|修改)(?=(?:日期|时间)?\s?[:：]|于)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"(?:{_CHANGES.pattern})\W*(?:on|the|le|am|el|il|em|op|den|vom|于|日|日期|时间)?\W*$",
    re.IGNORECASE,
)
_CHANGED_THEN = re.compile(r"\d\s*(?:最后)?(?:修改|更新|编辑)")
# What boards call the day of a post: elsewhere papers are to be handed in until then.
_HANDED_IN = "提交日期"
# What tables of government papers call the day on which one was signed.
_SIGNED = frozenset(("成文日期", "成文时间", "发文日期", "生成日期", _HANDED_IN))
_UTC = "+00:00"
_DECLARED = ("meta:", "json-ld:", "microdata:")
# Witnesses that are not on the page.
NOT_PRINTED = frozenset(("listing", "script", "url"))


@dataclass(frozen=True, slots=True)
class _Witness:
    date: PrintedDate
    rule: str
    raw: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about the date of a page.

    `listed` is the date of the listing's row, `own_name` the file name that the page's own pager
    script gives (`t20230213_18424`), which a TRS site makes from the day of creation; `dateline`
    is the date in that of a press release, `issue` the line with the day of a paper's issue.
    """

    byline: Byline
    metadata: Metadata
    url: str
    listed: str | None = None
    own_name: str | None = None
    dateline: str | None = None
    issue: str | None = None


def day_in_url(url: str) -> str | None:
    """The day, ISO 8601, that an address names as CMSs do."""
    match = _IN_URL.search(url)
    return "-".join(group for group in match.groups() if group) if match else None


def order_by_language(declared: str | None, *, chinese: bool) -> DateOrder | None:
    """What 08/06/2023 and 23/06/08 are in a language that has one order only; English has two."""
    if chinese:
        return "ymd"
    language = (declared or "").lower().replace("_", "-")
    primary = language.partition("-")[0]
    return "dmy" if primary in _DAY_FIRST or language in _DAY_FIRST else None


def find_dates_of(evidence: Evidence, reader: Reader) -> Dates:
    """Labelled text > the page's own meta > a bare date under the title > listing row > address."""
    witnesses = list(_witnesses(evidence, reader))
    modified = _modified(evidence.byline, evidence.metadata, reader)
    if not witnesses:
        return Dates(None, modified, *_why_none(evidence.byline))
    witnesses = _printed_first(witnesses) if reader.order == "ymd" else witnesses
    witnesses = _calendar_last(witnesses, modified)
    best = _in_its_zone(_to_the_second(witnesses), witnesses)
    others = (w for w in witnesses[1:] if w.counts and not _is_same_moment(w.date, best.date))
    other = next((w for w in others if w.date.iso[:10] != best.date.iso[:10]), None)
    issues = []
    if other is not None:
        text = f"{best.rule} says {best.date.iso[:10]}, {other.rule} says {other.date.iso[:10]}"
        issues.append(Issue(code="date_conflict", field="date_published", text=text))
    if best.rule in ("url", "script"):
        issues.append(Issue(code="date_from_url", field="date_published", text=best.raw))
    issues += _out_of_order(best, modified, reader.now)
    if best.rule in NOT_PRINTED:
        printed, why = _why_none(evidence.byline)
        issues += why if printed.status == "invalid" else ()
    status: Status = "conflict" if other is not None else "ok"
    return Dates(
        best.date, modified, Provenance(status=status, rule=best.rule, raw=best.raw), tuple(issues)
    )


def _out_of_order(
    best: _Witness, modified: PrintedDate | None, now: datetime | None
) -> Iterator[Issue]:
    """A day that is to come when the page is read; a change before the publication."""
    day = best.date.iso[:10]
    if now is not None and day > (now + timedelta(days=1)).date().isoformat():
        text = f"{best.rule} says {day}, which is to come"
        yield Issue(code="date_conflict", field="date_published", text=text)
    if modified is not None and _is_before(modified, best.date):
        text = f"changed on {modified.iso[:10]}, before it was published on {day}"
        yield Issue(code="date_conflict", field="date_modified", text=text)


def _printed_first(witnesses: list[_Witness]) -> list[_Witness]:
    """What is printed to the minute under the title before what a page only declares.

    Where the two name other days the declaration is a template's, or of another copy of the text.
    """
    if not witnesses[0].rule.startswith(_DECLARED):
        return witnesses
    day = witnesses[0].date.iso[:10]
    for at, one in enumerate(witnesses):
        if one.rule == "line" and one.date.precision != "day" and one.date.iso[:10] != day:
            return [one, *witnesses[:at], *witnesses[at + 1 :]]
    return witnesses


def _calendar_last(witnesses: list[_Witness], modified: PrintedDate | None) -> list[_Witness]:
    """A day apart from the text that is later than its last change is that of the calendar."""
    changed = modified.iso[:10] if modified else "9999"
    return sorted(
        witnesses, key=lambda one: one.rule == "line-apart" and one.date.iso[:10] > changed
    )


def _to_the_second(witnesses: list[_Witness]) -> _Witness:
    """The most trusted witness, with the seconds and the zone that another gives of its minute."""
    best = witnesses[0]
    if best.date.zone_by == "page" or not best.rule.startswith("label:"):
        return best
    for other in witnesses[1:]:
        if other.rule == "time" and other.date.iso.startswith(best.date.iso):
            # <time datetime="2023-06-08T09:05">8 June</time>: the page prints the hour so.
            return replace(best, date=other.date)
        same = other.date.iso[:16] == best.date.iso[:16]
        if same and len(best.date.iso) > len("2023-06-08") and other.date.zone_by == "page":
            return replace(best, date=other.date)
    return best


def _in_its_zone(best: _Witness, witnesses: list[_Witness]) -> _Witness:
    """The most trusted witness, with the page's own zone where it names the moment in UTC.

    Plugins declare 2024-02-14T05:12Z of what the page prints as February 13, 23:12-06:00.
    """
    if not best.date.iso.endswith(_UTC):
        return best
    dates = (one.date for one in witnesses if _is_same_moment(one.date, best.date))
    zoned = (date for date in dates if not date.iso.endswith(_UTC))
    return replace(best, date=next(zoned, best.date))


def _is_same_moment(date: PrintedDate, other: PrintedDate) -> bool:
    """Whether two dates, each with a zone of its own, name one moment."""
    moment = _moment(date)
    return moment is not None and moment == _moment(other)


def _is_before(date: PrintedDate, other: PrintedDate) -> bool:
    """Whether a date is an earlier one: by the moments where both are known, or by the days."""
    if date.iso[:10] >= other.iso[:10]:
        return False
    moment, of_other = _moment(date), _moment(other)
    return moment is None or of_other is None or moment < of_other


def _moment(date: PrintedDate) -> datetime | None:
    """The moment that a date with a zone of its own tells, or None."""
    return datetime.fromisoformat(date.iso) if date.zone_by == "page" else None


def _witnesses(evidence: Evidence, reader: Reader) -> Iterator[_Witness]:
    for rule, raw, counts in _said(evidence):
        date = reader.first(raw) if rule.startswith("line") else reader.one(raw)
        if date is None and rule.startswith("label:"):
            date = reader.leading(raw)
        if date is not None:
            yield _Witness(date, rule, raw.replace(BOUNDARY, " ")[:200], counts)


def _said(evidence: Evidence) -> Iterator[tuple[str, str, bool]]:
    """What may be a date of publication: the rule, the text, and whether it can contradict."""
    byline = evidence.byline
    changed = byline.of("modified")
    for label in byline.of("published"):
        yield rule_of(label), label.value, True
    for claim in evidence.metadata.all("published"):
        yield claim.rule, claim.value, True
    for text in byline.times[:1]:
        yield "time", text, True
    yield from _bare(("line", byline.bare), ("boxes", byline.boxes))
    behind = byline.behind
    handed_in = (one for one in byline.of("stop") if one.label == _HANDED_IN)
    yield from ((rule_of(one), one.value, False) for one in handed_in if one not in behind)
    yield from ((rule_of(one), one.value, False) for one in changed if one not in behind)
    # A day over the title is the text's, a change that is told under the text is a later one.
    yield from _bare(("line-apart", byline.over))
    yield from ((rule_of(one), one.value, False) for one in changed if one in behind)
    # What stands apart may be a sign-off: that of a notice is as old as the notice or older.
    yield from _bare(("line-apart", byline.far))
    if evidence.listed:
        yield "listing", evidence.listed, True
    yield from _said_in_passing(evidence)


def _said_in_passing(evidence: Evidence) -> Iterator[tuple[str, str, bool]]:
    """What tells the date where nothing better does."""
    if evidence.dateline:
        yield "line-dateline", evidence.dateline, False
    if evidence.issue:
        yield "line-issue", evidence.issue, False
    # The day on which a document was signed, where no other one is printed.
    signed = (label for label in evidence.byline.of("stop") if label.label in _SIGNED)
    yield from ((rule_of(label), label.value, False) for label in signed)
    # A CMS names the file on the day of creation: it may differ from the day of release.
    for origin, name in (("script", evidence.own_name), ("url", evidence.url)):
        if name and (day := day_in_url(name)):
            yield origin, day, False


def _bare(*groups: tuple[str, Sequence[str]]) -> Iterator[tuple[str, str, bool]]:
    """Dates without a label may be a neighbour's: they count where nothing better does."""
    found = ((rule, text, False) for rule, texts in groups for text in texts)
    said = [one for one in found if not _TODAY.search(one[1])]
    # 已于 2023-02-14 修改: it is heard behind those that do not say so.
    yield from sorted(said, key=lambda one: _CHANGED_THEN.search(one[1]) is not None)


def _modified(byline: Byline, metadata: Metadata, reader: Reader) -> PrintedDate | None:
    claim = metadata.first("modified")
    declared = reader.one(claim.value) if claim is not None else None
    for label in byline.of("modified"):
        if label.value and (date := reader.one(label.value)) is not None:
            same = declared is not None and declared.iso[:16] == date.iso[:16]
            return declared if same else date  # of one minute the declaration knows zone and second
    return declared or next(filter(None, map(reader.changed, byline.bare)), None)


def _why_none(byline: Byline) -> tuple[Provenance, tuple[Issue, ...]]:
    for label in byline.of("published"):
        if label.value:
            raw = label.value.replace(BOUNDARY, " ")
            code: IssueCode = "impossible_date" if impossible_date(raw) else "unread_date"
            issue = Issue(code=code, field="date_published", text=raw[:80])
            return Provenance(status="invalid", rule=rule_of(label), raw=raw[:200]), (issue,)
    for label in byline.of("published"):
        issue = Issue(code="no_date", field="date_published", text=f"{label.label} is empty")
        return Provenance(status="empty", rule=rule_of(label), raw=""), (issue,)
    return Provenance(status="absent"), (
        Issue(code="no_date", field="date_published", text="none printed"),
    )
