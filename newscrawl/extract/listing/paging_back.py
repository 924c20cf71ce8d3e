"""The way up from a later page of a list: to its first page, else to the page before."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newscrawl.extract.listing.anchors import Link
from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager, with_parameter
from newscrawl.extract.listing.paging_links import names_of
from newscrawl.extract.listing.paging_numbers import current_number
from newscrawl.extract.listing.shapes import is_page_name, is_sibling, page_parameter
from newscrawl.text.numbers import as_number

_FIRST = re.compile(
    r"^[\s\[（(【|<«‹]*(?:1|首\s*[页頁]|第\s*一\s*[页頁]|最前一?[页頁]|first(?:\s+page)?|start|最初へ?)[\s\])）】|]*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^[\s\[（(【|<«‹←]*(?:上\s*一?\s*[页頁]|前\s*一?\s*[页頁]|prev(?:ious)?(?:\s+page)?|前へ"
    r"|newer(?:\s+(?:posts|entries|news|articles))?|(?:较新的?|較新的?|新)文章)[\s\])）】|»›→]*$",
    re.IGNORECASE,
)
_PAGE_FOLDER = re.compile(r"/page[/_-]?\d{1,5}/?$", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"\d+", re.ASCII)


def first_page(pager: Pager) -> NextPage | None:
    """The request for page one, or one nearer to it, where this page is a later one."""
    call = pager.call
    if call:
        url = pager.other(f"{call.name}.{call.ending}") if call.page > 1 else None
        return NextPage(url=url, rule="first page") if url else None
    here = current_number(pager)
    url = (_linked(pager) or _counted(pager, here)) if here is not None and here > 1 else None
    if url:
        return NextPage(url=url, rule="first page")
    url = _linked(pager) if _PAGE_FOLDER.search(urlsplit(pager.url).path) else None
    url = url or _before(pager)
    return NextPage(url=url, rule="page before") if url else None


def is_way_back(pager: Pager, link: Link) -> bool:
    """Whether a link calls itself the way to the page before, and leads somewhere."""
    return any(map(_BEFORE.match, names_of(link))) and pager.other(link.href) is not None


def _linked(pager: Pager) -> str | None:
    """The link that the pager has for it, a number or a word."""
    candidates = (pager.other(link.href) for link in pager.links if _FIRST.match(link.text))
    return next((url for url in candidates if url and _is_above(pager, url)), None)


def _is_above(pager: Pager, url: str) -> bool:
    """Whether the page stands beside `url`, or in a folder of its name: `c/3.htm` and `c.htm`."""
    if is_sibling(pager.url, url):
        return True
    path, here = urlsplit(url).path, urlsplit(pager.url).path
    if _PAGE_FOLDER.sub("", here).rstrip("/") == path.rstrip("/") and _PAGE_FOLDER.search(here):
        return True
    stem = path.rpartition(".")[0] if "." in path.rpartition("/")[2] else path.rstrip("/")
    return bool(stem) and here.startswith(f"{stem}/")


def _counted(pager: Pager, here: int) -> str | None:
    """The page's own address with the number of the first in its query, or with none.

    What the page prints of its number proves from where the address counts.
    """
    parts = urlsplit(pager.url)
    found = page_parameter(parts.query)
    name = found[0].lstrip("&").partition("=")[0] if found else ""
    if found is None or not is_page_name(name) or found[1] not in (str(here), str(here - 1)):
        return None
    if pager.declared.current == here:
        return with_parameter(pager.url, name, str(as_number(found[1]) - here + 1))
    others = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != name]
    return urlunsplit(parts._replace(query=urlencode(others)))


def _before(pager: Pager) -> str | None:
    """The link back to the page before, whose number is one off or left out.

    On page one some pagers link page one there, by an address with a number that its own lacks.
    """
    for link in pager.links:
        url = pager.other(link.href) if any(map(_BEFORE.match, names_of(link))) else None
        if url and _is_above(pager, url) and _is_next_to(pager.url, url):
            return url
    return None


def _is_next_to(here: str, there: str) -> bool:
    """Whether one number of the address is one off there, or missing."""
    ours, theirs = _NUMBER.findall(here), _NUMBER.findall(there)
    if len(ours) == len(theirs):
        other = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
        return [abs(as_number(a) - as_number(b)) for a, b in other] == [1]
    return len(ours) == len(theirs) + 1
