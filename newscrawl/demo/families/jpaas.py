"""Hanweb jpaas: an empty column page whose rows come as HTML inside JSON."""

from __future__ import annotations

import json
from html import escape

from newscrawl.demo.maker import Maker, hex_digits
from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Entry, Handler, Plan, Request, Response, Story
from newscrawl.demo.shape import DECLARED, Shape

NAMES = ("海右省装备工业厅", "海右装备厅")
API = "/api-gateway/jpaas-publish-server/front/page/build/unit"
QUERY = {
    "webId": "8d828e408d90447786ddbe128d495e9e",
    "pageId": "1b56e5adc362428299dfc3eb444fe23a",
    "parseType": "bulidstatic",
    "pageType": "column",
    "tagId": "右侧内容",
    "tplSetId": "209741b2109044b5b7695700b2bec37e",
}


class Jpaas(Shape):
    """Only `paramJson` chooses the page; a flat pageNo is ignored and gives page 1 for ever."""

    column = "/gzdt/zhyw/index.html"
    precision = "minute"
    cut_at = 28
    article_head = DECLARED
    article = Page("""\
<div class="cmain"><h1 id="con_title">@@title</h1>
<p class="cinfo"><span id="con_time">发布时间：@@date</span><span>来源：@@source</span></p>
<div class="ccontent center" id="con_con">
@@body
</div>@@files</div>""")
    listing = Page("""\
<div class="lmain"><div id="page-content" class="page-content" url="@@api" queryData="@@query">
</div></div>
<script type="text/javascript" src="/cms_files/jcms1/jpaas-publish/unit.js"></script>
@@rows@@pager""")
    row = Page(
        '<li class="cf"><a href="@@href" title="@@full" target="_blank">@@title</a>'
        '<span class="fr">@@day</span></li>'
    )

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        return f"/gzdt/zhyw/art/{day[:4]}/art_{hex_digits(plan.seed, key)}.html"

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
        del paths, rows
        if number == 1:
            query = escape(str(QUERY), quote=False)
            main = self.listing.substitute(api=API, query=query, rows="", pager="")
            maker.page(self.column, self.page(maker.plan, self.crumbs[-1], main))

    def finish(self, maker: Maker, paths: list[str], pages: list[tuple[Entry, ...]]) -> None:
        del pages
        paths[:] = [self.column, API]
        maker.handlers[API] = self._handler(maker.plan)

    def _handler(self, plan: Plan) -> Handler:
        def answer(request: Request) -> Response:
            asked = json.loads(request.args.get("paramJson") or "{}")
            number, size = int(asked.get("pageNo", 1)), int(asked.get("pageSize", self.rows))
            rows = plan.entries[(number - 1) * size : number * size]
            html = "".join(self.row_html(plan, row) for row in rows)
            pager = f'<div class="pagination" rows="{size}" count="{len(plan.entries)}"></div>'
            html = f'<div class="page-content"><ul>{html}</ul></div>{pager}'
            body = {"success": True, "code": "200", "message": "", "data": {"html": html}}
            if request.args.get("webId") != QUERY["webId"]:
                body = {"success": False, "code": "500", "message": "参数错误", "data": None}
            text = json.dumps(body, ensure_ascii=False)
            headers = {"Content-Type": "application/json;charset=UTF-8"}
            return Response(headers=headers, body=text.encode())

        return answer

    def byline(self, story: Story) -> Byline:
        return Byline(source=story.byline.source)


build = Jpaas().build
