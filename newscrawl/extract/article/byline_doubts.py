"""Names in a byline that were read as nobody's: a word beside the date that is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extract.article.boilerplate import are_controls
from newscrawl.extract.article.days_in_lines import without_dates
from newscrawl.extract.article.meta_line import is_byline
from newscrawl.extract.article.parts import Parts
from newscrawl.extract.lines import Line
from newscrawl.items import Issue
from newscrawl.text.labels import BOUNDARY, role_of
from newscrawl.text.people import is_placeholder, is_source_placeholder, looks_like_person
from newscrawl.text.whitespace import squash

_ROOM, _LONGEST = 25, 120  # lines under a title, and characters of one, that are looked at
_PIECES = re.compile(rf"[\s|｜│·/\[\]【】()（）,，、:：{BOUNDARY}]+")
_WORD = re.compile(r"[\u3400-\u9fff]{2,16}")
# What sites print beside a date, and is nobody's name.
_SAID = re.compile(r".*(?:发布|更新|来自|推荐|原创).*|[星周週礼].{1,2}|[上下]午|.{0,2}(?:\d|次|条)")


def unread_in_byline(parts: Parts, authors: tuple[str, ...], source: str | None) -> Iterator[Issue]:
    """A word left over in a Chinese byline that names no source, or nobody who wrote."""
    if not parts.body.chinese or (authors and source):
        return
    told = [*authors, source or "", *parts.byline.persons, *parts.byline.names]
    known = squash("".join([*told, *(label.value for label in parts.byline.found if label.barred)]))
    known += squash(
        "".join(label.value for label in parts.byline.found if label.role != "published")
    )
    for line in _bylines(parts):
        for word in _left_over(line):
            if squash(word) in known:
                continue
            if source is None and not looks_like_person(word):
                yield Issue(code="unread_name", field="source", text=word)
                return
            if not authors and looks_like_person(word):
                yield Issue(code="unread_name", field="authors", text=word)
                return


def _bylines(parts: Parts) -> Iterator[Line]:
    """The lines between the title and the text that are a byline."""
    top = parts.title.last if parts.title is not None else 0
    if not top:
        return
    text = set(parts.body.numbers)
    for index in range(top, min(parts.body.first + 1, top + _ROOM, len(parts.page.lines))):
        line = parts.page.lines[index]
        if index not in text and len(line.text) <= _LONGEST and is_byline(line) and not line.noise:
            yield line


def _left_over(line: Line) -> Iterator[str]:
    """The words of a byline that are no date, no control, and neither a label nor its value."""
    rest = line.marked
    for label in reversed(line.labels):
        _, _, behind = rest[label.start : label.end].partition(label.value or "\n")
        kept = label.value if label.role == "published" else behind
        rest = f"{rest[: label.start]}{BOUNDARY}{kept}{BOUNDARY}{rest[label.end :]}"
    for word in _PIECES.split(without_dates(rest, BOUNDARY)):
        if not _WORD.fullmatch(word) or role_of(word) or _SAID.fullmatch(word):
            continue
        if not (
            are_controls(f"{word} {word}") or is_placeholder(word) or is_source_placeholder(word)
        ):
            yield word
