"""eportal: everything at /eportal/ui, pages by currentPage with the list's module id."""

from __future__ import annotations

from newscrawl.demo.maker import hex_digits
from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("青溪住房建设局", "青溪住建局")
MODULE = hex_digits("eportal")


class Eportal(Shape):
    """Pages differ by their query alone."""

    column = "/eportal/ui?pageId=302425"
    precision = "minute"
    article = Page("""\
<div class="easysite-news-title"><h2>@@title</h2></div>
<div class="easysite-news-describe">@@info　浏览次数：<font id="pv"></font></div>
<div class="easysite-news-content" id="easysiteText">
@@body
</div>@@files""")
    listing = Page(
        """\
<div class="portlet" id="@@module"><div class="conList_ull"><ul>
@@rows
</ul></div>
<div class="easysite-total-page">共@@total条 第<b>@@page/@@pages</b>页</div>
<div class="pagingNormal">@@pager</div></div>""".replace("@@module", MODULE)
    )
    row = Page(
        '<li><a href="@@href" title="@@full" target="_blank">@@title</a><span>@@day</span></li>'
    )

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"/eportal/ui?pageId=302428&articleKey={number(plan, key, 7)}&columnId=302425"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        if number == 1:
            return self.column
        return f"{self.column}&currentPage={number}&moduleId={MODULE}&staticRequest=yes"

    def pager(self, number: int, pages: int) -> str:
        def link(text: str, page: int, *, on: bool) -> str:
            if not on:
                return f'<a class="pagingdisabled">{text}</a>'
            href = self.page_path(page, pages).replace("&", "&amp;")
            return f'<a href="{href}">{text}</a>'

        numbers = [link(str(n), n, on=n != number) for n in range(1, pages + 1)]
        return " ".join(
            [
                link("首页", 1, on=number > 1),
                link("上一页", number - 1, on=number > 1),
                *numbers,
                link("下一页", number + 1, on=number < pages),
                link("末页", pages, on=number < pages),
            ]
        )

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(authors=full.authors or None, source=full.source or None, views="")


build = Eportal().build
