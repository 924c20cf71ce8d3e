"""Who is printed on the page: authors and everybody else, by role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newscrawl.extract.article.byline import Byline, rule_of
from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.lines import Line
from newscrawl.items import Credit, Provenance, Role, Status
from newscrawl.text.labels import BOUNDARY, LabelRole
from newscrawl.text.people import is_placeholder, looks_like_person, split_people
from newscrawl.text.signatures import read_signature
from newscrawl.text.whitespace import squash

_CREDIT_ROLE: dict[LabelRole, Role] = {
    "author": "author",
    "correspondent": "correspondent",
    "photographer": "photographer",
    "editor": "editor",
    "reviewer": "reviewer",
    "publisher": "publisher",
}
_WRITERS: frozenset[Role] = frozenset(("author", "correspondent"))
# What stands in brackets, in the head or the tail of a text.
_BRACKET = re.compile(r"[（(\[【［]([^（()）\[\]【】［］]{2,80})[)）\]】］]")
_BRACKETS = re.compile(r"[（(\[【［]")
# `本网讯 记者甲、通讯员乙报道：`, unbracketed, at the head of the text.
_REPORTED = re.compile(
    r"^(?:[^，。：:]{0,16}?[讯电](?:\s|$)?)?\s*((?=[^，。]{0,24}(?:记者|通讯员))(?!据)[^。：:]{2,60}?报道)[：:，,\s]"
)
# `某处 甲/摄` behind a caption.
_SHOT = re.compile(r"(?:^|[\s。，；）)])([\u3400-\u9fff]{2,4})\s*[/／]?\s*摄影?[）)]?$")
_HEAD, _TAIL = 3, 6
_NEAR, _BEHIND = 60, 90
_SIGNATURES = 3


@dataclass(frozen=True, slots=True)
class People:
    """Authors in order, all credits, and which rule gave the authors."""

    authors: tuple[str, ...]
    credits: tuple[Credit, ...]
    provenance: Provenance


def find_people(
    byline: Byline,
    body: Sequence[Line],
    behind: Sequence[Line],
    metadata: Metadata,
    *,
    host: str,
    chinese: bool,
) -> People:
    """Labels of the byline first, then the head and tail of the text, then the page's own meta.

    `body` are the text lines of the article, `behind` the lines that follow it.
    """
    credits = [credit for credit, _ in _labelled(byline)]
    rule, raw = _rule_of(byline)
    if not _writers(credits):
        for credit, line_rule, text in _printed(body, behind):
            credits.append(credit)
            if credit.role in _WRITERS and rule is None:
                rule, raw = line_rule, text
    else:
        credits += [c for c, _, _ in _printed(body, behind) if c.role not in _WRITERS]
    if not _writers(credits) and not chinese:
        for name, claim_rule, text in _declared(
            metadata, _owners(metadata, host) if byline.names else set()
        ):
            credits.append(Credit(role="author", name=name))
            rule, raw = claim_rule, text
    if not _writers(credits):
        for text in byline.names[:_SIGNATURES]:
            names = split_people(text)
            # Chinese templates call the source's element the author's as well.
            if names and (not chinese or all(map(looks_like_person, names))):
                credits += [Credit(role="author", name=name) for name in names]
                rule, raw = "line:By", text
    unique = tuple(dict.fromkeys(credits))
    authors = tuple(dict.fromkeys(credit.name for credit in unique if credit.role in _WRITERS))
    return People(authors, unique, _provenance(byline, authors, rule, raw))


def _writers(credits: Iterable[Credit]) -> bool:
    return any(credit.role in _WRITERS for credit in credits)


def _labelled(byline: Byline) -> Iterator[tuple[Credit, str]]:
    for label in byline.of(*_CREDIT_ROLE):
        for name in split_people(label.value):
            yield Credit(role=_CREDIT_ROLE[label.role], name=name), label.label


def _rule_of(byline: Byline) -> tuple[str | None, str | None]:
    for label in byline.of("author", "correspondent"):
        if split_people(label.value):
            return rule_of(label), label.value.replace(BOUNDARY, " ")
    return None, None


def _provenance(
    byline: Byline, authors: tuple[str, ...], rule: str | None, raw: str | None
) -> Provenance:
    if authors:
        return Provenance(status="ok", rule=rule, raw=raw[:200] if raw else raw)
    for label in byline.of("author", "correspondent"):
        value = label.value.replace(BOUNDARY, " ").strip()
        status: Status = (
            "empty" if not value else ("placeholder" if is_placeholder(value) else "invalid")
        )
        return Provenance(status=status, rule=rule_of(label), raw=value[:200])
    return Provenance(status="absent")


def _printed(body: Sequence[Line], behind: Sequence[Line]) -> Iterator[tuple[Credit, str, str]]:
    """Credits printed in the head and the tail of the text, and in the lines behind it."""
    texts = [line for line in body if line.kind == "text"]
    for index, line in enumerate(texts[:_HEAD]):
        if index == 0 and (told := _REPORTED.match(line.text)):
            yield from _signed(told[1], "head")
        yield from _of_line(line.text, line.text[:_BEHIND], "head")
    for line in (*texts[-_TAIL:], *behind):
        if line.links * 2 > len(line.text):
            continue
        yield from _of_line(line.text, line.text[-_BEHIND:], "tail")


def _of_line(text: str, part: str, where: str) -> Iterator[tuple[Credit, str, str]]:
    """The credits of one line: of what it holds in brackets, of itself, of its caption."""
    for match in _BRACKET.finditer(part):
        yield from _signed(match[1], where)
    alone = text.strip("（()）[]【】［］")
    if len(text) > _BEHIND or _BRACKETS.search(alone):
        return
    own = list(_signed(alone, where))
    yield from own
    shot = None if own else _SHOT.search(text)
    if shot and looks_like_person(shot[1]):
        yield Credit(role="photographer", name=shot[1]), f"{where}:摄", shot[0]


def _signed(text: str, where: str) -> Iterator[tuple[Credit, str, str]]:
    for one in read_signature(text):
        for name in one.names:
            for hand in one.hands:
                yield Credit(role=hand, name=name), f"{where}:{one.word}", text


def _owners(metadata: Metadata, host: str) -> set[str]:
    """The names a newspaper signs with itself: where it prints another one, that is meant."""
    sites = {squash(site.value) for site in metadata.all("site_name")}
    return sites | {squash(label) for label in host.split(".")}


def _declared(metadata: Metadata, owners: set[str]) -> Iterator[tuple[str, str, str]]:
    first_rule: str | None = None
    for claim in metadata.all("author"):
        if first_rule is not None and claim.rule != first_rule:
            return
        if claim.value.startswith("http"):
            continue
        for name in split_people(claim.value):
            if squash(name) in owners:
                continue
            first_rule = claim.rule
            yield name, claim.rule, claim.value
