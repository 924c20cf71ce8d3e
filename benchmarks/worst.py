"""Pages made to hurt: CPU of reading each as an article and as a listing, with rules and without.

    python -m benchmarks.worst [--only WORD ...]

No page may take over a second, whatever it holds. Exit status 1 if one does. The figures are of
this machine as busy as it is: the best of three.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from benchmarks.table import table
from newscrawl.extract.article import read_page
from newscrawl.extract.listing import extract_listing
from newscrawl.items import Page, to_json
from newscrawl.sites.model import ArticleRules, ListingRules, Site
from tests.extract.article.test_bounds import ENDLESS

SLOWEST = 1.0
URL = "http://institute.example/info/1/2.htm"
_ROW = '<li><a href="/a/{n}.html">第{n}次学术报告会在本所举行</a><span>2023-01-01</span></li>'
_TEXT = "课题组完成了新一代低温材料的疲劳试验，结果得到了与会专家的肯定。"
_BELOW = "<i>甲</i>" * 55_000
_MB = 1 << 20


def page(body: str, head: str = "", title: str = "学术报告会在本所举行", meta: str = "") -> str:
    """An article page round what hurts."""
    return (
        f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>"
        f"<div>来源：科研处 发布时间：2023-02-13 {meta}</div><div class=content><p>{_TEXT}</p>"
        f"{body}</div></body></html>"
    )


WORST: dict[str, Callable[[], str]] = {
    "100,000 links": lambda: "".join(_ROW.format(n=n) for n in range(100_000)),
    "300,000 bare links": lambda: "".join(f"<a href=/{n}.html>新闻{n}</a>" for n in range(300_000)),
    "links of one name each": lambda: "".join(
        f"<div class=c{n}><a href=/{n}.html>学术报告会在本所举行</a></div>" for n in range(40_000)
    ),
    "links nested in lists": lambda: "".join(
        f"<ul><li><a href=/{n}/1.html>学术报告会</a>" for n in range(100_000)
    ),
    "16 MiB of <a>": lambda: "<a>" * (16 * _MB // 3),
    "16 MiB of <a href>": lambda: "<a href=/1.htm>x" * _MB,
    "100,000 nested div": lambda: page("<div>" * 100_000 + _TEXT),
    "nested div with text": lambda: page(f"<div>{_TEXT}" * 30_000),
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


# Rules as a person writes them, and as bad as they may be: steps that match within each other.
_RULES = Site(
    id="institute",
    domains=("institute.example",),
    articles=(
        ArticleRules(
            title="body h1", byline="div div", body="div p", breadcrumb="body > div:nth-of-type(1)"
        ),
    ),
    listings=(ListingRules(url=URL, links="body a", next=".pager a + a"),),
)
_WAYS = ("article", "listing", "article by rules", "listing by rules")


def cost(html: bytes) -> tuple[float, ...]:
    """CPU seconds of a page read in each of the ways."""
    found = []
    for site in (None, _RULES):
        began = time.process_time()
        to_json(read_page(Page(url=URL, body=html), site=site).article)
        between = time.process_time()
        extract_listing(html, URL, site=site)
        found += [between - began, time.process_time() - between]
    return tuple(found)


def best(html: bytes) -> tuple[float, ...]:
    """The best of three, if the first was not good enough."""
    found = [cost(html)]
    while max(min(one) for one in zip(*found, strict=True)) > SLOWEST / 2 and len(found) < 3:
        found.append(cost(html))
    return tuple(min(one) for one in zip(*found, strict=True))


def main(arguments: list[str] | None = None) -> int:
    """Measure every page; 1 if one takes over a second."""
    parser = argparse.ArgumentParser(prog="benchmarks.worst", description=__doc__.split("\n")[0])
    parser.add_argument("--only", nargs="*", default=[], help="parts of pages' names")
    asked = parser.parse_args(arguments)
    rows: list[tuple[str | float, ...]] = []
    slow = []
    for name, made in WORST.items():
        if asked.only and not any(word in name for word in asked.only):
            continue
        html = made().encode()
        taken = best(html)
        rows.append((name, len(html) / _MB, *taken))
        print(*rows[-1], file=sys.stderr)
        if max(taken) > SLOWEST:
            slow.append(name)
    print(table("Pages made to hurt, CPU s", ("", "MB", *_WAYS), rows))
    print("", *(f"worst: {name} takes over {SLOWEST} s" for name in slow), sep="\n")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
