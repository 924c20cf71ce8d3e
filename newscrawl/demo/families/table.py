"""A home-made site of the 2000s: nested tables, GBK declared as GB2312, one meta line of labels.

Source and count are often printed as labels with nothing behind them; the next page is a link.
"""

from __future__ import annotations

from html import escape

from newscrawl.demo.maker import (
    Maker,
    body_html,
    digits,
    file_pieces,
    listing_pages,
    pictures,
)
from newscrawl.demo.markup import Page, cut
from newscrawl.demo.model import Byline, Entry, Institute, Plan, Story

NAMES = ("青溪精密测量研究所", "青测所")
ROWS = 10
CRUMBS = ("网站首页", "新闻资讯", "图片新闻")
COLUMN = "/html/xwzx/tpxw/"
DIALECTS = ("nbsp", "wide", "br", "word")

FRAME = Page("""\
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<title>@@head</title>
<link href="/css/style.css" rel="stylesheet" type="text/css" />
<script type="text/javascript" src="/js/menu.js"></script>
</head>
<body>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0">
<tr><td height="120" background="/images/top.jpg"><img src="/images/logo.gif" alt="@@name" /></td>
</tr>
<tr><td height="32" class="menu" align="center"><a href="/">网站首页</a> |
<a href="/html/skgk/">本所概况</a> | <a href="/html/xwzx/">新闻资讯</a> |
<a href="/html/kyfw/">科研服务</a> | <a href="/html/djwh/">党建文化</a> |
<a href="/html/rlzy/">人力资源</a> | <a href="/html/lxwm/">联系我们</a></td></tr>
</table>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0">
<tr>
<td width="220" valign="top">
<table width="100%" border="0" cellspacing="0" cellpadding="0">
<tr><td class="left_t">新闻资讯</td></tr>
<tr><td class="left_m"><a href="/html/xwzx/tpxw/">图片新闻</a></td></tr>
<tr><td class="left_m"><a href="/html/xwzx/yw/">综合要闻</a></td></tr>
<tr><td class="left_m"><a href="/html/xwzx/tzgg/">通知公告</a></td></tr>
<tr><td class="left_t">联系方式</td></tr>
<tr><td class="left_c">地址:青溪市砚山路0号<br />邮编:000000<br />电话:0000-0000000</td></tr>
</table>
</td>
<td width="780" valign="top">
<table width="100%" border="0" cellspacing="0" cellpadding="0">
<tr><td height="30" class="weizhi">您的位置: <a href="/">网站首页</a> &gt;
<a href="/html/xwzx/">新闻资讯</a> &gt; <a href="/html/xwzx/tpxw/">图片新闻</a></td></tr>
@@main
</table>
</td>
</tr>
</table>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0">
<tr><td align="center" class="foot">友情链接:
<select onchange="window.open(this.value)"><option value="#">--相关单位--</option>
<option value="http://www.example.org/">云麓计量学会</option></select></td></tr>
<tr><td align="center" class="foot">版权所有:@@name 未经许可不得转载<br />
<a href="http://beian.example.org/">某ICP备00000000号</a> 技术支持:信息中心</td></tr>
</table>
</body>
</html>
""")

ARTICLE = Page("""\
<tr><td align="center" class="title" height="50"><b>@@title</b></td></tr>
<tr><td align="center" class="info" bgcolor="#f3f3f3">来源:@@source&nbsp;&nbsp;&nbsp;&nbsp; \
作者:@@author&nbsp;&nbsp;&nbsp;&nbsp; 发布时间:@@date&nbsp;&nbsp;&nbsp;&nbsp; \
浏览次数:@@views&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</td></tr>
<tr><td class="content" id="zoom" valign="top" height="300">
@@body
</td></tr>
<tr><td align="right" height="40"><a href="javascript:window.print()">打印</a>&nbsp; | &nbsp;\
<a href="javascript:window.close()">关闭</a></td></tr>""")

LIST = Page("""\
<tr><td valign="top">
<table width="96%" border="0" align="center" cellpadding="0" cellspacing="0">
@@rows
</table>
</td></tr>
<tr><td align="center" height="40">共 @@total 条信息 第 @@page/@@pages 页 @@pager</td></tr>""")

ROW = Page("""\
<tr><td width="20"><img src="/images/dot.gif" /></td>
<td height="28"><a href="@@href" @@hover target="_blank">@@title</a>@@mark</td>
<td width="110" align="right">[@@day]</td></tr>
<tr><td colspan="3" background="/images/line.gif" height="1"></td></tr>""")


def build(plan: Plan) -> Institute:
    """The pages of one institute."""
    maker = Maker(plan, crumbs=CRUMBS, encoding="gb18030", content_type="text/html")
    for story in plan.stories:
        _article(maker, story)
    maker.others(lambda entry: _path(plan, entry))
    pages = listing_pages(plan, ROWS)
    paths = [_page_path(number) for number in range(1, len(pages) + 1)]
    for number, rows in enumerate(pages, 1):
        maker.page(paths[number - 1], _listing(plan, number, len(pages), rows))
        maker.rows(paths[number - 1], rows, lambda entry: _path(plan, entry))
    maker.pages[COLUMN] = maker.pages[paths[0]]
    return maker.finish(paths)


def _page_path(number: int) -> str:
    return f"{COLUMN}index.html" if number == 1 else f"{COLUMN}index_{number}.html"


def _path(plan: Plan, entry: Entry) -> str:
    if entry.href:
        return entry.href
    day = entry.day.replace("-", "")
    if entry.kind == "attachment":
        return f"/uploadfile/{day}/{digits(plan.seed, entry.title, length=14)}.pdf"
    index = entry.story.index if entry.story else entry.title
    return f"{COLUMN}{day}/{digits(plan.seed, index, length=5)}.html"


def _article(maker: Maker, story: Story) -> None:
    plan = maker.plan
    path = _path(plan, Entry(kind="article", title="", day=story.published[:10], story=story))
    full = story.byline
    byline = Byline(authors=full.authors, source=full.source, views=full.views)
    folder = f"/uploadfile/{story.published[:7]}/{story.index}"
    files = tuple(
        (name, f"{folder}_{n}.{name.rsplit('.')[-1]}") for n, name in enumerate(story.files)
    )
    pieces = pictures(story, lambda n: f"{folder}_{n}.jpg") + file_pieces(files)
    maker.article(story, path, byline, pieces, files)
    year, month, day = story.published[:10].split("-")
    main = ARTICLE.substitute(
        title=escape(story.title),
        source=byline.source,
        author=" ".join(byline.authors or ()),
        date=f"{year}年{month}月{day}日",
        views=byline.views,
        body=body_html(pieces, DIALECTS, story.index),
    )
    # The window's title is the site's on every page, as such sites have it.
    maker.page(path, FRAME.substitute(head=plan.name, name=plan.name, main=main))


def _listing(plan: Plan, number: int, pages: int, rows: tuple[Entry, ...]) -> str:
    pager = '<a href="index.html">首页</a> ' if number > 1 else "首页 "
    if number > 1:
        back = "index.html" if number == 2 else f"index_{number - 1}.html"
        pager += f'<a href="{back}">上一页</a> '
    if number < pages:
        pager += f'<a href="index_{number + 1}.html">下一页</a> '
        pager += f'<a href="index_{pages}.html">尾页</a>'
    main = LIST.substitute(
        rows="\n".join(_row(plan, row) for row in rows),
        total=len(plan.entries),
        page=number,
        pages=pages,
        pager=pager,
    )
    return FRAME.substitute(head=plan.name, name=plan.name, main=main)


def _row(plan: Plan, entry: Entry) -> str:
    hover = f'title="{escape(entry.title)}"' if entry.kind == "article" else ""
    return ROW.substitute(
        href=escape(_path(plan, entry)),
        hover=hover,
        title=escape(cut(entry.title, 24) if hover else entry.title),
        mark=' <font color="red">[置顶]</font>' if entry.pinned else "",
        day=entry.day,
    )
