"""Drupal: ?page= counted from zero, views-row lists, field--name-body articles."""

from __future__ import annotations

from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Plan, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("北屿地质调查院", "北屿地调院")


class Drupal(Shape):
    """The classes of Drupal 9's own theme."""

    column = "/news"
    language = "zh-hans"
    crumbs = ("首页", "新闻")
    cut_at = 200
    dialects = ("plain",)
    meta = """\
<meta name="Generator" content="Drupal 9 (https://www.drupal.org)" />
<link rel="stylesheet" media="all" href="/sites/default/files/css/css_a.css" />"""
    crumb = Page("""\
<nav class="breadcrumb" role="navigation" aria-labelledby="system-breadcrumb">
<h2 id="system-breadcrumb" class="visually-hidden">面包屑</h2>
<ol><li><a href="/">@@first</a></li><li><a href="@@column">@@second</a>@@third</li></ol></nav>""")
    article = Page("""\
<h1 class="page-title"><span class="field field--name-title field--type-string">@@title</span></h1>
<article role="article" class="node node--type-news node--view-mode-full">
<footer class="node__meta"><div class="node__submitted">@@author\
<time datetime="@@date">@@date</time></div></footer>
<div class="node__content"><div class="clearfix text-formatted field field--name-body
 field--type-text-with-summary field--label-hidden field__item">
@@body
</div>@@files</div></article>""")
    listing = Page("""\
<h1 class="page-title">新闻</h1><div class="views-element-container"><div class="view view-news">
<div class="view-content">
@@rows
</div>
<nav class="pager" role="navigation"><h4 class="visually-hidden">分页</h4>
<ul class="pager__items js-pager__items">@@pager</ul></nav></div></div>""")
    row = Page("""\
<div class="views-row"><div class="views-field views-field-title"><span class="field-content">\
<a href="@@href" hreflang="zh-hans">@@full</a></span></div>
<div class="views-field views-field-created"><time datetime="@@day">@@day</time></div>
<div class="views-field views-field-body"><p>@@title</p></div></div>""")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"/node/{number(plan, key, 5)}"

    def file_path(self, plan: Plan, day: str, name: str) -> str:
        ending = name.rsplit(".", 1)[-1] if "." in name else "pdf"
        return f"/sites/default/files/{day[:7]}/{number(plan, name, 8)}.{ending}"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"{self.column}?page={number - 1}"

    def pager(self, number: int, pages: int) -> str:
        parts = []
        for page in range(1, pages + 1):
            active = " is-active" * (page == number)
            link = f'<a href="?page={page - 1}" title="">{page}</a>'
            parts.append(f'<li class="pager__item{active}">{link}</li>')
        if number < pages:
            parts.append(
                f'<li class="pager__item pager__item--next"><a href="?page={number}" rel="next">'
                '<span class="visually-hidden">下一页</span>'
                '<span aria-hidden="true">››</span></a></li>'
            )
        return "".join(parts)

    def byline(self, story: Story) -> Byline:
        return Byline(authors=story.byline.authors or None)

    def article_values(self, plan: Plan, story: Story, byline: Byline) -> dict[str, object]:
        del plan
        names = "、".join(byline.authors or ())
        return {"date": self.printed(story), "author": f"作者：{names} | " if names else ""}


build = Drupal().build
