"""Labels of encodings, as browsers read them (the WHATWG table), and the codec for each.

A label outside this table is no encoding: Python also knows `rot13`, `hex` and `zlib`, and a page
may name them.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple


class Encoding(NamedTuple):
    """`name` is the record's word, `codec` Python's; `kind` says how much a label proves.

    A weak label is what servers and editors write by default; nearly any bytes can be read so.
    """

    name: str
    codec: str
    kind: Literal["unicode", "multi", "single", "weak", "seven-bit"]


UTF8 = Encoding("utf-8", "utf-8", "unicode")
GB = Encoding("gb18030", "gb18030", "multi")
BIG5 = Encoding("big5", "big5hkscs", "multi")
WESTERN = Encoding("windows-1252", "cp1252", "weak")

_MULTI = (
    (GB, "gb18030 gbk gb2312 gb_2312-80 gb_2312 x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58"),
    (GB, "cp936 ms936 windows-936 euc-cn gb-2312 gb18030-2000 gb2312-80"),  # seen, not WHATWG
    (BIG5, "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 big-5 windows-950"),
    (
        Encoding("shift_jis", "cp932", "multi"),
        "shift_jis shift-jis sjis x-sjis csshiftjis ms932 ms_kanji windows-31j cp932",
    ),
    (Encoding("euc-jp", "euc_jp", "multi"), "euc-jp x-euc-jp cseucpkdfmtjapanese"),
    (
        Encoding("euc-kr", "cp949", "multi"),
        "euc-kr cseuckr iso-ir-149 korean ks_c_5601-1987 ksc5601 ksc_5601 windows-949 euc_kr",
    ),
    (Encoding("iso-2022-jp", "iso2022_jp", "seven-bit"), "iso-2022-jp csiso2022jp"),
    (Encoding("hz-gb-2312", "hz", "seven-bit"), "hz-gb-2312 hz"),
)
_UTF8 = "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf8mb4 utf-8mb4"
_WEAK = (
    "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin1"
    " latin-1 l1 ascii us-ascii ansi_x3.4-1968 cp819 ibm819 csisolatin1 iso-ir-100"
)
_UTF16 = {
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "ucs-2": "utf-16-le",
    "iso-10646-ucs-2": "utf-16-le",
    "unicode": "utf-16-le",
    "utf-16be": "utf-16-be",
}
# windows-1250 … 1258, with the ISO parts that browsers read as their superset.
_ISO_AS_WINDOWS = {9: 1254, 11: 874}
_ISO_PARTS = (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)
_OTHER_SINGLE = {
    "koi8-r": "koi8-r koi8 koi8_r koi cskoi8r",
    "koi8-u": "koi8-u koi8-ru",
    "ibm866": "ibm866 866 cp866 csibm866",
    "macintosh": "macintosh mac x-mac-roman csmacintosh",
    "windows-874": "windows-874 dos-874 tis-620",
}
_CODEC = {"ibm866": "cp866", "macintosh": "mac_roman", "windows-874": "cp874"}


def _table() -> dict[str, Encoding]:
    table = dict.fromkeys(_UTF8.split(), UTF8) | dict.fromkeys(_WEAK.split(), WESTERN)
    for encoding, labels in _MULTI:
        table |= dict.fromkeys(labels.split(), encoding)
    for label, codec in _UTF16.items():
        table[label] = Encoding(codec, codec, "unicode")
    for page in (1250, 1251, *range(1253, 1259)):
        one = Encoding(f"windows-{page}", f"cp{page}", "single")
        table |= dict.fromkeys((f"windows-{page}", f"cp{page}", f"x-cp{page}"), one)
    for name, labels in _OTHER_SINGLE.items():
        one = Encoding(name, _CODEC.get(name, name), "single")
        table |= dict.fromkeys(labels.split(), one)
    for part in (*_ISO_PARTS, *_ISO_AS_WINDOWS):
        page = _ISO_AS_WINDOWS.get(part, 0)
        name = f"windows-{page}" if page else f"iso-8859-{part}"
        one = Encoding(name, f"cp{page}" if page else f"iso8859-{part}", "single")
        spellings = (f"iso-8859-{part}", f"iso8859-{part}", f"iso8859{part}", f"iso_8859-{part}")
        table |= dict.fromkeys(spellings, one)
    return table


LABELS: dict[str, Encoding] = _table()

_HEAD = 4096  # bytes in which a page's own label is looked for
_LATE = 1 << 20  # a label behind a comment of 200 kB was seen
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(
    rb"""<(?:meta\s|\?xml\s)[^<>]{0,300}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}"""
    rb"""([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"""charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)


def page_label(body: bytes, *, late: bool = False) -> str | None:
    """The label in the page's own head, lower case; `late`: look far behind the head as well.

    Labels in comments do not count, as in browsers.
    """
    head = body[:_HEAD]
    if b"<!--" in head:
        head = _COMMENT.sub(b"", head)
    found = _META.search(head) or (_META.search(body, 0, _LATE) if late else None)
    return found[1].decode("ascii").lower() if found else None


def header_label(content_type: str | None) -> str | None:
    """The label in a Content-Type header, lower case."""
    found = _HEADER.search(content_type) if content_type else None
    return found[1].lower() if found else None
