"""Comparing printed strings: two that a reader would call the same are the same key."""

from __future__ import annotations

import re
import unicodedata

_NOT_A_LETTER = re.compile(r"[\W_]+")


def squash(text: str) -> str:
    """Letters and digits only, one width, one case. For comparing; never for output."""
    return _NOT_A_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())
