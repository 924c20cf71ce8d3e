"""The text a page declares (JSON-LD articleBody), held against the text that was read from it."""

from __future__ import annotations

import re

from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.tags import WRITTEN_TAG
from newscrawl.items import Block
from newscrawl.text.whitespace import squash

_LEAST = 300  # characters of a declared text that is more than a teaser
_PROBES = 12  # pieces of it that are looked for on the page
_PROBE_LENGTH = 24  # characters of such a piece


def declared_text(metadata: Metadata) -> str | None:
    """The declared text, if it is long enough to be one."""
    claim = metadata.first("body")
    text = WRITTEN_TAG.sub(" ", claim.value).strip() if claim is not None else ""
    return text if len(text) >= _LEAST else None


def share_found(declared: str, text: str) -> float:
    """How much of the declared text the read one holds: of twelve pieces of it, 0..1."""
    key, mine = squash(declared), squash(text)
    step = max(1, (len(key) - _PROBE_LENGTH) // _PROBES)
    probes = [key[i : i + _PROBE_LENGTH] for i in range(0, step * _PROBES, step)]
    return sum(probe in mine for probe in probes) / len(probes)


def as_blocks(declared: str) -> tuple[Block, ...]:
    """The declared text as paragraphs."""
    parts = re.split(r"\n{1,}|(?<=[.!?。！？])\s{2,}", declared)
    return tuple(Block(type="paragraph", text=part.strip()) for part in parts if part.strip())
