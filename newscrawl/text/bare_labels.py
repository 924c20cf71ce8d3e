"""Byline labels without a colon: each in an element of its own, or before a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newscrawl.text.label_tables import COLONS, LabelRole
from newscrawl.text.labels import (
    BLANKS,
    BOUNDARY,
    BYLINE_ROLES,
    COLON_FIRST,
    EDGE,
    Labelled,
    first_label,
    role_of,
    value_of,
)
from newscrawl.text.traditional import simplified

_DATE_OR_COUNT = re.compile(r"\W{0,2}(?:(?:19|20)\d\d\s?[-./年]|[\d,]{1,9}\D{0,2}$)")
# What is a label before a blank, too, on a line that holds a date.
_WORDED_NAMES = """来源 来源于 转自 转载自 信息来源 文章来源 稿件来源 新闻来源 稿源
    供稿单位 供稿部门 来稿单位 作者 撰稿 撰稿人 供稿 供稿人 博主 작성자 글쓴이 投稿者 執筆者"""
_WORDED = frozenset(_WORDED_NAMES.split())
_WORD = re.compile(rf"[^\s|｜·{BOUNDARY}]+")
_ENDS_WORDED = re.compile(r"[|｜·]|\d{2,4}\s?[-./年]")


def paired_labels(marked: str) -> tuple[Labelled, ...]:
    """Labels without a colon, each in an inline element of its own: its value's or the one before.

    ``<span>来源</span><span>某报</span><span>日期</span><span>2023-02-13</span>``, or
    ``<span>来源 某报</span><span>日期 2023-02-13</span>``. The line must begin with a label, and
    be one pair alone or hold a date or a count behind its label.
    """
    if BOUNDARY not in marked:
        return ()
    pieces: list[tuple[str, int]] = []
    start = 0
    for piece in marked.split(BOUNDARY):
        for text, at in _label_apart(piece):
            if not pieces and _pair_role(text) is None:
                return ()
            pieces.append((text, start + at))
        start += len(piece) + 1
    found: list[Labelled] = []
    proved = len(pieces) == 2
    for (text, at), (below, _) in pairwise([*pieces, ("", 0)]):
        role = _pair_role(text)
        if role is not None:
            value = "" if _pair_role(below) else below
            proved |= role in ("published", "views") and bool(_DATE_OR_COUNT.match(value))
            found.append(Labelled(role, BLANKS.sub("", text), value, at, at + len(text)))
        elif (labelled := first_label(simplified(text), 0, len(text))) and _is_stop(labelled):
            break  # 字体： and what follows are the page's controls
        elif COLON_FIRST.match(text) or labelled:
            return ()
    return tuple(found) if proved else ()


def worded_labels(marked: str) -> tuple[Labelled, ...]:
    """Labels that only a blank parts from their values: 2023-02-13 来源 某报 作者 某人.

    The caller knows that the line is a byline with a date: 作者 and 来源 are words of any sentence.
    """
    if marked.isascii():
        return ()  # none of these labels is a word in Latin letters
    words = [(word, role_of(word[0])) for word in _WORD.finditer(marked)]
    labels = [(word, role) for word, role in words if role]
    # Where nobody is named the next label stands behind this one: 作者 来源 某报.
    ends = [*(word.start() for word, _ in labels), len(marked)]
    found: list[Labelled] = []
    for (word, role), end in zip(labels, ends[1:], strict=True):
        if simplified(word[0]) not in _WORDED:
            continue
        raw = marked[word.end() : end]
        cut = _ENDS_WORDED.search(raw)
        raw = raw[: cut.start()] if cut else raw
        found.append(
            Labelled(
                role,
                word[0],
                value_of(raw, role, simplified(raw)),
                word.start(),
                word.end() + len(raw),
            )
        )
    return tuple(found)


def _label_apart(piece: str) -> Iterator[tuple[str, int]]:
    """The text of an inline element and its place; a label and what a blank parts from it apart."""
    text = piece.strip(EDGE)
    if not text:
        return
    at = piece.find(text)
    blank = BLANKS.search(text) if _pair_role(text) is None else None
    if blank and _pair_role(text[: blank.start()]):
        yield text[: blank.start()], at
        yield text[blank.end() :], at + blank.end()
    else:
        yield text, at


def _is_stop(match: re.Match[str]) -> bool:
    return bool(match["label"]) and role_of(match["label"]) == "stop"


def _pair_role(text: str) -> LabelRole | None:
    """The role of a Chinese label: "by" and "date" in elements of their own are any words."""
    plain = len(text) > 1 and not text.isascii() and text[-1] not in COLONS
    role = role_of(text) if plain else None
    return role if role in BYLINE_ROLES else None
