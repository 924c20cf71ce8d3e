"""Pages made to hurt: what `benchmarks.worst` reads, a family of each kind that once took long."""

from __future__ import annotations

from collections.abc import Callable

from tests.extract.article.test_bounds import ENDLESS

_ROW = '<li><a href="/a/{n}.html">第{n}次学术报告会在本所举行</a><span>2023-01-01</span></li>'
_TEXT = "课题组完成了新一代低温材料的疲劳试验，结果得到了与会专家的肯定。"
_BELOW = "<i>甲</i>" * 55_000
_MIB = 1 << 20


def page(body: str, head: str = "", title: str = "学术报告会在本所举行", meta: str = "") -> str:
    """An article page round what hurts."""
    return (
        f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>"
        f"<div>来源：科研处 发布时间：2023-02-13 {meta}</div><div class=content><p>{_TEXT}</p>"
        f"{body}</div></body></html>"
    )


def _each(one: str, many: int) -> str:
    """The same many times over, numbered."""
    return "".join(one.replace("{n}", str(n)) for n in range(many))


def _list(behind: str) -> str:
    """A list of twenty rows before what hurts."""
    return _each(_ROW, 20) + behind


WORST: dict[str, Callable[[], str]] = {
    "100,000 links": lambda: "".join(_ROW.format(n=n) for n in range(100_000)),
    "300,000 bare links": lambda: "".join(f"<a href=/{n}.html>新闻{n}</a>" for n in range(300_000)),
    "links of one name each": lambda: "".join(
        f"<div class=c{n}><a href=/{n}.html>学术报告会在本所举行</a></div>" for n in range(40_000)
    ),
    "links nested in lists": lambda: "".join(
        f"<ul><li><a href=/{n}/1.html>学术报告会</a>" for n in range(100_000)
    ),
    "16 MiB of <a>": lambda: "<a>" * (16 * _MIB // 3),
    "16 MiB of <a href>": lambda: "<a href=/1.htm>x" * _MIB,
    "100,000 nested div": lambda: page("<div>" * 100_000 + _TEXT),
    "nested div with text": lambda: page(f"<div>{_TEXT}" * 30_000),
    "nested headings": lambda: "<h1>" * 900 + "<h1></h1>" * 42_000,
    "nested menus": lambda: "<div class=login><main>" * 900 + "<i>甲</i>" * 55_000,
    "links in links": lambda: (
        "".join(f"<div><a href=/{n}.htm>{_ROW}" for n in range(1000)) + _BELOW
    ),
    "calls in calls": lambda: (
        "".join(f"<div onclick=\"location='/{n}.htm'\">学术报告会" for n in range(1900)) + _BELOW
    ),
    "rows in rows": lambda: (
        "".join(f"<ul><li><a href=/{n}.htm>学术报告会在本所举行</a>" for n in range(1000)) + _BELOW
    ),
    "functions": lambda: (
        f"<script>{''.join(f'function f{n}(a){{location=a}}' for n in range(15_000))}</script>"
        + "".join(f"<li><a onclick=f{n}('/{n}.htm')>学术报告会</a>" for n in range(6_000))
    ),
    "marks on a letter": lambda: page("<p>a" + "\u0301\u0323" * 600_000),
    "rows of labels": lambda: page(
        "<p>索引号：1 发文机关：某局 文号：某发〔2023〕1号 成文日期：2023-02-13</p>" * 40_000
    ),
    "datelines": lambda: page("<p>MILLBROOK, May 9, 2024 (Newswire) -- All agreed.</p>" * 60_000),
    "nested tables": lambda: page("<table><tr><td>" * 50_000 + _TEXT),
    "5 MB attribute": lambda: page(f"<img src='data:image/png;base64,{'A' * 5_000_000}'>"),
    "5 MB class": lambda: page(f"<p class='{'a ' * 2_500_000}'>{_TEXT}</p>"),
    "60,000 attributes": lambda: page("<p " + " ".join(f"a{n}='<>'" for n in range(60_000)) + ">"),
    "20 MB text node": lambda: page(f"<p>{'字' * 7_000_000}</p>"),
    "text without a mark": lambda: page(f"<p>{'a' * 8_000_000}</p>"),
    "blanks in the meta line": lambda: page("", meta=f"作者：{' ' * 200_000}某人{'　' * 99_999}"),
    "colons": lambda: page("", meta="作者：" * 60_000),
    "1 MB title": lambda: page("", title="标题 - " * 200_000),
    "50,000 cells": lambda: page(f"<table>{'<tr><td>甲</td><td>乙</td></tr>' * 25_000}</table>"),
    "100,000 paragraphs": lambda: page(f"<p>{_TEXT}</p>" * 100_000),
    "100,000 spans": lambda: page("<p>" + "<span>字</span>" * 100_000),
    "500,000 line breaks": lambda: page(_TEXT + "<br>" * 500_000),
    "40,000 pictures": lambda: page("".join(f"<img src=/{n}.jpg>" for n in range(40_000))),
    "60,000 files": lambda: page("".join(f"<a href=/{n}.pdf>附件</a>" for n in range(60_000))),
    "100,000 meta": lambda: page("", head="<meta name=author content=某人>" * 100_000),
    "scripts": lambda: page("<script>document.write('x')</script>" * 60_000),
    "pager calls": lambda: page(f"<script>{'createPageHTML(' * 500_000}</script>"),
    "comments": lambda: page("<!--<$[来源]>begin-->" * 200_000),
    "references": lambda: page("&#1;&lt;&nbsp;" * 500_000),
    "brackets": lambda: page(f"<p>{'（记者 ' * 300_000}</p>"),
    "dates": lambda: page("<p>2023-02-13 </p>" * 60_000 + "2023年2月13日" * 60_000),
    "crumbs": lambda: page(f"<div>您的位置：{'首页 > ' * 200_000}</div>"),
    "microdata": lambda: page("<span itemprop=author>" * 100_000),
    "deep JSON-LD": lambda: page("", head=f"<script type=application/ld+json>{'[' * 999_999}"),
    "a string of JSON without end": lambda: (
        '<body><div id=app></div><script>JSON.parse("{'
        + r"\"k\":\"v\"," * 80_000
        + "</script></body>"
    ),
    "first numerals of no day": lambda: page(f"<p>{'二元' * 400_000}</p>"),
    "a list named for rows": lambda: "<ul>" + "<record>" * 300_000,
}

WORST |= {f"no end of {name}": made for name, made in ENDLESS.items()}

# Found by trying two hundred families, each by what it took seconds with.
WORST |= {
    "links of a pager": lambda: _list(
        f"<div class=page>{_each('<a href=index_{n}.html>{n}</a>', 50_000)}"
    ),
    "links to the next page": lambda: _list("<a href=index_2.html>下一页</a>" * 50_000),
    "pagers in pagers": lambda: _list("<div class=pagination>" * 1500 + "<i>1</i>" * 50_000),
    "a jump box": lambda: _list(
        f"<select name=page>{_each('<option value=index_{n}.html>第{n}页', 80_000)}"
    ),
    "forms in forms": lambda: _list(
        "<form>" * 500 + "<div><form action=/x>" * 400 + "<input name=page value=2>" * 50_000
    ),
    "passwords in forms": lambda: (
        f"<h1>登录</h1>{'<div><form>' * 900}{'<input type=password>' * 40_000}"
    ),
    "buttons in buttons": lambda: _list("<div onclick=go(2)>" * 1900 + "<i>1</i>" * 50_000),
    "pictures in links": lambda: "<div><a href=/1.htm>" * 900 + "<img src=/1.jpg>" * 50_000,
    "rows parted by breaks": lambda: _each(
        "<a href=/{n}.html>第{n}次学术报告会</a> 2023-01-01<br>", 40_000
    ),
    "rows of a dl": lambda: _each("<dt><a href=/{n}.html>第{n}次报告会</a><dd>2023-01-01", 30_000),
    "rows of a table": lambda: _each(
        "<tr><td><a href=/{n}.html>第{n}次学术报告会在本所举行</a><td>2023-01-01<td>科研处", 20_000
    ),
    "rows of one class each": lambda: _each(
        "<div class=c{n}><p class=d{n}><a href=/{n}.html>第{n}次学术报告会在本所举行</a></p></div>",
        25_000,
    ),
    "rows of forty classes": lambda: "".join(
        f"<div class=c{'x' * (n % 40)}><a href=/a/{n}.html>第{n}次学术报告会在本所举行</a></div>"
        for n in range(10_000, 30_000)
    ),
    "rows of many dates": lambda: _each(
        f"<li><a href=/{{n}}.html>第{{n}}次学术报告会</a>{'2023-01-01 ' * 40}", 6_000
    ),
    "rows of one address": lambda: "<li><a href=/1.html>学术报告会在本所举行</a>01-01" * 40_000,
    "rows of pictures": lambda: _each(
        "<li><a href=/{n}.html><img src=/{n}.jpg alt='第{n}次学术报告会在本所举行'></a>", 25_000
    ),
    "rows of hosts in Chinese": lambda: _each(
        "<li><a href='http://中{n}.国/{n}.html'>第{n}次学术报告会</a>", 6_000
    ),
    "rows of long addresses": lambda: _each(
        f"<li><a href='/{'%41' * 300}{{n}}.html'>第{{n}}次学术报告会</a>", 5_000
    ),
    "a long base": lambda: page(
        _each("<a href={n}.pdf>附件</a>", 20_000),
        head=f"<base href='http://a.example/{'a/' * 3000}'>",
    ),
    "a row of links": lambda: (
        f"<ul><li>{_each('<a href=/{n}.html>第{n}次学术报告会在本所举行</a>', 100_000)}"
    ),
    "a paragraph of links": lambda: page(
        f"<p>{_each('<a href=/{n}.html>第{n}次学术报告会</a>，', 100_000)}"
    ),
    "cards": lambda: _each(
        f"<div class=card><a href=/{{n}}.html>第{{n}}次报告会</a><p>第{{n}}段{_TEXT}</p></div>",
        20_000,
    ),
    "links to writers": lambda: page(_each("<a rel=author href=/p/{n}>Anna Keller</a> ", 50_000)),
    "lines of files": lambda: page(
        _each("<p>附件{n}：<a href=/{n}.pdf>第{n}次学术报告会.pdf</a></p>", 20_000)
    ),
    "lines of other news": lambda: page(
        _each("<p>相关阅读：<a href=/{n}.html>第{n}次学术报告会在本所举行</a></p>", 30_000)
    ),
    "hidden paragraphs": lambda: page(
        _each(f"<div style='display:none'><p>第{{n}}段{_TEXT}</p></div>", 30_000)
    ),
    "dated lines": lambda: page(
        _each("<p>Updated 9 February 2023 at 9.05am by Anna Keller {n}</p>", 30_000)
    ),
    "signed lines": lambda: page(_each("<p>（记者 王小明 通讯员 李良{n}）</p>", 30_000)),
    "a source line a character": lambda: page(f"<p>{'字' + chr(10)}" * 1_500_000),
    "a heading of megabytes": lambda: page("", title="学术报告会 " * 300_000),
    "ways home": lambda: "首 页&nbsp;<>  <  a 1a" * 60_000,
    "addresses of data": lambda: page(
        _each(f"<a href='data:text/html;base64,{'A' * 80}{{n}}'>附件</a>", 40_000)
    ),
    "links that post a form": lambda: _list(
        f"<form>{'<input type=hidden name=a>' * 50_000}"
        + "<a href=\"javascript:__doPostBack('a','b')\">下一页</a>" * 6_000
    ),
    "links that fill a form in": lambda: _list(
        f"<form>{'<input type=hidden name=a>' * 50_000}"
        + "<a href='javascript:go(2)'>下一页</a>" * 6_000
    ),
    "a call of many names": lambda: _list(
        f"<script>{'createPageHTML' * 500_000}</script>"
        f"<a href='javascript:' onclick='{'next' * 500_000}'>下一页</a>"
    ),
    "a script of blanks": lambda: f"<script>location='/1.htm'{' ' * 100_000}x</script>",
    "records before blanks": lambda: (
        "<record><a href=/1.html>第一次学术报告会</a></record>" * 20
        + f"<totalrecord>{' ' * 100_000}<nextgroup>{' ' * 100_000}<"
    ),
    "records beside a proxy": lambda: (
        "<record><a href=/1.html>第一次学术报告会</a></record>" * 20
        + f"'{'dataproxy.jsp' * 100_000} "
    ),
    "a unit of many paths": lambda: _list(
        f"""<script>queryData="{{'webId':'1'}}";'{"/front/page/build/unit" * 50_000} </script>"""
    ),
    "addresses for a script": lambda: _each("<script>fetch('/api/list{n}');</script>", 10_000),
    "sums for a script": lambda: _each("<script>fetch('/api/list?a='+v{n}+b+c+d);</script>", 7_000),
    "arrays in arrays": lambda: f"<div id=app></div><script>{'[{' * 300_000}</script>",
    "numbers in arrays": lambda: (
        f"<div id=app></div><script>var a=[{('{d:' + '7' * 2_900 + '},') * 400}];</script>"
    ),
    "arrays of blanks": lambda: (
        f"<div id=app></div><script>{'[{' * 40}{('{' + ' ' * 2_900 + '}') * 200}</script>"
    ),
    "a function of many steps": lambda: (
        f"<script>function f(a){{{'x=' * 1400}}}</script>"
        + _each("<li><a onclick=f({n})>学术报告会</a>", 6_000)
    ),
    "numbers far apart": lambda: _list(
        f"{'<div>' * 88}<a href=index_2.html>2</a>{'<i>x</i>' * 50_000}{'</div>' * 88}"
        "<a href=index_3.html>3</a>"
    ),
    "boxes before a list": lambda: (
        _each("<div><a href=/{n}.html>第{n}次学术报告会在本所举行</a>13.45</div>", 3_000)
        + f"<ul>{_each('<li><a href=/9{n}.html>第{n}次学术报告会</a>01-01</li>', 3_020)}</ul>"
    ),
    "rows in rows of a family": lambda: (
        '<div class=pageList id="ivs_list">' + ("<li>" * 600 + "</li>" * 600) * 130
    ),
    "addresses of dashes": lambda: _each(
        f"<li><a href='/{'-' * 1_900}{{n}}.html'>第{{n}}次学术报告会</a>", 4_000
    ),
    "addresses of letters": lambda: _each(
        f"<li><a href='/{{n}}/{'a' * 1_900}'>第{{n}}次学术报告会</a>", 4_000
    ),
    "addresses of pairs": lambda: _each(
        f"<li><a href='/{{n}}/{'a-' * 950}.html'>第{{n}}次学术报告会</a>", 4_000
    ),
    "lines of brackets": lambda: page(f"<p>{'（' * 390}编评论备</p>" * 2_000),
    "rows of months": lambda: _each(
        f"<li><a href=/{{n}}.html>第{{n}}次</a>{'jan' * 130}</li>", 1_500
    ),
    "a feed": lambda: (
        "<?xml version='1.0'?><rss><channel>"
        + _each(
            "<item><title>第{n}次学术报告会</title><link>http://institute.example/{n}.html</link>"
            "<pubDate>Mon, 13 Feb 2023 09:05:00 GMT</pubDate></item>",
            30_000,
        )
    ),
    "a sitemap": lambda: (
        "<urlset>"
        + _each("<url><loc>http://institute.example/a/{n}.html</loc><lastmod>2023-02-13", 50_000)
    ),
    "a sitemap of pictures": lambda: (
        "<urlset>"
        + _each(
            "<url><loc>http://institute.example/a/{n}.html</loc>"
            + "<image:image><image:loc>/{n}.jpg</image:loc></image:image>" * 3,
            50_000,
        )
    ),
    "fields of a feed without end": lambda: "<rss><item>" + "<guid a=''>甲" * 900_000,
    "tags of a feed without end": lambda: "<rss><item><title>" + "<a>x" * 4_000_000,
    "references in a feed": lambda: "<rss>" + f"<item><title>{'&lt;b&gt;' * 20}</title>" * 50_000,
    "titles of dates": lambda: _each(
        f"<li><a href=/{{n}}.html>{'2023-01-01 ' * 100}{{n}}</a>", 6_000
    ),
    "titles of months": lambda: _each(f"<li><a href=/{{n}}.html>{'Feb 3, ' * 150}{{n}}</a>", 6_000),
    "texts on all levels": lambda: f"<div><a href=/1.html>{_TEXT * 40}</a>" * 1_900,
    "rows of numbers": lambda: (
        "<table>"
        + _each(f"<tr>{'<td>{n}</td>' * 5}<td><a href=/a/{{n}}.html>第{{n}}次学术报告会", 13_000)
    ),
    "a feed of references": lambda: f"<rss><item><title>{'&amp;' * 3_000_000}",
    "empty boxes in the meta line": lambda: page("", meta=f"某报{'<i></i>' * 55_000}某网"),
    "lists of columns": lambda: _each(
        "<div><h2><a href=/{n}/>栏目{n}</a></h2>"
        + "<p><a href=/{n}/1.html>学术报告会在本所举行</a> 01-01</p>" * 7
        + "</div>",
        3_000,
    ),
    "rows that a call opens": lambda: _each(
        "<li onclick=\"go('{n}','a')\"><a href='javascript:void(0)'>第{n}次学术报告会</a>", 35_000
    ),
    "rows of days ago": lambda: _each(
        "<li><a href=/a/{n}.html>第{n}次学术报告会</a> 3小时前", 30_000
    ),
    "rows with summaries": lambda: _each(
        f"<li><a href=/a/{{n}}.html>第{{n}}次学术报告会</a><p>{_TEXT * 10}</p>", 16_000
    ),
    "pages beyond counting": lambda: _list(_each("<a href='?a=1&b=2&page={n}'>{n}</a> ", 60_000)),
    "state of a script": lambda: (
        "<div id=app></div><script>"
        + _each("var v{n}={title:'学术报告会在本所举行',url:'/a/{n}.html'};", 60_000)
        + "</script>"
    ),
}
