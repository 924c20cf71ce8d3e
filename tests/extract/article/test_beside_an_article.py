"""What stands behind a text says nothing of it: replies of readers, rows of other articles.

Without them a page was dated by its first reply, titled by the heading over it, and written by
whoever wrote one of the five articles under it.
"""

from __future__ import annotations

import pytest

from tests.extract.article.pages import BODY, PARAGRAPHS, TITLE, page, read

SOURCE, AUTHOR, DAY = "综合处", "翁怀远", "2023-02-13"
REPLY = "这件事我早就听说了，大家都来说说自己的看法吧，我先说一句。"
ROWS = "".join(
    f"<li><a href='/{n}'>海右院{n}号试验平台通过验收</a><span>2021-0{n}-05</span><i>{by}</i></li>"
    for n, by in enumerate(("作者：戴望舟", "作者：宗岳", "By Anna Keller"), 1)
)


@pytest.mark.parametrize("heading", ["网友评论", "全部评论（2条）", "2 Comments", "Kommentare (2)"])
def test_a_reply_under_its_heading_is_no_byline_where_no_title_is_declared(heading: str) -> None:
    replies = f"<div><h3>{heading}</h3><div><b>戴望舟</b> 2021-05-07<p>{REPLY}</p></div></div>"
    html = page(meta="<span>2023-02-13</span><span>综合处</span>", below=replies)
    article = read(html.replace(f"<title>{TITLE}-海右院</title>", "").replace("h1>", "div>"))
    assert (article.title, article.date_published, article.authors) == (TITLE, DAY, ())


@pytest.mark.parametrize("inside", [True, False])
def test_the_writers_of_other_articles_are_none_of_this_one(*, inside: bool) -> None:
    rows = f"<div><h3>相关阅读</h3><ul>{ROWS}</ul></div>"
    html = page(PARAGRAPHS + rows) if inside else page(below=rows)
    article = read(html)
    assert (article.authors, article.source, article.body) == ((AUTHOR,), SOURCE, BODY)


@pytest.mark.parametrize("inside", [True, False])
def test_where_nobody_is_named_the_writers_of_other_articles_are_none_either(
    *, inside: bool
) -> None:
    rows = f"<div><ul>{ROWS}</ul></div>"
    meta = "2023-02-13 综合处"
    html = page(PARAGRAPHS + rows, meta=meta) if inside else page(meta=meta, below=rows)
    assert read(html).authors == ()
