"""Feeds and sitemaps that misbehave: the crawl starts at them."""

from __future__ import annotations

from collections.abc import Mapping

from tests.hostile import bombs
from tests.hostile.web import NO_NEWS, NOT_FOUND, THREE, Ask, Case, listing, page

XML = "Content-Type: application/xml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
LAUGHS = f"<!DOCTYPE lolz [<!ENTITY a0 'lol'>{_LAUGHS}]>"
EXTERNAL = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
QUADRATIC = f"<!DOCTYPE x [<!ENTITY big '{'A' * 100_000}'>]>"
SECRET = "root:"  # the start of every /etc/passwd


def url(place: str) -> str:
    return f"<url><loc>{place}</loc><lastmod>2023-02-13</lastmod></url>"


def urlset(ask: Ask, *places: str, prolog: str = "") -> str:
    """Sitemaps name whole addresses: relative ones get the host's."""
    rows = "".join(url(p if ":" in p or "&" in p else ask.base + p) for p in places)
    return f"{HEAD}{prolog}<urlset {SPACE}>{rows}</urlset>"


def index(ask: Ask, *places: str) -> str:
    rows = "".join(f"<sitemap><loc>{ask.base}{p}</loc></sitemap>" for p in places)
    return f"{HEAD}<sitemapindex {SPACE}>{rows}</sitemapindex>"


def item(place: str, title: str) -> str:
    return (
        f"<item><title>{title}</title><link>{place}</link>"
        "<pubDate>Mon, 13 Feb 2023 08:00:00 +0800</pubDate></item>"
    )


def rss(ask: Ask, *titles: str, prolog: str = "") -> str:
    """A feed of the articles /a1, /a2 and so on."""
    rows = "".join(item(f"{ask.base}/a{n}.htm", t) for n, t in enumerate(titles, 1))
    return f"{HEAD}{prolog}<rss version='2.0'><channel><title>新闻</title>{rows}</channel></rss>"


def sitemap(answer: object, **more: object) -> Case:
    told = {"a1": None, **more}
    return Case(start="/sitemap.xml", answers={"/sitemap.xml": answer}, **told)  # type: ignore[arg-type,dict-item]


def feed(answer: object, **more: object) -> Case:
    told = {"a1": None, **more}
    return Case(start="/feed.xml", answers={"/feed.xml": answer}, **told)  # type: ignore[arg-type,dict-item]


def endless_index(ask: Ask) -> bytes:
    """Every index names three articles' sitemap and one index more."""
    at = int(ask.path.partition("?n=")[2] or 0)
    return page(index(ask, "/three.xml", f"/sitemap.xml?n={at + 1}"), XML)


def three(ask: Ask) -> bytes:
    return page(urlset(ask, *THREE), XML)


def many_urls(ask: Ask) -> bytes:
    """300 MiB once unpacked, in gzip members each of which is a thousand addresses."""
    rows = "".join(url(f"{ask.base}/n{n}.htm") for n in range(1000)).encode()
    start = f"{HEAD}<urlset {SPACE}>".encode()
    return page(
        bombs.members(start, 1) + bombs.members(rows, (300 << 20) // len(rows), b"</urlset>"),
        "Content-Type: application/gzip",
    )


def dead_urls(ask: Ask) -> bytes:
    return page(urlset(ask, *(f"/n{n}.htm" for n in range(60_000))), XML)


def many_maps(ask: Ask) -> bytes:
    return page(index(ask, *(f"/map{n}.xml" for n in range(900))), XML)


def few_dead(ask: Ask) -> bytes:
    """A sitemap of one address, which leads nowhere."""
    if not ask.path.startswith("/map"):
        return NOT_FOUND
    return page(urlset(ask, f"/n{ask.path[4:]}.htm"), XML)


def odd_places(ask: Ask) -> bytes:
    odd = ("file:///etc/passwd", "ftp://127.0.0.1/a", "javascript:alert(1)", "http://o.example/x")
    return page(urlset(ask, *odd, *THREE), XML)


def junk_first(ask: Ask) -> bytes:
    text = urlset(ask, *THREE).replace("/a3.htm", "/a3.htm?a=1&b=2")
    return page(f"\ufeff\n\n  \n{text}".encode(), XML)


def malformed(ask: Ask) -> bytes:
    text = rss(ask, "甲 & 乙的报道", "一&nbsp;二的报道<br>", "第三篇报道")
    return page(text.replace("</item></channel>", "</channel>"), "Content-Type: text/xml")


# Doors that lead nowhere; a crawl of their own, for each names as much as one crawl may hold.
DEAD: Mapping[str, Case] = {
    # Of sixty thousand the fifty that the protocol allows; none of them leads anywhere.
    "sitemap_of_the_dead": sitemap(dead_urls, held=0, most=210, code=6, told='"listed": 50000'),
    "sitemaps_of_the_dead": Case(
        start="/sitemap.xml",
        a1=None,
        held=0,
        most=410,
        code=6,
        told='"in_vain": 200',
        answers={"/sitemap.xml": many_maps, "*": few_dead},
    ),
}
DOORS: Mapping[str, Case] = {
    "sitemap": sitemap(three),
    "sitemap_xxe": sitemap(
        lambda ask: page(urlset(ask, "&secret;", *THREE, prolog=EXTERNAL), XML), never=SECRET
    ),
    "sitemap_billion_laughs": sitemap(
        lambda ask: page(urlset(ask, f"{ask.base}/&a11;", *THREE, prolog=LAUGHS), XML)
    ),
    "sitemap_self": Case(
        start="/sitemap.xml", a1=None,
        answers={
            "/sitemap.xml": lambda ask: page(index(ask, "/sitemap.xml", "/three.xml"), XML),
            "/three.xml": three,
        },
        most=6,
    ),
    "sitemap_endless_index": Case(
        start="/sitemap.xml", a1=None, code=6, most=12,
        answers={"/sitemap.xml": endless_index, "/three.xml": three},
    ),
    "sitemap_gz_bomb": Case(
        start="/sitemap.xml.gz", a1=None, held=0, most=4, code=5,
        answers={**NO_NEWS, "/sitemap.xml.gz": many_urls},
    ),
    "sitemap_file_scheme": sitemap(
        odd_places, ends={"new": 3, "out_of_scope": 3, "external": 1}, most=5
    ),
    "sitemap_html": sitemap(page(listing(*THREE)), held=0, code=2, most=3, told="no feed"),
    "sitemap_leading_junk": sitemap(junk_first),
    "feed": feed(lambda ask: page(rss(ask, "第一篇报道", "第二篇报道", "第三篇报道"), XML)),
    "feed_xxe": feed(
        lambda ask: page(rss(ask, "&secret;报道", "第二篇报道", "第三篇", prolog=EXTERNAL), XML),
        never=SECRET,
    ),
    "feed_billion_laughs": feed(
        lambda ask: page(rss(ask, "&a11;", "第二篇报道", "第三篇报道", prolog=LAUGHS), XML)
    ),
    "feed_quadratic": feed(
        lambda ask: page(rss(ask, "&big;" * 5000, "第二篇", "第三篇", prolog=QUADRATIC), XML)
    ),
    "feed_malformed": feed(malformed),
    "feed_deep": feed(
        page(HEAD + "<rss><channel>" + "<item>" * 100_000, XML), held=0, most=3, code=6
    ),
}  # fmt: skip
