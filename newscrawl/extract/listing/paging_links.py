"""The page's own way on: a next link in any dress, and its being switched off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count, islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import Link, squeeze
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.next_words import LONGEST, NEWER, NEXT
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_forms import scripted, submit_button
from newscrawl.extract.listing.shapes import is_sibling

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Named = tuple[Link, list[str]]  # a link, and what it calls itself
_MOST_IMAGES = 20  # of a link
_MOST_FOLLOWED = 100  # scripts of links of one kind; a pager or two have one each

# In order of trust: words, then one arrow, then two (which may also mean "last").
_ARROW = re.compile(r"^[\s\[]*[>›＞→▶►][\s\]]*$")
_DOUBLE = re.compile(r"^[\s\[]*(?:>>|»|＞＞|>|›|→)+[\s\]]*$")
_NEXT_NAME = re.compile(
    r"(?:^|[\W_])(?:next|nextpage|page[-_]?next|p_next|xyy|down)(?:$|[\W_])", re.IGNORECASE
)
_NEXT_IMAGE = re.compile(
    r"(?:^|[/_-])(?:btn_?|page_?|icon_?)?(?:next(?:_?page)?|xiayiye|xyy|xyiye|nextp)(?:[_-]?\w{0,3})?"
    r"\.(?:gif|png|jpe?g|svg|bmp)$",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"disable|p_next_d|p_fun_d|nolink|(?:^|[\s_-])(?:gray|grey|nextdisabled)(?:$|[\s_-])",
    re.IGNORECASE,
)


def next_link(pager: Pager) -> NextPage | None:
    """The page's own next link."""
    for rule, candidates in (
        ("link rel=next", _by_rel(pager)),
        ("link text", by_words(pager, NEXT)),
        ("link class", _by_name(pager)),
        ("link arrow", by_words(pager, _ARROW)),
        ("link arrow", by_words(pager, _DOUBLE)),
    ):
        for link in _some(candidates):
            found = followed(pager, link, rule)
            if found:
                return found
    buttons = ((link, _short_names(link)) for link in pager.buttons)
    named = islice(_so_called(buttons, NEXT), _MOST_FOLLOWED)
    clicked = (scripted(pager, _click(one), box=True) for one in named)
    return next(filter(None, clicked), None) or submit_button(pager, NEXT)


def _some(links: Iterator[Link]) -> Iterator[Link]:
    """All that have an address, as each row's arrow has, and of the scripts the first hundred."""
    scripts = count()
    return (one for one in links if _has_address(one) or next(scripts) < _MOST_FOLLOWED)


def _has_address(link: Link) -> bool:
    lean = link.href.lstrip()[:11].lower()
    return (
        bool(lean) and not lean.startswith(("#", "javascript:")) and not link.element.get("onclick")
    )


def declares_end(pager: Pager) -> bool:
    """Whether the page has a next link that is switched off: this is the last page."""
    for element in pager.document.root.iter("a", "span", "li", "em", "td"):
        text = squeeze(element.text)
        if text and len(text) < 12 and NEXT.match(text) and _is_off(pager, element):
            return True
    return False


def _is_off(pager: Pager, element: HtmlElement) -> bool:
    href = element.get("href")
    if element.tag == "a" and href is not None:
        lean = href.strip().lower()
        if lean.startswith("javascript:") and not re.search(r"void|^javascript:\s*;?$", lean):
            return False
        return not element.get("onclick") and pager.other(href) is None
    if element.get("onclick") is not None and not _OFF.search(element.get("class") or ""):
        return False
    return not any(True for _ in element.iter("a")) and element.getparent().tag != "a"


def _by_rel(pager: Pager) -> Iterator[Link]:
    for element in (*pager.document.all("link"), *pager.document.root.iter("a")):
        if element.get("rel") == "next" and (href := element.get("href")) is not None:
            yield Link(element, href, "", "", "", 0)


def by_words(pager: Pager, words: re.Pattern[str]) -> Iterator[Link]:
    """The pager's links that call themselves so."""
    return _so_called(pager.answer(_named), words)


def _so_called(named: Iterable[Named], words: re.Pattern[str]) -> Iterator[Link]:
    return (link for link, names in named if any(map(words.match, names)))


def _named(pager: Pager) -> list[Named]:
    """The page's links with their short names: each of three patterns asks for them."""
    return [(link, names) for link in pager.links if (names := _short_names(link))]


def _short_names(link: Link) -> list[str]:
    return [one for one in names_of(link) if len(one) < LONGEST]


def names_of(link: Link) -> Iterator[str]:
    """What a pager's link calls itself: in words, in its title, in the name of its picture."""
    yield link.text
    yield link.title
    spoken = link.element.get("aria-label")
    if spoken:
        yield squeeze(spoken)
    if not link.text:
        for image in islice(link.element.iter("img"), _MOST_IMAGES):
            yield squeeze(image.get("alt"))
            yield squeeze(image.get("title"))
            if _NEXT_IMAGE.search(image.get("src") or ""):
                yield "next"
        value = link.element.get("value")
        if value:
            yield squeeze(value)


def _by_name(pager: Pager) -> Iterator[Link]:
    """Links whose class says next; sliders say so too, so the address must look like a page's."""
    for link in pager.links:
        names = f"{link.element.get('class') or ''} {link.element.get('id') or ''}"
        parent = link.element.getparent()
        if parent is not None and _is_only_child(link.element):
            names += f" {parent.get('class') or ''}"
        # WordPress calls the way to newer posts nav-next.
        named = _NEXT_NAME.search(names) and not NEWER.search(link.text)
        if named and is_sibling(pager.url, pager.other(link.href)):
            yield link


def _is_only_child(element: HtmlElement) -> bool:
    # len(parent) would count a hundred thousand children for each of them.
    return element.getprevious() is None and element.getnext() is None


def followed(pager: Pager, link: Link, rule: str) -> NextPage | None:
    """The request a link of the pager makes, None where it is switched off or cannot be told."""
    if not is_live(link):
        return None
    url = pager.other(link.href)
    if url:
        return NextPage(url=url, rule=rule)
    return scripted(pager, f"{link.href}\n{_click(link)}")


def _click(link: Link) -> str:
    return link.element.get("onclick") or "" if is_live(link) else ""


def is_live(link: Link) -> bool:
    """Whether it is not switched off."""
    return not is_off(link.element)


def is_off(element: HtmlElement) -> bool:
    """Whether a link or button is switched off, by its own name or that of the box around it."""
    parent = element.getparent()
    around = "" if parent is None else parent.get("class") or ""
    names = f"{element.get('class') or ''} {around}"
    return bool(_OFF.search(names)) or element.get("disabled") is not None
