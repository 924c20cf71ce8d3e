"""Files that are no text, told by their first bytes, whatever their Content-Type says."""

from __future__ import annotations

PDF = "a PDF"
# What no HTML page starts with; all were seen behind links to articles.
_MAGIC = (
    (b"%PDF-", PDF),
    (b"PK\x03\x04", "an archive or office file"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"Rar!", "an archive"),
)


# Control characters that no text has, in any character set but UTF-16: that starts with its mark,
# or with markup, of which every other byte is NUL. A packed sitemap is unpacked where it is read.
_UTF16, _GZIP, _MARKUP = (b"\xff\xfe", b"\xfe\xff"), b"\x1f\x8b", 8
_NO_TEXT = bytes({*range(1, 0x20)} - {*b"\t\n\f\r\x1b"})
_LOOKED_AT, _ENOUGH = 1024, 64
_SHARE = 0.05  # of random bytes it is a tenth


def binary_kind(body: bytes) -> str | None:
    """What a file is that is no page ("a PDF"), None for what may be one."""
    head = body[:16].lstrip()
    named = next((name for magic, name in _MAGIC if head.startswith(magic)), None)
    return named or ("binary data" if _is_binary(body[:_LOOKED_AT]) else None)


def _is_binary(start: bytes) -> bool:
    if start.startswith((*_UTF16, _GZIP)) or start[:_ENOUGH].count(0) > _MARKUP:
        return False
    odd = len(start) - len(start.translate(None, _NO_TEXT))
    return len(start) >= _ENOUGH and odd > _SHARE * len(start)
