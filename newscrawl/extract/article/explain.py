"""Why a record says what it says: each field's rule and raw text, and who else was heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.extract.article.byline import rule_of
from newscrawl.extract.article.dating import Reader
from newscrawl.extract.article.declared_title import declared_titles
from newscrawl.extract.article.metadata import Claim
from newscrawl.extract.article.parts import Listed, Parts, take_apart
from newscrawl.extract.document import Document
from newscrawl.items import Article
from newscrawl.sites.model import Site
from newscrawl.text.label_tables import LabelRole
from newscrawl.text.labels import BOUNDARY
from newscrawl.text.whitespace import squash

EXPLAINED = ("title", "authors", "source", "date_published", "body", "view_count")
_ROLES: dict[str, tuple[LabelRole, ...]] = {
    "authors": ("author", "correspondent"),
    "source": ("source",),
    "date_published": ("published", "modified"),
    "view_count": ("views",),
}
_META = {"authors": "author", "source": "source", "date_published": "published"}
_LONGEST = 80  # characters of a text that are shown


@dataclass(frozen=True, slots=True)
class Rival:
    """Another witness for a field: its rule, what it says, and why it did not decide."""

    rule: str
    raw: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One field: its value as text, status, rule and raw text, and the other witnesses."""

    field: str
    value: str
    status: str
    rule: str | None
    raw: str | None
    rivals: tuple[Rival, ...]


def explain(
    document: Document, article: Article, listed: Listed | None = None, site: Site | None = None
) -> tuple[Explanation, ...]:
    """Explain the fields of a record read from this page, by the rules of `site` if given."""
    parts = take_apart(document, listed, site)
    return tuple(_explained(name, article, parts, listed) for name in EXPLAINED)


def _explained(name: str, article: Article, parts: Parts, listed: Listed | None) -> Explanation:
    said = article.provenance[name]
    rivals = tuple(
        Rival(rule, raw[:_LONGEST], _verdict(name, raw, article))
        for rule, raw in _heard(name, parts, listed)
        if (rule, raw[:_LONGEST]) != (said.rule, (said.raw or "")[:_LONGEST])
    )
    return Explanation(name, _printed(name, article), said.status, said.rule, said.raw, rivals)


def _printed(name: str, article: Article) -> str:
    value = getattr(article, name)
    if name == "body":
        return f"{len(value)} characters in {len(article.blocks)} blocks: {value[:_LONGEST]}"
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def _heard(name: str, parts: Parts, listed: Listed | None) -> Iterator[tuple[str, str]]:
    """Everybody who said something about a field, in the order of trust."""
    if name == "title":
        listed_title = listed.title if listed is not None else None
        page_title = parts.document.title
        for claim in declared_titles(parts.metadata, page_title, listed_title):
            yield claim.rule, claim.value
    for label in parts.byline.of(*_ROLES.get(name, ())):
        yield rule_of(label), label.value.replace(BOUNDARY, " ")
    for claim in _claims(name, parts):
        yield claim.rule, claim.value
    if name == "date_published":
        yield from (("time", text) for text in parts.byline.times)
        yield from (
            ("line", text.replace(BOUNDARY, ""))
            for text in (*parts.byline.bare, *parts.byline.over, *parts.byline.far)
        )
        if listed is not None and listed.date:
            yield "listing", listed.date
    if name == "authors":
        yield from (("line:By", text) for text in parts.byline.names)


def _claims(name: str, parts: Parts) -> list[Claim]:
    return parts.metadata.all(_META[name]) if name in _META else []


def _verdict(name: str, raw: str, article: Article) -> str:
    """How a witness stands to the value that was taken."""
    if not raw.strip():
        return "says nothing"
    if name == "date_published":
        date = Reader(None, None, None).one(raw)
        if date is None:
            return "is no date that can be read"
        same = date.iso[:10] == (article.date_published or "")[:10]
        return "agrees" if same else "says another day and is trusted less"
    value = getattr(article, name)
    taken = squash(" ".join(value) if isinstance(value, tuple) else str(value or ""))
    key = squash(raw)
    if taken and (key == taken or taken in key):
        return "agrees" if key == taken else "holds it and more"
    return "differs and is trusted less"
