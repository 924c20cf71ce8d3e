"""Collects an article's byline from the lines around it: those near it say more than those far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from newscrawl.extract.article.apart import (
    is_elsewhere,
    is_neighbours,
    is_over,
    is_signed_row,
    is_silent,
    others_begin,
)
from newscrawl.extract.article.boilerplate import is_footer
from newscrawl.extract.article.byline import Byline
from newscrawl.extract.article.byline_line import pieces_of, read_cell, read_line
from newscrawl.extract.article.date_boxes import split_dates
from newscrawl.extract.article.days_in_lines import date_in
from newscrawl.extract.article.icons import behind_icons
from newscrawl.extract.article.meta_line import has_meta
from newscrawl.extract.article.named_elements import HAN, ORIGIN_LENGTH, author_and_origin
from newscrawl.extract.article.outlets import is_named_body
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.label_tables import LabelRole
from newscrawl.text.people import looks_like_person

# Where the pages of accounts are, as platforms of many houses lay them out.
_ACCOUNT = re.compile(
    r"/(?:u|users?|authors?|people|members?|space|profile|media|accounts?)/|[?&](?:uid|userid|author)=",
    re.IGNORECASE,
)
_FIRST_FLOOR = "楼主"  # what boards call the first post of a thread
_OTHERS: tuple[LabelRole, ...] = ("photographer", "editor", "reviewer", "publisher")
# What the foot of a site tells of its house, beside when it was changed. Whom to call tells a
# notice, too.
_HOUSES = "地址 邮编 备案号 版权所有 主办 主办单位 承办单位"
_OF_A_HOUSE = frozenset(_HOUSES.split())
_OF_A_FOOT: frozenset[LabelRole] = frozenset(("modified", "views", "stop"))
_OF_REPLIES = frozenset(("回复日期", "回复时间"))
_FOOT = 3  # lines in which a footer says whose it is
_TABLE_ROOM = 30  # lines above the title: tables of 索引号 and 发布机构 stand there


def read_byline(
    page: PageLines, ranges: Sequence[range], *, title: str = "", given: int = 0
) -> Byline:
    """Collect what the lines in `ranges` say (the nearest range first).

    The first `given` ranges are the byline by a rule, whatever it looks like. A label whose value
    is empty takes the next cell's text when that is a bare value; never another label's.
    """
    byline = Byline(title=title)
    for place, numbers in enumerate(ranges):
        before = len(byline.found)
        if place < max(given, 1):
            for index in numbers:
                read_line(byline, page, index, byline.bare, given=place < given)
                byline.found.extend(behind_icons(page.lines[index]))
        else:
            _read_far(byline, page, numbers, behind=numbers.start > ranges[0].start)
        if place and numbers.start > ranges[0].start:
            byline.behind += byline.found[before:]
        else:
            byline.boxes += split_dates(page, numbers)
    above = min((numbers.start for numbers in ranges), default=0)
    for index in range(max(0, above - _TABLE_ROOM), above):
        read_cell(byline, page, index)
    _read_elements(byline, page, ranges)
    _read_account(byline, page, ranges[0])
    return byline


def _read_account(byline: Byline, page: PageLines, numbers: range) -> None:
    """Whose account a text was put up with: a name between title and text that leads to it.

    Who signs as the writer is no source besides, but for a paper, nor is who opens a thread.
    """
    lines = [page.lines[index] for index in numbers]
    name = next((found for line in lines if line.links and (found := _account_on(line))), "")
    if name and (name not in byline.names or is_named_body(name)):
        wrote = looks_like_person(name) or any(map(_opens_thread, lines))
        (byline.persons if wrote else byline.origins).append(name)


def _opens_thread(line: Line) -> bool:
    """Whether a line of a board says that the post is a thread's first: 楼主 发表于：2009-08-22."""
    return _FIRST_FLOOR in line.text and _FIRST_FLOOR in pieces_of(line.marked)


def _account_on(line: Line) -> str:
    """The name that leads to an account, where it is a whole line, or first on a board's one."""
    alone = line.links >= len(line.text)
    if not alone and not _opens_thread(line):
        return ""
    within = next(line.element.iter("a"), None)
    link = within if within is not None else next(line.element.iterancestors("a"), None)
    if link is None or not _ACCOUNT.search(link.get("href") or ""):
        return ""
    name = line.text if alone else "".join(map(str, link.itertext())).strip()
    leads = alone or pieces_of(line.marked)[0] == name
    return name if leads and len(name) <= ORIGIN_LENGTH and HAN.search(name) else ""


def _read_elements(byline: Byline, page: PageLines, ranges: Sequence[range]) -> None:
    """What elements are by their own word: <time>, class="author-name", class="source"."""
    # Whose picture something is, stands in an element called as the writer's.
    asked = {
        number
        for number in chain.from_iterable(ranges)
        if not (page.lines[number].hidden or page.lines[number].caption)
    }
    above = set(chain.from_iterable(ranges[:-1]))  # the last one is behind the text
    end = ranges[-1].start
    for element, (start, _) in page.spans.items():
        if start not in asked:
            continue
        if element.tag == "time":
            if start not in above and is_neighbours(page, start, end):
                continue
            byline.times.append(element.get("datetime") or "".join(map(str, element.itertext())))
        elif start in above:
            author, origin = author_and_origin(element)
            byline.names += filter(None, (author,))
            byline.origins += filter(None, (origin,))
    # An account that the page calls its source as well has written nothing itself.
    # Nor has one whom a label calls the photographer's, or who put it up.
    others = [label.value for label in byline.of(*_OTHERS)]
    byline.names = [
        name
        for name in byline.names
        if name not in byline.origins and not any(one.startswith(name) for one in others)
    ]


def _read_far(byline: Byline, page: PageLines, numbers: range, *, behind: bool) -> None:
    """Lines that do not stand between title and text; most of them say nothing."""
    over: int | None = None if behind else numbers.stop
    numbers = (
        numbers[: others_begin(page.lines[numbers.start : numbers.stop])] if behind else numbers
    )
    for index in numbers:
        line = page.lines[index]
        if is_silent(line) or line.noise == "comment" or is_signed_row(line) or _replies(line):
            continue  # who replies to a post has not written it, nor who wrote another one
        bare: list[str] = []
        if date_in(line.text) is not None:
            if over is None:
                ends = (i for i in numbers if is_over(page.lines[i]))
                over = next(ends, numbers.stop)
            # What ends the text may be the byline under it: 责任编辑：某人 2023-02-13.
            before = index < over or (index == over and has_meta(line))
            if before and not is_elsewhere(page, index):
                bare = byline.far if behind else byline.over
        read = len(byline.found)
        read_line(byline, page, index, bare, given=False)
        told = byline.found[read:]
        roles = {one.role for one in told}
        if behind and "modified" in roles <= _OF_A_FOOT and _is_sites(page, numbers.start, index):
            # 版权所有 … 最后更新：2026-11-20: when the site was changed, not the article.
            byline.found[read:] = [one for one in told if one.role != "modified"]


def _replies(line: Line) -> bool:
    """Whether a line's labels say who has replied to a post, and when."""
    return any(one.label in _OF_REPLIES for one in line.labels)


def _is_sites(page: PageLines, first: int, index: int) -> bool:
    """Whether a line behind the text is the site's: its footer's words stand over or under it."""
    line = page.lines[index]
    box = line.element.getparent()
    under = (one for one in page.lines[index + 1 : index + _FOOT] if one.element.getparent() is box)
    told = (*page.lines[first : index + 1], *under)
    own = any(one.label in _OF_A_HOUSE for one in line.labels)
    return own or any(is_footer(one) or "©" in one.text for one in told)
