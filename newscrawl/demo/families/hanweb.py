"""Hanweb JCMS: rows as text in a script, further pages as XML from a proxy, body in comments."""

from __future__ import annotations

from html import escape

from newscrawl.demo.maker import Maker
from newscrawl.demo.markup import Page, cut
from newscrawl.demo.model import Byline, Entry, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("滨州湾海洋气象中心", "湾气象中心")
PROXY = "/module/web/jpage/dataproxy.jsp"
META = Page("""\
<meta name="ArticleTitle" content="@@title">
<meta name="PubDate" content="@@date">
<meta name="ContentSource" content="@@source">
<meta name="Author" content="">
<meta name="i_articleid" content="@@id">""")


class Hanweb(Shape):
    """The first rows stand in the column page's script; the proxy gives the rest."""

    column = "/col/col41740/index.html"
    precision = "minute"
    cut_at = 20
    meta = "<meta name='Generator' content='大汉版通'>\n<meta name='i_columnid' content='41740'>"
    article = Page("""\
<div class="art_con"><div class="art_title">
<!--<$[标题名称(html)]>begin-->@@title<!--<$[标题名称(html)]>end--></div>
<div class="art_info">发布时间：@@date　信息来源：<!--<$[信息来源]>begin-->@@source\
<!--<$[信息来源]>end-->　浏览次数：<script src="/module/visitcount/visit.jsp?i=1"></script></div>
<div id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">
@@body
<meta name="ContentEnd"><!--ZJEG_RSS.content.end--></div>
@@files@@info</div>""")
    listing = Page("""\
<div class="col_list"><div id="6101313" class="jpage">
<script type="text/xml"><datastore>
<nextgroup><![CDATA[@@pager]]></nextgroup>
<recordset>
@@rows
</recordset></datastore></script></div></div>
<script src="/script/jquery.jpage.js" type="text/javascript"></script>""")
    answer = Page("""\
<?xml version='1.0' encoding='UTF-8'?>
<datastore>
<totalrecord>@@total</totalrecord>
<totalpage>@@pages</totalpage>
<nextgroup><![CDATA[@@pager]]></nextgroup>
<recordset>
@@rows
</recordset></datastore>
""")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        year, month, date = (int(part) for part in day.split("-"))
        return f"/art/{year}/{month}/{date}/art_41740_{number(plan, key)}.html"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"{PROXY}?{self._query(number)}"

    def _query(self, number: int) -> str:
        return (
            f"page={number}&appid=1&webid=3095&path=/&columnid=41740&unitid=6101313"
            "&webname=web&permissiontype=0"
        )

    def pager(self, number: int, pages: int) -> str:
        if number == pages:
            return ""
        return f'<a href="{PROXY}?{self._query(number + 1)}"></a>'

    def row_html(self, plan: Plan, entry: Entry) -> str:
        href, full = escape(self.target(plan, entry)), escape(entry.title)
        title = escape(cut(entry.title, self.cut_at))
        return (
            f'<record><![CDATA[<li><a href="{href}" title="{full}" target="_blank">{title}</a>'
            f"<span>{entry.day}</span></li>]]></record>"
        )

    def put_listing(
        self, maker: Maker, paths: list[str], number: int, rows: tuple[Entry, ...]
    ) -> None:
        super().put_listing(maker, paths, number, rows)
        if number > 1:
            answer = self.answer.substitute(
                total=len(maker.plan.entries),
                pages=len(paths),
                pager=self.pager(number, len(paths)),
                rows="\n".join(self.row_html(maker.plan, row) for row in rows),
            )
            maker.file(paths[number - 1], "text/xml;charset=UTF-8", answer.encode())

    def byline(self, story: Story) -> Byline:
        return Byline(source=story.byline.source, views="", editor=story.byline.editor)

    def info(self, byline: Byline, date: str, gap: str = "") -> str:
        del date
        return f'<div class="bjr">{gap}责任编辑：{byline.editor}</div>'

    def article_meta(self, plan: Plan, story: Story, byline: Byline) -> str:
        return META.substitute(
            title=escape(story.title),
            date=self.printed(story),
            source=byline.source,
            id=number(plan, story.index),
        )


build = Hanweb().build
