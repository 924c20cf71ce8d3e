"""The moment of publication that only a script of the page knows, and prints when it runs.

Articles of WeChat accounts leave ``<em id="publish_time">`` empty and fill it from a variable:
``var ct = "1605153600"``, in later years ``var createTime = '2023-11-15 06:13'`` as well.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

_SIGN = "rich_media"  # in the names of every element of such a page
_MOMENT = re.compile(
    r"\b(?:ct|oriCreateTime|createTime|create_time|publish_time)\s*=\s*[\"']"
    r"(?:(?P<seconds>1\d{9})|(?P<printed>20\d\d-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?))[\"']"
)
_ZONE = timezone(timedelta(hours=8))


def scripted_moment(text: str) -> str | None:
    """When an article of WeChat was published, as printed or ISO 8601; None on other pages."""
    if _SIGN not in text or (found := _MOMENT.search(text)) is None:
        return None
    if found["seconds"]:
        return datetime.fromtimestamp(int(found["seconds"]), _ZONE).isoformat()
    return found["printed"]
