"""Pagers that a script draws: `createPageHTML` in both dialects, and its relatives."""

from __future__ import annotations

import base64
import binascii
import re

from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager

_NAME = r"""['"]([\w./-]+)['"]"""
# TRS: (pages, current from 0, name, ending); seen unquoted numbers and "index","html".
_ZERO = re.compile(rf"createPageHTML\w*\(\s*(\d+)\s*,\s*(\d+)\s*,\s*{_NAME}\s*,\s*['\"](\w+)['\"]")
# UCAP and others: (box, pages, current from 1, name, ending, rows).
_ONE = re.compile(
    rf"createPageHTML\w*\(\s*['\"][\w-]+['\"]\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*{_NAME}\s*,\s*['\"](\w+)['\"]"
    r"(?:\s*,\s*(\d+))?"
)
_TRS_VARIABLES = re.compile(r"var\s+countPage\s*=\s*(\d+)", re.ASCII)
_TRS_CURRENT = re.compile(r"var\s+currentPage\s*=\s*(\d+)", re.ASCII)
_TEMPLATE = re.compile(
    r"""url\s*:\s*['"]([^'"]*#?[^'"]*\?page\?[^'"]*)['"]\s*,\s*pages\s*:\s*(\d+)"""
)
_ATOB = re.compile(r"atob\(\s*['\"]([A-Za-z0-9+/=]{16,})['\"]")
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{40,}={0,2}")


def script_call(pager: Pager) -> NextPage | None:
    """The page after this one by a declared `createPageHTML` call."""
    found = parse_call(pager.html)
    if found is None:
        return None
    pages, current, name, ending, base, _ = found
    if current + 1 >= pages + base:
        return None
    url = pager.other(f"{name}_{current + 1}.{ending}")
    return NextPage(url=url, rule=f"script createPageHTML from {base}") if url else None


def parse_call(html: str) -> tuple[int, int, str, str, int, int | None] | None:
    """(pages, current, name, ending, first number, items) of the page's pager call, if any."""
    if "createPageHTML" not in html:
        return None
    for found in _ONE.finditer(html):
        items = int(found[5]) if found[5] else None
        return int(found[1]), int(found[2]), found[3], found[4], 1, items
    for found in _ZERO.finditer(html):
        return int(found[1]), int(found[2]), found[3], found[4], 0, None
    return None


def unpacked(html: str, root_text: str) -> str | None:
    """The pager that a page ships as base64 for `window.atob`, as HTML."""
    if "atob" not in html:
        return None
    for text in (*_ATOB.findall(html), *_BASE64.findall(root_text)):
        try:
            plain = base64.b64decode(re.sub(r"\s+", "", text), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
        if "<a" in plain:
            return plain
    return None
