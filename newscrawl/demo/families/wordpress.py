"""WordPress: /page/2/ listings, time elements, author links, a rel=next in the head."""

from __future__ import annotations

from urllib.parse import quote

from newscrawl.demo.maker import Maker
from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Entry, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("青溪野鸟调查小组", "青溪鸟调组")


class Wordpress(Shape):
    """A list of excerpts; every row links its article three times."""

    column = "/category/news/"
    language = "zh-Hans"
    precision = "minute"
    crumbs = ("首页", "新闻")
    cut_at = 200
    dialects = ("styled", "plain")
    meta = """\
<meta name="generator" content="WordPress 6.4.2" />
<link rel="stylesheet" href="/wp-content/themes/field/style.css" media="all" />
<link rel="https://api.w.org/" href="/wp-json/" />
<link rel="alternate" type="application/rss+xml" title="Feed" href="/feed/" />"""
    crumb = Page(
        '<nav class="breadcrumbs"><a href="/">@@first</a> <span class="sep">/</span> '
        '<a href="@@column">@@second</a>@@third</nav>'
    )
    article_head = Page('<meta property="og:title" content="@@title" />')
    article = Page("""\
<article id="post-1" class="post type-post status-publish format-standard hentry category-news">
<header class="entry-header"><h1 class="entry-title">@@title</h1>
<div class="entry-meta"><span class="posted-on">发布于 <time class="entry-date published"
 datetime="@@stamp">@@date</time></span>@@author</div></header>
<div class="entry-content">
@@body
</div><!-- .entry-content -->@@files
<footer class="entry-footer"><span class="cat-links">分类：<a href="/category/news/">新闻</a></span>
</footer></article>
<nav class="navigation post-navigation"><div class="nav-previous"><a href="/?p=1" rel="prev">\
上一篇文章</a></div></nav>
<div id="comments"><h3 id="reply-title">发表回复</h3></div>""")
    listing = Page("""\
<main id="main" class="site-main"><header class="page-header"><h1>分类：新闻</h1></header>
@@rows
<nav class="navigation pagination"><div class="nav-links">@@pager</div></nav></main>
<aside id="secondary" class="widget-area"><section class="widget widget_archive"><h2>归档</h2>
<ul><li><a href="/2023/10/">2023年10月</a></li><li><a href="/2023/09/">2023年9月</a></li></ul>
</section></aside>""")
    row = Page("""\
<article class="post hentry"><div class="post-thumbnail"><a href="@@href" aria-hidden="true">\
<img src="/wp-content/uploads/t.jpg" alt=""></a></div>
<h2 class="entry-title"><a href="@@href" rel="bookmark">@@full</a></h2>
<div class="entry-meta"><time class="entry-date" datetime="@@day">@@day</time></div>
<div class="entry-summary"><p>@@title&hellip;
<a class="more-link" href="@@href">继续阅读</a></p></div>
</article>""")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        year, month, _ = day.split("-")
        return f"/{year}/{month}/{quote('鸟调')}-{number(plan, key, 5)}/"

    def file_path(self, plan: Plan, day: str, name: str) -> str:
        ending = name.rsplit(".", 1)[-1] if "." in name else "pdf"
        stem = number(plan, name, 8)
        return f"/wp-content/uploads/{day[:7].replace('-', '/')}/{stem}.{ending}"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"{self.column}page/{number}/"

    def pager(self, number: int, pages: int) -> str:
        parts = []
        for page in range(1, pages + 1):
            href = self.page_path(page, pages)
            shown = f'<a class="page-numbers" href="{href}">{page}</a>'
            current = f'<span aria-current="page" class="page-numbers current">{page}</span>'
            parts.append(current if page == number else shown)
        if number < pages:
            href = self.page_path(number + 1, pages)
            parts.append(f'<a class="next page-numbers" href="{href}">下一页</a>')
        return "\n".join(parts)

    def put_listing(
        self, maker: Maker, paths: list[str], number: int, rows: tuple[Entry, ...]
    ) -> None:
        super().put_listing(maker, paths, number, rows)
        if number < len(paths):
            html = maker.pages[paths[number - 1]].body.decode()
            link = f'<link rel="next" href="{paths[number]}" />\n</head>'
            maker.page(paths[number - 1], html.replace("</head>", link, 1))

    def byline(self, story: Story) -> Byline:
        return Byline(authors=story.byline.authors or None)

    def article_values(self, plan: Plan, story: Story, byline: Byline) -> dict[str, object]:
        del plan
        names = "、".join(byline.authors or ())
        author = (
            '<span class="byline"> 作者：<span class="author vcard"><a class="url fn n"'
            f' href="/author/1/" rel="author">{names}</a></span></span>'
        )
        return {
            "date": self.printed(story),
            "stamp": f"{story.published[:16]}:00+08:00",
            "author": author if names else "",
        }


build = Wordpress().build
