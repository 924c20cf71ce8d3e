"""Byline labels: which role a printed label plays, and where its value ends.

One vocabulary for the whole project, `label_tables`. Labels are looked for in simplified
characters, whatever a page writes: 來源 is 来源, and a value stays as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from newscrawl.text.label_tables import COLONS, KINDS, LABELS, OF_A_KIND, LabelRole
from newscrawl.text.patterns import any_word
from newscrawl.text.traditional import either_script, simplified

# Between two pieces of text that stand in different inline elements of one line.
BOUNDARY = "\x02"

_COLON = f"[{COLONS}]"
# A blank inside a label is written as "_" above, so that the vocabulary stays a list of words.
_ROLE: dict[str, LabelRole] = {
    kind + name: role
    for role, names in OF_A_KIND.items()
    for name in names.split()
    for kind in KINDS.split()
} | {
    simplified(name.replace("_", " " if name.isascii() else "").casefold()): role
    for role, names in LABELS.items()
    for name in names.split()
}


# A label as printed: "来 源" and "来　源" are the same label as "来源". Blanks are told by what they
# are not: a set that names \u3000 is a table of 64 KB, for each of two thousand places.
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


def _names(first: str = "") -> str:
    """The vocabulary; what labels are labels of is written once, not before each of them."""
    letters = any_word(_from(first, (name for name in _ROLE if name.isascii())))
    alone = (name for names in LABELS.values() for name in simplified(names).casefold().split())
    spelt = _spaced(name for name in _from(first, alone) if not name.isascii())
    kinds, of_a_kind = _from(first, KINDS.split()), " ".join(OF_A_KIND.values()).split()
    told = f"(?:{_spaced(kinds)}){_BLANK_WITHIN}(?:{_spaced(of_a_kind)})" if kinds else ""
    return _either(spelt, told, f"(?i:{letters})" if letters else "")


# Labels that need no colon, because they are words of a phrase: 本文来源于某报.
_BARE_LABELS = ("本文来源于", "稿件来源于", "文章来源于")
_GAP = rf"[ \u3000\xa0{BOUNDARY}]{{0,4}}"
# [来源]：某报, 【作者】：某人
_CLOSED = rf"{_GAP}(?:[\]】］]{_GAP})?"


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


def _ends(role: LabelRole, *, shortest: int) -> str:
    """The characters that those spellings end with."""
    return "".join(sorted({name[-1] for name in _spellings(role, shortest)}))


# Nor do they need one before a value that can be nothing else: 发布时间 2023-02-13, 浏览量 78, 阅读(12).
_DAY_AHEAD = rf"(?={_GAP}[\[（(/／|｜]?{_GAP}(?:19|20)\d\d\s?[-./年])"
_COUNT_AHEAD = rf"(?={_GAP}[\[（(]?\d{{1,9}}(?!\d))"
_SURE_COUNT_AHEAD = rf"(?={_GAP}(?:[（(]\d{{1,9}}[)）]|\d{{1,9}}\s?[次人]))"
_FIRSTS = frozenset(case for name in _ROLE for case in name[0] + name[0].upper())
# A bar or a slash is a colon between a label and a name: 来源丨某报, 文 | 某人, 作者/某人.
_BAR = r"[|｜丨│/／]"
_NAMED: tuple[LabelRole, ...] = (
    "source", "author", "correspondent", "photographer", "editor", "reviewer",
)  # fmt: skip
# 转载 | 分享到微博 are buttons.
_BEFORE_BARS = {name for role in _NAMED for name in _spellings(role, 1)} - {"转载"}
# But 文/图 is one word.
_NAME_AHEAD = rf"(?={_GAP}(?![图文摄])[\u3400-\u9fffA-Za-z《“])"


# Compiled where one is looked for: all labels take .07 s, those of a character .002. A site needs a
# few; who reads many sites has them all behind the first dozen.
_FEW = 12
_known: dict[str, re.Pattern[str]] = {}


def _labels_at(first: str) -> re.Pattern[str]:
    """The labels that begin with a character, perhaps among others."""
    if first not in _known:
        _known[first] = _label_from(first if len(_known) < _FEW else "")
    return _known[first]


@cache
def _label_from(first: str) -> re.Pattern[str]:
    """A label that begins with a character, or any (""), with what proves it."""
    named = _names(first)
    dated = _either(
        _chinese(first, "published", shortest=2), _chinese(first, "modified", shortest=4)
    )
    told = (
        ("|".join(_from(first, _BARE_LABELS)), ""),
        (named, rf"(?={_CLOSED}{_COLON}{_NO_GENDER})"),
        (dated, _DAY_AHEAD),
        (_chinese(first, "views", shortest=3), _COUNT_AHEAD),
        (_chinese(first, "views", shortest=2), _SURE_COUNT_AHEAD),
    )
    proved = _either(*(f"(?:{names}){ahead}" for names, ahead in told if names))
    barred = _spaced(_from(first, _BEFORE_BARS)) or r"(?!)"
    return re.compile(
        rf"(?P<label>{proved})(?:{_CLOSED}{_COLON}){{0,2}}"
        rf"|(?P<barred>{barred}){_GAP}{_BAR}{_NAME_AHEAD}"
    )


def _spelt_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first place of a part of a text at which a label is spelt."""
    for at in range(start, min(end, len(text))):
        if text[at] in _FIRSTS and (found := _labels_at(text[at]).match(text, at, end)):
            return found
    return None


# Every label ends at one of these, or begins with one: prose is searched for them, by their first
# characters and in either script, and the vocabulary is asked around them only.
_DATED = either_script(_ends("published", shortest=2) + _ends("modified", shortest=4))
_COUNTED = either_script(_ends("views", shortest=2))
_NAMING = either_script(
    "".join(end + end.upper() for role in _NAMED for end in _ends(role, shortest=1))
)
# What may stand before a label's colon, which most colons of a page have not got there: 09:05.
_ENDS = either_script("".join(sorted({name[-1] for name in _ROLE})))
_LASTS = re.escape("".join(dict.fromkeys(_ENDS + _ENDS.upper())) + "ς")
_MARK = re.compile(
    rf"[{COLONS}|｜丨│/／本稿文{_DATED}{_COUNTED}]"
    rf"(?:(?<=[{_LASTS} \u3000\xa0{BOUNDARY}\]】］]{_COLON})"
    rf"|(?<=[{_NAMING}]{_BAR})|(?<=[{_NAMING}][ \u3000\xa0{BOUNDARY}]{_BAR})"
    rf"|(?<=本)文[来來]源[于於]|(?<=稿)件[来來]源[于於]|(?<=文)章[来來]源[于於]"
    rf"|(?<=[{_DATED}]){_DAY_AHEAD}|(?<=[{_COUNTED}]){_COUNT_AHEAD})"
)
# Characters from a label's beginning to its mark, and behind that to all that proves it.
_REACH, _ROOM = 32, 24
COLON_FIRST = re.compile(_COLON)
_MAY_BEGIN = frozenset(either_script("".join(_FIRSTS)))
_MAY_END = frozenset(_ENDS)
_SQUEEZED = frozenset(name.replace(" ", "") for name in _ROLE)
# How long the names are that end with a character, the longest first.
_SIZES = {
    end: sorted({len(name) for name in _SQUEEZED if name[-1] == end}, reverse=True)
    for end in {name[-1] for name in _SQUEEZED}
}
_CLOSING = f"{BOUNDARY}]】］"
_GAPS = f"{_CLOSING} \n\t\xa0\u3000"
BLANKS = re.compile(r"[^\S\n]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
# These are said inside longer words (会议时间：, 联系记者：): only at a boundary are they labels.
_STRONG_LENGTH = 3
_LONGEST_LABEL = 28  # characters of a label
_BLANKS_A_LABEL = 4  # blanks between two of its characters
# Glued to the value before: 来源：某某院作者：某人. Behind another label, without a blank between.
_GLUED_NAMES = """
    来源 作者 编辑 责编 摄影 审核 点击 浏览 阅读 字号 字体 日期 时间 记者 撰稿 供稿 校对 浏览量 浏览数 点击数
    点击量 阅读量 阅读数 访问量 发布人 发布者 审核人 撰稿人 供稿人 通讯员 录入人
"""
_GLUED = frozenset(_GLUED_NAMES.split())
_GLUED_VALUE = re.compile(r"[^\s。，；：:]{2,20}")
# What ends a value: a bar, a bracket, a count, and the controls that follow on the last field.
_BREAK = re.compile(
    r"[|｜丨│【\[［】\]］]|(?:阅读|(?:我要|网友|参与|发表)?评论|浏览|点击|回复|参与互动)\s*[(（]"
    rf"|[\s{BOUNDARY}](?:阅读|浏览|点击|评论|播放|观看|点赞)(?:量|数|次数)?\s?[:：]?\s?\d"
    rf"|[\s{BOUNDARY}](?:(?:我要)?打印(?:本页|本文)?|关闭(?:窗口|本页)?|(?:我要)?收藏|分享|返回|纠错|(?:我要|参与|发表|网友|查看)评论|我来说两句|参与互动|手机看新闻|小字号|Print|Close)"
    rf"(?=[\s{BOUNDARY}|｜】\]]|$)"
)
# A value may stand in brackets of its own: 发布时间：[2023-02-13], 来源：[ 某报 ]
_IN_BRACKETS = re.compile(rf"[\s{BOUNDARY}]*[【\[［]([^【\[［】\]］]+)[】\]］]")
# A label that the vocabulary has not got ends a value all the same: 作者： 部门：某学院.
# And one in letters: Source: | Page views: 120.
_UNKNOWN_LABEL = re.compile(
    rf"(?:^|[\s{BOUNDARY}])(?:[\u4e00-\u9fff]{{2,6}}{_GAP}{_COLON}(?!\d)|[A-Z][a-z]{{2,12}}(?:\s[a-z]{{3,12}})?:\s)"
)
EDGE = f" \t\n\xa0\u3000{BOUNDARY}|，,;；、/"
_PEOPLE: tuple[LabelRole, ...] = (
    "author", "correspondent", "photographer", "editor", "reviewer", "publisher",
)  # fmt: skip
# What a byline is made of.
BYLINE_ROLES: frozenset[LabelRole] = frozenset(
    (*_PEOPLE, "source", "published", "modified", "views")
)
# 记者：请您谈谈这次改造。 Who is called so may speak: names have no sentence's end.
_SPEAKERS = frozenset(("记者", "本报记者", "記者", "笔者", "通讯员", "学生记者", "校园记者"))
_SPOKEN = re.compile(r"[？！?!…]|.{8}。|[^\s、，,]{16}")

# 图：演出在村口的戏台上开始，村民早早到场。 So a caption begins.
_PICTURED = frozenset(("图", "图片"))
_CAPTION = re.compile(r"[^\s、，,：:/／]{7,}[，,]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One label of a line: its role, how it is spelt, its value ("" when empty), and its span.

    `barred`: a bar or a slash parts it from its value, as signatures in a text have it too.
    """

    role: LabelRole
    label: str
    value: str
    start: int
    end: int
    barred: bool = False


def _at_boundary(text: str, start: int, label: str) -> bool:
    if start == 0 or not _HAN.match(text[start - 1]):
        # Within a word of letters no label begins: соавтор, subdate.
        return not (start and not _HAN.match(label) and text[start - 1].isalnum())
    return len(BLANKS.sub("", label)) > _STRONG_LENGTH


def _printed(text: str) -> Iterator[re.Match[str]]:
    """What is spelt like a label, from left to right; found in the text in simplified characters."""
    mark = _MARK.search(text)
    text = simplified(text) if mark else text
    start = 0
    while mark:
        at = mark.start()
        begin = _begins(text, max(start, at - _REACH), at)
        found = None if begin is None else first_label(text, begin, at + _ROOM)
        if found is None or found.start() > at:
            at += 1
        else:
            yield found
            start = at = found.end()
        mark = _MARK.search(text, at)


def _begins(text: str, lowest: int, at: int) -> int | None:
    """Where a label that ends at a mark may begin; None where no name of one stands before it."""
    if text[at] not in COLONS:
        return lowest
    before = "".join(text[lowest:at].split()).rstrip(_CLOSING).casefold()
    sizes = _SIZES.get(before[-1:], ())
    left = next((size for size in sizes if before[-size:] in _SQUEEZED), 0)
    if not left:
        return None
    end = len(text[lowest:at].rstrip(_GAPS)) + lowest
    while left and end > lowest:
        end -= 1
        left -= not text[end].isspace()
    return end


def first_label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first label of a part of a text; 编辑 | 打印 | 关闭 is a menu."""
    found = _spelt_in(text, start, end)
    while found and (
        (found["barred"] and _name().match(text, found.end(), end)) or _holds_value(text, found)
    ):
        found = _spelt_in(text, found.start() + 1, end)
    return found


def _holds_value(text: str, found: re.Match[str]) -> bool:
    """Whether a label's first word ends the value before it: 来源：央视新闻 发布日期：."""
    word, *others = BLANKS.split(found["label"] or "")
    glued = found.start() and _HAN.match(text[found.start() - 1])
    return bool(glued and len(word) > 1 and others and _role("".join(others)))


@cache
def _name() -> re.Pattern[str]:
    """A label and nothing else; compiled where it is asked for, which few sites make us do."""
    return re.compile(rf"{_GAP}(?:{_names()})(?:\W|$)")


def begins_label(text: str, at: int) -> bool:
    """Whether a label with its colon stands at a place of a text."""
    if text[at : at + 1] not in _MAY_BEGIN:
        return False
    text, at = simplified(text[at : at + _REACH + _ROOM]), 0
    found = _labels_at(text[at]).match(text, at)
    return found is not None and -1 < found.end("label") < found.end()


def split_labels(text: str) -> tuple[Labelled, ...]:
    """Every label of a byline with its value, in order.

    A value reaches to the next label, or to a bar or bracket; a label written twice
    (``作者:作者:张三``) is one; a label with nothing behind it has the value "".
    """
    hits: list[tuple[re.Match[str], LabelRole]] = []
    for match in _printed(text):
        name = match["label"] or match["barred"]
        role = _role(name)
        if role is None:
            continue  # another case of a letter than the vocabulary's, such as a dotted I
        if _at_boundary(text, match.start(), name) or (
            hits
            and name in _GLUED
            and _GLUED_VALUE.fullmatch(text, hits[-1][0].end(), match.start())
        ):
            hits.append((match, role))
    found: list[Labelled] = []
    ends = [*(match.start() for match, _ in hits[1:]), len(text)]
    for (match, role), end in zip(hits, ends, strict=False):
        raw = text[match.end() : end]
        name = match["label"] or match["barred"]
        name = name if name.isascii() else BLANKS.sub("", name)
        value = value_of(raw, role, match.string[match.end() : end])
        if name in _SPEAKERS and _SPOKEN.search(value):
            continue
        if name in _PICTURED and _CAPTION.match(value):
            continue
        barred = match["barred"] is not None
        if (
            found
            and not found[-1].value
            and found[-1].role == role
            and found[-1].end == match.start()
        ):
            barred = found.pop().barred and barred  # 作者：文/某人
        span = match.start(), match.end() + len(raw)
        found.append(Labelled(role, name, value, *span, barred=barred))
    return tuple(found)


def _role(printed: str) -> LabelRole | None:
    name = printed.casefold()
    if name[-1:] not in _MAY_END:
        return None  # most words are no label, and their last character says so
    return _ROLE.get(name if name.isascii() else simplified(BLANKS.sub("", name)))


def holds_byline(text: str) -> bool:
    """Whether a label of a byline is printed in a text."""
    names = (match["label"] or match["barred"] for match in _printed(text))
    return any(_role(name) in BYLINE_ROLES for name in names)


def value_of(raw: str, role: LabelRole, plain: str) -> str:
    """What stands behind a label, up to a bar or a bracket; or what the bracket there holds.

    `plain` is the same in simplified characters.
    """
    if role == "views":
        return raw.strip(EDGE)
    if unknown := _UNKNOWN_LABEL.search(raw):
        raw = raw[: unknown.start()]
    if held := _IN_BRACKETS.match(raw):
        if role not in _PEOPLE or not _HAN.match(raw, held.end()):
            return held[1].strip(EDGE)
        raw, plain = raw[held.end() :], plain[held.end() :]  # 作者：[某国]某人
    cut = _BREAK.search(plain)
    return _within(raw[: cut.start()] if cut else raw).strip(EDGE)


def _within(raw: str) -> str:
    """The text up to the end of a bracket that holds label and value: （通讯员：某人）近日."""
    depth = 0
    for at, char in enumerate(raw):
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth -= 1
            if depth < 0:
                return raw[:at]
    return raw


def may_hold_labels(text: str, raw: str) -> bool:
    """Whether a line (its text, and as it was gathered, in pieces) is worth being split."""
    if _MARK.search(text):
        return True
    first = raw.strip(EDGE).partition(BOUNDARY)[0].rstrip(EDGE) if BOUNDARY in raw else ""
    return len(first) <= _LONGEST_LABEL and not first.isascii()


def role_of(text: str) -> LabelRole | None:
    """The role of a label that stands alone, without a colon, as table cells print it."""
    if len(text) > _BLANKS_A_LABEL * _LONGEST_LABEL:
        return None
    return _role(text.strip(f"{COLONS} \u3000\xa0"))
