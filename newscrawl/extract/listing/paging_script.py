"""Pagers that a script draws with `createPageHTML`, and those that a page ships packed."""

from __future__ import annotations

import base64
import binascii
import re

from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.paging_numbers import current_number, held_number
from newscrawl.extract.listing.shapes import is_sibling

_ATOB = re.compile(r"atob\(\s*['\"]([A-Za-z0-9+/=]{16,})['\"]")
_BASE64 = re.compile(r">\s*([A-Za-z0-9+/]{40,}={0,2})\s*<")


def script_call(pager: Pager) -> NextPage | None:
    """The page after this one by a declared `createPageHTML` call."""
    call = pager.call
    if call is None or call.page >= call.pages:
        return None
    url = pager.other(f"{call.name}_{call.current + 1}.{call.ending}")
    return NextPage(url=url, rule=f"script createPageHTML from {call.base}") if url else None


def script_template(pager: Pager) -> NextPage | None:
    """The next page by where a pager's script goes, where a declared total says there is one.

    `location.href = "/news/?page=" + obj.curr`: what is not known in it is the page's number.
    """
    total, current = pager.declared.page_count, current_number(pager) or held_number(pager)
    if not total or current is None or current >= total:
        return None
    number = current if pager.declared.from_zero else current + 1
    for address in pager.scripts.ways(number):
        url = pager.other(address)
        if is_sibling(pager.url, url):
            return NextPage(url=str(url), rule="script template")
    return None


def unpacked(html: str) -> str | None:
    """The pager that a page ships as base64 for `window.atob`, as HTML (seen on one site)."""
    if "atob" not in html:
        return None
    for text in (*_ATOB.findall(html), *_BASE64.findall(html)):
        try:
            plain = base64.b64decode(text, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
        if "<a" in plain:
            return plain
    return None
