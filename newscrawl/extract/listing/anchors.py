"""Everything on a page that leads somewhere, in document order: links and scripted rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.extract.document import Document
from newscrawl.extract.listing.scripts import Scripts
from newscrawl.text.urls import BadHref
from newscrawl.text.urls import resolve as join

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_LINKS = 6_000  # a listing has a few hundred; a page of 200,000 is a trap or a site map
_SPACE = re.compile(r"[\s\u00a0\u3000\u200b\ufeff]+")
_QUOTED = re.compile(r"""['"]([^'"\s]{2,})['"]""")
_GOES = re.compile(
    r"""(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\s*\(|open\s*\()\s*['"]([^'"]+)['"]""",
    re.IGNORECASE,
)
_PATHLIKE = re.compile(
    r"[/?]|\.(?:s?html?|jhtml|aspx?|jsp|php|psp|pdf|docx?|xlsx?)\b", re.IGNORECASE
)
_NOT_TEXT = ("script", "style", "noscript", "template")
# The last one is eportal's.
_ADDRESS_ATTRIBUTES = ("data-url", "data-href", "data-link", "url", "link", "tagname")


@dataclass(slots=True, eq=False)
class Link:
    """One way out: `url` is absolute, or "" where it cannot be followed (`reason` says why)."""

    element: HtmlElement
    href: str
    url: str
    text: str
    title: str
    order: int
    reason: str = ""


def squeeze(text: str | None) -> str:
    """`text` with every run of white space (full-width and no-break too) as one blank."""
    return _SPACE.sub(" ", text or "").strip()


def text_of(element: HtmlElement) -> str:
    """The element's visible text, squeezed."""
    if len(element) == 0:
        return squeeze(element.text) if element.tag not in _NOT_TEXT else ""
    return squeeze("".join(texts_of(element)))


def spaced_text_of(element: HtmlElement) -> str:
    """As `text_of`, a blank between what stands in different elements: boxes beside each other."""
    return squeeze(" ".join(texts_of(element)))


def texts_of(element: HtmlElement) -> list[str]:
    """The text nodes inside `element`, scripts left out."""
    if next(element.iter(*_NOT_TEXT), None) is None:
        return list(element.itertext())
    return [chunk for _, chunk in chunks_of(element)]


def chunks_of(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The text nodes inside `element` with the element each stands in; scripts left out."""
    # A stack, not recursion: hostile pages nest thousands of elements deep.
    stack: list[HtmlElement | tuple[HtmlElement, str]] = [element]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        if not isinstance(top.tag, str) or top.tag in _NOT_TEXT:
            continue
        if top.text:
            yield top, top.text
        for child in reversed(top):
            if child.tail:
                stack.append((top, child.tail))
            stack.append(child)


def collect_links(document: Document, scripts: Scripts) -> tuple[list[Link], int]:
    """The page's links in document order, and how many more there were beyond the cap.

    `scripts` are those of the page that `document`, or the page around it, calls.
    """
    links: list[Link] = []
    beyond = 0
    for element in document.root.iter():
        href = _printed_address(element, scripts)
        if href is None:
            continue
        if len(links) >= MAX_LINKS:
            beyond += 1
            continue
        links.append(_link(document, element, href, len(links)))
    return links, beyond


def _printed_address(element: HtmlElement, scripts: Scripts) -> str | None:
    """What stands where the address should: href, a data attribute, or a script; None = no link."""
    if not isinstance(element.tag, str):
        return None
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
