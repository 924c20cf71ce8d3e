"""Where the text begins in its container: behind title, byline, banners, a summary said twice."""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile

from newscrawl.extract.article.boxes import is_link_line
from newscrawl.extract.article.days_in_lines import date_in
from newscrawl.extract.article.meta_line import (
    READING_TIME,
    byline_end,
    is_bare_date,
    is_byline,
)
from newscrawl.extract.article.named_elements import author_and_origin
from newscrawl.extract.article.place import Place
from newscrawl.extract.article.press import ENDS_SENTENCE, is_in_picture, is_standfirst
from newscrawl.extract.article.title import Title
from newscrawl.extract.article.weights import Weights
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.bylines import names_alone, read_by
from newscrawl.text.people import bare_names, looks_like_person
from newscrawl.text.whitespace import squash

_INLINE_BYLINE_ROOM = 14  # lines at the body's head in which its byline may stand
_TITLE_ROOM = 4  # lines at the body's head that may repeat the title
_OVER = 6  # lines over the body that are looked at for its first one
_LEAD_ROOM = 16  # lines between title and body that may be a standfirst
_LEAD_LENGTH = 30  # characters of a standfirst, and of a beginning that is compared
_NAMED_LENGTH = 15  # characters of one whose element is called so
_STUB = 60  # characters of a line over a byline that is none of the text
_SIGNATURE = 80  # characters of a line that may say who wrote
# How newspapers name the sentences between title and text.
_LEAD_NAME = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|sub-?(?:title|tit|head|heading|headline)(?:-?ll)?|excerpt|dek|deck|summary|lead|lede|description"
    r"|preamble|intro(?:-?text)?|ingress|chapo|chapeau|strapline|entradilla|bajada|copete|sommario|occhiello|vorspann|anons|manchet"
    r"|perex|sapo|subline|zajawka|documentDescription)s?(?:$|[\s_-])",
    re.IGNORECASE,
)
_TEASER = 20  # characters of a text's beginning that are no accident twice
_DAY = re.compile(r"[（(〔\[][^（）()]{6,20}日[）)〕\]]")
# What a template sets over a text beside its byline: the hour, a label with the text behind it.
_OVER_TEXT = re.compile(
    r"\d{1,2}[:.]\d\d(?:\s?(?:Uhr|h|[ap]\.?m\.?))?|(?:内容|视频)?(?:简介|摘要|正文|详情)\s*[:：]",
    re.IGNORECASE,
)
_PATH = re.compile(r"\s*[>›»＞]+\s*")
_NUMBER = re.compile(r"[\d\s./-]{1,20}")
_SUMMARY = re.compile(
    r"\s*(?:内容|核心|新闻|本文)?(?:摘要|简介|导读|导语|提要|概要|提示)\s*[:：]\s*"
)
_CUT = re.compile(r"(?:…+|\.{2,}|\[…\])\s*$")


def lead_of(
    page: PageLines, title: Title | None, start: int, summary: str | None, *, press: bool
) -> tuple[int, ...]:
    """The standfirst between title and text: what the page declares as its summary.

    A newspaper's is known by its sentences, too.
    """
    if title is None:
        return ()
    key, name = squash(summary or "")[:_LEAD_LENGTH], squash(title.text)
    # Where no title stands over it, it must be nearer to the text.
    top = title.last or max(0, start - _LEAD_ROOM // 2)
    under, over = range(top, min(start, top + _LEAD_ROOM)), range(max(top, start - _OVER), start)
    told = bool(title.last)
    best, lead = 0, 0
    for index in chain(under, over):
        line = page.lines[index]
        if not _may_lead(line, press=press) or squash(line.text) == name:
            continue
        summary_of = _is_summary(line, key)
        if not (line.noise in (None, "teaser") or (summary_of and line.links == 0)):
            continue  # what is declared stands in a box of a wrong name as well
        rank = _told(page, line, first=press and index == top) if told else 0
        rank = 3 if summary_of else rank
        if rank > best:
            best, lead = rank, index
    if not best:
        return ()
    layout = layout_of(page.lines[lead])
    more = takewhile(
        lambda i: layout_of(page.lines[i]) == layout and _told(page, page.lines[i], first=False),
        range(lead + 1, start if told else lead),
    )
    return (lead, *more)


def _may_lead(line: Line, *, press: bool) -> bool:
    return (
        line.kind == "text"
        and (
            len(line.text) >= _LEAD_LENGTH
            or (not press and len(line.text) >= _NAMED_LENGTH and _calls_itself_lead(line))
        )
        and not line.hidden
        and not is_byline(line)
    )


def _is_summary(line: Line, key: str) -> bool:
    """Whether a line begins as the declared summary does."""
    mine = squash(line.text)[:_LEAD_LENGTH] if key else ""
    return bool(mine) and (key.startswith(mine) or mine.startswith(key))


def _told(page: PageLines, line: Line, *, first: bool) -> int:
    """How surely a line is a newspaper's standfirst: by its sentences, its name, or its place."""
    if line.links or line.caption or line.labels or is_in_picture(page, line):
        return 0
    if is_standfirst(line) or _calls_itself_lead(line):
        return 2
    return 1 if first and line.heading > 1 else 0


def _calls_itself_lead(line: Line) -> bool:
    parent = line.element.getparent()
    names = (line.element.get("class"), parent.get("class") if parent is not None else None)
    return any(_LEAD_NAME.search(name) for name in names if name)


def start_of(
    page: PageLines, place: Place, last: int, title: Title | None, *, chinese: bool
) -> int:
    """Behind the title and the byline, where the container holds them."""
    weights = place.weights
    first = place.first if place.ruled else page.of(place.container)[0]
    start = first if place.is_editors else _past_title(page, first, last, title, place)
    head = first_text(weights, start, last)
    if title is not None and title.last and not (chinese or place.is_editors):
        head = _past_lead(page, weights, head, last)
    room = min(start + _INLINE_BYLINE_ROOM, last)
    for index in range(start, room):
        if index > max(head, start):
            break  # neither over the text nor right behind a byline that stands there
        end = None if weights.each[index] else byline_end(page, index)
        if end is None and not chinese and signs_over(page.lines[index], weights.each[index]):
            end = index + 1
        # In a container of the CMS's own a bare date is the first line of a speech or a notice.
        if end is not None and not (start == first and _opens(page, place, index)):
            start = max(start, end)
    while start < head and (leads_over(page.lines[start]) or _is_path(page.lines[start])):
        start += 1
    return start


def _is_path(line: Line) -> bool:
    """Whether a line says in links where the page stands: 某新闻 > 某栏."""
    path = line.links > 0 and _PATH.search(line.text) is not None
    return path and line.links >= len(_PATH.sub("", line.text))


def leads_over(line: Line) -> bool:
    """Whether a line is what a template sets over a text: an hour, a label alone, a number."""
    if _OVER_TEXT.fullmatch(line.text) or READING_TIME.fullmatch(line.text):
        return True
    return len(line.labels) == 1 and all(
        told.role == "stop" and not told.start and _NUMBER.fullmatch(told.value)
        for told in line.labels
    )


def signs_over(line: Line, weight: float) -> bool:
    """Whether a line over a text in letters says by whom it is, and not much more."""
    by = read_by(line.text) if line.kind == "text" and len(line.text) <= _SIGNATURE else None
    if by is None:
        named = line.kind == "text" and not line.heading and len(line.text) <= _SIGNATURE
        return named and bool(author_and_origin(line.element)[0])
    if not weight:
        return True
    # By Kim Lake, Communications: a name, and what its owner works for.
    names = by.names if by.end < len(line.text) else by.names.partition(",")[0]
    return bool(names_alone(names, signed=True))


def _opens(page: PageLines, place: Place, index: int) -> bool:
    """Whether a bare date is the first line of a speech or a notice, and no byline.

    It is one in a container of the CMS's own, and in any where it is a day in brackets, right
    under a byline with its own date.
    """
    line = page.lines[index]
    if not is_bare_date(line) or ":" in line.text:
        return False  # no speech is dated to the minute
    if place.named or not index or not _DAY.fullmatch(line.text):
        return place.named
    above = page.lines[index - 1]
    dated = any(label.role == "published" and label.value for label in above.labels)
    return dated or (is_byline(above) and date_in(above.text) is not None)


def _past_lead(page: PageLines, weights: Weights, head: int, last: int) -> int:
    """The text behind a subtitle and a standfirst, over which the byline may stand as well."""
    for index in range(head, min(head + _OVER, last)):
        line = page.lines[index]
        over = line.heading > 1 or line.caption or _told(page, line, first=False)
        if weights.each[index] and not (over or _is_stub(line)):
            return index
        if weights.each[index] or index == head:
            continue
        over = byline_end(page, index) is not None or signs_over(line, 0)
        if over and weights.between(index, last) >= weights.between(head, index):
            return index
    return head


def _is_stub(line: Line) -> bool:
    """Whether a line is too short to be a paragraph, and no sentence: who wrote, a place."""
    return len(line.text) <= _STUB and not ENDS_SENTENCE.search(line.text)


def _past_title(page: PageLines, first: int, last: int, title: Title | None, place: Place) -> int:
    """Behind the title, where the container holds it, and what belongs to it.

    A container with a name of its own may open with a title that the author printed there; one
    set as a heading, though, is the template's.
    """
    if title is None:
        return first
    start = first
    if title.last and first <= title.first < last:
        if place.named and not page.lines[title.first].heading:
            return first
        start = title.last
    elif title.last:
        return _past_signature(page, first, last) if title.last == first else first
    key = squash(title.text)
    for index in range(start, min(start + _TITLE_ROOM, last)):
        if squash(page.lines[index].text) == key:
            start = index + 1
    return start


def _past_signature(page: PageLines, first: int, last: int) -> int:
    """Behind the bare names of the writers and the subtitle (——…), right under a title."""
    start = first
    for index in range(first, min(first + 2, last)):
        line = page.lines[index]
        if line.kind != "text" or len(line.text) > _SIGNATURE:
            break
        signed = index == first and (looks_like_person(line.text) or len(bare_names(line.text)) > 1)
        if not (line.text.startswith("——") or signed):
            break
        start = index + 1
    return start


def past_banners(
    page: PageLines, weights: Weights, start: int, end: int, boxes: frozenset[int]
) -> int:
    """Behind the boxes of links, and the lines that are one, which stand over the text.

    A link over a piece of text is its heading where another one of its make has a piece, too.
    """
    head = first_text(weights, start, end)
    for index in range(head - 1, start - 1, -1):
        line = page.lines[index]
        if index in boxes:
            return index + 1
        if is_link_line(line) and not (
            index + 1 == head and _heads_piece(page, weights, head, end)
        ):
            return index + 1
    return start


def _heads_piece(page: PageLines, weights: Weights, head: int, end: int) -> bool:
    """Whether a link that is made like the one over the first text stands over text as well."""
    first = layout_of(page.lines[head - 1])
    return any(
        weights.each[index] > 0
        and is_link_line(page.lines[index - 1])
        and layout_of(page.lines[index - 1]) == first
        for index in range(head + 2, end)
    )


def past_teaser(page: PageLines, weights: Weights, start: int, end: int) -> int:
    """Behind a summary over the text that is the text's own beginning once more.

    DedeCMS prints it in div.intro, PHPCMS in div.summary, Plone as the description.
    """
    head = first_text(weights, start, end)
    behind = [*islice((one for one in page.lines[head + 1 : end] if one.kind == "text"), 4)]
    if not behind or layout_of(behind[0]) == layout_of(page.lines[head]):
        return start  # a paragraph among others, as nearly always
    key = squash(_CUT.sub("", _SUMMARY.sub("", page.lines[head].text, count=1)))
    if len(key) < _TEASER:
        return start
    begins = ""
    for line in behind:
        if layout_of(line) == layout_of(page.lines[head]):
            return start
        begins += squash(line.text)
        if len(begins) >= len(key):
            return head + 1 if begins.startswith(key) else start
    return start


def first_text(weights: Weights, first: int, last: int) -> int:
    """The first line of running text, the first of all where there is none."""
    return next((index for index in range(first, last) if weights.each[index] > 0), first)


def layout_of(line: Line) -> tuple[str | None, ...]:
    """How a line is set: paragraphs of one text share it."""
    element, parent = line.element, line.element.getparent()
    if parent is None:
        return (str(element.tag), element.get("class"))
    return (str(element.tag), element.get("class"), str(parent.tag), parent.get("class"))
