"""The title: the line above the byline that agrees with what the page, or its listing, declares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from operator import itemgetter

from newscrawl.extract.article.agreement import Title, agree, broken_heading
from newscrawl.extract.article.declared_title import (
    MAX_CLAIM,
    SEPARATORS,
    Declared,
    best_claim,
    heads,
)
from newscrawl.extract.article.field_rows import names_who
from newscrawl.extract.article.meta_line import is_byline
from newscrawl.extract.article.metadata import Claim
from newscrawl.extract.article.outlets import is_named_body
from newscrawl.extract.article.title_doubts import is_furniture
from newscrawl.extract.article.title_signs import is_column, may_be_title, signs_of
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.labels import BOUNDARY, BYLINE_ROLES
from newscrawl.text.people import looks_like_house
from newscrawl.text.traditional import simplified
from newscrawl.text.whitespace import squash

__all__ = ["Title", "find_title"]

_ABOVE = 30  # lines above the byline, or the text, that may be the title
_GOOD = 45  # points from which a line is preferred to what the page declares
_FAIR = 28  # and where it declares no more than a <title>
_WEAK = 20  # where all that the page declares is shorter than a title
_NAMES_SITE = 0  # and where it is a body's name
_BROKEN = 72  # points for a heading of several lines that is a part of a declared title
_OWN_LINK = 80  # points for a line that links to the page itself
# 标题：某事, as boards print it.
_BEGINS_SUBTITLE = "（(—–-"
_LABELLED = re.compile(r"(?:主题|标题|题目|文章标题|新闻标题|信息标题|帖子主题)\s*[:：]\s*(?=\S)")
_OUTSIDE, _MENU = 120, 4  # what stands over as many lines of a menu
# What papers on the web are called behind their names.
_EDITIONS = (
    "电子版",
    "電子版",
    "数字报",
    "數字報",
    "电子报",
    "電子報",
    "数字版",
    "網絡版",
    "网络版",
)
_UNDER_BYLINE = 10  # points that a title under its date is behind one over it
_SHORT, _ABOVE_BYLINE = 5, 28  # a title may be of two letters where a title stands
# What a short title over a text ends with, where no byline says that it is one.
_NOTICE = re.compile("(?:通知|公告|公示|通告|启事|讣告|喜报|贺信|感谢信|倡议书?|声明)$")
_WORDS = 6  # characters that are more than a word
_SHOWN = 6  # points of a heading, of what is bold or in the middle, or called a title
_NAME_LENGTH, _TAIL_LENGTH = 4, 8  # of a file, of the end of a path
_BYLINE_ROOM = 4  # lines below the text's beginning from which on a byline is behind it


def find_title(
    page: PageLines,
    claims: Sequence[Claim],
    body_start: int,
    byline: int | None,
    cut: str | None = None,
    *,
    press: bool = False,
    here: str = "",
) -> Title | None:
    """The best line near the head of the article, or the best claim where no line agrees.

    `body_start` is the first line of the container, `byline` the first byline line; `cut` is a
    listing title that ends in an ellipsis: a prefix of the whole one; `here` is the page's address.
    """
    over = None if byline is None else _top_of(page, byline)
    title = _find(page, claims, body_start, over, cut, press=press, here=here)
    if title is None:
        return None
    label = _LABELLED.match(simplified(title.text))
    return _with_issuer(page, replace(title, text=title.text[label.end() :]) if label else title)


def _top_of(page: PageLines, byline: int) -> int:
    """The first line of a byline each of whose fields has a line of its own."""
    while byline and _is_field(page.lines[byline - 1]):
        byline -= 1
    return byline


def _is_field(line: Line) -> bool:
    """Whether a line is nothing but fields of a byline: 审核：某人."""
    labels = line.labels if line.kind == "text" and not line.heading else ()
    if not labels or line.marked[: labels[0].start].strip(BOUNDARY + " "):
        return False
    return all(label.role in BYLINE_ROLES for label in labels)


def _with_issuer(page: PageLines, title: Title) -> Title:
    """A title with the issuer that stands on the line before it: 某市人民政府 / 关于某事的公告."""
    above = page.lines[title.first - 1] if title.first and title.text.startswith("关于") else None
    if above is None or above.kind != "text" or not is_named_body(above.text):
        return title
    if above.element is not page.lines[title.first].element:
        return title
    return replace(title, text=above.text + title.text, first=title.first - 1)


def _find(
    page: PageLines,
    claims: Sequence[Claim],
    body_start: int,
    byline: int | None,
    cut: str | None,
    *,
    press: bool,
    here: str,
) -> Title | None:
    anchor = byline if byline is not None else body_start
    said = [Declared.of(claim) for claim in claims]
    prefix = squash(cut.rstrip(".… ")) if cut else ""
    first = max(0, anchor - _ABOVE)
    near_lines = page.lines[first : max(anchor, body_start) + 6]
    scored = (
        _candidate(page, index, said, prefix, body_start, byline, here)
        for index, line in enumerate(near_lines, first)
        if may_be_title(line) and not _is_field(line)
    )
    best = _first_sound(page, list(scored), anchor)
    if best is not None and claims and not best[1].agreed:
        best = _far_heading(page, said, first, anchor) or best
    if press and best is not None and claims:
        # A newspaper's line has its kicker glued to it, and its meta the title alone.
        at = best[1] if _glued(best[1], said[0].key) else None
        if at or not best[1].agreed:
            return _from_claims(claims, near_lines, at)
    if best is not None and best[0] >= _enough(claims, said):
        return best[1]
    return _from_claims(claims, near_lines) or (
        best[1] if best is not None and best[0] > 0 else None
    )


def _first_sound(
    page: PageLines, scored: list[tuple[float, Title]], anchor: int
) -> tuple[float, Title] | None:
    """The best of the lines that a declared title confirms, or that are no furniture."""
    while scored:
        best = max(scored, key=itemgetter(0))
        title = best[1]
        confirmed = title.agreed and title.rule != "line"
        if confirmed or best[0] <= 0 or not is_furniture(page, title.first, anchor):
            return best
        scored.remove(best)
    return None


def _candidate(
    page: PageLines,
    index: int,
    said: Sequence[Declared],
    prefix: str,
    body_start: int,
    byline: int | None,
    here: str,
) -> tuple[float, Title]:
    """A line as a title, with its score: how it looks, whom it agrees with, where it stands."""
    line = page.lines[index]
    anchor = byline if byline is not None else body_start
    score, title = _score(page, index, said, prefix)
    score += _placed(page, index, byline, body_start)
    score -= _OUTSIDE if _is_sites(page, index, anchor, title) else 0
    score += _OWN_LINK if _links_here(line, here) else 0
    score -= _OUTSIDE if _links_up(line, here) else 0
    if byline is not None and index + 1 == byline and len(page.lines[byline].labels) > 1:
        # Where it stands speaks for it: right above a byline of several labels.
        title = replace(title, agreed=True)
    if byline is not None and index + 1 == byline and signs_of(line) >= _SHOWN:
        title = replace(title, placed=True)
    return score, title


def _enough(claims: Sequence[Claim], said: Sequence[Declared]) -> float:
    """The score from which a line is preferred to what the page declares."""
    if any(claim.rule != "title-tag" for claim in claims):
        return _GOOD
    # A <title> alone may be no more than the site's name: a fair line beats it.
    if claims and all(_is_sites_name(claim.value) for claim in claims):
        return _NAMES_SITE
    short = max((len(one.key) for one in said), default=0) < _WORDS
    return _WEAK if short else _FAIR


def _is_sites_name(claim: str) -> bool:
    """Whether a <title> names bodies and columns only: 某局-某县某局, 新闻动态--某学会官网."""
    parts = [part for part in SEPARATORS.split(claim) if part]
    return all(looks_like_house(one) or one.endswith(_EDITIONS) or is_column(one) for one in parts)


def _far_heading(
    page: PageLines, said: Sequence[Declared], last: int, anchor: int
) -> tuple[float, Title] | None:
    """A heading further up that is, to the letter, the declared title: much may stand between."""
    names = {squash(head) for one in said for head in heads(one.value)}
    for index, line in enumerate(page.lines[:last]):
        if line.heading == 1 and may_be_title(line) and squash(line.text[:MAX_CLAIM]) in names:
            score, title = agree(page, index, squash(line.text[:MAX_CLAIM]), said)
            if _is_sites(page, index, anchor, title):
                return None
            # What stands so far away from the text says nothing of where it begins.
            return (score + _GOOD, replace(title, first=0, last=0)) if title.agreed else None
    return None


def _is_sites(page: PageLines, index: int, anchor: int, title: Title) -> bool:
    """Whether a line says the site's name or a column's, over its menu or over the true title.

    What <title> says in full is an article's title as often, unless it is the name of a body or
    of a column.
    """
    line = page.lines[index]
    whole = title.rule == "line+title-tag"
    body = whole and looks_like_house(line.text)
    column = whole and is_column(line.text)
    if (body or column) and _heads(page, index, anchor - 1, shown=not column):
        return True
    if title.agreed and not body:
        return False
    menu = (one for one in page.lines[index + 1 : anchor] if one.noise == "nav")
    # A menu of one line is enough under the name of a body that a <title> says, too.
    least = 1 if title.agreed else _MENU
    return sum(1 for _ in islice(menu, least)) == least


def _heads(page: PageLines, over: int, index: int, *, shown: bool) -> bool:
    """Whether the line right above the byline may be a title below that of a site.

    Below the name of a column it need not be `shown` as one, by a heading or its place, but is
    no subtitle: （经审议后修订）, ——记某会.
    """
    line = page.lines[index] if index > over else None
    if line is None or not may_be_title(line) or line.links or len(line.text) <= _WORDS:
        return False
    if signs_of(line) >= _SHOWN:
        return True
    plain = line.text[0] not in _BEGINS_SUBTITLE and not is_furniture(page, index, index + 1)
    return plain and not shown


def _links_here(line: Line, here: str) -> bool:
    """Whether the line is a link to the page itself, as a blog's title is."""
    links = line.anchors if line.links else []
    if len(links) != 1:
        return False
    name, there = _file_name(here), links[0].get("href") or ""
    if len(name) >= _NAME_LENGTH and _file_name(there) == name:
        return True
    tail = _path(there).lstrip("./")
    return len(tail) >= _TAIL_LENGTH and _path(here).endswith("/" + tail)


def _links_up(line: Line, here: str) -> bool:
    """Whether the line is a link to a folder that the page is in: its blog's name, its column's."""
    links = [one.get("href") or "" for one in line.anchors] if line.links else []
    above = len(links) == 1 and links[0].startswith("/") and links[0].endswith("/")
    return above and links[0] in _path(here)


def _file_name(address: str) -> str:
    """The last part of an address's path, without what its kind is called."""
    return _path(address).rpartition("/")[2].partition(".")[0]


def _path(address: str) -> str:
    """An address up to its query, without a last slash."""
    return re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/")


def _glued(title: Title, declared: str) -> bool:
    """Whether the line is the declared title and something before it."""
    key = squash(title.text)
    return len(declared) > 10 and len(key) > len(declared) and key.endswith(declared)


def _score(
    page: PageLines, index: int, said: Sequence[Declared], prefix: str
) -> tuple[float, Title]:
    line = page.lines[index]
    key = squash(line.text[:MAX_CLAIM])
    above = page.lines[index - 1] if index else None
    signs = signs_of(line)
    greater = above is not None and 0 < above.heading < line.heading
    if above is not None and greater and len(above.text) >= _WORDS and not is_byline(above):
        # A second heading under a greater one is its subtitle.
        signs -= 20
    agreement, title = agree(page, index, key, said)
    if line.heading and not title.agreed and (broken := broken_heading(page, index, said)):
        agreement, title = _BROKEN, broken
    cut = 60 if prefix and key.startswith(prefix) else 0
    return signs + agreement + cut, title


def _placed(page: PageLines, index: int, byline: int | None, body_start: int) -> float:
    """How much the place of a line speaks for it."""
    line = page.lines[index]
    anchor = byline if byline is not None else body_start
    near = _nearness(index, anchor, body_start)
    if index < body_start < anchor - _BYLINE_ROOM:
        # A byline so far below is behind a short text: the title is above that.
        near = max(near, _nearness(index, body_start, body_start))
    if byline is not None and byline < index < body_start and signs_of(line) > 0:
        # Some templates print the date over the title.
        near = _nearness(index, body_start, body_start) - _UNDER_BYLINE
    if index + 1 == anchor and len(squash(line.text)) < _SHORT:
        near += _ABOVE_BYLINE if byline is not None or _NOTICE.search(line.text) else 0
    if index + 1 == byline and names_who(page, index):
        near -= _OUTSIDE
    return near


def _nearness(index: int, anchor: int, body_start: int) -> float:
    if index >= anchor:
        return -30.0 if index >= body_start else -8.0
    distance = anchor - index
    return max(-20.0, 34.0 - 8.0 * (distance - 1))


def _from_claims(
    claims: Sequence[Claim], lines: Sequence[Line], at: Title | None = None
) -> Title | None:
    """The title as it is declared; `at` is where it is printed with more."""
    printed = "\n".join(squash(line.text[:MAX_CLAIM]) for line in lines if line.kind == "text")
    claim = best_claim(claims, printed)
    if claim is None:
        return None
    return Title(claim.value, claim.rule, at.first if at else 0, at.last if at else 0)
