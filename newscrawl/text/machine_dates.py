"""Moments as machines write them, read without a look at all the shapes that people print."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][01][0-9]:[0-5][0-9])"
)
# RFC 822: Mon, 13 Feb 2023 09:05:00 +0800
_MAIL = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{1,2} [A-Z][a-z]{2} (?:19|20)[0-9]{2}"
    r" [0-9]{2}:[0-9]{2}:[0-9]{2} (?:GMT|[+-][01][0-9][0-5][0-9])"
)


def machine_moment(text: str) -> str | None:
    """A moment as feeds and sitemaps write it, ISO 8601; None for any other spelling."""
    try:
        if _ISO.fullmatch(text):
            return datetime.fromisoformat(text).isoformat()
        if _MAIL.fullmatch(text):
            moment = parsedate_to_datetime(text)
            return moment.isoformat() if moment.tzinfo else None  # -0000: of no known zone
    except ValueError:
        pass
    return None
