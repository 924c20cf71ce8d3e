"""What an element of a page hands down to everything in it: noise, hidden, caption, link, row."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.extract.noise import OUTER, noise_of
from newscrawl.extract.tags import CHANGING, HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Attributes that change what an element hands down.
TELLING = frozenset(("class", "id", "role", "style", "hidden", "aria-hidden"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A box that has a caption ("hasCaption") is none.
_WIDE = frozenset(("html", "body", "main", "article"))  # "wp-featherlight-captions" is the page's
_CAPTION = re.compile(r"(?<!has)(?<!has[-_])caption")
_LONGEST_STYLE = 2000  # characters of a style attribute that is read
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4"))
# The row and the table that a line stands in are elements of their own.
_OWN = frozenset(("tr", "table"))
# An element's tag, class, id, role, and whether it hides itself.
Names = tuple[str, str | None, str | None, str | None, bool]
# What they say: its tag where that changes anything, noise, caption, hidden.
_Said = tuple[str, str | None, bool, bool]


@dataclass(slots=True, eq=False)
class Given:
    """What an element hands down to everything inside it. Shared: never changed once made.

    `counts` says that characters are counted: those of links, and bold ones.
    `below` keeps what the elements in it hand down, by their names (of those that have none, by
    their tag as well) and by what these say; None where they say nothing.
    """

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
    counts: bool = False
    below: dict[Hashable, Given | None] = field(default_factory=dict)


def names_of(tag: str, told: Mapping[str, str]) -> Names:
    """An element's names, of its attributes."""
    get = told.get
    return tag, get("class"), get("id"), get("role"), _is_hidden(told)


def handed_down(above: Given, child: HtmlElement, names: Names) -> Given:
    """What `child` hands down. Most elements stand beside one of their kind, which knows it."""
    below = above.below
    if names in below:
        return below[names] or above
    said = _said(above, *names)
    if names[0] in _OWN:
        return _made(above, child, *said)
    if said == ("", above.noise, above.caption, above.hidden):
        below[names] = None
        return above
    made = below.get(said) or _made(above, child, *said)
    below[names] = below[said] = made
    return made


def handed_by_tag(above: Given, child: HtmlElement, tag: str) -> Given:
    """What an element hands down of which only its tag says anything."""
    known = above.below.get(tag)
    if known is None:
        known = handed_down(above, child, (tag, None, None, None, False))
        if tag not in _OWN:
            above.below[tag] = known
    return known


def _is_hidden(told: Mapping[str, str]) -> bool:
    if "hidden" in told or told.get("aria-hidden") == "true":
        return True
    style = told.get("style")
    return bool(style and len(style) <= _LONGEST_STYLE and hides(style))


def hidden_box(element: HtmlElement) -> HtmlElement | None:
    """The outermost element that hides itself, of one and those around it."""
    around = (element, *element.iterancestors())
    return next((one for one in reversed(around) if _is_hidden(dict(one.items()))), None)


@lru_cache(maxsize=4096)
def hides(style: str) -> bool:
    """Whether a style makes its element invisible."""
    return _HIDDEN.search(style) is not None


def _said(
    above: Given,
    tag: str,
    classes: str | None,
    ident: str | None,
    role: str | None,
    hides: bool,  # noqa: FBT001 - the last of an element's names
) -> _Said:
    """What an element's names say of it, in what stands above it."""
    noise = above.noise
    if noise is None:
        noise = noise_of(tag, classes, ident, role)
    elif noise in OUTER and tag in ("article", "main"):
        noise = None
    # Hardly one says so, which is seen in a tenth of the time that the pattern takes.
    named = classes is not None and tag not in _WIDE and "caption" in (plain := classes.lower())
    named = named and _CAPTION.search(plain) is not None
    caption = above.caption or tag == "figcaption" or named
    return tag if tag in CHANGING else "", noise, caption, above.hidden or hides


def _made(
    above: Given,
    child: HtmlElement,
    tag: str,
    noise: str | None,
    caption: bool,  # noqa: FBT001 - with the next one what its names say
    hidden: bool,  # noqa: FBT001
) -> Given:
    in_link, bold = above.in_link or tag == "a", above.bold or tag in _BOLD
    return Given(
        in_link,
        HEADINGS.get(tag, above.heading),
        above.item or tag in ("li", "dd"),
        above.quote or tag == "blockquote",
        caption,
        bold,
        noise,
        hidden,
        child if tag == "tr" else above.row,
        child if tag == "table" else above.table,
        in_link or bold,
    )
