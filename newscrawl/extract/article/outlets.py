"""What stands beside a date without a label: a paper, an account, a name, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.text.date_tables import LEAD_WORDS
from newscrawl.text.labels import BOUNDARY, Labelled
from newscrawl.text.patterns import any_word
from newscrawl.text.people import (
    bare_names,
    is_post,
    looks_like_body,
    looks_like_person,
    may_be_rare,
    split_people,
    with_whole_names,
)
from newscrawl.text.people_tables import JOURNALS
from newscrawl.text.signatures import read_signature
from newscrawl.text.traditional import simplified

# What a body that gives news calls itself at the end of its name.
_OUTLET = re.compile(
    r"[\u4e00-\u9fff《》“”A-Za-z0-9·—\-]{1,18}(?:报|经济报道|周刊|网|社|广播|台|客户端|在线|杂志|新闻|头条|发布|观察|资讯|传媒|融媒|全媒|之声|"
    r"公众号|编辑部|中心|宣传部|办公室|学院|研究所|研究院|委员会|管理局|大学|集团|公司|学会|协会|医院|政府|频道)[》”]?"
    # A journal's name, by its end or because it is known: decrees, books and forms stand so, too.
    r"|《[\u4e00-\u9fff·]{1,10}(?:[学月季导会院校丛]刊|学报|画报|文摘|通讯|论坛|评论|论丛)》"
    rf"|《(?:{any_word(JOURNALS)})》"
    r"|微信公众号[：:]?\s?[“《][^”》]{2,12}[”》]"
)
# What a body's name holds in brackets at its end: 某研究所（筹）, 某大学(深圳).
_BRANCH = re.compile(r"\s?[（(][\u4e00-\u9fff]{1,4}(?<![告知示稿频图文讯])[)）]?$")
# One that nothing else is called like.
_PAPER = re.compile(r"[\u4e00-\u9fff]{1,12}(?:[报社网台]|报道|周刊|客户端|新闻|融媒)")
_ACCOUNT = re.compile(r"[\w·《》-]{3,14}")
_NOT_ACCOUNT = re.compile(
    r"^[\d\W]+$|^(?:19|20)\d\d年|评论|阅读|浏览|点击|字[号体]|打印|分享|收藏|更新|发布|时间|今天|昨天|星期|周[一二三四五六日]|上午|下午|am$|pm$|^(?:HKT|GMT|UTC|CST|BJT|JST)$"
    r"|^(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6}$|^by\b",
    re.IGNORECASE,
)
# What a column is called, not who wrote in it.
_COLUMN = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:动态|解读|提示|公告|通知|要闻|快讯|简讯|专题|专栏|图片|视频|建设|工作|活动|信息|推进|公示|资讯|生产|就办|公开)"
    r"|(?:图片|综合|校园|学校|学院|国内|国际|本地|社会|时政|热点|重要|最新|工作|行业|媒体|部门|基层|院内|所内|公司|企业|集团|中心|焦点|头条|本网|教育|科技|财经|体育|会议)新闻"
)
_SHORT = re.compile(r"[\u3400-\u9fff\w·《》-]{2,14}")
_HOST = re.compile(
    r"^(?:https?://)?[\w.-]+\.(?:com|cn|org|net|gov|edu)\S*\s*", re.IGNORECASE | re.ASCII
)
_BARS = re.compile(r"[|｜│丨]")
_SEVERAL = re.compile(r"\s?[、/／]\s?")
_PARTED = re.compile(r"[|｜│丨]|\s[/／·]\s")
_OF_A_PAPER = ("版", "栏", "页", "刊", "号", "类", "论", "点")
_APART = re.compile(rf"[|｜│丨{BOUNDARY}]+")
_TAKEN_FROM = re.compile(r"^(?:转载自|转自|摘自|选自|原载|原?载于|来源于|来自)\s*(?=[《“])")
_ORIGINAL = re.compile(r"^原[创創]\s*|(?<!\s)\s*原[创創]$")
_COUNT = re.compile(r"(?<!\S)(?:\d{1,7}次?|\d{1,4}(?:\.\d{1,2})?[万千wWkK]\+?)(?!\S)")
# 《 某报 》( 第 02 版 ): the page of a paper, and the blanks set round its name.
_EDITION = re.compile(
    r"(?:20\d\d年)?[总第]{1,2}\s?\d{1,4}\s?期|[（(]?\s{0,9}第?\s?[A-Z]{0,2}\d{1,3}\s?版\s*[)）]?|(?<=[《])\s+|(?<!\s)\s+(?=》)|[（(]\s*$"
)
# 某报 记者 某甲 编辑 某乙; 某報／記者某甲／某地報導
_SIGNING_HOUSE = re.compile(
    r"([^\s／/]{1,10}(?:[报報刊网網社台]|客户端|新闻|新聞|融媒))(?:\s+\S{0,4}记者\s|\s{0,3}[／/]\s{0,3}\S{0,4}[记記]者)"
    r"|《([^》]{2,14}[报刊社台])》\s*(?:本报)?记者\s"
)
# 某报记者 某甲 《 某报 》（ 2019年09月16日 07 版）
_OF_EDITION = re.compile(r"《\s*([^》]{2,16}?)\s*》\s*[（(][^（()）]{0,30}版\s*[)）]")
# [进入论坛]; 浏览 20
_CONTROL = re.compile(
    r"[\[【]\s?(?:进入|我要|查看|点击)[^\]】]{1,8}[\]】]"
    r"|(?:浏览|阅读|点击|点赞|评论)[量数次]{0,2}\s?[:：]?\s?\d[\d.]{0,8}[万千wWkK]?\+?\s?次?(?!\S)"
)
_AROUND = " []【】()（）［］\u3000"
_SAID_OF_THEM = ("记者", "本报记者", "通讯员")
_MOST_NAMES, _PAIR = 3, 2
# What platforms print beside an account's name.
_PLATFORM = re.compile(
    r"[\ue000-\uf8ff]|(?<!\S)[\d.]{1,9}\s?[万千wWkK]?\+?\s?[人次条]{0,2}(?:看过|在看|观看|阅读|浏览|播放|参与|围观|评论|点赞)(?!\S)|(?:已被?|我要)?(?:评论|跟帖|回复|收藏|分享|点赞|打印|举报|阅读|浏览|已阅)\s?(?:[（(]?\s?\d+\s?[)）]?(?:\s?次)?|[（(]?(?=\s|$))|(?:发布于|来自|IP属地[:：]?)\s*[\u4e00-\u9fff]{2,3}(?:[省市]|(?:壮族|回族|维吾尔)?自治区)?(?!\S)|\S{0,40}官方[账帐]号|(?<!\S)关注(?!\S)"
    r"|(?<!\S)(?:放大|缩小)?字[号体](?:\s?[大中小])*(?!\S)"
    r"|(?:(?:全文|阅读|预计|约)[^\d\s]{0,6}\s*)?\d{1,6}\s?(?:分钟|字)(?:阅读)?(?!\S)"
)


def outlet_in(text: str) -> str | None:
    """A bare news outlet's or body's name, when that is all that is left beside a date."""
    if edition := _OF_EDITION.search(text):
        return f"《{edition[1]}》"
    text = _unsigned(text)
    rest = _beside_date(text)
    if _is_column(rest):
        return None
    if _is_outlet(rest) or _are_bodies(rest):
        return rest
    return _house_of(text, rest) or _account_of(rest)


def _house_of(text: str, rest: str) -> str | None:
    """The house beside whose name its people stand."""
    if signing := _SIGNING_HOUSE.match(rest):
        return signing[1] or signing[2]
    if signed := _house_and_writer(text):
        return signed[0]
    _, others = _names_and_others(rest)
    if len(others) == 1 and is_named_body(others[0]):
        return others[0]
    return _house_and_writers(text)


def _account_of(rest: str) -> str | None:
    """An account's name stands alone beside the date; a person's name there is the author's."""
    alone = (
        _ACCOUNT.fullmatch(rest)
        and not (_is_person(rest) or _NOT_ACCOUNT.search(simplified(rest)))
        and rest.lower() not in LEAD_WORDS
    )
    if looks_like_body(rest) and not looks_like_person(rest):
        return rest  # 团委
    return rest if alone and not read_signature(rest) else None


def _unsigned(text: str) -> str:
    """What is beside a date without who signs there, each parted by bars: 某处 | 责编 某甲."""
    pieces = _PARTED.split(text)
    kept = [one for one in pieces if not read_signature(one.strip(_AROUND + BOUNDARY))]
    return " ".join(kept) if 0 < len(kept) < len(pieces) else text


def _is_person(word: str) -> bool:
    """Whether a word is somebody's name, and no department's that begins like one: 安全处."""
    return looks_like_person(word) and not looks_like_body(word)


def is_named_outlet(text: str) -> bool:
    """Whether what is left beside a date calls itself a paper, an agency or a body."""
    rest = _beside_date(text)
    return _is_outlet(rest) and not _is_column(rest)


def is_name_beside(text: str) -> bool:
    """Whether what is left beside a date is some name of an outlet, a body or a column."""
    rest = _beside_date(text)
    return _is_outlet(rest) or _is_column(rest)


def names_house(text: str) -> bool:
    """Whether what is left beside a date is the name of a paper, a body or a department."""
    rest = _beside_date(text)
    return bool(rest) and is_named_body(rest)


def is_named_body(text: str) -> bool:
    """Whether a text is the name of a paper, a body or a department, by its end."""
    named = _is_outlet(text) or looks_like_body(text)
    return named and not _is_column(text)


def account_in(text: str) -> str | None:
    """The short name in an element that calls itself the source's, whoever has it."""
    text = text.strip()
    return text if _SHORT.fullmatch(text) and not _NOT_ACCOUNT.search(simplified(text)) else None


def names_in(text: str) -> tuple[str, ...]:
    """The persons named beside a date, when at most an outlet is named beside them."""
    rest = _beside_date(text)
    if names := bare_names(rest):
        return names
    names, others = _names_and_others(rest)
    pieces = [one for piece in text.split(BOUNDARY) if (one := piece.strip())]
    if len(pieces) == _PAIR and looks_like_person(pieces[0]) and account_in(pieces[1]):
        return (pieces[0],)  # each in an element of its own, as accounts of platforms sign
    if signed := _house_and_writer(text):
        return (signed[1],)
    if not others:  # 党委书记 某甲; 文考所 is a body, whatever it begins with
        return tuple(name for name in names if not looks_like_body(name))
    if len(others) != 1:
        return ()
    # A department's person, or a paper's.
    return names if _is_outlet(others[0]) or looks_like_body(others[0]) else ()


def signed_in(text: str) -> Iterator[Labelled]:
    """The signatures beside a date: `记者 某甲 通讯员 某乙`, `某甲/文 某乙/图`."""
    text = _CONTROL.sub(" ", _OF_EDITION.sub(" ", text))
    pieces = [piece for piece in text.split(BOUNDARY) if len(read_signature(piece)) > 1]
    for piece in pieces or _BARS.split(text.replace(BOUNDARY, " ")):
        for one in read_signature(piece.strip(_AROUND)):
            for hand in one.hands:
                yield Labelled(hand, one.word, "、".join(one.names), 0, len(text))


def _is_outlet(text: str) -> bool:
    return _OUTLET.fullmatch(_BRANCH.sub("", simplified(text))) is not None


def is_paper(text: str) -> bool:
    """Whether a name is that of who gives news, which no department is called like."""
    return _PAPER.fullmatch(simplified(text.strip("《》“”"))) is not None


def _are_bodies(text: str) -> bool:
    """Whether a text names several papers or departments: 某处、某处; 某报/某网."""
    names = _SEVERAL.split(text)
    return len(names) > 1 and all(map(is_named_body, names))


def _is_column(text: str) -> bool:
    return _COLUMN.fullmatch(simplified(text)) is not None


def _names_and_others(rest: str) -> tuple[tuple[str, ...], list[str]]:
    words = [word for word in re.split(r"[\s|｜丨·]+", with_whole_names(rest)) if word]
    persons = tuple(word for word in words if looks_like_person(word))
    # 安全部 begins like a surname: beside somebody's name it is his department's.
    names = tuple(word for word in persons if not looks_like_body(word)) or persons
    if not 0 < len(names) <= _MOST_NAMES:
        return (), []
    others = (word for word in words if word not in names and word not in _SAID_OF_THEM)
    return names, [word for word in others if not is_post(word)]


def _house_and_writer(text: str) -> tuple[str, str] | None:
    """A paper or a department and somebody, parted by a bar or each in an element of its own.

    Behind a paper stands its writer, whose surname may be a rare one.
    """
    pieces = [one for piece in _APART.split(text) if (one := _beside_date(piece))]
    if len(pieces) != _PAIR:
        return None
    house, who = pieces if is_named_body(pieces[0]) else reversed(pieces)
    if not is_named_body(house) or _is_column(who) or who.endswith(_OF_A_PAPER):
        return None
    rare = house is pieces[0] and may_be_rare(who) and _is_outlet(house)
    rare = rare and not _NOT_ACCOUNT.search(simplified(who))  # 字号大 is a control
    return (house, who) if rare or looks_like_person(who) else None


def _house_and_writers(text: str) -> str | None:
    """The paper in an element of its own, where those beside it hold names: 某报 | 某甲, 实习生 某乙."""
    pieces = [one for piece in text.split(BOUNDARY) if (one := _beside_date(piece))]
    if len(pieces) < _PAIR or not _PAPER.fullmatch(simplified(pieces[0])) or _is_column(pieces[0]):
        return None
    named = [name for piece in pieces[1:] for name in split_people(piece)]
    return pieces[0] if named and all(map(looks_like_person, named)) else None


def _beside_date(text: str) -> str:
    text = text.replace(BOUNDARY, " ")
    if not text or text.isspace():
        return ""  # mostly nothing stands beside a date
    text = _EDITION.sub("", text) if "版" in text or "期" in text else text
    rest = _PLATFORM.sub(" ", text).strip(" |｜丨,，·-—[]【】()（）/\u3000")
    rest = _HOST.sub("", rest).strip("[]【】 ")
    rest = _ORIGINAL.sub("", _TAKEN_FROM.sub("", rest).strip(" |｜丨·"))
    return _closed(_COUNT.sub("", rest).strip(" ·"))


def _closed(text: str) -> str:
    """A name with the bracket at its end, that was taken for one round the whole: 某大学(深圳."""
    ends = (close for begin, close in ("（）", "()") if text.count(begin) > text.count(close))
    return text + next(ends, "")
