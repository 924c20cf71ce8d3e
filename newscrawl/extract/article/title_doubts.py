"""Lines that look like a title where a page declares only its site's name, and are none."""

from __future__ import annotations

import re

from newscrawl.extract.article.boilerplate import are_controls
from newscrawl.extract.article.days_in_lines import without_dates
from newscrawl.extract.article.surroundings import is_step
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.bylines import names_alone, read_by
from newscrawl.text.labels import BOUNDARY, role_of
from newscrawl.text.people import bare_names, without_post
from newscrawl.text.signatures import read_signature

# 2019年09月07日 08:05:32, or a day and an hour with who wrote behind: no title begins so.
_MOMENT = re.compile(
    r"\W{0,2}(?:19|20)\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\s?日?\s{0,3}\d{1,2}\s?[:：]\s?\d\d"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?=&%#~-]+\s*$", re.IGNORECASE | re.ASCII)
_IN_BOXES = re.compile(r"\W*(?:[\[【［][^\]】］]{1,12}[\]】］]\s*){2,}")  # [ 回复本贴 ] [ 刷新 ]
_STEPS = re.compile(r"\S\s?(?:[>»›]|\s[/|])\s?(?=\S)")  # Klima / News / something
# 某政公〔2022〕3号, the number of a paper.
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s?[〔\[［【（(]\s?(?:19|20)\d\d\s?年?[〕\]］】）)]\s?第?\s?\d{1,5}\s?号"
)
_AROUND = " \u3000()（）[]【】·" + BOUNDARY
_WORD = re.compile(r"[^\W\d_]")


def _tells_of_text(line: Line) -> bool:
    """Whether a line is a field of an index table, or names, outside a heading, who wrote."""
    text = line.text
    if role_of(text) or (line.labels and not line.marked[: line.labels[0].start].strip(_AROUND)):
        return True
    plain = text.strip(_AROUND)
    return not line.heading and bool(bare_names(without_post(plain)) or read_signature(plain))


def _is_signed(text: str) -> bool:
    """Whether a line says by whom the text is and, but for the day, nothing more."""
    by = read_by(text)
    if by is None or _WORD.search(without_dates(text[by.end :])):
        return False
    return bool(names_alone(by.names, signed=True))


def is_furniture(page: PageLines, index: int, anchor: int) -> bool:
    """Whether a line above the article's byline is a date, an address, controls, the column.

    A heading of the first rank may begin like a byline, a label or a path: Life > Work > Home.
    """
    line = page.lines[index]
    text = line.text
    if (
        _MOMENT.match(text)
        or _ADDRESS.search(text)
        or _IN_BOXES.fullmatch(text)
        or _NUMBER.fullmatch(text)
    ):
        return True
    if not _WORD.search(without_dates(text)) or are_controls(text):
        return True
    if line.heading != 1 and (
        _is_signed(text) or len(_STEPS.findall(text)) > 1 or _tells_of_text(line)
    ):
        return True
    return is_step(page, index, anchor)
