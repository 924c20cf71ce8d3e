"""What one line of a page says of its article: labels, a date, who signs beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newscrawl.extract.article.apart import SIGNED_OFF
from newscrawl.extract.article.byline import Byline
from newscrawl.extract.article.days_in_lines import date_in, day_in, without_dates
from newscrawl.extract.article.events import is_of_another_day, is_of_event
from newscrawl.extract.article.field_rows import fields_beside
from newscrawl.extract.article.meta_line import SHORT_LINE, is_bare_date, is_byline
from newscrawl.extract.article.named_elements import (
    MORE_THAN_NAMES,
    ORIGIN_LENGTH,
    SIGNED_LENGTH,
)
from newscrawl.extract.article.outlets import (
    is_named_body,
    names_house,
    names_in,
    signed_in,
)
from newscrawl.extract.article.pairs import beside, lone_role
from newscrawl.extract.article.title_lines import fields_start
from newscrawl.extract.article.title_signs import is_called_title, is_column
from newscrawl.extract.article.writers_beside import named_in_fields, names_apart
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.bare_labels import worded_labels
from newscrawl.text.bylines import By, is_subject, read_by
from newscrawl.text.dates import find_dates
from newscrawl.text.labels import BOUNDARY, Labelled, role_of
from newscrawl.text.people import bare_names, looks_like_person
from newscrawl.text.whitespace import squash

_HAN = re.compile(r"[\u3400-\u9fff]")
# 由某人于2005年8月12日16:12:21在某处发表, 由某人张贴 @ 2005-06-14 03:25: as boards and blogs sign.
# 由某人提交于 周五, 07/26/2019 - 11:11: Drupal, with the order of its first language.
_WHEN = (
    r"(?P<{}>(?:(?:19|20)\d\d\s?[-./年]\s?\d{{1,2}}\s?[-./月]\s?\d{{1,2}}日?|(?:(?:周|星期).,?\s?)?\d\d/\d\d/20\d\d\s-)"
    r"\s*\d{{1,2}}:\d\d(?::\d\d)?)"
)
_DONE = r"(?:发表|发布|张贴|上传|提交|录入|转贴|转帖)"
_POSTED = re.compile(
    r"由\s*[【\[]?(?P<who>[^\s，。：:【】\[\]]{1,16}?)[】\]]?\s*"
    rf"(?:(?:于|在|@)?\s*{_WHEN.format('before')}[^，。]{{0,24}}?{_DONE}"
    rf"|{_DONE}\s*(?:于|在|@|[:：])?\s*{_WHEN.format('behind')})"
)
# 发布于 2023-06-08 由 某人
_BY_WHOM = re.compile(
    r"(?:于|在|@|[:：])?\s*\d[^，。]{0,24}?\s由\s*(?P<who>[^\s，。：:]{2,16})\s*$"
)
# 16. März 2023, von Anna Keller
_BY_WHOM_IN_LETTERS = re.compile(
    r"(?<=\d)[\s,|·–—-]+(?:[Aa]ut(?:h?or(?:in)?|eur|ore)\s*:|von|by|par|por|di|door)\s+"
    r"(?P<who>[A-ZÀ-Þ][^\d|:,;]{2,60})$"
)
_BEHIND_DATE = re.compile(
    r"[\s,|·–—-]+(?=(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|Av|Af)\s+[A-ZÀ-Þ])"
)
_LEADING_SIGN = re.compile(r"^[^\w《“]+")  # a drawn head, a pen
_QUOTES = ("“", "「", "『", "‘", '"')
_BRACKETS = " []（）()【】\u3000" + BOUNDARY
_SMALL_HEADING = 4  # the level of headings that templates set a byline in
_BY_REST = 40  # characters behind the names that may be a date
_WHEN_TOLD = re.compile(r"\d|[前今昨]|[〇一二]")  # 发布于：某市 tells where
# How papers, and no columns, are called.
_PAPER = re.compile("(?:[报刊网社台]|客户端|发布|[融全]媒)$")
# 本报记者 某甲 通讯员 某乙, on a line between title and text.
_REPORTERS = re.compile(r"记者|記者|通讯员|通訊員|[报報][导導道]\s*$")
# What comes out on the day in its title: 某市空气质量日报, Newsletter 10 May.
_BULLETIN = re.compile(
    r"[日周旬月快简]报(?!告)|要闻|\b(?:news ?letter|(?:press|news|media) release|bulletin|briefing|digest"
    r"|press(?:e|\s)?mitteilung|medienmitteilung|communiqué|comunicado|comunicato|persbericht)\b",
    re.IGNORECASE,
)
_GIVEN = 1_000  # characters of a line that is a byline because a rule says so


def read_line(
    byline: Byline,
    page: PageLines,
    index: int,
    bare: list[str],
    *,
    given: bool,
) -> None:
    """Take what one line says into `byline`; a text with a date in it goes to `bare`.

    `given`: the line is the byline by a rule, whatever it looks like.
    """
    line = page.lines[index]
    given = given and len(line.text) <= _GIVEN
    if line.kind != "text" or line.hidden or is_of_event(page, index):
        return
    if line.labels and line.marked[: line.labels[0].start].endswith(_QUOTES):
        return  # 凡注明“来源：某网”的作品: a label that is spoken of
    if read_cell(byline, page, index) or _is_of_another_label(page, index):
        return
    dated = line.heading and date_in(line.text) is not None
    if dated and squash(line.text) == squash(byline.title):
        # Open day on 14 June 2025: the title's own day is the event's, but for a bulletin's.
        bare += [one.raw for one in find_dates(line.text)[:1] if _BULLETIN.search(line.text)]
        return
    _read_by(byline, page, index, bare)
    if _read_posted(byline, line):
        return
    if given or is_byline(line) or _only_labels(line):
        _read_byline(byline, page, index, bare, given=given)
    else:
        _read_other(byline, page, index, bare)


def _read_byline(
    byline: Byline, page: PageLines, index: int, bare: list[str], *, given: bool
) -> None:
    """What a line that is a byline says: in its labels, before them, behind their values."""
    line = page.lines[index]
    labels = tuple(_with_values(page, index, line.labels))
    byline.found.extend(labels)
    byline.persons.extend(_behind_source(line, labels))
    before = line.marked[: labels[0].start] if labels else line.marked
    before = _undivided(_read_worded(byline, line, labels, before))
    plain = before.replace(BOUNDARY, "")
    if _may_sign(line) and (
        not labels or labels[0].role == "published" or day_in(plain) is not None
    ):
        _read_unlabelled(
            byline,
            page,
            before,
            near=any(bare is texts for texts in (byline.bare, byline.over, byline.far)),
        )
    told = [one.value for one in labels if one.role == "published" and _WHEN_TOLD.search(one.value)]
    if told:
        bare.extend(_houses(told, before if _may_sign(line) else ""))
        return
    dated = date_in(before) if labels or is_bare_date(line) else None
    alone = dated is not None and not re.search(r"\w", without_dates(plain))
    if alone and not labels:
        beside = _named_beside(page, index)
        byline.persons.extend(names_in(beside) or _among_fields(page, index))
        before += beside
    days = _days_behind(line, labels)
    if dated is not None or (given and find_dates(plain)):
        # In a heading the title stands beside the date, and no source.
        own = before if _may_sign(line) or dated is None else before[dated:]
        # Behind one alone stands that of what was taken over: 来源：《某报》2023-02-12 第3版.
        days.insert(0 if alone else len(days), own)
    bare.extend(days)


def _days_behind(line: Line, labels: Sequence[Labelled]) -> list[str]:
    """What begins with a date behind a label's value: 作者：某人 2023-02-13, 来源：某报 | 2023-02-13."""
    texts = (line.marked[one.start : one.end] for one in labels if not _is_another_date(one))
    return [text[at:] for text in texts if (at := day_in(text)) is not None]


def pieces_of(marked: str) -> list[str]:
    """What each element on a line says."""
    return [one for piece in marked.split(BOUNDARY) if (one := piece.strip())]


def _houses(told: Sequence[str], before: str) -> Iterator[str]:
    """What names a house beside a labelled date: 发布时间：2023-02-13 <i>某报</i>, 某处 | 发布时间：…."""
    yield from (one for one in told if names_house(without_dates(one, " ")))
    plain = before.replace(BOUNDARY, "")
    if names_house(plain) and not is_column(plain.strip(_BRACKETS + "|｜")):
        yield before


def _undivided(marked: str) -> str:
    """The text without its borders, where the parts of a date have an element each."""
    plain = marked.replace(BOUNDARY, "")
    return plain if date_in(marked) is None and date_in(plain) is not None else marked


def _may_sign(line: Line) -> bool:
    """Whether names may stand beside the date: in a large heading the title does."""
    return not 0 < line.heading < _SMALL_HEADING


def _read_other(byline: Byline, page: PageLines, index: int, bare: list[str]) -> None:
    """What a line tells that is no byline: reporters, and what a heading holds behind its title.

    ``<h2>title <small>2023-02-13 09:05</small></h2>``
    """
    line = page.lines[index]
    if bare is byline.bare and _REPORTERS.search(line.text[:SIGNED_LENGTH]):
        signed = list(signed_in(line.marked))
        byline.found.extend(signed)
        if signed and day_in(line.text) is not None:
            bare.append(line.marked)
    if not (line.heading or line.bold or is_called_title(line.element)):
        return
    start = fields_start(line)
    labels = tuple(one for one in line.labels if one.start >= start)
    byline.found.extend(_with_values(page, index, labels))
    before = line.marked[start : labels[0].start if labels else None]
    if (dated := day_in(before)) is not None:
        bare.append(before[dated:])


def _read_posted(byline: Byline, line: Line) -> bool:
    """由某人于 DATE 发表, which is all that such a line says; posted @ DATE 某人."""
    if len(line.text) <= SHORT_LINE and (posted := _POSTED.search(line.text)):
        byline.found.append(Labelled("author", "由", posted["who"], *posted.span()))
        when = posted["before"] or posted["behind"]
        byline.found.append(Labelled("published", "发表", when, *posted.span()))
        return True
    if SIGNED_OFF.match(line.text):
        byline.names += _behind_date(line)
    return False


def _behind_source(line: Line, labels: Sequence[Labelled]) -> Iterator[str]:
    """The persons named behind the element of a source: 来源：[ <a>某报</a> ] 某人."""
    for label in labels:
        if label.role == "source" and label.value and BOUNDARY in line.raw:
            told = line.marked[label.start : label.end]
            _, _, behind = told.partition(label.value.strip(BOUNDARY) + BOUNDARY)
            yield from bare_names(behind.strip(_BRACKETS))


def _behind_date(line: Line) -> list[str]:
    """Who is named in an element of his own right behind the date: posted @ DATE <a>某人</a>."""
    pieces = pieces_of(line.marked)
    dated = next((at for at, piece in enumerate(pieces) if day_in(piece) is not None), len(pieces))
    behind = [one for one in pieces[dated + 1 :] if one != "由"]  # 发表于 DATE 由 某人
    names = (one for one in behind[:1] if not one.endswith(("于", "在")))  # 发表于 DATE 分类于 某栏
    return [one for one in names if len(one) <= ORIGIN_LENGTH and not MORE_THAN_NAMES.search(one)]


def _read_worded(byline: Byline, line: Line, labels: Sequence[Labelled], before: str) -> str:
    """来源 某报 作者 某人 without a colon, on a line with a date; the rest of `before` the labels.

    Universities print it so, and themes of Hexo and WordPress.
    """
    if day_in(line.text) is None:
        return before
    known = {label.role for label in labels}
    worded = [label for label in worded_labels(line.marked) if label.role not in known]
    if not all(label.value for label in worded) and any(signed_in(without_dates(before, " "))):
        worded = []  # 某处 供稿 / 2023-02-13: the name stands before the word
    byline.found.extend(worded)
    for label in reversed(worded):
        before = before[: label.start] + BOUNDARY + before[label.end :]
    return before


def _named_beside(page: PageLines, index: int) -> str:
    """The body that is named on the line under a date alone, or the paper on the item over it."""
    line = page.lines[index]
    if index + 1 < len(page.lines) and (below := _name_on(page.lines[index + 1])):
        return f" {below}" if is_named_body(below) else ""
    above = page.lines[index - 1] if index else line
    alike = above.element.tag == line.element.tag and not above.heading
    alike = alike and above.element.getparent() is line.element.getparent()
    house, *who = (_name_on(above) if alike else "").split() or [""]
    named = bool(_PAPER.search(house)) and is_named_body(house)
    named = named and (line.item or bool(who) or _are_alone(line))
    return f" {above.text}" if named and all(map(looks_like_person, who)) else ""


def _are_alone(line: Line) -> bool:
    """Whether a date and the line over it are all of their box, each with a name of its own.

    So the pages of accounts print whose text it is.
    """
    box, above = line.element.getparent(), line.element.getprevious()
    if box is None or above is None or len(box) != 2:
        return False
    return bool(above.get("class")) and above.get("class") != line.element.get("class")


def _among_fields(page: PageLines, index: int) -> Iterator[str]:
    """The persons whom other fields name of the row that a date is one of."""
    fields = fields_beside(page, index)
    if any(role_of(line.text) for line in fields):
        return  # who stands behind a label is what the label says
    for line in fields:
        plain = line.kind == "text" and not (line.hidden or line.noise or line.labels)
        yield from bare_names(_LEADING_SIGN.sub("", line.text)) if plain else ()


def _name_on(line: Line) -> str:
    """What a short line says that is neither a link nor labelled."""
    plain = line.kind == "text" and not (line.hidden or line.noise or line.links)
    return line.text if plain and len(line.text) <= ORIGIN_LENGTH and not line.labels else ""


def _read_by(byline: Byline, page: PageLines, index: int, bare: list[str]) -> None:
    """By A and B, with a date behind."""
    text = " ".join(page.lines[index].marked.replace(BOUNDARY, " ").split())
    by = read_by(text) or _by_behind_date(text)
    if by is None:
        named = named_in_fields(page, index, near=bare is byline.bare)
        byline.names += (name for name in named if not is_subject(name, byline.title))
        return
    if apart := names_apart(page.lines[index], by.names):
        byline.names.append(apart)
    elif _HAN.match(by.names) and text[0].isascii():
        byline.found.append(Labelled("author", "By", by.names, 0, by.end))
    else:
        byline.names.append(by.names)
    for part in (text[by.end : by.end + _BY_REST], text[: by.end]):
        if (dated := day_in(part)) is not None:
            bare.append(part[dated:])
            break


def _by_behind_date(text: str) -> By | None:
    """16 March 2023 - By A: the byline behind the date that a line begins with."""
    if len(text) > SIGNED_LENGTH or not (behind := _BEHIND_DATE.search(text)):
        return None
    if not any(date.end <= behind.start() + 1 for date in find_dates(text)[:1]):
        return None
    by = read_by(text[behind.end() :])
    return By(by.names, by.end + behind.end()) if by else None


def _read_unlabelled(byline: Byline, page: PageLines, text: str, *, near: bool) -> None:
    """Who signs beside a date, or before 发布于, without a label.

    A bare name is believed only where the date is the article's.
    """
    rest = without_dates(text, " ")
    if not rest.strip(_BRACKETS):
        return
    signed = list(signed_in(rest))
    byline.found.extend(signed)
    if near and not signed:
        byline.persons.extend(name for name in names_in(rest) if not _is_column(page, name))


def _is_column(page: PageLines, word: str) -> bool:
    """Whether a word beside a date is a link elsewhere on the page: a column, and no person."""
    return any(line.links and line.text == word for line in page.lines)


def _is_another_date(label: Labelled) -> bool:
    """Whether a label is that of a date, but not of one that the article has: 截止日期."""
    if label.role == "stop":
        return label.label.endswith(("期", "间")) or is_of_another_day(label.label)
    return label.role == "modified"


def read_cell(byline: Byline, page: PageLines, index: int) -> bool:
    """Take a label without a colon that has a cell of its own; False where the line is none."""
    line = page.lines[index]
    role = lone_role(line)
    if role is None:
        return False
    byline.found.append(Labelled(role, line.text, beside(page, index), 0, len(line.text)))
    return True


def _is_of_another_label(page: PageLines, index: int) -> bool:
    """Whether a line is the value of a label above it, of another day: When, 截止日期."""
    if not index or lone_role(page.lines[index - 1]) != "stop":
        return False
    above = page.lines[index - 1].text
    return is_of_another_day(above) and beside(page, index - 1) == page.lines[index].marked


def _only_labels(line: Line) -> bool:
    return (
        line.kind == "text"
        and not line.hidden
        and len(line.text) <= SHORT_LINE
        and bool(line.labels)
        and line.labels[0].start <= 2
    )


def _with_values(page: PageLines, index: int, labels: tuple[Labelled, ...]) -> Iterator[Labelled]:
    if len(labels) != 1 or labels[0].value:
        for label in labels:
            by_whom = _BY_WHOM.search(label.value) if label.role == "published" else None
            if by_whom:
                yield Labelled("author", "由", by_whom["who"], label.start, label.end)
            signed = _BY_WHOM_IN_LETTERS.search(label.value) if label.role == "published" else None
            if signed:
                yield Labelled("author", "By", signed["who"], label.start, label.end)
                yield replace(label, value=label.value[: signed.start()])
            else:
                yield label
        return
    label = labels[0]
    yield Labelled(label.role, label.label, beside(page, index), label.start, label.end)
