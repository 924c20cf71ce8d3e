"""Whether a day is an event's: its label says so, or what is said beside it: where, who speaks."""

from __future__ import annotations

import re

from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.patterns import any_word
from newscrawl.text.traditional import simplified

# Labels that say when, of an event as of an article.
_SAYS_WHEN = "时间 日期 date datum fecha data dato tarih дата termin quand quando cuándo"
_WHEN = frozenset(_SAYS_WHEN.split())
# Labels that only events have, as calendars of universities, academies and towns print them.
_TOLD_OF_EVENT = (
    r"(?:会议|活动|讲座|报告|上课|考试|比赛)?\s*"
    r"(?:地\s*点|主\s*讲\s*人?|报\s*告\s*人|主\s*持\s*人?|讲座题目|报告题目)\s*"
)
_ABROAD = (
    "venue where speaker speakers veranstaltungsort referent referentin intervenant intervenante"
    " ponente relatore relatrice palestrante spreker prelegent докладчик talare foredragsholder"
    " konuşmacı přednášející"
)
# And those of the place that a text for the press is dated from, as well.
_PLACES = "location ort lieu lugar luogo plaats locatie miejsce место plats sted paikka yer místo"
# Labels of other days than an article's, as forms, calls and calendars print them.
_SAYS_OTHER_DAY = """有效期至 deadline closingdate applicationdeadline registrationdeadline duedate
    eventdate startdate enddate expirydate effectivedate when bewerbungsfrist bewerbungsschluss
    anmeldeschluss anmeldefrist einsendeschluss wann termin termín datelimite quand fechalímite
    plazo cuándo scadenza quando prazo когда wanneer sonbaşvuru sonbaşvurutarihi 締切 応募締切
    申込締切 日時 開催日 開催日時 会期 일시 마감일 접수기간 행사일시"""
_OTHER_DAYS = frozenset(simplified(_SAYS_OTHER_DAY).split())
_AROUND, _HEADED = 3, 60  # lines that head a text; characters of one
_ENDS_OF_DAYS = ("期", "间", "期限")
# A document's own day, in the tables that governments print over it.
_ISSUED = ("成文日期", "成文时间", "发文日期", "生成日期")
# What heads a text for the press beside them: its number, who wrote it, whence it is.
_PRESS = re.compile(
    r"(?:press|media|news) release|press(?:e|\s)?mitteilung|medienmitteilung|communiqué"
    r"|nota de prensa|comunicado|comunicato|persbericht|пресс-релиз|komunikat",
    re.IGNORECASE,
)
_EVENT = re.compile(rf"{_TOLD_OF_EVENT}|(?i:{any_word(_ABROAD.split())})")
_PLACE = re.compile(any_word(_PLACES.split()), re.IGNORECASE)
# Local is where to the Portuguese, and a column to others.
_LOCAL, _BESIDE_LOCAL = re.compile("local", re.IGNORECASE), ("data", "quando")


def is_of_another_day(label: str) -> bool:
    """Whether a label that no article has is that of a day: 截止日期, Termin; not 分享到, Tags."""
    word = "".join(simplified(label).lower().split()).strip(":：")
    return word in _OTHER_DAYS or (word.endswith(_ENDS_OF_DAYS) and not word.endswith(_ISSUED))


def is_of_event(page: PageLines, index: int) -> bool:
    """Whether a line says when something takes place: where, or who speaks, stands beside it."""
    line = page.lines[index]
    if line.row is not None and index and page.lines[index - 1].row is line.row:
        index -= (
            page.lines[index - 1].text.lower() in _WHEN
        )  # the value, in the cell behind the label's
        line = page.lines[index]
    cell = line.row is not None and line.text.lower() in _WHEN
    told = [line.text.lower()] if cell else [label.label.lower() for label in line.labels]
    if not told or not all(label in _WHEN for label in told):
        return False
    # Of a row the value stands between two labels.
    near = page.lines[max(0, index - 1 - cell) : index + 3 + cell]
    fields = [one for one in near if one.kind == "text" and _are_set_alike(one, line)]
    if any(_is_label(one.text, _EVENT, cell=cell) for one in fields):
        return True
    places = (_PLACE, _LOCAL) if told[0] in _BESIDE_LOCAL else (_PLACE,)
    placed = any(_is_label(one.text, place, cell=cell) for one in fields for place in places)
    return placed and not _heads_press_text(page, index)


def _is_label(text: str, words: re.Pattern[str], *, cell: bool) -> bool:
    """Whether a text is one of some words alone in its cell, or before its colon."""
    found = words.match(text)
    if found is None:
        return False
    rest = text[found.end() :].lstrip()
    return not rest if cell else rest.startswith((":", "："))


def _heads_press_text(page: PageLines, index: int) -> bool:
    """Whether a day and a place head a text for the press: its number or writer is beside them."""
    for line in page.lines[max(0, index - _AROUND) : index + _AROUND + 1]:
        if any(one.role in ("author", "source") for one in line.labels):
            return True
        if len(line.text) <= _HEADED and _PRESS.match(line.text):
            return True
    return False


def _are_set_alike(line: Line, other: Line) -> bool:
    """Whether two lines belong to one thing: the same parent, table, or the same make."""
    if line.table is not None and line.table is other.table:
        return True
    element, beside = line.element, other.element
    made, like = (element.tag, element.get("class")), (beside.tag, beside.get("class"))
    return made == like or element.getparent() is beside.getparent()
