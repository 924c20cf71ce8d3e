"""The rules of a site's listing: kept only where they read the page as it was read without them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.extract.article.site_rules import common_ancestor
from newscrawl.extract.listing import Listing, read_listing
from newscrawl.learn.selectors import selectors_for
from newscrawl.learn.study import Study
from newscrawl.sites.model import ListingRules, Site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AROUND = 2  # elements around the rows that may be the list


def learn_listing(study: Study, site: Site, channel: str | None) -> ListingRules:
    """The listing's address and channel, and a selector for its links where one proves right."""
    rules = ListingRules(url=study.page.url, channel=channel)
    for selector in _link_selectors(study):
        ruled = replace(rules, links=selector)
        found = read_listing(study.document, site=replace(site, listings=(ruled,)))
        if _same(found, study.listing):
            return ruled
    return rules


def _link_selectors(study: Study) -> list[str]:
    document = study.document
    wanted = {row.url for row in study.listing.items}
    links = [
        link
        for link in document.root.iter("a")
        if document.absolute(link.get("href") or "") in wanted
    ]
    if not links:
        return []
    around = common_ancestor(links)
    chain = [around, *around.iterancestors()][: _AROUND + 1]
    outer = [
        path for one in chain for path in selectors_for(one) if len(document.select(path)) == 1
    ]
    item = "li a" if all(_in_item(link) for link in links) else "a"
    return [f"{path} {item}" for path in outer]


def _in_item(link: HtmlElement) -> bool:
    return any(one.tag == "li" for one in link.iterancestors())


def _same(found: Listing, wanted: Listing) -> bool:
    rows = [(row.url, row.title, row.date) for row in found.items]
    return (
        rows == [(row.url, row.title, row.date) for row in wanted.items]
        and found.next_page == wanted.next_page
    )
