"""Is this page an article at all? Walls, logins, error pages and empty shells, told by their signs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newscrawl.extract.document import Document
from newscrawl.items import Article, Outcome

# Challenge pages that answer 200; seen in front of universities and ministries (the vendors' names
# are in the comments). They are recorded, never solved.
_CHALLENGES: Mapping[str, re.Pattern[str]] = {
    "Ruishu": re.compile(
        r"\$_ts(?:=|\.cd|\.nsd|\[)|<meta[^<>]{1,200}?content=\"[^<>\"]{20,2000}\"[^<>]{1,40}?r=[\"']m[\"']"
    ),
    "Jiasule": re.compile(r"document\.cookie.{0,80}__jsl|while\(z\+\+\)try|__jsl_clearance"),
    "Aliyun WAF": re.compile(r"var\s+arg1\s*=\s*['\"][0-9A-Fa-f]+|acw_sc__v2|aliyun_waf"),
    "challenge": re.compile(
        r"challenge-platform|_cf_chl_opt|cf-browser-verification|Just a moment\.\.\.|Checking your browser|"
        r"滑动验证|请完成(?:安全)?验证|人机验证|访问验证|geetest|安全验证",
        re.IGNORECASE,
    ),
}
_RESTRICTED = re.compile(
    r"您当前ip并非校内地址|仅允许校内(?:地址|用户)?访问|仅限校内|请进行统一身份认证|校外访问|内部网络访问|该信息仅限内网|wp_error_msg|只允许校内|无权(?:限)?访问|没有访问权限|请使用校园网",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"页面不存在|网页不存在|该信息不存在|信息不存在|文章不存在|内容不存在|您访问的(?:页面|内容|网页|信息|文章)(?:不存在|已删除|已被删除|找不到|不见了)|"
    r"(?:信息|文章|内容|页面|新闻)已(?:经)?(?:被)?(?:删除|撤销|下线|移除)|找不到(?:该|您|相关)?(?:访问)?的?(?:页面|网页|文件|内容)|无法找到(?:该|此)?(?:页|页面|网页)|抱歉[，,]\s*您访问的页面|"
    r"ERROR\s*404|404\s*(?:Not\s*Found|错误|页面|-)|HTTP\s*404|Page\s*(?:not\s*found|does not exist)|not be found",
    re.IGNORECASE,
)
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
        for name, pattern in _CHALLENGES.items():
            if pattern.search(text) and not dated:
                return Outcome.BLOCKED, False, f"challenge page ({name})"
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
    page_title = document.root.findtext(".//title") or ""
    if found := _RESTRICTED.search(printed) or _RESTRICTED.search(text):
        return Outcome.RESTRICTED, False, f"says: {found[0]}"
    if (found := _GONE.search(printed) or _GONE.search(page_title)) and not _prints_date(article):
        return Outcome.SOFT_404, False, f"says: {found[0]}"
    if found := _BROKEN.search(printed) or _BROKEN.search(page_title):
        return Outcome.NOT_ARTICLE, False, f"error page: {found[0]}"
    if _has_password(document) and not _prints_date(article):
        return Outcome.RESTRICTED, False, "asks to log in"
    if document.root.find(".//frameset") is not None:
        return Outcome.NOT_ARTICLE, False, "a frameset, no page"
    return None


def _prints_date(article: Article) -> bool:
    """Whether the page itself is dated: its row and its address are so even when it is gone."""
    return bool(article.date_published) and (
        article.provenance["date_published"].rule not in _NOT_PRINTED
    )


def _has_password(document: Document) -> bool:
    return document.root.find(".//input[@type='password']") is not None


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
