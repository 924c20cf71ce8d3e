"""One fetched page, decoded and parsed once; every rule of extraction works on this tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree, html

from newscrawl.sites.selectors import compile_selector
from newscrawl.text.charset import Decoded, decode
from newscrawl.text.urls import resolve

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What XML, and so lxml, cannot hold; NUL between letters is common on broken pages. Deleted from
# the bytes that lxml gets: ten times cheaper than looking for them in the text.
_CONTROLS = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)))
_NONCHARACTERS = ("\ufffe", "\uffff")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Browsers go on reading behind </html> (a header included whole is common); libxml2 stops there.
_CLOSED = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
# One class for every element, found in C: lxml.html's own lookup is a Python call an element.
_CLASSES = etree.ElementDefaultClassLookup(
    element=html.HtmlElement,
    comment=html.HtmlComment,
    pi=html.HtmlProcessingInstruction,
    entity=html.HtmlEntity,
)


class Document:
    """A page as text and tree.

    `root` is the <html> element (an empty one for an empty page), `url` the address it was fetched
    from, `base` the address its links are relative to.
    """

    __slots__ = ("base", "decoded", "root", "url")

    def __init__(self, decoded: Decoded, root: HtmlElement, url: str) -> None:
        self.decoded = decoded
        self.root = root
        self.url = url
        self.base = _base(root, url)

    @classmethod
    def parse(cls, body: bytes, url: str, content_type: str | None = None) -> Document:
        """Decode and parse; never raises, whatever the bytes are."""
        decoded = decode(body, content_type)
        return cls(decoded, _tree(decoded.text), url)

    def select(self, selector: str) -> list[HtmlElement]:
        """Elements that a CSS selector, or an XPath one behind ``xpath:``, matches."""
        found = compile_selector(selector)(self.root)
        return (
            [one for one in found if isinstance(one, etree.ElementBase)]
            if isinstance(found, list)
            else []
        )

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


def _tree(text: str) -> HtmlElement:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, recover=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = html.document_fromstring(_parsable(text) or b"<html/>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = html.document_fromstring(b"<html><body></body></html>", parser=parser)
    return root


def _parsable(text: str) -> bytes:
    for one in _NONCHARACTERS:
        text = text.replace(one, "")
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        raw = _SURROGATES.sub("", text).encode()
    return _CLOSED.sub(b"", raw.translate(None, _CONTROLS))


def _base(root: HtmlElement, url: str) -> str:
    for base in root.iterfind(".//base[@href]"):
        try:
            return urljoin(url, str(base.get("href")).strip())
        except ValueError:
            return url
    return url
