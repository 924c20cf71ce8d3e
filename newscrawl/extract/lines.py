"""A page as its lines: one pass over the tree, one `Line` for each run of text between blocks.

Everything about an article is decided on lines (title, byline, where the body starts and ends), so
nested tables, ``<br>``-separated text and custom elements are read like paragraphs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal

from newscrawl.text.labels import BOUNDARY, LABEL_AHEAD, Labelled, split_labels

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LineKind = Literal["text", "image"]

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "textarea",
        "input",
        "button",
        "map",
        "area",
        "link",
        "meta",
        "base",
        "title",
        "frameset",
        "noframes",
        "xml",
        "datalist",
        "math",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "legend",
        "br",
    ]
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
_SOFT_BREAK = re.compile(rf"(?<={_CJK})[ \t\r\f]*\n\s*(?={_CJK})(?!{LABEL_AHEAD})", re.IGNORECASE)
_BLANKS = re.compile(r"[\s\u200b\ufeff\u00ad\u2060]+")
_MARKED_LIMIT = 600
_WRITES = re.compile(
    r"""document\.write(?:ln)?\(\s*("[^"\n]*"|'[^'\n]*')?\s*([A-Za-z_$][\w$]*)?\s*\)"""
)
_TAGS = re.compile(r"<[^>]*>")
_SCRIPT_LIMIT = 3000
_PART = re.compile(r"[-_]+")
_MOST_PARTS = 4
_WRITTEN_LIMIT = 120
_BEHIND_SCOPE = 16


@dataclass(slots=True)
class Line:
    """One run of text (or one image) and where it stands.

    `links` counts the characters inside <a>; `marked` is the text with `BOUNDARY` where an inline
    element begins or ends (short lines only); `row` and `table` are set inside tables.
    """

    text: str
    marked: str
    element: HtmlElement
    links: int = 0
    kind: LineKind = "text"
    heading: int = 0
    item: bool = False
    quote: bool = False
    caption: bool = False
    bold: bool = False
    noise: str | None = None
    hidden: bool = False
    row: HtmlElement | None = None
    table: HtmlElement | None = None
    node: HtmlElement | None = None
    _labels: tuple[Labelled, ...] | None = None

    @property
    def labels(self) -> tuple[Labelled, ...]:
        """The byline labels printed in the line (short lines only), read once."""
        if self._labels is None:
            self._labels = split_labels(self.marked) if len(self.text) <= _MARKED_LIMIT else ()
        return self._labels

    @property
    def own(self) -> int:
        """Characters outside links."""
        return len(self.text) - self.links


@dataclass(slots=True)
class PageLines:
    """The lines of a page and, for each element that matters, the range of lines it holds."""

    lines: list[Line] = field(default_factory=list)
    spans: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)

    def of(self, element: HtmlElement) -> tuple[int, int]:
        """The half-open range of line numbers inside an element."""
        return self.spans.get(element, (0, 0))


@dataclass(slots=True)
class _Frame:
    """What an element hands down to everything inside it."""

    element: HtmlElement
    children: Iterator[HtmlElement]
    block: HtmlElement
    first: int = 0
    in_link: bool = False
    heading: int = 0
    item: bool = False
    quote: bool = False
    caption: bool = False
    bold: bool = False
    noise: str | None = None
    hidden: bool = False
    row: HtmlElement | None = None
    table: HtmlElement | None = None


def tidy(text: str) -> str:
    """One line of text: a source line break between Chinese characters is no blank.

    Before a label it is one: ``来源：某报`` and ``作者：某人`` on two source lines are two fields.
    """
    return _BLANKS.sub(" ", _SOFT_BREAK.sub("", text)).strip()


def written_by(script: str | None) -> str | None:
    """What a small inline script writes into the page: `var d='2023-02-13'; document.write(d)`.

    Only string literals, directly or through one variable of the same script; nothing is run.
    """
    if not script or len(script) > _SCRIPT_LIMIT or "document.write" not in script:
        return None
    texts = []
    for literal, name in _WRITES.findall(script):
        value = literal[1:-1] if literal else None
        if name:
            known = re.search(rf"\b{re.escape(name)}\s*=\s*(\"[^\"\n]*\"|'[^'\n]*')", script)
            value = known[1][1:-1] if known else None
        if value and len(value) <= _WRITTEN_LIMIT:
            texts.append(_TAGS.sub(" ", value))
    return " ".join(dict.fromkeys(texts)) or None


class _Builder:
    def __init__(self) -> None:
        self.page = PageLines()
        self.pieces: list[str] = []
        self.links = 0
        self.bold = 0
        self.last = sys.maxsize

    def add(self, text: str | None, frame: _Frame) -> None:
        if text:
            self.pieces.append(text)
            if frame.in_link:
                self.links += len(text.strip())
            if frame.bold:
                self.bold += len(text.strip())

    def flush(self, frame: _Frame) -> None:
        if not self.pieces:
            return
        marked = "".join(self.pieces)
        links, bold = self.links, self.bold
        self.pieces.clear()
        self.links = self.bold = 0
        text = tidy(marked.replace(BOUNDARY, "")) if BOUNDARY in marked else tidy(marked)
        if not text:
            return
        short = tidy(marked) if len(text) <= _MARKED_LIMIT and BOUNDARY in marked else text
        line = _line(text, short, frame)
        line.links = min(links, len(text))
        line.bold = bold * 10 >= len(text) * 8
        self.page.lines.append(line)

    def image(self, element: HtmlElement, frame: _Frame) -> None:
        """Place an image behind the text before it; text goes on in a new line."""
        self.flush(frame)
        line = _line("", "", frame)
        line.kind, line.node = "image", element
        self.page.lines.append(line)


def _line(text: str, marked: str, frame: _Frame) -> Line:
    return Line(
        text,
        marked,
        frame.block,
        heading=frame.heading,
        item=frame.item,
        quote=frame.quote,
        caption=frame.caption,
        noise=frame.noise,
        hidden=frame.hidden,
        row=frame.row,
        table=frame.table,
    )


def read_lines(
    root: HtmlElement,
    *,
    scope: HtmlElement | None = None,
    skip: Collection[HtmlElement] = frozenset(),
) -> PageLines:
    """Flatten a page. Linear in its size, no recursion.

    With a `scope` nothing before that element is read, and few lines behind it. Elements in `skip`
    are passed over as if they were not there.
    """
    builder = _Builder()
    page = builder.page
    path = _path_to(scope)
    stack = [_Frame(root, _children(root, path), root)]
    builder.add(root.text, stack[0])
    while stack:
        frame = stack[-1]
        child = next(frame.children, None)
        if child is None:
            if frame.element is scope:
                builder.last = len(page.lines) + _BEHIND_SCOPE
            _leave(builder, stack)
            continue
        if len(page.lines) > builder.last:
            frame.children = iter(())
            continue
        tag = child.tag
        if not isinstance(tag, str) or tag in SKIPPED or child in skip:
            if tag == "script":
                builder.add(written_by(child.text), frame)
            builder.add(child.tail, frame)
        elif tag == "br":
            builder.flush(frame)
            builder.add(child.tail, frame)
        elif tag == "img":
            builder.image(child, frame)
            builder.add(child.tail, frame)
        else:
            below = _enter(builder, frame, child, tag)
            if child in path:
                below.children = _children(child, path)
            below.first = len(page.lines)
            stack.append(below)
            builder.add(child.text, below)
    count = len(page.lines)
    page.spans = {
        e: (first, min(last, count)) for e, (first, last) in page.spans.items() if first < count
    }
    return page


def _path_to(scope: HtmlElement | None) -> dict[HtmlElement, HtmlElement]:
    """Each element around `scope` with its child on the way there."""
    path: dict[HtmlElement, HtmlElement] = {}
    while scope is not None and (parent := scope.getparent()) is not None:
        path[parent] = scope
        scope = parent
    return path


def _children(
    element: HtmlElement, path: Mapping[HtmlElement, HtmlElement]
) -> Iterator[HtmlElement]:
    step = path.get(element)
    return iter(element) if step is None else chain((step,), step.itersiblings())


def _enter(builder: _Builder, frame: _Frame, child: HtmlElement, tag: str) -> _Frame:
    block = tag in BLOCKS
    if block:
        builder.flush(frame)
    else:
        builder.pieces.append(BOUNDARY)
    style = child.get("style")
    return _Frame(
        child,
        iter(child),
        child if block else frame.block,
        in_link=frame.in_link or tag == "a",
        heading=HEADINGS.get(tag, frame.heading),
        item=frame.item or tag in ("li", "dd"),
        quote=frame.quote or tag == "blockquote",
        caption=frame.caption or tag == "figcaption",
        bold=frame.bold or tag in ("b", "strong", "h1", "h2", "h3", "h4"),
        noise=None
        if tag in ("article", "main") and frame.noise in _OUTER
        else frame.noise or noise_of(tag, child.get("class"), child.get("id"), child.get("role")),
        hidden=frame.hidden
        or child.get("hidden") is not None
        or child.get("aria-hidden") == "true"
        or bool(style and _HIDDEN.search(style)),
        row=child if tag == "tr" else frame.row,
        table=child if tag == "table" else frame.table,
    )


def _leave(builder: _Builder, stack: list[_Frame]) -> None:
    frame = stack.pop()
    element = frame.element
    if frame.block is element:
        builder.flush(frame)
    else:
        builder.pieces.append(BOUNDARY)
    last = len(builder.page.lines)
    if last > frame.first or builder.pieces:
        builder.page.spans[element] = (
            frame.first,
            last + (1 if any(map(str.strip, builder.pieces)) and frame.block is not element else 0),
        )
    if stack:
        builder.add(element.tail, stack[-1])


# Tags and names of what stands around an article, never in it; seen on institutes, portals and
# newspapers alike. A whole name counts, and the first and last part of a compound one for `_PARTS`.
_NOISE_TAGS = {
    "nav": "nav",
    "footer": "footer",
    "aside": "aside",
    "menu": "nav",
    "dialog": "dialog",
}
_NOISE_NAMES = {
    "nav": "nav navbar navigation menu submenu topnav mainnav crumb crumbs breadcrumb breadcrumbs sitemap",
    "footer": "footer foot copyright bottom",
    "share": "share sharing social bshare bdsharebuttonbox jiathis sharebox bdshare fenxiang addthis addtoany share-buttons social-share",
    "related": "related relate relevant recommend recommended recommendation hotnews hotlist xgxx xgwz xglj readmore related-articles "
    "more-news teaser teasers promo rdwz",
    "comment": "comment comments commentlist disqus reply replies pinglun respond",
    "tools": "toolbar tools print printpage pageturn prevnext prev-next pager pagination pagelink paging fontsize font-size qrcode ewm erweima",
    "ad": "ad ads advert advertisement adsense banner sponsor sponsored guanggao",
    "form": "login search searchbox subscribe newsletter signup cookie consent popup modal onetrust-consent-sdk",
    "aside": "sidebar side-bar rightside",
    "logo": "logo site-name site-title brand navbar-brand",
}
_PARTS = frozenset(
    [
        "nav",
        "footer",
        "share",
        "sharing",
        "related",
        "comment",
        "comments",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "newsletter",
        "recommend",
        "recommended",
        "recommendations",
        "onetrust",
        "cookie",
        "advert",
        "advertisement",
    ]
)
_REASON = {name: reason for reason, names in _NOISE_NAMES.items() for name in names.split()}
_REASON.update(recommendations="related", onetrust="form")
_NEVER_NOISE = frozenset(
    [
        "html",
        "body",
        "p",
        "span",
        "font",
        "td",
        "tr",
        "tbody",
        "table",
        "form",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "strong",
        "b",
        "em",
        "i",
        "a",
    ]
)
# Names of wrappers round a whole page ("sidebar-right", "popup-root"): the article in it is none.
_OUTER = frozenset(("aside", "form", "ad", "share", "related", "tools"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog"))


@lru_cache(maxsize=8192)
def noise_of(tag: str, classes: str | None, ident: str | None, role: str | None) -> str | None:
    """Why an element is not article text, or None. Judged by its tag and its names only."""
    if tag in _NOISE_TAGS:
        return _NOISE_TAGS[tag]
    if role in _ROLES:
        return "nav"
    if tag in _NEVER_NOISE:
        return None
    for name in f"{classes or ''} {ident or ''}".lower().split():
        if name in _REASON:
            return _REASON[name]
        parts = _PART.split(name)
        for part in (parts[0], parts[-1]):
            if part in _PARTS and len(parts) <= _MOST_PARTS:
                return _REASON[part]
    return None
