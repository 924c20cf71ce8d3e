"""Whether a day is an event's: where it takes place, or who speaks, is said beside it."""

from __future__ import annotations

import re

from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.patterns import any_word

# Labels that say when, of an event as of an article.
_SAYS_WHEN = "时间 日期 date datum fecha data dato tarih дата termin quand quando cuándo"
_WHEN = frozenset(_SAYS_WHEN.split())
# Labels that only events have, as calendars of universities, academies and towns print them.
_TOLD_OF_EVENT = (
    r"(?:会议|活动|讲座|报告|上课|考试|比赛)?\s*"
    r"(?:地\s*点|主\s*讲\s*人?|报\s*告\s*人|主\s*持\s*人?|讲座题目|报告题目)\s*"
)
_ABROAD = (
    "venue location where speaker speakers ort veranstaltungsort referent referentin lieu"
    " intervenant intervenante lugar ponente luogo relatore relatrice local palestrante plaats"
    " locatie spreker miejsce prelegent место докладчик plats talare sted foredragsholder paikka"
    " yer konuşmacı místo přednášející"
)
_OF_EVENT = rf"(?:{_TOLD_OF_EVENT}|(?i:{any_word(_ABROAD.split())}))"
_EVENT, _EVENT_CELL = re.compile(rf"{_OF_EVENT}\s?[:：]"), re.compile(f"{_OF_EVENT}$")


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
    return any(
        (_EVENT_CELL if cell else _EVENT).match(one.text) and _are_set_alike(one, line)
        for one in near
        if one.kind == "text"
    )


def _are_set_alike(line: Line, other: Line) -> bool:
    """Whether two lines belong to one thing: the same parent, table, or the same make."""
    if line.table is not None and line.table is other.table:
        return True
    element, beside = line.element, other.element
    made, like = (element.tag, element.get("class")), (beside.tag, beside.get("class"))
    return made == like or element.getparent() is beside.getparent()
