"""The page's main list, found by its repeated structure.

Links with the same path of tags and classes form a column; what lies between two neighbours of a
column is a row. The column that looks most like a list of articles (dates beside the links,
addresses of articles, whole titles, no menu around it) wins, and its containers give the rows.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.extract.listing.anchors import Link, beginning_of, text_of
from newscrawl.extract.listing.months import archived_month
from newscrawl.extract.listing.row_dates import looks_dated
from newscrawl.extract.listing.rows import is_more, is_pager
from newscrawl.extract.listing.shapes import article_likeness, names_column, shape
from newscrawl.text.urls import host_of, is_attachment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Likeness = Callable[[str], float]

MAX_ROWS = 6_000  # rows of a page
_MOST_COLUMNS = 40  # a page has a dozen; one with thousands gives every row a name of its own
_ROWS_READ = 10  # rows of a column that are looked at for dates
_SAMPLE = 24  # links of a column that are looked at to judge it
_HIGHEST = 50  # levels from a lone link up to its row
_NEAR = 3  # levels above a row's parent whose headings are read
_INLINE = frozenset(
    {
        *("b", "strong", "font", "span", "em", "i", "u", "small", "big", "s", "center", "ins"),
        *("mark", "h1", "h2", "h3", "h4", "h5", "h6"),
    }
)
_STATE = frozenset(
    {
        *("active", "on", "cur", "current", "first", "last", "odd", "even", "hover", "selected"),
        *("new", "bg", "alt", "clearfix", "fl", "fr", "top"),
    }
)
_ARTICLE = 0.7  # likeness from which on an address is an article's, 0 to 1
_HINTED = 1.5  # how much more a column counts that the family's row selectors match
_NAMED = 2.5  # and one whose links bear the list's own name
_MONTHS = 0.05  # and one of a year's months: a list of bulletins, if there is no other
_AS_BEFORE = 3.0  # and so much more one all of whose links look like the rows of the pages before
_WORDS = re.compile(r"[a-z]+", re.ASCII)
_AROUND = {"nav": 4.0, "footer": 4.0, "header": 3.0, "aside": 1.5}
# Words of class and id names around what is no news list; how much each speaks against it.
_AGAINST = {
    **dict.fromkeys(("menu", "submenu", "nav", "navbar", "subnav", "topnav", "leftnav"), 3.0),
    **dict.fromkeys(("foot", "footer", "copyright", "bottom", "friend", "yqlj", "friendlink"), 3.0),
    **dict.fromkeys(("breadcrumb", "breadcrumbs", "crumb", "crumbs", "position", "weizhi"), 3.0),
    **dict.fromkeys(("pager", "pagination", "pages", "paging"), 1.5),
    **dict.fromkeys(("hot", "rank", "ranking", "related", "relate", "recommend", "tuijian"), 2.0),
    **dict.fromkeys(("side", "sidebar", "aside", "calendar", "rili", "tags", "tagcloud"), 1.5),
    **dict.fromkeys(("login", "search", "share", "banner", "slider", "swiper", "partner"), 1.5),
}
_HEADINGS_AGAINST = re.compile(
    r"热门|热点|热榜|排行|推荐|相关|猜你|点击榜|阅读榜|友情链接|快速(?:链接|通道)|栏目(?:导航|列表)"
    r"|本栏|最新(?:文章|更新|资讯)|related|popular|most (?:read|viewed)|recommended|trending",
    re.IGNORECASE,
)
_LISTS = ("ul", "ol", "dl", "table")
# Drupal's views-row and its like, where a row is a <div>.
_ROW_NAME = re.compile(r"(?:^|[\s_-])(?:row|item|entry|post)(?:$|\s)", re.IGNORECASE | re.ASCII)


@dataclass(slots=True)
class Column:
    """Links of one path; `height` is the number of steps from a link up to its row's element.

    `place` is that path: tags and names from the root down.
    """

    place: str
    links: list[Link]
    height: int = 0
    score: float = 0.0
    dated: float = 0.0
    against: float = 0.0
    rows: list[HtmlElement] = field(default_factory=list)


class Before(NamedTuple):
    """The rows of the pages before: the shapes of their addresses, and their columns' places.

    A list may spell its articles in two ways, and lead to other sites, where a box beside it spells
    all of its own in one. Its last page may have one row, and the box eight of the same kind.
    """

    shapes: Collection[str] = ()
    places: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class _Judge:
    """What columns are judged by; see `find_columns`."""

    likeness: Likeness
    hinted: Collection[HtmlElement]
    name: str
    shapes: Collection[str]
    boxes: dict[HtmlElement, float] = field(default_factory=dict)  # what their names say against

    def ranked(self, columns: Iterable[Column]) -> list[Column]:
        """Those that can be a list of articles, best first."""
        for column in columns:
            self._weigh(column)
        return sorted((one for one in columns if one.score > 0), key=lambda one: -one.score)

    def is_list(self, column: Column) -> bool:
        """Whether it can be a list of articles; how much it counts beside others is left open."""
        _lay_rows(column)
        _judge(column, self.likeness, self.boxes)
        return column.score > 0

    def _weigh(self, column: Column) -> None:
        if not self.is_list(column):
            return
        if self.hinted and any(row in self.hinted for row in column.rows[:3]):
            column.score *= _HINTED
        if self.name and _are_named(column.links[:_SAMPLE], self.name):
            column.score *= _NAMED
        if all(archived_month(link.text, link.url) for link in column.links[:_SAMPLE]):
            column.score *= _MONTHS
        if self.shapes:
            column.score *= 1 + _AS_BEFORE * _share_of(self.shapes, column.links[:_SAMPLE])


def find_columns(
    links: Iterable[Link],
    likeness: Likeness = article_likeness,
    hinted: Collection[HtmlElement] = (),
    name: str = "",
    before: Before = Before(),  # noqa: B008 - it cannot change
) -> list[Column]:
    """The page's columns, best first; those that cannot be a list of articles are left out.

    First of all come those that stand where the rows of the pages before did; where their
    addresses are known too, the others are no business of such a page. `hinted` are elements that
    the family's selectors of rows match, `name` what the page's address calls the list: links that
    bear it are more likely its own.
    """
    keys: dict[HtmlElement, str] = {}
    places = [(_path_key(link.element, keys), link) for link in links]
    judge = _Judge(likeness, hinted, name, before.shapes)
    here = _columns((one for one in places if one[0] in before.places), likeness)
    of_one_kind = len({column.place for column in here}) == len(here) > 0
    if before.shapes and of_one_kind and all(map(judge.is_list, here)):
        return here
    found = judge.ranked(here)
    if not (found and before.shapes):
        elsewhere = (one for one in places if one[0] not in before.places)
        found += judge.ranked(_columns(elsewhere, likeness))
    return found[:_MOST_COLUMNS]


def _columns(placed: Iterable[tuple[str, Link]], likeness: Likeness) -> list[Column]:
    """The links of each place, articles apart from the others between them."""
    groups: dict[tuple[bool, str], list[Link]] = defaultdict(list)
    for place, link in placed:
        groups[_looks_article(link.url, likeness), place].append(link)
    return [Column(place, one) for (_, place), group in groups.items() for one in _parted(group)]


def _parted(links: list[Link]) -> Iterator[list[Link]]:
    """Links in a row of their own each stay together; where several share a box, dated boxes do.

    Cells of a layout bear no names: the menu's links and the list's stand on one path then.
    """
    boxes: dict[HtmlElement | None, list[Link]] = defaultdict(list)
    for link in links:
        boxes[link.element.getparent()].append(link)
    if len(boxes) == 1 or len(boxes) * 2 > len(links):
        yield links
        return
    sides: dict[bool, list[Link]] = defaultdict(list)
    for box in boxes.values():
        first = box[:_ROWS_READ]
        sides[sum(_is_dated(link.element, 0) for link in first) * 2 > len(first)] += box
    yield from sides.values()


def _are_named(links: Sequence[Link], name: str) -> bool:
    """Whether the links bear the list's own name; those to other sites say nothing of it."""
    hosts = Counter(host_of(link.url) for link in links)
    host, count = hosts.most_common(1)[0]
    ours = (link.url for link in links if host_of(link.url) == host)
    return bool(host) and count * 2 > len(links) and all(names_column(url, name) for url in ours)


def _looks_article(url: str, likeness: Likeness) -> bool:
    """Whether a link is grouped with articles: apart from the category before each of them.

    Its own look counts beside the family's spelling: sites print static addresses of their own.
    """
    return bool(url) and max(likeness(url), article_likeness(url)) >= _ARTICLE


def _share_of(shapes: Collection[str], links: Sequence[Link]) -> float:
    return sum(shape(link.url) in shapes for link in links) / len(links)


def _path_key(element: HtmlElement, keys: dict[HtmlElement, str]) -> str:
    """Tags and classes from the root down, the inline ones left out; each element is read once."""
    chain: list[HtmlElement] = []
    at: HtmlElement | None = element
    while at is not None and at not in keys:
        chain.append(at)
        at = at.getparent()
    key = keys[at] if at is not None else ""
    for one in reversed(chain):
        if one.tag not in _INLINE:
            key = f"{key}/{one.tag}{_names_key(one)}"
        keys[one] = key
    return keys[element]


def _names_key(element: HtmlElement) -> str:
    if element.tag in ("a", "li", "tr", "td", "dd", "dt", "p"):
        return ""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return (
        "." + ".".join(w for w in _WORDS.findall(names)[:6] if w not in _STATE)
        if names.strip()
        else ""
    )


def _lay_rows(column: Column) -> None:
    """Find how far above its link the column's row element stands, and each link's row."""
    column.rows.clear()
    links = column.links
    chains = [_chain(link.element) for link in links]
    depths: Counter[int] = Counter()
    for left, right in zip(range(_SAMPLE * 4), range(1, len(chains)), strict=False):
        if links[left].url != links[right].url or not links[left].url:
            depths[_depth_of_parting(chains[left], chains[right])] += 1
    if depths:
        depth = depths.most_common(1)[0][0]
        deepest = max(depths)
        if deepest > depth and _are_cards(chains[: _SAMPLE * 4 + 1], depth, deepest):
            depth = deepest
    else:
        depth = len(chains[0]) - 1 - _lonely_height(links[0].element)
    column.height = max(len(chains[0]) - 1 - depth, 0)
    for chain in chains:
        row = chain[min(max(depth, 2), len(chain) - 1)]  # never <html> or <body>
        if not column.rows or column.rows[-1] is not row:
            column.rows.append(row)


def _are_cards(chains: Sequence[list[HtmlElement]], depth: int, deeper: int) -> bool:
    """Whether links that share a box on one level have dated or pictured ones of their own below.

    So in a gallery that has one card in most of its lines, and two in some.
    """
    shared = [
        chain
        for left, right in pairwise(chains)
        if left[depth : depth + 1] == right[depth : depth + 1]
        for chain in (left, right)
    ]
    return all(len(chain) - 1 > deeper and _is_card(chain[deeper]) for chain in shared)


def _is_card(box: HtmlElement) -> bool:
    return next(box.iter("img"), None) is not None or looks_dated(beginning_of(box, 400))


def _chain(element: HtmlElement) -> list[HtmlElement]:
    chain = [element, *element.iterancestors()]
    chain.reverse()
    return chain


def _depth_of_parting(left: list[HtmlElement], right: list[HtmlElement]) -> int:
    """How deep the ways from the root to two links part: there the rows of the list stand."""
    common = 0
    for a, b in zip(left, right, strict=False):
        if a is not b:
            break
        common += 1
    return common


def _lonely_height(element: HtmlElement) -> int:
    """A list of one row: the row is the nearest element that a row usually is."""
    for steps, one in enumerate((element, *islice(element.iterancestors(), _HIGHEST))):
        if one.tag in ("li", "tr", "dl", "article") or _ROW_NAME.search(one.get("class") or ""):
            return steps
        if one.tag in ("body", "ul", "table"):
            break
    return 1 if element.getparent() is not None else 0


def _judge(column: Column, likeness: Likeness, boxes: dict[HtmlElement, float]) -> None:
    links = column.links[:_SAMPLE]
    if all(map(is_pager, links)) or (all(map(is_more, links)) and not _stand_alone(column)):
        return
    urls = {link.url or link.href for link in column.links[: _SAMPLE * 4]}
    share = len(urls) / min(len(column.links), _SAMPLE * 4)
    rows = column.rows[:_ROWS_READ]
    column.dated = sum(_is_dated(row, column.height) for row in rows) / len(rows)
    article = sum(
        1.0 if link.url and is_attachment(link.url) else likeness(link.url) for link in links
    ) / len(links)
    width = sum(_width(max(link.text, link.title, key=len)) for link in links) / len(links)
    worth = 3 * column.dated + 1.5 * article + min(width / 40, 1.0)
    if column.dated < 0.5 and article < 0.5 and width < 16:
        return
    column.against = _against(column, boxes)
    column.score = (worth - column.against) * min(len(urls), 30) ** 0.6 * share


def _stand_alone(column: Column) -> bool:
    """Whether the rows hold no link but the column's: a title that is none stands beside it."""
    return all(
        len({one.get("href") for one in row.iter("a")}) == 1 for row in column.rows[:_ROWS_READ]
    )


def _is_dated(row: HtmlElement, height: int) -> bool:
    if looks_dated(beginning_of(row, 400)) or next(row.iter("time"), None) is not None:
        return True
    if height > 1:
        return False
    beside = (row.tail, _sibling_text(row, row.getnext()), _sibling_text(row, row.getprevious()))
    return any(looks_dated(text[:120]) for text in beside if text)


def _sibling_text(row: HtmlElement, other: HtmlElement | None) -> str:
    if other is None or not isinstance(other.tag, str) or other.tag == row.tag == "li":
        return ""
    if next(other.iter("a"), None) is not None:
        return ""  # a row of its own, or a list
    return f"{text_of(other)[:60]} {other.tail or ''}"


def _width(text: str) -> int:
    return sum(2 if character > "\u2e7f" else 1 for character in text[:80])


def _against(column: Column, boxes: dict[HtmlElement, float]) -> float:
    """What the names and headings around the column say against it."""
    above = column.rows[0].getparent()
    if above is None:
        return 0.0
    near = (above, *islice(above.iterancestors(), _NEAR))
    headed = any(_HEADINGS_AGAINST.search(heading_before(one)) for one in near)
    return max(_named_against(above, boxes), 3.0 if headed else 0.0)


def _named_against(element: HtmlElement, known: dict[HtmlElement, float]) -> float:
    """What the names of an element and of those above it say; each is asked once."""
    chain: list[HtmlElement] = []
    at: HtmlElement | None = element
    while at is not None and at not in known:
        chain.append(at)
        at = at.getparent()
    weight = known[at] if at is not None else 0.0
    for one in reversed(chain):
        names = f"{one.get('class') or ''} {one.get('id') or ''}".lower()
        words = (_AGAINST.get(word, 0.0) for word in _WORDS.findall(names))
        weight = max((weight, _AROUND.get(str(one.tag), 0.0), *words))
        known[one] = weight
    return weight


def heading_before(element: HtmlElement) -> str:
    """The short text that stands just above a list: its heading."""
    before = element.getprevious()
    if before is None or not isinstance(before.tag, str):
        return ""
    if next(before.iter(*_LISTS), None) is not None:
        return ""  # a box beside it, with a list of its own that a script may fill
    text = text_of(before)
    return text if len(text) <= 24 else ""
