"""TRS WCM: government meta labels, no pager links but a zero-based createPageHTML call."""

from __future__ import annotations

from html import escape

from newscrawl.demo.maker import Maker, body_html, digits, listing_pages, pictures
from newscrawl.demo.markup import Page, cut
from newscrawl.demo.model import Byline, Entry, Institute, Piece, Plan, Story

NAMES = ("松坪高原生态研究所", "松坪生态所")
ROWS = 10
CRUMBS = ("首页", "新闻动态", "工作动态")
COLUMN = "/xwdt/gzdt/"
DIALECTS = ("div", "wide", "styled", "nbsp")

FRAME = Page("""\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<title>@@head</title>
<meta name="SiteName" content="@@name"/>
<meta name="SiteDomain" content="eco.example.org"/>
<meta name="SiteIDCode" content="bm00000000"/>
<meta name="ColumnName" content="工作动态"/>
<meta name="ColumnType" content="工作动态"/>
@@meta
<link href="/images/base.css" rel="stylesheet" type="text/css"/>
<style type="text/css">.TRS_Editor P{line-height:2;font-family:宋体;font-size:12pt;}</style>
</head>
<body>
<div class="header"><h1 class="logo"><a href="/"><img src="/images/logo.png" alt="@@name"/></a></h1>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/jggk/">机构概况</a></li>
<li><a href="/xwdt/">新闻动态</a></li><li><a href="/kydw/">科研队伍</a></li>
<li><a href="/xxgk/">信息公开</a></li></ul></div>
<div class="main">
<div class="dqwz">您现在的位置：<a href="@@up../../" class="CurrChnlCls">首页</a>&nbsp;&gt;&nbsp;\
<a href="@@up../" class="CurrChnlCls">新闻动态</a>&nbsp;&gt;&nbsp;\
<a href="@@up./" class="CurrChnlCls">工作动态</a></div>
@@main
</div>
<div class="links"><h3>相关链接</h3><ul><li><a href="http://www.example.org/">高原生态学会</a></li>
<li><a href="http://data.example.org/">野外台站数据网</a></li></ul></div>
<div class="footer"><p>版权所有 © @@name</p><p>地址：松坪市云杉路0号　邮编：000000</p></div>
</body>
</html>
""")

META = Page("""\
<meta name="ArticleTitle" content="@@title"/>
<meta name="PubDate" content="@@date"/>
<meta name="ContentSource" content="@@source"/>
<meta name="Keywords" content=""/>
<meta name="Author" content=""/>
<meta name="Description" content=""/>
<meta name="Url" content="@@path"/>""")

ARTICLE = Page("""\
<div class="xl">
<h2 class="xl_title">@@title</h2>
<div class="xl_info"><span>发布时间：@@date</span><span>来源：@@source</span>@@more\
<span class="tool">【字体：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">\
中</a> <a href="javascript:doZoom(14)">小</a>】</span>\
<span><a href="javascript:window.print()">打印</a></span></div>
<div class="xl_con" id="zoom"><div class=TRS_Editor>
@@body
</div></div>
@@files
<div class="editor">@@editor</div>
<div class="share"><span>分享到：</span><a class="bds_weixin" href="javascript:;">微信</a>
<a class="bds_tsina" href="javascript:;">微博</a></div>
</div>""")

LIST = Page("""\
<div class="left"><h3>新闻动态</h3><ul><li class="cur"><a href="../gzdt/">工作动态</a></li>
<li><a href="../tzgg/">通知公告</a></li><li><a href="../mtbd/">媒体报道</a></li></ul></div>
<div class="right" id="list"><ul class="list">
@@rows
</ul>
<div class="page">
<script type="text/javascript" src="/images/page.js"></script>
<script>createPageHTML(@@pages, @@current, "index", "html");</script>
</div></div>""")

ROW = Page('<li><a href="@@href" target="_blank" title="@@full">@@title</a><span>@@day</span></li>')


def build(plan: Plan) -> Institute:
    """The pages of one institute."""
    maker = Maker(plan, crumbs=CRUMBS, precision="minute")
    for story in plan.stories:
        _article(maker, story)
    maker.others(lambda entry: _absolute(_path(plan, entry)))
    for path in [one for one, outcome in maker.outcomes.items() if outcome == "http_5xx"]:
        maker.broken(path, status=404)
    pages = listing_pages(plan, ROWS)
    paths = [COLUMN, *(f"{COLUMN}index_{number}.html" for number in range(1, len(pages)))]
    for number, rows in enumerate(pages):
        main = LIST.substitute(
            rows="\n".join(_row(plan, row) for row in rows), pages=len(pages), current=number
        )
        page = FRAME.substitute(
            head=f"工作动态-{plan.name}", name=plan.name, meta="", main=main, up=""
        )
        maker.page(paths[number], page)
        maker.rows(paths[number], rows, lambda entry: _absolute(_path(plan, entry)))
    maker.pages[f"{COLUMN}index.html"] = maker.pages[COLUMN]
    return maker.finish(paths)


def _absolute(path: str) -> str:
    return path if "://" in path else COLUMN + path.removeprefix("./")


def _path(plan: Plan, entry: Entry) -> str:
    """The row's address as it is printed: relative to the column."""
    if entry.href:
        return entry.href
    day = entry.day.replace("-", "")
    if entry.kind == "attachment":
        return f"./{day[:6]}/P0{day}{digits(plan.seed, entry.title, length=12)}.pdf"
    index = entry.story.index if entry.story else entry.title
    return f"./{day[:6]}/t{day}_{digits(plan.seed, index, length=7)}.html"


def _article(maker: Maker, story: Story) -> None:
    plan, day = maker.plan, story.published[:10]
    printed = _path(plan, Entry(kind="article", title="", day=day, story=story))
    path = _absolute(printed)
    stamp = day.replace("-", "")
    shot = f"./W0{stamp}{digits(plan.seed, 'shot', story.index, length=12)}"
    pieces = pictures(story, lambda n: f"{shot}_{n}.jpg")
    folder = path.rsplit("/", 1)[0]
    files = tuple(
        (name, f"{folder}/P0{stamp}{digits(plan.seed, name, length=12)}.{name.rsplit('.')[-1]}")
        for name in story.files
    )
    full = story.byline
    byline = Byline(
        authors=full.authors or None,
        source=full.source,
        photographer=full.photographer,
        editor=full.editor if story.index % 2 else None,
    )
    maker.article(story, path, byline, pieces, files)
    maker.page(path, _article_html(plan, story, byline, pieces, files, printed))


def _article_html(
    plan: Plan,
    story: Story,
    byline: Byline,
    pieces: tuple[Piece, ...],
    files: tuple[tuple[str, str], ...],
    printed: str,
) -> str:
    title, minute = escape(story.title), story.published[:16].replace("T", " ")
    meta = META.substitute(title=title, date=minute, source=byline.source, path=printed)
    main = ARTICLE.substitute(
        title=title,
        date=minute,
        source=byline.source,
        more=_people(byline),
        body=body_html(pieces, DIALECTS, story.index),
        files=_files(files),
        editor=f"责任编辑：{byline.editor}" if byline.editor else "",
    )
    head = f"{title}--{plan.name}"
    return FRAME.substitute(head=head, name=plan.name, meta=meta, main=main, up="../")


def _people(byline: Byline) -> str:
    """The people in one cell; some pages print the label twice, as one template did."""
    if not byline.authors:
        return f"<span>摄影：{byline.photographer}</span>" if byline.photographer else ""
    photographer = f" 摄影:{byline.photographer}" if byline.photographer else ""
    twice = "作者:" if byline.photographer else ""
    return f"<span>作者:{twice}{' '.join(byline.authors)}{photographer}</span>"


def _files(files: tuple[tuple[str, str], ...]) -> str:
    rows = (
        f'<li><a href="./{path.rsplit("/", 1)[1]}" target="_blank">{escape(name)}</a></li>'
        for name, path in files
    )
    return f'<div class="fj"><span>附件下载：</span><ul>{"".join(rows)}</ul></div>' if files else ""


def _row(plan: Plan, entry: Entry) -> str:
    return ROW.substitute(
        href=escape(_path(plan, entry)),
        full=escape(entry.title),
        title=escape(cut(entry.title, 24)),
        day=entry.day,
    )
