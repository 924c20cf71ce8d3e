"""createPageHTML('page_div', ...) and UCAP: one-based script pager, hex names, custom elements."""

from __future__ import annotations

from newscrawl.demo.maker import hex_digits
from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape

NAMES = ("澄江市计量管理局", "澄江计量局")
META = Page("""\
<meta name="ColumnName" content="工作动态">
<meta name="ArticleTitle" content="@@title">
<meta name="PubDate" content="@@date">
<meta name="ContentSource" content="@@source">
<meta name="Author" content="">""")


class PageDiv(Shape):
    """Rows in the page, the pager in a script that counts from one."""

    column = "/cjjl/gzdt/"
    precision = "minute"
    cut_at = 26
    meta = """\
<meta name="SiteName" content="澄江市计量管理局">
<meta name="SiteIDCode" content="0000000000">
<meta name="ColumnType" content="工作动态">"""
    article_head = META
    article = Page("""\
<div class="detail" id="manuscriptPage">
<h1 class="title"><ucaptitle>@@title</ucaptitle></h1>
<div class="explain"><span>发布日期：<publishtime>@@date</publishtime></span>\
<span>来源：@@source</span><span>浏览量：<i id="hits"></i>次</span>\
<span class="font">字体：[ <a href="javascript:;">大</a> <a href="javascript:;">中</a> \
<a href="javascript:;">小</a> ]</span></div>
<div class="xl_content" id="zoomcon"><UCAPCONTENT>@@body</UCAPCONTENT></div>
@@files
<div class="tools"><a href="javascript:window.print()">【打印本页】</a>\
<a href="javascript:window.close()">【关闭窗口】</a></div></div>""")
    listing = Page("""\
<div class="list_div"><ul class="infolist">
@@rows
</ul><div id="page_div"></div>
<script type="text/javascript" src="/js/page_div.js"></script>
<script type="text/javascript">@@pager</script></div>""")
    row = Page(
        '<li><a href="@@href" title="@@full" target="_blank">@@title</a>'
        '<span class="time">@@day</span></li>'
    )

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        return f"{self.column}{day[:7].replace('-', '')}/{hex_digits(plan.seed, key)}.shtml"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        name = "common_list" if number == 1 else f"common_list_{number}"
        return f"{self.column}{name}.shtml"

    def pager(self, number: int, pages: int) -> str:
        rows = pages * self.rows
        return f"createPageHTML('page_div',{pages},{number},'common_list','shtml',{rows});"

    def byline(self, story: Story) -> Byline:
        return Byline(source=story.byline.source, views="")


build = PageDiv().build
