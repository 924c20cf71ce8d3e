"""One article page to one record."""

from __future__ import annotations

from datetime import datetime

from newscrawl.extract.article.reading import Reading
from newscrawl.extract.document import Document
from newscrawl.items import Article, Page, article_id, content_sha256
from newscrawl.sites.model import Site
from newscrawl.text.urls import host_of

__all__ = ["Reading", "read_page"]


def read_page(
    page: Page,
    site: Site | None = None,
    *,
    now: datetime | None = None,  # noqa: ARG001
) -> Reading:
    """Read one fetched page; never raises, whatever the bytes are.

    `now` is the moment that relative dates ("3 days ago") count from; None leaves them unread.
    """
    document = Document.parse(page.body, page.url, page.content_type)
    name = site.id if site else page.site or host_of(page.url)
    title = document.root.findtext(".//title")
    return Reading(
        article=Article(
            id=article_id(name, page.url),
            site=name,
            channel=page.channel,
            url=page.url,
            url_canonical=page.url,
            title=title,
            content_sha256=content_sha256(title, (), None, None, ""),
            listing=page.listed,
        )
    )
