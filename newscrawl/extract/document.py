"""One fetched page, decoded and parsed once; every rule of extraction works on this tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree

from newscrawl.extract import parsing
from newscrawl.sites.selectors import find
from newscrawl.text.charset import Decoded, decode
from newscrawl.text.urls import resolve

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What a page says of itself and what it embeds: a few elements among thousands.
_SAYING = (
    *("base", "embed", "iframe", "link", "meta", "object", "script", "title"),
    etree.Comment,
)
_END = 4096  # characters in which <html> is opened or closed
_TITLE = 8_192  # characters
_SMALL = 65_536  # characters of a page too short to be deep
_IS_DEEP = etree.XPath(f"boolean(/{'/'.join('*' * 100)})")


class Document:
    """A page as text and tree.

    `root` is the <html> element (an empty one for an empty page), `url` the address it was fetched
    from, `cut` whether the page was too long or too deep to be parsed to its end.
    """

    def __init__(self, decoded: Decoded, root: HtmlElement, url: str, *, cut: bool = False) -> None:
        self.decoded = decoded
        self.cut = cut
        self.root = root
        self.url = url
        self._held = _held(root) if len(decoded.text) > _SMALL and self.is_deep else ()

    @classmethod
    def parse(cls, body: bytes, url: str, content_type: str | None = None) -> Document:
        """Decode and parse; never raises, whatever the bytes are."""
        decoded = decode(body, content_type)
        # What is UTF-8 as it came need not be made so again.
        as_is = decoded.encoding == "utf-8" and decoded.by != "bom" and not decoded.damaged
        root, whole = parsing.parse(decoded.text, body if as_is else None)
        return cls(decoded, root, url, cut=not whole)

    @cached_property
    def _saying(self) -> Mapping[object, Sequence[HtmlElement]]:
        found: defaultdict[object, list[HtmlElement]] = defaultdict(list)
        for element in self.root.iter(*_SAYING):
            found[element.tag].append(element)
        return found

    def all(self, *tags: object) -> list[HtmlElement]:
        """The elements of some of the `_SAYING` tags, tag by tag; the tree is searched once."""
        return [element for tag in tags for element in self._saying.get(tag, ())]

    @cached_property
    def title(self) -> str | None:
        """The text of the first <title>, as much as a title can have of it; None without one."""
        return next(((one.text or "")[:_TITLE] for one in self.all("title")), None)

    @cached_property
    def base(self) -> str:
        """The address that the page's links are relative to."""
        for base in self.all("base"):
            if (href := base.get("href")) is None:
                continue
            try:
                return str(urljoin(self.url, href.strip()))
            except ValueError:
                break
        return str(self.url)

    @cached_property
    def is_deep(self) -> bool:
        """Whether its elements stand in each other a hundred deep, as no real page's do."""
        return bool(_IS_DEEP(self.root))

    @property
    def ends(self) -> bool:
        """Whether the page closes the <html> that it opens; without it its end may be missing."""
        text = self.decoded.text
        if text.rfind("</html", -_END) >= 0:
            return True  # as nearly always
        return "</html" in text[-_END:].lower() or "<html" not in text[:_END].lower()

    def select(self, selector: str) -> list[HtmlElement]:
        """Elements that a CSS selector, or an XPath one behind ``xpath:``, matches."""
        return [one for one in find(selector, self.root) if not isinstance(one, str)]

    def absolute(self, href: str) -> str | None:
        """`href` as the absolute address a browser asks for, or None where it names no page.

        A page without an http address of its own (a saved file) keeps relative links relative.
        """
        try:
            if self.base.startswith(("http://", "https://")):
                return resolve(self.base, href, encoding=self.decoded.encoding)
            return urljoin(self.base, href.strip())
        except ValueError:
            return None


def _held(root: HtmlElement) -> Sequence[HtmlElement]:
    """The elements of a deep page that hold others.

    lxml lets go of an element that nobody holds by asking each one around it: to look through
    fifty thousand, two thousand deep, took a quarter of a second each time.
    """
    return [one for one in root.iter() if len(one)]
