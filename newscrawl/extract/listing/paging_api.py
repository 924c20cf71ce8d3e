"""Endpoints behind a listing: Hanweb's datastore proxy and jpaas units, gkmlpt, JSON pages."""

from __future__ import annotations

import html as entities
import json
import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager
from newscrawl.extract.listing.shapes import is_offset_name, is_page_name, page_parameter
from newscrawl.extract.listing.wrapped import Wrapped
from newscrawl.text.numbers import NO_COUNT, as_number

_FORM = ("Content-Type", "application/x-www-form-urlencoded")
_GROUP = re.compile(
    r"<nextgroup>\s*+(?:<!\[CDATA\[)?+\s*+(?:<a[^>]*?href=[\"']([^\"']+)[\"']|([^<\]\s]+))",
    re.IGNORECASE,
)
# The rest of an address is possessive: one may name the script again and again.
_PROXY = re.compile(
    r"[\"']((?:(?!dataproxy\.jsp)[^\"'\s])*+dataproxy\.jsp[^\"'\s]*+)[\"']",
)
_PROXY_FIELDS = (
    "col",
    "appid",
    "webid",
    "path",
    "columnid",
    "sourceContentType",
    "unitid",
    "webname",
    "permissiontype",
)
_GROUP_PAGES = 3  # a jpage group is three pages of rows
# Looked for by its first letter: a page may be long.
_QUERY_DATA = re.compile(r"""[qQ](?<!\w\w)(?i:ueryData)\s*=\s*(?:"([^"]*)"|'(\{&quot;[^']*)')""")
_UNIT = re.compile(
    r"""["'](?P<path>(?:(?!/front/page/build/unit)[^"'\s])*+/front/page/build/unit[^"'\s]*+)["']"""
)
_UNIT_PATH = "/api-gateway/jpaas-publish-server/front/page/build/unit"
_GKMLPT_COLUMN = re.compile(
    r"(?:gkmlpt/index#|gkmlpt/api/all/|(?:column_?id|COLUMN_?ID|currentColumn|column)['\"]?\s*[:=]\s*['\"]?)(\d{1,9})"
)
_SID = re.compile(r"\bSID['\"]?\s*[:=]\s*['\"]?(\d{1,9})", re.IGNORECASE)
_GKMLPT_SIZE = 100
_SIZE_NAME = re.compile(r"(?:per_?page|page_?size|size|limit|rows|ps)", re.IGNORECASE)
_WORDPRESS = "/wp-json/wp/"  # which gives as many rows as were asked for, but for the last page
# Of the rows that a full page would have: a few may lead nowhere.
_MOST_ROWS = 0.8
_LEAST_ROWS = 5  # no site sets pages of fewer: such a page is the last one


def api_page(pager: Pager, wrapped: Wrapped | None, rows: int) -> NextPage | None:
    """The next page of a listing whose pages come from an endpoint. `rows`: rows on this page."""
    for find in (_jpage, _jpaas, _gkmlpt, _json_page):
        found = find(pager, wrapped, rows)
        if found and found.url:
            return found
    return None


def _jpage(pager: Pager, wrapped: Wrapped | None, rows: int) -> NextPage | None:
    if wrapped is None or wrapped.kind != "datastore":
        return None
    group = _GROUP.search(pager.html)
    if group:
        href = entities.unescape(group[1] or group[2] or "")
        url = _joined(pager, href)
        if url and not _past(url, wrapped.pages):
            return NextPage(url=url, rule="datastore nextgroup")
        return None
    return _range(pager, wrapped, rows)


def _joined(pager: Pager, href: str) -> str | None:
    """The proxy's address, the last page's own parameters kept as they are."""
    url = pager.document.absolute(href) if href else None
    if url is None or pager.is_here(url):
        return None
    return url.replace(" ", "%20")


def _past(url: str, pages: int | None) -> bool:
    found = page_parameter(urlsplit(url).query)
    return bool(found and found[1] and pages and as_number(found[1]) > pages)


def _range(pager: Pager, wrapped: Wrapped, rows: int) -> NextPage | None:
    """The proxy asked for a range of records, its fields posted as the page's script does."""
    here = pager.asked
    proxy = _PROXY.search(pager.html)
    if here.get("endrecord", "").isdecimal():
        base = pager.url.partition("?")[0]
        start, size = as_number(here["endrecord"]) + 1, here.get("perpage", "15")
    elif proxy:
        base = (pager.document.absolute(proxy[1]) or "").partition("?")[0]
        size = _per_page(pager)
        # Pinned rows stand beside those of the range, and a row twice is read once.
        start = (rows - rows % int(size) or rows) + 1
    else:
        return None
    total = wrapped.items
    if not base or not rows or (total and start > total):
        return None
    end = start + (as_number(size) if size.isdecimal() else rows) * _GROUP_PAGES - 1
    query = urlencode({"startrecord": start, "endrecord": min(end, total or end), "perpage": size})
    form = _proxy_form(pager) or pager.posted_form
    return NextPage(
        url=f"{base}?{query}", rule="jpage range", method="POST", form=form, headers=(_FORM,)
    )


def _per_page(pager: Pager) -> str:
    found = re.search(r"per_?page['\"]?\s*[:=]\s*['\"]?(\d{1,3})", pager.html, re.IGNORECASE)
    return found[1] if found and int(found[1]) else "15"


def _proxy_form(pager: Pager) -> tuple[tuple[str, str], ...]:
    fields = []
    for name in _PROXY_FIELDS:
        found = re.search(rf"['\"&?]?\b{name}['\"]?\s*[:=]\s*['\"]?([^'\",&}}\s<>]*)", pager.html)
        if found:
            fields.append((name, found[1]))
    return tuple(fields)


def _jpaas(pager: Pager, wrapped: Wrapped | None, rows: int) -> NextPage | None:
    if wrapped is not None and wrapped.kind == "jpaas":
        return _jpaas_after(pager, wrapped, rows)
    found = _QUERY_DATA.search(pager.html)
    if found is None:
        return None
    data = _single_quoted(entities.unescape(found[1] or found[2]))
    if "webId" not in data:
        return None
    unit = _UNIT.search(pager.html)
    path = entities.unescape(unit["path"]) if unit else _UNIT_PATH
    data.setdefault("parseType", "bulidstatic")
    data.setdefault("pageType", "column")
    data.pop("paramJson", None)
    if rows:  # the column page holds page one itself
        size = int(_size(pager.html) or rows)
        data["paramJson"] = json.dumps({"pageNo": 2, "pageSize": size}, separators=(",", ":"))
    url = f"{urljoin(pager.document.base, path).partition('?')[0]}?{urlencode(data)}"
    total = _count(pager.html)
    if rows and total is not None and total <= rows:
        return None
    return NextPage(url=url, rule="jpaas unit", headers=(("Referer", pager.url),))


def _single_quoted(text: str) -> dict[str, str]:
    """`{'webId':'1','tagId':'x'}` as a mapping: JSON in single quotes, nulls included."""
    pairs = re.findall(r"['\"](\w+)['\"]\s*:\s*(?:'([^']*)'|\"([^\"]*)\"|([\w.-]+))", text)
    return {key: one or two or three for key, one, two, three in pairs}


def _size(html: str) -> str | None:
    found = re.search(r"\b(?:rows|pageSize)=['\"](\d{1,3})['\"]", html)
    return found[1] if found else None


def _count(html: str) -> int | None:
    found = re.search(r"\bcount=['\"](\d{1,8})['\"]", html)
    return int(found[1]) if found else None


def _jpaas_after(pager: Pager, wrapped: Wrapped, rows: int) -> NextPage | None:
    """The unit asked again: the number inside paramJson counts, a flat pageNo is ignored."""
    query = dict(parse_qsl(urlsplit(pager.url).query, keep_blank_values=True))
    number, asked = _param_json(query.get("paramJson"))
    size = int(_size(wrapped.fragment) or asked or rows)
    # A server may give fewer rows a page than it was asked for; only a page that holds all that
    # its number leaves to it is the last.
    left = None if wrapped.items is None else wrapped.items - (number - 1) * size
    if not rows or (left is not None and rows >= left):
        return None
    query["paramJson"] = json.dumps({"pageNo": number + 1, "pageSize": size}, separators=(",", ":"))
    parts = urlsplit(pager.url)
    url = urlunsplit(parts._replace(query=urlencode(query)))
    return NextPage(url=url, rule="jpaas unit")


def _param_json(text: str | None) -> tuple[int, int]:
    try:
        given = json.loads(text or "{}")
        number, size = int(given.get("pageNo", 1)), int(given.get("pageSize", 0))
    except (ValueError, TypeError, AttributeError, OverflowError):
        return 1, 0
    return (number, size) if max(number, size) < NO_COUNT else (1, 0)


def _gkmlpt(pager: Pager, wrapped: Wrapped | None, rows: int) -> NextPage | None:
    if "/gkmlpt/api/" in pager.url:
        return None
    if "gkmlpt" not in pager.html and "gkmlpt" not in pager.url:
        return None
    column = _GKMLPT_COLUMN.search(pager.document.url) or _GKMLPT_COLUMN.search(pager.html)
    sid = _SID.search(pager.html)
    if column is None or rows or wrapped is not None:
        return None
    root = re.match(r"(.*?/gkmlpt)(?:/|$)", pager.url)
    base = root[1] if root else urljoin(pager.url, "/gkmlpt")
    query = urlencode({"page": 1, **({"sid": sid[1]} if sid else {})})
    return NextPage(url=f"{base}/api/all/{column[1]}?{query}", rule="gkmlpt api")


def _json_page(pager: Pager, wrapped: Wrapped | None, rows: int) -> NextPage | None:
    """The next page of a JSON answer whose request carries the page's number."""
    if wrapped is None or wrapped.kind != "json" or not rows:
        return None
    fields = pager.asked
    name = next((n for n in fields if is_page_name(n) or is_offset_name(n)), "page")
    told = fields.get(name, "")
    if wrapped.items is None and wrapped.pages is None:
        wanted = next((fields[n] for n in fields if _SIZE_NAME.fullmatch(n)), "")
        full = wanted.isdecimal() and rows >= as_number(wanted)
        rest = _WORDPRESS in pager.url and wanted and not full
        if rest or (name not in fields and not full):
            return None
    if is_offset_name(name):
        start = as_number(told) if told.isdecimal() else 0
        done = wrapped.items is not None and start + rows >= wrapped.items
        return None if done else pager.again(name, start + rows, "json page")
    number = as_number(told) if told.isdecimal() else 1
    size = _GKMLPT_SIZE if "/gkmlpt/api/" in pager.url else rows
    if wrapped.pages is not None and number >= wrapped.pages:
        return None
    if wrapped.items is not None and _is_last(number, max(size, rows), rows, wrapped.items):
        return None
    return pager.again(name, number + 1, "json page")


def _is_last(number: int, size: int, rows: int, total: int) -> bool:
    """Whether pages of `size` end with this one, and it holds what they leave to it.

    A site may have set pages smaller than its family's: then there are fewer rows than expected.
    """
    left = total - (number - 1) * size
    if left <= 0:  # rows stand where none could: its pages are smaller
        return number * rows >= total or rows < _LEAST_ROWS
    rest = number > 1 and rows < _LEAST_ROWS
    return left <= size and (size == rows or rest or rows >= left * _MOST_ROWS)
