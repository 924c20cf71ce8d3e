"""Everything on a page that leads somewhere, in document order: links and scripted rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, cast

from lxml import etree

from newscrawl.extract.document import Document
from newscrawl.extract.listing.scripts import Scripts
from newscrawl.text.urls import BadHref
from newscrawl.text.urls import resolve as join

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_LINKS = 6_000  # a listing has a few hundred; a page of 200,000 is a trap or a site map
_UNSEEN_SPACES = "\u200b\ufeff"  # which `split` takes for letters
_QUOTED = re.compile(r"""['"]([^'"\s]{2,})['"]""")
_GOES = re.compile(
    r"""(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\s*\(|open\s*\()\s*['"]([^'"]+)['"]""",
    re.IGNORECASE,
)
_PATHLIKE = re.compile(
    r"[/?]|\.(?:s?html?|jhtml|aspx?|jsp|php|psp|pdf|docx?|xlsx?)\b", re.IGNORECASE
)
# Links, and the rows of lists, that stand in one another hold the same text again and again: of
# each the first pieces are read, and in a large page of too many levels those on the upper ones.
_PIECES = 300  # pieces of text of a link or a row, which have a dozen
_INDENTED = 16  # characters of a page's source to one that is seen, at the most
_LARGE = 65_536  # characters of a page whose elements are counted
_STEPS = 5_000_000  # elements on all levels together: a twentieth of a second
_NESTED = 1_000_000  # the same of links in links, whose texts are gathered
_COUNT = etree.XPath("count(descendant-or-self::*)")
_NOT_TEXT = ("script", "style", "noscript", "template")
# Asked of libxml2: most elements of a page lead nowhere.
_MAY_LEAD = etree.XPath(
    "/descendant-or-self::*[self::a or self::area or @onclick or @data-url or @data-href]"
)
# The last one is eportal's.
_ADDRESS_ATTRIBUTES = ("data-url", "data-href", "data-link", "url", "link", "tagname")


@dataclass(slots=True, eq=False)
class Link:
    """One way out: `url` is absolute, or "" where it cannot be followed (`reason` says why).

    `printed` is the title that it prints, once somebody asked for that (`rows.printed_title`).
    """

    element: HtmlElement
    href: str
    url: str
    text: str
    title: str
    order: int
    reason: str = ""
    printed: str | None = None


def squeeze(text: str | None) -> str:
    """`text` with every run of white space (full-width and no-break too) as one blank."""
    if not text or text.isalnum():  # most of what menus say
        return text or ""
    if text.isprintable() and " " not in text:  # no other white space is printable
        return text
    for space in _UNSEEN_SPACES:
        text = text.replace(space, " ")
    return " ".join(text.split())


def text_of(element: HtmlElement, most: int | None = _PIECES) -> str:
    """The element's visible text, squeezed: that of its first pieces, or of all (None)."""
    if len(element) == 0:
        return squeeze(element.text) if element.tag not in _NOT_TEXT else ""
    return squeeze("".join(texts_of(element, most)))


def spaced_text_of(element: HtmlElement) -> str:
    """All its text, a blank between what stands in different elements: boxes beside each other."""
    return squeeze(" ".join(texts_of(element, None)))


def beginning_of(element: HtmlElement, most: int) -> str:
    """The first characters of that; boxes in each other have text by the megabyte."""
    left, texts = most * _INDENTED, []
    for text in islice(_texts(element), _PIECES):
        texts.append(text[:left])
        left -= len(text)
        if left <= 0:
            break
    return squeeze(" ".join(texts))[:most]


def texts_of(element: HtmlElement, most: int | None = _PIECES) -> list[str]:
    """The first text nodes inside `element`, or all of them (None); scripts left out."""
    return list(islice(_texts(element), most))


def _texts(element: HtmlElement) -> Iterator[str]:
    if next(element.iter(*_NOT_TEXT), None) is None:
        return cast("Iterator[str]", element.itertext())
    return (chunk for _, chunk in chunks_of(element))


def chunks_of(
    element: HtmlElement, closed: Collection[HtmlElement] = ()
) -> Iterator[tuple[HtmlElement, str]]:
    """The text nodes inside `element` with the element each stands in; scripts left out.

    One "" stands for each of those elements that are to be left `closed`.
    """
    # A stack, not recursion: hostile pages nest thousands of elements deep.
    around: list[tuple[HtmlElement | None, Iterator[HtmlElement]]] = []
    parent, children = None, iter((element,))
    while True:
        for child in children:
            inside: list[HtmlElement] = []
            if isinstance(child.tag, str) and child.tag not in _NOT_TEXT:
                if closed and child in closed:
                    yield child, ""
                else:
                    if child.text:
                        yield child, child.text
                    inside = child[:]
            if inside:
                around.append((parent, children))
                parent, children = child, iter(inside)
                break
            if child.tail and parent is not None:
                yield parent, child.tail
        else:
            if parent is None:
                return
            tail, (parent, children) = parent.tail, around.pop()
            if tail and parent is not None:
                yield parent, tail


def collect_links(document: Document, scripts: Scripts) -> tuple[list[Link], bool]:
    """The page's links in document order, and whether there are more than are read.

    `scripts` are those of the page that `document`, or the page around it, calls.
    """
    links: list[Link] = []
    reach = _levels_in_reach(document)
    leading = cast("list[HtmlElement]", _MAY_LEAD(document.root))
    stands = _Stands(frozenset(leading)) if reach else None
    for element in leading:
        href = _printed_address(element, scripts)
        if href is None or (reach and stands and not stands.within(element, reach)):
            continue
        if len(links) >= MAX_LINKS:
            return links, True
        links.append(_link(document, element, href, len(links)))
    return links, False


def _levels_in_reach(document: Document) -> tuple[int, int] | None:
    """The levels of a page's tree on which links are taken, and links in links; None: all."""
    if len(document.decoded.text) < _LARGE:
        return None
    count = _COUNT(document.root)
    return (_STEPS // int(count), _NESTED // int(count)) if isinstance(count, float) else None


class _Stands:
    """How deep elements stand, and in how many links; each element above is looked at once."""

    def __init__(self, links: frozenset[HtmlElement]) -> None:
        self._links = links
        self._known: dict[HtmlElement, tuple[int, int]] = {}

    def within(self, element: HtmlElement, reach: tuple[int, int]) -> bool:
        """Whether an element stands no deeper than that."""
        chain: list[HtmlElement] = []
        at: HtmlElement | None = element
        while at is not None and at not in self._known:
            chain.append(at)
            at = at.getparent()
        levels, nested = self._known[at] if at is not None else (0, 0)
        for one in reversed(chain):
            levels, nested = levels + 1, nested + (one in self._links)
            self._known[one] = levels, nested
        return levels <= reach[0] and nested <= reach[1]


def _printed_address(element: HtmlElement, scripts: Scripts) -> str | None:
    """What stands where the address should: href, a data attribute, or a script; None = no link."""
    if element.tag in ("a", "area"):
        href = element.get("href")
        if href is None or _leads_nowhere(href):
            return _from_attributes(element, scripts) or _called(href, scripts) or href
        return str(href)
    if element.get("onclick") or element.get("data-url") or element.get("data-href"):
        return _from_attributes(element, scripts)
    return None


def _from_attributes(element: HtmlElement, scripts: Scripts) -> str | None:
    for name in _ADDRESS_ATTRIBUTES:
        value = element.get(name)
        if value and _PATHLIKE.search(value):
            return str(value)
    script = element.get("onclick")
    return _called(str(script), scripts) if script else None


def _called(script: str | None, scripts: Scripts) -> str | None:
    """Where a short script goes: the address in it, or that which its function puts together."""
    if not script or "(" not in script:
        return address_in_script(script) if script and "=" in script else None
    return address_in_script(script) or scripts.address_of(script)


def _leads_nowhere(href: str) -> bool:
    if href.startswith(("/", "http")):  # as nearly always
        return False
    lean = href.strip().lower()
    return not lean or lean.startswith(("javascript:", "#", "about:"))


def address_in_script(script: str) -> str | None:
    """The address a short script goes to, where it stands in it as text."""
    found = _GOES.search(script)
    if found:
        return found[1]
    for text in _QUOTED.findall(script):
        if _PATHLIKE.search(text) and not text.startswith("javascript:"):
            return str(text)
    return None


def _link(document: Document, element: HtmlElement, href: str, order: int) -> Link:
    url, reason = resolve(document, href)
    return Link(element, href, url, text_of(element), squeeze(element.get("title")), order, reason)


def resolve(document: Document, href: str) -> tuple[str, str]:
    """`href` as an absolute http(s) address without its fragment, or "" and why it is none."""
    printed = href.strip()
    if printed[:11].lower() == "javascript:":
        inside = address_in_script(printed)
        if inside is None:
            return "", "a script, not an address"
        printed = inside
    try:
        url = join(document.base, printed, encoding=document.decoded.encoding)
    except BadHref as error:
        return "", error.reason
    return url.partition("#")[0], ""
