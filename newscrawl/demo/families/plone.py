"""Plone: b_start batches, documentByLine, content-core."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("松坪气象台", "松坪台")


class Plone(Shape):
    """The next page is asked for by the number of its first row."""

    column = "/news/aggregator"
    language = "zh-cn"
    crumbs = ("首页", "新闻")
    cut_at = 200
    dialects = ("plain", "wide")
    meta = '<meta name="generator" content="Plone - http://plone.org" />'
    crumb = Page("""\
<div id="portal-breadcrumbs"><span id="breadcrumbs-you-are-here">您在这里:</span>
<span id="breadcrumbs-home"><a href="/">@@first</a>\
<span class="breadcrumbSeparator">/</span></span>
<span id="breadcrumbs-1"><a href="@@column">@@second</a>@@third</span></div>""")
    article = Page("""\
<div id="content"><h1 id="parent-fieldname-title" class="documentFirstHeading">@@title</h1>
<div class="documentByLine" id="plone-document-byline">@@author\
<span class="documentPublished"><span>发布于：</span>@@date</span></div>
<div id="content-core"><div id="parent-fieldname-text">
@@body
</div>@@files</div></div>""")
    listing = Page("""\
<div id="content"><h1 class="documentFirstHeading">新闻</h1><div id="content-core">
<div class="entries">
@@rows
</div>
<nav class="pagination"><ul>@@pager</ul></nav></div></div>
<div id="portal-column-two"><dl class="portlet portletCalendar"><dt>十月 2023</dt>
<dd><a href="/news?date=2023-10-01">1</a> <a href="/news?date=2023-10-02">2</a></dd></dl></div>""")
    row = Page("""\
<article class="entry"><header><span class="summary">\
<a href="@@href" class="summary url" title="News Item">@@full</a></span>
<div class="documentByLine">发布于：@@day</div></header><p class="description">@@title</p>
</article>""")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        return f"/news/{day[:4]}/item-{number(plan, key, 5)}"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        start = (number - 1) * self.rows
        return self.column if number == 1 else f"{self.column}?b_start:int={start}"

    def pager(self, number: int, pages: int) -> str:
        parts = []
        if number > 1:
            href = self.page_path(number - 1, pages)
            parts.append(f'<li class="previous"><a href="{href}">前 10 项</a></li>')
        for page in range(1, pages + 1):
            shown = f'<li><a href="{self.page_path(page, pages)}">{page}</a></li>'
            parts.append(
                f'<li class="active"><span>{page}</span></li>' if page == number else shown
            )
        if number < pages:
            href = self.page_path(number + 1, pages)
            parts.append(f'<li class="next"><a href="{href}">下 10 项 »</a></li>')
        return "".join(parts)

    def byline(self, story: Story) -> Byline:
        return Byline(authors=story.byline.authors or None)

    def article_values(self, plan: Plan, story: Story, byline: Byline) -> dict[str, object]:
        del plan
        names = "、".join(byline.authors or ())
        author = f'<span class="documentAuthor">作者：{names} — </span>' if names else ""
        return {"date": self.printed(story), "author": author}


build = Plone().build
