"""Where the text begins and ends, in its container and right around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.extract.article.body_head import (
    first_text,
    layout_of,
    leads_over,
    past_banners,
    past_teaser,
    signs_over,
    start_of,
)
from newscrawl.extract.article.boilerplate import is_footer, is_never_text
from newscrawl.extract.article.boxes import link_boxes
from newscrawl.extract.article.days_in_lines import without_dates
from newscrawl.extract.article.end_marks import (
    begins_like_end,
    ends_article,
    is_of_event,
    is_related_heading,
    leads_away,
    only_follows,
)
from newscrawl.extract.article.meta_line import in_byline, is_bare_date
from newscrawl.extract.article.outlets import is_named_body
from newscrawl.extract.article.place import Place
from newscrawl.extract.article.press import PARAGRAPH
from newscrawl.extract.article.title import Title
from newscrawl.extract.article.weights import Weights
from newscrawl.extract.lines import Line, PageLines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_GROW = 6  # lines that a body may grow by at either end
_TAIL_SHARE = 0.42  # share of a body's weight that may stand behind what looks like its end
_LONG_LINE = 120  # weight of a line that is text, whatever it begins with
JOINS = 80  # characters; a longer line is no byline and no end of a text
_PIECE_DEPTH = 3  # elements round a text that may stand beside others of their make
_WORD = re.compile(r"[^\W\d]")
_REST = 25  # of a paragraph in an element behind the container


def bounds(
    page: PageLines,
    place: Place,
    title: Title | None,
    first: int,
    last: int,
    *,
    chinese: bool,
    press: bool,
) -> tuple[int, int, frozenset[int]]:
    """The first line of the text, the one behind its last, and the boxes of links between them."""
    container, weights = place.container, place.weights
    start = start_of(page, place, last, title, chinese=chinese)
    end = _end(page, weights, start, last, press=press)
    if not (place.named or place.ruled):
        top = title.last if title is not None else 0
        start = _grow_up_alike(page, weights, _grow_up(page, weights, start, first, top), end, top)
        end = _grow_down(page, weights, container, end, last)
        end = end if chinese else _past_pieces(page, container, end)
    boxes = frozenset[int]()
    if not place.is_editors:
        boxes = link_boxes(page, weights, container, start, end) | weights.cards
        start = past_banners(page, weights, start, end, boxes)
    return past_teaser(page, weights, start, end), end, boxes


def _end(page: PageLines, weights: Weights, start: int, last: int, *, press: bool) -> int:
    total = weights.between(start, last)
    if not total:
        # Controls stand over a picture as well as under it.
        return next((i for i in range(start, last) if only_follows(page.lines[i])), last)
    head = first_text(weights, start, last)
    for index in range(head + 1, last):
        line = page.lines[index]
        if weights.each[index] >= _LONG_LINE or line.caption:
            continue
        over = _other_article(page, head, line)
        related = is_related_heading(line)
        if over is None and not (related or _ends(page, head, index)):
            continue
        behind = range(over or index + 1, last)
        if leads_away(line) and (
            _is_among(page, index, last) or _goes_on(page, weights, head, behind)
        ):
            continue
        if (over or related or press) and _goes_on_alike(page, weights, head, index, behind):
            continue
        of_links = related or line.noise == "related"
        if of_links and _goes_on_beside(page, weights, range(head, index), behind):
            continue
        goes_on = _goes_on(page, weights, head, behind)
        little_left = weights.between(index + 1, last) <= _TAIL_SHARE * total
        is_over = not goes_on if over else little_left or not (press or goes_on)
        if is_over:
            return index
    return last


def _goes_on(page: PageLines, weights: Weights, head: int, behind: range) -> bool:
    """Whether paragraphs beside the first one stand behind an end mark: then it was none."""
    parent = page.lines[head].element.getparent()
    return any(
        weights.each[index] > 0 and page.lines[index].element.getparent() is parent
        for index in behind
    )


def _ends(page: PageLines, head: int, index: int) -> bool:
    """Whether a line is one with which an article is over, for how it is set, too.

    A sentence that begins so is none where it is set like the first paragraph, or the one above.
    """
    line, first, above = page.lines[index], page.lines[head], page.lines[index - 1]
    if ends_article(line):
        return not is_of_event(line, first)
    return begins_like_end(line) and layout_of(line) not in (layout_of(first), layout_of(above))


def _is_among(page: PageLines, index: int, last: int) -> bool:
    """Whether a link stands between paragraphs: the next line is set like its own, and is none."""
    below = page.lines[index + 1] if index + 1 < last else None
    return (
        below is not None
        and not (below.links or below.noise or ends_article(below) or is_never_text(below))
        and layout_of(below) == layout_of(page.lines[index])
        and below.element.getparent() is page.lines[index].element.getparent()
    )


def _other_article(page: PageLines, head: int, line: Line) -> int | None:
    """The line behind another article, if a line is the heading of one: pages without an end."""
    if line.heading != 1 or line.noise or line.hidden:
        return None
    own = next(line.element.iterancestors("article"), None)
    if own is None or page.of(own)[0] <= head:
        return None
    return page.of(own)[1]


def _goes_on_beside(page: PageLines, weights: Weights, before: range, behind: range) -> bool:
    """Whether a line of text stands behind a mark beside one before it, and is set like that."""

    def placed(numbers: range) -> set[tuple[HtmlElement | None, tuple[str | None, ...]]]:
        lines = (page.lines[i] for i in numbers if weights.each[i] > 0)
        return {(line.element.getparent(), layout_of(line)) for line in lines}

    return not placed(before).isdisjoint(placed(behind))


def _goes_on_alike(page: PageLines, weights: Weights, head: int, mark: int, behind: range) -> bool:
    """Whether a paragraph behind a mark is laid out like one of those before it."""
    before = {layout_of(page.lines[i]) for i in range(head, mark) if weights.each[i] >= PARAGRAPH}
    return any(weights.each[i] >= PARAGRAPH and layout_of(page.lines[i]) in before for i in behind)


def _grow_up(page: PageLines, weights: Weights, start: int, first: int, top: int) -> int:
    """Lines between title or byline and the container, if nothing but text stands there."""
    if start != first:
        return start
    for index in range(start - 1, max(top, start - _GROW) - 1, -1):
        line = page.lines[index]
        if in_byline(page, index) or leads_over(line) or signs_over(line, weights.each[index]):
            return index + 1
        if line.kind == "text" and not _WORD.search(line.text):
            return index + 1  # the count behind the byline's last label
        if not _may_join(line) or _is_cell(line, page.lines[start]):
            break
    return start


def _is_cell(line: Line, text: Line) -> bool:
    """Whether a line stands beside another one in a row of a table that the text is not in."""
    return line.row is not None and line.row is not text.row and len(line.row) > 1


def _grow_up_alike(page: PageLines, weights: Weights, start: int, end: int, top: int) -> int:
    """Paragraphs right above the container that are set like those in it: a wall begins there."""
    inside = {
        layout_of(page.lines[i])[:2] for i in range(start, end) if weights.each[i] >= PARAGRAPH
    }
    for index in range(start - 1, max(top, start - _GROW) - 1, -1):
        line = page.lines[index]
        if weights.each[index] >= PARAGRAPH and line.element.get("class"):
            if layout_of(line)[:2] not in inside:
                break
            start = index
        elif line.kind == "text" and not line.noise and not line.hidden:
            break
    return start


def _past_pieces(page: PageLines, container: HtmlElement, end: int) -> int:
    """Behind the elements right under a text that are made like its own: a page built of pieces."""
    here: HtmlElement | None = container
    for _ in range(_PIECE_DEPTH):
        if here is None or page.of(here)[1] > end or here.tag in ("main", "article", "body"):
            break
        for piece in here.itersiblings():
            first, last = page.of(piece)
            alike = piece.tag == here.tag and piece.get("class") == (here.get("class") or "")
            if not alike or first != end or not _is_piece(page.lines[first:last]):
                break
            end = last
        here = here.getparent()
    return end


def _is_piece(lines: list[Line]) -> bool:
    """Whether lines are a piece of a text: few links, no noise, nothing that ends one."""
    if not lines or any(line.noise or line.hidden or is_footer(line) for line in lines):
        return False
    if any(ends_article(line) or is_related_heading(line) for line in lines):
        return False
    size = sum(len(line.text) for line in lines)
    return sum(line.links for line in lines) * 3 <= size and not all(one.heading for one in lines)


def _grow_down(
    page: PageLines, weights: Weights, container: HtmlElement, end: int, last: int
) -> int:
    if container.tag == "td" and page.of(row := container.getparent()) == page.of(container):
        container = row  # a text's row of a table that lays out the page
    parent = container.getparent()
    if end != last or parent is None:
        return end
    end = _past_rest(page, weights, container, end)
    limit = min(page.of(parent)[1], end + _GROW)
    for index in range(end, limit):
        line = page.lines[index]
        if line.noise == "ad":
            continue
        if ends_article(line) or begins_like_end(line) or not _may_join(line) or _is_meta(line):
            return index
        if index == end and is_bare_date(line) and not is_named_body(page.lines[index - 1].text):
            return index  # a template's: in a sign-off somebody stands over the day
        if _begins_column(page, weights, parent, index) or _is_owner(page, parent, index):
            return end
    return limit if limit == page.of(parent)[1] else end


def _past_rest(page: PageLines, weights: Weights, container: HtmlElement, end: int) -> int:
    """Behind the elements that stand right behind the container with the rest of its text.

    Some paragraph in each is set like those of the container, and nothing else stands in it.
    """
    lines, each = page.lines, weights.each
    layouts = set[tuple[str | None, ...]]()
    for box in container.itersiblings():
        first, last = page.of(box)
        if first >= last:
            continue
        if first != end or not all(map(_is_rest, lines[first:last])):
            break
        inside = range(*page.of(container))
        layouts = layouts or {layout_of(lines[i])[:2] for i in inside if each[i]}
        texts = (i for i in range(first, last) if each[i] >= _REST)
        if not any(layout_of(lines[i])[:2] in layouts for i in texts):
            break
        end = last
    return end


def _is_rest(line: Line) -> bool:
    """Whether a line may stand in the rest of a text, down to its sign-off."""
    if line.noise or line.hidden or line.heading or line.links or line.item:
        return False
    signed = is_bare_date(line) and re.search(r"\w", without_dates(line.text))
    return line.kind == "image" or not (
        signed or ends_article(line) or is_never_text(line) or is_footer(line) or _is_meta(line)
    )


def _begins_column(page: PageLines, weights: Weights, parent: HtmlElement, index: int) -> bool:
    """Whether a line begins a thing beside the container that has a text of its own."""
    box = page.lines[index].element
    while (above := box.getparent()) is not None and above is not parent:
        box = above
    first, last = page.of(box)
    return first == index and last - first > 1 and weights.between(first, last) > 0


def _is_owner(page: PageLines, parent: HtmlElement, index: int) -> bool:
    """Whether a line at the foot of the page names the house: who signs a text adds the day."""
    line, below = page.lines[index], page.lines[index + 1 : index + 2]
    return parent.tag == "body" and is_named_body(line.text) and not any(map(is_bare_date, below))


def _is_meta(line: Line) -> bool:
    """Labels, or a date with a time: a sign-off has the day alone."""
    return bool(line.labels) or (is_bare_date(line) and ":" in line.text)


def _may_join(line: Line) -> bool:
    if line.noise or line.hidden or line.heading:
        return False
    return line.kind == "image" or (
        line.links * 2 <= len(line.text) and len(line.text) <= JOINS and not is_never_text(line)
    )
