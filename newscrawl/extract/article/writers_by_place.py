"""Writers whom no label names: beside the date, alone under title or text, declared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from newscrawl.extract.article.byline import Byline
from newscrawl.extract.article.metadata import Metadata
from newscrawl.extract.article.named_elements import HAN, calls_itself_author, is_set_right
from newscrawl.extract.article.owners import is_house, owners_of
from newscrawl.extract.lines import Line
from newscrawl.text.bylines import authors_in, guest_in, is_subject, names_alone
from newscrawl.text.labels import BOUNDARY, role_of
from newscrawl.text.people import (
    bare_names,
    house_and_people,
    is_placeholder,
    looks_like_body,
    looks_like_person,
    split_people,
    without_post,
)
from newscrawl.text.signatures import read_signature
from newscrawl.text.whitespace import squash

_FAR_HEAD = 10
_NEAR, _BEHIND = 60, 90
_SIGNATURES = 3  # names behind a bare By that are read
# A name that stands alone does so under the title, before the text runs.
_NAME_ROOM, _RUNNING = 8, 50
_RUNS = re.compile(r"。|[^，]{6}，[^，]{6}|.{8}[：:]$")  # so a sentence does, and what opens a list
_LONGEST_ACCOUNT, _NEAR_TITLE = 12, 3
# A text's last paragraph and a name under it.
_BEGINS = 3  # lines of a text that tell what it is written in
_LAST, _FULL_STOPS = 2, (".", "!", "?", "…", "”", "»", '"')
# `某甲：题目`, as columns are headed.
_SHORTEST = 2  # characters of a name
_PEN_NAME = re.compile(r"[\u3400-\u9fff]{2,3}")
_COLUMN = re.compile(r"([\u3400-\u9fff]{2,4})[：:]")
_ASIDE = re.compile(r"[（(][^（()）]{0,8}专栏[)）]$")  # 某甲（进入专栏）
_SIGNED_IN_BRACKETS = re.compile(
    r"(?<=[。」）])\s*【((?:[\u3400-\u9fff\u3040-\u30ff]{2,7}[、・]?){1,3})】\s*$"
)
# Who is logged in at a CMS: jsmith, k.mueller2.
_ACCOUNT = re.compile(r"[a-z0-9._-]+")
# Who is named, by which rule, in which text.
Named = tuple[str, str, str]


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


def writers_by_place(
    byline: Byline, lines: Text, metadata: Metadata, *, host: str, chinese: bool
) -> list[Named]:
    """The writers whom no label names, as the best of their places has them."""
    # In Chinese, over a text in letters, it is the one who put the page in. A title of letters
    # alone stands over any text: iPhone 15.
    begins = (one.text for one in lines.body[:_BEGINS])
    lettered = not any(HAN.search(text) for text in (lines.title, *begins))
    declared = [
        one for one in _declared(metadata) if not (chinese or (lettered and HAN.search(one[0])))
    ]
    placed = list(_by_place(byline, lines, chinese=chinese, signed=bool(declared)))
    if chinese and not placed:
        placed = list(_confirmed(metadata, lines))
    if declared and any(is_house(name, metadata, host) for name, _, _ in placed):
        placed = list(_guests(lines))
    if declared and not placed and all(is_house(n, metadata, host) for n, _, _ in declared):
        placed = list(_signing(lines, signed=True))
    # What the house signs with its own name may have a writer: he is meant where one is named.
    others = _signed_by_others(declared, metadata, host)
    ways = ([one for one in declared if one[1] in others], placed, declared)
    return next((_first_rule(found) for found in ways if found), [])


def _by_place(byline: Byline, lines: Text, *, chinese: bool, signed: bool) -> Iterator[Named]:
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


def _alone(lines: Text) -> Iterator[Named]:
    """The names on a line of their own under the title, before the text runs."""
    column = _COLUMN.match(lines.title)
    for line in islice(lines.head, _NAME_ROOM):
        if line.kind != "text" or line.hidden or line.noise:
            continue
        if _is_data(line):
            continue
        if len(line.text) > _RUNNING or _RUNS.search(line.text):
            return
        if column and squash(_ASIDE.sub("", line.text)) == column[1]:
            yield column[1], "line:names", line.text
            return
        names = () if read_signature(line.text) else _names_of(line.text)
        if names:
            yield from ((name, "line:names", line.text) for name in names)
            return


def _names_of(text: str) -> tuple[str, ...]:
    """The names of a line that holds nothing else, but for their post or the house before them."""
    house, people = house_and_people(text) or ("", ())
    if not house:
        return bare_names(without_post(text))
    # 主办 某甲; 学生处 成才: behind a house two characters are a word as often as a name.
    sure = not role_of(house) and all(len(name) > _SHORTEST for name in people)
    return people if sure else ()


def _confirmed(metadata: Metadata, lines: Text) -> Iterator[Named]:
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


def _alone_in_letters(lines: Text, *, signed: bool) -> Iterator[Named]:
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


def _guests(lines: Text) -> Iterator[Named]:
    """Who wrote what the house signs with its own name: somebody of another one."""
    for line in islice(lines.head, _FAR_HEAD):
        if line.kind == "text" and len(line.text) <= _NEAR and not (line.hidden or line.noise):
            guest = guest_in(line.text)
            if guest is not None:
                yield guest, "line:names", line.text


def _signing(lines: Text, *, signed: bool) -> Iterator[Named]:
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


def _in_brackets(lines: Text) -> Iterator[Named]:
    """Who signs a Japanese text at its end: 【山本健太】, 【高橋一郎、森優子】."""
    last = next((line.text for line in reversed(lines.body) if line.kind == "text"), "")
    if signed := _SIGNED_IN_BRACKETS.search(last):
        yield from ((name, "tail:【】", signed[0]) for name in split_people(signed[1]))


def _under_text(lines: Text) -> Iterator[Named]:
    """The name on a text's own last line, under a paragraph, where nobody else signs it."""
    texts = [line for line in lines.body[-_LAST:] if line.kind == "text"]
    if len(texts) < _LAST or not texts[0].text.endswith(_FULL_STOPS):
        return
    above, last = texts
    plain = not (last.heading or last.caption or last.item or last.links or _is_data(last))
    if not plain or len(above.text) < _RUNNING:
        return
    signed = is_set_right(last.element) or calls_itself_author(last.element)
    text = last.text.partition(",")[0] if signed else last.text
    if names := names_alone(text.strip("()"), signed=signed):
        yield from ((name, "line:names", last.text) for name in names)


def _declared(metadata: Metadata) -> Iterator[Named]:
    for claim in metadata.all("author"):
        if not claim.value.startswith("http"):
            who, _, house = claim.value.partition(" | ")
            names = split_people(who) if house else split_people(claim.value)
            yield from ((name, claim.rule, claim.value) for name in names)


def _signed_by_others(declared: Sequence[Named], metadata: Metadata, host: str) -> set[str]:
    """The declarations that name somebody who is not the house, perhaps beside it."""
    others = [
        one
        for one in declared
        if not (_ACCOUNT.fullmatch(one[0]) or is_house(one[0], metadata, host))
    ]
    # A word behind the house's name is its town.
    houses = {rule for name, rule, _ in declared if is_house(name, metadata, host)}
    return {rule for name, rule, _ in others if rule not in houses or " " in name}


def _first_rule(declared: Sequence[Named]) -> list[Named]:
    """What the most trusted declaration says: the others say it again, or less."""
    return [one for one in declared if one[1] == declared[0][1]]
