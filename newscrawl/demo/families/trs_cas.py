"""TRS at a research institute: no meta block, tables, a pager written by script variables."""

from __future__ import annotations

from newscrawl.demo.maker import digits
from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Files, Shape

NAMES = ("望川低温物理研究所", "望川低温所")


class TrsCas(Shape):
    """Script variables instead of the createPageHTML call; links are relative."""

    column = "/xwzx/zhxw/"
    crumbs = ("首页", "新闻中心", "综合新闻")
    dialects = ("wide", "styled", "word")
    cut_at = 30
    with_files = False
    article = Page("""\
<table width="100%"><tr><td class="detail_title" align="center">@@title</td></tr>
<tr><td align="center" class="detail_time">发布时间：@@date　|　@@people来源：@@source　|　\
【<a href="javascript:doZoom(16)">大</a> <a href="javascript:doZoom(14)">中</a> \
<a href="javascript:doZoom(12)">小</a>】【<a href="javascript:window.print()">打印</a>】\
【<a href="javascript:window.close()">关闭</a>】</td></tr>
<tr><td class="detail_content" id="zoom"><div class=TRS_Editor><div class=Custom_UnionStyle>
@@body
</div></div></td></tr>
<tr><td>@@files</td></tr></table>""")
    listing = Page("""\
<table width="100%" id="list"><tr><td><ul class="gl_list">
@@rows
</ul></td></tr><tr><td align="center" class="page">@@pager</td></tr></table>""")
    row = Page('<li><a href="@@href" target="_blank" title="@@full">@@title</a><b>@@day</b></li>')

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        stamp = day.replace("-", "")
        return f"{self.column}{stamp[:6]}/t{stamp}_{digits(plan.seed, key, length=7)}.html"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"{self.column}index_{number - 1}.html"

    def pager(self, number: int, pages: int) -> str:
        return f"""<script>
var currentPage = {number - 1};//所在页从0开始
var prevPage = currentPage-1;//上一页
var nextPage = currentPage+1;//下一页
var countPage = {pages};//共多少页
document.write("共"+countPage+"页&nbsp;");
if(countPage>1&&currentPage!=0)
 document.write("<a href=\\"index"+(prevPage==0?"":"_"+prevPage)+".html\\">上一页</a>&nbsp;");
if(countPage>1&&currentPage!=(countPage-1))
 document.write("<a href=\\"index"+"_" + nextPage + "."+"html\\">下一页</a>&nbsp;");
</script>"""

    def byline(self, story: Story) -> Byline:
        full = story.byline
        photographer = full.photographer if full.authors else None
        return Byline(authors=full.authors or None, source=full.source, photographer=photographer)

    def article_values(self, plan: Plan, story: Story, byline: Byline) -> dict[str, object]:
        del plan
        names = " ".join(byline.authors or ())
        photographer = f" 摄影:{byline.photographer}" if byline.photographer else ""
        people = f"作者：作者:{names}{photographer}　|　" if names else ""
        return {"date": self.printed(story), "source": byline.source, "people": people}

    def files(self, files: Files) -> str:
        return f"附件下载：{super().files(files)}" if files else ""


build = TrsCas().build
