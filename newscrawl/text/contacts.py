"""How a site's people reach whoever crawls it."""

from __future__ import annotations

import re

_CONTACT = re.compile(r"\S@\S|https?://\S")


def has_contact(text: str) -> bool:
    """Whether a mail or web address stands in it."""
    return bool(_CONTACT.search(text)) and text.isprintable()
