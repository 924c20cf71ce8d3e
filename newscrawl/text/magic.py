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


def binary_kind(body: bytes) -> str | None:
    """What a file is that is no page ("a PDF"), None for what may be one."""
    head = body[:16].lstrip()
    return next((name for magic, name in _MAGIC if head.startswith(magic)), None)
