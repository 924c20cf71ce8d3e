"""Addresses cut into scheme, host, path, query and fragment: what `urlsplit` says, sooner."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

# Nothing that `urlsplit` takes out, folds or refuses, as in nearly all addresses: no blank or
# control character, a host of letters. A page has thousands, each asked about several times.
_PLAIN = re.compile(
    r"(https?)://([A-Za-z0-9._-]++(?::[0-9]++)?)(?![^/?#])"
    r"([^?#\x00-\x20]*+)(?:\?([^#\x00-\x20]*+))?(?:#([^\x00-\x20]*+))?"
)


@lru_cache(maxsize=1024)
def parts_of(url: str) -> SplitResult:
    """As `urllib.parse.urlsplit`, and as that it raises ValueError for what is no address."""
    plain = _PLAIN.fullmatch(url)
    return SplitResult(*plain.groups("")) if plain else urlsplit(url)
