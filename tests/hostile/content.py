"""Pages that misbehave in what they say: charsets, markup, walls, dates."""

from __future__ import annotations

from collections.abc import Mapping

from tests.hostile.web import BODY, DAY, LAST, TITLE, Ask, Case, a1, article, listing, page, whole

HTML = "Content-Type: text/html"


def coded(
    encoding: str, header: str = "", meta: str = "", text: str = "", bom: bytes = b""
) -> bytes:
    """The article in `encoding`, with what header and meta say about it."""
    told = f"<meta charset='{meta}'>" if meta else ""
    body = bom + article("一号", text, meta=told).encode(encoding)
    return page(body, HTML + (f"; charset={header}" if header else ""))


def body_with(inside: str) -> bytes:
    """The article with `inside` behind its last paragraph."""
    return page(article("一号", inside))


def html(text: str, title: str = "新闻") -> bytes:
    """A page that is no article."""
    return page(f"<html><head><title>{title}</title></head><body>{text}</body></html>")


def titled(title: str) -> bytes:
    return page(article("一号", title=title))


def dated(date: str) -> bytes:
    return page(article("一号", date=date))


def mixed() -> bytes:
    include = "<p>友情链接,网站地图,联系我们</p>".encode("gbk")
    return page(BODY.replace(b"</body>", include + b"</body>"), f"{HTML}; charset=utf-8")


def cut_character() -> bytes:
    told = article("一号", "<p>工作会议</p><p>以后的一段没有坏。</p>", meta="<meta charset='gbk'>")
    body = told.encode("gbk")
    broken = "工作会议".encode("gbk")
    return page(body.replace(broken, broken[:-1]), f"{HTML}; charset=gbk")


SIMPLE, TRADITIONAL = "号关于报道来源发布时间开会议讨论项", "號關於報導來源發佈時間開會議討論項"


def in_big5() -> bytes:
    told = article("一号").translate(str.maketrans(SIMPLE, TRADITIONAL))
    return told.encode("big5")


def undated(answer: bytes, issue: str) -> Case:
    """The article, where its row has no date either."""
    rows = listing("/a1.htm", "/a2.htm", "/a3.htm").replace("2023-02-", "")
    return Case(
        answers={"/a1.htm": answer, "/list": page(rows)},
        record={"title": TITLE, "date_published": None},
        says=LAST,
        issue=issue,
    )


def counted(ask: Ask) -> bytes:
    return body_with(f"<p>阅读次数:{ask.total}99</p>")


def three_headings() -> bytes:
    told = article("一号").replace(
        f"<h1>{TITLE}</h1>",
        f"<h1 id='t'>某某研究所</h1><h1 id='t'>新闻中心</h1><h1 id='t'>{TITLE}</h1>",
    )
    return page(told.replace("</title>", "-某某研究所</title>"))


def xhtml() -> bytes:
    prolog = "<?xml version='1.0' encoding='gb2312'?><!DOCTYPE html>"
    return page((prolog + article("一号")).encode("gbk"), HTML)


MALFORMED = (
    f"<html><head><title>{TITLE}</title><body><b><h1>{TITLE}</b></h1><div>作者:李良 "
    f"发布时间:2023年02月13日<div id=content><p>当 a < b 时,<i>今天<p>本所</i>召开会议,讨论了"
    f"若干工作的安排,并听取了各部门的汇报。<p>{LAST}</div><!-- 没有结束"
)
LATE = article("一号", meta=f"<!--{'x' * 200_000}--><meta charset='gbk'>")
COUNTED = "\n\n".join(
    f"一号的第{n}段:今天,本所召开会议,讨论了第{n}项工作的安排。" for n in range(6)
)
PNG = "<img src='/pic.png'>"
SCRIPT = "<p>前<script>var leak='秘密';</script>后<style>.leak{color:red}</style>一段。</p>"
TRACE = (
    "<h1>Server Error in '/' Application.</h1><h2>Object reference not set</h2>"
    "<pre>Stack trace: at Web.Show.Page_Load(Object sender)</pre>"
)

CHARSETS: Mapping[str, Case] = {
    "no_charset_utf8": whole(coded("utf-8")),
    "no_charset_gbk": whole(coded("gbk")),
    "gbk_declared_utf8": whole(coded("gbk", "utf-8", "utf-8"), issue="charset"),
    "utf8_declared_gbk": whole(coded("utf-8", "gb2312", "gb2312"), issue="charset"),
    "header_latin1_meta_gbk": whole(coded("gbk", "ISO-8859-1", "gb2312")),
    "header_utf8_meta_gbk_bytes_gbk": whole(coded("gbk", "utf-8", "gb2312")),
    "gb2312_rare_chars": whole(coded("gbk", "gb2312", text="<p>镕囧喆三个字。</p>"), says="镕囧喆"),
    "gb18030_four_byte": whole(
        coded("gb18030", "gb2312", text="<p>㐂𠮷两个字。</p>"), says="㐂𠮷两个字"
    ),
    "utf8_bom_header_gbk": whole(coded("utf-8", "GBK", bom=b"\xef\xbb\xbf")),
    "utf16_bom": whole(coded("utf-16-le", bom=b"\xff\xfe")),
    "utf16_header_only": whole(coded("utf-16-be", "utf-16be")),
    "meta_utf16_bytes_utf8": whole(coded("utf-8", meta="utf-16")),
    "mixed_encodings": whole(mixed(), issue="charset"),
    "nul_bytes": whole(page(article("一号").replace("报道", "报\0道\0").replace("所召", "所\0召"))),
    "control_chars": whole(
        titled("关于\x01一号\x1b的\u2028报道\ufeff"), record={"title": "关于一号的 报道"}
    ),
    "bidi_marks": whole(titled("\u202e关于\u200b一号\u2066的\u200f报道\u202c")),
    "charset_unknown": whole(coded("utf-8", "utf8mb4", "utf8mb4")),
    "charset_late_meta": whole(page(LATE.encode("gbk"), HTML)),
    "bad_entities": whole(
        body_with("<p>甲&#xD800;&#0;&#x110000;&#1;乙,实体都是坏的。</p>"), says="乙,实体都是坏的。"
    ),
    "cut_multibyte": whole(
        cut_character(), says="工作会\ufffd\n\n以后的一段没有坏。", issue="charset"
    ),
    "hz_gb_2312": a1(coded("hz", "hz-gb-2312", "hz-gb-2312"), "new"),
    "big5": whole(
        page(in_big5(), f"{HTML}; charset=big5"),
        says="本所召開會議,討論了第5項工作的安排。", record={"title": "關於一號的報導"},
    ),
}  # fmt: skip
MARKUP: Mapping[str, Case] = {
    "nested_100k": whole(page("<div>" * 100_000 + article("一号"))),
    "attr_5mb": whole(body_with(f"<p title='{'x' * 5_000_000}'>长属性的一段。</p>")),
    "text_20mb": a1(body_with(f"<p>{'x' * (20 << 20)}</p>"), "too_big"),
    "malformed": whole(page(MALFORMED)),
    "unclosed_comment_before": a1(
        html(f"<!-- {article('一号').replace('-->', '')}", TITLE), "empty_body"
    ),
    "dup_ids_h1": whole(three_headings()),
    "xml_prolog_gb": whole(xhtml()),
    "frameset": a1(
        page(f"<html><head><title>{TITLE}</title></head><frameset cols='20%,*'>"
             "<frame src='/menu.htm'><frame src='/main.htm'></frameset></html>"), "not_article",
    ),
    "image_only": a1(
        page(f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>作者:李良 "
             f"发布时间:2023年02月13日</div><div id='content'><p>{PNG}</p></div></body></html>"),
        "new", record={"title": TITLE, "date_published": DAY, "body": ""}, issue="little_text body",
    ),
    "title_1mb": a1(titled("长" * 350_000), "new", issue="title_cut title"),
    "csv_injection": whole(titled("=cmd|' /C calc'!A0"), record={"title": "=cmd|' /C calc'!A0"}),
    "log_injection": whole(
        titled("关于一号\r\n2026-01-01 [core] CRITICAL: 假的报道"),
        record={"title": "关于一号 2026-01-01 [core] CRITICAL: 假的报道"},
    ),
    "script_in_text": whole(body_with(SCRIPT), says="前后一段。", never="leak"),
    "redos_meta": whole(dated(f"{' ' * 200_000}2023年02月13日{' ' * 200_000}浏览次数:1")),
}  # fmt: skip
SIXTY = page(listing(*(f"/n{n}.htm" for n in range(60))))
WALLS: Mapping[str, Case] = {
    # With status 200: what it is shows when it is read.
    "challenge_everywhere": Case(
        answers={
            "/list": SIXTY,
            "*": page("<title>Just a moment...</title><script>_cf_chl_opt={}</script>"),
        },
        a1=None,
        held=0,
        most=20,
        code=5,
        told="10 refusals in a row",
    ),
    "js_challenge": a1(
        html("<script>window.$_ts={};$_ts.cd='qk';</script>", ""), "blocked", told="Ruishu"
    ),
    "js_rendered": a1(
        html(f"<div id='app'></div><script>var data={{text:'{LAST * 9}'}}</script>", TITLE),
        "empty_body",
    ),
    "soft404": a1(html("<h1>提示</h1><p>您访问的页面不存在</p>", "页面不存在"), "soft_404"),
    "login_wall": a1(
        html("<p>用户名<input name='u'></p><p>密码<input type='password'></p>", "登录"),
        "restricted",
    ),
    "error_page_200": a1(html(TRACE, "Error"), "http_5xx"),
    "meta_refresh_loop": a1(
        html("<meta http-equiv='refresh' content='0;url=/a1.htm'>"), "empty_body"
    ),
    "meta_refresh_file": a1(
        html("<meta http-equiv='refresh' content='0;url=file:///etc/passwd'>"), "empty_body"
    ),
    "meta_refresh_slideshow": whole(
        page(article("一号", meta="<meta http-equiv='refresh' content='30;url=/'>"))
    ),
    "changing_article": whole(counted, record={"body": COUNTED}),
}  # fmt: skip
DATES: Mapping[str, Case] = {
    "future_date": whole(
        dated("2099-12-31"), record={"date_published": "2099-12-31"}, issue="future_date"
    ),
    "impossible_date": whole(
        dated("2023年02月30日"), record={"date_published": "2023-02-28"}, issue="impossible_date"
    ),
    "cjk_digits_date": whole(dated("２０２３年２月１３日")),
    "short_date": whole(
        dated("2023-2-3 9:05"), record={"date_published": "2023-02-03T09:05:00+08:00"}
    ),
    "impossible_date_alone": undated(dated("2023年02月30日"), "impossible_date"),
    "no_date": undated(
        page(article("一号").replace(" 发布时间:2023年02月13日", "")), "no_date"
    ),
}  # fmt: skip
