"""Fields that stand each in an element of one make: a row of a byline, or a list."""

from __future__ import annotations

from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.people import looks_like_house, looks_like_person

MOST_FIELDS = 5  # fields of a row, and those of a list that may stand above one of it
FIELD_LENGTH = 16  # characters of a byline's field


def is_field(page: PageLines, index: int) -> bool:
    """Whether a line is an item of a list, or one of a few short things of one make in a box."""
    line = page.lines[index]
    parent = line.element.getparent()
    if line.item or parent is None or line.element.tag == "p":
        return line.item
    first, last = page.of(parent)
    fields = page.lines[first:last]
    return 1 < len(fields) <= MOST_FIELDS and all(
        one.kind == "text" and len(one.text) <= FIELD_LENGTH and _layout(one) == _layout(line)
        for one in fields
    )


def fields_beside(page: PageLines, index: int) -> list[Line]:
    """The other fields of the row that a line is one of."""
    parent = page.lines[index].element.getparent() if is_field(page, index) else None
    if parent is None:
        return []
    first, last = page.of(parent)
    near = page.lines[max(first, index - MOST_FIELDS) : min(last, index + MOST_FIELDS)]
    return [
        line for line in near if line is not page.lines[index] and len(line.text) <= FIELD_LENGTH
    ]


def names_who(page: PageLines, index: int) -> bool:
    """Whether a line beside a field of its make, above a date, names a person or a department."""
    line, below = page.lines[index], page.lines[index + 1]
    if line.heading or len(line.text) > FIELD_LENGTH or not is_field(page, index + 1):
        return False
    return _layout(line) == _layout(below) and (
        looks_like_person(line.text) or looks_like_house(line.text)
    )


def _layout(line: Line) -> tuple[object, ...]:
    """What a line's element is: things of one make share it."""
    return line.element.tag, line.element.get("class"), line.element.getparent()
