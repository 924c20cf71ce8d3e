"""What a project's own settings say about requests, held against what can be sent at all."""

from __future__ import annotations

import re
from math import isfinite

from scrapy.settings import BaseSettings

from newscrawl.errors import UsageError

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # a token, RFC 9110 5.6.2
_HEADERS, _DELAY = "DEFAULT_REQUEST_HEADERS", "NEWSCRAWL_DELAY"


def check_settings(settings: BaseSettings) -> None:
    """UsageError with one line for a header that no request can have, or a delay that is none.

    Twisted would fail every request with it, aiohttp send it as it is.
    """
    for name, value in settings.getdict(_HEADERS).items():
        if not _NAME.fullmatch(str(name)):
            raise UsageError(f"{_HEADERS}: {str(name)!r} cannot be the name of a header")
        if value is not None and not str(value).isprintable():
            raise UsageError(f"{_HEADERS}: the value of {name} is not one line")
    told = settings.get(_DELAY)
    if told is not None and not _is_delay(told):
        raise UsageError(f"{_DELAY} takes seconds from 0 on, not {told}")


def _is_delay(told: object) -> bool:
    try:
        return isfinite(float(str(told))) and float(str(told)) >= 0
    except ValueError:
        return False
