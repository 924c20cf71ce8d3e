"""Page numbers by a family's own arithmetic, for pagers that only a script draws.

Each kind is one pure function of the page and the family's parameters; all but the countdown need
a declared total, since a pattern alone says nothing about how many pages there are.
"""

from __future__ import annotations

import re
from collections import Counter
from posixpath import splitext
from urllib.parse import parse_qsl, urlsplit

from newscrawl.extract.listing.model import NextPage
from newscrawl.extract.listing.pager import Pager, with_parameter
from newscrawl.sites.families import Family, Paging
from newscrawl.text.numbers import as_number

_ENDINGS = (".html", ".htm", ".shtml")


def by_family(pager: Pager, family: Family | None) -> NextPage | None:
    """The next page by the first of the family's numberings that fits the page's address."""
    for rule in family.paging if family else ():
        url = _KINDS[rule.kind](pager, rule)
        if url and pager.other(url):
            return NextPage(url=url, rule=f"{rule.kind} numbering")
    return None


def counted_down(pager: Pager, family: Family | None) -> NextPage | None:
    """As `by_family`, by numberings that mislead whoever reads the numbers of the links."""
    for rule in family.paging if family else ():
        url = _component(pager, rule) if rule.kind == "component" else None
        if url and pager.other(url):
            return NextPage(url=url, rule="component numbering")
    return None


def _suffix(pager: Pager, rule: Paging) -> str | None:
    """`list.htm`, `list2.htm` ...: page p has the number p + offset, page one may have none."""
    base, query = pager.url.partition("?")[::2]
    if base.endswith("/") and rule.page and not rule.page.match(base):
        base += f"index{_ending(pager)}"
    found = rule.page.match(base) if rule.page else None
    total = pager.declared.page_count
    if not found or query or not total:
        return None
    page = as_number(found["n"]) - rule.offset if found["n"] else 1
    if page >= total or (pager.declared.current or page) != page:
        return None
    parts = found.groupdict() | {"n": str(page + 1 + rule.offset)}
    if parts["stem"].endswith("/"):  # a folder stands for its index page
        parts["stem"] += "index"
    return rule.template.format(**parts)


def _ending(pager: Pager) -> str:
    """How the pages of a folder end: as the articles of the list do, mostly."""
    endings = Counter(splitext(urlsplit(url).path)[1] for url in pager.rows)
    best = max(_ENDINGS, key=lambda ending: endings[ending])
    return best if endings[best] else ".html"


def _countdown(pager: Pager, rule: Paging) -> str | None:
    """`c.htm`, `c/10.htm`, ... `c/1.htm`: the oldest page is number one."""
    base, query = pager.url.partition("?")[::2]
    if query:
        return None
    numbered = rule.page.match(base) if rule.page else None
    if numbered:
        n = as_number(numbered["n"]) - 1
        return rule.template.format(stem=numbered["stem"], n=n) if n >= 1 else None
    first = rule.first.match(base) if rule.first else None
    total = pager.declared.page_count
    if not first or not total or total < 2:
        return None
    return rule.template.format(stem=first["stem"], n=total - 1)


def _component(pager: Pager, rule: Paging) -> str | None:
    """n/c sites: `index_{component}_{n}.html` counts down; links to all stand in a hidden box."""
    if rule.page is None:
        return None
    here = rule.page.match(pager.url)
    if here:
        n = as_number(here["n"]) - 1
        return rule.template.format(stem=here["stem"], n=n) if n >= 1 else None
    linked: dict[int, str] = {}
    for link in pager.links:
        found = rule.page.match(link.url)
        if found:
            linked[as_number(found["n"])] = found["stem"]
    if not linked:
        return None
    newest = max(linked)
    total = pager.declared.page_count
    # The largest number is page one itself where the total says so; it may not exist as a file.
    n = newest - 1 if total == newest and newest > 1 else newest
    return rule.template.format(stem=linked[newest], n=n)


def _query(pager: Pager, rule: Paging) -> str | None:
    """A parameter of the address, with others that the page's scripts name."""
    if rule.page is not None and not rule.page.search(pager.url):
        return None
    total = pager.declared.page_count
    given = dict(parse_qsl(urlsplit(pager.url).query)).get(rule.parameter)
    page = as_number(given) - rule.offset if given and given.isdecimal() else 1
    if not total or page >= total:
        return None
    url = with_parameter(pager.url, rule.parameter, str(page + 1 + rule.offset))
    for name, value in (rule.extra or {}).items():
        if value.startswith("="):
            url = with_parameter(url, name, value[1:])
            continue
        found = re.search(value, pager.html)
        if found:
            url = with_parameter(url, name, found[1])
    return url


_KINDS = {
    "suffix": _suffix,
    "countdown": _countdown,
    "component": _component,
    "query": _query,
}
