"""Where the body of an article stands: the element that holds it, found by name or by weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from newscrawl.extract.article.boilerplate import ends_article, is_footer, is_never_text
from newscrawl.extract.article.byline import is_byline
from newscrawl.extract.article.title import Anchor
from newscrawl.extract.lines import BOILERPLATE, Line, PageLines
from newscrawl.text.language import is_chinese

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names of body containers, ranked; counted over 485 body selectors of public crawlers, then the
# names that CMSs of other countries use. Prefixes end with "*".
_NAMED = (
    "v_news_content wp_articlecontent vsb_content* vsb_newscontent trs_editor trs_ueditor trs_editor_view ucapcontent ucap-content ivs_content js_content ivscontent articlebody article-body__content artibody endtext",
    "zoom zoomcon bt_content gp-article con_con ccontent article_zoom newscontent news_content newstext",
    "article-content article_content articlecontent entry-content post-content article-body article__body articlebodycontent story-body post_body content-body story-content detail-content body-content single-content rich_media_content field--name-body",
)  # fmt: skip
_RANK = {
    name: rank
    for rank, names in enumerate(_NAMED)
    for name in names.split()
    if not name.endswith("*")
}
_PREFIXES = tuple(
    (name[:-1], rank)
    for rank, names in enumerate(_NAMED)
    for name in names.split()
    if name.endswith("*")
)
_PUNCTUATION = re.compile(r"[，。；：、！？“”（）,.;!?]")
_SENTENCE = re.compile(r"[，。；！？]")
_DOMINANT = 0.62
_NEAR = 14
_LEAST = 25.0
_SEEN_SHARE = 0.25
_PIECES = 1.25
_STANDFIRST = 0.1
_LONG = 40
_SHORT = 12
# A teaser's box: how large it may be, how short its title.
_CARD_DEPTH = 5
_CARD_LINES = 6
_CARD_TITLE = 5


def weigh(line: Line) -> float:
    """How much a line looks like running text: its characters outside links, 0 for the rest."""
    if line.kind != "text":
        return 0.0
    own = line.own
    if own < _SHORT or own * 2 < len(line.text):
        return 0.0
    marks = len(_PUNCTUATION.findall(line.text[:500]))
    if not marks and own < _LONG:
        return 0.0
    if own < 3 * _LONG and (
        is_never_text(line) or (own < _LONG and ends_article(line)) or _is_meta(line)
    ):
        return 0.0
    if own < 5 * _LONG and is_footer(line):
        return 0.0
    return own * min(1.0, 0.4 + 0.15 * marks)


def _is_meta(line: Line) -> bool:
    return len(_SENTENCE.findall(line.text)) <= 1 and is_byline(line)


def _mistrust(page: PageLines, each: Sequence[float], *, headed: bool) -> None:
    """Take back "hidden" and "noise" where they would leave hardly any text.

    A page may hide itself until its script runs, or stand whole in an element of a wrong name
    (everything inside `div.breadcrumb`). Not so where it is `headed`, with title and byline
    outside of all noise: comments are longer than many a post.
    """
    pairs = [
        (weight, line)
        for weight, line in zip(each, page.lines, strict=True)
        if line.noise != BOILERPLATE
    ]
    total = sum(weight for weight, _ in pairs)
    if sum(weight for weight, line in pairs if not line.hidden) < _SEEN_SHARE * total:
        for line in page.lines:
            line.hidden = False
    if headed:
        return
    if sum(weight for weight, line in pairs if not line.noise) < _SEEN_SHARE * total:
        heavy: dict[str, float] = {}
        for weight, line in pairs:
            if line.noise:
                heavy[line.noise] = heavy.get(line.noise, 0.0) + weight
        worst = max(heavy, key=lambda reason: heavy[reason])
        for line in page.lines:
            line.noise = None if line.noise == worst else line.noise


def teasers(page: PageLines, each: Sequence[float]) -> list[int]:
    """The lines that tell what neighbours are about: boxes of a link and its first sentences.

    One such box may be an article's own; two of one layout are a list.
    """
    found: dict[tuple[str | None, ...], list[int]] = {}
    for number, weight in enumerate(each):
        if not weight or number == 0:
            continue
        box = _card(page, number)
        if box is not None:
            parent = box.getparent()
            layout = (str(box.tag), box.get("class"), parent.get("class") if parent is not None else "")
            found.setdefault(layout, []).append(number)
    return [number for numbers in found.values() if len(numbers) > 1 for number in numbers]


def _card(page: PageLines, number: int) -> HtmlElement | None:
    """The small element that holds a line and, above it, the link to what it is about."""
    box: HtmlElement | None = page.lines[number].element
    for _ in range(_CARD_DEPTH):
        if box is None:
            return None
        first, last = page.of(box)
        if last - first > _CARD_LINES:
            return None
        if first < number:
            head = page.lines[first:number]
            titles = [line for line in head if line.kind == "text"]
            linked = titles and titles[0].links * 10 >= len(titles[0].text) * 8
            return box if linked and len(titles[0].text) >= _CARD_TITLE else None
        box = box.getparent()
    return None


class Weights:
    """Prefix sums of line weights: the weight of any element in constant time.

    Where the body's lines are known, only those `within` have a weight. `headed` says that title
    and byline stand outside of all noise.
    """

    def __init__(
        self, page: PageLines, within: range | None = None, *, headed: bool = False
    ) -> None:
        self.page = page
        each = [
            weigh(line) if within is None or number in within else 0.0
            for number, line in enumerate(page.lines)
        ]
        _mistrust(page, each, headed=headed)
        if within is None:
            for number in teasers(page, each):
                each[number] = 0.0
        self.each = [
            0.0 if line.hidden or line.noise else weight
            for weight, line in zip(each, page.lines, strict=True)
        ]
        self._sums = [0.0, *accumulate(self.each)]

    def between(self, first: int, last: int) -> float:
        """Weight of the lines first..last-1."""
        return self._sums[last] - self._sums[first]

    def of(self, element: HtmlElement) -> float:
        """Weight of an element."""
        first, last = self.page.of(element)
        return self.between(first, last)


def find_container(
    page: PageLines, root: HtmlElement, weights: Weights, anchor: Anchor | None
) -> tuple[HtmlElement, str]:
    """The element that holds the body, and the rule that found it.

    `anchor` is the line behind which the text must stand (the byline under the title), if known.
    """
    dense, rule = _descend(page, root, weights), "density"
    named = _named(page, weights, anchor.line if anchor else None)
    if named is not None:
        element, name = named
        inside, around = weights.of(element), weights.of(dense)
        sure = anchor is not None and anchor.sure and _fits(page, weights, element, anchor)
        if (
            sure
            or inside >= 0.5 * around
            or (_contains(page, dense, element) and inside > 0.35 * around)
        ):
            dense, rule = element, f"container:{name}"
    if anchor is not None and not _fits(page, weights, dense, anchor):
        below = _below(page, anchor.line)
        if below is not None:
            return below, "below-byline"
    return dense, rule


def is_editors(element: HtmlElement) -> bool:
    """Whether an element is the one of a CMS's own editor: it holds text only."""
    name, rank = _rank_of(element)
    return bool(name) and rank == 0


def _fits(page: PageLines, weights: Weights, element: HtmlElement, anchor: Anchor) -> bool:
    """Whether a container is where the text under the byline must be."""
    first, last = page.of(element)
    if weights.of(element) < _LEAST:
        return False
    if not anchor.sure:
        return True
    skipped = weights.between(anchor.line + 1, first) if anchor.line < first else 0.0
    little = skipped < _LEAST or (
        _has_standfirst(page, first) and skipped < _STANDFIRST * weights.of(element)
    )
    return first - anchor.line <= _NEAR and anchor.line < last and little


def _has_standfirst(page: PageLines, first: int) -> bool:
    """Newspapers print some sentences between byline and text; Chinese pages do not."""
    text = "".join(line.text for line in page.lines[first : first + 20])[:600]
    return not is_chinese(text)


def _below(page: PageLines, anchor: int, limit: int) -> HtmlElement | None:
    """The smallest element that holds the anchor and something of an article behind it.

    Text if there is any; a post that is one picture has only that, before the page's own footer.
    """
    element: HtmlElement | None = page.lines[anchor].element
    picture: HtmlElement | None = None
    while element is not None and element.tag not in ("body", "html"):
        behind = page.lines[anchor + 1 : min(page.of(element)[1], limit)]
        if any(_is_content(line) for line in behind):
            return element
        if picture is None and any(line.kind == "image" and not line.noise for line in behind):
            picture = element
        element = element.getparent()
    return picture if picture is not None else element


def _is_content(line: Line) -> bool:
    if line.noise or line.hidden or line.links * 2 > len(line.text):
        return False
    return line.kind == "text" and not (
        is_never_text(line) or ends_article(line) or is_byline(line) or is_footer(line)
    )


def _contains(page: PageLines, outer: HtmlElement, inner: HtmlElement) -> bool:
    first, last = page.of(outer)
    start, end = page.of(inner)
    return first <= start and end <= last


def _named(page: PageLines, weights: Weights, anchor: int | None) -> tuple[HtmlElement, str] | None:
    best: tuple[float, HtmlElement, str] | None = None
    for element, (first, last) in page.spans.items():
        near = anchor is not None and 0 < first - anchor <= _NEAR
        weight = weights.between(first, last)
        if last <= first or (weight <= 0 and not near):
            continue
        name, rank = _rank_of(element)
        weight += _LEAST if near and rank == 0 else 0
        if not name or weight <= 0:
            continue
        score = weight * (1.0, 0.8, 0.7)[rank]
        if best is None or score > best[0]:
            best = (score, element, name)
    if best is None:
        return None
    return _whole(page, weights, best[1]), best[2]


def _whole(page: PageLines, weights: Weights, element: HtmlElement) -> HtmlElement:
    """The element, or the one around it where the text is laid out in several of its kind."""
    parent, kind = element.getparent(), element.get("class")
    for _ in range(3):
        if parent is None or not kind:
            break
        pieces = [
            one
            for one in parent.iter(str(element.tag))
            if one.get("class") == kind and one in page.spans
        ]
        inside = sum(
            weights.of(one) for one in pieces if not _contains(page, element, one)
        ) + weights.of(element)
        if inside > _PIECES * weights.of(element) and weights.of(parent) < _PIECES * inside:
            return parent
        parent = parent.getparent()
    return element


def _rank_of(element: HtmlElement) -> tuple[str, int]:
    return _rank(str(element.tag), element.get("class"), element.get("id"), element.get("itemprop"))


@lru_cache(maxsize=8192)
def _rank(tag: str, *attributes: str | None) -> tuple[str, int]:
    """The name of a body container among an element's names, and its rank; ("", 0) for none."""
    names = " ".join(one for one in attributes if one)
    for name in (*names.lower().split(), tag):
        if name in _RANK:
            return name, _RANK[name]
        for prefix, rank in _PREFIXES:
            if name.startswith(prefix):
                return name, rank
    return "", 0


def _descend(page: PageLines, root: HtmlElement, weights: Weights) -> HtmlElement:
    """From the root down, as long as one child holds nearly all of the running text."""
    here = root
    while True:
        total = weights.of(here)
        heavy = max(_children(page, here), key=weights.of, default=None)
        if heavy is None or weights.of(heavy) < _DOMINANT * total or _is_text_block(heavy, page):
            return here
        here = heavy


def _children(page: PageLines, element: HtmlElement) -> Sequence[HtmlElement]:
    return [child for child in element if child in page.spans]


def _is_text_block(element: HtmlElement, page: PageLines) -> bool:
    first, last = page.of(element)
    return (
        element.tag in ("p", "h1", "h2", "h3", "span", "font", "b", "strong") and last - first <= 1
    )
