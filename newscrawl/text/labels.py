"""Byline labels: which role a printed label plays, and where its value ends.

One vocabulary for the whole project. Spellings were seen in 315 public site configurations and in
stored pages of universities, academies and ministries; a family that needs another one adds it
here, where every page profits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

LabelRole = Literal[
    "source",
    "author",
    "correspondent",
    "photographer",
    "editor",
    "reviewer",
    "publisher",
    "published",
    "modified",
    "views",
    "keywords",
    "summary",
    "stop",
]

# Between two pieces of text that stand in different inline elements of one line.
BOUNDARY = "\x02"

LABELS: dict[LabelRole, str] = {
    "source": """来源 信息来源 文章来源 稿件来源 新闻来源 内容来源 资料来源 消息来源 本文来源 来源于 本文来源于 稿件来源于 文章来源于 稿源
        文章出处 出处 转自 转载自 来稿单位 来稿 供稿单位 投稿单位 撰稿单位 供稿部门 来源单位 信源
        來源 文章來源 消息來源 資料來源 Source From""",
    "author": """作者 原作者 本文作者 文章作者 文图作者 撰稿 撰稿人 撰文 供稿 供稿人 供稿者 执笔 执笔人 文字 文
        文/图 图/文 文图 图文 采写 采写/摄影 采访 报道 记者 本报记者 特约记者 见习记者 实习记者 投稿人 投稿
        笔者 編輯作者 撰寫 Author Authors Written_by By""",
    "correspondent": """通讯员 特约通讯员 学生通讯员 通訊員 学生记者 校园记者""",
    "photographer": """摄影 摄像 图片 图 摄 供图 配图 摄影者 图片作者 摄影报道 攝影 Photo Photos Photo_by""",
    "editor": """编辑 责任编辑 责编 责任编缉 网络编辑 新媒体编辑 本文编辑 网站编辑 本期编辑 本网编辑 文字编辑 编校
        排版 制作 美编 选稿 编审 录入 录入者 录入人 文章录入 录入员 值班编辑 主编 总编 整理 编排 編輯 責任編輯
        Editor Edited_by""",
    "reviewer": """审核 审核人 审稿 审稿人 审校 终审 核稿 核稿人 核发 初审 复审 二审 三审 一审 审签 签发 审定 校对
        校审 责任校对 责校 监制 值班总监 值班主任 审批""",
    "publisher": """发布者 发布人 发布单位 发布部门 发布 上传者 上传人 上传 提交人 提交者 拟稿人 发布科室
        Published_by Posted_by""",
    "published": """发布时间 发布日期 发布于 发表时间 发表日期 发表于 发稿时间 发稿日期 时间 日期 上传时间 上传日期 添加时间
        添加日期 创建时间 创建日期 加入时间 录入时间 提交时间 公开日期 公开时间 公布日期 发文时间
        更新于 刊登日期 刊发时间 登载时间 信息时间 新闻时间 文章时间 文章日期
        發布時間 發佈時間 發布日期 發佈日期 發表時間 日期時間
        Date Published Posted Release_time Post_date Publish_date Updated_on""",
    "modified": """更新时间 更新日期 最后更新 最后更新时间 最近更新 修改时间 修改日期 最后修改 最后修改时间 更新
        最後更新 更新時間 Updated Modified Last_updated Last_modified""",
    "views": """浏览次数 浏览量 浏览数 浏览 点击数 点击次数 点击量 点击率 点击 阅读次数 阅读量 阅读数 阅读 访问次数
        访问量 访问数 访问 人气 查看次数 查看 点阅数 浏覽次數 瀏覽次數 瀏覽人次 點閱次數 已阅读 阅览次数
        Views Hits Clicks PageViews""",
    "keywords": """关键词 关键字 标签 文章关键词 關鍵字 主题词 Keywords Tags""",
    "summary": """摘要 内容提要 导读 内容摘要 核心提示""",
    "stop": """字体 字号 文字大小 字体大小 大小 分享 分享到 分享至 打印 打印本页 收藏 关闭 视力保护色 保护视力色 背景色
        索引号 发布机构 发文机关 文号 发文字号 主题分类 组配分类 有效性 统一编号 公开方式 信息索引 索 名称 信息名称
        成文日期 发文日期 生成日期 生效日期 废止日期 截止日期 截止时间 开始时间 结束时间
        分类 所属分类 所属栏目 栏目 类别 频道 信息分类 信息类别 评论 评论数 点赞 回复 推荐 投诉 纠错 扫一扫
        联系电话 电话 地址 邮编 邮箱 传真 联系人 语音播报 阅读模式 选择阅读字号 您现在的位置 当前位置
        您的位置 原标题 原文链接 链接 网址 上一篇 下一篇 上一条 下一条 附件 版权所有 主办 主办单位 承办单位
        作者单位 作者简介 单位 工作单位 联系记者 已下载 下载次数 下载 声明 备案号 支持单位 Share Font Size Tags Category Print""",
}

_COLON = r"[:：︰﹕]"
# A blank inside a label is written as "_" above, so that the vocabulary stays a list of words.
_ROLE: dict[str, LabelRole] = {
    name.replace("_", " ").casefold(): role
    for role, names in LABELS.items()
    for name in names.split()
}


def _pattern(name: str) -> str:
    """A label as printed: "来 源" and "来　源" are the same label as "来源"."""
    if name.isascii():
        return re.escape(name)
    return r"[ \u3000\xa0]{0,4}".join(re.escape(char) for char in name)


_NAMES = "|".join(_pattern(name) for name in sorted(_ROLE, key=len, reverse=True))
# Labels that need no colon, because they are words of a phrase: 本文来源于某报.
_BARE_LABELS = "本文来源于|稿件来源于|文章来源于"
_GAP = rf"[ \u3000\xa0{BOUNDARY}]{{0,4}}"


def _spellings(role: LabelRole, shortest: int) -> list[str]:
    """The Chinese spellings of a role that have as many characters, the longest first."""
    names = {name for name in LABELS[role].split() if len(name) >= shortest and not name.isascii()}
    return sorted(names, key=lambda name: (-len(name), name))


def _chinese(role: LabelRole, *, shortest: int) -> str:
    """Those spellings as one alternative."""
    return "|".join(map(_pattern, _spellings(role, shortest)))


def _ends(role: LabelRole, *, shortest: int) -> str:
    """The characters that those spellings end with."""
    return "".join(sorted({name[-1] for name in _spellings(role, shortest)}))


# Nor do they need one before a value that can be nothing else: 发布时间 2023-02-13, 浏览量 78, 阅读(12).
_DAY_AHEAD = rf"(?={_GAP}[\[（(]?(?:19|20)\d\d\s?[-./年])"
_COUNT_AHEAD = rf"(?={_GAP}[\[（(]?\d{{1,9}}(?!\d))"
_BEFORE_VALUE = (
    rf"(?:{_chinese('published', shortest=2)}|{_chinese('modified', shortest=4)}){_DAY_AHEAD}"
    rf"|(?:{_chinese('views', shortest=3)}){_COUNT_AHEAD}"
    rf"|(?:{_chinese('views', shortest=2)})(?={_GAP}[（(]\d{{1,9}}[)）])"
)
_FIRSTS = re.escape("".join(sorted({name[0] for name in _ROLE})))
_LABEL = re.compile(
    rf"(?=[{_FIRSTS}])"
    rf"(?P<label>(?:{_BARE_LABELS})|(?:{_NAMES})(?={_GAP}{_COLON})|{_BEFORE_VALUE})"
    rf"(?:{_GAP}{_COLON}){{0,2}}",
    re.IGNORECASE,
)
# Every label ends at one of these, or begins with one: prose is searched for them, by their first
# characters, and the vocabulary is asked around them only.
_DATED = _ends("published", shortest=2) + _ends("modified", shortest=4)
_COUNTED = _ends("views", shortest=2)
_MARK = re.compile(
    rf"[:：︰﹕本稿文{_DATED}{_COUNTED}](?:(?<={_COLON})"
    rf"|(?<=本)文来源于|(?<=稿)件来源于|(?<=文)章来源于"
    rf"|(?<=[{_DATED}]){_DAY_AHEAD}|(?<=[{_COUNTED}]){_COUNT_AHEAD})"
)
# Characters from a label's beginning to its mark, and behind that to all that proves it.
_REACH, _ROOM = 32, 24
# A pattern that matches, taking nothing, where a label with its colon follows.
LABEL_AHEAD = rf"(?=(?:{_NAMES}){_GAP}{_COLON})"
_COLON_FIRST = re.compile(_COLON)
_BLANKS = re.compile(r"[ \u3000\xa0]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
# These are said inside longer words (会议时间：, 联系记者：): only at a boundary are they labels.
_STRONG_LENGTH = 3
_LONGEST_LABEL = 16
# Glued to the value before: 来源：某某院作者：某人. Behind another label, without a blank between.
_GLUED = frozenset(["来源", "作者", "编辑", "责编", "摄影", "审核", "点击", "浏览", "阅读"])
_GLUED_VALUE = re.compile(r"[^\s。，；：:]{2,20}")
_BREAK = re.compile(r"[|｜【\[［】\]］]|(?:阅读|评论|浏览|点击|回复)\s*[(（]")
# A value may stand in brackets of its own: 发布时间：[2023-02-13], 来源：[ 某报 ]
_IN_BRACKETS = re.compile(rf"[\s{BOUNDARY}]*[【\[［]([^【\[［】\]］]+)[】\]］]")
# Behind a label of people a label that the vocabulary has not got: 作者： 部门：某学院.
_UNKNOWN_LABEL = re.compile(rf"[\s{BOUNDARY}]*[\u4e00-\u9fff]{{2,6}}{_GAP}{_COLON}")
_EDGE = f" \t\n\xa0\u3000{BOUNDARY}|，,;；、/"
_PEOPLE: tuple[LabelRole, ...] = (
    "author", "correspondent", "photographer", "editor", "reviewer", "publisher",
)  # fmt: skip
# What a byline is made of.
BYLINE_ROLES: frozenset[LabelRole] = frozenset(
    (*_PEOPLE, "source", "published", "modified", "views")
)
_DATE_OR_COUNT = re.compile(r"\W{0,2}(?:(?:19|20)\d\d\s?[-./年]|[\d,]{1,9}\D{0,2}$)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One label of a line: its role, how it is spelt, its value ("" when empty), and its span."""

    role: LabelRole
    label: str
    value: str
    start: int
    end: int


def _at_boundary(text: str, start: int, label: str) -> bool:
    if start == 0 or not _HAN.match(text[start - 1]):
        return not (
            start and label.isascii() and text[start - 1].isalnum() and text[start - 1].isascii()
        )
    return len(label) > _STRONG_LENGTH


def _printed(text: str) -> Iterator[re.Match[str]]:
    """What is spelt like a label, from left to right."""
    start = at = 0
    while mark := _MARK.search(text, at):
        at = mark.start()
        found = _LABEL.search(text, max(start, at - _REACH), at + _ROOM)
        if found is None or found.start() > at:
            at += 1
            continue
        yield found
        start = at = found.end()


def split_labels(text: str) -> tuple[Labelled, ...]:
    """Every label of a byline with its value, in order.

    A value reaches to the next label, or to a bar or bracket; a label written twice
    (``作者:作者:张三``) is one; a label with nothing behind it has the value "".
    """
    hits: list[re.Match[str]] = []
    for match in _printed(text):
        if _at_boundary(text, match.start(), match["label"]) or (
            hits
            and match["label"] in _GLUED
            and _GLUED_VALUE.fullmatch(text, hits[-1].end(), match.start())
        ):
            hits.append(match)
    found: list[Labelled] = []
    for index, match in enumerate(hits):
        end = hits[index + 1].start() if index + 1 < len(hits) else len(text)
        raw = text[match.end() : end]
        name = match["label"] if match["label"].isascii() else _BLANKS.sub("", match["label"])
        role = _ROLE[name.casefold()]
        value = _value(raw, role)
        if (
            found
            and not found[-1].value
            and found[-1].role == role
            and found[-1].end == match.start()
        ):
            found.pop()
        found.append(Labelled(role, name, value, match.start(), match.end() + len(raw)))
    return tuple(found)


def _value(raw: str, role: LabelRole) -> str:
    """What stands behind a label, up to a bar or a bracket; or what the bracket there holds."""
    if role == "views":
        return raw.strip(_EDGE)
    if role in _PEOPLE and _UNKNOWN_LABEL.match(raw):
        return ""
    if held := _IN_BRACKETS.match(raw):
        return held[1].strip(_EDGE)
    cut = _BREAK.search(raw)
    return _within(raw[: cut.start()] if cut else raw).strip(_EDGE)


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


def paired_labels(marked: str) -> tuple[Labelled, ...]:
    """Labels without a colon, each in an inline element of its own before its value's.

    ``<span>来源</span><span>某报</span><span>日期</span><span>2023-02-13</span>``. The line must begin
    with a label, and be one pair alone or hold a date or a count behind its label.
    """
    if BOUNDARY not in marked:
        return ()
    pieces: list[tuple[str, int]] = []
    start = 0
    for piece in marked.split(BOUNDARY):
        if text := piece.strip(_EDGE):
            if not pieces and _pair_role(text) is None:
                return ()
            pieces.append((text, start + piece.find(text)))
        start += len(piece) + 1
    found: list[Labelled] = []
    proved = len(pieces) == 2
    for (text, at), (below, _) in pairwise([*pieces, ("", 0)]):
        role = _pair_role(text)
        if role is not None:
            value = "" if _pair_role(below) else below
            proved |= role in ("published", "views") and bool(_DATE_OR_COUNT.match(value))
            found.append(Labelled(role, _BLANKS.sub("", text), value, at, at + len(text)))
        elif _COLON_FIRST.match(text) or _LABEL.search(text):
            return ()
    return tuple(found) if proved else ()


def _pair_role(text: str) -> LabelRole | None:
    """The role of a Chinese label: "by" and "date" in elements of their own are any words."""
    plain = len(text) > 1 and not text.isascii() and text[-1] not in "：:"
    role = role_of(text) if plain else None
    return role if role in BYLINE_ROLES else None


def role_of(text: str) -> LabelRole | None:
    """The role of a label that stands alone, without a colon, as table cells print it."""
    name = text if text.isascii() else _BLANKS.sub("", text)
    return _ROLE.get(name.strip("：:").casefold()) if len(name) <= _LONGEST_LABEL else None
