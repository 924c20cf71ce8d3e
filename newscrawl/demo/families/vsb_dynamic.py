"""Visual SiteBuilder without static pages: list.jsp with PAGENUM, content.jsp articles."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("石桥轻纺职业学院", "石桥轻纺学院")


class VsbDynamic(Shape):
    """Every address is a query."""

    column = "/sanji_list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1013"
    crumbs = ("首页", "新闻中心", "综合新闻")
    cut_at = 28
    meta = """\
<!--Announced by Visual SiteBuilder 9-->
<script language="javascript" src="/_sitegray/_sitegray.js"></script>"""
    article = Page("""\
<form name="_newscontent_fromname"><div>
<h1 align="center" class="main-title">@@title</h1>
<div align="center" class="xx">日期： @@date&nbsp;&nbsp; 信息来源： @@source&nbsp;&nbsp; \
作者： @@author&nbsp;&nbsp; 点击数: [<script>_showDynClicks("wbnews", 1203, 1)</script>]</div>
<div id="vsb_content_100" class="nr"><div class="v_news_content">
@@body
</div></div><div id="div_vote_id"></div>@@files
<p>上一条：没有了</p><p>下一条：没有了</p></div></form>""")
    listing = Page("""\
<div class="newslist"><ul>
@@rows
</ul></div><div class="pages">@@pager</div>""")
    row = Page(
        '<li id="lineu8_0"><a href="@@href" title="@@full"><em>@@title</em></a>'
        "<span>(@@day)</span></li>"
    )

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        news = number(plan, key, 5)
        return f"/content.jsp?urltype=news.NewsContentUrl&wbtreeid=1013&wbnewsid={news}"

    def page_path(self, number: int, pages: int) -> str:
        if number == 1:
            return self.column
        return (
            f"/sanji_list.jsp?totalpage={pages}&PAGENUM={number}"
            "&urltype=tree.TreeTempUrl&wbtreeid=1013"
        )

    def pager(self, number: int, pages: int) -> str:
        def link(text: str, page: int, *, on: bool) -> str:
            if not on:
                return f"<span>{text}</span>"
            href = self.page_path(page, pages)[1:].replace("&", "&amp;")
            return f'<a href="{href}">{text}</a>'

        return "&nbsp;".join(
            [
                f"共{pages * self.rows}条&nbsp;{number}/{pages}",
                link("首页", 1, on=number > 1),
                link("上页", number - 1, on=number > 1),
                link("下页", number + 1, on=number < pages),
                link("尾页", pages, on=number < pages),
            ]
        )

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(authors=full.authors, source=full.source, views="")


build = VsbDynamic().build
