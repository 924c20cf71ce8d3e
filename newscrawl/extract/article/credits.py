"""Who is printed on the page: authors and everybody else, by role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from newscrawl.extract.article.byline import Byline, rule_of
from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.article.writers_by_place import Text, writers_by_place
from newscrawl.extract.lines import Line
from newscrawl.items import Credit, Provenance, Role, Status
from newscrawl.text.bylines import authors_in
from newscrawl.text.credit_lines import read_credit_line
from newscrawl.text.label_tables import LabelRole
from newscrawl.text.labels import BOUNDARY, Labelled
from newscrawl.text.people import (
    before_date,
    house_and_people,
    is_placeholder,
    looks_like_body,
    looks_like_person,
    split_people,
)
from newscrawl.text.signatures import (
    HOLDS_ROLES,
    OTHER_ROLE,
    TEXT_AND_PICTURES,
    Signed,
    read_signature,
)
from newscrawl.text.traditional import simplified
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
_BRACKET = re.compile(r"[（(\[【［〔]([^（()）\[\]【】［］〔〕]{2,80})[)）\]】］〕]")
_BRACKETS = re.compile(r"[（(\[【［〔]")
# `本网讯 记者甲、通讯员乙报道：`, unbracketed, at the head of the text.
_REPORTED = re.compile(
    r"^(?:[^，。：:]{0,16}?[讯电](?:\s|$)?)?\s*((?=[^，。]{0,24}(?:记者|通讯员))(?!据)[^。：:]{2,60}?报道)[：:，,\s]"
)
# `某处 甲/摄` behind a caption.
_SHOT = re.compile(r"(?:^|[\s。，；）)])([\u3400-\u9fff]{2,4})\s*[/／]?\s*摄影?[）)]?$")
# 本文来自微信公众号“某号”，作者：某甲，某网经授权发布。
_FIRST_STOOD = re.compile(
    r"[*·●\s]*(?:编者[按语]\s*[:：]?\s*)?(?:本文|文章|内容|原文)(?:内容|原文)?(?:[原首最][文发载刊早初]*|转载?|来[自源]|[选源出]自|经|由|已获|为)[^。]{0,60}?[，,；;。\s（(]作者(?:署名)?\s*[:：是为]?\s*"
    r"(?P<who>[^，。,；;)）\s:：]{2,16}?)(?=[，。,；;)）\s]|$)"
)
_TOOK_PART = "参与"
_TOLD_IN = 160  # characters of a line that may say so
_HEAD, _FAR_HEAD, _TAIL = 3, 10, 6
_NEAR, _BEHIND = 60, 90


@dataclass(frozen=True, slots=True)
class People:
    """Authors in order, all credits, and which rule gave the authors."""

    authors: tuple[str, ...]
    credits: tuple[Credit, ...]
    provenance: Provenance


def find_people(
    byline: Byline,
    lines: Text,
    metadata: Metadata,
    *,
    host: str,
    chinese: bool,
) -> People:
    """Labels of the byline first, then the head and tail of the text, then the page's own meta."""
    body, behind = lines.body, lines.behind
    credits = [credit for credit, _ in _labelled(byline)]
    rule, raw = _rule_of(byline)
    if not _writers(credits):
        for credit, line_rule, text in _printed(body, behind):
            credits.append(credit)
            if credit.role in _WRITERS and rule is None:
                rule, raw = line_rule, text
    else:
        credits += _with_more(credits, list(_printed(body, behind)))
    if not _writers(credits):
        named = writers_by_place(byline, lines, metadata, host=host, chinese=chinese)
        credits += [Credit(role="author", name=name) for name, _, _ in named]
        if named:
            _, rule, raw = named[0]
    unique = tuple(dict.fromkeys(_without_source(credits, byline)))
    authors = tuple(dict.fromkeys(credit.name for credit in unique if credit.role in _WRITERS))
    return People(authors, unique, _provenance(byline, authors, rule, raw))


def _with_more(
    labelled: Sequence[Credit], printed: Sequence[tuple[Credit, str, str]]
) -> list[Credit]:
    """What a text prints besides labels: of its writers only all, where the labels name a part.

    And who it says took part, whoever else is named.
    """
    known = {credit.name for credit in labelled if credit.role in _WRITERS}
    named = {credit.name for credit, _, _ in printed if credit.role in _WRITERS}
    people = (looks_like_person(name) or not looks_like_body(name) for name in named - known)
    whole = known < named and all(people)
    return [
        credit
        for credit, rule, _ in printed
        if whole or credit.role not in _WRITERS or _TOOK_PART in rule
    ]


def _without_source(credits: Sequence[Credit], byline: Byline) -> list[Credit]:
    """The credits without the page's source, where it stands among the persons of its own."""
    sources = {squash(before_date(label.value)) for label in byline.of("source")}
    persons = any(one.role in _WRITERS and looks_like_person(one.name) for one in credits)
    return [
        one
        for one in credits
        if not (persons and squash(one.name) in sources and not looks_like_person(one.name))
    ]


def _writers(credits: Iterable[Credit]) -> bool:
    return any(credit.role in _WRITERS for credit in credits)


def _labelled(byline: Byline) -> Iterator[tuple[Credit, str]]:
    writers = byline.of("author", "correspondent")
    known = [split_people(label.value) for label in writers if label not in byline.behind]
    named = any(map(looks_like_person, chain(*known)))
    for label in byline.of(*_CREDIT_ROLE):
        # 作者：某大学教授, under a text whose author is named over it.
        who = named and label in byline.behind
        for credit, word in _of_label(label):
            if not who or credit.role not in _WRITERS or looks_like_person(credit.name):
                yield credit, word
    for label in byline.of("source"):
        together = house_and_people(before_date(label.value.replace(BOUNDARY, " ")))
        for name in together[1] if together else ():
            yield Credit(role="author", name=name), label.label
        # 来源：某报 记者 甲
        other = OTHER_ROLE.search(label.value)
        for one in read_signature(label.value[other.start() :]) if other else ():
            yield from _credits(one)


def _of_label(label: Labelled) -> Iterator[tuple[Credit, str]]:
    if other := HOLDS_ROLES.search(label.value):
        # 责编：甲 记者 乙: one label's value holds another's part; 作者：甲/文 乙/图: only those.
        value = before_date(label.value.replace(BOUNDARY, " "))
        parts = read_signature(value if other["each"] else f"{label.label}：{value}")
        if len(parts) > 1:
            for one in parts:
                yield from _credits(one)
            return
    read = authors_in if label.label.isascii() else split_people
    for name in read(label.value):
        yield Credit(role=_CREDIT_ROLE[label.role], name=name), label.label
        if label.label in TEXT_AND_PICTURES:
            yield Credit(role="photographer", name=name), label.label
    for match in _BRACKET.finditer(label.value):  # 供稿：某处（文/甲 图/乙）
        for one in read_signature(match[1].replace(BOUNDARY, " ")):
            yield from _credits(one)


def _credits(signed: Signed) -> Iterator[tuple[Credit, str]]:
    for name in signed.names:
        yield from ((Credit(role=hand, name=name), signed.word) for hand in signed.hands)


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
    for line in texts[_HEAD:_FAR_HEAD]:
        if len(line.text) <= _NEAR:
            yield from _of_line(line.text, "", "head")
    for line in (*texts[-_TAIL:], *behind):
        if line.links * 2 > len(line.text):
            continue
        yield from _of_line(line.text, line.text[-_BEHIND:], "tail")


def _of_line(text: str, part: str, where: str) -> Iterator[tuple[Credit, str, str]]:
    """The credits of one line: of what it holds in brackets, of itself, of its caption."""
    told = "作者" in text
    if told and (stood := _FIRST_STOOD.match(simplified(text[:_TOLD_IN]))):
        for name in split_people(text[slice(*stood.span("who"))]):
            yield Credit(role="author", name=name), f"{where}:作者", stood[0]
        return
    for match in _BRACKET.finditer(part):
        yield from _signed(match[1], where)
    if len(text) > _BEHIND or _BRACKETS.search(alone := text.strip("（()）[]【】［］〔〕")):
        return
    own = list(_signed(alone, where))
    yield from own
    shot = None if own else _SHOT.search(text)
    if shot and looks_like_person(shot[1]):
        yield Credit(role="photographer", name=shot[1]), f"{where}:摄", shot[0]


def _signed(text: str, where: str) -> Iterator[tuple[Credit, str, str]]:
    for one in read_signature(text) or read_credit_line(text):
        for name in one.names:
            for hand in one.hands:
                yield Credit(role=hand, name=name), f"{where}:{one.word}", text
