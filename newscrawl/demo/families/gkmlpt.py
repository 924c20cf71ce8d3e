"""Guangdong gkmlpt: a shell page with a number in its script; the rows come as JSON, 100 a page."""

from __future__ import annotations

import json
from datetime import datetime

from newscrawl.demo.maker import Maker
from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Entry, Handler, Plan, Request, Response, Story
from newscrawl.demo.shape import DECLARED, Shape, number

NAMES = ("南浦市港口事务局", "南浦港口局")
API = "/gkmlpt/api/all/1205"
SIZE = 100


class Gkmlpt(Shape):
    """The list is what the endpoint gives; its date is seconds since 1970."""

    column = "/gkmlpt/index"
    precision = "minute"
    rows = SIZE
    crumbs = ("首页", "政府信息公开", "工作动态")
    article_head = DECLARED
    article = Page("""\
<div class="article"><h1 class="article-title">@@title</h1>
<div class="date-row">来源：@@source　发布时间：@@date　【打印】　【字体：大 中 小】</div>
<div class="article-content">
@@body
</div>@@files</div>""")
    listing = Page("""\
<div id="gkmlpt-app"></div>
<script>window._CONFIG = {SID: '2', SITE_NAME: '南浦市港口事务局', COLUMN_ID: '1205',
 LOGO: '', MODULES: []};</script>
<script src="/gkmlpt/dist/js/app.js"></script>@@rows@@pager""")
    row = Page("@@href@@full@@title@@day")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"/gkmlpt/content/4/4123/post_{number(plan, key, 7)}.html"

    def page_path(self, number: int, pages: int) -> str:
        del number, pages
        return self.column

    def pager(self, number: int, pages: int) -> str:
        del number, pages
        return ""

    def put_listing(
        self, maker: Maker, paths: list[str], number: int, rows: tuple[Entry, ...]
    ) -> None:
        """Only the shell; the rows come from the handler."""
        del paths, number, rows
        main = self.listing.substitute(rows="", pager="")
        maker.page(self.column, self.page(maker.plan, self.crumbs[-1], main))

    def finish(self, maker: Maker, paths: list[str], pages: list[tuple[Entry, ...]]) -> None:
        paths[:] = [self.column, API]
        maker.handlers[API] = self._handler(maker.plan, pages)

    def _handler(self, plan: Plan, pages: list[tuple[Entry, ...]]) -> Handler:
        def answer(request: Request) -> Response:
            asked = int(request.args.get("page") or 1)
            rows = pages[asked - 1] if 0 < asked <= len(pages) else ()
            body = {
                "classify": {"id": 1205, "name": "工作动态"},
                "total": len(plan.entries),
                "articles": [self._json(plan, row) for row in rows],
            }
            text = json.dumps(body, ensure_ascii=False)
            return Response(headers={"Content-Type": "application/json"}, body=text.encode())

        return answer

    def _json(self, plan: Plan, entry: Entry) -> dict[str, object]:
        noon = datetime.fromisoformat(f"{entry.day}T12:00:00+08:00")
        return {
            "id": int(number(plan, entry.title, 7)),
            "title": entry.title,
            "url": self.target(plan, entry),
            "publisher": plan.name,
            "created_at": f"{entry.day} 12:00:00",
            "display_publish_time": int(noon.timestamp()),
        }

    def byline(self, story: Story) -> Byline:
        return Byline(source=story.byline.source)


build = Gkmlpt().build
