"""What the paging rules look at: one page, its links, and what it declares of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml import etree

from newscrawl.extract.document import Document
from newscrawl.extract.listing.anchors import Link, chunks_of, spaced_text_of, squeeze, text_of
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager_calls import PagerCall, parse_call
from newscrawl.extract.listing.scripts import Scripts, block, members

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Answer = TypeVar("Answer")
_JSON = ("Content-Type", "application/json")


@dataclass(frozen=True)
class Pager:
    """One listing page as its pager sees it.

    `rows` are the addresses of the page's own rows, `days` those of the rows in their order, "" for
    one without, `posted` is what was sent to get the page.
    """

    document: Document
    links: Sequence[Link]
    scripts: Scripts
    rows: frozenset[str] = frozenset()
    posted: bytes = b""
    days: tuple[str, ...] = ()
    _answers: dict[Callable[[Pager], Any], Any] = field(default_factory=dict, compare=False)
    _others: dict[str, str | None] = field(default_factory=dict, compare=False)

    def answer(self, question: Callable[[Pager], Answer]) -> Answer:
        """The answer to a question that several rules have about the page; it is asked once."""
        if question not in self._answers:
            self._answers[question] = question(self)
        known: Answer = self._answers[question]
        return known

    @property
    def url(self) -> str:
        """The address the page was fetched from, without its fragment."""
        return self.document.url.partition("#")[0]

    @cached_property
    def html(self) -> str:
        """The page's text as served."""
        return self.document.decoded.text

    @cached_property
    def call(self) -> PagerCall | None:
        """The page's `createPageHTML` call."""
        return parse_call(self.html, self.url)

    @cached_property
    def declared(self) -> Totals:
        """Page and item counts printed on the page."""
        return declared_totals(self)

    @cached_property
    def buttons(self) -> list[Link]:
        """What is no link and calls a script of the page: buttons, boxes of a pager."""
        clicked = islice(cast("list[Any]", _CLICKED(self.document.root)), _MOST_BUTTONS)
        found = (one for one in clicked if not _is_large(one))
        return [Link(one, "", "", text_of(one), squeeze(one.get("title")), 0) for one in found]

    @cached_property
    def forms(self) -> Sequence[HtmlElement]:
        """The page's forms; one within another is a part of it, as in browsers."""
        forms = islice(self.document.root.iter("form"), 10 * _MOST_FORMS)
        outer = (one for one in forms if next(one.iterancestors("form"), None) is None)
        return tuple(islice(outer, _MOST_FORMS))

    @cached_property
    def posted_form(self) -> tuple[tuple[str, str], ...]:
        """The fields that were posted as a form."""
        if self.posted[:1] in (b"{", b"["):
            return ()
        return tuple(parse_qsl(self.posted.decode("utf-8", "replace"), keep_blank_values=True))

    @cached_property
    def posted_json(self) -> dict[str, object]:
        """The fields that were posted as JSON."""
        try:
            found = json.loads(self.posted) if self.posted[:1] == b"{" else {}
        except ValueError:
            found = {}
        return found if isinstance(found, dict) else {}

    @cached_property
    def asked(self) -> dict[str, str]:
        """Every field of the request that gave the page: of its address and of what was posted."""
        given = dict(parse_qsl(urlsplit(self.url).query, keep_blank_values=True))
        posted = {name: str(value) for name, value in self.posted_json.items()}
        return {**given, **dict(self.posted_form), **posted}

    def again(self, name: str, value: int, rule: str) -> NextPage:
        """The same request with another value in one field, by the way that field came."""
        if name in self.posted_json:
            content = json.dumps({**self.posted_json, name: value}, ensure_ascii=False)
            return NextPage(
                url=self.url, rule=rule, method="POST", content=content, headers=(_JSON,)
            )
        if name in dict(self.posted_form):
            form = tuple((key, str(value) if key == name else old) for key, old in self.posted_form)
            return NextPage(url=self.url, rule=rule, method="POST", form=form)
        return NextPage(url=with_parameter(self.url, name, str(value)), rule=rule)

    def is_here(self, url: str) -> bool:
        """Whether `url` is the page itself under any of its spellings of page one."""
        # Most end otherwise, which is seen in a tenth of the time.
        return _end(url) == self._own_end and _bare(url) == _bare(self.url)

    @cached_property
    def _own_end(self) -> str:
        return _end(self.url)

    def other(self, href: str | None) -> str | None:
        """`href` as the address of another page of this listing, or None where it is none."""
        if href is None:
            return None
        if href not in self._others:  # each rule asks for each of the page's links
            self._others[href] = self._other(href)
        return self._others[href]

    def _other(self, href: str) -> str | None:
        lean = href.strip()
        if not lean or lean.startswith("#") or lean.lower().startswith(("javascript:", "mailto:")):
            return None
        url = self.document.absolute(lean)
        if url is None or not url.lower().startswith(("http://", "https://")):
            return None
        url = url.partition("#")[0]
        return None if self.is_here(url) or url in self.rows else url


@dataclass(frozen=True, slots=True)
class Totals:
    """What the page says of itself: pages, items, items a page, and which page this is.

    `from_zero`: the pager's script counts pages from zero; `current` counts from one all the same.
    """

    pages: int | None = None
    items: int | None = None
    current: int | None = None
    per_page: int | None = None
    from_zero: bool = False

    @property
    def page_count(self) -> int | None:
        """The stated pages, or those that the stated items make."""
        if self.pages or not self.items or not self.per_page:
            return self.pages
        return -(-self.items // self.per_page)


def with_parameter(url: str, name: str, value: str) -> str:
    """`url` with one query parameter set, the others left as they are."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if any(key == name for key, _ in pairs):
        pairs = [(key, value if key == name else old) for key, old in pairs]
    else:
        pairs.append((name, value))
    return urlunsplit(parts._replace(query=urlencode(pairs)))


def _end(url: str) -> str:
    """The last characters, by which most addresses differ."""
    return url.partition("://")[2].rstrip("?")[-8:].lower()


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc.lower()}{parts.path}?{parts.query}"


# Each seen: VSB "共52条 1/11", Dede "共N页N条", counters in scripts.
_PAGES = (
    re.compile(r"共\s*(?:有|计)?\s*(\d{1,6})\s*[页頁]"),
    re.compile(r"总\s*页数\s*[:：]?\s*(\d{1,6})"),
    # 共 52 条，6 页
    re.compile(
        r"\d\s*(?:条|篇|项)(?:记录|信息|新闻)?[\s,，、;；]{1,3}[共分]?\s*(\d{1,6})\s*页(?!码)"
    ),
    re.compile(r"(?:第|当前)?\s*\d{1,6}\s*页?\s*/\s*共?\s*(\d{1,6})\s*页"),
    re.compile(r"\bpage\s+\d{1,6}\s+of\s+(\d{1,6})(?!\d)", re.IGNORECASE),
    re.compile(r"(?:^|[\s(（条页])\d{1,5}\s*/\s*(\d{1,5})(?=$|[\s)）页])"),
)
_ITEMS = (
    re.compile(r"共\s*(?:有|计)?\s*(\d{1,8})\s*(?:条|篇|个(?:记录|结果)|项|则)"),
    re.compile(r"总\s*(?:条|记录|计)数?\s*[:：]?\s*(\d{1,8})"),
    re.compile(r"页\s*(\d{1,8})\s*条"),
    re.compile(r"(?<!页)(?<!页 )(?<!示)(?<!示 )\b(\d{1,8})\s*条(?!/)"),
    re.compile(r"\bof\s+(\d{1,8})\s+(?:results|items|entries)\b", re.IGNORECASE),
)
_CURRENT = (
    re.compile(r"第\s*(\d{1,6})\s*[页頁]"),
    re.compile(r"当前(?:第|页)?\s*[:：]?\s*(\d{1,6})"),
    re.compile(r"\bpage\s+(\d{1,6})\s+of\s+\d", re.IGNORECASE),
    re.compile(r"(?:^|[\s(（条页])(\d{1,5})\s*/\s*\d{1,5}(?=$|[\s)）页])"),
)
_PER_PAGE = (re.compile(r"每页\s*(\d{1,4})\s*(?:条|篇|个)?"),)
_SCRIPT_PAGES = re.compile(
    r"(?:count_?page|page_?count|total_?pages?|max_?page_?num\w*|all_?pages?|totalPageNum)['\"]?\s*[=:]\s*['\"]?(\d{1,6})\b",
    re.IGNORECASE,
)
_SCRIPT_ITEMS = re.compile(
    r"(?:total_?(?:record|count|num|rows?)|record_?count|totalSize)['\"]?\s*[=:]\s*['\"]?(\d{1,8})\b",
    re.IGNORECASE,
)
_FIRST_ARGUMENT = re.compile(r"\(\s{0,9}['\"]?(\d{1,8})['\"]?\s{0,9},")
_PAGER_CALL = re.compile(
    r"(?:page|paging|pagination|paginator)\w{0,12}(?:\.\w{1,20})?\s{0,9}\(\s{0,9}(?:[^{}()]{0,80},)?\s{0,9}\{",
    re.IGNORECASE,
)
_PAGER_FIELDS = {
    "pages": ("pages", "pagecount", "totalpage", "totalpages", "total_page", "totalpagenum"),
    "items": ("count", "total", "totalcount", "totaldata", "totalrecord", "items", "totalsize"),
    "current": ("curr", "current", "currentpage", "pageno", "pagenum", "pageindex", "currpage"),
    "per_page": (
        "items_per_page",
        "limit",
        "pagesize",
        "showdata",
        "itemsonpage",
        "perpage",
        "size",
    ),
}
_PAGER_CLASSES, _PAGER_IDS = ("pag", "Page", "p_t", "fanye"), ("page", "Page", "fanye")
_MOST_FORMS = 100
_MOST_PARTS = 2_000  # elements of a pager, which has some dozens
_MOST_PAGERS = 40
_MOST_BUTTONS = 200
_CLICKED = etree.XPath("/descendant::*[@onclick][not(self::a)]")
_MOST_CHUNKS = 40  # text nodes of a pager: twenty links with what stands between them
# Paths name their axis: `//` makes libxml2 collect every node first and look at each one then.
_COUNTED_TEXT = etree.XPath(
    "/descendant::body/descendant::text()[contains(.,'页') or contains(.,'条')]"
    "[not(ancestor::script or ancestor::style or ancestor::a)]"
)


def declared_totals(pager: Pager) -> Totals:
    """Totals printed in or near the pager, else in a script."""
    texts = _pager_texts(pager)
    by_class = _class_totals(pager)
    call = pager.call
    if call:
        return Totals(
            pages=call.pages, items=call.items or _first(_ITEMS, texts), current=call.page
        )
    called = _called_totals(pager)
    return Totals(
        pages=by_class.pages
        or _first(_PAGES, texts)
        or _in_scripts(_SCRIPT_PAGES, ("page",), pager)
        or called.pages,
        items=by_class.items
        or _first(_ITEMS, texts)
        or _in_scripts(_SCRIPT_ITEMS, ("total", "record"), pager)
        or called.items,
        current=by_class.current or _first(_CURRENT, texts) or called.current,
        per_page=by_class.per_page or _first(_PER_PAGE, texts) or called.per_page,
        from_zero=called.from_zero,
    )


def _called_totals(pager: Pager) -> Totals:
    """What a script's pager is drawn with: laypage.render({count: 23, limit: 10, curr: 1})."""
    script = pager.scripts.text if "pag" in pager.scripts.lower else ""
    for call in islice(_PAGER_CALL.finditer(script), 8):
        told = members(block(script, call.end(), "{", "}"), pager.scripts.variables)
        lean = {name.lower(): value for name, value in told.items() if isinstance(value, int)}
        first = _FIRST_ARGUMENT.search(call[0])  # jQuery pagination(items, {...})
        if first:
            lean.setdefault("count", int(first[1]))
        zero = lean.get("current_page")  # jQuery's again
        current = _told(lean, "current") if zero is None else zero + 1
        found = Totals(
            pages=_told(lean, "pages"),
            items=_told(lean, "items"),
            current=current,
            per_page=_told(lean, "per_page"),
            from_zero=zero is not None,
        )
        if found.page_count:
            return found
    return Totals()


def _told(fields: Mapping[str, int], what: str) -> int | None:
    return next((fields[name] for name in _PAGER_FIELDS[what] if name in fields), None)


def _class_totals(pager: Pager) -> Totals:
    """WebPlus prints each number in an element named for it."""
    found: dict[str, int] = {}
    names = ("all_pages", "all_count", "curr_page", "per_count")
    for name in (name for name in names if name in pager.html):
        for one in pager.document.select(f".{name}")[:1]:
            digits = re.search(r"\d{1,8}", text_of(one))
            if digits:
                found[name] = int(digits[0])
    return Totals(
        pages=found.get("all_pages"),
        items=found.get("all_count"),
        current=found.get("curr_page"),
        per_page=found.get("per_count"),
    )


def _pager_texts(pager: Pager) -> list[str]:
    """Short texts that may hold totals: the pager's own, then any short line with 页 or 条."""
    # A blank between elements: "Page 1 of 4" before the links 1, 2, 3 is no page of 41,234.
    named = islice(_named_pagers(pager.document.root), _MOST_PAGERS)
    texts = [spaced_text_of(one) for one in named if not _is_large(one)]
    counted = "页" in pager.html or "条" in pager.html
    found = cast("list[Any]", _COUNTED_TEXT(pager.document.root))[:60] if counted else ()
    lines = [squeeze(one) for one in found]
    parents = [text for text in lines if len(text) < 60]
    boxes = dict.fromkeys(box for one in found if (box := _box_of(one)) is not None)
    around = [text for box in boxes if (text := _text_within(box))]
    return [text for text in texts if len(text) < 400] + parents + around


def _is_large(box: HtmlElement) -> bool:
    """Whether there is more in an element than in any pager."""
    return next(islice(box.iter(), _MOST_PARTS, None), None) is not None


def _named_pagers(root: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that call themselves a pager.

    Asked in Python: XPath makes a set of each attribute and an object of each of a dozen answers.
    """
    for element in root.iter("*"):
        names, name = element.get("class"), element.get("id")
        if (names and _is_pagers_class(names)) or (name and _is_pagers_id(name)):
            yield element


@lru_cache(maxsize=4096)  # a page repeats its names, and a site's pages do
def _is_pagers_class(names: str) -> bool:
    return any(one in names for one in _PAGER_CLASSES)


@lru_cache(maxsize=4096)
def _is_pagers_id(name: str) -> bool:
    return any(one in name for one in _PAGER_IDS)


def _box_of(text: Any) -> HtmlElement | None:
    """The element that a text node shares with other elements: 共<b>52</b>条."""
    element = text.getparent()
    box = element.getparent() if text.is_tail else element
    return box if box is not None and len(box) else None


def _text_within(box: HtmlElement) -> str:
    """The text of an element that may be a pager: "" of one that holds more than a pager does."""
    chunks = [chunk for _, chunk in islice(chunks_of(box), _MOST_CHUNKS + 1)]
    text = squeeze(" ".join(chunks)) if len(chunks) <= _MOST_CHUNKS else ""
    return text if len(text) < 120 else ""


def _first(patterns: Sequence[re.Pattern[str]], texts: Sequence[str]) -> int | None:
    for pattern in patterns:
        for text in texts:
            found = pattern.search(text)
            if found:
                return int(found[1])
    return None


def _in_scripts(pattern: re.Pattern[str], words: Sequence[str], pager: Pager) -> int | None:
    """The number that a script gives, under a name that has one of the words in it."""
    if not any(word in pager.scripts.lower for word in words):
        return None
    found = pattern.search(pager.scripts.text)
    return int(found[1]) if found and int(found[1]) else None
