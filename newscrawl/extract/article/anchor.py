"""Where a text begins: the line that is the declared title, and the byline under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from newscrawl.extract.article.days_in_lines import date_in, without_dates
from newscrawl.extract.article.declared_title import MAX_CLAIM, heads
from newscrawl.extract.article.end_marks import heads_replies, only_follows
from newscrawl.extract.article.metadata import Claim
from newscrawl.extract.article.title_lines import fields_start
from newscrawl.extract.article.title_signs import is_called_title, is_column, may_be_title
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.labels import BOUNDARY
from newscrawl.text.people import looks_like_body, looks_like_house
from newscrawl.text.signatures import read_signature
from newscrawl.text.whitespace import squash

_MOMENT = re.compile(
    r"(?:19|20)\d\d\s?[-./年]\s?\d{1,2}.{2,8}\d{1,2}[:：]\d\d"
)  # a day and an hour
_DAY = re.compile(r"(?:19|20)\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d")
_BELOW = 9  # lines under a title in which its byline stands
_OPENING = 3  # lines under a byline of which one is running text
_TITLE = 5  # letters of a title that no heading says; a heading may have two: 讣告


@dataclass(frozen=True, slots=True)
class Anchor:
    """The line behind which the text stands; `sure` when a byline is there, not only a title.

    `titled` where a line is the declared title, and not only one that stands over a byline.
    """

    title: int
    line: int
    sure: bool
    titled: bool = True


def find_anchor(
    page: PageLines,
    claims: Sequence[Claim],
    is_byline: Callable[[Line], bool],
    is_prose: Callable[[Line], bool],
) -> Anchor | None:
    """The last byline line under the line that is, to the letter, a declared title; else that line.

    None where no line outside menus is one.
    """
    names = {squash(head) for claim in claims for head in heads(claim.value)} - {""}
    starts = {name[0] for name in names}
    titled = {squash(claim.value) for claim in claims if claim.rule != "title-tag"}
    best: tuple[int, int, int] | None = None
    for index, line in enumerate(page.lines):
        short = len(line.text) < (2 if line.heading or _is_called_title(line) else _TITLE)
        if line.kind != "text" or line.noise or short or _starts_otherwise(line.text, starts):
            continue
        if line.links * 10 > len(line.text) * 8 or squash(line.text[:MAX_CLAIM]) not in names:
            continue
        if not may_be_title(line):
            continue
        below = _bylines_below(page, index, is_byline, is_prose)
        if not below and looks_like_body(line.text) and squash(line.text) not in titled:
            continue  # the site's name, in its header
        rank = (2 if below else 0) + (1 if line.heading else 0)
        if best is None or rank > best[0]:
            best = (rank, index, max(below, default=index))
    if best is not None:
        return Anchor(best[1], best[2], best[0] >= 2)
    return _byline_anchor(page, is_byline, is_prose)


def _is_called_title(line: Line) -> bool:
    """Whether the element of a line that is not long calls itself a title."""
    return len(line.text) < _TITLE and is_called_title(line.element)


def _starts_otherwise(text: str, starts: Collection[str]) -> bool:
    """Whether a text, squashed, begins with none of these: told by a first letter that is plain."""
    first = text[0]
    plain = first.isalnum() and (first.isascii() or "\u4e00" <= first <= "\u9fff")
    return plain and first.lower() not in starts


def _bylines_below(
    page: PageLines,
    title: int,
    is_byline: Callable[[Line], bool],
    is_prose: Callable[[Line], bool],
) -> list[int]:
    """The bylines under a title. Behind one of them and some text, others are of other things."""
    found: list[int] = []
    under: list[int] = []
    picture = text = False
    for index in range(title + 1, min(title + _BELOW, len(page.lines))):
        line = page.lines[index]
        # Behind a picture or a text, which may be a standfirst, only a line with a date is the
        # byline, and a day alone is a sign-off's.
        if is_byline(line) and line.links * 3 <= len(line.text):
            if text and _is_next_posts(page, title, line):
                break
            if not (picture or text) or _is_dated(line):
                (under if text else found).append(index)
        elif line.kind == "image":
            picture = picture or not line.noise
        elif is_prose(line) or only_follows(line):
            if found:
                break
            text = True
    return found + [index for index in under if _text_follows(page, index + 1, is_prose)]


def _is_next_posts(page: PageLines, title: int, line: Line) -> bool:
    """Whether a byline behind a text is set like one right above the title: the next post."""
    above = page.lines[title - 1] if title else None
    made = (line.element.tag, line.element.get("class"))
    return (
        above is not None
        and _is_dated(above)
        and bool(made[1])
        and (above.element.tag, above.element.get("class")) == made
    )


def _text_follows(page: PageLines, first: int, is_prose: Callable[[Line], bool]) -> bool:
    """Whether text stands behind a line; where none does, the byline is under its text."""
    for line in page.lines[first:]:
        if only_follows(line):
            return False
        if is_prose(line) and not (line.noise or line.hidden):
            return True
    return False


def _is_signed(line: Line) -> bool:
    """Whether a line with a day says who wrote: a standfirst may stand over it."""
    return bool(read_signature(without_dates(line.marked.replace(BOUNDARY, " "), " ")))


def _is_dated(line: Line) -> bool:
    if not line.labels:
        return ":" in line.text or _is_signed(line)
    dated = any(label.role == "published" for label in line.labels)
    signed = any(label.role in ("author", "correspondent") for label in line.labels)
    moment = (_DAY if signed else _MOMENT).search(line.text)
    return dated or moment is not None


def _byline_anchor(
    page: PageLines, is_byline: Callable[[Line], bool], is_prose: Callable[[Line], bool]
) -> Anchor | None:
    """Where no line is a declared title: the one byline under a heading, or one with a date."""
    bylines = [
        index
        for index, line in enumerate(page.lines[: _replies(page, is_prose)])
        if index and not (line.noise or line.hidden) and is_byline(line)
    ]
    headed = [
        index
        for index in bylines
        if _heads(page.lines[index - 1]) and any(map(is_prose, _under(page, index)))
    ]
    if not (headed or any(map(is_prose, page.lines))):
        # No text runs on the whole page: a verse stands under it, or pictures.
        dated = (one for one in bylines if date_in(page.lines[one].text))
        headed = [index for index in dated if _heads(page.lines[index - 1])]
    if len(headed) == 1:
        return Anchor(headed[0] - 1, headed[0], sure=True)
    over_text = [index for index in bylines if _is_over_text(page, index, is_prose)]
    if len(over_text) == 1 and _opens_text(page, over_text[0], is_prose):
        return Anchor(over_text[0] - 1, over_text[0], sure=True, titled=False)
    for index in bylines:
        if any(label.role == "published" and label.value for label in page.lines[index].labels):
            return Anchor(index - 1, index, sure=False, titled=False)
    return _headline(page, is_prose)


def _replies(page: PageLines, is_prose: Callable[[Line], bool]) -> int:
    """The line behind a text from which on its readers speak, dated and by name like it."""
    text = False
    for index, line in enumerate(page.lines):
        if text and heads_replies(line):
            return index
        text = text or (is_prose(line) and not line.noise)
    return len(page.lines)


def _is_over_text(page: PageLines, index: int, is_prose: Callable[[Line], bool]) -> bool:
    """Whether a byline with a day stands right over text, and under a line that is none."""
    line, above = page.lines[index], page.lines[index - 1]
    if line.links or line.item or date_in(line.text) is None:
        return False
    under = page.lines[index + 1 : index + 2]
    return may_be_title(above) and not is_prose(above) and any(map(is_prose, under))


def _opens_text(page: PageLines, index: int, is_prose: Callable[[Line], bool]) -> bool:
    """Whether a good part of a page's text stands behind a line: under a comment's is little."""
    over, under = page.lines[:index], page.lines[index + 1 :]
    return sum(map(is_prose, under)) * 2 >= sum(map(is_prose, over))


def _headline(page: PageLines, is_prose: Callable[[Line], bool]) -> Anchor | None:
    """The one heading of the first rank over text, or the line with its date that is a title."""
    found = [
        index
        for index, line in enumerate(page.lines)
        if (line.heading == 1 or _is_dated_title(line))
        and _heads(line)
        and any(map(is_prose, _under(page, index)))
    ]
    return Anchor(found[0], found[0], sure=False) if len(found) == 1 else None


def _is_dated_title(line: Line) -> bool:
    """Whether a line in bold, or one that calls itself a title, ends with the article's date."""
    if line.kind != "text" or not (line.bold or is_called_title(line.element)):
        return False
    return fields_start(line) < len(line.marked) and date_in(line.text) is not None


def _under(page: PageLines, index: int) -> Sequence[Line]:
    """The lines right under a byline: a text begins with a salutation, or a picture."""
    return page.lines[index + 1 : index + 1 + _OPENING]


def _heads(line: Line) -> bool:
    """Whether a line is a heading, or calls itself a title, no column's and not the house's."""
    if line.noise or line.links or not may_be_title(line):
        return False
    called = line.heading or is_called_title(line.element)
    return bool(called) and not (is_column(line.text) or looks_like_house(line.text))
