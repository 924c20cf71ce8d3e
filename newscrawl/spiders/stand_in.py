"""What stands for `extract.listing` and `sites.families` until they are there."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urldefrag

from newscrawl.extract.document import Document
from newscrawl.extract.listing.model import Listing, NextPage, Row
from newscrawl.sites.model import Site


def article_key(url: str, family: str | None = None) -> str:  # noqa: ARG001
    """The key that stands for the article."""
    return urldefrag(url)[0]


def read_listing(
    document: Document,
    *,
    site: Site | None = None,  # noqa: ARG001
    now: datetime | None = None,  # noqa: ARG001
) -> Listing:
    """Links in list items, and a link that says it is the next page."""
    rows = []
    for position, link in enumerate(document.root.iterfind(".//li//a[@href]")):
        url = document.absolute(str(link.get("href")))
        if url:
            rows.append(Row(url=url, title=link.text_content().strip(), position=position))
    following = None
    for link in document.root.iterfind(".//a[@href]"):
        if link.text_content().strip() in {"下一页", "下页", "Next"}:
            url = document.absolute(str(link.get("href")))
            following = NextPage(url=url, rule="link") if url else None
    return Listing(url=document.url, items=tuple(rows), next_page=following)
