"""Is this page an article at all? Walls, logins, error pages and empty shells, told by their signs."""

from __future__ import annotations

import re

from newscrawl.extract.document import Document
from newscrawl.extract.walls import (
    GONE,
    RESTRICTED,
    asks_password,
    challenge_in,
)
from newscrawl.items import Article, Outcome

_BROKEN = re.compile(
    r"Server Error in '|Stack trace:|HTTP Status 5\d\d|java\.lang\.\w+Exception|Traceback \(most recent call last\)|"
    r"Microsoft OLE DB|ODBC Drivers error|Fatal error:.{0,80}on line|SQLSTATE\[|Warning: mysql|Internal Server Error",
    re.IGNORECASE,
)
# Said by people, too, who write of what broke.
_FAILED = re.compile(
    r"数据库连接(?:失败|错误)|系统(?:错误|异常|繁忙)|服务器(?:内部)?错误|运行时错误"
)
_SHORT = 400
_SCAN = 60_000
_LITTLE = 30
_BESIDE = 60  # characters that a page which keeps its text to itself says beside that
_NOT_PRINTED = frozenset(("listing", "script", "url"))


def judge(document: Document, article: Article) -> tuple[Outcome, bool, str]:
    """How the page ended, whether its record is an article to keep, and one line of reason."""
    text = document.decoded.text[:_SCAN]
    body = article.body
    little, dated = len(body) < _SHORT, _prints_date(article)
    if little:
        challenge = None if dated else challenge_in(text)
        if challenge:
            return Outcome.BLOCKED, False, f"challenge page ({challenge})"
        wall = _wall(document, article, text)
        if wall is not None:
            return wall
    if len(body.strip()) < _LITTLE:
        return _empty(article)
    if article.title is None and article.date_published is None:
        return Outcome.NOT_ARTICLE, False, "no title and no date"
    return Outcome.NEW, True, ""


def _wall(document: Document, article: Article, text: str) -> tuple[Outcome, bool, str] | None:
    printed = f"{article.title or ''}\n{article.body}\n{document.title or ''}"
    if len(article.body.strip()) < _LITTLE:
        printed = f"{printed}\n{text}"  # nothing was read: what is said stands somewhere
    post = _is_post(article)
    if (says := RESTRICTED.search(printed)) and not _is_about(article, says[0]):
        return Outcome.RESTRICTED, False, f"says: {says[0]}"
    if not post and (gone := GONE.search(printed)):
        return Outcome.SOFT_404, False, f"says: {gone[0]}"
    broken = _BROKEN.search(printed) or (None if post else _FAILED.search(printed))
    if broken:
        return Outcome.NOT_ARTICLE, False, f"error page: {broken[0]}"
    if not post and asks_password(document):
        return Outcome.RESTRICTED, False, "asks to log in"
    if document.root.find(".//frameset") is not None:
        return Outcome.NOT_ARTICLE, False, "a frameset, no page"
    return None


def _is_about(article: Article, refusal: str) -> bool:
    """Whether a post writes about a refusal, and more than one says of itself."""
    return _is_post(article) and len(article.body) - len(refusal) > _BESIDE


def _is_post(article: Article) -> bool:
    """Whether the page is dated, or has the title of the row that led to it: it is the post."""
    title = article.provenance["title"].rule or ""
    return _prints_date(article) or title.endswith("+listing")


def _prints_date(article: Article) -> bool:
    """Whether the page itself is dated: its row and its address are so even when it is gone."""
    return bool(article.date_published) and (
        article.provenance["date_published"].rule not in _NOT_PRINTED
    )


def _empty(article: Article) -> tuple[Outcome, bool, str]:
    if article.title is None:
        return Outcome.NOT_ARTICLE, False, "no title and no text"
    if any(one.media_type == "application/pdf" for one in article.attachments):
        return Outcome.PDF_ONLY, True, "the text is a PDF"
    if article.body.strip() or article.images or article.attachments:
        return Outcome.NEW, True, "hardly any text"
    if _prints_date(article) or article.source or article.authors:
        return Outcome.EMPTY_BODY, True, "title and byline, but no text"
    return Outcome.EMPTY_BODY, False, "no text in the page (filled in by a script?)"
