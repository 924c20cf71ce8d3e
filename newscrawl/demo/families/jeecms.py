"""JEECMS: .jhtml pages counted from one, a pager with a jump list."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("松坪公共资源中心", "松坪资源中心")


class Jeecms(Shape):
    """The title's cell also holds the column's link before the article's."""

    column = "/gzdt/index.jhtml"
    precision = "second"
    meta = '<meta name="author" content="JEECMS">'
    foot = "<p>Powered by JEECMS</p>"
    article = Page("""\
<div class="article"><h1>@@title</h1>
<div class="msgbar">@@info　浏览次数：<span id="views">0</span></div>
<div class="content"><div id="content-text">
@@body
</div></div>@@files
<div class="next"><p>上一篇：没有了</p><p>下一篇：没有了</p></div></div>""")
    listing = Page("""\
<div class="list-main"><ul class="article-list">
@@rows
</ul>
<div class="pagesite"><div>共@@total条记录 @@page/@@pages页 @@pager</div></div></div>""")
    row = Page(
        '<li><span class="time">@@day</span><a href="/gzdt/index.jhtml" class="chn">[工作动态]</a>'
        '<a href="@@href" title="@@full" target="_blank">@@title</a></li>'
    )

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"/gzdt/{number(plan, key, 5)}.jhtml"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"/gzdt/index_{number}.jhtml"

    def pager(self, number: int, pages: int) -> str:
        def link(text: str, page: int, *, on: bool) -> str:
            name = "index.jhtml" if page == 1 else f"index_{page}.jhtml"
            return f'<a href="{name}">{text}</a>' if on else f'<a disabled="disabled">{text}</a>'

        options = "".join(
            f'<option value="{self.page_path(n, pages).rsplit("/", 1)[1]}"'
            f"{' selected' * (n == number)}>{n}</option>"
            for n in range(1, pages + 1)
        )
        return " ".join(
            [
                link("首页", 1, on=number > 1),
                link("上一页", number - 1, on=number > 1),
                link("下一页", number + 1, on=number < pages),
                link("尾页", pages, on=number < pages),
                f'第<select onchange="location.href=this.value">{options}</select>页',
            ]
        )

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(authors=full.authors or None, source=full.source or None, views="0")


build = Jeecms().build
