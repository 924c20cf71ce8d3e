"""Visual SiteBuilder: static pages that count down, /info/tree/news.htm and its dynamic twin."""

from __future__ import annotations

from html import escape

from newscrawl.demo.maker import Maker, body_html, digits, hex_digits, listing_pages, pictures
from newscrawl.demo.markup import Page, cut
from newscrawl.demo.model import Byline, Entry, Institute, Piece, Plan, Story

NAMES = ("云麓轻工大学", "云麓轻大")
ROWS = 10
CRUMBS = ("首页", "新闻中心", "学校要闻")
DIALECTS = ("styled", "nbsp", "word", "wide")
TREE = 1039
OWNER = 1768650001

FRAME = Page("""\
<!DOCTYPE html><HTML><HEAD><TITLE>@@head</TITLE>
<META Name="keywords" Content="@@name,@@words" />
@@description<META content="text/html; charset=UTF-8" http-equiv="Content-Type">
<META name="viewport" content="width=device-width, initial-scale=1.0">
<LINK rel="stylesheet" type="text/css" href="@@root/css/base.css">
<!--Announced by Visual SiteBuilder 9-->
<link rel="stylesheet" type="text/css" href="@@root/_sitegray/_sitegray_d.css" />
<script language="javascript" src="@@root/_sitegray/_sitegray.js"></script>
<!-- CustomerNO:77656262657232307477505653505742000100014e50 -->
<link rel="stylesheet" type="text/css" href="@@root/@@sheet.vsb.css" />
<script type="text/javascript" src="@@root/system/resource/js/counter.js"></script>
<script type="text/javascript">_jsq_(@@tree,'/@@sheet.jsp',@@news,@@owner)</script>
</HEAD>
<BODY>
<div class="top"><div class="wrap">
<a href="@@root/index.htm"><img src="@@root/images/logo.png"></a>
<div class="search">
<script language="javascript" src="@@root/system/resource/js/base64.js"></script>
<form action="@@root/ssjg.jsp?wbtreeid=1001" method="post" id="au1a" name="au1a">
<input type="hidden" id="lucenenewssearchkey1" name="lucenenewssearchkey" value="">
<input name="showkeycode" class="qwbk" placeholder="请输入关键字"></form></div></div></div>
<div class="nav"><ul>
<li><a href="@@root/index.htm">首页</a></li>
<li><a href="@@root/xxgk/xxjj.htm">学校概况</a><ul>
<li><a href="@@root/xxgk/xxjj.htm">学校简介</a></li>
<li><a href="@@root/xxgk/xrld.htm">现任领导</a></li>
</ul></li>
<li><a href="@@root/xwzx/xxyw.htm">新闻中心</a><ul>
<li><a href="@@root/xwzx/xxyw.htm">学校要闻</a></li>
<li><a href="@@root/xwzx/tzgg.htm">通知公告</a></li>
</ul></li>
<li><a href="@@root/rcpy.htm">人才培养</a></li><li><a href="@@root/kxyj.htm">科学研究</a></li>
</ul></div>
<div class="ny wrap">
<div class="nyl"><h2>新闻中心</h2><ul id="lefta">
<li class="on"><a href="@@root/xwzx/xxyw.htm" title="学校要闻">学校要闻</a></li>
<li><a href="@@root/xwzx/tzgg.htm" title="通知公告">通知公告</a></li></ul></div>
<div class="nyr"><div class="dqwz">当前位置：<a href="@@root/index.htm">首页</a>&gt;&gt;\
<a href="@@root/xwzx/xxyw.htm">新闻中心</a>&gt;&gt;<a href="@@root/xwzx/xxyw.htm">学校要闻</a>@@here
</div>
@@main
</div></div>
<div class="foot"><p>版权所有：@@name&nbsp;&nbsp;地址：云麓市学府路0号&nbsp;&nbsp;邮编：000000</p>
<p>友情链接：<a href="http://edu.example.org/">云麓教育网</a></p></div>
</BODY></HTML>
""")

ARTICLE = Page("""\
<script language="javascript" src="@@root/system/resource/js/dynclicks.js"></script>
<script language="javascript" src="@@root/_dwr/engine.js"></script>
<form name="_newscontent_fromname">
<div class="content">
<h3>@@title</h3>
<div class="information">@@info</div>
<div id="vsb_content_2"><div class="v_news_content">
@@body
</div></div><div id="div_vote_id"></div>
@@files
<div class="pages_sx">
@@around
</div>
</div>
</form>""")

LIST = Page("""\
<script language="javascript" src="/system/resource/js/centerCutImg.js"></script>
<div class="list"><ul>
@@rows
</ul></div>
<div class="pb_sys_common pb_sys_normal pb_sys_style1" style="margin-top:10px;text-align:center;">
<span class="p_pages">@@pager</span><span class="p_t">共@@total条</span>\
<span class="p_t">@@page/@@pages</span></div>""")

ROW = Page("""\
    <li id="line_u5_@@n"><a href="@@href" target="_blank"@@hover>@@title</a>\
<span>@@day</span></li>
    <span id="section_u5_@@n" style="display:none;"><hr style="border-top: #cccccc 1px dashed;\
height: 1px;"></span>""")


def build(plan: Plan) -> Institute:
    """The pages of one institute."""
    maker = Maker(plan, crumbs=CRUMBS, content_type="text/html")
    around = (None, *plan.stories, None)
    for newer, story, older in zip(around, plan.stories, around[2:], strict=False):
        _article(maker, story, newer, older)
    any_page = maker.pages[next(iter(maker.truth))].body.decode()
    maker.others(lambda entry: _target(plan, entry), torn=any_page)
    pages = listing_pages(plan, ROWS)
    paths = ["/xwzx/xxyw.htm"]
    paths += [f"/xwzx/xxyw/{len(pages) - number + 1}.htm" for number in range(2, len(pages) + 1)]
    for number, rows in enumerate(pages, 1):
        maker.page(paths[number - 1], _listing(plan, number, len(pages), rows))
        maker.rows(paths[number - 1], rows, lambda entry: _target(plan, entry), full=_has_full)
    return maker.finish(paths)


def _news(plan: Plan, key: int | str) -> int:
    return 1200 + key * 7 if isinstance(key, int) else 90000 + int(digits(plan.seed, key, length=4))


def _path(plan: Plan, entry: Entry) -> str:
    """The row's address from the site's root, without its first slash."""
    if entry.kind == "attachment":
        return f"__local/7/3A/{hex_digits(plan.seed, entry.title)}.pdf?e=.pdf"
    if entry.href:
        return entry.href
    story = entry.story
    news = _news(plan, story.index if story else entry.title)
    if story and (entry.pinned or story.index % 11 == 6):
        return _dynamic(news)
    return f"info/{TREE}/{news}.htm"


def _target(plan: Plan, entry: Entry) -> str:
    return _path(plan, entry) if entry.kind == "external" else "/" + _path(plan, entry)


def _dynamic(news: int) -> str:
    return f"content.jsp?urltype=news.NewsContentUrl&wbtreeid={TREE}&wbnewsid={news}"


def _is_short(story: Story) -> bool:
    """The row has its title cut and no @title that tells it in full (one in twenty)."""
    return story.index % 20 == 7


def _has_full(entry: Entry) -> bool:
    return not (entry.story and _is_short(entry.story) and cut(entry.title, 20) != entry.title)


def _byline(story: Story) -> Byline:
    full = story.byline
    return Byline(authors=full.authors or None, source=full.source or None, views="")


def _article(maker: Maker, story: Story, newer: Story | None, older: Story | None) -> None:
    plan, news = maker.plan, _news(maker.plan, story.index)
    path, twin = f"/info/{TREE}/{news}.htm", "/" + _dynamic(news)
    files = tuple((name, _download(news * 10 + n)) for n, name in enumerate(story.files))
    shot = hex_digits(plan.seed, news)
    pieces = pictures(story, lambda n: f"/__local/{shot[0]}/{shot[1:3]}/{shot}_{n}.jpg?e=.jpg")
    byline = _byline(story)
    maker.article(story, path, byline, pieces, files, twins=[twin])
    html = _article_html(plan, story, byline, pieces, files, (newer, older))
    maker.page(path, html)
    maker.pages[twin] = maker.pages[path]


def _article_html(
    plan: Plan,
    story: Story,
    byline: Byline,
    pieces: tuple[Piece, ...],
    files: tuple[tuple[str, str], ...],
    around: tuple[Story | None, Story | None],
) -> str:
    news = _news(plan, story.index)
    body = body_html(pieces, DIALECTS, story.index)
    main = ARTICLE.substitute(
        root="../..",
        title=escape(story.title),
        info=_info(story, byline, news),
        body=body.replace("<p ", '<p class="vsbcontent_start" ', 1),
        files=_files(files),
        around="\n".join(_beside(plan, *pair) for pair in zip("上下", around, strict=True)),
    )
    head = f"{story.title}-{plan.name}"
    words = escape(f"{story.title},{CRUMBS[-1]}")
    lead = escape(next((one.text for one in pieces if one.kind == "paragraph"), "")[:60])
    return FRAME.substitute(
        head=escape(head),
        name=plan.name,
        words=words,
        description=f'<META Name="description" Content="{lead}" />\n',
        root="../..",
        sheet="content",
        tree=TREE,
        news=news,
        owner=OWNER,
        here="&gt;&gt;正文",
        main=main,
    )


def _info(story: Story, byline: Byline, news: int) -> str:
    parts = [f"发布时间：{story.published[:10]}"]
    if byline.authors:
        parts.append(f"作者：{'、'.join(byline.authors)}")
    if byline.source:
        parts.append(f"来源：{byline.source}")
    script = f'<script>_showDynClicks("wbnews", {OWNER}, {news})</script>'
    return "&nbsp;&nbsp;&nbsp;&nbsp;".join([*parts, f"浏览次数：<span>{script}</span>次"])


def _download(number: int) -> str:
    query = f"urltype=news.DownloadAttachUrl&owner={OWNER}&wbfileid={number}"
    return f"/system/_content/download.jsp?{query}"


def _files(files: tuple[tuple[str, str], ...]) -> str:
    rows = (
        f'<li>附件【<a href="{escape(path)}" target="_blank">{escape(name)}</a>】已下载'
        f'<span id="nattach{n}"><script language="javascript">getClickTimes({n},{OWNER},'
        '"wbnewsfile","attach")</script></span>次</li>'
        for n, (name, path) in enumerate(files, 11)
    )
    return f'<ul style="list-style-type:none;">{"".join(rows)}</ul>' if files else ""


def _beside(plan: Plan, side: str, story: Story | None) -> str:
    if not story:
        return f"<p>{side}一条：<span>没有了</span></p>"
    href = f"{_news(plan, story.index)}.htm"
    return f'<p>{side}一条：<a href="{href}">{escape(story.title)}</a></p>'


def _listing(plan: Plan, number: int, pages: int, rows: tuple[Entry, ...]) -> str:
    root = ".." if number == 1 else "../.."
    main = LIST.substitute(
        rows="\n".join(_row(plan, root, n, row) for n, row in enumerate(rows)),
        pager=_pager(number, pages),
        total=len(plan.entries),
        page=number,
        pages=pages,
    )
    return FRAME.substitute(
        head=f"{CRUMBS[-1]}-{plan.name}",
        name=plan.name,
        words=CRUMBS[-1],
        description="",
        root=root,
        sheet="list",
        tree=TREE,
        news=-1,
        owner=OWNER,
        here="",
        main=main,
    )


def _row(plan: Plan, root: str, n: int, entry: Entry) -> str:
    outside = entry.kind in {"external", "bad_link"}
    href = entry.href if outside else f"{root}/{_path(plan, entry)}"
    return ROW.substitute(
        n=n,
        href=escape(href),
        hover="" if entry.story and _is_short(entry.story) else f' title="{escape(entry.title)}"',
        title=escape(cut(entry.title, 20)),
        day=entry.day,
    )


def _pager(number: int, pages: int) -> str:
    """Page p of T is {T-p+1}.htm; links are relative to the page that is read."""

    def href(page: int) -> str:
        if page == 1:
            return "xxyw.htm" if number == 1 else "../xxyw.htm"
        name = f"{pages - page + 1}.htm"
        return f"xxyw/{name}" if number == 1 else name

    def link(kind: str, text: str, page: int, *, on: bool) -> str:
        if not on:
            return f'<span class="p_{kind}_d p_fun_d">{text}</span>'
        return f'<span class="p_{kind} p_fun"><a href="{href(page)}">{text}</a></span>'

    parts = [
        link("first", "首页", 1, on=number > 1),
        link("prev", "上页", number - 1, on=number > 1),
    ]
    for page in range(1, pages + 1):
        no_link = f'<span class="p_no_d">{page}</span>'
        linked = f'<span class="p_no"><a href="{href(page)}">{page}</a></span>'
        parts.append(no_link if page == number else linked)
    parts += [
        link("next", "下页", number + 1, on=number < pages),
        link("last", "尾页", pages, on=number < pages),
    ]
    return "".join(parts)
