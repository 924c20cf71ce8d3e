"""The text of a page to its tree, in bounded time whatever the text is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# More is no page: what stands behind is not read, and the record says so. A tag takes libxml2
# and its tree a microsecond or two, text next to nothing.
MAX_CHARACTERS = 8 << 20
MAX_TAGS = 120_000  # tags of a page that are parsed
_SHORTEST_TAG = 3  # bytes: <p>
# What XML, and so lxml, cannot hold; NUL between letters is common on broken pages. Deleted from
# the bytes that lxml gets: ten times cheaper than looking for them in the text. That a page has
# none, which is the rule, is seen in less than half of the time.
_CONTROLS = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)))
_NONCHARACTERS = "\ufffe\uffff"
_NONCHARACTER = re.compile(f"[{_NONCHARACTERS}]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Browsers go on reading behind </html> (a header included whole is common); libxml2 stops there.
# Spelt out, as a pattern that ignores case finds no "<" at once; one character is looked for twice
# as fast as two are.
_CLOSED = re.compile(rb"<[/](?:[hH][tT][mM][lL]|[bB][oO][dD][yY])\s*>")
# A reference to a control character is no text either: &#0; &#x1b; Spelt out for the same reason.
_BAD_REFERENCE = re.compile(
    rb"&#(?:[xX]0*(?:[0-8b-cB-Ce-fE-F]|1[0-9a-fA-F])|0*(?:[0-8]|1[1245-9]|2[0-9]|3[01]))"
    rb"(?:;|(?![0-9a-fA-F]))"
)
# libxml2 takes time by the square of a tag's attributes: 60,000 take it seven seconds. Endless tags
# lose theirs where that would be felt; a page that is too small for it is not looked at.
_LARGE = 65_536
_QUOTED_VALUE = rb"(?>\"[^\"]*+\"|'[^']*+'|[\"'])"
_TAG = re.compile(
    rb"<[a-zA-Z][^<>\"']*+(?:\"[^\"]*+\"[^<>\"']*+|'[^']*+'[^<>\"']*+|[\"'][^<>\"']*+)*+"
)
# Sixteen pieces, or a long one: most tags end before, and are left with few steps.
_ENDLESS_TAG = re.compile(
    rb"<([a-zA-Z]\w*+)(?:[^<>\"']{0,63}+(?:\"[^\"]*+\"|'[^']*+')){0,15}+"
    rb"(?:[^<>\"']{64}|[^<>\"']{0,63}+" + _QUOTED_VALUE + rb")"
    rb"(?:[^<>\"']++|" + _QUOTED_VALUE + rb")*+"
)
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_BREAKS = re.compile(rb"[\s/]+")
_LONG = 512  # of shorter ones the length says enough
_BEARABLE = 200_000_000  # the sum of those squares: 0.2 s
# It gives up 2,046 elements deep: runs of tags too deep are dropped, as browsers flatten them.
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


def parse(text: str, utf8: bytes | None = None) -> tuple[HtmlElement, bool]:
    """The <html> element, and whether the text was read to its end. Never raises.

    `utf8` is the same text as bytes, where they are at hand.
    """
    clean = _without_noncharacters(text[:MAX_CHARACTERS])
    if utf8 is None or len(clean) < len(text):
        utf8 = _encoded(clean)
    raw, whole = _parsable(utf8)
    root, reached = _tree(raw)
    if not reached:
        root, reached = _tree(_RUN_OF_TAGS.sub(b"<br>", raw))
    return root, reached and whole and len(text) <= MAX_CHARACTERS


def _tree(raw: bytes) -> tuple[HtmlElement, bool]:
    """The <html> element, and whether libxml2 read to the end."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, recover=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = html.document_fromstring(raw or b"<html/>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = html.document_fromstring(b"<html><body></body></html>", parser=parser)
    return root, not parser.error_log.filter_from_fatals()


def _without_noncharacters(text: str) -> str:
    # A single character is looked for ten times as fast as a set.
    return _NONCHARACTER.sub("", text) if any(one in text for one in _NONCHARACTERS) else text


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("", text).encode()


def _parsable(raw: bytes) -> tuple[bytes, bool]:
    """What libxml2 is given, and whether that is all of it."""
    if any(one in raw for one in _CONTROLS):
        raw = raw.translate(None, _CONTROLS)
    whole = len(raw) <= MAX_TAGS * _SHORTEST_TAG or raw.count(b"<") <= MAX_TAGS
    if not whole:
        raw = _first_tags(raw)
    if len(raw) > _LARGE and _is_endless(raw):
        raw = _ENDLESS_TAG.sub(rb"<\1", raw)
    # Not looked for by `in` before: that takes three times as long as the pattern's own search.
    return _CLOSED.sub(b"", _BAD_REFERENCE.sub(b"", raw)), whole


def _first_tags(raw: bytes) -> bytes:
    """`raw` up to about its `MAX_TAGS`-th tag."""
    seen = end = 0
    while seen < MAX_TAGS and end < len(raw):
        end += _LARGE
        seen += raw.count(b"<", end - _LARGE, end)
    # Not in the middle of a character, nor of a tag.
    return raw[: raw.rfind(b"<", 0, end)] if end < len(raw) else raw


def _is_endless(raw: bytes) -> bool:
    """Whether its long tags would take libxml2 too long; by their length first, which is cheap."""
    tags = _TAG.findall(raw)
    longest = max(map(len, tags), default=0)
    if longest * len(raw) <= 4 * _BEARABLE:
        return False
    long = (len(tag) for tag in tags if len(tag) > _LONG) if longest > _LONG else ()
    if sum(length * length for length in long) + _LONG * len(raw) <= 4 * _BEARABLE:
        return False
    return sum(_work(tag) if len(tag) > _LONG else (len(tag) // 2) ** 2 for tag in tags) > _BEARABLE


def _work(text: bytes) -> int:
    """The square of how many attributes a tag may have."""
    return (len(_QUOTED.findall(text)) + len(_BREAKS.split(_QUOTED.sub(b"", text)))) ** 2
