"""What small inline scripts write into a page: on old sites the date or the count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from newscrawl.extract.tags import WRITTEN_TAG

_LITERAL = r"""(?:"[^"\n]*"|'[^'\n]*')"""
# "2023-02-13 10:00:00".substr(0, 10): the day of a time.
_CUT = r"\.(?:substr|substring|slice)\(\s*0\s*,\s*{}\s*\)"
_SOURCE = rf"{_LITERAL}|[A-Za-z_$][\w$]*"
_TERM = rf"(?:{_SOURCE})(?:{_CUT.format('[0-9]+')})?"
_WRITES = re.compile(rf"document\.write(?:ln)?\(\s*({_TERM}(?:\s*\+\s*{_TERM})*)\s*\)")
_TERMS = re.compile(rf"(?P<source>{_SOURCE})(?:{_CUT.format('(?P<length>[0-9]+)')})?")
# Looked for by its first letter, which is the first of a word.
_GIVEN = re.compile(rf"([A-Za-z_$](?<![\w$.].)[\w$]*+)\s*+=\s*+({_LITERAL})")
_QUOTES = frozenset("\"'")
_WRITTEN_LIMIT = 120  # characters of a value that a script writes
# Rows of other articles, and scripts that a script brings in.
_OTHERS = re.compile(r"<(?:a|script)\b", re.IGNORECASE)


def written_by(script: str) -> str | None:
    """What a small inline script writes into the page: `var d='2023-02-13'; document.write(d)`.

    Only string literals, directly or through variables of the same script, and their sums; nothing
    is run. Of a sum with a variable that has no such value nothing is known, and one with an empty
    variable is not written: `if (zz != '') document.write('作者：' + zz)`.
    """
    sums = [list(_TERMS.finditer(written)) for written in _WRITES.findall(script)]
    if not sums:
        return None
    named = any(term["source"][0] not in _QUOTES for terms in sums for term in terms)
    given = _given_in(script) if named else {}
    texts = []
    for terms in sums:
        literals = [_literal(term, given) for term in terms]
        known, value = all(literals), "".join(filter(None, literals))
        if known and len(value) <= _WRITTEN_LIMIT and not _OTHERS.search(value):
            texts.append(unescape(WRITTEN_TAG.sub(" ", value)))
    return " ".join(dict.fromkeys(texts)) or None


def _given_in(script: str) -> Mapping[str, str]:
    """The literals that a script's variables are given first, with their quotes."""
    given: dict[str, str] = {}
    for name, literal in _GIVEN.findall(script):
        given.setdefault(name, literal)
    return given


def _literal(term: re.Match[str], given: Mapping[str, str]) -> str | None:
    """The text of a literal, or of a variable that is one, as far as it is written."""
    source = given.get(term["source"], term["source"])
    if source[0] not in _QUOTES:
        return None
    return source[1:-1][: int(term["length"]) if term["length"] else None]
