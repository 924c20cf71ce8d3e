"""Where a reader should look twice: fields from a weak witness, or of which witnesses disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newscrawl.extract.article.author_doubts import doubts_about_authors
from newscrawl.extract.article.body_doubts import body_doubts
from newscrawl.extract.article.byline import RULES
from newscrawl.extract.article.byline_doubts import unread_in_byline
from newscrawl.extract.article.metadata import Claim, Metadata
from newscrawl.extract.article.parts import Parts
from newscrawl.extract.article.source import is_outlet
from newscrawl.extract.article.title import Title
from newscrawl.extract.article.title_signs import is_column
from newscrawl.extract.tags import WRITTEN_TAG
from newscrawl.items import Issue, Provenance
from newscrawl.text.people import is_source_placeholder, looks_like_house
from newscrawl.text.whitespace import squash

# A rule that begins like this is a guess; the words say why.
_GUESSES: Mapping[str, Mapping[str, str]] = {
    "authors": {
        "head:": "named in the first lines of the text, and not only as its writer",
        "tail:": "named in the last lines of the text, and not only as its writer",
        "line:": "a name without a label",
    },
    "source": {
        "line": "a name beside the date, without a label",
        "class:": "a name without a label",
        "meta:": "declared, not printed",
    },
    "date_published": {
        "line-apart": "a date without a label, not under the title",
        "label:更新": "only the day of the last change is printed",
        "label:最后": "only the day of the last change is printed",
        "label:成文": "only the day of the signature is printed",
        "label:发文日期": "only the day of the signature is printed",
        "label:生成": "only the day of the signature is printed",
        "label:Updated": "only the day of the last change is printed",
        "label:Last": "only the day of the last change is printed",
    },
}
# Words that call a name the writer's wherever they stand; 文/图, 整理, 执笔 may say something else.
_WRITES = ("记者", "通讯员", "作者", "撰稿", "撰文", "报道", "文")
_EXPLICIT = frozenset(f"{where}:{word}" for where in ("head", "tail") for word in _WRITES)
_NAMED = ("line", "class:source")
_WITNESSES = 2  # that must agree with a title which is only a line of the page
# Marks that no name has: what stands behind the label may say where the facts are from.
_SEVERAL = re.compile(r"[、，。；]")


def doubts_about(
    provenance: Mapping[str, Provenance],
    parts: Parts,
    authors: tuple[str, ...],
    source: str | None,
    text: str,
) -> Iterator[Issue]:
    """Issues for fields that a weak witness gave, or that another witness contradicts."""
    for field, guesses in _GUESSES.items():
        said = provenance[field]
        if said.status in ("ok", "conflict") and not _is_sure(field, said):
            for start, why in guesses.items():
                if (said.rule or "").startswith(start):
                    yield Issue(code="weak_witness", field=field, text=f"{said.rule}: {why}")
    yield from doubts_about_authors(provenance["authors"], parts, authors)
    yield from unread_in_byline(parts, authors, source)
    yield from _about_source(provenance["source"], source, parts.metadata)
    yield from _about_title(parts.title, parts.document.title, parts.metadata)
    if seen := "; ".join(body_doubts(parts, text)):
        yield Issue(code="body_uncertain", field="body", text=f"{parts.rule}: {seen}")


def _is_sure(field: str, said: Provenance) -> bool:
    """Whether what was read from a place of guesses says itself what it is."""
    if field == "authors":
        return said.rule in _EXPLICIT
    return field == "source" and said.rule in _NAMED and is_outlet(said.raw or "")


def _about_source(said: Provenance, source: str | None, metadata: Metadata) -> Iterator[Issue]:
    """A declared source that is another than the printed one; a word printed in place of one."""
    claim = metadata.first("source")
    declared = squash(claim.value) if claim and not is_source_placeholder(claim.value) else ""
    printed = squash(source or "")
    if said.status == "ok" and _SEVERAL.search(source or ""):
        yield Issue(code="weak_witness", field="source", text=f"{said.rule}: a sentence")
    if said.status == "placeholder" and not declared:
        text = f"{said.rule} says {said.raw}, which stands for no source"
        yield Issue(code="placeholder", field="source", text=text)
    elif claim and declared and declared not in printed and not (printed and printed in declared):
        text = f"printed {source or 'nothing'}, {claim.rule} says {claim.value[:60]}"
        yield Issue(code="source_conflict", field="source", text=text)


def _about_title(title: Title | None, page: str | None, metadata: Metadata) -> Iterator[Issue]:
    if title is None:
        yield Issue(code="no_title", field="title", text="no line and no declaration")
        return
    key, claims = squash(title.text), metadata.all("title")
    # A rule of the site file has been looked at by somebody: no declaration is better.
    ruled = title.rule.startswith(RULES)
    other = None if ruled else next((c for c in _best(claims) if not _agrees(key, c.value)), None)
    if other is not None:
        text = f"{other.rule} says {other.value[:120]}"
        yield Issue(code="title_conflict", field="title", text=text)
    elif _ways_to_say(key, claims, page) < _least_ways(title):
        text = f"{title.rule}: nobody else says so"
        yield Issue(code="title_unconfirmed", field="title", text=text)
    elif not ruled and (is_column(title.text) or looks_like_house(title.text)):
        text = f"{title.rule}: a column or a house may be called so"
        yield Issue(code="title_unconfirmed", field="title", text=text)


def _least_ways(title: Title) -> int:
    """In how many ways a page must declare a title that no declaration helped to find."""
    if title.placed or (title.agreed and title.rule != "line"):
        return 0
    return 1 if title.agreed else _WITNESSES


def _best(claims: list[Claim]) -> list[Claim]:
    """The title that meta tags declare and the headline of JSON-LD: each the most trusted one."""
    kinds = ("meta:", "json-ld:headline")
    firsts = (next((c for c in claims if c.rule.startswith(kind)), None) for kind in kinds)
    return [claim for claim in firsts if claim is not None]


def _agrees(key: str, declared: str) -> bool:
    """Whether a declared title is the one that was read, or more or less of it."""
    said = squash(WRITTEN_TAG.sub("", declared))
    return not said or said in key or key in said


def _ways_to_say(key: str, claims: list[Claim], page: str | None) -> int:
    """In how many ways a page declares a title: in meta tags, in JSON-LD, in <title>."""
    ways = [*claims, Claim(page or "", "title-tag")]
    return len({claim.rule.partition(":")[0] for claim in ways if key in squash(claim.value)})
