"""What HTML tags mean to a reader of lines: skipped, a line of its own, or part of one."""

from __future__ import annotations

import re

# A tag as it stands in a text that was written as HTML; longer ones are left: a "<" that nothing
# ends must not be looked behind to the end of the text.
WRITTEN_TAG = re.compile(r"<[^>]{0,400}>")
SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "textarea",
        "input",
        "button",
        "map",
        "area",
        "link",
        "meta",
        "base",
        "title",
        "frameset",
        "noframes",
        "xml",
        "datalist",
        "math",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "legend",
        "br",
    ]
)
# Tags that are part of a line; what is neither here nor above is a site's own element.
_INLINE = """
    a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark meter
    nobr output picture progress q rb rp rt rtc ruby s samp small source span strike strong sub
    sup time tt u var wbr
"""
INLINE = frozenset(_INLINE.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Tags that change what an element hands down to everything inside it.
CHANGING = frozenset(
    [
        *HEADINGS,
        "a",
        "article",
        "aside",
        "b",
        "blockquote",
        "dd",
        "dialog",
        "figcaption",
        "footer",
        "li",
        "main",
        "menu",
        "nav",
        "strong",
        "table",
        "tr",
    ]
)
