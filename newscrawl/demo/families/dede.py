"""DedeCMS: GBK, list_12_2.html pages, 作者:admin and 来源:未知 where nobody wrote anything."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("临岚仪器学会", "临岚学会")


class Dede(Shape):
    """The default template, as thousands of small bodies left it."""

    column = "/a/xinwen/"
    precision = "minute"
    encoding = "gb18030"
    charset = "gbk"
    content_type = "text/html"
    crumbs = ("主页", "新闻中心", "学会动态")
    dialects = ("div", "nbsp", "br")
    meta = '<link href="/templets/default/style/dedecms.css" rel="stylesheet" type="text/css" />'
    foot = '<p>Powered by <a href="http://cms.example.org/">DedeCMS</a></p>'
    article = Page("""\
<div class="viewbox"><div class="title"><h2>@@title</h2></div>
<div class="info"><small>时间:</small>@@date<small>来源:</small>@@source<small>作者:</small>@@author
<small>点击:</small><script src="/plus/count.php?view=yes&aid=1&mid=1" language="javascript">\
</script>次</div>
<div class="content"><table width='100%'><tr><td>
@@body
</td></tr></table></div>@@files
<div class="dede_pages"><ul class="pagelist"></ul></div>
<div class="context"><ul><li>上一篇：没有了 </li><li>下一篇：没有了 </li></ul></div></div>
<div class="mini-feedback">验证码: 匿名? 发表评论</div>""")
    listing = Page("""\
<div class="listbox"><ul class="e2">
@@rows
</ul></div>
<div class="dede_pages"><ul class="pagelist">@@pager
<li><span class="pageinfo">共 <strong>@@pages</strong>页<strong>@@total</strong>条</span></li>
</ul></div>""")
    row = Page("""\
<li><a href="@@href" class="title">@@full</a>
<span class="info"><small>日期：</small>@@day<small>点击：</small>12<small>好评：</small>0</span>
<p class="intro">@@title</p></li>""")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        year, month, date = day.split("-")
        return f"/a/xinwen/{year}/{month}{date}/{number(plan, key, 4)}.html"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"{self.column}list_12_{number}.html"

    def pager(self, number: int, pages: int) -> str:
        parts = []
        if number > 1:
            parts.append("<li><a href='list_12_1.html'>首页</a></li>")
            parts.append(f"<li><a href='list_12_{number - 1}.html'>上一页</a></li>")
        for page in range(1, pages + 1):
            linked = f"<li><a href='list_12_{page}.html'>{page}</a></li>"
            parts.append(f'<li class="thisclass">{page}</li>' if page == number else linked)
        if number < pages:
            parts.append(f"<li><a href='list_12_{number + 1}.html'>下一页</a></li>")
            parts.append(f"<li><a href='list_12_{pages}.html'>末页</a></li>")
        return "\n".join(parts)

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(authors=full.authors, source=full.source or "未知", views="")

    def article_values(self, plan: Plan, story: Story, byline: Byline) -> dict[str, object]:
        del plan
        author = " ".join(byline.authors or ()) or "admin"
        return {"date": self.printed(story), "source": byline.source, "author": author}


build = Dede().build
