"""Names out of a printed value: who wrote, photographed, edited.

Better no name than a wrong one: what cannot be a person or a body is left out.
"""

from __future__ import annotations

import re

from newscrawl.text.labels import BOUNDARY
from newscrawl.text.whitespace import clean_line, drop_unseen

# Printed where a name should be; seen as the CMS's default user or the editor's habit.
PLACEHOLDERS = frozenset(
    [
        "admin",
        "administrator",
        "root",
        "user",
        "editor",
        "test",
        "guest",
        "webmaster",
        "system",
        "manager",
        "null",
        "none",
        "undefined",
        "nan",
        "佚名",
        "未知",
        "匿名",
        "不详",
        "无",
        "暂无",
        "本站",
        "本网",
        "本站编辑",
        "本站原创",
        "原创",
        "网站管理员",
        "系统管理员",
        "管理员",
        "超级管理员",
        "站长",
        "网络",
        "互联网",
        "转载",
        "编辑",
        "小编",
        "作者",
        "记者",
        "通讯员",
        "本刊编辑部",
        "编辑部",
        "综合",
        "综合整理",
        "网站编辑",
        "网编",
        "默认",
        "空",
        "略",
        "待定",
    ]
)
SOURCE_PLACEHOLDERS = frozenset(
    [
        "本站",
        "本站原创",
        "原创",
        "本网",
        "本网原创",
        "网络",
        "互联网",
        "未知",
        "不详",
        "无",
        "暂无",
        "佚名",
        "admin",
        "null",
        "none",
        "undefined",
        "转载",
        "其他",
        "其它",
        "综合",
        "本站讯",
        "本网站",
        "网站",
        "来源",
        "编辑",
        "整理",
    ]
)

# The surnames of about 99 % of the people of China (public census lists), and the compound ones.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟"
    "姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文"
    "牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆"
    "蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟"
    "应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌"
    "奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈"
    "伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸"
    "奉植衡富尧闭由"
)
COMPOUND_SURNAMES = frozenset(
    [
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "司徒",
        "东方",
        "独孤",
        "南宫",
        "万俟",
        "闻人",
        "夏侯",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "皇甫",
        "宇文",
        "长孙",
        "端木",
        "轩辕",
    ]
)

_SPLIT = re.compile(
    rf"[、，,;；/／|｜&＆{BOUNDARY}\n\t]|\s+(?:and|und|y|et|e|och|og|en)\s+|\s+[-–—]\s+",
    re.IGNORECASE,
)
_ROLE_WORDS = re.compile(
    r"(?:[\u4e00-\u9fff·]{0,14}?(?:全媒体)?(?:见习|实习|特约|首席|本报|本网|本刊|融媒|校园|学生|职工|驻[\u4e00-\u9fff]{2,4})?"
    r"(?:记者|通讯员|通訊員|记者团|撰稿人|供稿人|摄影师|编辑))(?=[\s:：/]|[\u4e00-\u9fff])"
)
_PREFIX = re.compile(
    r"^(?:(?:文字|撰稿|撰文|供稿|采写|执笔|摄影|摄|图片|供图|图文|文图|文|图|作者|责编|编辑|审核)(?:[:：/／]|\s+))+"
)
_SUFFIX = re.compile(
    r"(?:\s*(?:等|供稿|撰稿|撰文|摄影|摄|文/?图|图/?文|报道|整理|采写|编译|翻译|编辑))+$"
)
_PARENS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]|[（(【\[].*$")
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}(?:[·•・][\u3400-\u9fff]{1,8})*")
_ONLY_HAN = re.compile(r"[\u3400-\u9fff·•・\s]+")
_LATIN_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,5}")
_HANDLE = re.compile(r"[A-Za-z][\w.-]{1,30}")
# `张 三`, `欧 阳 修`: one name set apart; four single characters are two names.
_APART = re.compile(
    r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?:[ \u3000]+[\u3400-\u9fff](?![\u3400-\u9fff]))+"
)
_DATE_BEHIND = re.compile(r"\s*(?:19|20)\d\d\s*[-./年]\s*\d{1,2}.*", re.DOTALL)
_MAX_NAME = 40
_EDGE = " \u3000\xa0.。:：—-*）)】]》"
_MAX_NAMES = 40
_TWO_CHARACTERS = 2
_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}")


def split_people(value: str) -> tuple[str, ...]:
    """The names in the value of a people label, in order, without repeats.

    Splits at 、 ， ； / & and at blanks between two- and three-character names; drops role words
    (记者 X 通讯员 Y), brackets, "等" and placeholders.
    """
    text = _PARENS.sub(" ", _DATE_BEHIND.sub("", drop_unseen(value[:2000])))
    text = _APART.sub(_joined, text)
    names: list[str] = []
    for part in _SPLIT.split(text):
        for name in _of_one_part(part):
            if name not in names and not is_placeholder(name):
                names.append(name)
    return tuple(names[:_MAX_NAMES])


def _joined(apart: re.Match[str]) -> str:
    letters = apart[0].split()
    step = len(letters) if len(letters) <= 3 else 2
    return " ".join("".join(letters[at : at + step]) for at in range(0, len(letters), step))


def _of_one_part(part: str) -> list[str]:
    part = _PREFIX.sub("", part.strip(_EDGE))
    part = _ROLE_WORDS.sub(" ", part)
    part = clean_line(_SUFFIX.sub("", part)).strip(_EDGE)
    if not part or len(part) > _MAX_NAME * 3:
        return []
    if _ONLY_HAN.fullmatch(part):
        words = part.split()
        if len(words) > 1 and any(_HAN_NAME.fullmatch(word) for word in words):
            return [word for word in words if _TWO_CHARACTERS <= len(word) <= _MAX_NAME]
        if len(words) > 1:
            return [" ".join(words)[:_MAX_NAME]]
        return ["".join(words)] if _TWO_CHARACTERS <= len("".join(words)) <= _MAX_NAME else []
    name = re.sub(r"^(?:by|von|par|por|di|door|av|af)\s+", "", part, flags=re.IGNORECASE)
    is_name = len(name) <= _MAX_NAME and re.search(r"[^\W\d_]{2}", name)
    return [name] if is_name and not re.search(r"[=<>{}\"]", name) else []


def is_placeholder(name: str) -> bool:
    """Whether a printed author stands for nobody."""
    return name.casefold() in PLACEHOLDERS or name.isdigit()


def is_source_placeholder(value: str) -> bool:
    """Whether a printed source stands for no source (本站原创 and its like)."""
    return value.strip("【】[]（）() ").casefold() in SOURCE_PLACEHOLDERS


def looks_like_person(name: str) -> bool:
    """Whether a bare Chinese word could be a person's name: a surname and one or two characters."""
    if not _PERSON.fullmatch(name):
        return False
    return name[0] in SURNAMES or name[:2] in COMPOUND_SURNAMES
