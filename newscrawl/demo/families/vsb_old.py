"""Visual SiteBuilder of the 2010s: tables with numbered styles, a fanye cell, counting down."""

from __future__ import annotations

from html import escape

from newscrawl.demo.maker import hex_digits
from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Entry, Plan, Story
from newscrawl.demo.shape import Files, Shape, number

NAMES = ("东皋机电职业学院", "东皋机电学院")
OWNER = 1203118800


class VsbOld(Shape):
    """The same CMS as `vsb` in its older dress."""

    column = "/index/tzgg.htm"
    crumbs = ("首页", "通知公告")
    precision = "minute"
    dialects = ("nbsp", "word", "styled")
    cut_at = 30
    with_files = False
    meta = """\
<META Name="keywords" Content="东皋机电职业学院,通知公告" />
<!--Announced by Visual SiteBuilder 8--><link rel="stylesheet" href="/_sitegray/_sitegray_d.css">
<script language="javascript" src="/_sitegray/_sitegray.js"></script>"""
    crumb = Page("""\
<table width="100%"><tr><td><table class="winstyle1022"><tr><td nowrap>当前位置:
<a href="/index.htm"><span class="fontstyle1022">@@first</span></a>\
<span class="splitstyle1022">&gt;&gt;</span>
<a href="@@column"><span class="fontstyle1022">@@second</span></a>@@third</td></tr></table>""")
    article = Page("""\
<form name="_newscontent_fromname">
<table class="winstyle1025" width="100%" cellspacing="0" cellpadding="0">
<tr><td class="titlestyle1025" align="center">@@title</td></tr>
<tr height="30"><td align="center"><span class="timestyle1025">@@date</span>\
<span class="authorstyle1025">@@who</span>\
<span class="authorstyle1025">&nbsp;(点击: </span><span id="n_dynclicks_wbnews_1"></span>\
<span class="authorstyle1025">)</span></td></tr>
<tr><td class="contentstyle1025" id="vsb_newscontent"><div id="vsb_content">\
<div class="v_news_content">
@@body
</div></div></td></tr>
<tr><td>@@files</td></tr>
<tr><td align="right"><span>【<a href="javascript:window.close();">关闭窗口</a>】</span></td></tr>
</table></form></td></tr></table>""")
    listing = Page("""\
<table class="winstyle1948" width="100%" cellspacing="0" cellpadding="0">
@@rows
<tr><td colspan="3" align="center">@@pager</td></tr></table></td></tr></table>""")
    row = Page("""\
<tr height="20"><td class="leaderfont1948" width="1%">·</td>
<td><a class="c1948" href="@@href" target="_blank" title="@@full">@@title</a></td>
<td width="1%" nowrap><span class="timestyle1948">@@slashed&nbsp;</span></td></tr>
<tr><td colspan="3" height="1"><hr style="border-top: #cccccc 1px dashed;"></td></tr>""")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"/info/1022/{number(plan, key, 4)}.htm"

    def file_path(self, plan: Plan, day: str, name: str) -> str:
        if "." not in name:
            return super().file_path(plan, day, name)
        query = f"urltype=news.DownloadAttachUrl&owner={OWNER}&wbfileid={number(plan, name, 5)}"
        return f"/system/_content/download.jsp?{query}"

    def image_path(self, plan: Plan, story: Story, number: int) -> str:
        return f"/__local/1/2A/{hex_digits(plan.seed, story.index)}_{number}.jpg?e=.jpg"

    def page_path(self, number: int, pages: int) -> str:
        return self.column if number == 1 else f"/index/tzgg/{pages - number + 1}.htm"

    def pager(self, number: int, pages: int) -> str:
        def link(text: str, css: str, page: int, *, on: bool) -> str:
            if not on:
                return f"<span class='{css}Disabled'>{text}</span>"
            name = self.page_path(page, pages).removeprefix("/index/")
            href = name if number == 1 else f"../{name}"
            return f'<a href="{href}" class="{css}">{text}</a>'

        return (
            f'<table><tr><td id="fanye1948" nowrap align="left">共{pages * self.rows}条'
            f"&nbsp;&nbsp;{number}/{pages}&nbsp;</td><td><div>"
            + link("首页", "Prev", 1, on=number > 1)
            + link("上页", "Prev", number - 1, on=number > 1)
            + link("下页", "Next", number + 1, on=number < pages)
            + link("尾页", "Next", pages, on=number < pages)
            + '<input type="button" value="转到"></div></td></tr></table>'
        )

    def row_values(self, plan: Plan, entry: Entry) -> dict[str, object]:
        del plan
        return {"slashed": entry.day.replace("-", "/")}

    def byline(self, story: Story) -> Byline:
        return Byline(authors=story.byline.authors or None, views="")

    def article_values(self, plan: Plan, story: Story, byline: Byline) -> dict[str, object]:
        del plan
        names = " ".join(byline.authors or ())
        who = f"&nbsp;作者：{names}&nbsp;" if names else "&nbsp;"
        return {"date": self.printed(story), "who": who}

    def files(self, files: Files) -> str:
        return "".join(
            f'<span>附件【<a href="{escape(path)}" target="_blank"><span>{escape(name)}</span>'
            f'</a>】</span>已下载<span id="nattach{n}"></span>次<br>'
            for n, (name, path) in enumerate(files)
        )


build = VsbOld().build
