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
# A reference to a control character is no text either: &#0; &#x1b;
_BAD_REFERENCE = re.compile(
    rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[1245-9]|2[0-9]|3[01]))(?:;|(?![0-9a-f]))",
    re.IGNORECASE,
)
# More is no page: what stands behind is not read, and the record says so.
MAX_CHARACTERS = 16 << 20
# libxml2 takes time by the square of a tag's attributes, and gives up 2,046 elements deep. Tags
# too long to be sane are looked at; runs of tags too deep are dropped, as browsers flatten them.
_LONG_TAG = 16_384
_MANY_EQUALS = 5000
_TAG = re.compile(rb"<([a-z]\w*)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'|[\"'])*+)", re.IGNORECASE)
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 1000
_RUN_OF_TAGS = re.compile(
    rb"(?:<[a-z]\w*+[^<>]*+>\s*+){400,}+|(?:</[a-z]\w*+\s*+>\s*+){400,}+", re.IGNORECASE
)
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
    from, `base` the address its links are relative to, `cut` whether the page was too long or too
    deep to be parsed to its end.
    """

    __slots__ = ("base", "cut", "decoded", "root", "url")

    def __init__(self, decoded: Decoded, root: HtmlElement, url: str, *, cut: bool = False) -> None:
        self.decoded = decoded
        self.cut = cut
        self.root = root
        self.url = url
        self.base = _base(root, url)

    @classmethod
    def parse(cls, body: bytes, url: str, content_type: str | None = None) -> Document:
        """Decode and parse; never raises, whatever the bytes are."""
        decoded = decode(body, content_type)
        raw = _parsable(decoded.text[:MAX_CHARACTERS])
        root, whole = _tree(raw)
        if not whole:
            root, whole = _tree(_RUN_OF_TAGS.sub(b"<br>", raw))
        cut = not whole or len(decoded.text) > MAX_CHARACTERS
        return cls(decoded, root, url, cut=cut)

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


def _tree(raw: bytes) -> tuple[HtmlElement, bool]:
    """The <html> element, and whether libxml2 read to the end."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, recover=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = html.document_fromstring(raw or b"<html/>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = html.document_fromstring(b"<html><body></body></html>", parser=parser)
    return root, not parser.error_log.filter_from_fatals()


def _parsable(text: str) -> bytes:
    for one in _NONCHARACTERS:
        text = text.replace(one, "")
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        raw = _SURROGATES.sub("", text).encode()
    raw = _BAD_REFERENCE.sub(b"", raw.translate(None, _CONTROLS))
    return _CLOSED.sub(b"", _short_tags(raw))


def _short_tags(raw: bytes) -> bytes:
    """`raw` without the attributes of tags that have thousands of them."""
    equals = raw.count(b"=")
    if (
        equals < max(_MANY_EQUALS, 8 * raw.count(b"<"))
        and max(map(len, raw.split(b">")), default=0) < _LONG_TAG
    ):
        return raw
    return _TAG.sub(_without_attributes, raw)


def _without_attributes(tag: re.Match[bytes]) -> bytes:
    if len(tag[2]) < _MOST_ATTRIBUTES or len(_QUOTED.sub(b"", tag[2]).split()) < _MOST_ATTRIBUTES:
        return tag[0]
    return b"<" + tag[1]


def _base(root: HtmlElement, url: str) -> str:
    for base in root.iterfind(".//base[@href]"):
        try:
            return urljoin(url, str(base.get("href")).strip())
        except ValueError:
            return url
    return url
