"""The jump box of a pager: the page after the selected one."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.extract.listing.anchors import squeeze
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_forms import chosen
from newscrawl.text.numbers import as_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_OPTIONS = 10_000  # of a page's boxes: a pager counts pages
_NUMBER = re.compile(r"第?\s*\d{1,6}\s*[页頁]?(?:\s*/\s*\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)  # a box that has years alone is no pager's
_ADDRESS = re.compile(r"[/.?=]")
_CHOSEN = re.compile(r"this\.options\s*\[\s*this\.selectedIndex\s*\]\.(?:value|text)")


def next_option(pager: Pager) -> NextPage | None:
    """The option after the selected one in a jump box whose values are addresses."""
    left = _MOST_OPTIONS
    for box in pager.document.root.iter("select"):
        options = [one for one in islice(box.iter("option"), left) if one.get("value")]
        left -= len(options)
        texts = [squeeze(one.text) for one in options]
        if (
            len(options) < 2
            or not all(map(_NUMBER.fullmatch, texts))
            or all(map(_YEAR.fullmatch, texts))
        ):
            continue
        here = next((n for n, one in enumerate(options) if one.get("selected") is not None), None)
        if here is None:
            pages = (pager.document.absolute(str(one.get("value"))) for one in options)
            here = next((n for n, url in enumerate(pages) if url and pager.is_here(url)), 0)
        if here + 1 < len(options):
            url = _address(pager, box, str(options[here + 1].get("value")))
            if url:
                return NextPage(url=url, rule="jump box")
    return None


def option_address(pager: Pager, option: HtmlElement) -> str | None:
    """Where a choice leads by a GET, None where that is no other page of the listing."""
    box = next(option.iterancestors("select"), None)
    if box is None:
        return None
    value = str(option.get("value") or squeeze(option.text))
    return _address(pager, box, value) or pager.other(chosen(pager, box, value))


def _address(pager: Pager, box: HtmlElement, value: str) -> str | None:
    """Where a box that no form sends goes when `value` is chosen."""
    return pager.other(value if _ADDRESS.search(value) else _jump(pager, box, value))


def _jump(pager: Pager, box: HtmlElement, value: str) -> str | None:
    """Where the box's own script goes when `value` is chosen."""
    script = _CHOSEN.sub("this.value", box.get("onchange") or "")
    known = {"this.value": as_number(value) if value.isascii() and value.isdigit() else value}
    return pager.scripts.address_of(script, known) if script else None
