"""WebPlus of the 2010s: nested tables, .psp under a template's prefix, Article_Title cells."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("澄江大学测绘学院", "澄江测绘学院")


class WebplusOld(Shape):
    """Rows are tables within a table."""

    column = "/_s29/15986/list.psp"
    crumbs = ("首页", "学院新闻")
    cut_at = 26
    dialects = ("word", "styled", "nbsp")
    meta = '<link type="text/css" href="/_css/_system/system.css" rel="stylesheet"/>'
    crumb = Page("""\
<div frag="窗口5"><span class="Column_Anchor">当前位置:</span>
<a href="/_s29/main.psp">@@first</a><span class='possplit'>&gt;</span>\
<a href="@@column">@@second</a>@@third</div>""")
    article = Page("""\
<div frag="窗口3" portletmode="simpleArticleContent">
<table width="100%" border="0"><tr><td align="center" class="Article_Title">@@title</td></tr>
<tr><td align="center"><span class="Article_Author">@@author</span>\
<span class="Article_PublishDate">发布时间: @@date</span>\
&nbsp;&nbsp;<span>浏览次数: <span class="WP_VisitCount"
 url="/_visitcountdisplay?siteId=29&type=3&articleId=1">@@views</span></span></td></tr>
<tr><td><div class="Article_Content"><div class='wp_articlecontent'>
@@body
</div></div></td></tr></table></div>@@files""")
    listing = Page("""\
<div frag="窗口2" portletmode="simpleNews"><div id="wp_news_w2">
<table width="100%" border="0" cellspacing="0" cellpadding="0" class="wp_article_list_table"><tr>
<td align="left"><table border="0" cellspacing="0" cellpadding="0" width="100%">
@@rows
</table></td></tr></table></div>
<div id="wp_paging_w2"><ul class="wp_paging clearfix"><li class="pages_count">\
<span class="per_page">每页<em class="per_count">10</em>记录</span>\
<span class="all_count">总共<em class="all_count">@@total</em>记录</span></li>
<li class="page_nav">@@pager</li>
<li class="page_jump"><em class="curr_page">@@page</em>/<em class="all_pages">@@pages</em></li>
</ul></div></div>""")
    row = Page("""\
<tr><td align="left" valign="top" width="10">·</td><td align="left">\
<table width="100%"><tr><td align="left">\
<a href='@@href' target='_blank' title='@@full'>@@title</a>\
</td><td align="left" width="30px"><div style="white-space:nowrap">@@day</div></td></tr></table>\
</td></tr>""")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        article = int(number(plan, key, 5))
        low = article & 0xFFFF
        if isinstance(key, str):
            return f"/_s29/{day[:4]}/{day[5:].replace('-', '')}/c15986a{article}/page.psp"
        return f"/_s29/{low >> 8:02x}/{low & 0xFF:02x}/c15986a{article}/page.psp"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return f"/_s29/15986/list{'' if number == 1 else number}.psp"

    def pager(self, number: int, pages: int) -> str:
        def link(css: str, text: str, page: int, *, on: bool) -> str:
            href = self.page_path(page, pages) if on else "javascript:void(0);"
            return f'<a class="{css}" href="{href}" target="_self"><span>{text}</span></a>'

        return (
            link("first", "第一页", 1, on=number > 1)
            + link("prev", "&lt;&lt;上一页", number - 1, on=number > 1)
            + link("next", "下一页&gt;&gt;", number + 1, on=number < pages)
            + link("last", "尾页", pages, on=number < pages)
        )

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(authors=full.authors or None, views=full.views)

    def article_values(self, plan: Plan, story: Story, byline: Byline) -> dict[str, object]:
        del plan
        names = " ".join(byline.authors or ())
        author = f"作者: {names}&nbsp;&nbsp;" if names else ""
        return {"date": self.printed(story), "author": author, "views": byline.views}


build = WebplusOld().build
