"""The title: the line above the byline that agrees with what the page, or its listing, declares."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newscrawl.extract.article.boilerplate import only_follows
from newscrawl.extract.article.metadata import Claim, Metadata
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.labels import BOUNDARY
from newscrawl.text.whitespace import clean_line, squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SEPARATORS = re.compile(
    r"\s*(?:[_|｜»«›‹>＞]|--+|——|\s[-–—·•:]\s|[-–—](?=[^\w]*[\u4e00-\u9fff]))\s*"
)
# "Title - PAPER", "Title | Paper": one short word or name behind the last separator.
_SITE_TAIL = re.compile(r"\s+[-|–]\s+[A-Z][\w.]{1,14}(?:\s[A-Z]\w{1,10})?$")
_CLASS_HINT = re.compile(
    r"tit|headline|biaoti|heading|subject|(?:^|[\s_-])bt(?:$|[\s_-])", re.IGNORECASE
)
_NOT_TITLE = re.compile(
    r"^(?:首页|当前位置|您的位置|您现在的位置|您所在的位置|位置|正文|新闻|打印|关闭|分享|搜索|登录|导航|菜单|欢迎|今天是|返回|更多|上一[篇条]|下一[篇条]|责任编辑|来源|作者|"
    r"原标题|扫一扫|Home|Menu|Search|Skip to)",
    re.IGNORECASE,
)
# A date set smaller within the heading: <h2>TITLE <small>（2023年10月20日）</small></h2>.
_DATE_BEHIND = re.compile(
    r"\s*[（(\[【]\s*(?:发布|发表)?(?:时间|日期)?\s*[:：]?\s*"
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*[）)\]】]$",
    re.ASCII,
)
_NOT_HERE = frozenset(("nav", "footer", "comment", "related", "form", "logo"))
_HEADING_SCORE = {0: 0, 1: 40, 2: 32, 3: 26, 4: 20, 5: 16, 6: 10}
_ABOVE = 30
_GOOD = 45
_FAIR = 28
_WEAK = 20  # where all that the page declares is shorter than a title
_OWN_LINK = 80
# 标题：某事, as boards print it.
_LABELLED = re.compile(r"(?:主题|标题|题目|文章标题|新闻标题|信息标题|帖子主题)\s*[:：]\s*(?=\S)")
# 原创, 置顶: a badge set before the title in an element of its own.
_BADGE = 4
_WORDS = 6
_SEGMENT = 40.0
_MAX_TITLE = 300
_LINE = 15
_HAN = re.compile(r"[\u3040-\u9fff]")
# A longer declaration is cut: comparing it with every line costs its length squared.
MAX_CLAIM = 600
_MENU = re.compile(r"\s?[|｜]\s?")
_HOME = frozenset(("/", "./", "../", "#", "index.htm", "index.html", "/index.htm", "/index.html"))
_MAX_JOINED = 4
_NAME_LENGTH = 4
_BYLINE_ROOM = 4
_BELOW = 9


@dataclass(frozen=True, slots=True)
class Title:
    """The title, the rule that gave it, and the lines it stands on (first, last+1; 0, 0 = none)."""

    text: str
    rule: str
    first: int = 0
    last: int = 0
    agreed: bool = False


def declared_titles(metadata: Metadata, page_title: str | None, listed: str | None) -> list[Claim]:
    """Everything that claims to be the title, the most trusted first."""
    claims = []
    if listed and not listed.rstrip().endswith(("...", "…")):
        claims.append(Claim(listed, "listing"))
    claims += metadata.all("title")
    if page_title:
        claims.append(Claim(page_title, "title-tag"))
    cleaned = (replace(one, value=clean_line(one.value.lstrip()[:MAX_CLAIM])) for one in claims)
    return [claim for claim in cleaned if claim.value]


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
    title = _find(page, claims, body_start, byline, cut, press=press, here=here)
    label = _LABELLED.match(title.text) if title is not None else None
    return replace(title, text=title.text[label.end() :]) if title and label else title


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
    keys = [squash(claim.value) for claim in claims]
    prefix = squash(cut.rstrip(".… ")) if cut else ""
    best: tuple[float, Title] | None = None
    first = max(0, anchor - _ABOVE)
    for index in range(first, min(len(page.lines), max(anchor, body_start) + 6)):
        line = page.lines[index]
        if not _possible(line):
            continue
        score, title = _score(page, index, keys, claims, prefix)
        near = _nearness(index, anchor, body_start)
        if index < body_start < anchor - _BYLINE_ROOM:
            # A byline so far below is behind a short text: the title is above that.
            near = max(near, _nearness(index, body_start, body_start))
        score += near
        score += _OWN_LINK if _links_here(line, here) else 0
        if byline is not None and index + 1 == byline and len(page.lines[byline].labels) > 1:
            # Where it stands speaks for it: right above a byline of several labels.
            title = replace(title, agreed=True)
        if best is None or score > best[0]:
            best = (score, title)
    if best is not None and claims and not best[1].agreed:
        best = _far_heading(page, keys, claims, first) or best
    # A newspaper's line has its kicker glued to it, and its meta the title alone.
    if press and best is not None and claims and (not best[1].agreed or _glued(best[1], keys[0])):
        return _from_claims(claims)
    # A <title> alone may be no more than the site's name: a fair line beats it.
    declared = any(claim.rule != "title-tag" for claim in claims)
    named = max((len(key) for key in keys), default=0) < _WORDS
    if best is not None and best[0] >= (_GOOD if declared else _WEAK if named else _FAIR):
        return best[1]
    return _from_claims(claims) or (best[1] if best is not None and best[0] > 0 else None)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The line behind which the text stands; `sure` when a byline is there, not only a title.

    `titled` where a line is the declared title, and not only one that stands over a byline.
    """

    title: int
    line: int
    sure: bool
    titled: bool = True


def find_anchor(
    page: PageLines,
    claims: Sequence[Claim],
    is_byline: Callable[[Line], bool],
    is_prose: Callable[[Line], bool],
) -> Anchor | None:
    """The last byline line under the line that is, to the letter, a declared title; else that line.

    None where no line outside menus is one.
    """
    heads = {squash(head) for claim in claims for head in _heads(claim.value)} - {""}
    best: tuple[int, int, int] | None = None
    for index, line in enumerate(page.lines):
        if line.kind != "text" or line.noise or len(line.text) < 5:
            continue
        if line.links * 10 > len(line.text) * 8 or squash(line.text[:MAX_CLAIM]) not in heads:
            continue
        if not _possible(line):
            continue
        below = _bylines_below(page, index, is_byline, is_prose)
        rank = (2 if below else 0) + (1 if line.heading else 0)
        if best is None or rank > best[0]:
            best = (rank, index, max(below, default=index))
    if best is not None:
        return Anchor(best[1], best[2], best[0] >= 2)
    return _byline_anchor(page, is_byline)


def _bylines_below(
    page: PageLines,
    title: int,
    is_byline: Callable[[Line], bool],
    is_prose: Callable[[Line], bool],
) -> list[int]:
    """The bylines under a title. Behind one of them and some text, others are of other things."""
    found: list[int] = []
    text = False
    for index in range(title + 1, min(title + _BELOW, len(page.lines))):
        line = page.lines[index]
        # Behind a picture or a text, which may be a standfirst, only a line with a date is the
        # byline, and a day alone is a sign-off's.
        if is_byline(line) and line.links * 3 <= len(line.text) and (not text or _is_dated(line)):
            found.append(index)
        elif line.kind == "image":
            text = text or not line.noise
        elif is_prose(line) or only_follows(line):
            if found:
                break
            text = True
    return found


def _is_dated(line: Line) -> bool:
    if not line.labels:
        return ":" in line.text
    return any(label.role == "published" for label in line.labels)


def _byline_anchor(page: PageLines, is_byline: Callable[[Line], bool]) -> Anchor | None:
    """Where no line is a declared title: the first byline with a date under some line."""
    for index, line in enumerate(page.lines):
        if not index or line.noise or not is_byline(line):
            continue
        if any(label.role == "published" and label.value for label in line.labels):
            return Anchor(index - 1, index, sure=False, titled=False)
    return None


def _far_heading(
    page: PageLines, keys: Sequence[str], claims: Sequence[Claim], last: int
) -> tuple[float, Title] | None:
    """A heading further up that is, to the letter, the declared title: much may stand between."""
    heads = {squash(head) for claim in claims for head in _heads(claim.value)}
    for index, line in enumerate(page.lines[:last]):
        if line.heading == 1 and _possible(line) and squash(line.text[:MAX_CLAIM]) in heads:
            score, title = _agree(page, index, squash(line.text[:MAX_CLAIM]), keys, claims)
            # What stands so far away from the text says nothing of where it begins.
            return (score + _GOOD, replace(title, first=0, last=0)) if title.agreed else None
    return None


def _links_here(line: Line, here: str) -> bool:
    """Whether the line is a link to the page itself, as a blog's title is."""
    links = list(line.element.iter("a")) if line.links else []
    name = _file_name(here)
    return len(name) >= _NAME_LENGTH and [_file_name(a.get("href") or "") for a in links] == [name]


def _file_name(address: str) -> str:
    """The last part of an address's path, without what its kind is called."""
    path = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/")
    return path.rpartition("/")[2].partition(".")[0]


def _glued(title: Title, declared: str) -> bool:
    """Whether the line is the declared title and something before it."""
    key = squash(title.text)
    return len(declared) > 10 and len(key) > len(declared) and key.endswith(declared)


def _possible(line: Line) -> bool:
    if line.kind != "text" or line.hidden or line.noise in _NOT_HERE:
        return False
    size = len(line.text)
    endless = line.heading and size >= MAX_CLAIM
    if size < 2 or (size > _MAX_TITLE and not endless) or _NOT_TITLE.match(line.text):
        return False
    return not any(label.role in ("published", "source", "views") for label in line.labels)


def _score(
    page: PageLines, index: int, keys: Sequence[str], claims: Sequence[Claim], prefix: str
) -> tuple[float, Title]:
    line = page.lines[index]
    key = squash(line.text[:MAX_CLAIM])
    above = page.lines[index - 1] if index else None
    signs = sum(points for sign, points in _SIGNS if sign(line))
    if above is not None and 0 < above.heading < line.heading and len(above.text) >= _WORDS:
        # A second heading under a greater one is its subtitle.
        signs -= 20
    agreement, title = _agree(page, index, key, keys, claims)
    cut = 60 if prefix and key.startswith(prefix) else 0
    return _HEADING_SCORE[line.heading] + signs + agreement + cut, title


def _names(element: HtmlElement | None) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}" if element is not None else ""


def _is_centred(line: Line) -> bool:
    element = line.element
    return line.bold or element.tag == "center" or element.get("align") == "center"


def _links_home(line: Line) -> bool:
    """Whether the line is the link to the home page: a site's name in its header."""
    links = list(line.element.iter("a")) if line.links else []
    return len(links) == 1 and (links[0].get("href") or "/").strip() in _HOME


# What a line shows of itself, and how much that speaks for or against a title. The weights were
# set on 290 labelled pages; what counts is their order, not their size.
_SIGNS: tuple[tuple[Callable[[Line], bool], float], ...] = (
    (lambda line: bool(_CLASS_HINT.search(_names(line.element))), 18),
    (lambda line: bool(_CLASS_HINT.search(_names(line.element.getparent()))), 8),
    (_is_centred, 6),
    (lambda line: line.links * 10 > len(line.text) * 8, -45),
    (_links_home, -60),
    (lambda line: len(squash(line.text)) < 5, -40),
    (lambda line: len(line.text) > 90, -25),
    (lambda line: "。" in line.text, -40),
    (lambda line: len(_MENU.findall(line.text)) > 1, -40),
)


def _agree(
    page: PageLines, index: int, key: str, keys: Sequence[str], claims: Sequence[Claim]
) -> tuple[float, Title]:
    """How far the line, alone or with those below it, agrees with a declared title."""
    line = page.lines[index]
    text = line.text[:MAX_CLAIM]
    alone = Title(text, "line", index, index + 1)
    if len(key) < 2:
        return 0.0, alone
    best = 0.0
    dateless = squash(_DATE_BEHIND.sub("", text))
    for declared, claim in zip(keys, claims, strict=True):
        if same := _same(line, key, dateless, declared, claim):
            return 70.0, Title(same, f"line+{claim.rule}", index, index + 1, agreed=True)
        if declared.startswith(key) and len(key) >= 4:
            joined = _joined(page, index, declared, claim)
            if joined is not None:
                return 72.0, joined
            segments = [squash(part) for part in _SEPARATORS.split(claim.value)]
            whole = key == segments[0] or _is_head(claim.value, text)
            best = max(best, 62.0 if whole else 30.0)
        elif len(key) >= 6 and key in declared:
            # The site's name is a segment too: a title is the longest.
            segments = [squash(part) for part in _SEPARATORS.split(claim.value)]
            shorter = key in segments and len(key) < max(map(len, segments))
            if shorter and _HAN.search(key):
                return -_GOOD - _WEAK, alone
            best = max(best, _SEGMENT if key in segments else 12.0)
        elif len(declared) >= 6 and declared in key and len(declared) > len(key) * 0.6:
            best = max(best, _SEGMENT - 1)
    if best >= _SEGMENT:
        return best, Title(text, "line+title-tag", index, index + 1, agreed=True)
    return best, alone


def _same(line: Line, key: str, dateless: str, declared: str, claim: Claim) -> str | None:
    """The title where a line says the declared one, but for a date behind or a badge before it."""
    if declared == dateless != key:
        return claim.value
    if declared == key:
        return line.text[:MAX_CLAIM]
    return _without_badge(line, key, declared) if len(declared) >= _WORDS else None


def _is_head(declared: str, text: str) -> bool:
    """Whether `declared` is `text` and then a separator and the site's name."""
    if not declared.startswith(text):
        return False
    rest = declared[len(text) :]
    if _HAN.search(declared):
        return bool(re.match(r"\s*[-_|–—·,，:：（(\s]", rest))
    # Between words a blank is none: there it takes a bar, and more than a place before a colon.
    return bool(re.match(r"\s*[|–—·]|\s+[-_]|\s*[:(]" if len(text) >= _LINE else r"\s*[|·]", rest))


def _without_badge(line: Line, key: str, declared: str) -> str | None:
    """The declared title that follows a short piece in an element of its own on its line."""
    extra = len(key) - len(declared)
    if not 0 < extra <= _BADGE or not key.endswith(declared):
        return None
    pieces = [piece.strip() for piece in line.marked.split(BOUNDARY) if piece.strip()]
    if len(pieces) < 2 or squash(pieces[0]) != key[:extra]:
        return None
    return line.text[len(pieces[0]) :].strip()


def _joined(page: PageLines, index: int, declared: str, claim: Claim) -> Title | None:
    """A title broken over up to four lines that together are what the page declares."""
    text = page.lines[index].text
    for last in range(index + 1, min(index + _MAX_JOINED, len(page.lines))):
        below = page.lines[last]
        if below.kind != "text" or len(below.text) > _MAX_TITLE:
            return None
        text = text + ("" if below.text.startswith("——") else " ") + below.text
        key = squash(text)
        if not declared.startswith(key):
            return None
        head = next((p for p in _heads(claim.value) if squash(p) == key), None)
        if head is not None:
            return Title(
                head if head != claim.value else claim.value,
                f"lines+{claim.rule}",
                index,
                last + 1,
                agreed=True,
            )
    return None


def _heads(declared: str) -> list[str]:
    """The declared title and what is left of it when the site's names are cut off behind."""
    ends = (match.start() for match in _SEPARATORS.finditer(declared))
    return [declared, *(declared[:end].strip() for end in ends)]


def _nearness(index: int, anchor: int, body_start: int) -> float:
    if index >= anchor:
        return -30.0 if index >= body_start else -8.0
    distance = anchor - index
    return max(-20.0, 34.0 - 8.0 * (distance - 1))


def _from_claims(claims: Sequence[Claim]) -> Title | None:
    for claim in claims:
        if claim.rule != "title-tag":
            site = _SITE_TAIL.search(claim.value)
            return Title(claim.value[: site.start()] if site else claim.value, claim.rule)
    for claim in claims:
        parts = [part for part in _SEPARATORS.split(claim.value) if part]
        if parts:
            return Title(
                parts[0] if len(parts[0]) >= 6 or len(parts) == 1 else max(parts, key=len),
                claim.rule,
            )
    return None
