"""Where the body of an article stands: the element that holds it, found by name or by weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.extract.article.anchor import Anchor
from newscrawl.extract.article.boilerplate import is_footer, is_never_text
from newscrawl.extract.article.end_marks import ends_article, only_follows
from newscrawl.extract.article.meta_line import is_byline
from newscrawl.extract.article.weights import Weights
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.language import is_chinese
from newscrawl.text.urls import is_attachment

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
_DOMINANT = 0.62  # share of the page's weight that makes an element the body without a name
_NEAR = 14  # lines under the byline in which a text begins
_LEAST = 25.0  # weight of a text: a sentence
_PIECES = 1.25  # times the weight of a part: then its parent holds more of the text
_STANDFIRST = 0.1  # share of a text's weight that what stands over it may have
_LEAD_LINES = 2  # lines of text that a standfirst has
_LEAD_TIMES = 4.0  # times its weight that the text under one line has that leads in to it
_HALF = 0.5  # share of a text's weight that a standfirst of so few lines may have
_WHOLE = 200.0  # weight of a text that needs no other witness
_POST = 12.0  # times the weight under the title that an element elsewhere needs to be the body
_OWN_SHARE = 0.4  # share of what stands behind a title that the element around it must hold
_MOST = 0.5  # share of an outer element's weight from which on an editor's within is the text


@dataclass(frozen=True, slots=True)
class Found:
    """The element that holds the body, the rule that found it, and the line before which it ends.

    `end` is None where the text itself says where it ends.
    """

    element: HtmlElement
    rule: str
    end: int | None = None


def find_container(
    page: PageLines, root: HtmlElement, weights: Weights, anchor: Anchor | None
) -> Found:
    """Where the body stands: in an element with a body's name, or where the running text is.

    `anchor` is the line behind which the text must stand (the byline under the title), if known.
    """
    dense, rule = _descend(page, root, weights), "density"
    named = _named(page, weights, anchor)
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
    if rule == "density":
        dense = _whole(page, weights, dense)
    if anchor is not None and not _fits(page, weights, dense, anchor):
        short = _short(page, weights, anchor.line) or _below(page, weights, anchor.line)
        return short or Found(dense, rule)
    if anchor is not None and _opens(page, weights, anchor, dense):
        dense = _own_column(page, weights, anchor.line, dense)
    return Found(dense, rule)


def _opens(page: PageLines, weights: Weights, anchor: Anchor, element: HtmlElement) -> bool:
    """Whether the text of a container stands under the byline in it, and not over it."""
    first, last = page.of(element)
    if first > anchor.line:
        return False
    behind = weights.between(anchor.line + 1, last)
    return anchor.sure or behind > max(_LEAST, weights.between(first, anchor.line))


def _short(page: PageLines, weights: Weights, anchor: int) -> Found | None:
    """An element with a body's name under the byline, where something stands but no text runs."""
    end = _over(page, weights, anchor)
    for element, (first, last) in page.spans.items():
        if anchor < first < (last if end is None else end):
            name, _ = _rank_of(element)
            if name and any(map(_is_content, page.lines[first:last])):
                return Found(element, f"container:{name}")
    return None


def is_editors(element: HtmlElement) -> bool:
    """Whether an element is the one of a CMS's own editor: it holds text only."""
    name, rank = _rank_of(element)
    return bool(name) and rank == 0


def _fits(page: PageLines, weights: Weights, element: HtmlElement, anchor: Anchor) -> bool:
    """Whether a container is where the text under the title must be."""
    first, last = page.of(element)
    near = first - anchor.line <= _NEAR and anchor.line < last
    if near and first > anchor.line and is_editors(element):
        return any(_is_content(line) or line.kind == "image" for line in page.lines[first:last])
    if weights.of(element) < _LEAST:
        return False
    behind = weights.between(anchor.line + 1, len(page.lines))
    if anchor.titled and last <= anchor.line and _POST * behind >= weights.of(element):
        return False
    if anchor.sure and first <= anchor.line and _over(page, weights, anchor.line) is not None:
        return False
    return (near or not anchor.sure) and not _skips(page, weights, anchor, element)


def _own_column(
    page: PageLines, weights: Weights, anchor: int, element: HtmlElement
) -> HtmlElement:
    """The smallest element round the title with most of the text under it: its own column.

    What is beside it is other columns' text; a summary in the title's box is not most of a text.
    """
    start, last = anchor + 1, page.of(element)[1]
    around: HtmlElement | None = page.lines[anchor].element
    while around is not None and around is not element:
        inside = weights.between(start, max(start, page.of(around)[1]))
        if inside >= _OWN_SHARE * weights.between(start, last):
            return around
        around = around.getparent()
    return element


def _skips(page: PageLines, weights: Weights, anchor: Anchor, element: HtmlElement) -> bool:
    """Whether an article stands in the lines between the anchor and a container, or is over there.

    A little text may be a standfirst; a little with the end of an article behind it is a post, as
    is one in a column that the container does not stand in.
    """
    start, first, weight = anchor.line + 1, page.of(element)[0], weights.of(element)
    skipped = weights.between(start, first) if start < first else 0.0
    if _has_standfirst(page, first):
        # Of a short text a standfirst and a caption may be a good part.
        over = [i for i in range(start, first) if weights.each[i] and not page.lines[i].caption]
        few = sum(not page.lines[i].heading for i in over) <= _LEAD_LINES
        most = _HALF * weight if few else max(_LEAST, _STANDFIRST * weight)
        return anchor.sure and skipped >= most
    text = next((index for index in range(start, first) if weights.each[index]), start)
    if any(only_follows(page.lines[index]) for index in range(text, first)):
        return True
    little = start < first and weight < max(_POST * skipped, _WHOLE)
    apart = little and _column(page, weights, start, element)
    apart = apart and not _leads_in(page, weights, range(start, first), element)
    return apart or (anchor.sure and skipped >= _LEAST)


def _leads_in(page: PageLines, weights: Weights, over: range, element: HtmlElement) -> bool:
    """Whether one line of text between title and container leads in to it, as magazines set it.

    The text goes on right behind it, without a heading, in paragraphs that weigh much more.
    """
    first, last = page.of(element)
    lines = [i for i in over if page.lines[i].kind == "text" and not is_never_text(page.lines[i])]
    if len(lines) != 1 or weights.of(element) < _LEAD_TIMES * weights.each[lines[0]]:
        return False
    return sum(weights.prose[first : min(last, first + _LEAD_LINES)]) == _LEAD_LINES


def _column(page: PageLines, weights: Weights, start: int, element: HtmlElement) -> bool:
    """Whether text under the line before `start` stands nearer to it than a container does."""
    first = page.of(element)[0]
    around: HtmlElement | None = page.lines[start - 1].element
    while around is not None:
        last = page.of(around)[1]
        if last > first:
            return False
        if any(weights.each[i] or _is_sentence(page.lines[i]) for i in range(start, last)):
            return True
        around = around.getparent()
    return False


def _is_sentence(line: Line) -> bool:
    """Whether a line that is no control is a whole sentence, however short (详见附件。)."""
    return line.text.endswith(("。", "！")) and _is_content(line)


def _has_standfirst(page: PageLines, first: int) -> bool:
    """Newspapers print some sentences between byline and text; Chinese pages do not."""
    text = "".join(line.text for line in page.lines[first : first + 20])[:600]
    return not is_chinese(text)


def _below(page: PageLines, weights: Weights, anchor: int) -> Found | None:
    """The smallest element that holds the anchor and something of an article behind it.

    Text if there is any; a post that is one picture has only that. Neither is looked for behind
    a line that only follows an article.
    """
    end = _over(page, weights, anchor)
    element: HtmlElement | None = page.lines[anchor].element
    picture: HtmlElement | None = None
    while element is not None and element.tag not in ("body", "html"):
        last = page.of(element)[1]
        behind = page.lines[anchor + 1 : last if end is None else min(last, end)]
        if any(_is_content(line) for line in behind):
            break
        if picture is None and any(line.kind == "image" and not line.noise for line in behind):
            picture = element
        if end is not None and last >= end:
            break
        element = element.getparent()
    if element is None or (picture is not None and element.tag in ("body", "html")):
        element = picture
    return None if element is None else Found(element, "below-byline", end)


def _over(page: PageLines, weights: Weights, anchor: int) -> int | None:
    """The line at which an article without text is over; None where it has a text.

    A long text behind such a line is the article's: the line stood in a box above it.
    """
    for index in range(anchor + 1, len(page.lines)):
        line = page.lines[index]
        if only_follows(line):
            return index if weights.between(index, len(page.lines)) < _WHOLE else None
        if _is_content(line):
            return None
    return None


def _is_content(line: Line) -> bool:
    if line.noise or line.hidden or line.links * 2 > len(line.text):
        # Among links only files are an article's own.
        return bool(line.links) and not (line.noise or line.hidden) and links_file(line)
    return line.kind == "text" and not (
        is_never_text(line) or ends_article(line) or is_byline(line) or is_footer(line)
    )


def links_file(line: Line) -> bool:
    """Whether a link of a line leads to a file, which is the article's own."""
    return any(is_attachment(link.get("href") or "") for link in line.anchors)


def _contains(page: PageLines, outer: HtmlElement, inner: HtmlElement) -> bool:
    first, last = page.of(outer)
    start, end = page.of(inner)
    return first <= start and end <= last


def _named(
    page: PageLines, weights: Weights, anchor: Anchor | None
) -> tuple[HtmlElement, str] | None:
    best: tuple[float, HtmlElement, str] | None = None
    editors: tuple[float, HtmlElement, str] | None = None
    sums = weights.sums
    nearest = range(0) if anchor is None else range(anchor.line + 1, anchor.line + _NEAR + 1)
    for element, (first, last) in page.spans.items():
        # Most elements are a menu's: this is asked of each.
        weight = sums[last] - sums[first]
        near = first in nearest
        if last <= first or (weight <= 0 and not near):
            continue
        name, rank = _rank_of(element)
        weight += _LEAST if near and rank == 0 else 0
        if not name or weight <= 0:
            continue
        score = weight * (1.0, 0.8, 0.7)[rank]
        if best is None or score > best[0]:
            best = (score, element, name)
        if rank == 0 and (editors is None or score > editors[0]):
            editors = best if best[1] is element else (score, element, name)
    if best is None:
        return None
    if editors is not None and _is_most(page, weights, editors[1], best[1]):
        best = editors
    return _whole(page, weights, best[1]), best[2]


def _is_most(page: PageLines, weights: Weights, inner: HtmlElement, outer: HtmlElement) -> bool:
    """Whether an editor's element holds most of what one round it does: a text and what follows."""
    return _contains(page, outer, inner) and weights.of(inner) >= _MOST * weights.of(outer)


def _whole(page: PageLines, weights: Weights, element: HtmlElement) -> HtmlElement:
    """The element, or the one around it where the text is laid out in several of its kind."""
    parent, kind, own = element.getparent(), element.get("class"), weights.of(element)
    for _ in range(3):
        if parent is None or not kind:
            break
        if weights.of(parent) > _PIECES * own:
            pieces = (
                one
                for one in parent.iter(str(element.tag))
                if one.get("class") == kind and one in page.spans
            )
            others = (weights.of(one) for one in pieces if not _contains(page, element, one))
            inside = sum(others) + own
            if inside > _PIECES * own and weights.of(parent) < _PIECES * inside:
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
        if heavy is None or weights.of(heavy) < _DOMINANT * total:
            return here
        # A line alone is a paragraph of what is round it, unless that is the page.
        if _is_line(heavy, page) and here.tag not in ("html", "body"):
            return here
        here = heavy


def _children(page: PageLines, element: HtmlElement) -> Sequence[HtmlElement]:
    return [child for child in element if child in page.spans]


def _is_line(element: HtmlElement, page: PageLines) -> bool:
    first, last = page.of(element)
    return last - first <= 1
