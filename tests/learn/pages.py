"""Pages of made-up institutes as learning gets them."""

from __future__ import annotations

from newscrawl.demo import Institute, build
from newscrawl.extract.article import extract_article
from newscrawl.items import Article, Page

BASE = "https://www.institute.example"


def page_of(institute: Institute, path: str) -> Page:
    """The page at `path` as a crawl fetches it."""
    bare, _, query = path.partition("?")
    answer = institute.get(bare, query)
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return Page(url=BASE + path, body=answer.body, headers=headers)


def pages_of(family: str, count: int) -> list[Page]:
    """The articles of an institute, oldest last."""
    institute = build(family, articles=count, faults=False)
    return [page_of(institute, path) for path in institute.truth]


def read(page: Page, **more: object) -> Article:
    return extract_article(page.body, page.url, content_type=page.content_type, **more)  # type: ignore[arg-type]


def sentences(number: int) -> str:
    return "".join(
        f"<p>第{number}次会议讨论了第{one}项工作，听取了{number * one}个课题组的汇报。</p>"
        for one in range(1, 5 + number)
    )
