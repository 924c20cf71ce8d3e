"""The meta line(s) of an article: labels with their values, and the bare date and source beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from newscrawl.extract.article.boilerplate import ends_article, is_footer
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.dates import find_dates
from newscrawl.text.labels import BOUNDARY, BYLINE_ROLES, Labelled, LabelRole, role_of
from newscrawl.text.people import looks_like_person

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORT_LINE = 260
_SIGNED = re.compile(
    r"(?:^|\s)(?:article-?|post-?|entry-?)?(?:author(?:style\d*)?|byline)(?:[-_]{1,2}names?|s)?(?:$|\s)"
)
# On Chinese pages of accounts: class="up-name", "nickname".
_ACCOUNT_NAME = re.compile(
    r"(?:^|[\s_-])(?:up|user|nick|writer|blogger|uploader)[-_]?name(?:$|[\s_-])", re.IGNORECASE
)
_ORIGIN = re.compile(
    r"(?:^|[\s_-])(?:source|laiyuan|media[-_]?name|origin|from)(?:$|[\s_-])", re.IGNORECASE
)
_ORIGIN_LENGTH = 20
_HAN = re.compile(r"[\u3400-\u9fff]")
# 由某人于2005年8月12日16:12:21在某处发表, 由某人张贴 @ 2005-06-14 03:25: as boards and blogs sign.
_WHEN = r"(?P<{}>(?:19|20)\d\d\s?[-./年]\s?\d{{1,2}}\s?[-./月]\s?\d{{1,2}}日?\s*\d{{1,2}}:\d\d(?::\d\d)?)"
_DONE = r"(?:发表|发布|张贴|上传|提交|录入|转贴|转帖)"
_POSTED = re.compile(
    r"由\s*[【\[]?(?P<who>[^\s，。：:【】\[\]]{1,16}?)[】\]]?\s*"
    rf"(?:(?:于|在|@)?\s*{_WHEN.format('before')}[^，。]{{0,24}}?{_DONE}"
    rf"|{_DONE}\s*(?:于|在|@|[:：])?\s*{_WHEN.format('behind')})"
)
_SIGNED_LENGTH = 80
_MORE_THAN_NAMES = re.compile(r"[\d|:：]|^by$", re.IGNORECASE)
_BY_WORD = re.compile(r"^(?:By|Von|Par|Por|Di|Door|Av|Af)\s+", re.IGNORECASE)
_BY_REST = 40  # characters behind the names that may be a date
_TABLE_ROOM = 30
_PAIR = 2
_TIME = re.compile(r"\d{1,2}\s*[:：时]\s*\d{1,2}")
# Looked for by its first character, which the lookbehinds then tell apart.
_DATE_LIKE = re.compile(
    r"[\d二](?:(?:(?<=1)9|(?<=2)0)\d\d\s*[-./年]\s*\d{1,2}"
    r"|(?<=\d)\d?\s*[/.]\s*\d{1,2}\s*[/.]\s*(?:19|20)\d\d|(?<=二)[〇○零])"
)
# What a body that gives news calls itself at the end of its name.
_OUTLET = re.compile(
    r"[\u4e00-\u9fff《》A-Za-z0-9·—\-]{1,18}(?:日报|晚报|早报|时报|商报|快报|周刊|周报|都市报|信报|导报|经济报道|报|网|社|电视台|广播|电台|台|客户端|在线|杂志|新闻|频道|"
    r"公众号|通讯社|编辑部|中心|宣传部|办公室|学院|研究所|研究院|委员会|管理局|大学|频道)》?"
)
_DATE_PARTS = re.compile(
    r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?|\d{1,2}\s*[:：时]\s*\d{1,2}(?:\s*[:：分]\s*\d{1,2}秒?)?|https?://\S+|星期[一二三四五六日]"
)
_SENTENCE = re.compile(r"[，。；！？《》（]|第.{1,8}[届次期号]|通过|印发|公布|会议|施行")
# "By A and B | 22 May": the names, up to a bar, a date or a label.
# Drupal says "Submitted by A on 22 May", Joomla "Written by A", Plone "by A — published 22 May".
_BY = re.compile(
    r"^(?:(?:Submitted|Written|Posted|Published|Created)\s+by|by|By|BY|Von|Par|Por|Di|Door|Av|Af|Autor|Text)\s*:?\s+([A-ZÀ-Þ][^|·•\d:]{2,100}?)"
    r"\s*(?:$|[|·•]|\s[—–-]\s|,?\s+(?=\d|[A-Z][a-z]+\s*:|(?:Published|Updated|on)\s))"
)
_ACCOUNT = re.compile(r"[\w·《》-]{3,14}")
_NOT_ACCOUNT = re.compile(
    r"^\d+$|评论|阅读|浏览|点击|字号|打印|分享|收藏|更新|发布|今天|昨天|星期|周[一二三四五六日]|上午|下午|am$|pm$",
    re.IGNORECASE,
)
# The boxes that a design cuts a date into: a day, a month with its year, a year.
_BOX = re.compile(
    r"\d{1,2}日?|\d{1,2}\s*[-./月]\s*\d{1,2}日?|(?:19|20)\d\d年?|(?:19|20)\d\d\s*[-./年]\s*\d{1,2}月?"
    r"|[A-Z][a-z]{2,8}\.?(?:\s*,?\s*(?:19|20)\d\d)?"
)
_BOXES = 3
_BOX_LENGTH = 14
_TODAY = re.compile(r"今天|今日|现在|当前|Today")
# Labels that no page prints: what a selector of the site file, or its family's, found.
RULES = ("site:", "family:")


@dataclass(slots=True)
class Byline:
    """What the lines around an article say about it, the most trusted first.

    `found` are the labels with their values, `bare` the texts that hold a date without a label
    (`far`: those that do not stand between title and text), `times` the values of <time> elements,
    `names` what follows a bare "By" and what elements hold that call themselves the author's,
    `origins` what those hold that call themselves the source's, `boxes` the texts that make a date
    when they are joined (`13` and `2023-02`). `behind` are the labels among
    `found` that stand behind the text.
    """

    found: list[Labelled] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    origins: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    behind: list[Labelled] = field(default_factory=list)

    def of(self, *roles: LabelRole) -> list[Labelled]:
        """The labels of some roles, in order."""
        return [label for label in self.found if label.role in roles]


def rule_of(label: Labelled) -> str:
    """How provenance names the rule that read a label."""
    return label.label if label.label.startswith(RULES) else f"label:{label.label}"


def is_byline(line: Line) -> bool:
    """Whether a line is a meta line: short, and with a meta label or hardly more than a date."""
    if line.kind != "text" or line.hidden or len(line.text) > _SHORT_LINE:
        return False
    labels = line.labels
    roles = [label.role for label in labels if label.role in BYLINE_ROLES]
    if roles and (labels[0].start <= 30 or len(roles) > 1):
        return True
    return is_bare_date(line)


def is_bare_date(line: Line) -> bool:
    """Whether a line is hardly more than a date: `2022-02-13 07:00` or `2019-09-26 证券时报网`."""
    if line.kind != "text" or len(line.text) > 60 or not _DATE_LIKE.search(line.text):
        return False
    rest = _DATE_PARTS.sub("", line.text)
    return len(rest) <= 24 and not _SENTENCE.search(rest)


def read_byline(page: PageLines, ranges: Sequence[range], *, given: int = 0) -> Byline:
    """Collect what the lines in `ranges` say (the nearest range first).

    The first `given` ranges are the byline by a rule, whatever it looks like. A label whose value
    is empty takes the next cell's text when that is a bare value; never another label's.
    """
    byline = Byline()
    for place, numbers in enumerate(ranges):
        before = len(byline.found)
        near, over = place < max(given, 1), False
        for index in numbers:
            bare = byline.bare
            if not near:
                line = page.lines[index]
                over = over or (numbers.start > ranges[0].start and _is_over(line))
                dated = not over and _DATE_LIKE.search(line.text) is not None
                bare = byline.far if dated and not _is_elsewhere(page, index) else []
            _read_line(byline, page, index, bare, place < given)
        if place and numbers.start > ranges[0].start:
            byline.behind += byline.found[before:]
        else:
            byline.boxes += _boxes(page, numbers)
    above = min((numbers.start for numbers in ranges), default=0)
    for index in range(max(0, above - _TABLE_ROOM), above):
        _read_cell(byline, page, index)
    anywhere = set(chain.from_iterable(ranges))
    first = set(chain.from_iterable(ranges[:2]))
    for element, (start, _) in page.spans.items():
        if start not in anywhere:
            continue
        if element.tag == "time":
            byline.times.append(element.get("datetime") or "".join(map(str, element.itertext())))
        elif start in first:
            _read_named(byline, element)
    return byline


def _read_named(byline: Byline, element: HtmlElement) -> None:
    """What an element holds that calls itself the author's (class="author-name") or the source's.

    Old templates of Visual SiteBuilder number theirs: class="authorstyle1025".
    """
    names = element.get("class") or ""
    if element.get("rel") != "author" and not names:
        return
    signed = element.get("rel") == "author" or bool(_SIGNED.search(names))
    account, origin = _ACCOUNT_NAME.search(names), _ORIGIN.search(names)
    if not (signed or account or origin):
        return
    text = " ".join("".join(map(str, element.itertext())).split())
    if not 1 < len(text) <= _SIGNED_LENGTH or _MORE_THAN_NAMES.search(text):
        return
    if signed or (account and _HAN.search(text)):
        byline.names.append(_BY_WORD.sub("", text))
    elif origin and len(text) <= _ORIGIN_LENGTH:
        byline.origins.append(text)


def _boxes(page: PageLines, numbers: range) -> Iterator[str]:
    """Neighbouring pieces that make one date: elements of one line, or lines of their own."""
    run: list[str] = []
    for index in numbers:
        line = page.lines[index]
        short = line.kind == "text" and not line.hidden and len(line.text) <= _BOX_LENGTH
        pieces = [one for piece in line.marked.split(BOUNDARY) if (one := piece.strip())]
        if short and all(map(_BOX.fullmatch, pieces)):
            run += pieces
            continue
        yield from _joined(run)
        run = []
    yield from _joined(run)


def _joined(run: list[str]) -> Iterator[str]:
    if 1 < len(run) <= _BOXES:
        yield " ".join(run)


def _is_elsewhere(page: PageLines, index: int) -> bool:
    """Whether a date on a line apart from title and text is a footer's, a neighbour's, today's."""
    line, above = page.lines[index], page.lines[max(0, index - 1)]
    if line.noise or line.links or is_footer(line) or _TODAY.search(line.text):
        return True
    # Nothing but a date under a link is that link's; "Datum 28.04.2023" there may be the article's.
    alone = not re.search(r"\w", _DATE_PARTS.sub("", line.text))
    return alone and above.kind == "text" and above.links * 10 > len(above.text) * 8


def _is_over(line: Line) -> bool:
    """Whether the article is over with a line behind its text: what follows are other things."""
    return ends_article(line) or is_footer(line)


def _read_line(
    byline: Byline,
    page: PageLines,
    index: int,
    bare: list[str],
    given: bool,  # noqa: FBT001 - a fact about the line
) -> None:
    line = page.lines[index]
    if line.kind != "text" or line.hidden:
        return
    if _read_cell(byline, page, index):
        return
    if by := _BY.match(line.text):
        byline.names.append(by[1])
        dates = find_dates(line.text[by.end() : by.end() + _BY_REST])
        if dates:
            byline.found.append(Labelled("published", "By", dates[0].raw, *by.span()))
    if len(line.text) <= _SHORT_LINE and (posted := _POSTED.search(line.text)):
        byline.found.append(Labelled("author", "由", posted["who"], *posted.span()))
        when = posted["before"] or posted["behind"]
        byline.found.append(Labelled("published", "发表", when, *posted.span()))
        return
    if not (given or is_byline(line) or _only_labels(line)):
        return
    labels = line.labels
    byline.found.extend(_with_values(page, index, labels))
    if any(one.role in ("published", "modified") and one.value for one in labels):
        return
    # A date behind another label's value: 作者：某人 2023-02-13.
    bare.extend(
        one.value[date.start() :] for one in labels if (date := _DATE_LIKE.search(one.value))
    )
    before = line.marked[: labels[0].start] if labels else line.marked
    plain = before.replace(BOUNDARY, "")
    dated = _DATE_LIKE.search(plain) and (labels or is_bare_date(line))
    if dated or (given and find_dates(plain)):
        bare.append(before)


def _read_cell(byline: Byline, page: PageLines, index: int) -> bool:
    """A label without a colon that has a place of its own: 索引号 tables stand above the title."""
    line = page.lines[index]
    role = _lone_role(line)
    if role is None:
        return False
    byline.found.append(Labelled(role, line.text, _beside(page, index), 0, len(line.text)))
    return True


def _lone_role(line: Line) -> LabelRole | None:
    """The role of a label that is all its cell, term or half of a pair holds."""
    if line.kind != "text" or not (line.row is not None or _in_pair(line)):
        return None
    return role_of(line.text)


def _in_pair(line: Line) -> bool:
    """Whether the line's element is a <dt>, or the first of the two things its parent holds."""
    element = line.element
    parent = element.getparent()
    return element.tag == "dt" or (
        parent is not None and len(parent) == _PAIR and element is parent[0] and not line.links
    )


def _only_labels(line: Line) -> bool:
    return (
        line.kind == "text"
        and not line.hidden
        and len(line.text) <= _SHORT_LINE
        and bool(line.labels)
        and line.labels[0].start <= 2
    )


def _with_values(page: PageLines, index: int, labels: tuple[Labelled, ...]) -> Iterator[Labelled]:
    if len(labels) != 1 or labels[0].value:
        yield from labels
        return
    label = labels[0]
    yield Labelled(label.role, label.label, _beside(page, index), label.start, label.end)


def _beside(page: PageLines, index: int) -> str:
    """The value that stands in the next cell or item of a label that stands alone."""
    if index + 1 >= len(page.lines):
        return ""
    line, below = page.lines[index], page.lines[index + 1]
    if below.kind != "text" or len(below.text) > 60 or below.labels or role_of(below.text):
        return ""
    return below.marked if _are_pair(line, below) else ""


def _are_pair(line: Line, below: Line) -> bool:
    """Whether a label's line and the next one are cells of a row, or two halves of one thing."""
    if line.element is below.element:
        return False
    if line.row is not None and line.row is below.row:
        return True
    parent = line.element.getparent()
    if parent is None or parent is not below.element.getparent():
        return False
    classes = (line.element.get("class"), below.element.get("class"))
    told_apart = all(classes) and classes[0] != classes[1]
    return line.element.tag == "dt" or len(parent) == _PAIR or told_apart


def byline_end(page: PageLines, index: int) -> int | None:
    """The line behind the byline that begins at a line, its value's included; None for none."""
    line = page.lines[index]
    lone = _lone_role(line) in BYLINE_ROLES
    if not lone and not is_byline(line):
        return None
    labels = line.labels
    alone = lone or (len(labels) == 1 and not labels[0].value)
    return index + (2 if alone and _beside(page, index) else 1)


def in_byline(page: PageLines, index: int) -> bool:
    """Whether a line is a byline or the value of a label that stands alone above it."""
    return byline_end(page, index) is not None or (
        index > 0 and byline_end(page, index - 1) == index + 1
    )


def outlet_in(text: str) -> str | None:
    """A bare news outlet's or body's name, when that is all that is left beside a date."""
    rest = _beside_date(text)
    if _OUTLET.fullmatch(rest):
        return rest
    # An account's name stands alone beside the date; a person's name there is the author's.
    alone = (
        _ACCOUNT.fullmatch(rest) and not looks_like_person(rest) and not _NOT_ACCOUNT.search(rest)
    )
    return rest if alone else None


def is_named_outlet(text: str) -> bool:
    """Whether what is left beside a date calls itself a paper, an agency or a body."""
    return _OUTLET.fullmatch(_beside_date(text)) is not None


def _beside_date(text: str) -> str:
    rest = text.replace(BOUNDARY, " ").strip(" |｜,，·-—[]【】()（）\u3000")
    rest = re.sub(r"^(?:https?://)?[\w.-]+\.(?:com|cn|org|net|gov|edu)\S*\s*", "", rest)
    return re.sub(r"^原创\s*|\s*原创$", "", rest.strip(" |｜"))
