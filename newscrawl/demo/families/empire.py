"""EmpireCMS: /e/action/ListInfo/ with page counted from zero."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("石桥中学", "石桥中学")


class Empire(Shape):
    """Nested tables of the stock template."""

    column = "/e/action/ListInfo/?classid=5"
    precision = "second"
    foot = "<p>Powered by EmpireCMS</p>"
    article = Page("""\
<table width="100%" border="0" class="title_info"><tr><td><h1>@@title</h1></td></tr>
<tr><td class="info_text">时间：@@date　来源：@@source　作者：@@author</td></tr></table>
<table width="100%" border="0"><tr><td id="text">
@@body
</td></tr></table>@@files""")
    listing = Page("""\
<table width="100%" border="0" class="box"><tr><td><ul>
@@rows
</ul></td></tr></table>
<div class="list_page"><a title="总数">&nbsp;<b>@@total</b> </a>@@pager</div>""")
    row = Page('<li><span>@@day</span><a href="@@href" title="@@full">@@title</a></li>')

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"/e/action/ShowInfo.php?classid=5&id={number(plan, key, 4)}"

    def page_path(self, number: int, pages: int) -> str:
        if number == 1:
            return self.column
        total = pages * self.rows
        return f"/e/action/ListInfo/index.php?page={number - 1}&classid=5&totalnum={total}"

    def pager(self, number: int, pages: int) -> str:
        def href(page: int) -> str:
            query = f"page={page - 1}&amp;classid=5&amp;totalnum={pages * self.rows}"
            return f"/e/action/ListInfo/index.php?{query}"

        parts = []
        for page in range(1, pages + 1):
            shown = f'&nbsp;<a href="{href(page)}">{page}</a>'
            parts.append(f"&nbsp;<b>{page}</b>" if page == number else shown)
        if number < pages:
            parts.append(f'&nbsp;<a href="{href(number + 1)}">下一页</a>')
            parts.append(f'&nbsp;<a href="{href(pages)}">尾页</a>')
        return "".join(parts)

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(authors=full.authors, source=full.source)


build = Empire().build
