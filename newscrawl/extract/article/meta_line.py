"""Which lines are an article's meta line: a label, or hardly more than a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from newscrawl.extract.article.boilerplate import are_controls
from newscrawl.extract.article.days_in_lines import (
    DATE_LIKE,
    DATE_PARTS,
    SHORT_YEAR,
    date_in,
    day_in,
    days_in_words,
    may_hold_day,
    without_dates,
)
from newscrawl.extract.article.events import is_of_event
from newscrawl.extract.article.field_rows import FIELD_LENGTH, MOST_FIELDS, is_field
from newscrawl.extract.article.outlets import is_name_beside, is_named_outlet
from newscrawl.extract.article.pairs import beside, lone_role, past_colon
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.bare_labels import worded_labels
from newscrawl.text.bylines import names_alone
from newscrawl.text.date_tables import CHANGED, LEAD_WORDS
from newscrawl.text.dates import find_dates, parse_date
from newscrawl.text.labels import BOUNDARY, BYLINE_ROLES, role_of
from newscrawl.text.signatures import read_signature

SHORT_LINE = 260  # characters of a line that may be a byline
_CREDITS = BYLINE_ROLES - {"published", "modified", "views"}
_NUMBERED = ("published", "modified", "views")
_BEFORE = 30  # characters before the first label of a meta line
_ADDRESS = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}[网报][\s\u3000]+)?(?:https?://)?(?:[\w-]{1,30}\.){1,4}(?:com|cn|net|org)[\s\u3000]+",
    re.ASCII | re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:已有|已|共有?)?\s*\d{1,9}\s*(?:人?次|人|条)?\s*(?:阅读|浏览|点击|查看|访问|围观|评论)"
)
_BOXES = 24  # characters of a date in boxes
_REST = 24  # characters that may stand beside a bare date
_LINE = 80  # characters of a line that is hardly more than a date
_MOST_FIELDS, _LONGEST_FIELD = 8, 48  # of a line of fields, one of which is a date
_ENDS_TEXT = re.compile(r"[。！？!?…]$|[,;:：，、]\s.*\.$|[a-zà-ÿа-я]{4,}\.$")
_FIELDS = re.compile(rf"\s*[|｜丨│·•{BOUNDARY}]+\s*|\s+[-–—/]\s+")
_NAME, _ROW = 8, 4  # characters of a link that may name who wrote, and no title
_AROUND = " ()（）[]【】\u3000"
_HOUR = re.compile(r"\d{1,2}[.:h]\d\d")
_BARS = " |｜,;·•–—-"  # between a day and an hour
# What a press office prints before the date: Pressemitteilung Nr. 12/2023 vom 14.03.2023.
_RELEASE = re.compile(
    r"(?:Presse(?:mitteilung|information|meldung)|Medien(?:mitteilung|information)|(?:Press|News|Media) release|Communiqué(?: de presse)?"
    r"|Comunicado(?: de prensa)?|Nota de prensa|Comunicato(?: stampa)?|Persbericht|Пресс-релиз)\b(?:\s?(?:Nr|No|N°|n°|№)\.?\s?[\d/-]{1,9})?"
    r"(?:\s(?:vom|du|del|van|от|of))?",
    re.IGNORECASE,
)
# 4月1日—4月15日 is a span, of what the text is about, as are 14:00–16:00 and 10 bis 16 Uhr; but
# 2025.05.12 - 09:30 is one moment.
_TO = r"(?:[—–~～-]+|至|到|bis|to|until|till|al?|à|au|hasta|até|tot|til|do|по)"
_HOUR_OF_TWO = r"[0-2]?[0-9][.:h][0-5][0-9]"
_SPAN = re.compile(
    r"[日\d](?<!:\d\d)\s*(?:[—–~～-]+|至|到)\s*(?:(?:19|20)\d\d\s*[-./年]\s*\d|\d{1,2}\s*月|\d{1,2}\s*日)"
    rf"|(?<![\d./]){_HOUR_OF_TWO}\s?{_TO}\s?{_HOUR_OF_TWO}(?![\d./])"
    rf"|(?<![\d./])[0-2]?\d\s?{_TO}\s?\d{{1,2}}\s(?:Uhr|h)\b"
)
# And two whole days: 12.05.2025 bis zum 30.08.2025.
_TWO_YEARS = re.compile(r"(?:19|20)\d\d\D.*(?:19|20)\d\d(?!\d)")
_FROM_DAY_TO_DAY = re.compile(rf"\s*{_TO}\s*(?:(?:zum|le|el|il|den)\s+)?")
# Of a term only the end may be told: Anmeldung bis 30. Juni 2025.
_UNTIL = re.compile(
    r"\b(?:bis|until|till|by|before|até|jusqu['’]au|hasta|entro|tot|до)\s(?:(?:zum|el|il|o)\s)?$",
    re.IGNORECASE,
)
# Lesezeit: 4 Min., 3 minute read: what a theme prints over a text beside its date.
READING_TIME = re.compile(
    r"(?:Temps de lecture|Lecture|Lese(?:zeit|dauer)|Leestijd|L[eæ]setid|Lästid|Lukuaika|Tiempo de lectura|Tempo (?:di|de) (?:lettura|leitura)"
    r"|(?:Reading|Read) time|Czas czytania|Okuma süresi|Doba čtení|Время чтения|Час читання)\s?:?\s?(?:(?:ca|env|około)\.?\s)?\d{1,3}\s?[^\W\d_]{1,8}\.?"
    r"|(?:Listen|Écouter|Anhören|Escuchar|Ouvir|Ascolta|Lyssna|Luister)\s(?:[·•]\s)?(?:\d{1,3}\s?min(?:utes?)?|\d{1,2}:\d\d)"
    r"|\d{1,3}[\s-]?(?:min|minutes?|minuten|Min|minuti|minutos|minuttia|minutter|minuter)\.?\s(?:read|de lecture|Lesezeit|lezen|leestijd|di lettura|de lectura"
    r"|de leitura|lesing|läsning|lukuaika|czytania|okuma)(?:\stime)?",
    re.IGNORECASE,
)
# What papers print beside the day of an edition: 《某报》( 2023年6月5日 第 05 版 ), 第A03版：要闻.
_EDITION = re.compile(
    r"[《<]\s?[\w·]{2,14}(?:报|刊|周刊|时报|Daily|News)\s?[》>]|《[\w·]{2,14}》(?=\s?20\d\d年第)|(?:20\d\d年)?[总第]{1,2}\s?\d{1,4}\s?期|第?\s?[A-Z]{0,2}\d{1,3}\s?版(?:\s?[:：]?\s?[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff]))?"
)
# , mis à jour le 10 mai 2024 à 08h05: what follows the day of publication on its line.
_CHANGED_BEHIND = re.compile(rf"(?<=\d)[^\d]{{0,4}}[\s,;|·•(–—-]+(?:{CHANGED})\b.*", re.IGNORECASE)
# 2006年12月 (5): a row of an archive of months.
_ARCHIVE = re.compile(
    r"\W*(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*月?\s*[（(\[]\s*\d{1,5}\s*篇?[）)\]]"
)
_NOTICE = re.compile("^关于|(?:通知|公告|公示|通报|启事|招聘|简介|方案|办法)$")  # and no name
# 某报 记者 某甲 实习生 某乙 编辑 某丙, beside a date: as long as that takes.
_WORKERS = re.compile("记者|記者|通讯员|通訊員|报导|報導|报道|報道")
_NAMED = 40  # characters of a line of names under it
_PAUSES = re.compile("[，。；！？]")
# 报名截止：2023-09-22: what is labelled with the words of an event, or of an end, is another day.
_LABELLED = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:截[止至]|[开投评]标|报[名告到]|会议|活动|[考笔面]试|讲座|比赛|培训|开放|征集|试用|有效|答辩|演[讲出]|[巡布]展|展[览出]"
    r"|举[办行]|宣讲|[授上]课|座谈|研讨|论坛|参观|放映|路演|开庭|庭审|缴费|体检|磋商|谈判|拍卖|竞价|集合|出发|停[水电]|入住|放假)"
    r"(?:[\u4e00-\u9fff]{0,3}[日期间限止至始])?\s?[:：]"
)
# Some office, 3 июня 2021 г.: no sentence. Without the comma it tells what happened on that day.
_OF_YEAR = re.compile(r",\s\d{1,2}[\s.]\w{2,10}[\s.]\d{4}\s?(?:г|р|r|god)\.$")
# 4 June 2023: Open house: what a calendar has behind the day.
_ENTRY = re.compile(r"[:：]\s*\w")
_TOLD = re.compile(r"(?<!\w)[a-zß-ÿа-я]{4,}")
# Posted on 10 May by the office. Dieser Beitrag wurde am 10. Mai veröffentlicht.
_SAYS_PUBLISHED = re.compile(
    r"\W*(?:(?:the|this|dieser?|cet|este|esta|questo|deze|dit)\s"
    r"(?:article|text|story|post|item|release|statement|page|entry|artikel|beitrag|meldung|artículo"
    r"|noticia|artigo|notícia|articolo|bericht)\s.{2,40}?)?"
    r"(?:publi|posted|released|pubbl|veröff|erschienen|geplaatst|gepubl|опубл|opublik|julkais"
    r"|first\spublished|online|mise?\sen\sligne)",
    re.IGNORECASE,
)
_FIRST_DIGIT = re.compile(r"\d", re.ASCII)
_MACHINE_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_NAMED_DAY = re.compile(r"\b(?:date|time|byline|meta|published)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[，。；！？《》（]|第.{1,8}[届次期号]|通过|印发|公布|会议|施行")


def is_byline(line: Line) -> bool:
    """Whether a line is a meta line: short, and with a meta label or hardly more than a date."""
    said = line.kind == "text" and not (line.hidden or line.plain)
    return said and line.answer(_reads_as_byline)


def _reads_as_byline(line: Line) -> bool:
    if len(line.text) > SHORT_LINE:
        return False
    labels = line.labels
    meta = [label for label in labels if label.role in BYLINE_ROLES]
    # 文/某人 alone is a signature, and the text's; with a date it is the byline.
    if all(label.barred for label in meta) and date_in(line.text) is None:
        return not line.links and len(line.text) <= _LINE and _is_dated_by_machine(line)
    if meta and (labels[0].start <= _BEFORE or len(meta) > 1 or _begins_with_date(line)):
        return True
    return is_bare_date(line)


def _is_dated_by_machine(line: Line) -> bool:
    """Whether a short line is a <time> that tells the year, which it does not print itself.

    ``<time datetime="2021-11-02T04:00">2.11. 2:00</time> | Päivitetty 2.11. 7:31``
    """
    if not _FIRST_DIGIT.search(line.text):
        return False
    element = line.element
    time = element if element.tag == "time" else next(element.iterchildren("time"), None)
    if time is None or not _MACHINE_DAY.match(time.get("datetime") or ""):
        return False
    # 4 May, 7 pm, Main Hall is what a calendar says.
    told = " ".join("".join(map(str, time.itertext())).split())
    rest = _CHANGED_BEHIND.sub("", line.text).replace(told, "", 1)
    return re.search(r"\w", _without_leads(rest)) is None


def _begins_with_date(line: Line) -> bool:
    """Whether a date and no sentence stands before the first label: DATE | some house | 作者：.

    Before the date there may be an address: NEWS.SOMEWHERE.COM DATE 来源：, or who has read the
    text: 已有 78 次阅读 DATE | 个人分类：. Or the day of the week: Thứ năm, DATE | Lượt xem:.
    """
    before = line.marked[: line.labels[0].start].lstrip(_AROUND + BOUNDARY)
    before = _COUNTED.sub("", _ADDRESS.sub("", before), count=1).lstrip(_AROUND + BOUNDARY)
    if _SENTENCE.search(before):
        return False
    if DATE_PARTS.match(before):
        return True
    # On 14 March the council opened the quay. Photo: is a sentence.
    led = _without_leads(before)
    return bool(DATE_PARTS.match(led)) and not _TOLD.search(without_dates(led))


def has_meta(line: Line) -> bool:
    """Whether a line holds a label of a meta line."""
    return any(label.role in BYLINE_ROLES for label in line.labels)


def is_count(line: Line) -> bool:
    """Whether a line's only labels are those of counters: a site's as well as an article's."""
    return bool(line.labels) and all(label.role == "views" for label in line.labels)


def is_credit(line: Line) -> bool:
    """Whether a line is nothing but labels of people and of the source."""
    labels = line.labels
    if not labels or line.marked[: labels[0].start].strip(_AROUND + BOUNDARY):
        return False
    return all(one.role in _CREDITS for one in labels)


def is_bare_date(line: Line) -> bool:
    """Whether a line is hardly more than a date: `2022-02-13 07:00` or `2019-09-26 证券时报网`."""
    return not line.plain and may_hold_day(line.text) and line.answer(_is_hardly_more)


def _is_hardly_more(line: Line) -> bool:
    text = _CHANGED_BEHIND.sub("", _before_controls(line))
    if line.kind != "text" or len(text) > SHORT_LINE:
        return False
    like = DATE_LIKE.search(text) if len(text) <= _LINE else None
    if like is None and BOUNDARY in line.raw and len(text) <= _BOXES:
        text = line.marked.replace(BOUNDARY, " ")  # the day, the month and the year in a box each
        like = DATE_LIKE.search(text)
    if like is None and not days_in_words(text):
        return _is_short_date(text) if len(text) <= _LINE else _holds_it_apart(line)
    if _is_span(text) or (line.item and _ARCHIVE.fullmatch(text)):
        return False
    if like and like[0][-5:-4].isspace() and not find_dates(line.marked.replace(BOUNDARY, " ")):
        return False
    rest = _RELEASE.sub("", without_dates(READING_TIME.sub("", text)), count=1)
    rest = _EDITION.sub("", rest).strip(_AROUND)
    # A link beside a date is a row of a list, unless it is a paper's, a writer's or a label's.
    linked = line.links * 10 > len(rest) * 8
    named = linked and (_may_be_named(rest, item=line.item) or _names_writer(line))
    worded = (linked or len(rest) > _REST) and _is_worded(line, linked=linked)
    if linked and not (named or worded):
        return False
    if len(rest) > _REST:  # Veröffentlicht am … um … Uhr
        rest = _without_leads(rest)
    told = worded or len(rest) <= _REST or _begins_with_it(line.marked)
    told = told or (_WORKERS.search(rest) is not None and bool(read_signature(rest)))
    return (told and not _is_told(line, text, rest)) or _holds_it_apart(line)


def _is_worded(line: Line, *, linked: bool) -> bool:
    """Whether a label without a colon tells what stands beside a date.

    Where that is a link, it is to be the label's value: in titles of rows it is a word like others.
    """
    labels = worded_labels(line.marked)
    if not linked:
        return bool(labels)
    ends = (label.start + len(label.label) for label in labels)
    return any(line.marked[end:].lstrip().startswith(BOUNDARY) for end in ends)


def _is_span(text: str) -> bool:
    """Whether a text says from when to when, or until when."""
    if _SPAN.search(text) or _UNTIL.search(text, 0, date_in(text) or 0):
        return True
    days = pairwise(find_dates(text, order="dmy")) if _TWO_YEARS.search(text) else ()
    return any(_FROM_DAY_TO_DAY.fullmatch(text, one.end, other.start) for one, other in days)


def _is_told(line: Line, text: str, rest: str) -> bool:
    """Whether what stands beside a date is a sentence: the house was founded on 12 May 1951."""
    if _LABELLED.fullmatch(rest) or (line.item and _ENTRY.match(rest) and text[0] not in ":："):
        return True
    if _SENTENCE.search(rest):
        return not is_name_beside(rest)  # 某研究所（筹）, 《某刊》, 会议新闻
    before = _without_leads(_RELEASE.sub("", text[: date_in(text)], count=1))
    told = text.endswith(".") and not _OF_YEAR.search(text) and _TOLD.search(before) is not None
    return told and not (_SAYS_PUBLISHED.match(text) or _is_named_day(line))


def _is_named_day(line: Line) -> bool:
    """Whether the line's element, or all that it holds, is a day by its name."""
    element = line.element
    inner = element[0] if len(element) == 1 else element
    return "time" in (element.tag, inner.tag) or any(
        _NAMED_DAY.search(one.get("class") or "") for one in (element, inner)
    )


def _names_writer(line: Line) -> bool:
    """Whether a field beside a date names somebody: no row of a list does."""
    fields = [field.strip(_AROUND) for field in _FIELDS.split(line.marked)]
    return not line.item and any(names_alone(field, signed=True) for field in fields)


def _may_be_named(linked: str, *, item: bool) -> bool:
    """Whether what is a link beside a date may name who wrote, or the paper that did."""
    if is_named_outlet(linked):
        return True
    return len(linked) <= (_ROW if item else _NAME) and not _NOTICE.search(linked)


def _is_short_date(text: str) -> bool:
    """Whether a line is a day with a year of two digits, perhaps an hour, and controls."""
    day = SHORT_YEAR.search(text)
    if day is None:
        return False
    rest = DATE_PARTS.sub(" ", f"{text[: day.start()]} {text[day.end() :]}").strip(_AROUND + _BARS)
    return not _HOUR.sub("", _without_leads(rest)).strip(_BARS) or are_controls(rest)


def _without_leads(text: str) -> str:
    """A line without the words that stand before a day or an hour: `Publié le`, `à`."""
    return " ".join(word for word in text.split() if word.lower().strip(",.") not in LEAD_WORDS)


def _begins_with_it(marked: str) -> bool:
    """Whether a date and then, each apart from the others, short other fields make up a line."""
    first, *others = filter(None, _FIELDS.split(marked))
    day = DATE_PARTS.match(first)
    alone = day is not None and not re.search(r"\w", without_dates(first))
    return alone and len(others) > 1 and all(len(one) <= _REST + _NAME for one in others)


def _holds_it_apart(line: Line) -> bool:
    """Whether a date has an element of its own on a line of short fields: section, writer, date."""
    if line.item or day_in(line.text) is None:
        return False
    if any(label.role not in ("published", "modified") for label in line.labels):
        return False  # labels say what their line is
    fields = [field for one in _FIELDS.split(line.marked) if (field := one.strip(_AROUND))]
    if not 1 < len(fields) <= _MOST_FIELDS or any(len(field) > _LONGEST_FIELD for field in fields):
        return False
    if any(_ENDS_TEXT.search(field) for field in fields):
        return False
    return any(day_in(one) is not None and _is_day(one) for one in fields)


def _is_day(field: str) -> bool:
    """Whether a field is a day, perhaps with the place it is dated from: Pont Vell. 30 març 2023."""
    return parse_date(field, order="dmy") is not None or len(without_dates(field)) <= _REST


def _before_controls(line: Line) -> str:
    """The line's text before 字体：大 中 小 and its like, where these are its only labels."""
    labels = line.labels if line.kind == "text" else ()
    if not labels or any(label.role != "stop" for label in labels):
        return line.text
    return line.marked[: labels[0].start].replace(BOUNDARY, "")


def byline_end(page: PageLines, index: int) -> int | None:
    """The line behind the byline that begins at a line, its value's included; None for none."""
    line = page.lines[index]
    if is_of_event(page, index):
        return None
    if _heads_column(page, index):
        return None
    lone = lone_role(line) in BYLINE_ROLES or _is_next_label(page, index)
    if not lone and not is_byline(line):
        return None
    labels = line.labels
    alone = lone or (len(labels) == 1 and not labels[0].value)
    end = past_colon(page, index + 1) + 1 if alone and beside(page, index) else index + 1
    return _past_signers(page, _past_items(page, _past_icons(page, end)))


def _past_signers(page: PageLines, end: int) -> int:
    """Behind who reports, on the line under a date and in the same box: 某甲 某乙 / 某地報導."""
    if end >= len(page.lines):
        return end
    line, above = page.lines[end], page.lines[end - 1]
    if len(line.text) > _NAMED or line.element.tag == "p" or not _WORKERS.search(line.text):
        return end
    box = line.element.getparent()
    within = box is above.element or box is above.element.getparent()
    dated = day_in(above.text) is not None
    return end + 1 if within and dated and read_signature(line.text) else end


def _heads_column(page: PageLines, index: int) -> bool:
    """Whether a cell heads a column of data: 日期 | 时间 | 地点, and no day or count beside it."""
    line = page.lines[index]
    if line.row is None or index + 1 >= len(page.lines) or lone_role(line) not in _NUMBERED:
        return False
    below = page.lines[index + 1]
    return below.row is line.row and not any(map(str.isdigit, below.text))


def _past_icons(page: PageLines, end: int) -> int:
    """Behind the fields that stand in a byline's element each behind a picture: a clock, an eye."""
    lines = page.lines
    block = lines[end - 1].element
    while end + 1 < len(lines) and lines[end].kind == "image" and lines[end].element is block:
        field = lines[end + 1]
        if field.element is not block or field.kind != "text" or len(field.text) > FIELD_LENGTH:
            break
        if _SENTENCE.search(field.text):
            break
        end += 2
    return end


def _past_items(page: PageLines, end: int) -> int:
    """Behind the other fields of a row: the count of comments under writer and date."""
    lines = page.lines
    parent = lines[end - 1].element.getparent() if is_field(page, end - 1) else None
    while parent is not None and end < len(lines) and lines[end].element.getparent() is parent:
        if len(lines[end].text) > FIELD_LENGTH or _PAUSES.search(lines[end].text):
            break
        end += 1
    return end


def _is_next_label(page: PageLines, index: int) -> bool:
    """Whether a line is a label with nothing behind it, set like the labelled line above it."""
    line, above = page.lines[index], page.lines[index - 1]
    if not (index and above.labels) or role_of(line.text) not in BYLINE_ROLES:
        return False
    return line.element.getparent() is above.element.getparent() and (
        line.element.get("class") == above.element.get("class")
    )


def in_byline(page: PageLines, index: int) -> bool:
    """Whether a line is a byline, or belongs to one that begins above it."""
    lines, first = page.lines, index
    while first > 1 and lines[first - 1].kind == "image" and _shares_block(lines, first):
        first -= 2  # a field behind an icon
    if is_field(page, first) and (box := lines[first].element.getparent()) is not None:
        above = islice(reversed(lines[:first]), MOST_FIELDS)
        first -= sum(1 for _ in takewhile(lambda one: one.element.getparent() is box, above))
    over = range(max(0, first - 1), index)
    return byline_end(page, index) is not None or any(
        (byline_end(page, number) or 0) > index for number in over
    )


def _shares_block(lines: Sequence[Line], index: int) -> bool:
    return lines[index].element is lines[index - 1].element is lines[index - 2].element
