"""Names out of a printed value: who wrote, photographed, edited.

Better no name than a wrong one: what cannot be a person or a body is left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.text.japanese_names import is_japanese_name
from newscrawl.text.labels import BOUNDARY, role_of
from newscrawl.text.patterns import any_word
from newscrawl.text.people_tables import (
    COMPOUND_SURNAMES,
    NOT_PEOPLE,
    PLACEHOLDERS,
    REPORTED_FROM,
    SOURCE_PLACEHOLDERS,
    SURNAMES,
)
from newscrawl.text.traditional import simplified
from newscrawl.text.whitespace import clean_line, only_seen

_MARKS = "、，,;；/／|｜&＆▪●◆"  # between two names
_SPLIT = re.compile(
    rf"[{_MARKS}\n\t]|\s+(?:and|und|y|et|e|och|og|en)\s+|\s+[-–—]\s+"
    # Short words that are parts of names as well part full names only: Gaudí i Cornet is one.
    r"|\s+(?:ja|és|ve|dan|và|și|şi|un|ir|и|та|і|й|και|i|a)\s+(?=[^\W\d_]{2,}\s[^\W\d_]{2})",
    re.IGNORECASE,
)
_ROLE_WORDS = re.compile(
    r"(?:[\u4e00-\u9fff·]{0,14}?(?:全媒体)?(?:见习|实习|特约|首席|本报|本网|本刊|融媒|校园|学生|职工|驻[\u4e00-\u9fff]{2,4})?"
    r"(?:记者|記者|通讯员|通訊員|实习生|實習生|记者团|撰稿人|供稿人|摄影师|编辑|评论员|(?:专栏|签约|特约)作者|专栏作家))(?=[\s:：/]|[\u4e00-\u9fff])"
)
# 材料学院2018级 某甲: whose student somebody is.
_CLASS_OF = re.compile(rf"[^\s{_MARKS}]{{0,20}}\d{{2,4}}级[^\s{_MARKS}]{{0,12}}(?=\s)")
_PREFIX = re.compile(
    r"^(?:(?:文字|撰稿|撰文|供稿|采写|执笔|摄影|摄|图片|供图|图文|文图|文|图|作者|责编|编辑|审核)(?:[:：/／]|\s+))+"
)
# By : Anna Keller.
_BY = re.compile(r"^(?:(?:by|von|par|por|di|door|av|af)\s[\s:：]*)+", re.IGNORECASE)
_SUFFIX = re.compile(
    r"(?:\s*(?:等|供稿|撰稿|撰文|摄影|摄|文/?图|图/?文|报道|整理|采写|编译|翻译|编辑))+$"
)
_PARENS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]|[（(【\[].*$")
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}(?:[·•・][\u3400-\u9fff]{1,8})*")
_ONLY_HAN = re.compile(r"[\u3400-\u9fff·•・\s]+")
# `张 三`, `欧 阳 修`: one name set apart; four single characters are two names.
_APART = re.compile(
    r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?:[ \u3000]+[\u3400-\u9fff](?![\u3400-\u9fff]))+"
)
_BLANK = re.compile("[ \u3000]")
# `盧 靜怡`: a surname set apart from a name of two characters.
_SURNAME_APART = re.compile(
    r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff]{2})(?![\u3400-\u9fff])"
)
# `欧阳 海`: a surname of two characters set apart from a name of one.
_COMPOUND_APART = re.compile(
    rf"(?<![\u3400-\u9fff])({any_word(COMPOUND_SURNAMES)})[ \u3000]+([\u3400-\u9fff])(?![\u3400-\u9fff])"
)
# 某甲，系某大学教授; 某甲　发自北京、青川: what somebody is, or wrote from, stands behind the name.
_WHO = re.compile(
    r"(?:[，,]\s*(?:系|现任|就职于|供职于|任职于|就读于|单位|来自)|发自\s?[\u4e00-\u9fff]).*",
    re.DOTALL,
)
_DATE_BEHIND = re.compile(
    r"(?<!\s)\s*(?:(?:[1１][9９]|[2２][0０])\d\d\s*[-－./．／年]\s*\d{1,2}|[一二][九〇○零]\S{2}年\S{1,2}月"
    r"|(?<=\s)\d\d-\d\d-\d\d(?!\d)|(?<!\S)(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s"
    r"(?:\d{1,2},?\s)?(?:19|20)\d\d(?!\d)).*",
    re.DOTALL,
)
# What a writer is, or writes for, behind the name: Anna Keller, Transport Correspondent.
_JOB = re.compile(
    r"(?:[\w'’.-]+\s){0,4}(?:correspondent|reporter|editor|writer|journalist|columnist|contributor|producer|analyst|staff"
    r"|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondante?|periodista|корреспондент|журналист)s?"
    r"(?:\s(?:in|at|for)\s.*)?",
    re.IGNORECASE,
)
# Anna Keller for The Harbour Post; but Directorate-General for Soil is one name.
_FOR = re.compile(r"^(\S+\s\S.*?)\s+(?:for|in|at|from)\s+(?:the\s)?[A-Z].*$")
# Anna Keller mit AP: an agency had a part in it.
_WITH_WORD = r"(?:mit|with|avec|con|com|met|med)"
_WITH = re.compile(rf"^(\S+\s\S.*?)\s+{_WITH_WORD}\s+[A-Z]{{2,6}}$")
# Behind a comma a colleague may be named so, or the agency: avec AFP, with John Smith. With a
# capital these words are names of people and houses: Con Doherty, Met Office.
_LED_BY_WITH = re.compile(rf"\s*(?:{_WITH_WORD}|With)\s+")
# 作者：某甲，某网经授权发布，题图来自：某图库
_SENTENCE = re.compile("授权|转载|来自|版权|仅代表")
# Behind who wrote, who took the pictures or when: Katarzyna Mazur, fot. Piotr Zych, 9 maja.
_NOBODY = re.compile(
    r"^(?:fot\.|photos?|fotos?|foto|фото|kuvat?|bilder?)[\s:]|^(?:ph\.?d|m\.?d|d\.?phil|m\.?sc|mba|rn)\.?$|(?:^|\s)\d{1,2}\.?\s[^\W\d_]{3}",
    re.IGNORECASE,
)
# `某处处长 某甲`, under the title of what he wrote.
_POST = re.compile(
    r"\S*(?:长|书记|主任|主席|教授|研究员|院士|博士|委员|代表|律师|工程师|[医护药技讲]师|护士|经理|总裁|会计师|经济学家)"
)
# What stands between a house and its people: 某处 某甲, 某处/某甲, 某处（某甲）.
_BEHIND_HOUSE = re.compile(r"\s*[/／（(—–-]\s*|\s+")
_HOUSE_LENGTH, _TOGETHER = 24, 60  # characters of a house, of it and its people
_MAX_NAME = 40  # characters of a name
_EDGE = " \u3000\xa0.。:：—-*）)】]》"
_PAIR = 2  # words of a Japanese name
_MAX_NAMES = 40  # names of a value
_TWO_CHARACTERS, _THREE = 2, 3
_FOUR = 4
_SIGNS = "◎○●□■◆▲△★☆▍▌·"
_BETWEEN_NAMES = re.compile(r"[\s\u3000、，,;；/]+")
_SHORT_NAME = re.compile(r"[\u3400-\u9fff]{2,3}")
_WRITERS = ("author", "correspondent")  # labels before names of those who wrote
_MOST_BARE = 6  # names on a line that holds nothing else
_HOUSES = ("学院", "大学", "医院", "公司", "中心", "集团", "团委", "党委", "工会", "法院", "支部")
_DEPARTMENTS = "院处局厅部"  # and ends of no given name: 马院
_DISTRICT = re.compile(r".{2,3}[市县区镇省旗]")
_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}")
_BODY = re.compile(
    r"[\u3400-\u9fffA-Za-z0-9（）()]{1,18}(?:处|部|室|院|所|系|科|中心|委|办|局|厅|支部|公司|站|组|队|馆|社|团|网|报|台|校|班"
    r"|大学|[中小]学|学校|幼儿园|基地|集团|党委|机关|委员会|编辑部|工作组"
    # A meeting ends so as well: 推进会, 报告会.
    r"|(?:[学协商总工员友生]|联合|理事|董事|监事|基金|促进|研究|管委|常委|教代|红十字)会)|工会"
)


# What headlines say, and names of bodies do not.
_HAPPENS = re.compile(
    r"召开|举[行办]|开展|开[幕班工]|参[加观]|调研|[荣喜]获|获批|启动|当选|做客|签约|成立|走[进访入]|来[访校院]|我[校院所]|[的赴在为到把被让]|[，“”《》！？]"
)


@lru_cache(maxsize=1024)  # a byline is asked for its writers, for their label and for their parts
def split_people(value: str) -> tuple[str, ...]:
    """The names in the value of a people label, in order, without repeats.

    Splits at 、 ， ； / & and at blanks between two- and three-character names; drops role words
    (记者 X 通讯员 Y), brackets, "等" and placeholders.
    """
    text = only_seen(value[:2000].replace(BOUNDARY, "、"))
    text = _WHO.sub("", before_date(text))
    if together := house_and_people(text):
        return together[1]
    text = _PARENS.sub(" ", text)
    text = _SURNAME_APART.sub(_with_surname, with_whole_names(text))
    # Before the split: where a word is taken out, two names may be left.
    text = _CLASS_OF.sub(" ", _ROLE_WORDS.sub(" ", text))
    names: list[str] = []
    first, *others = _SPLIT.split(text)
    for part in (first, *map(_colleague, others)):
        for name in _of_one_part(part):
            if name not in names and not (is_placeholder(name) or _is_label(name)):
                names.append(name)
    return tuple(names[:_MAX_NAMES])


def house_and_people(text: str) -> tuple[str, tuple[str, ...]] | None:
    """A body and its people, as one value names both: 某处 某甲、某乙; 某处（某甲）; 某处/某甲."""
    text = text.strip()
    end = _BEHIND_HOUSE.search(text) if len(text) <= _TOGETHER else None
    if end is None or not 1 < end.start() <= _HOUSE_LENGTH:
        return None
    house = text[: end.start()]
    if not looks_like_body(house):
        return None
    who = bare_names(text[end.end() :].rstrip("）) "))
    sure = all(looks_like_person(name) and not looks_like_body(name) for name in who)
    return (house, who) if who and sure else None


def with_whole_names(text: str) -> str:
    """A text with the names whose characters blanks part in one piece: 校长 某　甲."""
    if not _BLANK.search(text):
        return text
    return _APART.sub(_joined, _COMPOUND_APART.sub(_compound, text))


def without_post(text: str) -> str:
    """The name behind what somebody is: 某处处长 某甲."""
    text = with_whole_names(text)
    post, _, name = text.strip().rpartition(" ")
    return name if post and _POST.fullmatch(post.replace(" ", "")) else text


def is_post(word: str) -> bool:
    """Whether a word says what somebody is: 党委书记, 副校长."""
    return _POST.fullmatch(word) is not None


def before_date(value: str) -> str:
    """A value up to the date that stands behind it: 某人/文 2025-09-16."""
    return _DATE_BEHIND.sub("", value)


def _is_label(name: str) -> bool:
    """Whether a name is the label of the next field: 作者：某人 发布 时间."""
    return not name.isascii() and role_of(name) is not None


# Functions: for a template in a string the whole pattern is hashed at each call.
def _first(found: re.Match[str]) -> str:
    return str(found[1])


def _compound(apart: re.Match[str]) -> str:
    return f"{apart[1]}{apart[2]}"


def _joined(apart: re.Match[str]) -> str:
    letters = apart[0].split()
    step = len(letters) if len(letters) <= 3 else 2
    return " ".join("".join(letters[at : at + step]) for at in range(0, len(letters), step))


def _with_surname(apart: re.Match[str]) -> str:
    return f"{apart[1]}{apart[2]}" if simplified(apart[1]) in SURNAMES else apart[0]


def _colleague(part: str) -> str:
    """A part behind another one without its "with"; nothing for an agency: , avec XPA."""
    led = _LED_BY_WITH.match(part)
    if led is None:
        return part
    return part[led.end() :] if " " in part[led.end() :].strip() else ""


def _of_one_part(part: str) -> list[str]:
    part = _BY.sub("", _PREFIX.sub("", part.strip(_EDGE)))
    reported, part = part, clean_line(_SUFFIX.sub("", part)).strip(_EDGE)
    place = part != reported and simplified(part) in REPORTED_FROM  # 某甲/北京报道
    if not part or place or len(part) > _MAX_NAME * 3 or _SENTENCE.search(part):
        return []
    if _ONLY_HAN.fullmatch(part):
        return _of_characters(part)
    if is_job(part) or _NOBODY.search(part):
        return []
    part = _WITH.sub(_first, _FOR.sub(_first, part))
    is_name = len(part) <= _MAX_NAME and re.search(r"[^\W\d_]{2}", part)
    return [part] if is_name and not re.search(r"[=<>{}\"]", part) else []


def _of_characters(part: str) -> list[str]:
    """The names in a part that is Chinese or Japanese characters and blanks."""
    words = _without_house(part.split())
    if len(words) == _PAIR and is_japanese_name(part) and not looks_like_person(words[1]):
        return [part]
    if len(words) > 1 and any(_HAN_NAME.fullmatch(word) for word in words):
        return [word for word in words if _TWO_CHARACTERS <= len(word) <= _MAX_NAME]
    if len(words) > 1:
        return [" ".join(words)[:_MAX_NAME]]
    return ["".join(words)] if _TWO_CHARACTERS <= len("".join(words)) <= _MAX_NAME else []


def _without_house(words: list[str]) -> list[str]:
    """The persons among the departments that blanks part them from: 宣传部 某甲 信息处 某乙.

    Behind a name a word of two characters may be another one that ends like a department.
    """
    persons = [one for one in words if looks_like_person(one) and not looks_like_body(one)]
    houses = [one for one in words if one not in persons]
    told = all(looks_like_body(one) and (one is words[0] or len(one) > 2) for one in houses)
    return persons if persons and told else words


def is_job(text: str) -> bool:
    """Whether a text says what a writer is: Transport Correspondent."""
    return _JOB.fullmatch(text) is not None


def is_placeholder(name: str) -> bool:
    """Whether a printed author stands for nobody."""
    return name.casefold().replace(" ", "") in PLACEHOLDERS or name.isdigit()


def is_source_placeholder(value: str) -> bool:
    """Whether a printed source stands for no source (本站原创 and its like)."""
    return simplified(value.strip("【】[]（）() ").casefold()) in SOURCE_PLACEHOLDERS


def looks_like_person(name: str) -> bool:
    """Whether a bare Chinese word could be a person's name: a surname and one or two characters."""
    name = simplified(name)
    if not _PERSON.fullmatch(name) or name in NOT_PEOPLE or _DISTRICT.fullmatch(name):
        return False
    if name.endswith(_HOUSES) or name[-1] in _DEPARTMENTS:
        return False
    # Four characters are a name only behind a surname of two.
    return name[:2] in COMPOUND_SURNAMES or (name[0] in SURNAMES and len(name) < _FOUR)


def may_be_rare(name: str) -> bool:
    """Whether a word of three characters could be the name of somebody with a rare surname."""
    return len(name) == _THREE and _may_be_rare(name) and _ONLY_HAN.fullmatch(name) is not None


def _may_be_rare(name: str) -> bool:
    return name not in NOT_PEOPLE and not (looks_like_body(name) or is_post(name))


def bare_names(text: str) -> tuple[str, ...]:
    """The names of a line that holds nothing else: `某甲 某乙`, `某　甲`, `某甲、某乙`."""
    line = text.strip(_EDGE + _SIGNS)
    if not line:
        return ()
    line = _APART.sub(_joined, line)
    names = [name for name in _BETWEEN_NAMES.split(line) if name]
    if names and (role := role_of(names[0])):
        names = names[1:] if role in _WRITERS else []  # 作者 某甲, but 联系人 某甲
    known = [looks_like_person(name) and not looks_like_body(name) for name in names]
    # A rare surname is believed beside a common one.
    if len(names) > _MOST_BARE or not any(known):
        return ()
    rare = (name for name, sure in zip(names, known, strict=True) if not sure)
    if any(not _SHORT_NAME.fullmatch(name) or not _may_be_rare(name) for name in rare):
        return ()
    return tuple(dict.fromkeys(names))


def looks_like_house(text: str) -> bool:
    """Whether a line is the name of a body, and no headline that ends like one: 某校来访问团."""
    return looks_like_body(text) and not _HAPPENS.search(text)


def looks_like_body(name: str) -> bool:
    """Whether a word is a department's or an institution's name, by its end."""
    return bool(_BODY.fullmatch(simplified(name)))
