"""Pages that are an empty shell for a script: the JSON that the script asks for, where it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urlsplit

from newscrawl.extract.document import Document
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.scripts import (
    Scripts,
    Value,
    block,
    evaluate,
    expression_at,
    members,
    names_in,
)
from newscrawl.extract.listing.shapes import is_page_name, page_parameter
from newscrawl.sites.families import Family
from newscrawl.text.urls import host_of

# Where home-made pages say what they fetch: a call, a setting, an attribute.
_ASKED = re.compile(
    r"(?:\bfetch\s{0,9}\(|\.(?:get|post|getJSON|ajax|open|request)\s{0,9}\(\s{0,9}(?:[\"'](?:GET|POST)[\"']\s{0,9},)?"
    r"|\b(?:url|api|src|href|endpoint|data-(?:url|api|src|source))[\"']?\s{0,9}[:=])"
    r"\s{0,9}(?:(?P<quote>[\"'])(?P<url>[^\"'\s<>{}$+]{2,400})[\"'](?!\s{0,9}\+)"
    r"|(?P<sum>[\"'](?=[^\"'\s<>]{2,400}[\"']\s{0,9}\+)|`(?=[^`\s<>]{2,400}`)))",
    re.IGNORECASE,
)
_LOOKED_AT = 400_000  # characters of a page
_MOST_SUMS = 300  # addresses that are added up, and requests that are read with all their fields:
_MOST_REQUESTS = 1_000  # a page has a dozen, and its menu's columns look like some more
_JSON = re.compile(r"\.json$|(?:^|/)(?:api|rest|ajax|wp-json|json)(?:[/.]|$)", re.IGNORECASE)
_LIST = re.compile(r"list|news|article|post|page|query|column|channel|info|content", re.IGNORECASE)
_NOT = re.compile(
    r"\.(?:m?js|css|png|jpe?g|gif|svg|ico|html?|woff2?|xml|map)$|manifest\.json$|/(?:login|menu|nav"
    r"|config|user|banner|link|visit|stat|count|lang|i18n)\w*(?:\.json)?$",
    re.IGNORECASE,
)
_SETTINGS = re.compile(
    r"(?:ajax|axios|request|fetch)\s{0,9}\(\s{0,9}\{(?:[^{}]|\{[^{}]*\})*$", re.IGNORECASE
)
_DATA = re.compile(
    r"\b(?:data|params|body)[\"']?\s{0,9}:\s{0,9}(?P<json>JSON\.stringify\s{0,9}\(\s{0,9})?\{"
    r"|^\s{0,9},\s{0,9}(?P<json2>JSON\.stringify\s{0,9}\(\s{0,9})?\{(?!\s{0,9}(?:params|data|headers|method|body|mode|type)\b)"
)
_POST = re.compile(r"\b(?:type|method)[\"']?\s{0,9}:\s{0,9}[\"']post[\"']", re.IGNORECASE)
# A field of an address and the name of what is put there: "&pageNum=" + p, `&pageNum=${p}`.
_PUT_AT = re.compile(
    r"[?&](\w{1,30})=(?:[\"']\s{0,9}\+\s{0,9}|\$\{\s{0,9})([A-Za-z_$][\w$.]{0,60})", re.ASCII
)
_KEY = re.compile(r'"(\w+)":')
_CALL = 900  # characters of a call that are looked at
_FORM = ("Content-Type", "application/x-www-form-urlencoded")
_AS_JSON = ("Content-Type", "application/json")


def endpoint(
    document: Document, scripts: Scripts, family: Family | None, *, numbered: bool = False
) -> NextPage | None:
    """The request on the same host that most looks like the list's; None where none does.

    `numbered`: only what asks for a page by its number, whatever it is called otherwise.
    """
    best: tuple[int, NextPage] | None = None
    text = document.decoded.text
    for found, url in islice(_addresses(document, scripts), _MOST_REQUESTS):
        parts = urlsplit(url)
        asked = _request(url, found, text, scripts)
        paged = bool(page_parameter(parts.query)) or asked.url != url or asked.method == "POST"
        weight = 2 * bool(_JSON.search(parts.path)) + bool(_LIST.search(parts.path)) + paged
        weight += 2 * bool(family and family.addresses(url))
        if numbered and not _asks_number(asked):
            continue
        if weight >= (1 if numbered else 2) and (best is None or weight > best[0]):
            best = weight, asked
    return best[1] if best else None


def _addresses(document: Document, scripts: Scripts) -> Iterator[tuple[re.Match[str], str]]:
    """What may be asked for on the same host, and where the page says so."""
    here, text, sums = document.url, document.decoded.text, 0
    for found in _ASKED.finditer(text, 0, _LOOKED_AT):
        told = found["url"]
        if told is None:
            sums += 1
            told = _put_together(text, found, scripts) if sums <= _MOST_SUMS else None
        url = document.absolute(told or "")
        if not url or host_of(url) != host_of(here) or url == here:
            continue
        if not _NOT.search(urlsplit(url).path):
            yield found, url


def _asks_number(asked: NextPage) -> bool:
    names = [name for name, _ in (*parse_qsl(urlsplit(asked.url).query), *asked.form)]
    names += _KEY.findall(asked.content)
    return any(map(is_page_name, names))


def _request(url: str, found: re.Match[str], text: str, scripts: Scripts) -> NextPage:
    """The request that the call around the address makes, as far as the page tells its fields."""
    start, end = found.start((found["sum"] and "sum") or "quote"), found.end()
    if found["sum"]:
        end = start + len(expression_at(text, start))
    before = text[max(0, start - _CALL // 2) : start]
    settings = _SETTINGS.search(before)
    after = block(text, end, "(", ")", _CALL)
    call = f"{settings[0] if settings else ''}{after}"
    data = _DATA.search(call)
    fields = members(block(call, data.end(), "{", "}"), scripts.variables) if data else {}
    known = _known(fields)
    posted = bool(_POST.search(call)) or ".post" in found[0].lower()
    if not posted:
        mark = "&" if "?" in url else "?"
        url = f"{url}{mark}{urlencode(known)}" if known else url
        return NextPage(url=url, rule="JSON of the script")
    if data and (data["json"] or data["json2"] or "axios" in before[-40:] + found[0]):
        content = json.dumps(known, ensure_ascii=False)
        return NextPage(
            url=url, rule="JSON of the script", method="POST", content=content, headers=(_AS_JSON,)
        )
    form = tuple((name, str(value)) for name, value in known.items())
    return NextPage(url=url, rule="JSON of the script", method="POST", form=form, headers=(_FORM,))


def _put_together(text: str, found: re.Match[str], scripts: Scripts) -> str | None:
    """The address of a call that adds it up from texts and values the page tells."""
    expression = expression_at(text, found.start("sum"))
    known = {name: value for name in names_in(expression) if (value := _told(name, scripts))}
    for field, name in _PUT_AT.findall(expression):
        if is_page_name(field):
            known.setdefault(name, 1)  # whatever a function calls its argument
    value = evaluate(expression, known)
    return value if isinstance(value, str) else None


def _told(name: str, scripts: Scripts) -> Value | None:
    """What a variable or member holds at first; a page's number is one."""
    last = name.rpartition(".")[2]
    if is_page_name(last):
        return 1
    given = scripts.variables.get(last)
    if given is not None:
        return given
    return scripts.literals.get(last)


def _known(fields: dict[str, Value | None]) -> dict[str, Value]:
    """The fields whose value is told; a page number that a variable holds starts at one."""
    return {
        name: 1 if value is None else value
        for name, value in fields.items()
        if value is not None or is_page_name(name)
    }
