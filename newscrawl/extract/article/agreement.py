"""How far a line, alone or with those below it, agrees with what is declared to be the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from newscrawl.extract.article.declared_title import MAX_CLAIM, Declared, heads, is_head
from newscrawl.extract.article.title_lines import without_fields
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.labels import BOUNDARY
from newscrawl.text.people import looks_like_body
from newscrawl.text.whitespace import squash

# A date set smaller within the heading: <h2>TITLE <small>（2023年10月20日）</small></h2>.
_DATE_BEHIND = re.compile(
    r"\s*[（(\[【]\s*(?:发布|发表)?(?:时间|日期)?\s*[:：]?\s*"
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*[）)\]】]$",
    re.ASCII,
)
_BRACKETS = ("）", ")", "]", "】")
# 原创, 置顶: a badge set before the title in an element of its own.
_BADGE = 4
_WORDS = 6  # characters that are more than a word
_SEGMENT = 40.0  # points of a line that is a whole part of a declared title
_AGAINST = -65.0  # what only repeats the name of the site
_MAX_TITLE = 300  # characters of a line that may go on with a title
_MAX_JOINED = 4  # lines that a title may be broken into
# What names of sites hold that are no bodies' names.
_SITE = re.compile(r"blog|博客|空间|论坛|社区|专栏|主页|小站|在线|频道|bbs", re.IGNORECASE)
_HAN = re.compile(r"[\u3040-\u9fff]")


@dataclass(frozen=True, slots=True)
class Title:
    """The title, the rule that gave it, and the lines it stands on (first, last+1; 0, 0 = none).

    `placed` says that it looks like a title and stands right over the byline.
    """

    text: str
    rule: str
    first: int = 0
    last: int = 0
    agreed: bool = False
    placed: bool = False


def agree(
    page: PageLines, index: int, key: str, declared: Sequence[Declared]
) -> tuple[float, Title]:
    """How far the line, alone or with those below it, agrees with a declared title."""
    line = page.lines[index]
    text = without_fields(line)[:MAX_CLAIM]
    key = squash(text) if len(text) < len(line.text) else key
    alone = Title(text, "line", index, index + 1)
    if len(key) < 2:
        return 0.0, alone
    best = 0.0
    dateless = squash(_DATE_BEHIND.sub("", text)) if text.endswith(_BRACKETS) else key
    for said in declared:
        if same := _same(line, text, key, dateless, said):
            return 70.0, Title(same, f"line+{said.rule}", index, index + 1, agreed=True)
        if said.key.startswith(key) and (len(key) >= 4 or key == said.segments[0]):
            joined = _joined(page, index, said)
            if joined is not None:
                return 72.0, joined
            whole = key == said.segments[0] or is_head(said.value, text)
            best = max(best, 62.0 if whole else 30.0)
        elif len(key) >= 6 and key in said.key:
            # The site's name is a segment too: a title is the longest, but for a paper's own name.
            longest = max(said.segments, key=len)
            shorter = key in said.segments and key != longest and len(key) <= len(longest)
            shorter = shorter and not (looks_like_body(longest) or _SITE.search(longest))
            if shorter and _HAN.search(key):
                return _AGAINST, alone
            best = max(best, _SEGMENT if key in said.segments else 12.0)
        elif len(said.key) >= 6 and said.key in key and len(said.key) > len(key) * 0.6:
            best = max(best, _SEGMENT - 1)
    if best >= _SEGMENT:
        return best, Title(text, "line+title-tag", index, index + 1, agreed=True)
    return best, alone


def _same(line: Line, text: str, key: str, dateless: str, said: Declared) -> str | None:
    """The title where a line says the declared one, but for a date behind or a badge before it."""
    if said.key == dateless != key:
        return said.value
    if said.key == key:
        return text
    heads = (one for one in (said.key, said.segments[0]) if len(one) >= _WORDS)
    return next(filter(None, (_without_badge(line, key, one) for one in heads)), None)


def _without_badge(line: Line, key: str, declared: str) -> str | None:
    """The declared title that follows a short piece in an element of its own on its line."""
    extra = len(key) - len(declared)
    if not 0 < extra <= _BADGE or not key.endswith(declared):
        return None
    pieces = [piece.strip() for piece in line.marked.split(BOUNDARY) if piece.strip()]
    if len(pieces) < 2 or squash(pieces[0]) != key[:extra]:
        return None
    return line.text[len(pieces[0]) :].strip()


def broken_heading(page: PageLines, index: int, declared: Sequence[Declared]) -> Title | None:
    """A heading that line breaks part, which as a whole is a part of a declared title."""
    line = page.lines[index]
    below = page.lines[index + 1 : index + _MAX_JOINED]
    pieces = [line, *takewhile(lambda one: one.element is line.element, below)]
    if not line.heading or len(pieces) == 1:
        return None
    text = " ".join(piece.text for piece in pieces)
    key = squash(text[:MAX_CLAIM])
    said = next((one for one in declared if key in one.segments), None)
    last = index + len(pieces)
    return None if said is None else Title(text, f"lines+{said.rule}", index, last, agreed=True)


def _joined(page: PageLines, index: int, said: Declared) -> Title | None:
    """A title broken over up to four lines that together are what the page declares.

    What ends it under a line that is a whole part of it is the site's name, or a heading too.
    """
    text = page.lines[index].text
    whole = squash(text) == said.segments[0]
    for last in range(index + 1, min(index + _MAX_JOINED, len(page.lines))):
        below = page.lines[last]
        if below.kind != "text" or len(below.text) > _MAX_TITLE:
            return None
        led = below.heading or below.text.startswith("——")
        text = text + ("" if below.text.startswith("——") else " ") + below.text
        key = squash(text)
        if not said.key.startswith(key) or (whole and key == said.key and not led):
            return None
        head = next((p for p in heads(said.value) if squash(p) == key), None)
        if head is not None:
            return Title(head, f"lines+{said.rule}", index, last + 1, agreed=True)
    return None
