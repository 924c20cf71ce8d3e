"""引题 and 副题: the short lines over and under a title, and the centred ones that open a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newscrawl.extract.article.meta_line import is_bare_date, is_byline
from newscrawl.extract.article.pictures import is_centred
from newscrawl.extract.article.title import Title
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.people import bare_names, without_post
from newscrawl.text.signatures import read_signature
from newscrawl.text.whitespace import squash

_SHORTEST, _LONGEST = 4, 60
_MOST, _UNDER = 4, 4
_KICKER = 7  # characters over a title; fewer are a column's name
_ENDS_SENTENCE = re.compile(r"[。；！？：.;:]$")
# Numbers of documents; 答辩地点：某楼, which is one of the facts of an announcement.
_DATA = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s?[〔\[［（(【]\s?(?:19|20)\d\d\s?[〕\]］）)】]"
    r"|(?:(?:19|20)\d\d\s?年\s?)?(?:总?\s?第)\s?[\d〇零一二三四五六七八九十百]{1,6}\s?[号期]|[\u4e00-\u9fff\s]{2,6}[:：].*\d"
)
_CALLED = re.compile(
    r"(?:^|[\s_-])(?:sub|sub-?(?:tit\w*|head\w*)|intro-?title|pre(?:-?title)?|shoulder|kicker|yinti|futi|fubiaoti|ftitle|fbt)(?:$|[\s_-])",
    re.IGNORECASE,
)


def subtitles_of(
    page: PageLines, title: Title, body_first: int, body: Sequence[Line]
) -> tuple[str, ...]:
    """The lines that belong to a title, in the order in which they are printed."""
    found = list(_over(page, title)) if title.last else []
    if title.last:
        found += _under(page.lines[title.last : min(body_first, title.last + _UNDER)])
    found += _opening(body)
    key = squash(title.text)
    return tuple(dict.fromkeys(text for text in found if squash(text) not in key))[:_MOST]


def _over(page: PageLines, title: Title) -> Iterator[str]:
    """The line right above a title, in its heading or a heading beside it: 引题."""
    if not title.first:
        return
    line, below = page.lines[title.first - 1], page.lines[title.first]
    beside = line.heading and line.element.getparent() is below.element.getparent()
    within = line.element is below.element or line.element.getparent() is below.element
    text = line.text.rstrip("：:")
    called = _CALLED.search(line.element.get("class") or "")
    if (
        below.heading
        and (beside or within or called)
        and len(line.text) >= _KICKER
        and _may_be(line, text)
    ):
        yield line.text


def _under(lines: Sequence[Line]) -> Iterator[str]:
    """Headings, centred lines and those called so between a title and its byline: 副题."""
    for line in lines:
        if line.noise or is_byline(line) or not _may_be(line, line.text):
            return
        called = _CALLED.search(line.element.get("class") or "")
        if line.heading or called or line.text.startswith("——") or is_centred(line):
            yield line.text


def _opening(body: Sequence[Line]) -> Iterator[str]:
    """The centred lines that open a text."""
    for line in body:
        centred = is_centred(line) or line.text.startswith("——")
        if not (centred and _may_be(line, line.text)):
            return
        yield line.text


def _may_be(line: Line, text: str) -> bool:
    """Whether a line is short, and no sentence, date, number of a document or signature."""
    if line.kind != "text" or line.hidden or line.links:
        return False
    if not _SHORTEST <= len(text) <= _LONGEST or _ENDS_SENTENCE.search(text):
        return False
    signed = read_signature(text) or bare_names(without_post(text))
    return not (signed or is_bare_date(line) or _DATA.match(text))
