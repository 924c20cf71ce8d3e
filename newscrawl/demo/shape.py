"""What most families have in common: a frame, article pages, numbered listing pages.

A family gives its templates and addresses and overrides what is its own; pages of every family go
through `Shape.build`.
"""

from __future__ import annotations

from html import escape
from typing import ClassVar

from newscrawl.demo.maker import (
    Maker,
    body_html,
    digits,
    file_pieces,
    hex_digits,
    listing_pages,
    pictures,
)
from newscrawl.demo.markup import Page, cut
from newscrawl.demo.model import Byline, Entry, Institute, Piece, Plan, Story

Files = tuple[tuple[str, str], ...]
FRAME = Page("""\
<!DOCTYPE html>
<html lang="@@lang">
<head>
<meta charset="@@charset">
<title>@@head</title>
@@meta
</head>
<body>
<div class="header"><div class="logo"><a href="/"><img src="/logo.png" alt="@@name"></a></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/about/">单位概况</a></li>
<li><a href="@@column">新闻中心</a></li><li><a href="/research/">科学研究</a></li>
<li><a href="/contact/">联系我们</a></li></ul></div>
<div class="container">
@@crumb
@@main
</div>
<div class="footer"><p>版权所有：@@name</p><p>地址：某市某路0号　邮编：000000　某ICP备00000000号</p>
@@foot</div>
</body>
</html>
""")
# What government sites declare of an article.
DECLARED = Page("""\
<meta name="ArticleTitle" content="@@title">
<meta name="PubDate" content="@@date">
<meta name="ContentSource" content="@@source">""")


class Shape:
    """One family. Paths are absolute within the site."""

    names: ClassVar[tuple[str, str]]
    crumbs: ClassVar[tuple[str, ...]] = ("首页", "新闻中心", "工作动态")
    column: str = "/news/"
    language: ClassVar[str] = "zh-CN"
    charset: str = "utf-8"
    content_type: str = "text/html; charset=utf-8"
    encoding: str = "utf-8"
    precision: ClassVar[str] = "day"
    rows: ClassVar[int] = 10
    cut_at: ClassVar[int] = 24
    dialects: ClassVar[tuple[str, ...]] = ("wide", "nbsp", "styled", "word")
    frame: ClassVar[Page] = FRAME
    crumb: ClassVar[Page] = Page(
        '<div class="position">当前位置：<a href="/">@@first</a> &gt; <a href="/news/">@@second</a>'
        ' &gt; <a href="@@column">@@third</a></div>'
    )
    meta: ClassVar[str] = ""
    article_head: ClassVar[Page] = Page("")
    foot: ClassVar[str] = ""
    article: ClassVar[Page]
    listing: ClassVar[Page]
    row: ClassVar[Page]
    with_files: ClassVar[bool] = True  # attachments stand in the body
    dated = True  # rows have dates

    def build(self, plan: Plan) -> Institute:
        """The pages of one institute."""
        maker = Maker(
            plan,
            crumbs=self.crumbs,
            encoding=self.encoding,
            content_type=self.content_type,
            precision=self.precision,
        )
        for story in plan.stories:
            self._put(maker, story)
        maker.others(lambda entry: self.target(plan, entry))
        pages = listing_pages(plan, self.rows)
        paths = [self.page_path(number, len(pages)) for number in range(1, len(pages) + 1)]
        for number, rows in enumerate(pages, 1):
            self.put_listing(maker, paths, number, rows)
        self.finish(maker, paths, pages)
        return maker.finish(paths, total=len(pages))

    # What a family must or may say.

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        """The address of an article; `key` is its index (a title for the broken one)."""
        raise NotImplementedError

    def page_path(self, number: int, pages: int) -> str:
        """The address of listing page `number` (from 1) of `pages`."""
        raise NotImplementedError

    def pager(self, number: int, pages: int) -> str:
        """What leads to the other pages."""
        raise NotImplementedError

    def file_path(self, plan: Plan, day: str, name: str) -> str:
        """The address of an attached file."""
        ending = name.rsplit(".", 1)[-1] if "." in name else "pdf"
        return (
            f"/upload/{day[:7].replace('-', '')}/{hex_digits(plan.seed, name, length=16)}.{ending}"
        )

    def image_path(self, plan: Plan, story: Story, number: int) -> str:
        """The address of a picture of the body."""
        return (
            f"/upload/image/{story.published[:4]}/{hex_digits(plan.seed, story.index)}_{number}.jpg"
        )

    def byline(self, story: Story) -> Byline:
        """The labels that the family's meta line prints."""
        full = story.byline
        return Byline(authors=full.authors or None, source=full.source or None)

    def article_values(self, plan: Plan, story: Story, byline: Byline) -> dict[str, object]:
        """What else the article's template takes: the meta line in its pieces."""
        del plan
        people = " ".join(byline.authors or ())
        return {"date": self.printed(story), "source": byline.source or "", "author": people}

    def article_meta(self, plan: Plan, story: Story, byline: Byline) -> str:
        """What the article's head holds beside the family's own."""
        del plan
        return self.article_head.substitute(
            title=escape(story.title), date=self.printed(story), source=byline.source or ""
        )

    def row_values(self, plan: Plan, entry: Entry) -> dict[str, object]:
        """What else the row's template takes."""
        del plan, entry
        return {}

    def finish(self, maker: Maker, paths: list[str], pages: list[tuple[Entry, ...]]) -> None:
        """Further pages: second addresses, endpoints."""

    # What families share.

    def target(self, plan: Plan, entry: Entry) -> str:
        """Where a row leads."""
        if entry.href:
            return entry.href
        if entry.kind == "attachment":
            return self.file_path(plan, entry.day, entry.title)
        story = entry.story
        return self.article_path(plan, story.index if story else entry.title, entry.day)

    def info(self, byline: Byline, date: str, gap: str = "　　") -> str:
        """A meta line of Chinese labels."""
        parts = [f"发布时间：{date}"]
        if byline.source is not None:
            parts.insert(0, f"来源：{byline.source}")
        if byline.authors is not None:
            parts.append(f"作者：{' '.join(byline.authors)}")
        return gap.join(parts)

    def printed(self, story: Story) -> str:
        """The time as the page prints it."""
        length = {"day": 10, "minute": 16, "second": 19}[self.precision]
        return story.published[:length].replace("T", " ")

    def page(self, plan: Plan, head: str, main: str, meta: str = "") -> str:
        """The whole page."""
        first, second, *more = self.crumbs
        crumb = self.crumb.substitute(
            first=first, second=second, third="".join(more[:1]), column=self.column
        )
        return self.frame.substitute(
            lang=self.language,
            charset=self.charset,
            head=escape(head),
            meta="\n".join(part for part in (self.meta, meta) if part),
            name=plan.name,
            column=self.column,
            crumb=crumb,
            main=main,
            foot=self.foot,
        )

    def _put(self, maker: Maker, story: Story) -> None:
        plan, day = maker.plan, story.published[:10]
        path = self.article_path(plan, story.index, day)
        files = tuple(
            (name, self.file_path(plan, day, f"{story.index}{name}")) for name in story.files
        )
        pieces = pictures(story, lambda n: self.image_path(plan, story, n))
        pieces += file_pieces(files) if self.with_files else ()
        byline = self.byline(story)
        maker.article(story, path, byline, pieces, files)
        maker.page(path, self.article_html(plan, story, byline, pieces, files))

    def article_html(
        self, plan: Plan, story: Story, byline: Byline, pieces: tuple[Piece, ...], files: Files
    ) -> str:
        """The page of one article."""
        main = self.article.substitute(
            title=escape(story.title),
            info=self.info(byline, self.printed(story)),
            body=self.body(pieces, story.index),
            files="" if self.with_files else self.files(files),
            **self.article_values(plan, story, byline),
        )
        meta = self.article_meta(plan, story, byline)
        return self.page(plan, f"{story.title}-{plan.name}", main, meta)

    def body(self, pieces: tuple[Piece, ...], index: int) -> str:
        """The body's HTML."""
        return body_html(pieces, self.dialects, index)

    def files(self, files: Files) -> str:
        """Attachments beside the body."""
        rows = (f'<li><a href="{escape(path)}">{escape(name)}</a></li>' for name, path in files)
        return f'<div class="fujian"><h4>附件</h4><ul>{"".join(rows)}</ul></div>' if files else ""

    def put_listing(
        self, maker: Maker, paths: list[str], number: int, rows: tuple[Entry, ...]
    ) -> None:
        """One listing page."""
        plan, path = maker.plan, paths[number - 1]
        maker.rows(path, rows, lambda entry: self.target(plan, entry), dates=self.dated)
        pager = self.pager(number, len(paths)) if len(paths) > 1 else ""
        main = self.list_html(plan, rows, pager, (number, len(paths)))
        maker.page(path, self.page(plan, f"{self.crumbs[-1]}-{plan.name}", main))

    def list_html(
        self, plan: Plan, rows: tuple[Entry, ...], pager: str, place: tuple[int, int]
    ) -> str:
        """The main part of a listing page; `place` is its number and how many there are."""
        return self.listing.substitute(
            rows="\n".join(self.row_html(plan, row) for row in rows),
            pager=pager,
            page=place[0],
            pages=place[1],
            total=len(plan.entries),
            column=self.column,
        )

    def row_html(self, plan: Plan, entry: Entry) -> str:
        """One row."""
        return self.row.substitute(
            href=escape(self.target(plan, entry)),
            full=escape(entry.title),
            title=escape(cut(entry.title, self.cut_at)),
            day=entry.day,
            **self.row_values(plan, entry),
        )


def number(plan: Plan, key: int | str, length: int = 6) -> str:
    """An article's number as a CMS hands it out: it grows. `key` is an index or, once, a title."""
    first = 10 ** (length - 1)
    if isinstance(key, int):
        return str(first + plan.seed % 7 * 100 + key * 3)
    return str(9 * first + int(digits(plan.seed, key, length=length)) % first)
