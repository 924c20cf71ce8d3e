"""Short CSS selectors for an element that a person would write: by its id, its names, its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.extract.document import Document

_NAME = re.compile(r"-?[A-Za-z_][\w-]{0,60}", re.ASCII)
# Names that a build or a database made: they change with the next release or the next article.
_MADE = re.compile(r"\d{3,}|^(?:css|sc|jss|jsx)-|[_-][0-9a-f]{6,}$|^ng-|^data-v-")
_NUMBERED = re.compile(r"^([A-Za-z][A-Za-z_-]{3,}?)[_-]?\d{2,}$", re.ASCII)
# Names that say how a thing looks and not what it is: last choice.
_LOOKS = re.compile(
    r"^(?:clear(?:fix)?|fl|fr|left|right|l|r|w\d*|row|col(?:-\w+)*|container|wrap(?:per)?|box|"
    r"active|show|hide|cur|on|inner|main\d*|MsoNormal|p\d+|m\d+|font\d*|black\w*)$",
    re.IGNORECASE,
)
# Tags of which a page has one, or that say what they hold.
_SPEAKING = frozenset(("h1", "h2", "h3", "article", "main", "time", "header"))
_SPREAD = frozenset(("html", "body"))
_ANCESTORS = 4  # elements above one that may name it
_MOST_NAMES = 3  # class names of an element that are tried
_STEPS = 3  # steps of a selector by place


def selectors_for(element: HtmlElement) -> tuple[str, ...]:
    """Selectors that match `element` (and perhaps others), the most readable first."""
    if element.tag in _SPREAD or not _NAME.fullmatch(str(element.tag)):
        return ()
    own = list(_simple(element))
    above = [
        simple
        for ancestor, _ in zip(element.iterancestors(), range(_ANCESTORS), strict=False)
        for _, simple in sorted(_simple(ancestor))[:2]
        if not simple.isalpha()
    ]
    own_best = [simple for _, simple in sorted(own)][:_MOST_NAMES]
    tag = str(element.tag)
    nested = [f"{outer} {inner}" for outer in above for inner in dict.fromkeys([*own_best, tag])]
    return tuple(
        dict.fromkeys([*(simple for _, simple in sorted(own)), *nested, *_placed(element)])
    )


def _simple(element: HtmlElement) -> Iterator[tuple[int, str]]:
    """Selectors from the element alone, with how hard they are to read or how likely to change."""
    tag = str(element.tag)
    if not _NAME.fullmatch(tag):
        return
    ident = (element.get("id") or "").strip()
    if _NAME.fullmatch(ident):
        numbered = _NUMBERED.match(ident)
        if not _MADE.search(ident):
            yield 0, f"#{ident}"
        if numbered:
            yield 2, f'[id^="{numbered[1]}"]'
    yield from _named(element, tag)
    prop = element.get("itemprop") or ""
    if _NAME.fullmatch(prop):
        yield 1, f'[itemprop="{prop}"]'
    if tag == "meta" and _NAME.fullmatch(element.get("name") or ""):
        yield 1, f'meta[name="{element.get("name")}"]'
    if tag in _SPEAKING or "-" in tag:
        yield 3, tag


def _named(element: HtmlElement, tag: str) -> Iterator[tuple[int, str]]:
    """Selectors by the element's classes."""
    every = [name for name in (element.get("class") or "").split() if _NAME.fullmatch(name)]
    names = [name for name in every if not _MADE.search(name)][:_MOST_NAMES]
    for name in names:
        looks = 4 if _LOOKS.match(name) else 0
        yield 1 + looks, f".{name}"
        yield 2 + looks, f"{tag}.{name}"
    if len(names) > 1:
        yield 4, "".join(f".{name}" for name in names)
    # titlestyle1025: the number is a template's, the same or another on each page.
    numbered = _NUMBERED.match(every[0]) if every and every[0] not in names else None
    if numbered and (element.get("class") or "").startswith(every[0]):
        yield 3, f'[class^="{numbered[1]}"]'


def _placed(element: HtmlElement) -> Iterator[str]:
    """By place under the nearest element that has a name of its own: the last resort."""
    steps: list[str] = []
    here: HtmlElement | None = element
    for _ in range(_ANCESTORS):
        if here is None or here.tag in _SPREAD or not _NAME.fullmatch(str(here.tag)):
            return
        parent = here.getparent()
        alike = [one for one in parent if one.tag == here.tag] if parent is not None else [here]
        nth = f":nth-of-type({alike.index(here) + 1})" if len(alike) > 1 else ""
        steps.insert(0, f"{here.tag}{nth}")
        if sum("nth" in step for step in steps) > 1:
            return
        if parent is not None:
            for _, simple in sorted(_simple(parent))[:1] if len(steps) <= _STEPS else ():
                yield f"{simple} > {' > '.join(steps)}"
        here = parent


def only_match(document: Document, selector: str) -> HtmlElement | None:
    """The one element that a selector matches; None for none, or more than one."""
    found = document.select(selector)
    return found[0] if len(found) == 1 else None


def stable_selectors(
    elements: Iterable[HtmlElement], documents: Sequence[Document], least: int
) -> list[str]:
    """Selectors of any of the elements that match once on `least` of the documents or more.

    None of them matches more than once on any: what is unique here and not there is luck.
    """
    found: list[str] = []
    for selector in dict.fromkeys(path for one in elements for path in selectors_for(one)):
        counts = [len(document.select(selector)) for document in documents]
        if counts.count(1) >= least and max(counts, default=0) == 1:
            found.append(selector)
    return found
