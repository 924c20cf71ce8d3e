"""Lists that are not in the page's tree: rows as text in a script, JSON and XML answers.

Each is turned into ordinary HTML, so that the same rules read it.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from newscrawl.extract.document import Document
from newscrawl.extract.listing.anchors import squeeze
from newscrawl.extract.listing.row_address import filled
from newscrawl.extract.tags import WRITTEN_TAG
from newscrawl.text.dates import parse_epoch
from newscrawl.text.numbers import NO_COUNT, as_number

INLINE = "inline"  # the kind of a list that the page's own script draws
_OPEN, _CLOSE = "<record>", "</record>"
_MAX_ROWS = 6_000  # rows of an answer
# Key names of JSON lists, lower-case and without _, in order of trust; seen in gkmlpt, UCAP,
# WordPress, home-made ones; the last of each are Chinese words or their first letters.
_TITLE_KEYS = (
    *("title", "articletitle", "doctitle", "newstitle", "infotitle", "contenttitle", "showtitle"),
    *("headline", "subject", "biaoti", "wzbt", "xwbt", "bt", "name"),
)
_URL_KEYS = (
    *("url", "link", "href", "linkurl", "docpuburl", "articleurl", "newsurl", "infourl"),
    *("detailurl", "pageurl", "staticurl", "accessurl", "viewurl", "weburl"),
    *("lianjie", "ljdz", "wzlj", "xqdz"),
)
_DATE_KEYS = (
    *("displaypublishtime", "publishtime", "publishdate", "publishedtime", "publishedat"),
    *("pubtime", "pubdate", "releasetime", "releasedate", "docreltime", "docpubtime", "posttime"),
    *("newsdate", "infodate", "displaydate", "date", "createdat", "createtime", "createdate"),
    *("time", "showtime", "inputtime", "addtime"),
    *("fabushijian", "faburiqi", "fbsj", "fbrq", "cjsj", "riqi", "rq"),
)
_TOTAL_KEYS = ("total", "totalcount", "count", "totalrecord", "recordcount", "rowstotal")
_PAGES_KEYS = ("totalpage", "totalpages", "pagecount", "pages")
_MORE_KEYS = ("next", "nextcursor", "nextpage", "nexturl", "nextpagetoken", "hasmore", "hasnext")
_NO_MORE = frozenset(("", "0", "-1", "false", "no", "n", "null", "none", "undefined"))
_MAX_DEPTH = 6  # levels of JSON in which rows may stand
# JSON in a call, as pages of other hosts ask for it: callback({...});
_JSONP = re.compile(
    r"\s*+(?:/\*\*/\s*+)?[\w$.]{1,80}\s*+\(\s*+([{\[].*[}\]])\s*+\)\s*+(?:;\s*+)?$", re.DOTALL
)
_MAX_JSONP = 4 << 20


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A list found outside the tree: its rows as HTML, and what the answer says of the whole."""

    fragment: str
    kind: str  # datastore, jpaas, json, inline
    items: int | None = None
    pages: int | None = None
    more: str = ""  # the field by which an answer says that more follow


def unwrap(document: Document, address: str | None = None) -> Wrapped | None:
    """The list a page carries in a script, or an API's answer; None where the tree is the page.

    `address`: how rows that bring no more than an id spell theirs (`row_address`).
    """
    text = document.decoded.text
    lean = text.lstrip()[:1]
    if lean in ("{", "["):
        return _json(text, address)
    padded = _JSONP.match(text) if len(text) < _MAX_JSONP else None
    if padded:
        return _json(padded[1], address)
    if "<record>" in text or "&lt;record&gt;" in text:
        return _datastore(text)
    return None


def as_document(document: Document, fragment: str) -> Document:
    """`fragment` as a page at the same address."""
    page = f"<html><body>{fragment}</body></html>".encode("utf-8", "replace")
    inner = Document.parse(page, document.url)
    inner.base = document.base
    return inner


def _datastore(text: str) -> Wrapped | None:
    records = list(islice(_records(text), _MAX_ROWS))
    records = [entities.unescape(one) if one.startswith("&lt;") else one for one in records]
    if not records:
        return None
    rows = "".join(f"<div data-row>{_as_block(one)}</div>" for one in records)
    return Wrapped(
        f"<div data-rows>{rows}</div>",
        "datastore",
        _tag_number(text, "totalrecord"),
        _tag_number(text, "totalpage"),
    )


def _records(text: str) -> Iterator[str]:
    """What stands in each record; found by hand, since a pattern is quadratic on unclosed ones."""
    at = text.find(_OPEN)
    while at >= 0:
        end = text.find(_CLOSE, at)
        if end < 0:
            return
        yield (
            text[at + len(_OPEN) : end]
            .strip()
            .removeprefix("<![CDATA[")
            .removesuffix("]]>")
            .strip()
        )
        at = text.find(_OPEN, end)


def _as_block(record: str) -> str:
    """A record whose outermost element only lives in a table, as one that lives anywhere."""
    return re.sub(
        r"<(/?)(?:table|tbody|tr|td|th|li|ul)\b[^>]*>",
        lambda m: f"<{m[1]}div>",
        record,
        flags=re.IGNORECASE,
    )


def _tag_number(text: str, name: str) -> int | None:
    found = re.search(rf"<{name}>\s*+(?:<!\[CDATA\[)?+\s*+(\d{{1,8}})", text, re.IGNORECASE)
    return int(found[1]) if found else None


def _json(text: str, address: str | None) -> Wrapped | None:
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        return None
    data = answer.get("data") if isinstance(answer, Mapping) else None
    if isinstance(data, Mapping) and isinstance(data.get("html"), str):
        return Wrapped(data["html"], "jpaas", _attribute(data["html"], "count"), None)
    fragment = max(_fragments(answer), key=len, default="")
    found = listed_in(answer, "json", address=address)
    return found or (_found(fragment, "json", answer) if fragment else None)


def listed_in(
    answer: Any, kind: str, *, least: int = 1, address: str | None = None
) -> Wrapped | None:
    """The longest list of titles and addresses in a JSON value, None below `least` rows."""
    rows = max(_lists(answer, address), key=len, default=[])
    if len(rows) < least:
        return None
    body = "".join(f"<li>{row}</li>" for row in rows[:_MAX_ROWS])
    return _found(f"<ul data-rows>{body}</ul>", kind, answer)


def _found(fragment: str, kind: str, answer: Any) -> Wrapped:
    pages = _number(answer, _PAGES_KEYS)
    more = "" if pages == 1 else _says_more(answer)
    return Wrapped(fragment, kind, stated_items(answer), pages, more)


def _says_more(answer: Any) -> str:
    """The field beside the rows, or one level below, that names what follows; or ""."""
    if not isinstance(answer, Mapping):
        return ""
    for fields in (answer, *(one for one in answer.values() if isinstance(one, Mapping))):
        for name, value in fields.items():
            if _is_told(value) and name.replace("_", "").lower() in _MORE_KEYS:
                return str(name)
    return ""


def _is_told(value: Any) -> bool:
    """Whether a field holds a mark, a number or a yes: null, 0 and -1 say that nothing follows."""
    if isinstance(value, str):
        return value.strip().lower() not in _NO_MORE
    return value is True or (isinstance(value, int) and value > 0)


def stated_items(answer: Any) -> int | None:
    """How many entries an answer says there are."""
    return _number(answer, _TOTAL_KEYS)


def _fragments(value: Any, depth: int = 0) -> Iterator[str]:
    """Every piece of HTML with links that stands in an answer as text."""
    if isinstance(value, str):
        if "<a " in value:
            yield value
    elif depth <= _MAX_DEPTH and isinstance(value, Mapping | list):
        for one in value.values() if isinstance(value, Mapping) else value[:50]:
            yield from _fragments(one, depth + 1)


def _attribute(fragment: str, name: str) -> int | None:
    found = re.search(rf"\b{name}=['\"](\d{{1,8}})['\"]", fragment)
    return int(found[1]) if found else None


def _lists(value: Any, address: str | None, depth: int = 0) -> Iterator[list[str]]:
    """Every list of title-and-address objects in an answer, as HTML rows."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _lists(one, address, depth + 1)
    elif isinstance(value, list):
        rows = [row for row in (_row(one, address) for one in value[:_MAX_ROWS]) if row]
        if rows:
            yield rows
        else:
            for one in value[:50]:
                yield from _lists(one, address, depth + 1)


def _row(value: Any, address: str | None) -> str | None:
    if not isinstance(value, Mapping):
        return None
    value = _lean_keys(value)
    title, url = _text(value, _TITLE_KEYS), _text(value, _URL_KEYS)
    url = url or (filled(address, value) if address else "")
    if not title or not url:
        return None
    when = _moment(next((value[k] for k in _DATE_KEYS if value.get(k) not in (None, "")), None))
    name = entities.escape(squeeze(WRITTEN_TAG.sub("", title)))
    return f'<a href="{entities.escape(url)}">{name}</a><span>{entities.escape(when)}</span>'


def _lean_keys(value: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, one in value.items():
        found.setdefault(key.replace("_", "").lower(), one)
    return found


def _text(value: Mapping[str, Any], keys: Sequence[str]) -> str:
    for key in keys:
        one = value.get(key)
        if isinstance(one, Mapping):  # WordPress: {"title": {"rendered": ...}}
            one = one.get("rendered")
        if isinstance(one, str) and one.strip():
            return one
    return ""


def _moment(value: Any) -> str:
    """A printed date, or seconds / milliseconds since 1970 as a day in China."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return ""
    found = parse_epoch(value)
    return found.iso if found else str(value)


def _number(value: Any, keys: Sequence[str]) -> int | None:
    level = [value]
    for _ in range(3):
        for one in level:
            if isinstance(one, Mapping):
                lean = _lean_keys(one)
                for key in keys:
                    number = lean.get(key)
                    if isinstance(number, str) and number.isascii() and number.isdigit():
                        number = as_number(number)
                    if type(number) is int and 0 <= number < NO_COUNT:
                        return number
        level = [v for one in level if isinstance(one, Mapping) for v in one.values()]
    return None
