"""What small inline scripts write into a page: on old sites the date or the count."""

from __future__ import annotations

import re
from html import unescape

from newscrawl.extract.tags import WRITTEN_TAG

_LITERAL = r"""(?:"[^"\n]*"|'[^'\n]*')"""
_TERM = rf"(?:{_LITERAL}|[A-Za-z_$][\w$]*)"
_WRITES = re.compile(rf"document\.write(?:ln)?\(\s*({_TERM}(?:\s*\+\s*{_TERM})*)\s*\)")
_TERMS = re.compile(_TERM)
_GIVEN = re.compile(rf"(?<![\w$.])([A-Za-z_$][\w$]*)\s*=\s*({_LITERAL})")
_WRITTEN_LIMIT = 120
_EMPTY = len("''")
# Rows of other articles, and scripts that a script brings in.
_OTHERS = re.compile(r"<(?:a|script)\b", re.IGNORECASE)


def written_by(script: str) -> str | None:
    """What a small inline script writes into the page: `var d='2023-02-13'; document.write(d)`.

    Only string literals, directly or through variables of the same script, and their sums; nothing
    is run. Of a sum with a variable that has no such value nothing is known, and one with an empty
    variable is not written: `if (zz != '') document.write('作者：' + zz)`.
    """
    if "document.write" not in script:
        return None
    given: dict[str, str] = {}
    for name, literal in _GIVEN.findall(script):
        given.setdefault(name, literal)
    texts = []
    for written in _WRITES.findall(script):
        terms = [given.get(term, term) for term in _TERMS.findall(written)]
        value = "".join(term[1:-1] for term in terms)
        known = all(term[0] in "\"'" and len(term) > _EMPTY for term in terms)
        if known and len(value) <= _WRITTEN_LIMIT and not _OTHERS.search(value):
            texts.append(unescape(WRITTEN_TAG.sub(" ", value)))
    return " ".join(dict.fromkeys(texts)) or None
