"""Made-up article pages, put together from the parts that a test is about."""

from __future__ import annotations

from newscrawl.extract.article import Reading, read_page
from newscrawl.items import Article, ListingRef, Page

URL = "http://www.haiyou.example/xwzx/a1.htm"
TITLE = "海右院部署下半年重点任务"
META = "来源：综合处 作者：翁怀远 发布时间：2023-02-13"
OPENING = "近日，海右院召开部署会，逐项梳理下半年要做的事情，明确了牵头人和完成时限。"
MIDDLE = "会上，各研究室汇报了进展，对试验平台搭建中遇到的难点作了说明，并提出了办法。"
CLOSING = "会议要求，任务书须在月底前报送，逾期的要说明原因，由综合处汇总后通报全院。"
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in (OPENING, MIDDLE, CLOSING))
BODY = f"{OPENING}\n\n{MIDDLE}\n\n{CLOSING}"


def page(
    body: str = PARAGRAPHS,
    *,
    title: str = TITLE,
    meta: str = META,
    head: str = "",
    above: str = "",
    below: str = "",
) -> str:
    """A page of a plain template: heading, byline, content, and what stands around them."""
    return (
        f"<html><head><meta charset='utf-8'><title>{title}-海右院</title>{head}</head><body>{above}"
        f"<h1>{title}</h1><div class='info'>{meta}</div><div class='content'>{body}</div>{below}"
        "</body></html>"
    )


def reading(html: str, *, url: str = URL, listed: ListingRef | None = None) -> Reading:
    """What a page is read as."""
    return read_page(Page(url=url, body=html.encode("utf-8", "surrogatepass"), listed=listed))


def read(html: str, *, url: str = URL, listed: ListingRef | None = None) -> Article:
    """The record of a page."""
    return reading(html, url=url, listed=listed).article


def body_of(inside: str, **parts: str) -> str:
    """The body of a page with this in its content."""
    return read(page(inside, **parts)).body


def codes(article: Article) -> set[str]:
    """The codes of a record's issues."""
    return {issue.code for issue in article.issues}
