"""Byline labels: which role a printed label plays, and where its value ends.

One vocabulary for the whole project, `label_tables`. Labels are looked for in simplified
characters, whatever a page writes: 來源 is 来源, and a value stays as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from newscrawl.text.label_patterns import (
    BAR,
    BOUNDARY,
    COLON,
    COUNT_AHEAD,
    DAY_AHEAD,
    FIRSTS,
    GAP,
    NAMED,
    ROLE,
    label_names,
    labels_at,
    last_characters,
)
from newscrawl.text.label_tables import COLONS, LabelRole
from newscrawl.text.people_tables import COMPOUND_SURNAMES, SURNAMES
from newscrawl.text.traditional import either_script, simplified

__all__ = [
    "BLANKS",
    "BOUNDARY",
    "BYLINE_ROLES",
    "COLON_FIRST",
    "EDGE",
    "Labelled",
    "begins_label",
    "first_label",
    "holds_byline",
    "may_hold_labels",
    "role_of",
    "split_labels",
    "value_of",
]


def _spelt_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first place of a part of a text at which a label is spelt."""
    for at in range(start, min(end, len(text))):
        if text[at] in FIRSTS and (found := labels_at(text[at]).match(text, at, end)):
            return found
    return None


# Every label ends at one of these, or begins with one: prose is searched for them, by their first
# characters and in either script, and the vocabulary is asked around them only.
_DATED = either_script(
    last_characters("published", shortest=2) + last_characters("modified", shortest=4)
)
_COUNTED = either_script(last_characters("views", shortest=2))
_NAMING = either_script(
    "".join(end + end.upper() for role in NAMED for end in last_characters(role, shortest=1))
)
# What may stand before a label's colon, which most colons of a page have not got there: 09:05.
_ENDS = either_script("".join(sorted({name[-1] for name in ROLE})))
_LASTS = re.escape("".join(dict.fromkeys(_ENDS + _ENDS.upper())) + "ς")
_MARK = re.compile(
    rf"[{COLONS}|｜丨│/／本稿文\]】］{_DATED}{_COUNTED}]"
    rf"(?:(?<=[{_LASTS} \u3000\xa0{BOUNDARY}\]】］]{COLON})"
    rf"|(?<=[{_NAMING}]{BAR})|(?<=[{_NAMING}][ \u3000\xa0{BOUNDARY}]{BAR})"
    rf"|(?<=[\[【［][来來]源[\]】］])|(?<=[\[【［]作者[\]】］])"
    rf"|(?<=本)文[来來]源[于於]|(?<=稿)件[来來]源[于於]|(?<=文)章[来來]源[于於]"
    rf"|(?<=[{_DATED}]){DAY_AHEAD}|(?<=[{_COUNTED}]){COUNT_AHEAD})"
)
# Characters from a label's beginning to its mark, and behind that to all that proves it.
_REACH, _ROOM = 32, 24
_READ = 20_000  # characters of a text that are looked at for labels, which bylines have some dozens
COLON_FIRST = re.compile(COLON)
_MAY_BEGIN = frozenset(either_script("".join(FIRSTS)))
_MAY_END = frozenset(_ENDS)
_SQUEEZED = frozenset(name.replace(" ", "") for name in ROLE)
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
    rf"(?:^|[\s{BOUNDARY}])(?:[\u4e00-\u9fff]{{2,6}}{GAP}{COLON}(?!\d)|[A-Z][a-z]{{2,12}}(?:\s[a-z]{{3,12}})?:\s)"
)
# Behind a bracket that says of which land or house somebody is, himself.
_NAMED_BEHIND = re.compile(r"[\u3400-\u9fff]{2,}(?:[·•・][\u3400-\u9fff]+)*")
_LAND = re.compile(r"\S|\S{1,5}[国國]")
_SHORT_NAME = 3  # characters of a name behind a surname of one
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
    return re.compile(rf"{GAP}(?:{label_names()})(?:\W|$)")


def begins_label(text: str, at: int) -> bool:
    """Whether a label with its colon stands at a place of a text."""
    if text[at : at + 1] not in _MAY_BEGIN:
        return False
    told = text[at : at + _REACH + _ROOM]
    if not COLON_FIRST.search(told):
        return False  # as of most lines
    told = simplified(told)
    found = labels_at(told[0]).match(told)
    return found is not None and -1 < found.end("label") < found.end()


def split_labels(text: str) -> tuple[Labelled, ...]:
    """Every label of a byline with its value, in order.

    A value reaches to the next label, or to a bar or bracket; a label written twice
    (``作者:作者:张三``) is one; a label with nothing behind it has the value "". What is longer than
    any byline is read at its beginning.
    """
    text = text[:_READ]
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
    return ROLE.get(name if name.isascii() else simplified(BLANKS.sub("", name)))


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
        name = held[1].strip(EDGE)
        if role not in _PEOPLE or not _stands_behind(name, plain[held.end() :]):
            return name
        raw, plain = raw[held.end() :], plain[held.end() :]
    cut = _BREAK.search(plain)
    return _within(raw[: cut.start()] if cut else raw).strip(EDGE)


def _stands_behind(held: str, behind: str) -> bool:
    """Whether the person stands behind the bracket: [某国]某人, but [某人]摄影报道."""
    run = _NAMED_BEHIND.match(behind)
    if run is None or _role(run[0]):
        return False
    name = run[0]
    short = len(name) <= _SHORT_NAME and name[0] in SURNAMES
    return bool(
        short or name[:2] in COMPOUND_SURNAMES or not name.isalpha() or _LAND.fullmatch(held)
    )


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
    return _role_alone(text) if len(text) <= _BLANKS_A_LABEL * _LONGEST_LABEL else None


@lru_cache(maxsize=4096)  # a line is asked several times, and those of a template on each page
def _role_alone(text: str) -> LabelRole | None:
    return _role(text.strip(f"{COLONS} \u3000\xa0"))
