"""What small inline scripts write into a page: on old sites the date or the count."""

from __future__ import annotations

import re

from newscrawl.extract.tags import WRITTEN_TAG

_WRITES = re.compile(
    r"""document\.write(?:ln)?\(\s*("[^"\n]*"|'[^'\n]*')?\s*([A-Za-z_$][\w$]*)?\s*\)"""
)
_WRITTEN_LIMIT = 120


def written_by(script: str) -> str | None:
    """What a small inline script writes into the page: `var d='2023-02-13'; document.write(d)`.

    Only string literals, directly or through one variable of the same script; nothing is run.
    """
    if "document.write" not in script:
        return None
    texts = []
    for literal, name in _WRITES.findall(script):
        value = literal[1:-1] if literal else None
        if name:
            known = re.search(rf"\b{re.escape(name)}\s*=\s*(\"[^\"\n]*\"|'[^'\n]*')", script)
            value = known[1][1:-1] if known else None
        if value and len(value) <= _WRITTEN_LIMIT:
            texts.append(WRITTEN_TAG.sub(" ", value))
    return " ".join(dict.fromkeys(texts)) or None
