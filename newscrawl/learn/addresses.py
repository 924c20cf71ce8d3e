"""What the addresses of a site's articles have in common, as one regular expression."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from newscrawl.text.urls import path_and_query

_TOKEN = re.compile(r"\d+|[A-Za-z]+|.", re.DOTALL | re.ASCII)
_EDGES = re.compile(r"([/?&=])")
_SPECIAL = re.compile(r"([.^$*+?{}\[\]\\|()])")
_MOST = 0.75  # share of the addresses that must be spelt alike
_MOST_TOKENS = 9


def article_pattern(articles: Collection[str], others: Collection[str] = ()) -> str | None:
    r"""A pattern that most article addresses match (path and query) and none of `others` does.

    Numbers become ``\d+``, a part without a common shape anything. None where too few have as many
    parts, or where no number tells an article from a column.
    """
    forms: dict[int, list[Sequence[str]]] = defaultdict(list)
    for url in dict.fromkeys(articles):
        parts = _EDGES.split(path_and_query(url))
        forms[len(parts)].append(parts)
    alike = max(forms.values(), key=len, default=[])
    if len(alike) < 2 or len(alike) < _MOST * sum(map(len, forms.values())):
        return None
    pattern = "".join(_part(column) for column in zip(*alike, strict=True)) + "$"
    clashes = "\\d" not in pattern or any(re.search(pattern, path_and_query(url)) for url in others)
    return None if clashes else pattern


def _part(column: Sequence[str]) -> str:
    """One part of the addresses: as it is, by its numbers and words, or anything."""
    split = [_TOKEN.findall(part) for part in column]
    alike = len({tuple(map(_kind, tokens)) for tokens in split}) == 1
    if not alike or (len(set(column)) > 1 and len(split[0]) > _MOST_TOKENS):
        return "[^/?&]+"
    return "".join(_generalised(tokens) for tokens in zip(*split, strict=True))


def _kind(token: str) -> str:
    if token.isascii() and token.isdigit():
        return "0"
    return "a" if token.isascii() and token.isalpha() else token


def _generalised(column: Sequence[str]) -> str:
    if _kind(column[0]) == "0":
        return r"\d+"
    same = len(set(column)) == 1
    return _SPECIAL.sub(r"\\\1", column[0]) if same else "[A-Za-z]+"
