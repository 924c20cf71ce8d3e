"""n.../c.../content.html sites: pages count down, their links stand in a hidden box."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("望川重工集团", "望川重工")
COMPONENT = 2603340


class Nc(Shape):
    """Page p of T is index_{comp}_{T-p+1}.html; the largest number is page 1 and no file."""

    column = "/n2588035/n2588320/n2588335/index.html"
    crumbs = ("首页", "新闻中心", "集团要闻")
    dialects = ("wide", "styled", "word")
    article = Page("""\
<div class="zsy_content"><div class="zsy_cotitle">@@title
<p>文章来源：@@source　发布时间：@@date</p></div>
<div class="zsy_comain" id="zoom">
@@body
@@info</div>@@files
<div class="zsy_print"><a href="javascript:window.print();">【打印】</a>\
<a href="javascript:window.close();">【关闭】</a></div></div>""")
    listing = Page("""\
<div class="zsy_conlist"><span id="comp_2603340"><ul>
@@rows
</ul></span>
@@pager
</div>""")
    row = Page(
        '<li><a href="@@href" target="_blank" title="@@full">@@title</a><span>[@@day]</span></li>'
    )

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"/n2588025/n2588124/c{number(plan, key, 8)}/content.html"

    def page_path(self, number: int, pages: int) -> str:
        if number == 1:
            return self.column
        return self.column.replace("index", f"index_{COMPONENT}_{pages - number + 1}")

    def pager(self, number: int, pages: int) -> str:
        del number
        folder = "../../../n2588035/n2588320/n2588335/"
        links = "".join(
            f'<a href="{folder}index_{COMPONENT}_{count}.html"></a>'
            for count in range(pages, 0, -1)
        )
        return (
            f'<div style="display:none">{links}</div>'
            f"<script>var maxPageNum = {pages}; var pageName = 'index_{COMPONENT}';</script>"
            '<script src="/images/pagination.js"></script>'
        )

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(source=full.source, editor=full.editor)

    def info(self, byline: Byline, date: str, gap: str = "") -> str:
        del date
        return f"<p>{gap}【责任编辑：{byline.editor}】</p>"


build = Nc().build
