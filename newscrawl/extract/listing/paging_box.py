"""The jump box of a pager: the page after the selected one."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import squeeze
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.text.numbers import as_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_OPTIONS = 10_000  # of a page's boxes: a pager counts pages
_CHOSEN = re.compile(r"this\.options\s*\[\s*this\.selectedIndex\s*\]\.(?:value|text)")


def next_option(pager: Pager) -> NextPage | None:
    """The option after the selected one in a jump box whose values are addresses."""
    left = _MOST_OPTIONS
    for box in pager.document.root.iter("select"):
        options = [one for one in islice(box.iter("option"), left) if one.get("value")]
        left -= len(options)
        if len(options) < 2 or not all(_is_number(one) for one in options):
            continue
        here = next((n for n, one in enumerate(options) if one.get("selected") is not None), None)
        if here is None:
            pages = (pager.document.absolute(str(one.get("value"))) for one in options)
            here = next((n for n, url in enumerate(pages) if url and pager.is_here(url)), 0)
        if here + 1 < len(options):
            value = str(options[here + 1].get("value"))
            address = value if re.search(r"[/.?=]", value) else _jump(pager, box, value)
            url = pager.other(address)
            if url:
                return NextPage(url=url, rule="jump box")
    return None


def _jump(pager: Pager, box: HtmlElement, value: str) -> str | None:
    """Where the box's own script goes when `value` is chosen."""
    script = _CHOSEN.sub("this.value", box.get("onchange") or "")
    known = {"this.value": as_number(value) if value.isascii() and value.isdigit() else value}
    return pager.scripts.address_of(script, known) if script else None


def _is_number(option: HtmlElement) -> bool:
    return bool(re.fullmatch(r"第?\s*\d{1,6}\s*[页頁]?(?:\s*/\s*\d+)?", squeeze(option.text)))
