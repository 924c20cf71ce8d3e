"""SiteServer: /channels/5.html and /contents/5/123.html, pages counted from one."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Entry, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("东皋水利学院", "东皋水院")


class Siteserver(Shape):
    """Dates split into a day and a year-month block."""

    column = "/channels/5.html"
    crumbs = ("首页", "新闻中心", "学院要闻")
    meta = '<script src="/sitefiles/assets/jquery/jquery-1.9.1.min.js"></script>'
    article = Page("""\
<div class="show"><h3 class="show-title">@@title</h3>
<div class="show-info">@@info</div>
<div class="show-content">
@@body
</div>@@files</div>""")
    listing = Page("""\
<ul class="news">
@@rows
</ul>
<div class="page">@@pager</div>""")
    row = Page("""\
<li><div class="date"><b>@@date</b><span>@@month</span></div>
<div class="txt"><h4><a href="@@href" title="@@full">@@title</a></h4></div></li>""")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"/contents/5/{number(plan, key, 4)}.html"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"/channels/5_{number}.html"

    def pager(self, number: int, pages: int) -> str:
        parts = []
        for page in range(1, pages + 1):
            shown = f'<a href="{self.page_path(page, pages)}">{page}</a>'
            parts.append(f'<span class="current">{page}</span>' if page == number else shown)
        if number < pages:
            parts.append(f'<a href="{self.page_path(number + 1, pages)}">下一页</a>')
        else:
            parts.append('<span class="disabled">下一页</span>')
        return " ".join(parts)

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(authors=full.authors or None, source=full.source or None)

    def row_values(self, plan: Plan, entry: Entry) -> dict[str, object]:
        del plan
        return {"date": entry.day[8:], "month": entry.day[:7]}


build = Siteserver().build
