"""WebPlus (Sudytech): listN.htm, /2025/0313/c6738a290241/page.htm, one article in two columns."""

from __future__ import annotations

from html import escape

from newscrawl.demo.maker import Maker, file_pieces, hex_digits, listing_pages, pictures
from newscrawl.demo.markup import Page, cut, render
from newscrawl.demo.model import Byline, Entry, Institute, Piece, Plan, Story

NAMES = ("北屿理工学院计算机学院", "北屿计算机学院")
ROWS = 10
CRUMBS = ("首页", "新闻中心", "学院新闻")
DIALECTS = ("word", "styled", "wide")
COLUMN, OTHER_COLUMN = 6738, 6741
SITE = 180
OLD_STYLE = 10  # articles below this number have the two bytes of their id in the address

FRAME = Page("""\
<!DOCTYPE html>
<html  class="webplus-@@kind">
<head>
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>@@head</title>
<meta name="description" content="@@head" />
<link type="text/css" href="/_css/_system/system.css" rel="stylesheet"/>
<link type="text/css" href="/_upload/site/1/style/1/1.css" rel="stylesheet"/>
<link type="text/css" href="/_js/_portletPlugs/simpleNews/css/simplenews.css" rel="stylesheet" />
<script language="javascript" src="/_js/jquery.min.js" sudy-wp-context="" sudy-wp-siteId="@@site">
</script>
<script language="javascript" src="/_js/jquery.sudy.wp.visitcount.js"></script>
<link rel="stylesheet" href="/_upload/tpl/04/f7/1271/template1271/style.css" type="text/css">
</head>
<body class="@@kind">
<div class="wrapper header" id="header"><div class="inner">
<div class="mod clearfix"><div class="head-left" frag="面板1">
<div class="sitelogo" frag="窗口1" portletmode="simpleSiteAttri"><a href="/main.htm">
<img border='0' src='/_upload/site/00/b4/180/logo.png' /></a></div></div>
<div class="head-right" frag="面板2"><div class="site-search" frag="窗口2"
 portletmode="search"><form method="POST" action="/_web/_search/api/search/new.rst?locale=zh_CN">
<input name="keyword" type="text" placeholder="搜索"></form></div></div></div></div></div>
<div class="wp-wrapper wp-navi wp_nav" id="wp_nav_w3"><ul class="wp_nav" data-nav-config="{}">
<li class="nav-item i1"><a href="/main.htm" title="首页" target="_self"><span>首页</span></a></li>
<li class="nav-item i2"><a href="/6737/list.htm" title="新闻中心"><span>新闻中心</span></a>
<ul class="sub-nav"><li class="nav-item i2-1"><a href="/6738/list.htm">学院新闻</a></li>
<li class="nav-item i2-2"><a href="/6741/list.htm">学术动态</a></li></ul></li>
<li class="nav-item i3"><a href="/szdw/list.htm" title="师资队伍"><span>师资队伍</span></a></li>
</ul></div>
<div class="wrapper" id="container"><div class="inner clearfix">
@@main
</div></div>
<div class="wrapper" id="footer"><div class="inner" frag="面板9"><div frag="窗口9">
<p class="copyright">Copyright @@name 版权所有</p><p>地址：北屿市海堤路0号 邮编：000000</p>
</div></div></div>
</body>
</html>
""")

PATH = """\
<div class="col_path" frag="窗口5" portletmode="simpleColumnAttri"><span class="path-name">\
当前位置：</span><a href="/main.htm" target="_self">首页</a><span class='possplit'>\
&nbsp;&nbsp;</span><a href="/6737/list.htm" target="_self">新闻中心</a><span class='possplit'>\
&nbsp;&nbsp;</span><a href="/6738/list.htm" target="_self">学院新闻</a></div>"""

ARTICLE = Page("""\
<div class="infobox"><div class="article" frag="窗口6" portletmode="simpleArticleAttri">
@@path
<h1 class="arti_title">@@title</h1>
<h2 class="arti_title"></h2>
<p class="arti_metas"><span class="arti_publisher">发布者：@@publisher</span>\
<span class="arti_update">发布时间：@@date</span>@@more\
<span class="arti_views">浏览次数：<span class="WP_VisitCount"
 url="/_visitcountdisplay?siteId=@@site&type=3&articleId=@@id">@@views</span></span></p>
<div class="entry"><div class="read"><div class='wp_articlecontent'>
@@body
</div></div></div>
</div></div>""")

LIST = Page("""\
<div class="column"><div class="col_menu"><div class="col_name" frag="窗口4"
 portletmode="simpleColumnAnchor"><h3 class="anchor">新闻中心</h3></div>
<div class="col_list" frag="窗口41" portletmode="simpleColumnList"><ul class="wp_listcolumn list1">
<li class="wp_column column-1 selected"><a href="/6738/list.htm" title="学院新闻">学院新闻</a></li>
<li class="wp_column column-2 "><a href="/6741/list.htm" title="学术动态">学术动态</a></li>
</ul></div></div>
<div class="col_news"><div class="col_metas clearfix">@@path</div>
<div class="col_news_con"><div class="col_news_list listcon">
<div frag="窗口6" portletmode="simpleList"><div id="wp_news_w6">
<ul class="news_list list2">
@@rows
</ul></div>
<div id="wp_paging_w6"><ul class="wp_paging clearfix">
<li class="pages_count"><span class="per_page">每页&nbsp;<em class="per_count">@@size</em>&nbsp;\
记录&nbsp;</span><span class="all_count">总共&nbsp;<em class="all_count">@@total</em>&nbsp;\
记录&nbsp;</span></li>
<li class="page_nav">@@pager</li>
<li class="page_jump"><span class="pages">页码&nbsp;<em class="curr_page">@@page</em>/\
<em class="all_pages">@@pages</em></span><span><input type="text" class="pageNum" /></span>
<span><a class="pagingJump" href="javascript:void(0);" target="_self">跳转到&nbsp;</a></span></li>
</ul></div></div></div></div></div></div>""")

ROW = Page("""\
<li class="news n@@n clearfix">
<span class="news_title"><a href='@@href' target='_blank' title='@@full'>@@title</a>@@mark</span>
<span class="news_meta">@@day</span>
</li>""")


def build(plan: Plan) -> Institute:
    """The pages of one institute."""
    maker = Maker(plan, crumbs=CRUMBS, content_type="text/html;charset=UTF-8")
    for story in plan.stories:
        _article(maker, story)
    maker.others(lambda entry: _path(plan, entry))
    pages = listing_pages(plan, ROWS)
    paths = [_page_path(number) for number in range(1, len(pages) + 1)]
    for number, rows in enumerate(pages, 1):
        maker.page(paths[number - 1], _listing(plan, number, len(pages), rows))
        maker.rows(paths[number - 1], rows, lambda entry: _path(plan, entry))
    maker.pages[f"/{COLUMN}/list1.htm"] = maker.pages[paths[0]]
    return maker.finish(paths)


def _page_path(number: int) -> str:
    return f"/{COLUMN}/list.htm" if number == 1 else f"/{COLUMN}/list{number}.htm"


def _path(plan: Plan, entry: Entry) -> str:
    if entry.kind == "attachment":
        return f"/_upload/article/files/48/b8/{hex_digits(plan.seed, entry.title)}/tj.pdf"
    if entry.href:
        return entry.href
    index = entry.story.index if entry.story else 9000 + len(entry.title)
    return _address(plan, index, entry.day, OTHER_COLUMN if entry.pinned else COLUMN)


def _address(plan: Plan, index: int, day: str, column: int) -> str:
    article = _id(plan, index)
    low = article & 0xFFFF
    old = f"{low >> 8:02x}/{low & 0xFF:02x}"
    folder = old if index < OLD_STYLE else f"{day[:4]}/{day[5:].replace('-', '')}"
    return f"/{folder}/c{column}a{article}/page.htm"


def _id(plan: Plan, index: int) -> int:
    return 290000 + plan.seed % 1000 * 100 + index * 3


def _article(maker: Maker, story: Story) -> None:
    plan, day = maker.plan, story.published[:10]
    path = _address(plan, story.index, day, COLUMN)
    twin = _address(plan, story.index, day, OTHER_COLUMN)
    names = (f"/_upload/article/files/{hex_digits(plan.seed, name)}/" for name in story.files)
    files = tuple(
        (name, f"{folder}{hex_digits(name, length=12)}.{name.rsplit('.')[-1]}")
        for name, folder in zip(story.files, names, strict=True)
    )
    shot = hex_digits(plan.seed, story.index)
    pieces = pictures(story, lambda n: f"/_upload/article/images/{shot}/{n}_d.jpg")
    pieces += file_pieces(files)
    full = story.byline
    byline = Byline(
        publisher=full.publisher,
        authors=full.authors or None,
        source=full.source or None,
        views=full.views,
    )
    maker.article(story, path, byline, pieces, files, twins=[twin])
    main = ARTICLE.substitute(
        path=PATH,
        title=escape(story.title),
        publisher=byline.publisher,
        date=day,
        more=_more(byline),
        site=SITE,
        id=_id(plan, story.index),
        views=byline.views,
        body=_body(pieces, story.index),
    )
    page = FRAME.substitute(
        kind="infopage", head=escape(story.title), site=SITE, name=plan.name, main=main
    )
    maker.page(path, page)
    maker.pages[twin] = maker.pages[path]


def _more(byline: Byline) -> str:
    text = ""
    if byline.authors:
        text += f'<span class="arti_author">作者：{" ".join(byline.authors)}</span>'
    if byline.source:
        text += f'<span class="arti_source">来源：{byline.source}</span>'
    return text


def _body(pieces: tuple[Piece, ...], index: int) -> str:
    dialect = DIALECTS[index % len(DIALECTS)]
    parts = [
        _file(piece) if piece.kind == "file" else render((piece,), dialect) for piece in pieces
    ]
    return "\n".join(parts).replace("<img src=", '<img data-layer="photo" src=')


def _file(piece: Piece) -> str:
    """The file's own name stands in an attribute; the address holds two hashes."""
    name = escape(piece.text)
    return (
        '<p><img src="/_ueditor/themes/default/images/icon_doc.gif" style="vertical-align:middle;" '
        f'/><a sudyfile-attr="{{&#39;title&#39;:&#39;{name}&#39;}}" textvalue="{name}" '
        f'href="{piece.path}">{name}</a></p>'
    )


def _listing(plan: Plan, number: int, pages: int, rows: tuple[Entry, ...]) -> str:
    main = LIST.substitute(
        path=PATH,
        rows="\n".join(_row(plan, n, row) for n, row in enumerate(rows, 1)),
        size=ROWS,
        total=len(plan.entries),
        pager=_pager(number, pages),
        page=number,
        pages=pages,
    )
    return FRAME.substitute(kind="listpage", head=CRUMBS[-1], site=SITE, name=plan.name, main=main)


def _row(plan: Plan, n: int, entry: Entry) -> str:
    return ROW.substitute(
        n=n,
        href=escape(_path(plan, entry)),
        full=escape(entry.title),
        title=escape(cut(entry.title, 22)),
        mark='<img src="/_images/top.gif" class="icon_top" alt="置顶">' if entry.pinned else "",
        day=entry.day,
    )


def _pager(number: int, pages: int) -> str:
    """The last page's next link is a script that does nothing; so is the first page's previous."""

    def href(page: int, *, on: bool) -> str:
        return _page_path(page) if on else "javascript:void(0);"

    first, last = number > 1, number < pages
    parts = (
        ("first", href(1, on=first), "第一页"),
        ("prev", href(number - 1, on=first), "&lt;&lt;上一页"),
        ("next", href(number + 1, on=last), "下一页&gt;&gt;"),
        ("last", href(pages, on=last), "尾页"),
    )
    return "\n".join(
        f'<a class="{kind}" href="{address}" target="_self"><span>{text}</span></a>'
        for kind, address, text in parts
    )
