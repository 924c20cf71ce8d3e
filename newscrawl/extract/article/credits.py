"""Who is printed on the page: authors and everybody else, by role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from newscrawl.extract.article.byline import Byline, rule_of
from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.article.named_elements import is_set_right
from newscrawl.extract.article.owners import is_house, owners_of
from newscrawl.extract.lines import Line
from newscrawl.items import Credit, Provenance, Role, Status
from newscrawl.text.bylines import authors_in, guest_in, is_subject, names_alone
from newscrawl.text.credit_lines import read_credit_line
from newscrawl.text.label_tables import LabelRole
from newscrawl.text.labels import BOUNDARY, Labelled
from newscrawl.text.people import (
    bare_names,
    before_date,
    house_and_people,
    is_placeholder,
    looks_like_body,
    looks_like_person,
    split_people,
    without_post,
)
from newscrawl.text.signatures import HOLDS_ROLES, OTHER_ROLE, Signed, read_signature
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
_SIGNATURES = 3  # names behind a bare By that are read
# A name that stands alone does so under the title, before the text runs.
_NAME_ROOM, _RUNNING = 8, 50
_RUNS = re.compile(r"。|[^，]{6}，[^，]{6}|.{8}[：:]$")  # so a sentence does, and what opens a list
_LONGEST_ACCOUNT, _NEAR_TITLE = 12, 3
# A text's last paragraph and a name under it.
_LAST, _FULL_STOPS = 2, (".", "!", "?", "…", "”", "»", '"')
# `某甲：题目`, as columns are headed.
_PEN_NAME = re.compile(r"[\u3400-\u9fff]{2,3}")
_COLUMN = re.compile(r"([\u3400-\u9fff]{2,4})[：:]")
_SIGNED_IN_BRACKETS = re.compile(
    r"(?<=[。」）])\s*【((?:[\u3400-\u9fff\u3040-\u30ff]{2,7}[、・]?){1,3})】\s*$"
)
# Who is logged in at a CMS: jsmith, k.mueller2.
_ACCOUNT = re.compile(r"[a-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Text:
    """An article's title and its lines: from under the title on, of the body, those behind it.

    `foot` are the page's last ones, `edges` those nearest to the body, over and under it;
    `page_title` is what the page says of itself.
    """

    title: str
    head: Iterable[Line]
    body: Sequence[Line]
    behind: Sequence[Line]
    foot: Sequence[Line]
    edges: Sequence[Line]
    page_title: str


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
        lines = replace(lines, head=tuple(lines.head))
        declared = [] if chinese else list(_declared(metadata))
        placed = list(_by_place(byline, lines, chinese=chinese, signed=bool(declared)))
        if chinese and not placed:
            placed = list(_confirmed(metadata, lines))
        if declared and any(is_house(name, metadata, host) for name, _, _ in placed):
            placed = list(_guests(lines))
        if declared and not placed and all(is_house(n, metadata, host) for n, _, _ in declared):
            placed = list(_signing(lines, signed=True))
        # What the house signs with its own name may have a writer: he is meant where one is named.
        for found in (
            [one for one in declared if one[1] in _signed_by_others(declared, metadata, host)],
            placed,
            declared,
        ):
            if found := _first_rule(found):
                credits += [Credit(role="author", name=name) for name, _, _ in found]
                _, rule, raw = found[0]
                break
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


def _by_place(
    byline: Byline, lines: Text, *, chinese: bool, signed: bool
) -> Iterator[tuple[str, str, str]]:
    """Names that only their place says to be the author's."""
    if not chinese:
        for text in byline.names[:_SIGNATURES]:
            yield from ((name, "line:By", text) for name in authors_in(text))
        if not byline.names:
            named = list(_alone_in_letters(lines, signed=signed)) or list(_in_brackets(lines))
            yield from named or list(_signing(lines, signed=signed)) or _under_text(lines)
        return
    for text in byline.names[:1]:
        # Chinese templates call the source's element the author's as well, or print both in it.
        houses = {n for n in split_people(text) if len(n) > _LONGEST_ACCOUNT or looks_like_body(n)}
        names = [name for name in split_people(text) if name not in houses]
        if names and (not houses or all(map(looks_like_person, names))):
            yield from ((name, "class:author", text) for name in names)
            return
    if byline.persons:
        yield from ((name, "line:date", name) for name in byline.persons)
        return
    yield from list(_alone(lines)) or owners_of(lines.foot, lines.page_title)


def _alone(lines: Text) -> Iterator[tuple[str, str, str]]:
    """The names on a line of their own under the title, before the text runs."""
    column = _COLUMN.match(lines.title)
    for line in islice(lines.head, _NAME_ROOM):
        if line.kind != "text" or line.hidden or line.noise:
            continue
        if _is_data(line):
            continue
        if len(line.text) > _RUNNING or _RUNS.search(line.text):
            return
        if column and squash(line.text) == column[1]:
            yield column[1], "line:names", line.text
            return
        names = () if read_signature(line.text) else bare_names(without_post(line.text))
        if names:
            yield from ((name, "line:names", line.text) for name in names)
            return


def _confirmed(metadata: Metadata, lines: Text) -> Iterator[tuple[str, str, str]]:
    """The persons whom a Chinese page declares and prints, in an element of each, under the title.

    What it only declares is the one who put it in as often.
    """
    declared = [one for one in _declared(metadata) if _may_sign(one[0])]
    for line in islice(lines.head, _NAME_ROOM) if declared else ():
        if line.kind == "text" and len(line.text) <= _NEAR and not (line.hidden or line.noise):
            pieces = [piece.strip() for piece in line.marked.split(BOUNDARY)]
            yield from (one for one in declared if one[0] in pieces)


def _may_sign(name: str) -> bool:
    """Whether a declared name may be somebody's, a pen name's too, and no house's."""
    pen = _PEN_NAME.fullmatch(name) and not (looks_like_body(name) or is_placeholder(name))
    return looks_like_person(name) or bool(pen)


def _is_data(line: Line) -> bool:
    """Whether a line is a cell beside others, or a term's: tables name whom a text is about."""
    return line.element.tag == "dd" or (line.row is not None and len(line.row) > 1)


def _alone_in_letters(lines: Text, *, signed: bool) -> Iterator[tuple[str, str, str]]:
    """The names on a line of their own under the title, in a language with letters."""
    plain = (
        line
        for line in islice(lines.head, _FAR_HEAD)
        if line.kind == "text"
        and not (line.hidden or line.noise or line.heading or line.caption or _is_data(line))
    )
    for line in islice(plain, _NEAR_TITLE):
        if len(line.text) > _RUNNING:
            return
        if names := _names_on(line, lines.title, signed=signed):
            yield from ((name, "line:names", line.text) for name in names)
            return


def _names_on(line: Line, title: str, *, signed: bool) -> tuple[str, ...]:
    """The names of a line of nothing else, each in an element of its own where they are several.

    Whom the title names is written about.
    """
    pieces = [one for piece in line.marked.split(BOUNDARY) if (one := piece.strip(" ,;|/"))]
    names = names_alone(", ".join(pieces) if len(pieces) > 1 else line.text, signed=signed)
    return tuple(name for name in names if not is_subject(name, title))


def _guests(lines: Text) -> Iterator[tuple[str, str, str]]:
    """Who wrote what the house signs with its own name: somebody of another one, under the title."""
    for line in islice(lines.head, _FAR_HEAD):
        if line.kind == "text" and len(line.text) <= _NEAR and not (line.hidden or line.noise):
            guest = guest_in(line.text)
            if guest is not None:
                yield guest, "line:names", line.text


def _signing(lines: Text, *, signed: bool) -> Iterator[tuple[str, str, str]]:
    """The names on a line of their own right over or under a text, in a language with letters."""
    for line in lines.edges:
        plain = line.kind == "text" and not (line.heading or line.caption or line.hidden)
        plain = plain and not _is_data(line)
        believed = signed or is_set_right(line.element)
        if not plain or len(line.text) > _BEHIND:
            continue
        if names := _names_on(line, lines.title, signed=believed):
            yield from ((name, "line:names", line.text) for name in names)
            return


def _in_brackets(lines: Text) -> Iterator[tuple[str, str, str]]:
    """Who signs a Japanese text at its end: 【山本健太】, 【高橋一郎、森優子】."""
    last = next((line.text for line in reversed(lines.body) if line.kind == "text"), "")
    if signed := _SIGNED_IN_BRACKETS.search(last):
        yield from ((name, "tail:【】", signed[0]) for name in split_people(signed[1]))


def _under_text(lines: Text) -> Iterator[tuple[str, str, str]]:
    """The name on a text's own last line, under a paragraph, where nobody else signs it."""
    texts = [line for line in lines.body[-_LAST:] if line.kind == "text"]
    if len(texts) < _LAST or not texts[0].text.endswith(_FULL_STOPS):
        return
    above, last = texts
    plain = not (last.heading or last.caption or last.item or last.links or _is_data(last))
    if not plain or len(above.text) < _RUNNING:
        return
    signed = is_set_right(last.element)
    text = last.text.partition(",")[0] if signed else last.text
    if names := names_alone(text.strip("()"), signed=signed):
        yield from ((name, "line:names", last.text) for name in names)


def _declared(metadata: Metadata) -> Iterator[tuple[str, str, str]]:
    for claim in metadata.all("author"):
        if not claim.value.startswith("http"):
            who, _, house = claim.value.partition(" | ")
            names = split_people(who) if house else split_people(claim.value)
            yield from ((name, claim.rule, claim.value) for name in names)


def _signed_by_others(
    declared: Sequence[tuple[str, str, str]], metadata: Metadata, host: str
) -> set[str]:
    """The declarations that name somebody who is not the house, perhaps beside it."""
    others = [
        one
        for one in declared
        if not (_ACCOUNT.fullmatch(one[0]) or is_house(one[0], metadata, host))
    ]
    # A word behind the house's name is its town.
    houses = {rule for name, rule, _ in declared if is_house(name, metadata, host)}
    return {rule for name, rule, _ in others if rule not in houses or " " in name}


def _first_rule(declared: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """What the most trusted declaration says: the others say it again, or less."""
    return [one for one in declared if one[1] == declared[0][1]]
