"""How a page's own script spells its articles' addresses, where the rows bring no more than an id.

`'<a href="/show.html?id=' + row.newsId + '">'`, `` `/news/${item.id}` `` and
`function show(id) { location.href = '/news/' + id }` all give `http://host/show.html?id={newsid}`:
an address with the name of a row's field in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from newscrawl.extract.document import Document
from newscrawl.text.urls import host_of

_BEFORE = r"(?P<before>[\w./:?&=%#-]{0,120}[/=_-])"
_AFTER = r"(?P<after>[\w./?&=-]{0,60})"
_FIELD = r"(?:[A-Za-z_$][\w$]{0,40}\.){0,3}(?P<field>\w{0,20}(?:[iI][dD]|Id|[kK]ey|[cC]ode|bh))"
_ADDED = re.compile(
    rf"[\"'`\\]{_BEFORE}[\"'`]\s{{0,9}}\+\s{{0,9}}{_FIELD}(?![\w$.(])"
    rf"(?:\s{{0,9}}\+\s{{0,9}}[\"'`]{_AFTER})?"
)
_PUT_IN = re.compile(rf"[\"'`\\]{_BEFORE}\$\{{\s{{0,9}}{_FIELD}\s{{0,9}}\}}{_AFTER}")
_LOOKED_AT = 400_000  # characters of a page
_MOST = 60  # calls of a script that are looked at
_NONE = re.compile(
    r"(?:^|[/._-])(?:api|img|images?|file|files|upload|download|pic|cover|rest|ajax|json)(?:[/._-]|$)"
    r"|\.(?:jpe?g|png|gif|json|js|css)$",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"detail|info|view|show|article|content|news|notice|read|xx|xq|nr", re.IGNORECASE
)
_GAP = "0newscrawl0"  # what stands for the field while the address is made whole
_NAMED = re.compile(r"\{(\w+)\}")


def row_address(document: Document) -> str | None:
    """The address with a field's name in it that most looks like an article's; None without one."""
    text = document.decoded.text[:_LOOKED_AT]
    best: tuple[bool, str] | None = None
    for pattern in (_ADDED, _PUT_IN):
        for found in islice(pattern.finditer(text), _MOST):
            bare = f"{found['before']}{found['after'] or ''}"
            url = document.absolute(f"{found['before']}{_GAP}{found['after'] or ''}")
            if not url or _GAP not in url or _NONE.search(bare):
                continue
            if host_of(url) != host_of(document.url):
                continue
            likely = bool(_LIKELY.search(bare))
            if best is None or likely > best[0]:
                best = likely, url.replace(_GAP, f"{{{found['field'].lower().replace('_', '')}}}")
    return best[1] if best else None


def address_among(like: Sequence[str]) -> str | None:
    """The first of some addresses that has a field's name in it."""
    return next((one for one in like if _NAMED.search(one)), None)


def filled(address: str, row: Mapping[str, Any]) -> str:
    """`address` with the row's field in it, "" where the row has none; keys are in lower case."""
    named = _NAMED.search(address)
    value = row.get(named[1]) if named else None
    if named is None or not isinstance(value, str | int) or isinstance(value, bool) or value == "":
        return ""
    return address.replace(named[0], str(value))
