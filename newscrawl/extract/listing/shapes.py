"""What an address says by its look alone: article, listing, file; and its shape.

The shape is the address with its changing parts folded away, so that the articles of one list
have one shape: ``/info/1039/3201.htm`` and ``/info/1040/17.htm`` are both ``/info/9/9.htm``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, unquote

from newscrawl.text.url_parts import parts_of

# What may be one has a figure soon: to look for it to the end from each start is the square.
_HEX = re.compile(
    r"(?<![0-9a-z])(?=[0-9a-f][0-9a-f-]{0,39}\d|\d)[0-9a-f][0-9a-f-]{15,}(?![0-9a-z])", re.ASCII
)
_DIGITS = re.compile(r"\d+", re.ASCII)
# Only from where a word begins: from each letter it is the square.
_SLUG = re.compile(r"(?<![^/._-])(?:[^/._-]++[-_]){3,}[^/.]+")
_LONG_ID = re.compile(r"\d{5,}", re.ASCII)
_SHORT_ID = re.compile(r"\d{3,}", re.ASCII)
_DATE_FOLDER = re.compile(r"/(?:19|20)\d{2}[-/]?\d{1,2}(?:[-/]?\d{1,2})?/", re.ASCII)
# Query parameters that name an article (ASP, PHPCMS, VSB, discuz-like sites).
_ID_PARAMETERS = re.compile(
    r"(?:^|&)(?:\w*(?:newsid|articleid|infoid|docid|contentid|artid|aid|nid)|id|p|doc|uuid|sn|pid)=[\w-]+",
    re.IGNORECASE | re.ASCII,
)
# A folder of a year, month or day: 2023, 202302, 2023-02-13, 02.
_DAY = re.compile(r"(?:19|20)\d{2}(?:[-_]?\d{1,2}){0,2}|\d{1,2}", re.ASCII)
_LISTING_NAME = re.compile(
    r"^(?:index|list|main|default|more|column|channel|category|node|nav|col|common_list|xlist"
    r"|newslist|news_list|lm|home)?[-_]?(?:\d{0,4})?[-_]?(?:\d{0,4})$",
    re.IGNORECASE | re.ASCII,
)
_PAGE_NAME = (
    r"(?:page|page_?(?:num|no|index|number|current)|curr?_?page|current(?:_?page)?|cpage|now_?page"
    r"|paged|pn|pg|a\d{1,5}p)"
)
_OFFSET_NAME = r"(?:start_?record|offset|start|b_start(?::|%3A)int)"
_PAGE_PARAMETER = re.compile(
    rf"(?:^|&)(?:{_PAGE_NAME}|{_OFFSET_NAME})=(\d*)", re.IGNORECASE | re.ASCII
)
_IS_PAGE_NAME = re.compile(_PAGE_NAME, re.IGNORECASE | re.ASCII)
_IS_OFFSET_NAME = re.compile(_OFFSET_NAME, re.IGNORECASE | re.ASCII)
_COLUMN_PARAMETER = re.compile(
    r"(?:^|&)(?:\w*(?:cat|column|channel|class|tree|type|col|node|t)_?id|cid|lmid|cat|tid|wbtreeid)=(\w+)",
    re.IGNORECASE | re.ASCII,
)
_PAGE_TAIL = re.compile(r"[_-]\d{1,4}$", re.ASCII)
_NAMES = re.compile(r"[/?&=._-]|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_COUNT = re.compile(r"(?<=[=/])-?\d+|\d+", re.ASCII)  # days may be told back from today: -1
_COUNTER = re.compile(r"[\w.-]+=-?\d+", re.ASCII)
_HALF_ARTICLE = 0.8  # how much of an article's an address in the listing's own folder may look
_LONGEST = 2000  # of an address that is looked at closely; an href of 100 kB was seen


@lru_cache(maxsize=8192)
def shape(url: str) -> str:
    """`url` with digits, hex ids and slugs folded; the host stays, the fragment goes."""
    parts = _parts(url)
    if parts is None:
        return ""
    path = _HEX.sub("x", unquote(parts.path).lower())
    head, _, last = path.rpartition("/")
    last = _SLUG.sub("slug", last)
    folded = _DIGITS.sub("9", f"{head}/{last}")
    names = "&".join(sorted(_DIGITS.sub("9", one.split("=")[0]) for one in parts.query.split("&")))
    return f"{parts.netloc.lower()}{folded}?{names}"


def mould(url: str) -> str:
    """`url` without what tells an article from its neighbours: name, days, numbers of a query.

    What keeps it apart from other lists of the site stays: folders, their numbers too.
    """
    parts = _parts(url)
    if parts is None:
        return ""
    head, _, last = unquote(parts.path).lower().rstrip("/").rpartition("/")
    folders = "/".join("9" if _DAY.fullmatch(one) else one for one in head.split("/"))
    if parts.query:
        names = sorted(one.split("=")[0] for one in parts.query.split("&"))
        return f"{parts.netloc.lower()}{folders}/{last}?{'&'.join(names)}"
    return f"{parts.netloc.lower()}{folders}/*{last[last.rfind('.') :] if '.' in last else ''}"


def own_name(url: str) -> str:
    """What a listing's address calls its column: `dt` of /news/dt/index_2.html, `9` of ?catid=9."""
    parts = _parts(url)
    if parts is None:
        return ""
    told = _COLUMN_PARAMETER.search(parts.query)
    if told:
        return told[1].lower()
    for name in reversed(unquote(parts.path).lower().split("/")):
        stem = _PAGE_TAIL.sub("", name.partition(".")[0])
        number = _SHORT_ID.search(stem)
        if number and not _DAY.fullmatch(stem):
            return number[0]
        if len(stem) > 1 and not _LISTING_NAME.match(stem) and not _DAY.fullmatch(stem):
            return stem
    return ""


def names_column(url: str, name: str) -> bool:
    """Whether an address names that column: as a folder, a value, a number among its numbers."""
    parts = _parts(url)
    if parts is None or not name:
        return False
    return name in _NAMES.split(f"{parts.path}?{parts.query}".lower())


@lru_cache(maxsize=8192)
def article_likeness(url: str) -> float:
    """How much `url` looks like one article's: 0 a column or a menu entry, 1 an article."""
    parts = _parts(url)
    if parts is None:
        return 0.0
    if parts.query and _ID_PARAMETERS.search(parts.query):
        return 0.2 if _PAGE_PARAMETER.search(parts.query) else 0.8
    last = parts.path.rstrip("/").rpartition("/")[2]
    stem = last.rpartition(".")[0] or last
    if _HEX.search(parts.path.lower()) or _LONG_ID.search(stem) or _DATE_FOLDER.search(parts.path):
        return 1.0
    column = bool(_LISTING_NAME.match(stem))
    if _SLUG.search(stem) or (_SHORT_ID.search(stem) and not column):
        return 0.8
    if column or parts.path.endswith("/"):
        return 0.0
    return 0.4 if _DIGITS.search(stem) else 0.1


def is_sibling(here: str, there: str | None) -> bool:
    """Whether `there` looks like another page of the listing `here` rather than an article."""
    if there is None:
        return False
    if there.partition("?")[0] == here.partition("?")[0] or shape(here) == shape(there):
        return True
    return _folder(there).startswith(_stem(here)) or (
        _folder(here) == _folder(there) and article_likeness(there) < _HALF_ARTICLE
    )


def is_counted(here: str, there: str) -> bool:
    """Whether `there` is `here` with other numbers, or with one number more in its query."""
    if here == there:
        return False
    if _COUNT.sub("9", here) == _COUNT.sub("9", there):
        return True
    bare, _, query = there.partition("?")
    if bare != here.partition("?")[0]:
        return False
    added = set(query.split("&")) - set(here.partition("?")[2].split("&"))
    return len(added) == 1 and bool(_COUNTER.fullmatch(added.pop()))


def _folder(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[0]


def _stem(url: str) -> str:
    bare = url.partition("?")[0]
    return bare.rpartition(".")[0] if "." in bare.rpartition("/")[2] else bare.rstrip("/")


def _parts(url: str) -> SplitResult | None:
    try:
        return parts_of(url) if len(url) <= _LONGEST else None
    except ValueError:
        return None


def is_page_name(name: str) -> bool:
    """Whether a parameter of that name holds the number of a page."""
    return _IS_PAGE_NAME.fullmatch(name) is not None


def is_offset_name(name: str) -> bool:
    """Whether a parameter of that name holds the number of a page's first item."""
    return _IS_OFFSET_NAME.fullmatch(name) is not None


def page_parameter(query: str) -> re.Match[str] | None:
    """The page number's parameter in a query string; group 1 is the number, perhaps empty."""
    return _PAGE_PARAMETER.search(query)
