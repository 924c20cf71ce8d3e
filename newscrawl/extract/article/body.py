"""The body: which lines of the container are the article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby, islice, takewhile

from newscrawl.extract.article.abroad import without_asides, without_credits, without_repeats
from newscrawl.extract.article.apart import is_dated_row
from newscrawl.extract.article.body_bounds import JOINS, bounds
from newscrawl.extract.article.body_head import layout_of, lead_of
from newscrawl.extract.article.boilerplate import is_control, is_never_text
from newscrawl.extract.article.boxes import is_link_line
from newscrawl.extract.article.container import links_file
from newscrawl.extract.article.credit_cells import before_credit_cells
from newscrawl.extract.article.end_marks import (
    ends_article,
    is_of_event,
    is_related_heading,
    leads_away,
)
from newscrawl.extract.article.inserts import without_inserts
from newscrawl.extract.article.place import Place
from newscrawl.extract.article.press import (
    has_headlines,
    is_aside,
    is_caption,
    is_standfirst,
    said_once,
    without_afterwords,
    without_refrains,
    without_stubs,
)
from newscrawl.extract.article.tails_abroad import without_tails
from newscrawl.extract.article.title import Title
from newscrawl.extract.article.weights import Weights, is_prose, is_row
from newscrawl.extract.lines import BOILERPLATE, Line, PageLines
from newscrawl.text.labels import BOUNDARY
from newscrawl.text.language import is_chinese
from newscrawl.text.whitespace import squash

_HIDDEN = "hidden"
_PLAYER = "player"
_CONTROL, _CONTROLS = 6, 3  # characters of a control, and how many side by side are no text
_SHORT_FOOTER = 120  # characters of a footer that no text is beside: of a video's page
_DATUM = 4  # characters of a cell that may hold one datum
_DATA_ROWS = 3  # rows that make a table one of data
_FIELDS = 4  # lines at a text's end that may be fields of one box
_DATA_ROOM = 60  # lines of a table that are looked at
_NO_FILES = re.compile(
    r"(?:相关|[可请]|点击)?(?:下载)?(?:附件(?:下载|列表)?|文件下载)\s*[:：]?\s*[无無]?|附件[:：]\s*(?:暂无|没有)"
)
# A link to the other articles of the paper or the column, under the last line.
_MORE = re.compile(
    r"(?:[>》→]+\s*)?(?:查看|点击查看|浏览)?更多|(?:Read |See )?[Mm]ore\b|もっと|더 ?보기"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_ADDRESS = re.compile(r"https?://\S+")
_DIGEST = re.compile(
    r"(?:^|\s)(?:(?:article|news|post|content|art|detail|info)[-_]?)?"
    r"(?:summary|abstract|digest|zhaiyao|daodu|daoyu)(?:[-_]?(?:box|text|con|content))?(?:$|\s)",
    re.IGNORECASE,
)
_BEGINS_DIGEST = re.compile(r"(?:内容|新闻|本文)?摘\s?要\s?[:：]")
_IS_DIGEST = re.compile(r"[\[【]?(?:内容|新闻|本文)?摘\s?要[\]】]?\s?[:：]?")
_SAYS_DIGEST = re.compile(r"[\[【]\s?(?:内容|新闻|本文)?摘\s?要\s?[\]】]")
_NUMBERED = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]")  # 六、发布时间：
_BACK, _ON, _BESIDE = "«‹←", "»›→", 2  # what points to the post before and the next: two lines
_Aside = Callable[[PageLines, Line], bool]
_PUBLISHED = ("发布", "发表", "更新", "上传", "录入", "添加")


@dataclass(frozen=True, slots=True)
class BodyLines:
    """The numbers of the lines that are the body, and the range they were taken from."""

    numbers: tuple[int, ...]
    first: int
    last: int
    chinese: bool


def select_body(
    page: PageLines, place: Place, title: Title | None, summary: str | None, *, press: bool
) -> BodyLines:
    """Cut the container to the article: behind title and byline, before the first end mark.

    A container found by weight (not `named`) may be too small: short lines right above it, up to
    the byline, and right below it, up to an end mark, belong to the text. `press`: a newspaper's
    page, which declares its article.
    """
    weights = place.weights
    first, last = page.of(place.container)
    if place.before is not None:
        last = max(first, min(last, place.before))
    chinese = _is_chinese(page, weights, first, last)
    press = press and not chinese
    start, end, boxes = bounds(page, place, title, first, last, chinese=chinese, press=press)
    muted = _muted(page, weights, start, end)
    aside = is_aside if press else _asides(page, place, chinese=chinese)
    if chinese:
        muted.add(_PLAYER)
    walled = _behind_wall(page, weights, start, end) if press else frozenset[int]()
    numbers = tuple(
        i
        for i in range(start, end)
        if i not in boxes
        and (
            _is_text(page, page.lines[i], muted, title, i - start, aside=aside)
            or _is_datum(page, page.lines[i], start, end)
            or i in walled
        )
    )
    if chinese:
        numbers = _without_digest(page, _without_controls(page, numbers))
    else:
        numbers = _without_habits(page, weights, numbers, press=press)
    if not place.is_editors:
        numbers = _before_meta(page, before_credit_cells(page, numbers))
    if not weights.between(start, end):
        numbers = _without_menus(page, numbers)
    text = next(iter(numbers), start)
    lead = () if chinese else lead_of(page, title, max(start, text), summary, press=press)
    return BodyLines((*lead, *numbers), start, end, chinese)


def _without_habits(
    page: PageLines, weights: Weights, numbers: tuple[int, ...], *, press: bool
) -> tuple[int, ...]:
    """Without what houses abroad, and newspapers among them, set among and under paragraphs."""
    numbers = without_asides(page, without_inserts(page, weights, numbers, press=press))
    numbers = without_credits(page, without_tails(page, without_repeats(page, numbers)))
    if not press:
        return numbers
    numbers = without_refrains(page, said_once(page, numbers))
    return without_stubs(page, without_afterwords(page, numbers))


def _behind_wall(page: PageLines, weights: Weights, start: int, end: int) -> frozenset[int]:
    """Hidden paragraphs right among those that are seen: a script shows them to who may read on."""
    lines = page.lines
    hidden = [i for i in range(start, end) if lines[i].hidden and weights.prose[i]]
    if not hidden:
        return frozenset()
    seen = {lines[i].element.getparent() for i in range(start, end) if weights.each[i]}
    return frozenset(
        i for i in hidden if lines[i].element.tag == "p" and lines[i].element.getparent() in seen
    )


def _without_digest(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without what a template prints over a text in a box that calls itself a summary."""
    lines = page.lines
    inside = takewhile(lambda number: _is_digest(lines[number]), numbers)
    first = len(tuple(inside))
    if not first and len(numbers) > 1:
        # 摘要：, on its line or over it, set otherwise than the text is.
        over = lines[numbers[0] - 1].text if numbers[0] else ""
        begins = _BEGINS_DIGEST.match(lines[numbers[0]].text) or _IS_DIGEST.fullmatch(over)
        first = int(
            begins is not None and layout_of(lines[numbers[0]]) != layout_of(lines[numbers[1]])
        )
    return numbers[first:] if first < len(numbers) else numbers


def _is_digest(line: Line) -> bool:
    if _SAYS_DIGEST.match(line.text):
        return True
    around = (line.element, *islice(line.element.iterancestors(), 1))
    return any(_DIGEST.search(name) for one in around if (name := one.get("class")))


def _without_controls(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without controls that each have an element of their own: 路过, 雷人, 握手."""
    runs = groupby(
        numbers, lambda i: len(page.lines[i].text) <= _CONTROL and is_control(page.lines[i])
    )
    kept: list[int] = []
    for controls, run in runs:
        some = list(run)
        if not (controls and len(some) >= _CONTROLS):
            kept += some
    return tuple(kept)


def _without_menus(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without controls and rows of other pages, and the headings over those: no text runs here."""
    kept = [n for n in numbers if not _is_menu(page.lines[n], page.lines[numbers[0]])]
    while kept and len(kept) < len(numbers) and page.lines[kept[-1]].heading:
        kept.pop()
    return tuple(kept)


def _is_menu(line: Line, first: Line) -> bool:
    if ends_article(line):
        return not is_of_event(line, first)
    return line.item and (is_link_line(line) or is_row(line))


def _is_chinese(page: PageLines, weights: Weights, first: int, last: int) -> bool:
    text = "".join(page.lines[i].text[:300] for i in range(first, last) if weights.each[i] > 0)
    if not text:
        text = "".join(line.text for line in page.lines[:200] if line.kind == "text")
    return is_chinese(text)


def _muted(page: PageLines, weights: Weights, start: int, end: int) -> set[str | None]:
    """Reasons that nearly all of the body shares are none: they are the container's own."""
    lines = [line for line in page.lines[start:end] if line.kind == "text"]
    size = sum(len(line.text) for line in lines) or 1
    reasons: set[str | None] = set()
    given = {page.lines[n].noise for n in range(start, end) if weights.prose[n]}
    for reason in given - {None, BOILERPLATE}:
        share = sum(len(line.text) for line in lines if line.noise == reason)
        if share > 0.7 * size and not (reason == "footer" and share < _SHORT_FOOTER):
            reasons.add(reason)
    hidden = [line for line in lines if line.hidden]
    if sum(len(line.text) for line in hidden) > 0.7 * size and any(map(is_prose, hidden)):
        reasons.add(_HIDDEN)
    return reasons


def _before_meta(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without the byline that some templates print under the text: published when, read how often.

    A sign-off, and what a notice says of its own dates, stay.
    """
    numbers = _without_rows(page, numbers)
    last = len(numbers)
    while last:
        line = page.lines[numbers[last - 1]]
        above = page.lines[numbers[last - 2]] if last > 1 else None
        near = (page.lines[number] for number in numbers[max(0, last - _FIELDS) : last - 1])
        told = _tells_of(line) or any(_is_field(line, one) for one in near)
        if not (told or _is_stray(line, above)):
            break
        last -= 1
    return numbers[:last]


def _without_rows(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without the rows of other articles that a text ends with, and the heading over those."""
    kept = _without_pointers(page, numbers)
    while kept and is_dated_row(line := page.lines[kept[-1]]) and not links_file(line):
        kept.pop()
    while kept and len(kept) < len(numbers) and page.lines[kept[-1]].heading:
        kept.pop()
    return tuple(kept)


def _without_pointers(page: PageLines, numbers: tuple[int, ...]) -> list[int]:
    """Without the links to the posts before and behind: « its title, its title ».

    Two that stand together are none of the text's own, nor is one that leads back and stands last;
    Register now » is.
    """
    lines = [page.lines[number] for number in numbers]
    ways = [_points(line) if line.links else 0 for line in lines]
    if not any(ways):
        return [*numbers]
    kept = [
        number
        for at, (number, way) in enumerate(zip(numbers, ways, strict=True))
        if not way or -way not in ways[max(0, at - 1) : at + _BESIDE]
    ]
    if kept and _points(page.lines[kept[-1]]) < 0:
        kept.pop()
    return kept


def _points(line: Line) -> int:
    """Where a linked line points by an arrow: -1 back, 1 on; 0 for neither, or with a quote."""
    if line.links == 0 or line.links * 10 < len(line.text) * 8:
        return 0
    back, on = (any(one in line.text for one in arrows) for arrows in (_BACK, _ON))
    return (line.text[-1] in _ON and not back) - (line.text[0] in _BACK and not on)


def _is_field(line: Line, other: Line) -> bool:
    """Whether a last line is a label and its value in the box of one that tells of the page."""
    short = len(line.text) <= _DATA_ROOM and ":" in line.text and line.text[-1:] not in ".!?"
    beside = line.element is other.element or line.element.getparent() is other.element.getparent()
    return short and beside and not line.links and _tells_of(other)


def _tells_of(line: Line) -> bool:
    """Whether a line says when the page was put in, or how often it was read."""
    told = (label for label in line.labels if label.start <= JOINS)
    if _NUMBERED.match(line.text):
        return False
    return any(
        one.role == "views"
        or one.label.startswith(_PUBLISHED)
        or (
            one.role in ("published", "modified")
            and not (_HAN.search(one.label) or line.marked[: one.start].strip(BOUNDARY))
        )
        for one in told
    )


def _is_stray(line: Line, above: Line | None) -> bool:
    """Whether a last line is a share box's count, a link to more, or a label of files with none."""
    if line.kind == "text" and is_link_line(line) and _MORE.match(line.text):
        return True
    if line.kind != "text" or line.links:
        return False
    if line.text.endswith(":") and not _HAN.search(line.text):
        return True  # what it announces is no text
    if _ADDRESS.fullmatch(line.text) and above is not None:
        return layout_of(line) != layout_of(above)  # of the page itself
    label = above.text if above is not None and line.text in "无無" else ""
    return (line.text.isdigit() and line.row is None) or bool(
        _NO_FILES.fullmatch(label + line.text)
    )


def _is_datum(page: PageLines, line: Line, start: int, end: int) -> bool:
    """Whether a word stands in a cell of data: a table of three rows or more within the text."""
    if line.row is None or line.table is None or line.noise or line.hidden or not line.text:
        return False
    first, last = page.of(line.table)
    if len(line.text) > _DATUM or first < start or last > end:
        return False
    rows = {id(one.row) for one in page.lines[first : min(last, first + _DATA_ROOM)]}
    return len(rows) >= _DATA_ROWS and line.links == 0


def _asides(page: PageLines, place: Place, *, chinese: bool) -> _Aside | None:
    """What tells the lines that a page without a declared article sets apart from its text."""
    return None if chinese or not has_headlines(page, place.container) else is_caption


def _is_text(
    page: PageLines,
    line: Line,
    muted: set[str | None],
    title: Title | None,
    offset: int,
    *,
    aside: _Aside | None,
) -> bool:
    if line.hidden and _HIDDEN not in muted:
        return False
    if (
        line.noise
        and line.noise not in muted
        and not (line.noise == "teaser" and is_standfirst(line))
    ):
        return False
    if line.kind == "image":
        return True
    if is_never_text(line) or (aside is not None and aside(page, line)):
        return False
    if line.links and (is_related_heading(line) or leads_away(line)):
        return False  # READ MORE: another story
    # The title repeated over the text by the template, or under a picture, is no paragraph.
    repeats = line.caption or (line.heading and offset < 2)
    return not (repeats and title is not None and squash(line.text) == squash(title.text))
