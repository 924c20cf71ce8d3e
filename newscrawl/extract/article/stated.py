"""The article that only a script's state holds, drawn into the page as its script would.

`window.__INITIAL_STATE__={...}`, `__NEXT_DATA__`, `__NUXT__=(function(a){return {...}})(1)`: the
text is the longest string under a name such as `content`, told by no framework's own names; title,
date, writer and source are what its object, or one around that, has under names of theirs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from html import escape
from itertools import islice

from newscrawl.extract import parsing
from newscrawl.extract.document import Document
from newscrawl.extract.tags import WRITTEN_TAG
from newscrawl.text.language import is_chinese

_LONGEST = 1 << 20  # characters of a script that are read
_MOST_PAIRS = 20_000  # names and values of a script
_OBJECTS = 3  # objects around the text whose names are looked at
_LEAST = 80  # characters of a text
_NOTICE = 400  # characters: what is shorter, and has neither day nor writer, is a notice or a row
_TIMES = 2  # how much longer it is than others of its name: in a list all are alike
_SHORT = 120  # characters of a title, of a name
# A name and what it stands for, a string, or a moment in seconds or milliseconds; an object's ends.
_PAIR = re.compile(
    r"[{}]|(?<![\w$])([A-Za-z_]\w{1,30})[\"']?\s?:\s?"
    r"(?:\"([^\"\\]*+(?:\\.[^\"\\]*+)*+)\"|(1\d{9}(?:\d{3})?)(?=\s?[,}]))",
    re.DOTALL,
)
# None opens behind a backslash: from each of those the rest of the script would be read again.
_STRING = re.compile(r"(?<!\\)\"([^\"\\]*+(?:\\.[^\"\\]*+)*+)\"", re.DOTALL)
_BODY = re.compile(r"(?:^|.*[a-z_])(?:content|contents|body|html|text|detail|richtext|neirong)$")
_TITLE = re.compile(r"(?:^|doc_?|news_?|article_?|main_?)(?:title|headline)$|^(?:subject|name)$")
_DATE = re.compile(
    r"(?:pub|publish|published|post|posted|issue|release|show|online)_?(?:time|date|at|on|datetime)$"
    r"|^(?:(?:date|time|ptime|date_?published)|(?:create|created|add|input)_?(?:time|date|at))$"
)
_AUTHOR = re.compile(r"^(?:author|author_?name|writer|reporter|byline)s?$")
_SOURCE = re.compile(r"^(?:source|source_?name|media|media_?name|copy_?from|origin)$")
_HEX = re.compile(r"\\x([0-9A-Fa-f]{2})|\\(['`$])|\\?[\r\n\t]")
_SENTENCE_END = re.compile(r"[。！？.!?](?=\s|$|[^\s\d])")
_OWN = (
    _TITLE.match,
    _DATE.search,
    _AUTHOR.match,
    _SOURCE.match,
    re.compile("url|link|href|path").search,
)
_MOMENT = re.compile(r"1\d{9}(?:\d{3})?")
_CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class _Pair:
    name: str
    value: str
    objects: tuple[int, ...]  # those that it stands in, the innermost last


def draw_stated(document: Document) -> bool:
    """Put the article of the page's scripts at the end of its <body>; whether there is one."""
    body = document.root.find("body")
    if body is None:
        return False
    for script in document.all("script"):
        text = script.text or ""
        if len(text) < _LEAST or "ld+json" in (script.get("type") or ""):
            continue
        drawn = _drawn(text[:_LONGEST]) or _drawn(_within_strings(text[:_LONGEST]))
        if drawn:
            root, _ = parsing.parse(f"<html><body><article>{drawn}</article>")
            body.extend(root.xpath("body/*"))
            return True
    return False


def _drawn(text: str) -> str:
    """The article of a script as HTML; "" where it holds none."""
    pairs = list(islice(_pairs(text), _MOST_PAIRS))
    at, text = _text_among(pairs) or _in_pieces(pairs) or (0, "")
    head = _head(pairs, at, text) if text else ""
    return head and f"{head}{_as_html(text)}"


def _within_strings(text: str) -> str:
    r"""What stands in strings that hold JSON themselves: JSON.parse("{\"title\":...}")."""
    return "".join(_decoded(found[1]) for found in _STRING.finditer(text) if '\\":' in found[1])


def _pairs(text: str) -> Iterator[_Pair]:
    objects: tuple[int, ...] = ()
    for found in _PAIR.finditer(text):
        if found[0] == "{":
            objects = (*objects[-_OBJECTS:], found.start())
        elif found[0] == "}":
            objects = objects[:-1]
        elif value := found[2] or found[3]:
            yield _Pair(found[1].lower(), value, objects)


def _text_among(pairs: Sequence[_Pair]) -> tuple[int, str] | None:
    """The text and its place: much longer than whatever else is called so."""
    long = [
        (len(pair.value), number)
        for number, pair in enumerate(pairs)
        if len(pair.value) >= _LEAST and _BODY.match(pair.name)
    ]
    for size, number in sorted(long, reverse=True)[:3]:
        name = pairs[number].name
        others = (other for other, at in long if at != number and pairs[at].name == name)
        text = _decoded(pairs[number].value)
        if max(others, default=0) * _TIMES <= size and _is_text(text):
            return number, text
    return None


def _in_pieces(pairs: Sequence[_Pair]) -> tuple[int, str] | None:
    """The text and its place, where each paragraph is an object: {"type": "p", "text": ...}.

    What has a title, a day, a writer or an address of its own is no paragraph.
    """
    whole = {
        pair.objects[-1] for pair in pairs if pair.objects and any(told(pair.name) for told in _OWN)
    }
    runs: dict[tuple[str, tuple[int, ...]], list[int]] = {}
    for number, pair in enumerate(pairs):
        if pair.objects and pair.objects[-1] not in whole and _BODY.match(pair.name):
            runs.setdefault((pair.name, pair.objects[:-1]), []).append(number)
    longest = max(runs.values(), key=lambda run: sum(len(pairs[i].value) for i in run), default=[])
    text = "\n".join(_decoded(pairs[number].value) for number in longest)
    return (longest[0], text) if len(longest) > 1 and _is_text(text) else None


def _is_text(value: str) -> bool:
    plain = WRITTEN_TAG.sub(" ", value)
    return len(plain.strip()) >= _LEAST // 2 and len(_SENTENCE_END.findall(plain)) > 1


def _head(pairs: Sequence[_Pair], at: int, text: str) -> str:
    """Title and byline of the text's object; "" where too little of it is near."""
    title = _said(pairs, at, _TITLE.match)
    day = _said(pairs, at, _DATE.search)
    writer = _said(pairs, at, _AUTHOR.match)
    if not (day or (title and (writer or len(text) >= _NOTICE))):
        return ""
    said = (
        ("发布时间", _moment(day, chinese=is_chinese(text))),
        ("来源", _said(pairs, at, _SOURCE.match)),
        ("作者", writer),
    )
    line = "".join(f"<span>{label}：{escape(value)}</span> " for label, value in said if value)
    return (f"<h1>{escape(title)}</h1>" if title else "") + (f"<p>{line}</p>" if line else "")


def _moment(printed: str | None, *, chinese: bool) -> str | None:
    """A day as it is printed; seconds, or milliseconds, as the page's readers know them."""
    if printed is None or not _MOMENT.fullmatch(printed):
        return printed
    zone = _CHINA if chinese else UTC
    return datetime.fromtimestamp(int(printed[:10]), zone).isoformat()


def _said(
    pairs: Sequence[_Pair], at: int, called: Callable[[str], re.Match[str] | None]
) -> str | None:
    """What the text's object, or the nearest around it, has under one of those names."""
    for inner in pairs[at].objects[: -_OBJECTS - 1 : -1]:
        own = (pair for pair in pairs if pair.objects and pair.objects[-1] == inner)
        for pair in own:
            if len(pair.value) <= _SHORT and called(pair.name):
                value = WRITTEN_TAG.sub("", _decoded(pair.value)).strip()
                if value:
                    return value
    return None


def _decoded(printed: str) -> str:
    """A string as its script reads it; as it is printed where that cannot be done."""
    try:
        value = json.loads(f'"{_HEX.sub(_escaped, printed)}"')
    except ValueError:
        value = printed
    return value if isinstance(value, str) else printed


def _escaped(found: re.Match[str]) -> str:
    if found[1]:
        return f"\\u00{found[1]}"
    return found[2] or "\\n"


def _as_html(value: str) -> str:
    if "<" in value:
        return f"<div>{value}</div>"
    return "".join(f"<p>{escape(part)}</p>" for part in value.split("\n") if part.strip())
