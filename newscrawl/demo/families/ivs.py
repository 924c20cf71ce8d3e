"""The Shanghai template: ids that start with ivs_, day folders with hex names."""

from __future__ import annotations

from newscrawl.demo.maker import hex_digits
from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import DECLARED, Shape

NAMES = ("澄江市药品检验所", "澄江药检所")


class Ivs(Shape):
    """Pages counted from one."""

    column = "/gzdt/index.html"
    article_head = DECLARED
    article = Page("""\
<div class="Article" id="ivs_main"><h2 class="Article-title" id="ivs_title">@@title
<small class="PBtime" id="ivs_date">@@info</small></h2>
<div class="Article_content" id="ivs_content">
@@body
</div>@@files
<div class="share"><a href="javascript:window.print()">打印</a></div></div>""")
    listing = Page("""\
<div class="pageList"><ul class="uli14 nowrapli list-date">
@@rows
</ul></div>
<div class="pagination-v1">@@pager</div>""")
    row = Page(
        '<li><a href="@@href" title="@@full" target="_blank">@@title</a>'
        '<span class="time">@@day</span></li>'
    )

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        return f"/gzdt/{day.replace('-', '')}/{hex_digits(plan.seed, key)}.html"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"/gzdt/index_{number}.html"

    def pager(self, number: int, pages: int) -> str:
        parts = []
        for page in range(1, pages + 1):
            name = self.page_path(page, pages).rsplit("/", 1)[1]
            on = ' class="active"' * (page == number)
            parts.append(f'<li{on}><a href="{name}">{page}</a></li>')
        if number < pages:
            name = self.page_path(number + 1, pages).rsplit("/", 1)[1]
            parts.append(f'<li class="next"><a href="{name}">›</a></li>')
        return f'<ul class="pagination">{"".join(parts)}</ul>'

    def byline(self, story: Story) -> Byline:
        return Byline(source=story.byline.source or None)

    def info(self, byline: Byline, date: str, gap: str = " ") -> str:
        year, month, day = date.split("-")
        shown = f"（{year}年{month}月{day}日）"
        return f"{shown}{gap}来源：{byline.source}" if byline.source else shown


build = Ivs().build
