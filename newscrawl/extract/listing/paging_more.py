"""Lists that grow: one "more articles" link below them, or a button by which a script adds rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from newscrawl.extract.listing.anchors import squeeze
from newscrawl.extract.listing.model import PIECE, NextPage
from newscrawl.extract.listing.pager import Pager, with_parameter
from newscrawl.extract.listing.shapes import is_page_name
from newscrawl.extract.listing.shell import endpoint
from newscrawl.sites.families import Family
from newscrawl.text.numbers import as_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.extract.listing.rows import RawRow

_MORE = re.compile(
    r"^[\W_]*(?:more\s+(?:articles|news|posts)|加载更多"
    r"|(?:all|view all)\s+(?:articles|news|posts))[\W_]*$",
    re.IGNORECASE,
)
# What the buttons are called; 更多 alone leads to another page.
_LOAD = re.compile(
    r"^[\W_]*(?:点击|點擊|继续)?(?:加载|加載|载入|載入|查看|显示|浏览)更多(?:新闻|文章|内容|信息|动态)?[\W_]*$"
    r"|^[\W_]*(?:load|show)\s+more(?:\s+(?:articles|news|posts|results))?[\W_]*$",
    re.IGNORECASE,
)
_BUTTONS = ("a", "button", "div", "span", "p", "input")
_LABEL = 24  # characters of one
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_COUNTED_UP = re.compile(
    r"page\w{0,9}\s{0,3}(?:\+\+|\+=\s{0,3}1\b|=[^;=]{1,20}\+\s{0,3}1\b)|\+\+\s{0,3}\w{0,9}page",
    re.IGNORECASE,
)
_CALL = 200  # characters of a script before the address that it asks for
_PAGE = re.compile(r"<(?:html|head|body|title)\b", re.IGNORECASE)


def more_link(pager: Pager) -> NextPage | None:
    """One "more articles" link below the only list of the page."""
    found = [link for link in pager.links if _MORE.match(link.text) and pager.other(link.href)]
    urls = {pager.other(link.href) for link in found}
    url = urls.pop() if len(urls) == 1 else None
    return NextPage(url=url, rule="more link") if url else None


def more_rows(pager: Pager, family: Family | None) -> NextPage | None:
    """The request by which the page's script adds rows when its button is pressed."""
    if not _loads_more(pager):
        return None
    asked = endpoint(pager.document, pager.scripts, family, numbered=True)
    if asked is None:
        return None
    called = pager.scripts.text.find(urlsplit(asked.url).path.rpartition("/")[2])
    counted_up = _COUNTED_UP.search(pager.scripts.text, max(0, called - _CALL), max(0, called))
    return _one_on(asked) if counted_up else asked


def _one_on(asked: NextPage) -> NextPage:
    """The request for the page after that: the script counts up before it asks."""
    url = asked.url
    for name, value in parse_qsl(urlsplit(url).query):
        if is_page_name(name) and value.isdecimal():
            url = with_parameter(url, name, str(as_number(value) + 1))
    form = tuple(
        (name, str(as_number(value) + 1) if is_page_name(name) and value.isdecimal() else value)
        for name, value in asked.form
    )
    return replace(asked, url=url, form=form)


def next_fragment(pager: Pager, rows: int) -> NextPage | None:
    """The rows after those of a piece of a page, which was asked for by its number."""
    name = next((one for one in pager.asked if is_page_name(one)), None)
    told = pager.asked.get(name or "", "")
    if not (rows and told.isdecimal()) or _PAGE.search(pager.html[:2000]):
        return None
    return pager.again(str(name), as_number(told) + 1, PIECE)


def hides_more(pager: Pager, rows: Sequence[RawRow]) -> bool:
    """Whether a button adds rows, and where its script gets them cannot be told.

    Not where rows stand on the page that are hidden up to then.
    """
    if (pager.declared.items or len(rows) + 1) <= len(rows) or not _loads_more(pager):
        return False
    return not any(_HIDDEN.search(row.element.get("style") or "") for row in rows)


def _loads_more(pager: Pager) -> bool:
    return any(True for _ in _buttons(pager))


def _buttons(pager: Pager) -> Iterator[HtmlElement]:
    """What is called so and leads nowhere by itself."""
    if "更多" not in pager.html and "more" not in pager.html.lower():
        return
    for element in pager.document.root.iter(*_BUTTONS):
        label = squeeze(element.text or element.get("value") or "")
        named = label and len(label) < _LABEL and _LOAD.match(label)
        if named and not (element.tag == "a" and pager.other(element.get("href"))):
            yield element
