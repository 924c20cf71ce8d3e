"""One article page to one record."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from newscrawl.extract.arguments import refuse_wrong_types
from newscrawl.extract.article.explain import Explanation, explain
from newscrawl.extract.article.parts import Listed
from newscrawl.extract.article.read import read_document
from newscrawl.extract.article.reading import Reading
from newscrawl.extract.article.site_rules import plays
from newscrawl.extract.article.verdict import judge
from newscrawl.extract.document import Document
from newscrawl.items import Article, Issue, Outcome, Page
from newscrawl.sites.model import Site
from newscrawl.text.magic import binary_kind

__all__ = [
    "Explanation",
    "Listed",
    "Reading",
    "explain_page",
    "extract_article",
    "has_player",
    "read_page",
]


def extract_article(
    html: bytes,
    url: str,
    *,
    content_type: str | None = None,
    site: Site | None = None,
    listed: Listed | None = None,
    now: datetime | None = None,
) -> Article:
    """The record of one page; whatever the bytes are, there is one.

    `content_type` is the header the page came with, `listed` the listing row that led to it (its
    title and date are witnesses), `now` the moment that relative dates ("3 days ago") count from.
    Raises TypeError for arguments of other types, a str in the place of the bytes above all.
    """
    refuse_wrong_types(html=html, url=url, content_type=content_type, site=site, now=now)
    document = _parsed(html, url, content_type, binary_kind(html))
    return read_document(document, site=site, listed=listed, now=now)


def read_page(page: Page, site: Site | None = None, *, now: datetime | None = None) -> Reading:
    """Read one fetched page: its record, and how its address ended. Never raises."""
    binary = binary_kind(page.body)
    document = _parsed(page.body, page.url, page.content_type, binary)
    article = read_document(document, site=site, fetched=page, now=now)
    outcome, keep, detail = (
        (Outcome.NOT_HTML, False, f"this is {binary}, no web page")
        if binary
        else judge(document, article)
    )
    if keep and detail:
        issue = Issue(code="little_text", field="body", text=detail)
        article = replace(article, issues=(*article.issues, issue))
    return Reading(article=article, outcome=outcome, keep=keep, detail=detail)


def has_player(page: Page, site: Site) -> bool:
    """Whether a film, a frame or a script stands where a site's rules say that the text is."""
    document = _parsed(page.body, page.url, page.content_type, binary_kind(page.body))
    return plays(document, site, page.listed.date if page.listed else None)


def _parsed(body: bytes, url: str, content_type: str | None, binary: str | None) -> Document:
    """The page as a tree; of a PDF or an image, which would be read as letters, an empty one."""
    return Document.parse(b"" if binary else body, url, content_type)


def explain_page(page: Page, article: Article, site: Site | None = None) -> tuple[Explanation, ...]:
    """Why the record of a page says what it says, field by field."""
    document = _parsed(page.body, page.url, page.content_type, binary_kind(page.body))
    return explain(document, article, page.listed, site)
