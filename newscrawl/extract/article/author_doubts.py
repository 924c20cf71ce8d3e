"""Signs that the named authors are not those who wrote, or that somebody who did is not named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extract.article.owners import is_house
from newscrawl.extract.article.parts import Parts
from newscrawl.extract.lines import Line
from newscrawl.items import Issue, Provenance
from newscrawl.text.people import bare_names, looks_like_person, split_people
from newscrawl.text.urls import host_of
from newscrawl.text.whitespace import squash

_DECLARED = ("meta:", "json-ld:", "microdata:")
_SIGNED = re.compile(r"[（(]\s*([^（()）]{2,24}?)\s*[)）]\s*$")
# `某社某地3月12日电（某甲 某乙）`: agencies sign so, without a word that says what they did.
_WIRED = re.compile(r"[^，。（(]{3,24}电\s*[（(]\s*([^（()）]{2,24}?)\s*[)）]")
# 某 甲 乙 某 丙: names of two or of three characters.
_SINGLES = re.compile(r"(?<![\u3400-\u9fff])(?:[\u3400-\u9fff]\s+){4}")
_LAST, _ENDING = 2, 40
_AGENCY = 5  # letters up to which one word in capitals is an agency: AFP, dpa
_FULL_NAME = re.compile(r"[^\W\d_]{2,}\S*\s+(?:\S+\s+){0,3}[^\W\d_]{2,}\S*")


def doubts_about_authors(
    said: Provenance, parts: Parts, authors: tuple[str, ...]
) -> Iterator[Issue]:
    """What another witness says of the authors, and what is odd about a declared one."""
    rule = said.rule or ""
    declared = rule.startswith(_DECLARED)
    if authors and (declared or rule.startswith("line:By")):
        yield from _about_house(rule, parts, authors, declared=declared)
    if authors and _SINGLES.search(said.raw or ""):
        yield _weak(f"{rule}: blanks part single characters, of which names begin anywhere")
    if authors and not declared and (other := _declared_other(parts, authors)):
        yield Issue(code="author_conflict", field="authors", text=other)
    if not authors and parts.metadata.is_article_ld:
        yield Issue(code="no_author", field="authors", text="an article of a paper, and none named")
    elif not authors and (names := _unread(parts.lines) or _unprinted(parts)):
        yield Issue(code="unread_name", field="authors", text=names)


def _about_house(
    rule: str, parts: Parts, authors: tuple[str, ...], *, declared: bool
) -> Iterator[Issue]:
    host = host_of(parts.document.url)
    if all(is_house(name, parts.metadata, host) for name in authors):
        yield _weak(f"{rule}: the house itself, which may stand for a writer")
    elif declared and (absent := _not_printed(authors, parts.page.lines)):
        yield _weak(f"{rule}: {absent} is declared, not printed")
    elif declared and (odd := next(filter(_is_odd, authors), None)):
        yield _weak(f"{rule}: {odd} may be an account's name, or a house's")


def _weak(text: str) -> Issue:
    return Issue(code="weak_witness", field="authors", text=text)


def _is_odd(name: str) -> bool:
    """Whether a name in letters is not of two words or more, each of two letters or more.

    Agencies sign with a few letters.
    """
    return len(name) > _AGENCY and name[:1].isascii() and _FULL_NAME.fullmatch(name) is None


def _not_printed(authors: tuple[str, ...], lines: list[Line]) -> str | None:
    printed = "\n".join(line.text for line in lines).casefold()
    return next((name for name in authors if name.casefold() not in printed), None)


def _declared_other(parts: Parts, authors: tuple[str, ...]) -> str | None:
    """Somebody whom JSON-LD names, and none of those whom the byline does."""
    claims = [one for one in parts.metadata.all("author") if one.rule.startswith("json-ld:")]
    named = [name for claim in claims for name in split_people(claim.value)]
    host = host_of(parts.document.url)
    if not named or any(is_house(name, parts.metadata, host) for name in named):
        return None
    printed = "".join(map(squash, authors))
    same = any(squash(name) in printed or printed in squash(name) for name in named)
    return None if same else f"{claims[0].rule} says {', '.join(named)[:120]}"


def _unread(lines: list[Line]) -> str | None:
    """Several names in brackets that end the text: one may be an editor's or a quotation's.

    Or those behind an agency's dateline, which may have written for it or for this house.
    """
    texts = [line.text for line in lines if line.kind == "text"]
    if texts and (wired := _WIRED.match(texts[0])) and bare_names(wired[1]):
        return wired[1]
    found = filter(None, (_SIGNED.search(text[-_ENDING:]) for text in texts[-_LAST:]))
    return next((match[1] for match in found if len(bare_names(match[1])) > 1), None)


def _unprinted(parts: Parts) -> str | None:
    """A person whom a Chinese page declares and whom nothing printed calls an editor."""
    claims = parts.metadata.all("author") if parts.body.chinese else []
    known = "".join(one.value for one in parts.byline.of("editor", "reviewer", "publisher"))
    found = (
        claim for claim in claims if looks_like_person(claim.value) and claim.value not in known
    )
    return next((f"{claim.rule} says {claim.value}" for claim in found), None)
