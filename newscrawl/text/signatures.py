"""Who signs: `文/甲 图/乙`, `记者 甲 通讯员 乙`, `甲 供稿`, `本报记者 甲 北京报道`.

A signature is a short text (a line of its own, or what stands in brackets) of role words and
names. It is read whole: where one part is neither, there is no signature.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from newscrawl.text.patterns import any_word
from newscrawl.text.people import is_placeholder, looks_like_body, looks_like_person, split_people
from newscrawl.text.people_tables import REPORTED_FROM
from newscrawl.text.traditional import simplified

Hand = Literal["author", "correspondent", "photographer", "editor", "reviewer"]

# The words that say what somebody did, as printed. A word in the last row says something that is
# nobody's part in the text: what follows it is left out.
ROLE_WORDS: tuple[tuple[tuple[Hand, ...], str], ...] = (
    (
        ("author", "photographer"),
        """文图 图文 文/图 图/文 文／图 图／文 文、图 图、文 文|图 文字/图片 文字/摄影 文/摄影 摄影/文 文/摄 文／摄 摄/文 文/片 采写/摄影 供稿/摄影 撰稿/摄影 文稿/摄影 供稿、摄影 撰稿、摄影 文、摄影
        撰文/摄影 图文供稿 图文提供 文字摄影 文字图片 图片文字 撰文摄影""",
    ),
    (
        ("author",),
        """作者 本文作者 文章作者 原作者 撰稿 撰稿人 撰文 文稿 文案 撰写 撰写人 执笔 执笔人 采写 采写人 参与采写 参与记者 参与采写记者 参与报道 主笔 供稿 供稿人 供稿者 文字 文
        报道 报导 采访 投稿 投稿人""",
    ),
    (("photographer",), "摄影 摄影报道 摄像 摄影者 摄影记者 图片 图片提供 图 供图 配图 摄"),
    (
        ("editor",),
        """编 编辑 责任编辑 责编 文字编辑 网络编辑 新媒体编辑 网站编辑 本网编辑 本文编辑 本期编辑 值班编辑 文编 网编 采编 编校 编审 排版 制作 美编 编排 美术编辑
        图片编辑 主编 总编 值班主编""",
    ),
    (
        ("reviewer",),
        """审核 审核人 审稿 审稿人 审核单位 审校 审读 校对 责任校对 责校 校审 核稿 核稿人 核发 签发 终审 初审 复审 一审 二审 三审 监制
        总监制 值班总监 值班主任 审定 审签""",
    ),
    (
        (),
        """来源 素材来源 资料来源 图片来源 信息来源 文章来源 稿件来源 供稿单位 供稿部门 供稿科室 来稿单位 投稿单位 撰稿单位
        报送单位 单位 作者单位 作者简介 简介 实习编辑 翻译 编译 整理 设计 剪辑 制图 策划
        统筹 出品 电话 联系人 联系记者 日期 时间 发布日期 发布时间 发稿日期 发稿时间 更新时间 发布者 发布人 发布单位 浏览次数
        浏览量 浏览 点击 阅读 阅读量""",
    ),
)
_WRITING = "记者 评论员 特约撰稿人 实习生 专栏作者 专栏作家 特约作者 签约作者"
# Who is called so is named behind it; what stands right before it says of which house.
_REPORTERS: dict[str, tuple[Hand, ...]] = {
    "记 者": ("author",),
    **dict.fromkeys(_WRITING.split(), ("author",)),
    **dict.fromkeys(("通讯员", "报道员", "通联员"), ("correspondent",)),
}
# Alone the pictures; behind a reporter's name text and pictures.
_REPORTS, _PHOTO_REPORT = ("报道", "报导"), "摄影报道"
_REPORTED = frozenset((*_REPORTS, "采访", "采写", "整理", "编译"))
# Said of a reporter's name and the place behind it, without a blank between: 记者某甲北京报道.
_FROM = re.compile(
    rf"(?P<name>[\u3400-\u9fff]{{2,4}}?)(?:(?:{any_word(REPORTED_FROM)})[省市县州]?){{1,2}}(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:[专即]?[电讯时])?"
)
_HANDS = {word: hands for hands, words in ROLE_WORDS for word in words.split()} | _REPORTERS
# Who is named behind one of these has written the text and taken its pictures.
TEXT_AND_PICTURES = frozenset(ROLE_WORDS[0][1].split())
_STRONG = any_word(word for word in _HANDS if len(word) > 1)
# Asked first, as most characters begin none of them: ten times as fast.
_MAY_BEGIN = "".join(sorted({word[0] for word in _HANDS}))
_COLONS = "：:"
_BARS = "/／|｜丨" + _COLONS
_BLANKS = " \t\n\xa0\u3000"
_PAUSES = "、，,；;"
_EDGE = _BLANKS + _BARS + _PAUSES + "·-—.◎○●□■◆▲△★☆▍▌"
# 编辑部, 记者站, 审核中心: there the word is a part of a name.
_NOT_A_PART = r"(?!部|处|室|会|站|团|社|系|组|中心|委员|招募|名单|培训|记者)"
# 图/文嘉: glued to what follows, 文 is the first character of a name.
_ROLE = re.compile(
    rf"(?=[{_MAY_BEGIN}])(?:(?:{_STRONG}){_NOT_A_PART}(?<!图[/／、]文(?=[\u3400-\u9fff]))"
    rf"|(?:^|(?<=[{_BLANKS}{_BARS}{_PAUSES}]))[文图编](?=[{_BLANKS}{_BARS}]|$)"
    rf"|摄(?=[{_BLANKS}{_BARS}{_PAUSES}]|$))"
)
_RUNS = re.compile(rf"[{_BLANKS}]+")
_PLACES = re.compile(rf"[{_BLANKS}/／]+")
_SENTENCE = re.compile(r"[。！？!?]")
# Behind the name, when and where: 5月13日报道, 发自北京.
_WHERE = re.compile(
    r"[\s、，]*(?:发自.{2,10}|(?:\d{4}年)?\d{1,2}月\d{1,2}日[电讯]?|[\u4e00-\u9fff]{2,4}专?电)$"
)
# 作者某人系某大学教授
_IS = re.compile(r"(?<=[\u4e00-\u9fff]{2})[系为是](?=[\u4e00-\u9fff]{2}).*$")
# 联系记者, 告诉记者, 多名记者: who is told or asked signs nothing.
_TOLD = re.compile(r"(?:联系|采访|邀请|告诉|接受|回答|各位|[据对向问答与和名位等])$")
# 《某刊》作者 甲
_HOUSE = re.compile(r"[《“【][^》”】]{1,16}[》”】]")
# Somebody's part that begins within another value: 来源：某报 记者 甲.
OTHER_ROLE = re.compile(
    r"(?:\s|(?<=[报社网台刊])(?=记者))(?:[\u4e00-\u9fff]{0,4}记者|通讯员|摄影|编辑|责编|审核)\s"
)
# The value of a label that does: or each name in it has its part behind it, 甲/文 乙/图.
HOLDS_ROLES = re.compile(
    rf"{OTHER_ROLE.pattern}|(?P<each>[/／\s](?:文字?|图片?|摄影?|撰文|摄像)(?=\W|$))"
)
_LONGEST = 120  # characters of a signature
_LONGEST_HOUSE = 24  # characters of a house before its people
_LONGEST_NAME = 20  # characters of a name
_LONGEST_PERSON = 3  # of one that a house's short name is not
_LONGEST_HAN_NAME = 4  # of a Chinese one
_NUMBER = re.compile(r"\d")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Signed:
    """Names and what they did, with the word that says so."""

    hands: tuple[Hand, ...]
    names: tuple[str, ...]
    word: str


@dataclass(frozen=True, slots=True)
class _Role:
    words: tuple[str, ...]

    @property
    def hands(self) -> tuple[Hand, ...]:
        # 摄影：本报记者 甲 names a photographer: of which house is no part of its own.
        told = [word for word in self.words if word not in _REPORTERS] or self.words
        told = self.words if self.words[-1] == _PHOTO_REPORT else told
        return tuple(dict.fromkeys(hand for word in told for hand in _HANDS[word]))


@dataclass(frozen=True, slots=True)
class _Names:
    """A text that should be names: `apart` from its role by a blank, or `free` of it by a bar."""

    text: str
    apart: bool
    free: bool


def read_signature(text: str) -> tuple[Signed, ...]:
    """The parts of a signature in order; nothing where the text is not one."""
    text = text.strip(_EDGE)
    if not text or len(text) > _LONGEST or _SENTENCE.search(text):
        return ()
    if not (tokens := _tokens(text)):
        return ()
    signed = [_signed(role, names) for role, names in _pairs(tokens)]
    return () if None in signed else tuple(one for one in signed if one and one.names)


def _tokens(text: str) -> list[_Role | _Names]:
    """Roles and what stands between them; nothing without a role, or of a reporter told of."""
    tokens: list[_Role | _Names] = []
    start = 0
    for match in _ROLE.finditer(simplified(text)):
        word, between = match[0], text[start : match.start()]
        role = tokens[-1] if tokens else None
        if word in _REPORTERS:
            if _TOLD.search(between):
                return []
            named = bool(text[match.end() :].strip(_EDGE))
            between = _without_house(between, leads=role is None, named=named)
        elif role is None and _HOUSE.fullmatch(between.strip(_EDGE)):
            between = ""
        elif word in _REPORTS:
            between = _without_place(between)
        elif text[match.end() : match.end() + 1] in set(_COLONS):
            between = _without_desk(between)
        _add(tokens, between)
        role = tokens[-1] if tokens else None
        if isinstance(role, _Role):
            # 作者： 编辑：甲 names an editor: behind the first colon nobody stands.
            empty = ":" in between or "：" in between
            # 记者 甲 報導 / 編輯 乙: the report is behind whoever made it.
            empty |= len(tokens) > 1 and role.words[-1] in _REPORTS
            tokens[-1] = _Role((word,) if empty else (*role.words, word))
        else:
            tokens.append(_Role((word,)))
        start = match.end()
    if tokens:
        _add(tokens, text[start:])
    return tokens


def _without_house(between: str, *, leads: bool, named: bool) -> str:
    """What stands before 记者, without the house that the word is glued to.

    `named`: names follow; `leads`: and at the head nothing but the house can stand there.
    """
    if leads and named and len(between) <= _LONGEST_HOUSE:
        return ""
    if not between or between[-1] in _EDGE:
        return between
    runs = _RUNS.split(between.strip(_EDGE))
    name = runs[-1]
    if named and len(runs) == 1 and between[0] in _COLONS and len(name) != _LONGEST_PERSON:
        return ""  # 采写：南都记者 甲
    glued = len(runs) == 1 and between[0] not in _EDGE
    if glued or (looks_like_person(name) and len(name) <= 3 and not looks_like_body(name)):
        return between
    return " " + " ".join(runs[:-1])


def _without_desk(between: str) -> str:
    """What stands before 编辑：, without the house that the word is glued to: 某甲　某社编辑：."""
    runs = _RUNS.split(between.strip(_EDGE))
    house = len(runs) > 1 and between[-1] not in _EDGE
    if house and len(runs[-1]) == _LONGEST_PERSON and looks_like_person(runs[-1]):
        return between
    return " " + " ".join(runs[:-1]) if house else between


def _without_place(between: str) -> str:
    """What stands before 报道, without the place that the word is glued to."""
    runs = _PLACES.split(between.strip(_EDGE))
    glued = bool(between) and between[-1] not in _EDGE
    return " " + " ".join(runs[:-1]) if glued and len(runs) > 1 else between


def _add(tokens: list[_Role | _Names], between: str) -> None:
    if text := between.strip(_EDGE):
        ends = {between[0], between[-1]}
        bars = {between.strip(_BLANKS)[0], between.strip(_BLANKS)[-1]}
        tokens.append(_Names(text, bool(ends & set(_EDGE)), bool(bars & set(_BARS))))


def _pairs(tokens: list[_Role | _Names]) -> list[tuple[_Role, _Names]]:
    """Each role with its names, which stand all behind their roles or all before them."""
    first, last = tokens[0] if tokens else None, tokens[-1] if tokens else None
    if isinstance(first, _Role) and isinstance(last, _Role):
        if not set(first.words) <= _REPORTERS.keys():
            tokens = []
        elif last.words == (_PHOTO_REPORT,):
            tokens = [_Role((*first.words, *last.words)), *tokens[1:-1]]
        else:
            # 记者 甲 通讯员 乙 报道, but 记者 甲 文 乙 图: there the head holds for all.
            tokens = tokens[:-1] if _REPORTED.issuperset(last.words) else tokens[1:]
    elif isinstance(first, _Names) and isinstance(last, _Names) and _is_house(first, tokens):
        tokens = tokens[1:]
    elif isinstance(first, _Names) and isinstance(last, _Names) and len(tokens) > 2:
        # 某处供稿 摄影/甲: the first role is the first names', the next one the next names'.
        role = tokens[1]
        if not isinstance(role, _Role) or len(role.words) != 2:
            return []
        tokens = [first, _Role(role.words[:1]), _Role(role.words[1:]), *tokens[2:]]
    pairs: list[tuple[_Role, _Names]] = []
    for one, other in zip(tokens[::2], tokens[1::2], strict=False):
        if isinstance(one, _Role) and isinstance(other, _Names):
            pairs.append((one, other))
        elif isinstance(one, _Names) and isinstance(other, _Role):
            pairs.append((other, one))
    return pairs


def _is_house(first: _Names, tokens: list[_Role | _Names]) -> bool:
    """Whether a signature begins with where they are from who sign it: 宣传部 文/甲 图/乙."""
    role = tokens[1] if len(tokens) > 2 else None
    return isinstance(role, _Role) and len(role.words) == 1 and looks_like_body(first.text)


def _signed(role: _Role, names: _Names) -> Signed | None:
    """The names of a role; None where what should be names is something else."""
    hands, word = role.hands, role.words[0]
    if not hands:
        return Signed((), (), word)
    text = _WHERE.sub("", names.text)
    if role.words[0] in _REPORTERS and (sent := _FROM.fullmatch(simplified(names.text))):
        text = names.text[: sent.end("name")]
    if not names.free:
        text = _IS.sub("", text)
    people = split_people(_without_department(text))
    if not people:
        return Signed(hands, (), word) if is_placeholder(text) else None
    # 文字 and 供稿 before a blank are any words; 记者 and 摄 hardly are.
    plain = not _REPORTERS.keys().isdisjoint(role.words) or "author" not in hands
    if all(_is_name(name, names, plain=plain) for name in people):
        return Signed(hands, people, word)
    return None


def _without_department(text: str) -> str:
    """The names behind the department that a slash parts from them: 宣传部/某甲."""
    house, slash, names = text.partition("/")
    of_them = slash and looks_like_body(house.strip()) and split_people(names)
    return names if of_them and all(map(looks_like_person, of_them)) else text


def _is_name(name: str, names: _Names, *, plain: bool) -> bool:
    if looks_like_person(name) or looks_like_body(name) or not _HAN.search(name):
        return True
    if names.free:
        return len(name) <= _LONGEST_NAME and not _NUMBER.search(name)
    return names.apart and plain and len(name) <= _LONGEST_HAN_NAME
