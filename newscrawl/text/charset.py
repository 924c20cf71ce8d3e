"""Bytes to text: BOM, then valid UTF-8, then the page's own label, the header, gb18030.

A label is a claim, not a fact: GBK pages say UTF-8, UTF-8 pages say gb2312, and servers say
ISO-8859-1 of everything. `gb2312` and `gbk` are read as gb18030, their superset.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE | re.ASCII,
)
_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE | re.ASCII)
_READ_AS = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read with, and who decided (bom utf-8 page header fallback)."""

    text: str
    encoding: str
    by: str


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Never raises; bytes that fit nothing become U+FFFD."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return Decoded(body[len(bom) :].decode(name, "replace"), name, "bom")
    try:
        return Decoded(body.decode(), "utf-8", "utf-8")
    except UnicodeDecodeError:
        pass
    for by, found in (
        ("page", _META.search(body[:4096])),
        ("header", _HEADER.search(content_type or "")),
    ):
        if not found:
            continue
        label = found[1].decode("ascii") if isinstance(found[1], bytes) else found[1]
        name = _READ_AS.get(label.lower(), label.lower())
        try:
            return Decoded(body.decode(name), name, by)
        except (LookupError, UnicodeDecodeError):
            continue
    return Decoded(body.decode("gb18030", "replace"), "gb18030", "fallback")
