"""Is this page an article at all? Walls, logins, error pages and empty shells, told by their signs."""

from __future__ import annotations

import re

from newscrawl.extract.document import Document
from newscrawl.extract.walls import GONE, RESTRICTED, asks_password, challenge_in
from newscrawl.items import Article, Outcome

_BROKEN = re.compile(
    r"Server Error in '|Stack trace:|HTTP Status 5\d\d|java\.lang\.\w+Exception|Traceback \(most recent call last\)|"
    r"Microsoft OLE DB|ODBC Drivers error|Fatal error:.{0,80}on line|SQLSTATE\[|Warning: mysql|Internal Server Error|"
    r"数据库连接(?:失败|错误)|系统(?:错误|异常|繁忙)|服务器(?:内部)?错误|运行时错误",
    re.IGNORECASE,
)
_SHORT = 400
_SCAN = 60_000
_LITTLE = 30
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
    printed = f"{article.title or ''}\n{article.body}"
    page_title = document.title or ""
    if found := RESTRICTED.search(printed) or RESTRICTED.search(text):
        return Outcome.RESTRICTED, False, f"says: {found[0]}"
    if (found := GONE.search(printed) or GONE.search(page_title)) and not _prints_date(article):
        return Outcome.SOFT_404, False, f"says: {found[0]}"
    if found := _BROKEN.search(printed) or _BROKEN.search(page_title):
        return Outcome.NOT_ARTICLE, False, f"error page: {found[0]}"
    if asks_password(document) and not _prints_date(article):
        return Outcome.RESTRICTED, False, "asks to log in"
    if document.root.find(".//frameset") is not None:
        return Outcome.NOT_ARTICLE, False, "a frameset, no page"
    return None


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
