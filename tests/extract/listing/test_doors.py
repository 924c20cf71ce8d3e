"""Feeds and sitemaps read as listings; every document is made up."""

from __future__ import annotations

import gzip
import json
from urllib.parse import quote

import pytest

from newscrawl.extract.listing import Listing, extract_listing
from newscrawl.learn.addresses import article_pattern
from newscrawl.sites.model import Site

HOST = "http://www.example.org"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>某所新闻</title>
<link>http://www.example.org/</link><image><url>http://www.example.org/l.png</url>
<title>标志</title><link>http://www.example.org/</link></image>
<atom:link rel="next" href="/feed/?paged=2"/>{items}</channel></rss>"""
ITEM = """<item><title>{title}</title><link>{link}</link><guid isPermaLink="false">x{n}</guid>
<pubDate>Mon, 13 Feb 2023 20:05:00 +0000</pubDate><description>&lt;p&gt;摘要<title>不是</title>
</description></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>News</title>
<link rel="self" href="/atom.xml"/><link href="/atom.xml?page=2" rel="next"/>
<entry><id>urn:uuid:1</id><title type="html">Field &amp;amp; lab &lt;b&gt;news&lt;/b&gt;</title>
<link rel="enclosure" href="/a.mp3"/><link rel="alternate" type="text/html" href="/news/101.html"/>
<author><name>N. N.</name></author><published>2023-02-13T20:05:00Z</published>
<updated>2023-03-01T00:00:00Z</updated>
<content type="xhtml"><div><title>inner</title><link href="/other.html"/></div></content></entry>
<entry><id>http://www.example.org/news/102.html</id><title>a &lt;b&gt; c</title>
<updated>2023-02-12T01:00:00+09:00</updated></entry></feed>"""
RDF = """<?xml version="1.0" encoding="GBK"?><rdf:RDF xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="http://www.example.org/"><title>新闻</title></channel>
<item rdf:about="http://www.example.org/news/103.html"><title>一则关于会议的新闻</title>
<dc:date>2023-02-13T09:05+08:00</dc:date></item></rdf:RDF>"""
URL = "<url><loc>{}</loc><lastmod>2023-02-13</lastmod></url>"
SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
)
INDEX = "<sitemapindex>{}</sitemapindex>"


def rss(*items: tuple[str, str]) -> bytes:
    made = (ITEM.format(title=title, link=link, n=n) for n, (title, link) in enumerate(items))
    return RSS.format(items="".join(made)).encode()


def sitemap(*locs: str) -> Listing:
    return read(SITEMAP.format("".join(URL.format(loc) for loc in locs)), "/sitemap.xml")


def index(*locs: str) -> Listing:
    nested = "".join(f"<sitemap><loc>{loc}</loc></sitemap>" for loc in locs)
    return read(INDEX.format(nested), "/sitemap_index.xml")


def read(text: str | bytes, path: str = "/feed/") -> Listing:
    body = text.encode() if isinstance(text, str) else text
    return extract_listing(body, HOST + path)


def paths(listing: Listing) -> list[str]:
    return [row.url.removeprefix(HOST) for row in listing.items]


def test_rss_gives_its_items_and_its_next_page() -> None:
    listing = read(
        rss(("第一条 &amp;amp; 其他", "/news/101.html"), ("第二条", HOST + "/news/102.html"))
    )
    assert listing.family == "feed"
    assert paths(listing) == ["/news/101.html", "/news/102.html"]
    assert [row.title for row in listing.items] == ["第一条 & 其他", "第二条"]
    assert listing.next_page is not None
    assert listing.next_page.url == HOST + "/feed/?paged=2"


def test_utc_is_told_in_the_sites_zone_so_that_the_day_is_the_printed_one() -> None:
    listing = read(rss(("第一条", "/news/101.html")))
    assert listing.items[0].date == "2023-02-14T04:05:00+08:00"
    assert not listing.items[0].modified


def test_atom_gives_the_alternate_link_and_leaves_the_content_alone() -> None:
    listing = read(ATOM, "/atom.xml")
    assert paths(listing) == ["/news/101.html", "/news/102.html"]
    assert [row.title for row in listing.items] == ["Field & lab news", "a <b> c"]
    assert [row.date for row in listing.items] == [
        "2023-02-13T20:05:00+00:00",
        "2023-02-12T01:00:00+09:00",
    ]
    assert [row.modified for row in listing.items] == [False, True]
    assert listing.next_page is not None
    assert listing.next_page.url == HOST + "/atom.xml?page=2"


def test_rss_1_in_gbk_is_read() -> None:
    (row,) = read(RDF.encode("gbk"), "/rss.xml").items
    assert (row.url, row.title) == (HOST + "/news/103.html", "一则关于会议的新闻")
    assert row.date == "2023-02-13T09:05:00+08:00"


def test_json_feed_is_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "next_url": HOST + "/feed.json?p=2",
        "items": [
            {"id": "1", "url": "/news/101.html", "title": "第一条", "date_published": "2023-02-13"},
            {"id": HOST + "/news/102.html", "content_text": "没有标题"},
            "no item",
        ],
    }
    listing = read(json.dumps(feed), "/feed.json")
    assert paths(listing) == ["/news/101.html", "/news/102.html"]
    assert [row.title for row in listing.items] == ["第一条", ""]
    assert listing.next_page is not None


def test_sitemap_gives_addresses_with_the_day_of_their_last_change() -> None:
    listing = sitemap("/news/20230213/1001.html", "/news/20230213/1002.html")
    assert listing.family == "sitemap"
    assert [(row.title, row.date, row.modified) for row in listing.items] == [
        ("", "2023-02-13", True)
    ] * 2


def test_news_sitemap_gives_title_and_day_of_publication() -> None:
    text = SITEMAP.format(
        "<url><loc>/news/1001.html</loc><lastmod>2024-01-01</lastmod><news:news><news:publication>"
        "<news:name>某所</news:name></news:publication><news:title>一则新闻</news:title>"
        "<news:publication_date>2023-02-13</news:publication_date></news:news></url>"
    )
    (row,) = read(text, "/news-sitemap.xml").items
    assert (row.title, row.date, row.modified) == ("一则新闻", "2023-02-13", False)


def test_prefix_of_the_root_is_no_part_of_the_names() -> None:
    text = (
        '<ns0:urlset xmlns:ns0="x"><ns0:url><ns0:loc>/a/10001.html</ns0:loc></ns0:url></ns0:urlset>'
    )
    assert paths(read(text, "/sitemap.xml")) == ["/a/10001.html"]


def test_columns_of_a_sitemap_are_left_out_and_told() -> None:
    articles = [f"/news/2023/{10020 + n}.html" for n in range(3)]
    listing = sitemap("/", "/news/index.html", "/about/", *articles)
    assert paths(listing) == articles
    assert any("3 addresses look like columns" in issue for issue in listing.issues)


def test_the_family_that_spells_the_addresses_tells_columns_from_articles() -> None:
    articles = ("/info/1039/1001.htm", "/info/1039/1002.htm", "/info/1040/17.htm")
    listing = sitemap("/", "/xwzx.htm", "/xwzx/tpxw.htm", *articles)
    assert paths(listing) == list(articles)
    assert (listing.family, listing.spelt_by) == ("sitemap", "vsb")


def test_short_slugs_beside_long_ones_are_articles() -> None:
    slugs = ("/a-day-in-the-field/", "/birds-of-the-wetland-in-may/", "/hello-world/")
    assert paths(sitemap("/", *slugs)) == list(slugs)


def test_index_names_sitemaps_that_are_read_in_its_place() -> None:
    listing = index("/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-1.xml", "/sitemap_index.xml")
    assert [page.url for page in listing.further] == [
        HOST + "/sitemap-1.xml",
        HOST + "/sitemap-2.xml",
    ]
    assert listing.to_plain()["next"] == HOST + "/sitemap-1.xml"


def test_index_with_a_sitemap_of_posts_does_not_lead_to_those_of_tags() -> None:
    listing = index("/wp-sitemap-posts-post-1.xml", "/wp-sitemap-posts-page-1.xml",
                    "/wp-sitemap-taxonomies-post_tag-1.xml", "/wp-sitemap-users-1.xml")  # fmt: skip
    assert [page.url for page in listing.further] == [HOST + "/wp-sitemap-posts-post-1.xml"]


def test_packed_sitemap_is_read() -> None:
    body = gzip.compress(SITEMAP.format(URL.format("/a/10001.html")).encode())
    assert paths(read(body, "/sitemap.xml.gz")) == ["/a/10001.html"]


def test_half_a_packed_sitemap_says_so() -> None:
    body = gzip.compress(SITEMAP.format(URL.format("/a/10001.html")).encode())
    assert "the packed body is damaged" in read(body[:-12], "/sitemap.xml.gz").issues


def test_file_and_script_addresses_are_bad_and_strangers_external() -> None:
    listing = sitemap("file:///etc/passwd", "ftp://www.example.org/x", "javascript:alert(1)",
                      "http://other.example/a/1.html", "/a/10001.html", "/a/10001.pdf")  # fmt: skip
    assert [row.kind for row in listing.items] == ["external", "article", "attachment"]
    assert [bad.reason for bad in listing.bad_links] == ["file:", "ftp:", "javascript:"]


@pytest.mark.parametrize(
    "path", ["/sitemap.xml", "/sitemap_index.xml.gz", "/news/rss.xml", "/a.atom"]
)
def test_a_page_where_a_sitemap_should_be_is_told(path: str) -> None:
    rows = "".join(
        f"<li><a href='/a/{n}.html'>一条不短的新闻标题{n}</a>2023-01-01</li>" for n in range(9)
    )
    listing = read(f"<!DOCTYPE html><html><ul>{rows}</ul></html>", path)
    assert listing.items == ()
    assert listing.issues == ("no feed or sitemap stands at this address but a page",)


def test_a_page_that_is_xml_is_still_a_page() -> None:
    rows = "".join(
        f"<li><a href='/a/100{n}.html'>一条不短的新闻标题{n}</a>2023-01-01</li>" for n in range(9)
    )
    page = f'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html><ul>{rows}</ul></html>'
    assert len(read(page, "/news/").items) == 9


def test_a_feed_that_was_parsed_as_a_page_is_read_as_a_feed() -> None:
    from newscrawl.extract.document import Document
    from newscrawl.extract.listing import read_listing

    document = Document.parse(rss(("第一条", "/news/101.html")), HOST + "/feed/")
    assert read_listing(document).family == "feed"


def test_the_feed_of_the_list_comes_before_that_of_the_site_and_none_of_comments() -> None:
    head = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{href}">'
        for title, href in (
            ("site", "/feed/"),
            ("comments", "/comments/feed/"),
            ("", "/news/feed/"),
        )
    )
    listing = read(f"<html><head>{head}</head><body></body></html>", "/news/")
    assert listing.feeds == (HOST + "/news/feed/", HOST + "/feed/")


def test_a_sitemap_is_read_by_the_pattern_that_articles_in_chinese_folders_taught() -> None:
    """Learning undoes the escapes, and the entries were compared as they are: none was left."""
    urls = [f"{HOST}/{quote('资讯')}/{n}.html" for n in (101, 102)]
    site = Site(id="demo", article_url=article_pattern(urls))
    text = SITEMAP.format("".join(URL.format(url) for url in (*urls, f"{HOST}/about/")))
    found = extract_listing(text.encode(), f"{HOST}/sitemap.xml", site=site)
    assert [row.url for row in found.items] == urls
