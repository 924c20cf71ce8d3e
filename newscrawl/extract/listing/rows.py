"""One row of the list: its main link, whole title, date, and what it leads to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link, chunks_of, squeeze, text_of, texts_of
from newscrawl.extract.listing.flat_rows import YearHeadings, flat_stamps, stamp_under_heading
from newscrawl.extract.listing.row_dates import (
    Reference,
    Stamp,
    is_only_date,
    looks_dated,
    row_stamp,
    undated,
    without_split_date,
)
from newscrawl.extract.listing.shapes import shape
from newscrawl.text.urls import is_attachment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Likeness = Callable[[str], float]

_CUT = re.compile(r"(?:…+|\.{2,}|。。+|\u22ef+)\s*$")
_MORE = re.compile(
    r"^[\[（(<《【]*\s*(?:更多|详细|详情|查看(?:详情|更多|全文)?|阅读(?:全文|更多|原文)?|全文|点击(?:查看|阅读)|进入|下载"
    r"|more|read ?more|continue reading|details?|view(?: all)?|learn more)\s*[\]）)>》】»›>.…+→]*$",
    re.IGNORECASE,
)
_PAGER = re.compile(
    r"^(?:\d{1,4}|首页|第一页|上一?页|前一?页|下一?[页頁]|后一?页|尾页|末页|最后一?页|跳转|转到|go|返回|确定"
    r"|(?:前|上|后|後|下)\s*[一个個]?\s*(?:天|日|周|週|月|季度|年|期)"
    r"|first|last|(?:prev(?:ious)?|next)(?:\s+(?:page|day|week|month|year|issue))?|[<>«»‹›|]+)"
    r"\s*[<>«»‹›|]*$",
    re.IGNORECASE,
)
_PINNED = re.compile(
    r"^\s*[\[【(（]?\s*(?:置顶|顶|top|stick(?:y)?|pinned)\s*[\]】)）]\s*|^\s*置顶[:：\s]\s*",
    re.IGNORECASE,
)
_PIN_NAME = re.compile(
    r"(?:^|[\W_])(?:top|stick(?:y)?|pin(?:ned)?|zhiding|istop|totop|ding)(?:$|[\W_\d])",
    re.IGNORECASE,
)
_PIN = re.compile(r"[\[【(（]?\s*(?:置顶|顶|TOP)\s*[\]】)）]?", re.IGNORECASE)
_BADGES = frozenset(("i", "em", "span", "b", "font", "strong"))
_BULLET = re.compile(r"[\s·•●◆◇■□▪►▶★☆※\-–—>»›|]+")
_LONGEST_BADGE = 5  # characters, with the one before it
_BADGE = re.compile(r"(?<![A-Za-z])(?:new!?|NEW)$")
_TITLE_NAME = re.compile(
    r"(?:^|[\W_])(?:title|tit|bt|biaoti|headline|subject|name)(?:$|[\W_\d])", re.IGNORECASE
)
# PowerEasy and its like: title="文章标题：... 作者：... 更新时间：..."
_LABELLED = re.compile(
    r"(?:文章|新闻|信息)?标\s?题\s*[:：]\s*(.+?)\s*"
    r"(?:(?:作\s?者|来\s?源|点击|浏览|人气|阅读|更新|发布|发表|添加|录入|日\s?期|时\s?间|推荐)\w{0,4}\s*[:：].*)?$"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_EDGES = " \t[]【】()（）<>《》|:：-–—·•"
_NO_LETTERS = re.compile(r"\W+")
# Elements and texts that are looked at, of a link and of a row: see `anchors.texts_of`.
_MOST_INSIDE, _MOST_OF_ROW, _MOST_IMAGES = 100, 300, 10
_TITLE_AT_LEAST = 4  # characters of a title that stands beside its link
_CUT_AT_LEAST = 6  # characters that a list leaves of a title
_PIECE = re.compile(
    r"^[\d\s./年月日号\-－|,]*$|^[A-Za-z]{3,9}\.?,?\s*(?:\d{1,4})?$|^\d{1,2}\s+[A-Za-z]{3,9}\.?$"
)


@dataclass(slots=True)
class RawRow:
    """A row before dates are settled and kinds decided; `beside`: its title is no link's text."""

    element: HtmlElement
    link: Link
    title: str
    stamp: Stamp | None = None
    pinned: bool = False
    others: list[Link] = field(default_factory=list)
    beside: bool = False


def is_pager(link: Link) -> bool:
    """Whether a link's text is a pager's, never a title."""
    return bool(_PAGER.match(link.text or link.title))


def is_more(link: Link) -> bool:
    """Whether a link's text only says that there is more: 查看, 详情, read more."""
    return bool(_MORE.match(link.text or link.title))


def read_rows(
    elements: Sequence[HtmlElement],
    links_in: Callable[[HtmlElement], list[Link]],
    likeness: Likeness,
    reference: Reference,
    years: YearHeadings,
) -> list[RawRow]:
    """One raw row for each element that holds a link worth following."""
    groups = [(element, links_in(element)) for element in elements]
    seen = Counter(url for _, links in groups for url in {link.url for link in links} if url)
    rows: list[RawRow] = []
    for element, links in groups:
        main = main_link(links, seen, likeness)
        if main is None:
            continue
        same = [link for link in links if link is main or (main.url and link.url == main.url)]
        title, pinned = title_of(same)
        beside = not title and (is_more(main) or _is_overlay(main))
        title = _title_beside(element) or _spoken(main) if beside else title
        stamp = row_stamp(element, title, reference)
        stamp = stamp_under_heading(element, title, stamp, reference, years)
        pinned = pinned or _is_pinned(element)
        rows.append(RawRow(element, main, title, stamp, pinned, links, beside=beside))
    _uncut(rows)
    if sum(row.stamp is not None for row in rows) * 2 < len(rows):
        around = flat_stamps([row.element for row in rows], reference)
        for row, stamp in zip(rows, around, strict=True):
            row.stamp = row.stamp or stamp
    return rows


def _uncut(rows: Sequence[RawRow]) -> None:
    """Take the title attribute where the list cuts every text at one length, with no mark of it."""
    cut = [row for row in rows if _is_longer(row.link.title, row.title)]
    longest = max((len(row.title) for row in rows), default=0)
    if len(cut) > 1 and all(len(row.title) == longest for row in cut):
        for row in cut:
            row.title = row.link.title


def _is_longer(told: str, title: str) -> bool:
    return len(told) > len(title) >= _CUT_AT_LEAST and told.startswith(title)


def _is_overlay(link: Link) -> bool:
    """Whether a link lies over its row with nothing in it, as Hugo's PaperMod has it."""
    return bool(link.url) and not link.text and len(link.element) == 0


def _spoken(link: Link) -> str:
    return squeeze(link.element.get("aria-label"))


def main_link(links: Iterable[Link], seen: Counter[str], likeness: Likeness) -> Link | None:
    """The row's article among its links: not its category, thumbnail, or "more"."""
    best: tuple[float, Link] | None = None
    for link in links:
        if link.url and seen[link.url] > 2:
            worth = -3.0
        else:
            worth = 2.0 * likeness(link.url) if link.url else -1.0
        words = link.text or link.title
        if is_pager(link) or is_more(link):
            worth -= 2.0
        worth += min(len(words), 30) / 30 + (
            0.5 if link.element.getparent().tag in _HEADINGS else 0
        )
        if best is None or worth > best[0]:
            best = (worth, link)
    return best[1] if best else None


def title_of(same: Sequence[Link]) -> tuple[str, bool]:
    """The whole title that the links to one address print between them, and a pin mark in it."""
    printed = [printed_title(link) for link in same]
    texts = [text for text in printed if text and not _MORE.match(text)]
    told = [_told(link.title) for link in same if link.title and not _MORE.match(link.title)]
    told += [alt for alt in (_alt([link]) for link in same) if alt]
    title = texts[0] if texts else ""
    if len(texts) > 1 and (_CUT.search(title) or is_only_date(title)):
        whole = [t for t in texts[1:] if not is_only_date(t) and len(t) > len(title)]
        title = whole[0] if whole and _continues(title, whole[0]) else title
    title = _whole(title, told)
    title = title or (told[0] if told else "")
    pinned = _PINNED.match(title)
    title = title[pinned.end() :] if pinned else title
    return _unmarked(title), pinned is not None


def _unmarked(title: str) -> str:
    """`title` without the bullet before it and the badge behind, which is no part of a word."""
    bullet = _BULLET.match(title)
    title = title[bullet.end() :] if bullet else title
    badge = _BADGE.search(title[-_LONGEST_BADGE:])
    return (title[: -len(badge[0])] if badge else title).strip()


def _told(attribute: str) -> str:
    """The title that a title attribute tells; some tell the row's other fields as well."""
    labelled = _LABELLED.match(attribute)
    return labelled[1] if labelled else attribute


def _title_beside(element: HtmlElement) -> str:
    """The title of a row whose link says 查看, or nothing: its heading, else its first words."""
    first = ""
    for where, chunk in islice(chunks_of(element), _MOST_OF_ROW):
        text = squeeze(chunk)
        if len(text) < _TITLE_AT_LEAST or _PIECE.match(text) or is_only_date(text):
            continue
        if where.tag in _HEADINGS or _TITLE_NAME.search(where.get("class") or ""):
            return undated(text)
        if not first and where.tag != "a":
            first = undated(text)
    return first


def _whole(title: str, told: Sequence[str]) -> str:
    """`title`, or the title attribute where that is the same one uncut."""
    for one in told:
        if one == title:  # as nearly always
            continue
        if _CUT.search(title) and _continues(title, one) and not _CUT.search(one):
            return one
        if one in title and len(one) >= max(4, len(title) // 3) and len(one) < len(title):
            return one  # the text holds a date, a summary or a department beside the title
        if (
            _squash(title).startswith(_squash(one)[:12])
            and looks_dated(title)
            and not looks_dated(one)
        ):
            return one
    return title


def _continues(cut: str, whole: str) -> bool:
    """Whether `whole` begins as the cut title does; a lying title attribute does not."""
    head = _squash(_CUT.sub("", cut))
    return bool(head) and (
        _squash(whole).startswith(head)
        or _squash(_PINNED.sub("", whole)).startswith(head[-12:])
        or head[-12:] in _squash(whole)
    )


def _squash(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _alt(same: Sequence[Link]) -> str:
    for link in same:
        for image in islice(link.element.iter("img"), _MOST_IMAGES):
            alt = squeeze(image.get("alt") or image.get("title"))
            if alt and not alt.lower().endswith((".jpg", ".png", ".gif", ".jpeg")):
                return alt
    return ""


def printed_title(link: Link) -> str:
    """The title a link's own text prints, without the date and summary that stand in it."""
    if link.printed is None:
        link.printed = _printed_title(link)
    return link.printed


def _printed_title(link: Link) -> str:
    element = link.element
    if len(element) == 0:
        return undated(link.text)
    inside = list(islice(element.iterdescendants(), _MOST_INSIDE))
    for one in inside:
        if not isinstance(one.tag, str):
            continue
        if one.tag in _HEADINGS or _TITLE_NAME.search(one.get("class") or ""):
            text = text_of(one, _MOST_INSIDE)
            if text and not is_only_date(text):
                return undated(text)
    if any(one.tag in ("p", "div", "dd", "li") for one in inside):
        blocks = [squeeze(chunk) for chunk in texts_of(element, _MOST_INSIDE)]
        whole = [
            text
            for text in blocks
            if len(text) > 1 and not _PIECE.match(text) and not is_only_date(text)
        ]
        return undated(whole[0]) if whole else ""
    texts = texts_of(element, _MOST_INSIDE)
    words = [text for text in texts if not is_only_date(squeeze(text))]
    return undated(squeeze("".join(without_split_date(words))))


def _is_pinned(element: HtmlElement) -> bool:
    """An icon or a class that says: kept on top."""
    for one in islice(element.iter(), _MOST_OF_ROW):
        if not isinstance(one.tag, str):
            continue
        if one.tag == "img" and _PIN_NAME.search(f"{one.get('src') or ''} {one.get('alt') or ''}"):
            return True
        if one.tag in _BADGES and one.text and _PIN.fullmatch(one.text.strip()):
            return True
    return False


def main_shape(rows: Sequence[RawRow]) -> str:
    """The shape most rows' addresses have; "" where none has a majority."""
    return main_shape_of([row.link.url for row in rows])


def main_shape_of(urls: Sequence[str]) -> str:
    """The shape most of the addresses have; "" where none has a majority."""
    shapes = Counter(shape(url) for url in urls if url)
    if not shapes:
        return ""
    top, n = shapes.most_common(1)[0]
    return top if n * 2 > len(urls) else ""


def is_file(row: RawRow) -> bool:
    """Whether the row leads to a download."""
    return bool(row.link.url) and is_attachment(row.link.url)
