"""Home-made sites: no CMS, every seed another mixture of what such pages have been seen to do."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from html import escape

from newscrawl.demo.markup import Page, cut
from newscrawl.demo.model import Byline, Entry, Institute, Piece, Plan, Story
from newscrawl.demo.shape import Files, Shape, number

NAMES = ("海右仪器研究院", "海右院")

# Each table: what stands on institutes' pages (cms.md 1.2, 4.2, 4.3, 4.4); {} is what varies.
TITLES = (
    "<h1>{}</h1>",
    '<h2 class="title">{}</h2>',
    '<div class="bt">{}</div>',
    '<p class="tit" align="center"><b>{}</b></p>',
    '<table width="100%"><tr><td align="center"><font size="5">{}</font></td></tr></table>',
    '<div class="article-title"><span>{}</span></div>',
)
HEADS = ("{title}", "{title}-{name}", "{name}", "{title}_{column}_{name}", "{column}-{name}")
INFOS = (
    '<div class="info">{}</div>',
    '<p class="meta">{}</p>',
    "<h4>{}</h4>",
    '<table width="100%"><tr><td align="center" class="xx">{}</td></tr></table>',
    '<div align="center"><font color="#999999">{}</font></div>',
)
GAPS = ("&nbsp;&nbsp;&nbsp;&nbsp;", "　　", " | ", "</span> <span>", "\n      ", "&emsp;")
COLONS = ("：", ":", "： ", ": ")
SOURCE = ("来源", "信息来源", "文章来源", "稿件来源", "稿源")
AUTHOR = ("作者", "撰稿", "撰稿人", "文字")
DATE = ("发布时间", "发布日期", "时间", "日期", "发表时间", "发稿时间", "")
VIEWS = ("浏览次数", "点击数", "阅读量", "浏览量", "点击", None)
COUNTS = ('<span id="hits"></span>', '<script src="/hits.js?id=7"></script>次', "", "{}", "{}次")
DAYS = (
    "{0:%Y-%m-%d}",
    "{0:%Y/%m/%d}",
    "{0:%Y.%m.%d}",
    "{0:%Y年%m月%d日}",
    "{0.year}年{0.month}月{0.day}日",
)
CRUMB_LABELS = ("您的位置：", "当前位置：", "您现在的位置：", "所在位置:", "位置：", "")
CRUMB_GAPS = (" &gt; ", "&gt;&gt;", " » ", " / ", " → ", " › ")
CRUMB_ENDS = ("", "正文", "{title}")
CRUMB_BOXES = (
    '<div class="position">{}</div>',
    '<p class="dqwz">{}</p>',
    '<div class="crumbs">{}</div>',
)
BODIES = (
    '<div class="content">{}</div>',
    '<div id="zoom">{}</div>',
    '<div class="article-content"><div class="con_text">{}</div></div>',
    '<table width="95%" align="center"><tr><td class="nr">{}</td></tr></table>',
    '<div class="nr_con">{}</div>',
)
PRINT = """<p align="right"><a href="javascript:window.print()">打印</a> |
<a href="javascript:window.close()">关闭</a></p>"""
RELATED = """<div class="rel"><h3>相关新闻</h3><ul>
<li><a href="/news/2.html">海右院举行职工趣味运动会</a></li>
<li><a href="/news/3.html">一季度设备共享目录发布</a></li></ul></div>"""
TOOLS = (
    PRINT,
    '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>',
    '<p>上一篇：<a href="/news/1.html">海右院举行职工趣味运动会</a></p><p>下一篇：没有了</p>',
    '<p>【<a href="javascript:;">打印本页</a>】【<a href="javascript:;">关闭窗口</a>】</p>',
    RELATED,
    "",
)
CARD = """<div class="item"><a href="{href}" class="pic"><img src="/t.jpg" alt=""></a>
<div class="txt"><h3><a href="{href}">{full}</a></h3><p>{title}，更多情况请看正文。</p>
<em>{day}</em></div></div>"""
SPLIT = """<li><div class="date"><b>{dd}</b><i>{mm}</i></div>
<div class="r"><a href="{href}" title="{full}">{title}</a></div></li>"""
ROWS = (
    '<li><span>{day}</span><a href="{href}" title="{full}">{title}</a></li>',
    '<li>· <a href="{href}" target="_blank" title="{full}">{title}</a><span>[{day}]</span></li>',
    '<tr><td><a href="{href}" title="{full}">{title}</a></td><td width="90">{day}</td></tr>',
    '<dl><dt><a href="{href}">{full}</a></dt><dd>{title}详细内容</dd><dd>{day}</dd></dl>',
    '<li><a href="{href}"><span class="t">{full}</span><span class="d">{day}</span></a></li>',
    '<li><a href="{href}" title="{full}">{title}</a></li>',
    CARD,
    SPLIT,
)
LISTS = {"<li": '<ul class="list">{}</ul>', "<tr": "<table>{}</table>", "<dl": "<div>{}</div>"}
NEXTS = ("下一页", "下页", "&gt;", "»", "Next", "后一页", "下一页&gt;&gt;", "›")
PAGES = ("{column}index_{n}.html", "{column}list_{n}.html", "{column}?page={n}", "{column}{n}/")
PAGERS = ("plain", "numbers", "onclick", "select", "rel", "image")


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """What one seed chose."""

    title: str
    head: str
    info: str
    gap: str
    colon: str
    source: str
    author: str
    date: str
    views: str | None
    count: str
    day: str
    order: tuple[int, ...]
    crumb: tuple[str, str, str, str]
    body: str
    inside: str
    outside: str
    row: str
    row_day: str
    next: str
    page: str
    pager: str
    gbk: bool


def skin(seed: int) -> Skin:
    """The mixture of `seed`."""
    draw = random.Random(f"skin:{seed}")  # noqa: S311 - text, not secrets
    order = [0, 1, 2, 3]
    draw.shuffle(order)
    return Skin(
        title=draw.choice(TITLES),
        head=draw.choice(HEADS),
        info=draw.choice(INFOS),
        gap=draw.choice(GAPS),
        colon=draw.choice(COLONS),
        source=draw.choice(SOURCE),
        author=draw.choice(AUTHOR),
        date=draw.choice(DATE),
        views=draw.choice(VIEWS),
        count=draw.choice(COUNTS),
        day=draw.choice(DAYS),
        order=tuple(order),
        crumb=(
            draw.choice(CRUMB_LABELS),
            draw.choice(CRUMB_GAPS),
            draw.choice(CRUMB_ENDS),
            draw.choice(CRUMB_BOXES),
        ),
        body=draw.choice(BODIES),
        inside=draw.choice((*TOOLS, "", "")),
        outside=draw.choice(TOOLS),
        row=draw.choice(ROWS),
        row_day=draw.choice(DAYS),
        next=draw.choice(NEXTS),
        page=draw.choice(PAGES),
        pager=draw.choice(PAGERS),
        gbk=draw.random() < 0.2,
    )


class Homemade(Shape):
    """One mixture."""

    dialects = ("wide", "nbsp", "styled", "div", "word", "br")

    def __init__(self, chosen: Skin) -> None:
        self.skin = chosen
        self.encoding = "gb18030" if chosen.gbk else "utf-8"
        self.charset = "gb2312" if chosen.gbk else "utf-8"
        self.content_type = "text/html"
        self.dated = "{day}" in chosen.row or "{dd}" in chosen.row

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        return f"/news/{day.replace('-', '')}/{number(plan, key, 5)}.html"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else self.skin.page.format(column=self.column, n=number)

    def pager(self, number: int, pages: int) -> str:
        here = f"共{pages}页 第{number}页"
        kind, text = self.skin.pager, self.skin.next
        if kind == "select":
            return f"{here} {self._select(number, pages)}"
        parts = [here]
        if kind in {"numbers", "rel"}:
            parts += [
                str(n) if n == number else f'<a href="{self.page_path(n, pages)}">{n}</a>'
                for n in range(1, pages + 1)
            ]
        if number == pages:
            return " ".join([*parts, f"<span>{text}</span>"])
        href = self.page_path(number + 1, pages)
        shown = {
            "onclick": f'<a href="javascript:;" onclick="location.href=\'{href}\'">{text}</a>',
            "rel": f'<a rel="next" href="{href}">{text}</a>',
            "image": f'<a href="{href}"><img src="/images/next.gif" alt="下一页"></a>',
        }
        return " ".join([*parts, shown.get(kind, f'<a href="{href}">{text}</a>')])

    def _select(self, number: int, pages: int) -> str:
        options = "".join(
            f'<option value="{self.page_path(n, pages)}"{" selected" * (n == number)}>{n}</option>'
            for n in range(1, pages + 1)
        )
        return f'<select onchange="location.href=this.value">{options}</select>'

    def byline(self, story: Story) -> Byline:
        full, chosen = story.byline, self.skin
        shown = full.views if "{" in chosen.count else ""
        return Byline(
            authors=full.authors if story.index % 3 else full.authors or None,
            source=full.source,
            views=shown if chosen.views else None,
        )

    def info(self, byline: Byline, date: str, gap: str = "") -> str:
        del gap
        chosen = self.skin
        parts = [self._label(chosen.date, self._day(chosen.day, date))]
        if byline.source is not None:
            parts.append(self._label(chosen.source, byline.source))
        if byline.authors is not None:
            parts.append(self._label(chosen.author, " ".join(byline.authors)))
        if chosen.views:
            count = chosen.count.format(byline.views) if byline.views else chosen.count
            parts.append(self._label(chosen.views, count.replace("{}", "")))
        order = chosen.order if chosen.date else (0, 1, 2, 3)  # a bare date comes first
        shuffled = [parts[at] for at in order if at < len(parts)]
        return chosen.info.format(f"<span>{chosen.gap.join(shuffled)}</span>")

    def _label(self, label: str, value: str) -> str:
        return f"{label}{self.skin.colon}{value}" if label else value

    def _day(self, form: str, day: str) -> str:
        return form.format(date.fromisoformat(day))

    def article_html(
        self, plan: Plan, story: Story, byline: Byline, pieces: tuple[Piece, ...], files: Files
    ) -> str:
        del files
        chosen = self.skin
        main = "\n".join(
            [
                self._crumb(story.title),
                '<div class="main">',
                chosen.title.format(escape(story.title)),
                self.info(byline, story.published[:10]),
                chosen.body.format(f"{self.body(pieces, story.index)}\n{chosen.inside}"),
                chosen.outside,
                "</div>",
            ]
        )
        head = chosen.head.format(title=story.title, name=plan.name, column=self.crumbs[-1])
        return self.page(plan, head, main)

    def _crumb(self, title: str) -> str:
        label, gap, end, box = self.skin.crumb
        first, second, third = self.crumbs
        parts = [
            f'<a href="/">{first}</a>',
            f'<a href="/news/">{second}</a>',
            f'<a href="{self.column}">{third}</a>',
        ]
        if title and end:
            parts.append(end.format(title=escape(title)))
        return box.format(label + gap.join(parts))

    crumb = Page("")

    def list_html(
        self, plan: Plan, rows: tuple[Entry, ...], pager: str, place: tuple[int, int]
    ) -> str:
        del place
        inner = "\n".join(self.row_html(plan, row) for row in rows)
        box = LISTS.get(self.skin.row[:3], "<div>{}</div>").format(inner)
        return f'{self._crumb("")}<div class="main">{box}<div class="pages">{pager}</div></div>'

    def row_html(self, plan: Plan, entry: Entry) -> str:
        day = entry.day
        return self.skin.row.format(
            href=escape(self.target(plan, entry)),
            full=escape(entry.title),
            title=escape(cut(entry.title, self.cut_at)),
            day=self._day(self.skin.row_day, day),
            dd=day[8:],
            mm=day[:7],
        )


def build(plan: Plan) -> Institute:
    """The pages of one institute; its seed chooses the mixture."""
    return Homemade(skin(plan.seed)).build(plan)
