"""Where a reader should look twice: fields that were read, but not from the best of witnesses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newscrawl.extract.article.title import Title
from newscrawl.extract.article.weights import Weights
from newscrawl.items import Issue, Provenance

# A rule that begins like this is a guess; the words say why.
_GUESSES: Mapping[str, Mapping[str, str]] = {
    "authors": {
        "head:": "named in the first lines of the text, not in a byline",
        "tail:": "named in the last lines of the text, not in a byline",
        "line:": "a name without a label",
        "class:": "a name without a label",
        "meta:": "declared, not printed",
    },
    "source": {
        "line": "a name beside the date, without a label",
        "meta:": "declared, not printed",
    },
    "date_published": {
        "line-apart": "a date without a label, not under the title",
        "label:更新": "only the day of the last change is printed",
        "label:最后": "only the day of the last change is printed",
        "label:Updated": "only the day of the last change is printed",
        "label:Last": "only the day of the last change is printed",
    },
}
_HELD = 0.5


def doubts_about(
    provenance: Mapping[str, Provenance],
    title: Title | None,
    weights: Weights,
    rule: str,
    inside: float,
) -> Iterator[Issue]:
    """Issues for fields that a weak witness gave; `inside` is the weight of the body's lines."""
    for field, guesses in _GUESSES.items():
        said = provenance[field]
        for start, why in guesses.items():
            if said.status in ("ok", "conflict") and (said.rule or "").startswith(start):
                yield Issue(code="weak_witness", field=field, text=f"{said.rule}: {why}")
    if title is None:
        yield Issue(code="no_title", field="title", text="no line and no declaration")
    elif not title.agreed:
        yield Issue(
            code="title_unconfirmed", field="title", text=f"{title.rule}: nobody else says so"
        )
    total = sum(weights.each)
    if not rule.startswith("container:") and total and inside < _HELD * total:
        text = f"{rule}: holds {inside / total:.0%} of the page's running text"
        yield Issue(code="body_uncertain", field="body", text=text)
