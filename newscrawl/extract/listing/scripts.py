"""What a page's own scripts say, read without running them: where a call goes, what it asks for.

Only the plain idioms of list pages are read: functions that put an address together from strings
and their arguments, variables with a literal value, object literals. All else gives None.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.text.numbers import as_number

if TYPE_CHECKING:
    from newscrawl.extract.document import Document

Value = str | int

_CALL = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*)\s{0,9}\(([^()]{0,200})\)")
_NO_FUNCTIONS = frozenset(("function", "if", "for", "while", "switch", "return", "void", "typeof"))
_GOES = re.compile(
    r"""(?<![\w$])(?:location(?:\.href)?\s{0,9}=(?!=)|location\.(?:assign|replace)\s{0,9}\("""
    r"""|(?:window\.)?open\s{0,9}\(|(?:self|top|parent)\.location\s{0,9}=(?!=))""",
)
_FUNCTION = re.compile(
    r"(?<![\w$])function(?:\s{1,9}([A-Za-z_$][\w$]*))?\s{0,9}\(([^()]{0,200})\)\s{0,9}\{"
)
_GIVEN_TO = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*)\s{0,9}[=:]\s{0,9}$")
_LONGEST_NAME = 80  # characters of a name and what parts it from its function
_SET = re.compile(r"(?<![\w$.])(?:var\s|let\s|const\s)?\s{0,9}([A-Za-z_$][\w$]*)\s{0,9}=(?!=)")
_LITERAL = re.compile(
    r"(?<![\w$.])(?:var|let|const|,)\s{1,9}([A-Za-z_$][\w$]*)\s{0,9}=\s{0,9}"
    r"(\"[^\"\n]{0,400}\"|'[^'\n]{0,400}'|\d{1,15})\s{0,9}(?=[;,\n}<]|$)"
)
_GIVEN = re.compile(r"""(?<![\w$])([\w$]++)["']?\s?[:=]\s?(["']?)([\w-]{1,60})\2\s?(?=[,;}\n])""")
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)|(?P<number>\d{1,15})"""
    r"""|(?P<name>[A-Za-z_$][\w$.]*)|(?P<mark>[-+()]))"""
)
_NAME = re.compile(r"[A-Za-z_$][\w$.]*")
_QUOTED = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")
_IN_TEMPLATE = re.compile(r"\$\{([^{}]{1,60})\}")
# From where a name begins, and none given back: from each letter it takes sixty times as long.
_PAIR = re.compile(r"""(?<![\w$-])([\w$-]{1,60}+)["']?\s*+:\s*+(?=\S)""")
_THROUGH = frozenset(("parseInt", "Number", "String", "encodeURI", "encodeURIComponent", "escape"))
_ONE_MORE = re.compile(r"\(\s{0,9}[A-Za-z_$][\w$.]{0,60}\s{0,9}\+\s{0,9}1\s{0,9}\)")
_MOST_TEXT = 600_000  # characters of script that are looked at
_BODY = 3_000  # and of one function
_EXPRESSION = 600  # characters of an expression
_MOST_TOKENS = 80  # tokens of one
_MOST_STEPS = 40  # assignments of a function
_MOST_FOLLOWED = 4_000  # steps of all calls of a page; a list has a row or two dozen, of a few each

_Function = tuple[tuple[str, ...], int]  # its parameters, and where its body begins
_Step = tuple[str, str]  # the name that is assigned to ("": a way out), and an expression


class Scripts:
    """The inline scripts of one page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._followed = 0
        self._done: dict[int, list[_Step]] = {}

    @cached_property
    def text(self) -> str:
        """All inline scripts, joined."""
        texts = [one.text or "" for one in self._document.root.iter("script")]
        return "\n".join(texts)[:_MOST_TEXT]

    @cached_property
    def lower(self) -> str:
        """The same in lower case, where a word is found much sooner than a pattern."""
        return self.text.lower()

    @cached_property
    def variables(self) -> dict[str, Value]:
        """Variables that are given a literal value; where one is given several, the first."""
        found: dict[str, Value] = {}
        for name, literal in _LITERAL.findall(self.text):
            found.setdefault(name, int(literal) if literal.isdigit() else literal[1:-1])
        return found

    def address_of(self, script: str, known: Mapping[str, Value] | None = None) -> str | None:
        """Where `script` goes: a call of one of the page's own functions.

        With `known` values (`this.value` of a box), an assignment that uses them counts as well.
        """
        own = self._goes(_steps(script), known) if known else None
        if own:
            return own
        for call in _CALL.finditer(script):
            function = self._functions.get(call[1]) if call[1] not in _NO_FUNCTIONS else None
            if function is None:
                continue
            self._followed += 1
            if self._followed > _MOST_FOLLOWED:
                break
            address = self._called(function, call[2], known or {})
            if address:
                return address
        return None

    def _called(
        self, function: _Function, arguments: str, known: Mapping[str, Value]
    ) -> str | None:
        """Where a function goes that is called so."""
        parameters, start = function
        values = [evaluate(one, ChainMap({**known}, self.variables)) for one in split(arguments)]
        pairs = zip(parameters, values, strict=False)
        if start not in self._done:  # the rows of a list call one function
            self._done[start] = _steps(block(self.text, start, "{", "}"))
        given = {name: value for name, value in pairs if value is not None}
        return self._goes(self._done[start], given)

    def ways(self, number: int) -> Iterator[str]:
        """Addresses that scripts go to with one part that is not known, `number` put there.

        Or with one more than a number that is known: `"list_" + (page + 1) + ".htm"`.
        """
        for found in islice(_GOES.finditer(self.text), 60):
            expression = expression_at(self.text, found.end())
            general = expression.rpartition(":")[2] if "?" in _bare(expression) else expression
            unknown = set(_NAME.findall(_bare(general))) - self.variables.keys() - _THROUGH
            onward = not unknown and _ONE_MORE.search(_bare(general))
            if len(unknown) != 1 and not onward:
                continue
            value = evaluate(general, ChainMap(dict.fromkeys(unknown, number), self.variables))
            if isinstance(value, str):
                yield value

    @cached_property
    def literals(self) -> dict[str, str]:
        """What names are given as plain words or numbers, as variables or as members; the first."""
        found: dict[str, str] = {}
        for name, _, literal in _GIVEN.findall(self.text):
            found.setdefault(name, literal)
        return found

    @cached_property
    def _functions(self) -> Mapping[str, _Function]:
        """Each function that has a name; of several with the same the first."""
        found: dict[str, _Function] = {}
        for head in _FUNCTION.finditer(self.text):
            name = head[1] or _named_before(self.text, head.start())
            if name and name not in found:
                parameters = tuple(one.strip() for one in head[2].split(","))
                found[name] = parameters, head.end()
        return found

    def _goes(self, steps: Sequence[_Step], given: Mapping[str, Value]) -> str | None:
        """The first address that a function goes to and what was given has a part in."""
        if not given:
            return None
        known = ChainMap({**given}, self.variables)
        tied = set(given)
        for target, expression in steps:
            self._followed += 1
            value = _chosen(expression, known)
            names = set(_NAME.findall(expression))
            if target and value is not None:
                known[target] = value
                if names & tied:
                    tied.add(target)
            elif not target and isinstance(value, str) and names & tied:
                return value
        return None


def _named_before(text: str, at: int) -> str | None:
    """The name that a function without one is given: `go = function`, `go: function`."""
    given = _GIVEN_TO.search(text, max(0, at - _LONGEST_NAME), at)
    return given[1] if given else None


def _bare(expression: str) -> str:
    """The expression without its quoted texts."""
    return _QUOTED.sub("''", expression)


def _chosen(expression: str, known: Mapping[str, Value]) -> Value | None:
    """The value of an expression; of `a ? b : c` that of the last branch, the general case."""
    value = evaluate(expression, known)
    if value is None and "?" in _bare(expression):
        return evaluate(expression.rpartition(":")[2], known)
    return value


def _steps(body: str) -> list[_Step]:
    """The first assignments and ways out of a function, in order."""
    goes = [(found.start(), found.end(), "") for found in _GOES.finditer(body)]
    starts = {at for _, at, _ in goes}
    sets = [
        (found.start(), found.end(), found[1])
        for found in _SET.finditer(body)
        if found.end() not in starts
    ]
    first = sorted(goes + sets)[:_MOST_STEPS]
    return [(name, expression_at(body, end)) for _, end, name in first]


def names_in(expression: str) -> set[str]:
    """The names that an expression uses, those inside a template too."""
    inside = " ".join(_IN_TEMPLATE.findall(expression))
    return set(_NAME.findall(f"{_bare(expression)} {inside}"))


def expression_at(text: str, start: int) -> str:
    """The expression that begins at `start`, up to what ends it outside quotes and brackets."""
    depth = 0
    quote = ""
    end = min(len(text), start + _EXPRESSION)
    for at in range(start, end):
        character = text[at]
        if quote:
            quote = "" if character == quote and text[at - 1] != "\\" else quote
        elif character in "\"'`":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth < 0:
                return text[start:at]
        elif depth == 0 and character in ";,\n":
            return text[start:at]
    return text[start:end]


def block(text: str, start: int, opening: str, closing: str, longest: int = _BODY) -> str:
    """What stands between the bracket before `start` and the one that closes it."""
    depth = 1
    end = min(len(text), start + longest)
    for found in re.finditer(f"[{re.escape(opening + closing)}]", text[start:end]):
        depth += 1 if found[0] == opening else -1
        if depth == 0:
            return text[start : start + found.start()]
    return text[start:end]


def split(arguments: str) -> list[str]:
    """The arguments of a call, parted at the commas outside quotes and brackets."""
    parts: list[str] = []
    at = 0
    while at < len(arguments):
        part = expression_at(arguments, at)
        parts.append(part)
        at += len(part) + 1
    return parts


def evaluate(expression: str, known: Mapping[str, Value]) -> Value | None:
    """A sum of strings, numbers and known names; None where anything else stands in it."""
    tokens: list[tuple[str, str]] = []
    at = 0
    text = expression.strip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or len(tokens) > _MOST_TOKENS:
            return None
        tokens.append((str(found.lastgroup), found[0].strip()))
        at = found.end()
    value, rest = _sum(tokens, known)
    return value if not rest else None


_Tokens = Sequence[tuple[str, str]]


def _sum(tokens: _Tokens, known: Mapping[str, Value]) -> tuple[Value | None, _Tokens]:
    value, rest = _term(tokens, known)
    while value is not None and rest and rest[0][1] in ("+", "-"):
        sign = rest[0][1]
        other, rest = _term(rest[1:], known)
        if other is None:
            return None, rest
        if isinstance(value, int) and isinstance(other, int):
            value = value + other if sign == "+" else value - other
        elif sign == "+":
            value = f"{value}{other}"
        else:
            value = _less(value, other)
    return value, rest


def _less(value: Value, other: Value) -> int | None:
    """A difference in which a number is printed as text: '3' - 1."""
    one, two = str(value), str(other)
    return as_number(one) - as_number(two) if one.isdecimal() and two.isdecimal() else None


def _term(tokens: _Tokens, known: Mapping[str, Value]) -> tuple[Value | None, _Tokens]:
    if not tokens:
        return None, tokens
    kind, text = tokens[0]
    rest = tokens[1:]
    if kind == "number":
        return int(text), rest
    if kind == "text":
        return _unquoted(text, known), rest
    if kind == "name" and rest and rest[0][1] == "(":
        return _bracket(rest[1:], known) if text in _THROUGH else (None, rest)
    if kind == "name":
        return known.get(text), rest
    return _bracket(rest, known) if text == "(" else (None, rest)


def _bracket(tokens: _Tokens, known: Mapping[str, Value]) -> tuple[Value | None, _Tokens]:
    value, rest = _sum(tokens, known)
    return (value, rest[1:]) if rest and rest[0][1] == ")" else (None, rest)


def _unquoted(text: str, known: Mapping[str, Value]) -> str | None:
    inner = text[1:-1]
    if text[0] != "`":
        return re.sub(r"\\(.)", r"\1", inner)
    for name in _IN_TEMPLATE.findall(inner):
        value = evaluate(name, known)
        if value is None:
            return None
        inner = inner.replace(f"${{{name}}}", str(value))
    return inner


def members(text: str, known: Mapping[str, Value]) -> dict[str, Value | None]:
    """The members of an object literal, nested objects' among them; None: a value not told."""
    found: dict[str, Value | None] = {}
    at = 0
    for pair in _PAIR.finditer(text):
        if pair.start() < at or text[pair.end()] == "{":
            continue
        expression = expression_at(text, pair.end())
        at = pair.end() + len(expression)
        found[pair[1]] = evaluate(expression, known)
    return found
