"""PHPCMS: everything at index.php, pages by &page=."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("云麓农业大学", "云麓农大")
ROOT = "/index.php?m=content&c=index&a="


class Phpcms(Shape):
    """The current page is a span between links."""

    column = f"{ROOT}lists&catid=7"
    precision = "second"
    meta = '<meta name="generator" content="Phpcms">'
    article = Page("""\
<div id="Article"><h1>@@title<br />
<span>@@date&nbsp;&nbsp;&nbsp;来源：@@source&nbsp;&nbsp;&nbsp;作者：@@author&nbsp;&nbsp;&nbsp;点击：\
<i id="hits"></i></span></h1>
<div class="content">
@@body
</div>@@files
<p style="margin-bottom:10px"><strong>上一篇：</strong>第一篇<br />
<strong>下一篇：</strong>最后一篇</p></div>""")
    listing = Page("""\
<ul class="list lh24 f14">
@@rows
</ul>
<div id="pages" class="text-c"><a class="a1">@@total条</a> @@pager</div>""")
    row = Page(
        '<li><span class="rt">@@day</span>·<a href="@@href" target="_blank" title="@@full">'
        "@@title</a></li>"
    )

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"{ROOT}show&catid=7&id={number(plan, key, 4)}"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"{self.column}&page={number}"

    def pager(self, number: int, pages: int) -> str:
        def href(page: int) -> str:
            return f"{self.column}&page={page}".replace("&", "&amp;")

        back = max(1, number - 1)
        parts = [f'<a href="{href(back)}" class="a1">上一页</a>']
        for page in range(1, pages + 1):
            shown = f'<a href="{href(page)}">{page}</a>'
            parts.append(f"<span>{page}</span>" if page == number else shown)
        # The last page's next link leads to itself.
        parts.append(f'<a href="{href(min(pages, number + 1))}" class="a1">下一页</a>')
        return " ".join(parts)

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(authors=full.authors, source=full.source, views="")


build = Phpcms().build
