"""The vocabulary of labels as patterns: of all labels, or of those that begin with a character."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newscrawl.text.label_tables import COLONS, KINDS, LABELS, OF_A_KIND, LabelRole
from newscrawl.text.patterns import any_word
from newscrawl.text.traditional import simplified

# Between two pieces of text that stand in different inline elements of one line.
BOUNDARY = "\x02"

COLON = f"[{COLONS}]"
# A blank inside a label is written as "_" above, so that the vocabulary stays a list of words.
ROLE: dict[str, LabelRole] = {
    kind + name: role
    for role, names in OF_A_KIND.items()
    for name in names.split()
    for kind in KINDS.split()
} | {
    simplified(name.replace("_", " " if name.isascii() else "").casefold()): role
    for role, names in LABELS.items()
    for name in names.split()
}


# A label as printed: "来 源" and "来　源" are the same label as "来源". Blanks are told by what
# they are not: a set that names \u3000 is a table of 64 KB, for each of two thousand places.
_BLANK_WITHIN = r"[^\S\n]{0,4}"
_FAR_EAST = "\u2e80"  # the scripts from here on set characters of a word apart


def _spaced(names: Iterable[str]) -> str:
    """An alternation of names, with blanks between their characters or without.

    In scripts with words blanks stand between those only. Only letters are asked for in either
    case: of a character of Chinese that is slow to compile.
    """
    every = sorted(set(names))
    apart = [name.replace("_", "") for name in every if name >= _FAR_EAST]
    alone = any_word((name for name in apart if name.lower() == name.upper()), _BLANK_WITHIN)
    mixed = any_word((name for name in apart if name.lower() != name.upper()), _BLANK_WITHIN)
    worded = any_word(name for name in every if name < _FAR_EAST).replace("_", _BLANK_WITHIN)
    cased = _either(mixed, worded)
    return _either(alone, f"(?i:{cased})" if cased else "")


def _either(*patterns: str) -> str:
    """The alternation of those patterns that are any."""
    return "|".join(filter(None, patterns))


def _from(first: str, names: Iterable[str]) -> list[str]:
    """The names that begin with a character, in either case; all for no character."""
    key = first.casefold()
    return [name for name in names if name[: len(first)].casefold() == key]


def label_names(first: str = "") -> str:
    """The vocabulary; what labels are labels of is written once, not before each of them."""
    letters = any_word(_from(first, (name for name in ROLE if name.isascii())))
    alone = (name for names in LABELS.values() for name in simplified(names).casefold().split())
    spelt = _spaced(name for name in _from(first, alone) if not name.isascii())
    kinds, of_a_kind = _from(first, KINDS.split()), " ".join(OF_A_KIND.values()).split()
    told = f"(?:{_spaced(kinds)}){_BLANK_WITHIN}(?:{_spaced(of_a_kind)})" if kinds else ""
    return _either(spelt, told, f"(?i:{letters})" if letters else "")


# Labels that need no colon, because they are words of a phrase: 本文来源于某报.
_BARE_LABELS = ("本文来源于", "稿件来源于", "文章来源于")
GAP = rf"[ \u3000\xa0{BOUNDARY}]{{0,4}}"
# [来源]：某报, 【作者】：某人
_CLOSED = rf"{GAP}(?:[\]】］]{GAP})?"


# Autor:in, Redakteur:innen: there the colon is a part of the word.
_NO_GENDER = r"(?!in(?:nen)?\b)"


def _spellings(role: LabelRole, shortest: int) -> set[str]:
    """The Chinese spellings of a role that have as many characters."""
    names = simplified(LABELS[role]).split()
    return {name for name in names if _size(name) >= shortest and not name.isascii()}


def _size(name: str) -> int:
    """The characters of a name; a Korean word of two says what a Chinese one of four does."""
    return len(name) * (2 if name[0] >= "가" else 1)


def _chinese(first: str, *roles: LabelRole, shortest: int) -> str:
    """Those spellings of some roles that begin with a character as one alternative."""
    return _spaced(_from(first, (name for role in roles for name in _spellings(role, shortest))))


def last_characters(role: LabelRole, *, shortest: int) -> str:
    """The characters that those spellings end with."""
    return "".join(sorted({name[-1] for name in _spellings(role, shortest)}))


# Nor do they need one before a value that can be nothing else: 发布时间 2023-02-13, 浏览量 78,
# 阅读(12).
DAY_AHEAD = rf"(?={GAP}[\[（(/／|｜]?{GAP}(?:19|20)\d\d\s?[-./年])"
COUNT_AHEAD = rf"(?={GAP}[\[（(]?\d{{1,9}}(?!\d))"
_SURE_COUNT_AHEAD = rf"(?={GAP}(?:[（(]\d{{1,9}}[)）]|\d{{1,9}}\s?[次人]))"
FIRSTS = frozenset(case for name in ROLE for case in name[0] + name[0].upper())
# Nor in a bracket of their own before a name alone: [作者]某人, 【来源】某报. Where a sentence
# speaks of one, it stands behind a word or before more than a name.
BOXED = ("来源", "作者")
# A bar or a slash is a colon between a label and a name: 来源丨某报, 文 | 某人, 作者/某人.
BAR = r"[|｜丨│/／]"
NAMED: tuple[LabelRole, ...] = (
    "source", "author", "correspondent", "photographer", "editor", "reviewer",
)  # fmt: skip
# 转载 | 分享到微博 are buttons.
_BEFORE_BARS = {name for role in NAMED for name in _spellings(role, 1)} - {"转载"}
# But 文/图 is one word.
_NAME_AHEAD = rf"(?={GAP}(?![图文摄])[\u3400-\u9fffA-Za-z《“])"
_NAME_ALONE = rf"(?={GAP}[\u3400-\u9fffA-Za-z·《》]{{2,16}}(?:[\s\[【［|｜{BOUNDARY}]|$))"


# Compiled where one is looked for: all labels take .07 s, those of a character .002. A site needs a
# few; who reads many sites has them all behind the first dozen.
_FEW = 12
_known: dict[str, re.Pattern[str]] = {}


def labels_at(first: str) -> re.Pattern[str]:
    """The labels that begin with a character, perhaps among others."""
    if first not in _known:
        _known[first] = label_from(first if len(_known) < _FEW else "")
    return _known[first]


@cache
def label_from(first: str) -> re.Pattern[str]:
    """A label that begins with a character, or any (""), with what proves it."""
    named = label_names(first)
    dated = _either(
        _chinese(first, "published", shortest=2), _chinese(first, "modified", shortest=4)
    )
    told = (
        ("|".join(_from(first, _BARE_LABELS)), ""),
        (named, rf"(?={_CLOSED}{COLON}{_NO_GENDER})"),
        (dated, DAY_AHEAD),
        (_chinese(first, "views", shortest=3), COUNT_AHEAD),
        (_chinese(first, "views", shortest=2), _SURE_COUNT_AHEAD),
    )
    proved = _either(*(f"(?:{names}){ahead}" for names, ahead in told if names))
    barred = _spaced(_from(first, _BEFORE_BARS)) or r"(?!)"
    boxed = "|".join(_from(first, BOXED))
    if boxed:
        boxed = rf"|(?<=[\[【［])(?<!\w[\[【［])(?:{boxed})(?=[\]】］]{_NAME_ALONE})"
    return re.compile(
        rf"(?P<label>{proved}{boxed})(?:(?:{_CLOSED}{COLON}){{1,2}}|[\]】］]{_NAME_ALONE})?"
        rf"|(?P<barred>{barred}){GAP}{BAR}{_NAME_AHEAD}"
    )
