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
