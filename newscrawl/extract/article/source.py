"""The 来源 of an article: labelled, bare beside the date, or declared."""

from __future__ import annotations

import re

from newscrawl.extract.article.byline import Byline, outlet_in, rule_of
from newscrawl.extract.article.metadata import Metadata
from newscrawl.items import Provenance, Status
from newscrawl.text.dates import find_dates
from newscrawl.text.labels import BOUNDARY
from newscrawl.text.people import is_source_placeholder

_BLANKS = re.compile(r"\s+")
_EDGE = " |:：-—（(【[\u3000\xa0"
_LONGEST = 60


def find_source(
    byline: Byline, metadata: Metadata, *, chinese: bool
) -> tuple[str | None, Provenance]:
    """The printed source; an empty label is `empty`, 本站原创 and its like are `placeholder`."""
    none: Provenance | None = None
    for label in byline.of("source"):
        value, rule = _value(label.value), rule_of(label)
        if value and not is_source_placeholder(value):
            raw = label.value.replace(BOUNDARY, " ")[:200]
            return value, Provenance(status="ok", rule=rule, raw=raw)
        status: Status = "placeholder" if value else "empty"
        none = (
            none
            if none and none.status == "placeholder"
            else Provenance(status=status, rule=rule, raw=value)
        )
    # A label that names nobody has spoken: what stands beside a date is then no source.
    unlabelled = () if none and none.status == "placeholder" else (*byline.bare, *byline.far)
    for text in unlabelled:
        outlet = outlet_in(_without_dates(text))
        if outlet and not is_source_placeholder(outlet):
            return outlet, Provenance(status="ok", rule="line", raw=text.replace(BOUNDARY, " "))
    claim = metadata.first("source")
    if none is None and claim is not None and chinese and len(claim.value) <= _LONGEST:
        if not is_source_placeholder(claim.value):
            return claim.value, Provenance(status="ok", rule=claim.rule, raw=claim.value)
        none = Provenance(status="placeholder", rule=claim.rule, raw=claim.value)
    return None, none or Provenance(status="absent")


def _value(value: str) -> str:
    """The first piece of a label's value: what follows in another element is something else."""
    first = next((piece for piece in value.split(BOUNDARY) if piece.strip(_EDGE)), "")
    dates = find_dates(first)
    if dates:
        first = first[: dates[0].start]
    return _BLANKS.sub(" ", first).strip(_EDGE)[:_LONGEST]


def _without_dates(text: str) -> str:
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]} {text[date.end :]}"
    return re.sub(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?", " ", text)
