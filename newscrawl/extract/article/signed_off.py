"""Who signs a Chinese text on its last line, in brackets and by name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newscrawl.extract.lines import Line
from newscrawl.text.people import bare_names, house_and_people, looks_like_body

_IN_BRACKETS = re.compile(r"[（(【]\s*([^（()）【】。，；：:]{2,30}?)\s*[)）】]")
_FULL_STOPS = ("。", "！", "？", "”", "…")
_RUNNING = 20  # characters of a paragraph that such a line stands under


def signed_off(body: Sequence[Line]) -> Iterator[tuple[str, str, str]]:
    """The names, the rule and the line: （某甲）, （某处 某甲、某乙） under a paragraph."""
    texts = [line for line in body[-2:] if line.kind == "text"]
    if len(texts) < len(body[-2:]) or len(texts) <= 1:
        return
    above, last = texts
    signed = None if last.heading or last.links else _IN_BRACKETS.fullmatch(last.text)
    if signed is None or len(above.text) < _RUNNING or not above.text.endswith(_FULL_STOPS):
        return
    together = house_and_people(signed[1])
    names = together[1] if together else bare_names(signed[1])
    yield from ((name, "tail:（）", last.text) for name in names if not looks_like_body(name))
