"""ASP.NET: one address for all pages; the next one is a post-back with every hidden field."""

from __future__ import annotations

from newscrawl.demo.maker import Maker, digits, hex_digits, listing_pages
from newscrawl.demo.markup import Page
from newscrawl.demo.model import Byline, Entry, Handler, Plan, Request, Response, Story
from newscrawl.demo.shape import Shape, number

NAMES = ("临岚医学院附属医院", "临岚附院")


class Aspnet(Shape):
    """A post without the page's own hidden fields gives page 1 again."""

    column = "/NewsList.aspx?id=3"
    precision = "minute"
    crumbs = ("首页", "新闻中心", "医院动态")
    article = Page("""\
<form method="post" action="./NewsDetail.aspx" id="form1">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUK0" />
<div class="xq"><span id="lblTitle" class="tit">@@title</span>
<div class="xx"><span id="lblInfo">@@info</span>　点击数：<span id="lblHits">@@views</span></div>
<div class="nr"><span id="lblContent">
@@body
</span></div>@@files</div></form>""")
    listing = Page("""\
<form method="post" action="./NewsList.aspx?id=3" id="form1">
<div class="aspNetHidden">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />
<input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="@@state" />
<input type="hidden" name="__VIEWSTATEGENERATOR" id="__VIEWSTATEGENERATOR" value="8A1F02BC" />
<input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="@@valid" />
</div>
<script type="text/javascript">
function __doPostBack(eventTarget, eventArgument) {
 var theForm = document.forms['form1'];
 theForm.__EVENTTARGET.value = eventTarget; theForm.__EVENTARGUMENT.value = eventArgument;
 theForm.submit(); }
</script>
<input name="txtKey" type="text" id="txtKey" value="" />
<table class="newslist" id="gvList">
@@rows
</table>
<div id="AspNetPager1">@@pager</div></form>""")
    row = Page("""\
<tr><td><a href="@@href" title="@@full" target="_blank">@@title</a></td>\
<td align="right">@@day</td></tr>""")

    def article_path(self, plan: Plan, key: int | str, day: str) -> str:
        del day
        return f"/NewsDetail.aspx?id={number(plan, key, 5)}"

    def page_path(self, number: int, pages: int) -> str:
        del pages
        return self.column if number == 1 else f"{self.column}#{number}"

    def pager(self, number: int, pages: int) -> str:
        def link(text: str, page: int, *, on: bool) -> str:
            if not on:
                return f'<a disabled="disabled">{text}</a>'
            return f"<a href=\"javascript:__doPostBack('AspNetPager1','{page}')\">{text}</a>"

        return " ".join(
            [
                link("首页", 1, on=number > 1),
                link("上一页", number - 1, on=number > 1),
                *(link(str(n), n, on=n != number) for n in range(1, pages + 1)),
                link("下一页", number + 1, on=number < pages),
                link("尾页", pages, on=number < pages),
            ]
        )

    def put_listing(
        self, maker: Maker, paths: list[str], number: int, rows: tuple[Entry, ...]
    ) -> None:
        """All pages are the handler's; only the rows are noted here."""
        maker.rows(paths[number - 1], rows, lambda entry: self.target(maker.plan, entry))

    def finish(self, maker: Maker, paths: list[str], pages: list[tuple[Entry, ...]]) -> None:
        del pages
        maker.handlers["/NewsList.aspx"] = self._handler(maker.plan)
        paths[:] = [self.column]

    def _handler(self, plan: Plan) -> Handler:
        pages = listing_pages(plan, self.rows)
        html = [self._list_html(plan, n, rows, len(pages)) for n, rows in enumerate(pages, 1)]

        def answer(request: Request) -> Response:
            args, page = request.args, 1
            whole = {"__VIEWSTATE", "__VIEWSTATEGENERATOR", "__EVENTVALIDATION"}
            right = args.get("__EVENTTARGET") == "AspNetPager1" and whole <= args.keys()
            if request.method == "POST" and right:
                seen = args["__VIEWSTATE"].partition("-")[2]
                known = seen.isdigit() and args == args | self._fields(int(seen))
                page = min(int(args["__EVENTARGUMENT"]), len(pages)) if known else 1
            headers = {"Content-Type": self.content_type}
            return Response(headers=headers, body=html[page - 1].encode())

        return answer

    def _fields(self, page: int) -> dict[str, str]:
        return {
            "__VIEWSTATE": f"/wEPDwUK{hex_digits('state', page, length=24)}-{page}",
            "__EVENTVALIDATION": f"/wEdAA{hex_digits('valid', page, length=24)}",
        }

    def _list_html(self, plan: Plan, number: int, rows: tuple[Entry, ...], pages: int) -> str:
        fields = self._fields(number)
        main = self.listing.substitute(
            state=fields["__VIEWSTATE"],
            valid=fields["__EVENTVALIDATION"],
            rows="\n".join(self.row_html(plan, row) for row in rows),
            pager=self.pager(number, pages),
        )
        return self.page(plan, self.crumbs[-1], main)

    def byline(self, story: Story) -> Byline:
        full = story.byline
        return Byline(
            authors=full.authors or None,
            source=full.source or None,
            views=full.views or digits("views", story.title, length=3),
        )

    def article_values(self, plan: Plan, story: Story, byline: Byline) -> dict[str, object]:
        del plan, story
        return {"views": byline.views}


build = Aspnet().build
