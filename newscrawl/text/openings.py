"""Long alternations that are refused by a line's first character: of a hundred lines two are asked.

Each alternative of a table of words begins with a character of its own. Python's regular
expressions try one after the other all the same, where a group or a letter of either case comes
first. So a line that begins with none of their characters is refused at once, and of one that does
only those are asked that begin with it: they are compiled when the first such line is met, until
a table has met some two dozen characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

_QUANTIFIER = re.compile(r"(?:([?*])|\+|\{(\d*)(?:,\d*)?\})[?+]?")
_SET = re.compile(r"\[(\^?)((?:\\.|\]?[^\]\\])(?:\\.|[^\]\\])*)\]", re.DOTALL)
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|>|[a-z]*(?:-[a-z]+)?:))?(?!\?)")
_LOOK = re.compile(r"\(\?<?[=!]")
_ONE = r"(?:\\u[0-9a-f]{4}|\\.|[^\\])"
_MEMBER = re.compile(f"{_ONE}(?:-{_ONE})?", re.DOTALL)
_SKIPPED = re.compile(r"(?:\s|#[^\n]*(?:\n|\Z))+")  # what a verbose pattern may hold
_NO_WIDTH = frozenset(("\\b", "\\B", "\\A", "\\Z", "^", "$"))
_ANYTHING = "."
# Characters of which the alternatives are compiled apart, .3 ms each; a site's lines begin with few
# that a table knows. Who reads many sites would pay .1 s for all of them, and .02 for the whole.
_FEW = 24
_MOST_KNOWN = 4096  # characters of which it is remembered what a line that begins so is asked
_KINDS = frozenset(("\\d", "\\s", "\\w"))


class Opening:
    """The verbose pattern `lead(?:alternatives)tail`, in either case; `lead` is a set, repeated.

    So often only as it happens: each alternative is asked behind each of a lead's characters.

    Alternatives that may begin with anything are asked of every line, behind all others: better
    that a word of theirs is looked for first, and the pattern asked where it is found.
    """

    def __init__(self, lead: str, alternatives: str, tail: str = "") -> None:
        self._lead, self._tail = lead, tail
        self._gated, self._free = list[tuple[str, set[str]]](), list[str]()
        firsts = set[str]()
        for alternative, items in _split(alternatives):
            if _ANYTHING in items:
                self._free.append(alternative)
            else:
                self._gated.append((alternative, items))
                firsts |= items
        self._firsts = _one_of(firsts)
        self._may_lead = re.compile(lead)
        self._may_begin = re.compile(self._firsts)
        self._known: dict[str, re.Pattern[str] | None] = {}
        self._apart = 0  # characters of which the alternatives have been compiled

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern matches at the beginning of a text."""
        first = text[:1]
        pattern = self._known[first] if first in self._known else self._asked_of(first)
        return None if pattern is None else pattern.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The same of the whole text."""
        first = text[:1]
        pattern = self._known[first] if first in self._known else self._asked_of(first)
        return None if pattern is None else pattern.fullmatch(text)

    def _asked_of(self, first: str) -> re.Pattern[str] | None:
        """What a text is asked that begins so, remembered: of most characters that is nothing."""
        pattern = self._beginning(first)
        if len(self._known) < _MOST_KNOWN:
            self._known[first] = pattern
        return pattern

    def _beginning(self, first: str) -> re.Pattern[str] | None:
        """The alternatives that may begin so; all where one may begin behind its lead."""
        if not first or self._may_lead.fullmatch(first):
            return self._whole
        if not self._may_begin.match(first):
            return self._anything
        if self._apart >= _FEW:
            return self._whole
        self._apart += 1
        asked = [one for one, items in self._gated if re.match(_one_of(items), first)]
        return self._compiled(asked)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        gated = "|".join(one for one, _ in self._gated)
        return self._compiled([f"(?=(?-i:{self._firsts}))(?:{gated})"])

    @cached_property
    def _anything(self) -> re.Pattern[str] | None:
        return self._compiled([]) if self._free else None

    def _compiled(self, gated: list[str]) -> re.Pattern[str]:
        every = "|".join([*gated, *self._free])
        return re.compile(f"{self._lead}(?:{every}){self._tail}", re.IGNORECASE | re.VERBOSE)


def _one_of(items: set[str]) -> str:
    return f"[{''.join(sorted(items))}]" if items else "(?!)"


def openings(alternatives: str) -> frozenset[str]:
    """What a match of some alternatives begins with, as members of a set: letters in both cases.

    Among them is a full stop where that may be anything.
    """
    return frozenset[str]().union(*(items for _, items in _split(alternatives)))


def _split(alternatives: str) -> Iterator[tuple[str, set[str]]]:
    """Each alternative with what it begins with."""
    at = 0
    while at <= len(alternatives):
        items, may_be_empty, end = _sequence(alternatives, at)
        yield alternatives[at:end], items | ({_ANYTHING} if may_be_empty else set())
        at = end + 1


def _branches(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """The first items of alternatives, whether one may be empty, and where they end."""
    items, empty = set[str](), False
    while True:
        first, may_be_empty, at = _sequence(pattern, at)
        items |= first
        empty = empty or may_be_empty
        if at >= len(pattern) or pattern[at] == ")":
            return items, empty, at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """The same of one alternative, which ends at a bar, a bracket, or with the pattern."""
    items, empty = set[str](), True
    while at < len(pattern) and pattern[at] not in "|)":
        if skipped := _SKIPPED.match(pattern, at):
            at = skipped.end()
            continue
        first, may_be_empty, at = _atom(pattern, at)
        times = _QUANTIFIER.match(pattern, at)
        if times is not None:
            at = times.end()
            may_be_empty = may_be_empty or bool(times[1]) or times[2] in ("", "0")
        if empty:
            items |= first
        empty = empty and may_be_empty
    return items, empty, at


def _atom(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """The same of one item of an alternative: a character, a set, a group."""
    if look := _LOOK.match(pattern, at):
        _, _, end = _branches(pattern, look.end())
        return set(), True, end + 1
    if group := _GROUP.match(pattern, at):
        items, empty, end = _branches(pattern, group.end())
        return items, empty, end + 1
    if found := _SET.match(pattern, at):
        members = {_ANYTHING} if found[1] else {one[0] for one in _MEMBER.finditer(found[2])}
        return set().union(*map(_cases, members)), False, found.end()
    item = pattern[at : at + 2] if pattern[at] == "\\" else pattern[at]
    if item in _NO_WIDTH:
        return set(), True, at + len(item)
    return _cases(item), False, at + len(item)


def _cases(item: str) -> set[str]:
    """A character, a range of them or a kind of them as members of a set, letters in both cases."""
    if item in _KINDS:
        return {item}
    if len(item) == len("a-z") and item.isascii():
        return {item, item.lower(), item.upper()}
    # A range of characters that are no ASCII holds nearly anything that a line may begin with.
    if item == _ANYTHING or len(item) > len("\\x") or (item[0] == "\\" and item[1].isalnum()):
        return {_ANYTHING}
    return {re.escape(case) for case in (item[-1].lower(), item[-1].upper())}
