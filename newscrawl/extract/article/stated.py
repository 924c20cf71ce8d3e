"""The article that only a script's state holds, drawn into the page as its script would.

`window.__INITIAL_STATE__={...}`, `__NEXT_DATA__`, `__NUXT__=(function(a){return {...}})(1)`: the
text is the longest string under a name such as `content`, told by no framework's own names; title,
date, writer and source are what its object, or one around that, has under names of theirs. No
article is what has neighbours with texts of their own (a list), unless the page is asked for by
its title or number, nor what asks for consent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from html import escape
from itertools import islice
from urllib.parse import urlsplit

from newscrawl.extract import parsing
from newscrawl.extract.document import Document
from newscrawl.extract.tags import WRITTEN_TAG
from newscrawl.text.language import is_chinese
from newscrawl.text.people import looks_like_house
from newscrawl.text.whitespace import squash

_LONGEST = 1 << 20  # characters of a script that are read
_MOST_PAIRS = 20_000  # names and values of a script
_OBJECTS = 3  # objects around the text whose names are looked at
_LEAST = 80  # characters of a text
_NOTICE = 400  # characters: what is shorter, and has neither day nor writer, must be asked for
_OPENS = 200  # characters in which a notice of the site says that it is one
_NAMED = 40  # characters before an object in which its name stands
_TOKEN = 3  # characters of a name or number in the page's address that tells its article
_TIMES = 2  # how much longer it is than others of its name: in a list all are alike
_SHORT = 120  # characters of a title, of a name
# A name and what it stands for, a string or a number; an object's ends.
_PAIR = re.compile(
    r"[{}]|(?<![\w$])([A-Za-z_]\w{1,30})[\"']?\s?:\s?"
    r"(?:\"([^\"\\]*+(?:\\.[^\"\\]*+)*+)\"|(\d{2,19})(?=\s?[,}]))",
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
_NUMBER = re.compile(r"\d+")
# An article's own number or short name; not its column's: catId.
_KEY = re.compile(
    r"^(?:(?:news|article|content|doc|info|post|detail|page)?_?id|uu?id|guid|slug|code|key)$"
)
# What is no article by the name of its object, or of one around it: state of apps and portals.
_NEVER = re.compile(r"consent|cookie|gdpr|error|not_?found|unsupported|browser", re.IGNORECASE)
# And where neither day nor writer is beside it, and the page has another title.
_ASIDE = re.compile(
    r"privacy|banner|modal|popup|dialog|i18n|locale|translation|footer", re.IGNORECASE
)
_CALLED = re.compile(r"([A-Za-z_][\w-]{0,30})[\"']?\s?:\s?$")
_ASKS = re.compile(
    r"\byour browser (?:is|does|has|version)|\byour cookies? (?:settings|preferences|choices)"
    r"|(?:give|manage|withdraw) your consent|\bwe (?:value your privacy|use cookies|and our)\b"
    r"|accept (?:all )?cookies|[您你]的浏览器(?:版本|不支持|已?过[期时]|禁用)"
    r"|我们[^，。]{0,4}(?:重视|尊重|珍视)[您你]的隐私|(?:本网?站|我们)(?:会|将)?使用\s?cookies?"
    r"|(?:启用|接受(?:所有|全部)?)\s?cookies?",
    re.IGNORECASE,
)
_CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class _Pair:
    name: str
    value: str
    objects: tuple[int, ...]  # those that it stands in, the innermost last


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text's object, or one around it, says of it; and the names of its own object."""

    title: str | None
    day: str | None
    writer: str | None
    source: str | None
    own: tuple[_Pair, ...]

    @property
    def is_signed(self) -> bool:
        """Whether somebody wrote it some day: what a site asks, or says of itself, has neither."""
        return bool(self.day or self.writer)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the page is asked for by: the titles of its frame and its row, its address."""

    titles: tuple[str, ...]
    address: str  # the last part of its path, and what it asks for

    def tells(self, said: _Said) -> bool:
        """Whether a page is asked for by an article's title or number, in whatever list it be."""
        return self._entitles(said) or any(_KEY.search(one.name) for one in self._in_address(said))

    def names(self, said: _Said) -> bool:
        """Whether a page is asked for by an article's title, or by its number or short name."""
        return self._entitles(said) or any(self._in_address(said))

    def _entitles(self, said: _Said) -> bool:
        """Whether the page's title is an article's, perhaps with its site's beside it."""
        title = said.title
        if title is None or looks_like_house(title):
            return False  # the site's own, of a text about itself
        return any(squash(title) in squash(one) for one in self.titles)

    def _in_address(self, said: _Said) -> Iterator[_Pair]:
        """What stands beside a text in its object, and in the page's address as well."""
        tokens = set(re.split(r"[^\w-]+", self.address))
        return (one for one in said.own if len(one.value) >= _TOKEN and one.value in tokens)


def draw_stated(document: Document, listed_title: str | None) -> bool:
    """Put the article of the page's scripts at the end of its <body>; whether there is one."""
    body = document.root.find("body")
    if body is None:
        return False
    titles = tuple(filter(None, (document.title, listed_title)))
    url = urlsplit(document.url)
    asked = _Asked(titles, f"{url.path.rstrip('/').rpartition('/')[2]} {url.query}")
    for script in document.all("script"):
        text = script.text or ""
        if len(text) < _LEAST or "ld+json" in (script.get("type") or ""):
            continue
        text = text[:_LONGEST]
        drawn = _drawn(text, asked) or _drawn(_within_strings(text), asked)
        if drawn:
            root, _ = parsing.parse(f"<html><body><article>{drawn}</article>")
            body.extend(root.xpath("body/*"))
            return True
    return False


def _drawn(script: str, asked: _Asked) -> str:
    """The article of a script as HTML; "" where it holds none."""
    pairs = list(islice(_pairs(script), _MOST_PAIRS))
    at, text = _text_among(pairs) or _in_pieces(pairs) or (0, "")
    if not text:
        return ""
    said = _said_beside(pairs, at)
    if not asked.tells(said) and (
        (not said.is_signed and _is_within(script, pairs[at], _ASIDE))
        or _is_of_list(script, pairs, at)
    ):
        return ""
    opening = WRITTEN_TAG.sub(" ", text[:_OPENS])
    if _is_within(script, pairs[at], _NEVER) or _ASKS.search(f"{said.title or ''} {opening}"):
        return ""
    head = _head(said, text, asked)
    return head and f"{head}{_as_html(text)}"


def _said_beside(pairs: Sequence[_Pair], at: int) -> _Said:
    return _Said(
        title=_said(pairs, at, _TITLE.match),
        day=_said(pairs, at, _DATE.search),
        writer=_said(pairs, at, _AUTHOR.match),
        source=_said(pairs, at, _SOURCE.match),
        own=tuple(pair for pair in pairs if pair.objects == pairs[at].objects),
    )


def _is_within(script: str, pair: _Pair, called: re.Pattern[str]) -> bool:
    """Whether the text's object, or one around it, has such a name."""
    names = (_CALLED.search(_before(script, at)) for at in pair.objects)
    return any(name is not None and called.search(name[1]) for name in names)


def _before(script: str, at: int) -> str:
    return script[max(0, at - _NAMED) : at].rstrip()


def _is_of_list(script: str, pairs: Sequence[_Pair], at: int) -> bool:
    """Whether objects beside the text's own have title and text, too: the rows of a list.

    What is called next or previous has them sometimes; two of them, or one in an array, are rows.
    Of an array beside an object with a name, a list of what to read next, it is none.
    """
    *around, own = pairs[at].objects or (0,)
    titled, told = set[int](), set[int]()
    for pair in pairs:
        if not pair.objects or [*pair.objects[:-1]] != around or pair.objects[-1] == own:
            continue
        if _TITLE.match(pair.name):
            titled.add(pair.objects[-1])
        elif _BODY.match(pair.name) and len(pair.value) >= _LEAST:
            told.add(pair.objects[-1])
    rows = titled & told
    if _is_item(script, own):
        return any(_is_item(script, row) for row in rows) or len(rows) > 1
    return sum(not _is_item(script, row) for row in rows) > 1


def _is_item(script: str, at: int) -> bool:
    """Whether an object stands in an array: it has no name."""
    return _before(script, at)[-1:] in ("[", ",")


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


def _head(said: _Said, text: str, asked: _Asked) -> str:
    """Title and byline of the text's object; "" where too little of it is near."""
    told = said.title and (said.writer or len(text) >= _NOTICE or asked.names(said))
    if not (said.day or told):
        return ""
    fields = (
        ("发布时间", _moment(said.day, chinese=is_chinese(text))),
        ("来源", said.source),
        ("作者", said.writer),
    )
    line = "".join(f"<span>{label}：{escape(value)}</span> " for label, value in fields if value)
    title = f"<h1>{escape(said.title)}</h1>" if said.title else ""
    return title + (f"<p>{line}</p>" if line else "")


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
            if len(pair.value) <= _SHORT and called(pair.name) and not _is_count(pair.value):
                value = WRITTEN_TAG.sub("", _decoded(pair.value)).strip()
                if value:
                    return value
    return None


def _is_count(value: str) -> bool:
    return _NUMBER.fullmatch(value) is not None and _MOMENT.fullmatch(value) is None


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
