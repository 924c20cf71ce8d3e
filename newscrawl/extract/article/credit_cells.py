"""The row of a table under a text that says who made it: 撰稿人 | 某甲 | 审核人 | 某乙."""

from __future__ import annotations

from newscrawl.extract.article.pairs import lone_role
from newscrawl.extract.lines import PageLines
from newscrawl.text.label_tables import LabelRole

_MADE: frozenset[LabelRole] = frozenset(
    ("author", "correspondent", "photographer", "editor", "reviewer", "publisher", "published")
)
_PAIR = 2  # cells of a label and its value
_VALUE = 30  # characters of a value


def before_credit_cells(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """A text's lines without pairs of cells at its end that are labels of people with their values.

    A pair alone may be of a list that the text is about: two of them are not.
    """
    last = len(numbers)
    while last >= _PAIR and _is_pair(page, numbers[last - _PAIR], numbers[last - 1]):
        last -= _PAIR
    return numbers if len(numbers) - last < 2 * _PAIR else numbers[:last]


def _is_pair(page: PageLines, label: int, value: int) -> bool:
    first, second = page.lines[label], page.lines[value]
    if first.row is None or first.row is not second.row or len(second.text) > _VALUE:
        return False
    return lone_role(first) in _MADE
