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
_REPORTER = r"(?:记者|通讯员|通訊員|特约撰稿人|撰稿人|见习生)"

# In brackets, at the head or the tail of a paragraph: （记者 甲 通讯员 乙）, (本报记者 甲).
_BRACKET = re.compile(
    rf"[（(\[【]([^（()）\[\]【】]{{0,30}}?{_REPORTER}[^（()）\[\]【】]{{2,60}})[）)\]】]"
)
# （甲 供稿）, （供稿：某处）, (撰稿 甲 摄影 乙)
_BRACKET_WORK = re.compile(
    r"[（(\[【]\s*((?:供稿|撰稿|撰文|文字|文/图|图/文|文图|文|作者|执笔)(?:\s*[:：/／]\s*|\s+)(?!简介|单位|系)[^（()）\[\]【】]{2,60}|[^（()）\[\]【】]{2,40}?\s*(?:供稿|撰稿|撰文|/\s*文|文/图|/文图|图/文|文图)(?:\s*摄影)?)\s*[）)\]】]"
)
# A line of its own: `本报记者 甲 乙`, `整合 某报记者 甲`, `采写：某报见习记者 甲`.
_OWN_LINE = re.compile(
    rf"^[^，。；！？]{{0,20}}?(?:{_REPORTER}[\s:：/／|]*|(?:作者|执笔|采写)[\s:：/／|]+)([^，。；！？]{{2,40}}?)(?:\s+[\u4e00-\u9fff]{{2,8}}报道|报道|摄影报道)?$"
)
# `文/甲 图/乙`, `执笔/甲、乙`, `摄影/丙 编辑/丁`
_SLASH = re.compile(
    r"(?P<role>撰文|撰稿|执笔|采写|供稿|文字|文图|图文|作者|文|摄影|图片|供图|图|摄|编辑|责编|审核|校对)\s*[/／|｜]\s*(?P<names>[^/／|｜:：，。；]{2,40}?)"
    r"(?=\s*(?:[（(\s]*(?:撰文|撰稿|执笔|采写|供稿|文字|文图|图文|作者|文|摄影|图片|供图|图|摄|编辑|责编|审核|校对)\s*[/／|｜:：])|[）)]|$)"
)
# `甲/文 乙/图`, `甲/文图`
_SLASH_AFTER = re.compile(
    r"(?P<names>[\u4e00-\u9fff、，\s]{2,30}?)\s*[/／|｜]\s*(?P<role>文图|图文|文|图|摄影|摄|供稿|撰文)(?=[\s）)]|$)"
)
_PHOTO_BRACKET = re.compile(
    r"[（(]\s*(?:[^（）()]{0,10}记者\s*)?([\u4e00-\u9fff·、\s]{2,20}?)\s*/?\s*(?:摄影|摄|供图)\s*[）)]"
)
_BY = re.compile(
    r"^\s*(?:by|von|par|por|di|door|av|af|autor(?:in)?|text|texte|written by|story by|reported by)\s*:?\s+(.{3,120})$",
    re.IGNORECASE,
)
_SLASH_ROLES: dict[str, tuple[Role, ...]] = {
    **dict.fromkeys(("撰文", "撰稿", "执笔", "采写", "供稿", "文字", "作者", "文"), ("author",)),
    **dict.fromkeys(("文图", "图文", "文/图", "图/文"), ("author", "photographer")),
    **dict.fromkeys(("摄影", "图片", "供图", "图", "摄"), ("photographer",)),
    **dict.fromkeys(("编辑", "责编"), ("editor",)),
    **dict.fromkeys(("审核", "校对"), ("reviewer",)),
}
# `文/图 甲`, `图文：甲`: one hand for both.
_ONE_HAND = re.compile(
    r"^[（(\s]*(?P<role>文/图|图/文|文图|图文)\s*[:：/|｜\s]\s*(?P<names>[^，。；：:]{2,30}?)[\s）)]*$"
)
_HEAD, _TAIL = 3, 6
_NEAR = 60
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
    if not _writers(credits) and not chinese:
        for text in byline.names[:_SIGNATURES]:
            credits += [Credit(role="author", name=name) for name in split_people(text)]
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
    for line in texts[:_HEAD]:
        yield from _of_line(line.text, line.text[:_NEAR], "head")
    for line in (*texts[-_TAIL:], *behind):
        yield from _of_line(line.text, line.text[-_NEAR:], "tail")


def _of_line(text: str, part: str, where: str) -> Iterator[tuple[Credit, str, str]]:
    for match in _PHOTO_BRACKET.finditer(part):
        for name in split_people(match[1]):
            yield Credit(role="photographer", name=name), f"{where}:（摄）", match[0]
    for match in _BRACKET.finditer(part):
        if not re.search(r"摄影?\s*$|供图\s*$", match[1]):
            yield from _reporters(match[1], where, match[0])
    for match in _BRACKET_WORK.finditer(part):
        if _SLASH.search(match[1]) and not _ONE_HAND.match(match[1]):
            yield from _of_short(match[1], where)
            continue
        for name in split_people(match[1]):
            yield Credit(role="author", name=name), f"{where}:（供稿）", match[0]
    if len(text) <= _NEAR:
        yield from _of_short(text, where)


def _reporters(text: str, where: str, raw: str) -> Iterator[tuple[Credit, str, str]]:
    role: Role = "author"
    for piece in re.split(r"(通讯员|通訊員|记者)", text):
        if piece in ("通讯员", "通訊員"):
            role = "correspondent"
        elif piece == "记者":
            role = "author"
        elif piece and (role == "correspondent" or "记者" in text[: text.find(piece)]):
            for name in split_people(piece):
                if len(name) <= 4 or not re.search(r"[\u4e00-\u9fff]", name):
                    yield Credit(role=role, name=name), f"{where}:（记者）", raw


def _of_short(text: str, where: str) -> Iterator[tuple[Credit, str, str]]:
    found = False
    one_hand = _ONE_HAND.match(text)
    for match in (
        (one_hand,) if one_hand else (*_SLASH.finditer(text), *_SLASH_AFTER.finditer(text))
    ):
        found = True
        for name in split_people(match["names"]):
            if match.re is _SLASH_AFTER and not looks_like_person(name):
                continue
            for role in _SLASH_ROLES[match["role"]]:
                yield Credit(role=role, name=name), f"{where}:{match['role']}/", match[0]
    own = _OWN_LINE.match(text)
    if not found and own is not None and not text.startswith(("（", "(")):
        names = split_people(own[1])
        if names and all(
            looks_like_person(name) or not re.search(r"[\u4e00-\u9fff]", name) for name in names
        ):
            for name in names:
                yield Credit(role="author", name=name), f"{where}:记者", text


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
