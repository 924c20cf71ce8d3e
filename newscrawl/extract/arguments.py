"""What the functions for Python users are given: a wrong type is told by name before any work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from newscrawl.sites.model import Site

_NONE = type(None)
_WANTED: Mapping[str, tuple[tuple[type, ...], str]] = {
    "html": ((bytes, bytearray), "the page's bytes as received (decoding is part of the work)"),
    "url": ((str,), "the address of the page as text"),
    "content_type": ((str, _NONE), "the Content-Type header as text"),
    "site": ((Site, _NONE), "a Site, as load_site gives it"),
    "now": ((datetime, _NONE), "a datetime"),
}


def refuse_wrong_types(**given: object) -> None:
    """TypeError, in one line that names the argument, for what cannot be read at all."""
    for name, value in given.items():
        kinds, wanted = _WANTED[name]
        if not isinstance(value, kinds):
            raise TypeError(f"{name} takes {wanted}, not {type(value).__name__}")
